import { namesOf } from '../../answering/grouping-fields.js';
import { type Draft, type Pass, take } from './draft.js';

/** Measures that need more than a word, longest first. What they are called in the lexicon comes after. */
const PHRASES: readonly (readonly [pattern: string, measures: readonly string[]])[] = [
  [
    '(?:new (?:vs|versus|and|or|against|compared (?:to|with)) (?:returning|existing|repeat|old)|' +
      '(?:returning|existing|repeat|old) (?:vs|versus|and|or|against) new) (?:customers?|buyers?|' +
      'clients?)(?! (?:revenue|sales))',
    ['new-customers', 'returning-customers'],
  ],
  [
    '(?:number of |count of |how many )?(?:new|first[- ]time) (?:customers?|buyers?|clients?|' +
      'shoppers?)(?: (?:did|do|have) we (?:get|got|win|won|gain(?:ed)?|acquired?|have))?',
    ['new-customers'],
  ],
  ['customers? acquired|customer acquisition|acquired customers|acquisitions?', ['new-customers']],
  [
    '(?:number of |count of |how many )(?:returning|repeat|existing) (?:customers?|buyers?|' +
      'clients?)|returning customers',
    ['returning-customers'],
  ],
  [
    '(?:customer )?(?:repeat|repurchase|re-?order|returning customer)(?: purchase| customer|' +
      ' buyer)? rate|(?:percent|share|percentage|proportion)(?: of)?(?: our| the)? (?:repeat|' +
      'returning) (?:customers?|buyers?)',
    ['repeat-rate'],
  ],
  [
    '(?:order )?(?:cancelled orders?|cancel(?:led)?|cancellation) (?:rate|percent(?:age)?|ratio|' +
      'share)|(?:percent(?:age)?|share|proportion|rate)(?: of)?(?: our| the| all)? ' +
      '(?:cancelled orders?|orders? (?:that (?:are|were|get|got) |are |were |get |got |' +
      'being )?cancelled(?: orders)?|cancels)',
    ['cancel-rate', 'cancelled-orders'],
  ],
  [
    'how much (?:did|do|have) (?:the |our )?cancelled orders(?: cost(?: us)?| lose us)?|(?:value|' +
      'worth|cost|amount|revenue)(?: of| lost (?:to|from|through)| from)?(?: the|' +
      ' our)? cancelled orders|(?:cancelled|lost) (?:revenue|sales|value|amount)|' +
      'revenue lost to cancelled orders|how much (?:revenue |money |did we |have we |was )*(?:lose|' +
      'lost)? ?(?:to|through|from|by) cancelled orders',
    ['cancelled-revenue', 'cancelled-orders'],
  ],
  [
    '(?:number of |count of |how many )cancelled orders|how many orders (?:were|got|are|have been|' +
      'did (?:we|people|customers)) cancel(?:led)?',
    ['cancelled-orders'],
  ],
  [
    '(?:return|refund) (?:rate|ratio|percentage|percent|share)|(?:percent|percentage|share) ' +
      '(?:of )?(?:returns|returned|refunds|refunded)(?: sales| revenue| orders)?',
    ['return-rate'],
  ],
  [
    'how much (?:did|have|do) we (?:refunded|refund|pay back|give back)|(?:value|worth|amount|' +
      'total)(?: of)?(?: the| our)? (?:refunds?|returns?|returned (?:goods|items|products)|refunded)|' +
      'refunds?|refunded(?: amount)?|how much (?:was|were|got|has been) (?:refunded|returned)',
    ['refunds'],
  ],
  ['(?:(?:number|count) of |how many )?returned (?:units|pieces)', ['returned-units']],
  ['(?:number of |how many )(?:returns|return lines|returned items)', ['return-lines']],
  ['credit notes', ['refunds', 'return-lines']],
  ['(?:came back as )?returns(?: in total)?|returned (?:amount|value|money)', ['refunds', 'return-lines']],
  [
    '(?:how many|(?:the )?(?:total )?(?:number|count) of|count) (?:(?:different|distinct|unique|various|' +
      'separate|individual) (?:kinds? of |types? of )?(?:products?|items?|skus?|articles?|models?|things)|' +
      'skus?)(?: (?:do|did|does|have|has) (?:we|you) (?:even |currently |actually )?(?:carry|offer|' +
      'stock|list|have|sell|sold))?|' +
      'how many (?:products?|items?|articles?|models?) (?:do|did|does) (?:we|you) (?:even |' +
      'currently |actually )?(?:carry|offer|stock|list|have)(?! sold)|' +
      '(?:different|distinct|unique) (?:products|items|skus|articles)(?! \\p{L}+ (?:than|or))',
    ['products'],
  ],
  ['median (?:order(?: value| size| amount)?|basket(?: value| size)?)', ['median-order']],
  [
    '(?:average (?:number of )?)?(?:units|items|pieces|articles|quantity) (?:per|an|a|in (?:an|' +
      'each)|in the average|each) (?:average )?(?:orders?|basket|purchase|invoice|transaction)|' +
      'average (?:basket|order) (?:quantity|units|items)|average (?:units|items|quantity|' +
      'number of items)',
    ['units-per-order'],
  ],
  [
    '(?:average (?:number of )?)?(?:(?:different )?products|lines|positions) (?:per|an|a|in each) ' +
      '(?:order|basket|invoice)',
    ['lines-per-order'],
  ],
  [
    '(?:average )?(?:revenue|sales|spend(?:ing)?|turnover|money|value) (?:per|a|by each) ' +
      '(?:customer|client|buyer|head)|average (?:customer (?:spend|value|revenue)|spend(?:ing)? ' +
      '(?:per|of a|by) customer)|arpu|average (?:lifetime )?(?:value|spend|revenue) (?:of a|' +
      'per) customer|customer lifetime value|average lifetime value',
    ['revenue-per-customer'],
  ],
  ['(?:expected |future |predicted )?(?:customer )?lifetime values?|expected value', ['lifetime-value']],
  ['(?:expected|predicted) (?:number of )?(?:orders|purchases)', ['expected-orders']],
  [
    '(?:average (?:number of )?)?(?:orders|purchases) (?:per|a|by each) (?:customer|client|buyer|' +
      'head)|how many (?:orders|purchases) (?:does|do) (?:a|an|one|each|the average|our|the typical|a ' +
      'typical|customers?)(?: (?:customer|client|buyer)s?)? (?:place|make|have|do)(?: (?:on average|' +
      'typically|usually))?|(?:order|purchase) frequency|how often (?:do|does) (?:people|customers|' +
      '(?:an |' +
      'the )?average customer|a customer|our customers) (?:order|buy|purchase)',
    ['orders-per-customer'],
  ],
  [
    '(?:average |mean )?(?:unit price|price (?:per|a|of a) (?:unit|item|piece)|selling price|' +
      'price paid)|(?:average |mean |selling )?prices?(?= (?:of|for) )|average price|' +
      '(?:what|how much) (?:do|did) we (?:charge|ask|take) for',
    ['price-per-unit'],
  ],
  [
    'average (?:order|basket)(?: value| size| amount)?|aov|basket (?:value|size)|order value',
    ['average-order'],
  ],
  [
    'how many (?:different |distinct |unique )?(?:customers|buyers|clients|people)(?: (?:bought|' +
      'ordered|purchased|do we have|did we have|have we|have ordered|placed orders?))?',
    ['customers'],
  ],
  [
    'how many (?:orders|purchases|invoices|transactions)|(?:number|count) of (?:orders|purchases|' +
      'invoices|transactions)|order (?:count|volume)',
    ['orders'],
  ],
  [
    'how many (?:units|items|pieces|products)(?: (?:did we sell|were sold|sold))?|(?:units|items|' +
      'pieces) sold',
    ['units'],
  ],
];
const TABLE = PHRASES.map(
  ([pattern, measures]) =>
    [new RegExp(`(?<![\\p{L}\\d-])(?:${pattern})(?![\\p{L}\\d-])`, 'u'), measures] as const,
);

