/**
 * The most and the least, sums, averages and shares as they are typed in German, French and Spanish about the
 * toy shop (support/toy-shop.ts), and what each must become.
 */
export const MOST_AND_SUMS: readonly (readonly [text: string, question: string])[] = [
  ['in welchem monat hatten wir die meisten bestellungen', 'sales top-months by orders'],
  ['in welchem land haben wir die wenigsten kunden', 'sales bottom-countries by customers'],
  ['retouren pro monat 2004, schlimmste zuerst', 'sales measure:refunds by:month top:100 period:2004'],
  ['wer hat 2004 mehr als 5k bei uns gelassen', 'sales list:customers period:2004 who(spent(2004):>5000)'],
  [
    'kunden die 2003 noch gekauft haben aber 2004 gar nicht mehr - wie viele sind das?',
    'sales list:customers who(bought(period:2003) and not bought(period:2004))',
  ],
  [
    'wer hat seit jahresanfang nix mehr bestellt? anzahl reicht',
    'sales list:customers who(last-order:"until 2004-12-31")',
  ],
  ['was kaufen die franzosen am liebsten', 'sales top-products country:France'],
  ['top 3 länder nach umsatz aber ohne usa', 'sales top-countries 3 -country:USA'],
  ['wie viel stück gingen 2004 raus', 'sales quantity 2004'],
  ['stornos 2004: anzahl, betrag', 'sales measure:orders,revenue period:2004 status:Cancelled'],
  [
    'median vom kaufbetrag in spanien, bitte nicht der mittelwert',
    'sales measure:median-order country:Spain',
  ],
  ['was kam im mai rein', 'sales 2005-05'],
  ['motorräder vs flugzeuge q4 2004', 'sales by product-line 2004-Q4 product-line:Motorcycles,Planes'],
  ['en quel mois a-t-on eu le plus de commandes', 'sales top-months by orders'],
  ['quel pays a acheté le moins en 2004', 'sales bottom-countries 2004'],
  ['les 3 clients qui ont le plus dépensé en 2004', 'sales top-customers 3 2004'],
  ["qu'achètent les français", 'sales top-products country:France'],
  [
    'ceux qui ont acheté en 2003 et rien pris en 2004, combien',
    'sales list:customers who(bought(period:2003) and not bought(period:2004))',
  ],
  [
    "ceux qui n'ont rien commandé depuis fin juin 2004",
    'sales list:customers who(last-order:"until 2004-06-30")',
  ],
  [
    "quel poids l'espagne dans le ca emea",
    'sales measure:revenue territory:EMEA country:Spain part-of:country',
  ],
  ['commandes de + de 5 000 en 2004, y en a combien', 'sales measure:orders period:2004 order-total:>5000'],
  ['le vendredi on vend mieux que le lundi ou pas', 'sales measure:revenue by:weekday weekday:Friday,Monday'],
  ['jeudi ou vendredi, lequel marche le mieux', 'sales measure:revenue by:weekday weekday:Thursday,Friday'],
  [
    'commandes annulées en 2004 et ça fait quel %',
    'sales measure:orders period:2004 status:Cancelled part-of:status',
  ],
  ['en qué mes hubo más pedidos', 'sales top-months by orders'],
  ['qué país compró menos en 2004', 'sales bottom-countries 2004'],
  ['los 3 que más han comprado en 2004', 'sales top-customers 3 2004'],
  ['en qué año hubo menos cancelaciones', 'sales bottom-years by orders status:Cancelled'],
  [
    'quiénes no nos han comprado nada desde julio de 2004',
    'sales list:customers who(last-order:"until 2004-06-30")',
  ],
  [
    'clientes q compraron en enero de 2004 y no han vuelto desde entonces',
    'sales list:customers who(last-order:2004-01)',
  ],
  ['de los franceses cuántos han comprado en 2004', 'sales customers total 2004 country:France'],
  ['cuánto nos han comprado los franceses en 2004', 'sales 2004 country:France'],
  ['qué compran los franceses', 'sales top-products country:France'],
  [
    'madrid pesa cuánto en el total de españa',
    'sales measure:revenue country:Spain city:Madrid part-of:city',
  ],
  ['mediana del importe por pedido', 'sales measure:median-order'],
  ['qué porcentaje de clientes compró más de una vez', 'sales repeat'],
  ['crecimos en francia?', 'sales compare country:France'],
  [
    'compárame USA contra el resto del mundo, 2004',
    'sales measure:revenue by:country period:2004 country:USA show:rest',
  ],
  ['qué tal abril comparado con marzo', 'sales compare 2005-04 with 2005-03'],
  // Misspelt words of every day.
  ['vetnas de 2004 por país', 'sales by country 2004'],
  ['umsaz 2004 nach land', 'sales by country 2004'],
  ['les comandes de 2004 par pays', 'sales orders by country 2004'],
];

/** What looks like one of them and is not: refused rather than read as something else. */
export const NOT_READ: readonly string[] = [
  'en que mes hubo mas pedidos que en enero',
  'donde compran los franceses',
  'no compraron en 2004',
  '2004 mehr gekauft als',
  'kunden die nicht gekauft haben aber',
  "on n'a pas acheté",
  // Jackets are no misspelt "ventes".
  'vestes en 2004 par pays',
];
