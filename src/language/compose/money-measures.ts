import { remark } from '../../core/answer/notes.js';
import type { NumberRange } from '../../core/query/query.js';
import { recordedIn } from '../../measures/recorded.js';
import { LACKS } from '../../query/lacks.js';
import { measureCalled } from '../../query/measures.js';
import type { LinePart } from '../../store/scope/sums.js';
import { type Draft, type Pass, type ReadingContext, take } from './draft.js';
import { RANGE, rangeIn } from './numbers.js';
import { Unanswerable } from './unanswerable.js';
import { readText } from './values.js';

/** A measure of what files have beside revenue, and what people call it. */
interface MoneyWords {
  readonly measures: readonly string[];
  readonly part: LinePart;
  readonly words: string;
}

const GIVEN =
  '(?: (?:(?:did |do |have )?we |were |was )?(?:gave|give|given|granted|offered|amounts?|values?|' +
  'totals?)(?: away)?)*';
const PAID =
  '(?: (?:we |were |was )?(?:collected|charged|paid|received|earned|income|revenue|amounts?|totals?))*';

/** The longest first: what is taken is not read again. */
const MONEY_WORDS: readonly MoneyWords[] = [
  {
    measures: ['gross', 'revenue'],
    part: 'discount',
    words:
      'gross (?:sales |revenue )?(?:vs|versus|and|or|against|compared (?:to|with)) net(?: sales| revenue)?',
  },
  {
    measures: ['gross'],
    part: 'discount',
    words:
      'gross (?:sales|revenues?|turnover|amounts?|income from sales)|(?:sales|revenue) before discounts?',
  },
  {
    measures: ['discount-rate', 'discount'],
    part: 'discount',
    words:
      'discount (?:rates?|percent(?:age)?s?|share|ratio|level)|average discounts?(?: rates?)?|' +
      '(?:percent(?:age)?|share)(?: of)?(?: our| the)? discounts?|' +
      'discounts? as an? (?:percent(?:age)?|share) of (?:gross )?(?:sales|revenue)',
  },
  {
    measures: ['discount'],
    part: 'discount',
    words:
      '(?:did |do |does |have |has )?(?:we |the shop )?(?:give|gave|given|lose|lost|spend|spent)(?: away)? ' +
      `(?:in|on|as|for|through) (?:price )?discounts|(?:(?:price )?discounts?|discounting|` +
      `price reductions?|markdowns?|money off|rebates?)${GIVEN}`,
  },
  {
    measures: ['margin', 'profit'],
    part: 'cost',
    words: '(?:gross |profit |average |sales )*margins?(?: rates?)?',
  },
  {
    measures: ['profit'],
    part: 'cost',
    words: 'how profitable(?: is| are| was| were)?|(?:gross )?profits?(?:ability)?(?: made| earned)?',
  },
  {
    measures: ['shipping'],
    part: 'shipping',
    words:
      '(?:income|revenue|money) (?:from|for|with) (?:shipping|delivery|freight|postage)|' +
      `(?:shipping|freight|postage)(?: costs?| charges?| fees?)?${PAID}|` +
      `delivery (?:costs?|charges?|fees?|income|revenue)${PAID}`,
  },
  { measures: ['tax'], part: 'tax', words: `(?:sales )?(?:tax(?:es)?|vat|gst)${PAID}` },
  { measures: ['tip'], part: 'tip', words: `(?:tips?|gratuit(?:y|ies))${PAID}` },
  {
    measures: ['cost'],
    part: 'cost',
    words: 'cogs|costs? of (?:the |our )?(?:goods|sales|products)(?: sold)?|(?:product |goods )?costs?',
  },
];

/** The measures that these words are of, but revenue. */
export const MONEY_KEYS: ReadonlySet<string> = new Set(
  MONEY_WORDS.flatMap(({ measures }) => measures).filter(key => key !== 'revenue'),
);

/** What else such a word is part of: fields of files, and amounts with or without it. */
const NOT_BEFORE =
  '(?<!\\b(?:without|excluding|excl|ex|before|after|including|incl|inclusive of|with|plus|net of|minus|' +
  'less|pre) )';
