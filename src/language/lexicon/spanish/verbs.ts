/** Verbs of trade in all the persons and tenses in which Spanish asks of them, without accents. */
const PRESENT_AR = 'o|as|a|amos|ais|an|e|es|en|emos';
const PAST_AR = 'aste|asteis|aron|aba|abas|abamos|aban|ara|aras|aran|aremos|aria|arian|ando|ar';
const PRESENT_ER = 'es|e|emos|en|a|an|amos';
const PAST_ER = 'i|iste|io|imos|ieron|ia|ias|iamos|ian|era|eran|eremos|eria|erian|iendo|er';
const PAST_IR = 'i|iste|io|imos|ieron|ia|ias|iamos|ian|ira|iran|iremos|iria|irian|iendo|ir';

/** The finite forms of verbs by their stems, without nouns that are written alike. */
const finite = (stems: string, endings: string, ...nouns: readonly string[]): string =>
  `${nouns.length > 0 ? `(?!(?:${nouns.join('|')})(?![a-z]))` : ''}(?:${stems})(?:${endings})`;

const AR = `${PRESENT_AR}|${PAST_AR}`;
const ER = `${PRESENT_ER}|${PAST_ER}`;
const IR = `es|e|imos|en|a|an|amos|${PAST_IR}`;

/** What customers do who buy; "pedido" and "compra" are orders, and stay. */
const BUYING = [
  finite('compr|encarg', AR, 'compra', 'compras', 'encargo', 'encargos'),
  finite('adquir|consum', IR),
  'piden?|pidio|pidieron|pidiendo|pedimos|pedian?|pediran?|pedir',
].join('|');
const SPENDING = finite('gast', AR, 'gasto', 'gastos');

/** What shops do that sell, and those who sell for them; "venta" and "factura" are nouns. */
const SELLING = [
  finite('vend', ER, 'venda', 'vendas'),
  finite('factur|ingres|gener|aport|recaud|cobr|coloc', AR, 'factura', 'facturas', 'ingreso', 'ingresos'),
  'mueven?|movieron|movio|dej(?:an?|o|aron|aban?|ando|ar)|tra(?:en?|jo|jeron|ian?)|rinden?|rindi(?:o|eron)',
].join('|');

export const verbParts = {
  buying: BUYING,
  spending: SPENDING,
  selling: SELLING,
  sold: '(?:vendid|facturad|ingresad|generad|aportad|recaudad|cobrad|colocad|dejad)[oa]',
  having: '(?:(?:ha|han|hemos|habian?|hayan?|llevan?|llevamos) )',
  /** Who buys, spends or sells, in any tense. */
  trading: `(?:{having})?(?:{bought}|{sold}|gastado)|${BUYING}|${SPENDING}|${SELLING}|gasto`,
  /** Verbs that only say that there were some. */
  being: `hubo|hay|habia|tuvimos|tenemos|tuvieron|tienen?|tuvo|hicimos|hicieron|hacen|hacemos|recibimos|
    recibieron|registramos|registraron|registran?|fueron|son|dieron|dan|salieron|llegaron|entraron|
    acumulan?|acumularon|suman?`,
};
