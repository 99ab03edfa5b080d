/** A language, the countries in which it is written in lists of sales, and their money. */
export interface Home {
  readonly language: string;
  readonly currency: string;
  /** Words of headers, as they are written in lower case. */
  readonly words: RegExp;
  /** The rates of value added tax of each country, in percent: in force, or until lately. */
  readonly rates: readonly (readonly number[])[];
  /** Rates that tell the country from others of the language; any where it has none. */
  readonly telling?: readonly number[];
}

/** A word of a header: with letters beyond ASCII, which `\b` does not know. */
const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'gu');

/**
 * Rates: European Commission, VAT rates applied in the member states (2025), and the tax authorities of the
 * others. Switzerland (8.1 and 2.6 %) is in none of them: a Swiss list has another currency.
 */
export const HOMES: readonly Home[] = [
  {
    ...{
      language: 'German',
      currency: 'EUR',
      rates: [
        [19, 7],
        [20, 13, 10],
      ],
    },
    words: words(
      'kunden?|kundennummer|umsatz|betrag|menge|artikel\\p{L}*|rechnung\\p{L}*|beleg\\p{L}*|auftrag\\p{L}*|' +
        'mwst|ust|steuer\\p{L}*|\\p{L}*preis|anzahl|gesamt\\p{L}*|bestell\\p{L}*|verkauf\\p{L}*|vorgang',
    ),
  },
  {
    ...{
      language: 'French',
      currency: 'EUR',
      rates: [
        [20, 10, 5.5, 2.1],
        [21, 12, 6],
        [17, 14, 8, 3],
      ],
    },
    words: words(
      'commande|montant|quantité|qté|tva|facture|remise|ht|ttc|prix|désignation|libellé|pièce|' +
        'ventes?|article',
    ),
  },
  {
    ...{ language: 'Italian', currency: 'EUR', rates: [[22, 10, 5, 4]] },
    words: words(
      'fattura|importo|quantità|qtà|iva|prezzo|imponibile|scontrino|ordine|articolo|sconto|vendita',
    ),
  },
  {
    ...{
      language: 'Dutch',
      currency: 'EUR',
      rates: [
        [21, 9],
        [21, 12, 6],
      ],
    },
    words: words(
      'aantal|bedrag|btw|klant\\p{L}*|omschrijving|prijs|stukprijs|factuur\\p{L}*|bestel\\p{L}*|korting',
    ),
  },
  {
    ...{ language: 'Spanish', currency: 'EUR', rates: [[21, 10, 4]], telling: [10, 4] },
    words: words(
      'importe|cantidad|iva|precio|pedido|base imponible|unidades|artículo|factura|descuento|fecha',
    ),
  },
  {
    ...{ language: 'Portuguese', currency: 'EUR', rates: [[23, 13, 6]], telling: [23, 13] },
    words: words('quantidade|qtd|preço|iva|fatura|valor|encomenda|desconto|artigo|venda|vendas'),
  },
  {
    ...{
      language: 'Finnish',
      currency: 'EUR',
      rates: [[25.5, 24, 14, 13.5, 10]],
      telling: [25.5, 24, 14, 13.5],
    },
    words: words(
      'määrä|alv|asiakas\\p{L}*|hinta|summa|päivämäärä|pvm|tilaus\\p{L}*|tuote|kuitti|lasku\\p{L}*|kpl',
    ),
  },
  {
    ...{
      language: 'Slovak',
      currency: 'EUR',
      rates: [
        [23, 19, 5],
        [20, 10],
      ],
    },
    words: words('množstvo|suma|zákazník|cena|dátum|objednávk\\p{L}*|faktúr\\p{L}*|zľava|doklad|tovar'),
  },
  {
    ...{ language: 'Polish', currency: 'PLN', rates: [[23, 8, 5]] },
    words: words(
      'kwota|wartość|ilość|zamówieni\\p{L}*|sprzedaż\\p{L}*|towar|paragon\\p{L}*|nabywca|cena|netto|data',
    ),
  },
  {
    ...{
      language: 'Czech',
      currency: 'CZK',
      rates: [
        [21, 12],
        [21, 15, 10],
      ],
    },
    words: words(
      'částka|množství|zákazník|odběratel|objednávk\\p{L}*|dph|účtenk\\p{L}*|tržb\\p{L}*|cena|datum|zboží',
    ),
  },
  {
    ...{ language: 'Hungarian', currency: 'HUF', rates: [[27, 18, 5]] },
    words: words(
      'mennyiség|összeg|rendelés\\p{L}*|vevő|áfa|egységár|számla\\p{L}*|dátum|termék|nettó|bruttó',
    ),
  },
  {
    ...{
      language: 'Romanian',
      currency: 'RON',
      rates: [
        [21, 11],
        [19, 9, 5],
      ],
    },
    words: words('cantitate|comandă|comenzii|valoare|preț|factură|tva|client|dată|produs|bon'),
  },
  {
    ...{ language: 'Swedish', currency: 'SEK', rates: [[25, 12, 6]] },
    words: words(
      'belopp|kvitto\\p{L}*|beställning\\p{L}*|försäljning\\p{L}*|köpare|kundnummer|moms|antal|pris|summa',
    ),
  },
  {
    ...{ language: 'Norwegian', currency: 'NOK', rates: [[25, 15, 12]] },
    words: words('beløp|antall|mva|varenavn|kunde|pris|ordre\\p{L}*|dato|bilag\\p{L}*|faktura\\p{L}*'),
  },
  {
    ...{ language: 'Danish', currency: 'DKK', rates: [[25]] },
    words: words('beløb|stykpris|varenummer|ordrenr|antal|moms|kunde|dato|pris|bilag\\p{L}*|faktura\\p{L}*'),
  },
  {
    ...{
      language: 'Turkish',
      currency: 'TRY',
      rates: [
        [20, 10, 1],
        [18, 8, 1],
      ],
    },
    words: words('tutar\\p{L}*|miktar|müşteri|kdv|fiyat\\p{L}*|sipariş\\p{L}*|tarih|adet|ürün|fatura'),
  },
];