/** Measures of more than one word. Those that no named question knows make it a query. */
export const measures: Pass = draft => {
  if (draft.rows === 'customers' || draft.rows === 'orders') return;
  newAndReturning(draft);
  const wantsList = draft.who.length > 0 && /\b(?:list|show|who|which|how many)\b/.test(draft.whole);
  for (const [pattern, found] of TABLE) {
    if (found.includes('customers') && wantsList) continue;
    if (!take(draft, pattern)) continue;
    if (found[0] === 'median-order') draft.isStrong = true;
    // "Revenue per customer" alone asks for each one's; by country it is a figure of the country.
    const isDivided = draft.versus !== undefined || /\b(?:by|per|vs|versus|average)\b/.test(draft.text);
    if (found[0] === 'revenue-per-customer' && isDivided) draft.isStrong = true;
    // "Lifetime value of our customers" is one measure, "customers and average order" are two.
    if (KNOWN.has(found[0] as string) && /,| and |&|\+/.test(draft.whole)) draft.saidMeasures++;
    for (const measure of found) if (!draft.measures.includes(measure)) draft.measures.push(measure);
    if (!KNOWN.has(found[0] as string)) draft.isComposed = true;
  }
  if (
    take(draft, /\b(?:running|cumulative|accumulated) (?:total|sum)(?: of)?|\bcumulative\b|\bcumulated\b/)
  ) {
    draft.show.add('running');
    draft.isComposed = true;
  }
};