const NOT_BEHIND =
  '(?! (?:codes?|groups?|bands?|names?|classes|class|types?|regions?|country|countries|city|cities|' +
  'state|states|address|methods?|status|zip|times?|days?|dates?|speed|carriers?|ids?|' +
  'numbers?|free|exempt|jars?|us)\\b)';
const LEAD =
  '(?:(?:ranked |sorted )?by |in terms of |how much (?:in )?|total (?:of )?|(?:amount|sum|value) of )?' +
  '(?:the |our |any |a )?';

/** Gross sales, discounts, tax, shipping, tips, cost, profit and margin. */
export const moneyMeasures: Pass = async (draft, context) => {
  if (draft.rows === 'customers') return;
  mostProfitable(draft);
  atALoss(draft);
  const found: { readonly at: number; readonly measures: readonly string[] }[] = [];
  for (const patterns of MONEY_PATTERNS) {
    const said = await taken(draft, patterns, context);
    const { money } = patterns;
    if (said === undefined) continue;
    refusePerOrder(draft, money);
    if (money.part === 'shipping' && /cost/.test(said))
      draft.remarks.push(remark('Shipping is what customers paid for it, not what it cost the shop.'));
    found.push({ at: draft.whole.indexOf(said.trim()), measures: money.measures });
  }
  if (found.length === 0) return;
  // In the order in which they are said.
  found.sort((a, b) => a.at - b.at);
  draft.measures = [...new Set([...draft.measures, ...found.flatMap(f => f.measures)])];
  draft.isStrong = true;
  besideRevenue(draft);
};

/** Takes the words of a measure out of the text, unless they stand for something else here. */
async function taken(
  draft: Draft,
  patterns: MoneyPatterns,
  context: ReadingContext,
): Promise<string | undefined> {
  const { text, rows } = draft;
  const [having, by] = [draft.having.length, draft.by.length];
  const said = takeRange(draft, patterns) ?? take(draft, patterns.alone)?.[0];
  if (said === undefined || !(await isLacking(said, patterns.money, context))) return said;
  Object.assign(draft, { text, rows });
  draft.having.length = having;
  draft.by.length = by;
  return undefined;
}

/** `sales and tax by month` shows both; a trend is by month. */
function besideRevenue(draft: Draft): void {
  const revenue = '(?:the |our )?(?:revenues?|turnover|net sales|sales)';
  const and = '(?:and|,|&|plus|vs|versus)';
  if (!draft.measures.includes('revenue')) {
    // "sales" at the beginning of a text is a command, and gone.
    const first = new RegExp(`(?<!\\S)${revenue} ${and}(?!\\S)`);
    const isCommand = /^(?:and|&|plus|vs|versus) /.test(draft.whole);
    if (isCommand || take(draft, first)) draft.measures.unshift('revenue');
    else if (take(draft, new RegExp(`(?<!\\S)${and} ${revenue}(?!\\S)`))) draft.measures.push('revenue');
  }
  if (draft.by.length === 0 && take(draft, /\b(?:trend(?: of)?|over time|development(?: of)?)\b/))
    draft.by.push('month');
}

const patternOf = (words: string): RegExp =>
  new RegExp(`${NOT_BEFORE}(?<![\\p{L}\\d-])${LEAD}(?:${words})(?![\\p{L}\\d-])${NOT_BEHIND}`, 'u');

/** `most profitable products` are the top ones by profit. */
function mostProfitable(draft: Draft): void {
  const pattern = /\b(?:the |our )?(most|least) profitable\b/;
  const found = pattern.exec(draft.text);
  if (!found) return;
  draft.text = `${draft.text.replace(pattern, found[1] === 'most' ? 'top' : 'bottom')} by profit`;
}

/** `products that make a loss`: with a profit below zero. */
function atALoss(draft: Draft): void {
  const loss = new RegExp(
    '\\b(?:(?:that|which|we|do|does|did|are|is) )*(?:loss[- ]making|unprofitable|' +
      '(?:(?:sold|sell|make|makes|made|making) )?(?:us )?(?:at )?a loss(?: on| with)?|' +
      'los(?:e|es|t|ing) (?:us )?money(?: on| with)?)\\b',
  );
  if (take(draft, loss)) draft.text = `${draft.text} with profit under 0`.trim();
}

