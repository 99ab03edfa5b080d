/** How many pieces a box has, of which the quantity counts: `Pieces per box`. */
export const PIECES_IN_PACK = new RegExp(
  '^(?:(?:pieces|pcs|units|stuck|stk|stuks|piezas|unidades|pezzi) ' +
    '(?:per|pro|je|par|por|a) \\p{L}+|pack size)$',
  'u',
);

/** Names of amounts that do not say whether they are of the line: `Valor`, `Wert (EUR)`. */
export const BARE_VALUE =
  /^(?:valor|valore|value|wert|waarde|varde|vaerdi|verdi|wartosc|hodnota|ertek|arvo|deger|valeur)$/;
