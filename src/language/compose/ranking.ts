import { findGrain, findGroupingFields } from '../../answering/grouping-fields.js';
import { normal, singularOf } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { COMPUTED_FIELDS } from '../../query/fields.js';
import { type Draft, type Pass, type ReadingContext, take } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { filtersIn } from './values.js';

const TOP =
  'top|best|biggest|largest|leading|highest|strongest|most popular|most important|favou?rite|number one|main';
const BOTTOM = 'bottom|worst|lowest|weakest|smallest|least|poorest|slowest';
const NOUN = '[\\p{L}-]+(?: [\\p{L}-]+)?';

/** The key of a field, or period, by its name; undefined if there is none. */
export function fieldKey(name: string, { fields }: Pick<ReadingContext, 'fields'>): string | undefined {
  const phrase = normal(name.replaceAll('-', ' '));
  const grain = findGrain(phrase);
  if (grain) return grain;
  const [found, ...others] = findGroupingFields(phrase, fields);
  if (found && others.length === 0) return kebab(found.key);
  return COMPUTED_FIELDS.find(f => f.key === kebab(phrase) || normal(f.label) === phrase)?.key;
}

/** `top 3 products in each country`, `best month of each year`. */
export const rankedWithin: Pass = async (draft, context) => {
  ofEachLine(draft, context);
  bestPeriod(draft);
  await ofEachValue(draft, context);
  if (draft.rank) return;
  const pattern = new RegExp(
    `\\b(?:the )?(${TOP}|${BOTTOM})(?:[- ](?:selling|performing|sold))?(?: ` +
      `(${NUMBER}))?(?:[- ](?:selling|performing|sold))? (${NOUN})(?: by (${NOUN}))? (?:(?:in|for|of|` +
      `per|by|within|from) )?(?:each|every|per|by(?= product line| category| country| region| city|` +
      ` segment| month| quarter| year|(?<=\\border by) \\p{L})|all(?= \\w+s\\b)) (?:of (?:the|` +
      `our) )?(?:\\w+ of (?:the|` +
      `our) )?(${NOUN})`,
    'u',
  );
  const m = pattern.exec(draft.text);
  if (!m) return;
  const inner = nounKey(m[3] as string, context);
  const outer = nounKey(m[5] as string, context);
  if (!inner || !outer || inner.key === outer.key) return;
  const isBottom = new RegExp(`^(?:${BOTTOM})$`).test(m[1] as string);
  const isMany = singularOf(inner.said) !== inner.said;
  draft.text =
    `${draft.text.slice(0, m.index)} ${m[4] ? `by ${m[4]}` : ''} ${outer.rest} ` +
    `${draft.text.slice(m.index + m[0].length)}`.replace(/\s+/g, ' ').trim();
  draft.isStrong = true;
  draft.by = [outer.key, inner.key];
  draft.rank = {
    order: isBottom ? 'bottom' : 'top',
    limit: m[2] ? numberIn(m[2]) : isMany ? 3 : 1,
    within: outer.key,
  };
  draft.rows = 'groups';
  draft.isComposed = true;
};