/** A range that groups must be in: `products with margin under 10%`. */
const rangeOf = (words: string): RegExp =>
  new RegExp(
    `\\b(?:(?:with|having|whose|where|that|which|had|have|has|an?|the|our) )*(?<![\\p{L}\\d-])(?:${words})` +
      `(?: (?:is|was|are|were|of))* (${RANGE}) ?(%|percent)?(?![\\p{L}\\d])`,
    'u',
  );

/** The patterns of each measure's words. */
const MONEY_PATTERNS = MONEY_WORDS.map(money => ({
  money,
  alone: patternOf(money.words),
  inRange: rangeOf(money.words),
}));
type MoneyPatterns = (typeof MONEY_PATTERNS)[number];

/** Takes a range that groups must be in out of the text. @returns what was read */
function takeRange(draft: Draft, { money: { measures }, inRange }: MoneyPatterns): string | undefined {
  const [key = ''] = measures;
  const found = take(draft, inRange);
  if (!found?.[1]) return undefined;
  const isShare = measureCalled(key)?.unit === 'share';
  draft.having.push({
    measure: key,
    range: isShare ? asShare(rangeIn(found[1]), found[2]) : rangeIn(found[1]),
  });
  // What is left of "orders with ..." says which groups.
  if (draft.by.length === 0 && (draft.rows === 'orders' || take(draft, /\b(?:which )?orders?\b/))) {
    draft.by.push('order');
    draft.rows = undefined;
  } else if (draft.by.length === 0 && take(draft, /\b(?:which )?(?:customers?|clients?|buyers?)\b/))
    draft.by.push('customer');
  return found[0];
}

/** `10%`, and `10` of a share, are a tenth. */
function asShare({ from, to, ...ends }: NumberRange, percent: string | undefined): NumberRange {
  const isPercent = percent !== undefined || Math.max(Math.abs(from ?? 0), Math.abs(to ?? 0)) > 1;
  const share = (n: number) => (isPercent ? Math.round(n * 1e6) / 1e8 : n);
  return {
    ...ends,
    ...(from !== undefined && { from: share(from) }),
    ...(to !== undefined && { to: share(to) }),
  };
}

/**
 * Whether words are no measure here: this shop's files lack it, and they name a value or a field of the shop.
 * @throws Unanswerable where they name nothing else
 */
async function isLacking(
  said: string,
  { part, measures }: MoneyWords,
  context: ReadingContext,
): Promise<boolean> {
  if ((await recordedIn(context.view.store)).parts.has(part)) return false;
  const { spans } = await readText(said, context, false);
  if (spans.some(span => span.meanings.some(m => m.kind === 'value' || m.kind === 'dimension'))) return true;
  throw lackingPart(part, measures[0] ?? part);
}

/** What is said of a measure whose figures this shop's files lack. */
export function lackingPart(part: LinePart, measure: string): Unanswerable {
  const [lack, help] = LACKS[part];
  const label = measureCalled(measure)?.label ?? measure;
  return new Unanswerable(`${label} cannot be said: ${lack}. ${help}`, ['sales', 'sales help']);
}

/** Refuses what is not worked out: such a figure by the order, the unit or the line. @throws Unanswerable */
function refusePerOrder({ text }: Draft, { measures: [key = ''] }: MoneyWords): void {
  const per = /\b(?:per|an|for each|each) (?:average )?(order|unit|item|piece|basket|line|sale)s?\b/.exec(
    text,
  );
  const measure = measureCalled(key);
  if (!per || !measure || measure.unit !== 'money') return;
  const other = /unit|item|piece/.test(per[1] as string) ? 'units' : per[1] === 'line' ? 'lines' : 'orders';
  throw new Unanswerable(`${measure.label} per ${per[1]} is not worked out: ask for both figures.`, [
    `sales measure:${key},${other}`,
  ]);
}