/** Words for revenue, unless the shop's data has a field that is called so. */
const INCOME = /\b(income|incomings|exposure|proceeds|intake)\b/;

/** `postage income`, `disputed exposure`: revenue. Read after all measures. */
export const otherRevenue: Pass = (draft, { fields }) => {
  const word = draft.measures.length > 0 ? undefined : INCOME.exec(draft.text)?.[1];
  if (word === undefined || fields.some(f => namesOf(f).some(name => name.includes(word)))) return;
  take(draft, INCOME);
  draft.measures.push('revenue');
};

/** Measures that named questions answer too, with more to say. */
const KNOWN: ReadonlySet<string> = new Set(['average-order', 'customers', 'orders', 'units']);

/** Revenue and other measures of first orders beside later ones, or of one of them alone. */
function newAndReturning(draft: Draft): void {
  const NEW = '(?:new|first[- ]time)';
  const OLD = '(?:returning|existing|repeat|old|loyal)';
  const WHO = '(?: (?:customers?|buyers?|clients?))?';
  const split = take(
    draft,
    new RegExp(
      `\\b(?:into|by|from|of|for) (?:the )?${NEW}${WHO} (?:and|vs|versus|or) (?:the )?(?:ones?|those|` +
        `customers?|people)(?: that| who)? (?:we )?` +
        `(?:already|previously) (?:had|have|knew|bought)(?: before)?$`,
    ),
  );
  if (split) {
    take(draft, /\bsplit\b/);
    draft.by.push('buyers');
    draft.isComposed = true;
    return;
  }
  const both = take(
    draft,
    new RegExp(
      `\\b(?:(?:by|from|for|of|split by) )?(?:${NEW}${WHO} (?:vs|versus|and|or|against|compared ` +
        `(?:to|with)) ${OLD}|${OLD}${WHO} (?:vs|versus|and|or|against|compared (?:to|` +
        `with)) ${NEW})${WHO}(?= (?:revenue|sales|orders|turnover|average)|$)(?<=revenue .*|sales .*|` +
        `orders .*|average .*|${OLD}|${NEW}|customers|buyers)`,
    ),
  );
  if (both && /\b(?:revenue|sales|turnover|orders|average|aov|spend)\b/.test(draft.whole)) {
    draft.by.push('buyers');
    draft.isComposed = true;
    return;
  }
  if (both) draft.text = `${draft.text} ${both[0]}`.trim();
  const from = take(
    draft,
    new RegExp(
      // A number of new customers is a number, not money of theirs.
      '(?<!\\b(?:number|numbers|count|total) )\\b(?:from|by|of|to|with|among) (?:our |the )?' +
        `(${NEW}|${OLD}) (?:customers?|buyers?|clients?)`,
    ),
  );
  if (!from) return;
  // `share of new customers`: of customers, unless money is named.
  if (
    take(
      draft,
      new RegExp(
        '\\b(?:what |which )?(?:share|percent(?:age)?|proportion)(?: of(?: (?:our|the|all|' +
          'total))*)?(?: (?:is|are|comes?|came))?(?= (?:revenue|sales|orders)|$)',
      ),
    )
  ) {
    draft.partOf = ['buyers'];
    if (!/\b(?:revenue|sales|orders|money|turnover)\b/.test(draft.whole)) draft.measures = ['customers'];
  }
  draft.isStrong = true;
  draft.where.push({
    field: 'buyers',
    values: [new RegExp(NEW).test(from[1] as string) ? 'new' : 'returning'],
  });
  draft.isComposed = true;
}