/** `top 2 products for france and spain each`: a ranking within each of the values that are named. */
async function ofEachValue(draft: Draft, context: ReadingContext): Promise<void> {
  const m = new RegExp(
    `\\b(?:the )?(${TOP}|${BOTTOM})(?:[- ](?:selling|performing|sold))?(?: (${NUMBER}))? ` +
      `(${NOUN}) (?:in|for|of|from|by) ` +
      `(?:(?:each|both) (?:of |in )?([\\p{L}\\d .&',-]+?)|([\\p{L}\\d .&',-]+?) each)(?= by | in ` +
      `(?:19|20)| ?,|$)`,
    'u',
  ).exec(draft.text);
  const inner = m && nounKey(m[3] as string, context);
  const found =
    m && inner
      ? await filtersIn(((m[4] ?? m[5]) as string).replace(/ and | or |,/g, ' , '), context)
      : undefined;
  const [filter, ...more] = found ? [...found.goods, ...found.others] : [];
  if (!m || !inner || !filter?.values || filter.values.length < 2 || more.length > 0) return;
  draft.text = `${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  const isBottom = new RegExp(`^(?:${BOTTOM})$`).test(m[1] as string);
  draft.where.push(filter);
  draft.by = [filter.field, inner.key];
  draft.rank = { order: isBottom ? 'bottom' : 'top', limit: m[2] ? numberIn(m[2]) : 3, within: filter.field };
  draft.rows = 'groups';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `most units in a month`: the first of all periods. */
function bestPeriod(draft: Draft): void {
  const m = take(
    draft,
    new RegExp(
      String.raw`\b(?:the )?(most|highest|best|biggest|largest|least|lowest|fewest) ((?:[\p{L}]+ ` +
        '){1,2}?)(?:(?:sold|made|earned|placed|we had|ever) )*in (?:a|one|any)(?: single)? ' +
        String.raw`(day|week|month|quarter|year)\b`,
      'u',
    ),
    '',
  );
  if (!m) return;
  draft.text = `${draft.text} ${(m[2] as string).trim()}`.trim();
  draft.by.push(m[3] as string);
  draft.rank = { order: /least|lowest|fewest/.test(m[1] as string) ? 'bottom' : 'top', limit: 1 };
  draft.isStrong = true;
}

/** `top 3 of each product line`: products, where that is a line of them. */
function ofEachLine(draft: Draft, context: ReadingContext): void {
  const m = new RegExp(
    `\\b(?:${TOP}|${BOTTOM}) (?:${NUMBER}) (?=(?:of|in|per|from|for) (?:(?:each|` +
      `every) )?(product line|category)\\b)`,
  ).exec(draft.text);
  if (m && fieldKey(m[1] as string, context) && fieldKey('product', context))
    draft.text = draft.text.replace(m[0], `${m[0]}products `);
}

/** The field at the start of a phrase of two words, and the word that is left. */
function nounKey(
  phrase: string,
  context: ReadingContext,
): { key: string; said: string; rest: string } | undefined {
  const whole = fieldKey(phrase, context);
  if (whole) return { key: whole, said: phrase, rest: '' };
  const [first = '', ...rest] = phrase.split(' ');
  const key = fieldKey(first, context);
  return key ? { key, said: first, rest: rest.join(' ') } : undefined;
}

/** What sells: products by what they bring. */
export const bestSellers: Pass = (draft, context) => {
  const product =
    fieldKey('product', context) ?? fieldKey('product line', context) ?? fieldKey('category', context);
  if (!product || draft.rows) return;
  // "Best selling product lines" are of lines, and the words read them.
  const selling = /\b(?:worst|best|top)[- ]?selling ([\p{L}-]+(?: [\p{L}-]+)?)/u.exec(draft.text)?.[1];
  const sold = selling === undefined ? undefined : nounKey(selling, context);
  if (sold && sold.key !== 'product' && sold.said !== 'product') return;
  const worst = take(
    draft,
    new RegExp(
      String.raw`\b(?:what|which(?: \w+)?) (?:sells?|is selling|sold|do(?:es)? (?:we|people)? ` +
        String.raw`?(?:sell|buy)) (?:the )?(?:worst|least)\b|\bworst ?sell(?:er|ing)s?(?: products?| ` +
        String.raw`items?)?\b`,
    ),
  );
  const best =
    worst ??
    take(
      draft,
      new RegExp(
        String.raw`\b(?:our |the )?(?:top |best )(\d+ )?sellers?\b|\b(?:our |the )?(?:top |best )` +
          String.raw`(\d+ )?sell(?:er|ing)s?(?: products?| items?)\b|\bbest[- ]?sellers?\b|\bhot ` +
          String.raw`?sellers?\b|\bwhat (?:do (?:people|customers|we) (?:buy|sell)(?! with| together)` +
          '(?: the)?(?: most| best)?|sells?(?: the)?(?: best| most| well)?|is selling(?: ' +
          String.raw`best| well)?|sold (?:best|most|well)|are people buying)\b`,
      ),
    );
  if (!best) return;
  const limit = Number.parseInt(best[1] ?? best[2] ?? '10', 10);
  const each = take(
    draft,
    new RegExp(
      '\\b(?:(?:in|for|of|per|by) (?:each|every)|per|by(?! (?:units|quantity|volume|' +
        'pieces))) ([\\p{L}-]+(?: line)?)\\b',
      'u',
    ),
  );
  const outer = each?.[1] ? fieldKey(each[1], context) : undefined;
  draft.rank = {
    order: worst ? 'bottom' : 'top',
    limit: outer && !best[1] && !best[2] ? 1 : limit,
    ...(outer && { within: outer }),
  };
  draft.by = outer ? [outer, product] : [product];
  draft.rows = 'groups';
  draft.isComposed = true;
  draft.isStrong = true;
  moreBy(draft);
};

function moreBy(draft: Draft): void {
  if (take(draft, /\bby (?:units|quantity|volume|pieces)\b/)) draft.measures = ['units', 'revenue'];
}

const STATUS_VERB = /\b(?:did|have|has) we (?:ship|shipped)\b|\bwas shipped\b/;

/** Verbs that are a status: "how much did we ship" is about what was shipped, not about ships. */
export const statusVerbs: Pass = async (draft, { fields }) => {
  if (!STATUS_VERB.test(draft.text) || !fields.some(f => f.key === 'status')) return;
  take(draft, STATUS_VERB);
  draft.where.push({ field: 'status', values: ['Shipped'] });
  draft.isStrong = true;
  draft.isComposed = true;
};
