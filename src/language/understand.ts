import { type Declaration, FAMILIES, type Family } from '../answering/declaration.js';
import { type GroupingField, groupingFields } from '../answering/grouping-fields.js';
import type { ParsedQuery } from '../answering/question.js';
import type { ShopView } from '../answering/shop.js';
import { type Note, remark } from '../core/answer/notes.js';
import { type Day, showDay } from '../core/calendar/days.js';
import { periodContext } from '../core/calendar/in-words/named-period.js';
import { type FoundPeriods, findPeriods } from '../core/calendar/in-words/period.js';
import type { Period } from '../core/calendar/period.js';
import { NotUnderstood } from '../core/errors.js';
import { cleaned, normal, type Token, tokensOf } from '../core/text/normal-text.js';
import { typos } from '../core/text/typos.js';
import { kebab } from '../core/text/words.js';
import { OTHERS, type SegmentMap } from '../segments/maps/map.js';
import { optionsText } from '../segments/segmentation/options.js';
import { customersCalled } from '../store/tables/customers.js';
import { dataExtent } from '../store/tables/order-lines.js';
import { chooseQuestion } from './choose.js';
import { withComparedValues } from './compared-values.js';
import { takeFilters } from './filters.js';
import { takeHorizon } from './horizon.js';
import type { Meaning, Vocabulary } from './lexicon/lexicon.js';
import { type FoundOptions, segmentationOf, takeOptions } from './options.js';
import { type Reading, readWords, type Span } from './reading.js';
import type { Misunderstood } from './refused.js';
import type { Said } from './slots.js';
import { ValueIndex } from './values/value-index.js';

/** A text longer than this is no question. */
export const LONGEST = 500;
/** Nor is one of more words. */
export const MOST_WORDS = 60;

/** With more words that stand for nothing another way to read the others makes no question of it. */
export const MOST_UNKNOWN = 10;

/** A text as one of the named questions, or what was taken apart of it. @throws NotUnderstood */
export async function understand(text: string, shop: ShopView): Promise<ParsedQuery | Misunderstood> {
  const said = cleaned(text).replace(/^\//, '');
  if (said.length > LONGEST)
    throw new NotUnderstood(`That question is ${said.length} characters long; ${LONGEST} are enough.`, [
      'sales',
      'segment',
    ]);
  const isAboutSegments = /\bsegments?\b/i.test(said);
  const first = await attempt(said, shop, isAboutSegments);
  // Without the word "segment", "as of" and "page 2" are more likely parts of a name than options.
  if ('question' in first || isAboutSegments || !/\bas[- ]of\b|\bpage \d/i.test(said)) return first;
  const second = await attempt(said, shop, true);
  return 'question' in second ? second : first;
}

async function attempt(
  said: string,
  shop: ShopView,
  areWordsRead: boolean,
): Promise<ParsedQuery | Misunderstood> {
  const all = shop.questions;
  const dimensions = await groupingFields(shop.store);
  const named = await understandNamed(said, all, dimensions, shop);
  if (named) return named;
  const options = optionsIn(said, dimensions, areWordsRead);
  const ahead = takeHorizon(options.rest);
  const { filters, rest } = await takeFilters(ahead.rest, shop.store, dimensions);
  const found = await takePeriods(rest.toLowerCase(), shop);
  if (options.isAsOf && !found.period)
    throw new NotUnderstood('"as of" needs a day, for example as-of:2026-03-31.', ['segment']);
  const { versus, rest: words } = found;
  const period = options.isAsOf ? undefined : found.period;
  const segmentation = segmentationOf(
    options,
    options.isAsOf ? found.period?.range.to : undefined,
    shop.segmenting,
  );
  const { family, rest: asked, remarks } = takeFamily(words, all);
  const questions = all.filter(q => !family || q.family === family);
  const { map } = segmentation?.options ?? shop.segmenting.segmentation;
  const vocabulary = vocabularyOf(family, questions, dimensions, map);
  const tokens = fewTokensOf(asked);
  let index: Promise<ValueIndex> | undefined;
  const values = () => {
    index ??= ValueIndex.of(shop.store, dimensions, tokens);
    return index;
  };
  const read = (areAllOpen: boolean) => readWords(asked, tokens, vocabulary, values, areAllOpen);
  const choose = ({ spans }: Reading, slots: Said) => {
    const isAnything =
      family ||
      slots.period ||
      slots.segmentation ||
      filters.length > 0 ||
      spans.some(s => s.meanings.some(says));
    return isAnything ? chooseQuestion(withComparedValues(spans), slots, questions) : undefined;
  };
  const { horizon, discount } = ahead;
  const slots: Said = {
    filters,
    ...defined({ period, versus, segmentation, page: options.page, horizon, discount }),
  };
  // A period that a question about segments does not take is the day that they are as of: "segment 2004".
  const dated = family === 'segment' && period ? asOfPeriod(period, slots, shop) : undefined;
  const plain = await read(false);
  // Words of ours may also be in names of values: "age 20-40". A number behind a dimension is more likely
  // one of those.
  const isHopeless = plain.unknown.length > MOST_UNKNOWN;
  const ways = isHopeless ? [false] : namesNumber(plain.spans) ? [true, false] : [false, true];
  for (const areAllOpen of ways) {
    const reading = areAllOpen ? await read(true) : plain;
    const own = choose(reading, slots);
    const choice = own ?? (dated && choose(reading, dated.slots));
    if (!choice) continue;
    const counted = [found.period, versus].flatMap(p => (p?.remark ? [remark(p.remark)] : []));
    const said = [...remarks, ...reading.remarks, ...counted, ...(own || !dated ? [] : [dated.remark])];
    return asProfile(ofEachCustomer({ question: choice.question, ...choice.given, remarks: said }), all);
  }
  return { said, family, questions, dimensions, spans: plain.spans, unknown: plain.unknown };
}

/** What the words of a question may mean. Segments are none of what sales are about. */
const vocabularyOf = (
  family: Family | undefined,
  questions: readonly Declaration[],
  dimensions: readonly GroupingField[],
  { segments }: SegmentMap,
): Vocabulary => ({
  dimensions,
  segments: family === 'sales' ? [] : [...segments, OTHERS],
  questions,
  isAboutSegments: family === 'segment',
  known: new Map(),
});

/** @throws NotUnderstood if there are more than a question has */
function fewTokensOf(asked: string): Token[] {
  const tokens = tokensOf(asked);
  if (tokens.length <= MOST_WORDS) return tokens;
  const limit = `That question has ${tokens.length} words; ${MOST_WORDS} are enough.`;
  throw new NotUnderstood(limit, ['sales', 'segment']);
}

/** Of each customer there is one: "customers who bought in May" asks what they spent. */
function ofEachCustomer({ measure, ...asked }: ParsedQuery): ParsedQuery {
  const isOne = asked.dimension?.key === 'customer' && measure?.key === 'customers';
  return isOne || !measure ? asked : { ...asked, measure };
}

/** A segment's question about one customer is answered by their profile. */
function asProfile(asked: ParsedQuery, questions: readonly Declaration[]): ParsedQuery {
  const [filter, ...others] = asked.filters;
  const profile = questions.find(q => q.family === 'segment' && q.name === 'customer');
  const isPerson =
    filter?.column === 'customer' && !filter.exclude && filter.values.length === 1 && others.length === 0;
  if (!profile || !isPerson || !['summary', 'members'].includes(asked.question.name)) return asked;
  const { segmentation, remarks } = asked;
  return {
    question: profile,
    name: filter.values[0]?.value ?? '',
    filters: [],
    remarks,
    ...defined({ segmentation }),
  };
}

/** The same with a period as the day that segments are as of: its last. Since when says no such day. */
function asOfPeriod(
  period: Period,
  { period: _, ...slots }: Said,
  { segmenting }: Pick<ShopView, 'segmenting'>,
): { slots: Said; remark: Note } | undefined {
  if (/^(since|after)\b/.test(period.text)) return undefined;
  const { to } = period.range;
  const before = slots.segmentation?.options ?? segmenting.segmentation;
  if (before.asOf !== undefined) return undefined;
  const options = { ...before, asOf: to };
  return {
    slots: {
      ...slots,
      segmentation: { options, text: optionsText(options, segmenting.segmentation) },
    },
    remark: remark(`Segments as of ${showDay(to)}, the last day of "${period.text}".`),
  };
}

/** What was said, without what was not: a slot that is there counts as given. */
const defined = <T extends object>(slots: T): Partial<T> =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Partial<T>;

/**
 * Options of segments: none in a text about sales; in one that names no command none that is a dimension of
 * the shop, nor any in words, which may be part of a name.
 */
function optionsIn(said: string, dimensions: readonly GroupingField[], areWordsRead: boolean): FoundOptions {
  if (/^\s*sales?\b/i.test(said)) return { said: [], isAsOf: false, rest: said };
  const isAboutSegments = /\bsegments?\b/i.test(said);
  const keys = new Set(dimensions.map(d => kebab(d.key)));
  return takeOptions(said, name => !isAboutSegments && keys.has(name), areWordsRead);
}

const says = ({ kind }: Meaning): boolean =>
  !['filler', 'from', 'joiner', 'only', 'by', 'not', 'number'].includes(kind);

/**
 * `segmentation group 5`: a number right behind a dimension, and not so many of them, may be a value of it.
 */
const namesNumber = (spans: readonly Span[]): boolean =>
  !spans.some(s => s.meanings.some(m => m.kind === 'question')) &&
  spans.some(
    (s, i) =>
      s.meanings.some(m => m.kind === 'dimension' && !m.isPeriod) &&
      spans[i + 1]?.meanings.some(m => m.kind === 'number'),
  );

/** A question about something by name takes the rest of the text as it is: names hold anything. */
async function understandNamed(
  said: string,
  questions: readonly Declaration[],
  dimensions: readonly GroupingField[],
  shop: ShopView,
): Promise<ParsedQuery | undefined> {
  // A customer may be called anything, options and all.
  const person = findNamed(
    said,
    questions.filter(q => q.name === 'customer'),
  );
  if (person && (await customersCalled(shop.store, person.name ?? '')).length > 0) return person;
  const options = takeOptions(said, () => false, false);
  const named = findNamed(options.rest, questions);
  if (!named) return undefined;
  const { filters, rest } = named.question.optional.includes('filters')
    ? await takeFilters(named.name ?? '', shop.store, dimensions)
    : { filters: [], rest: named.name ?? '' };
  const dated = await nameAsOf(rest, shop);
  const segmentation = segmentationOf(options, dated.asOf, shop.segmenting);
  if (dated.name === '' && named.question.required?.includes('name')) return undefined;
  const name = dated.name === '' ? undefined : dated.name;
  const { question, remarks } = named;
  return { question, filters, remarks, ...defined({ name, segmentation, page: options.page }) };
}

/** A name and the day behind it: `Land of Toys as of march 2004`. */
async function nameAsOf(text: string, shop: ShopView): Promise<{ name: string; asOf?: Day }> {
  const name = text.trim().replace(/^"|"$/g, '');
  const m = /^(.*?)\s*\bas[- ]of:?\s+(?:the )?(?:end of )?(.+)$/i.exec(text.trim());
  const found = m?.[2] ? await takePeriods(m[2].toLowerCase(), shop) : undefined;
  if (!m || !found?.period || found.rest.trim() !== '') return { name };
  return { name: (m[1] ?? '').trim().replace(/^"|"$/g, ''), asOf: found.period.range.to };
}

function findNamed(said: string, questions: readonly Declaration[]): ParsedQuery | undefined {
  for (const question of questions.filter(q => [...(q.required ?? []), ...q.optional].includes('name'))) {
    for (const word of question.words) {
      const before = normal(word).split(' ').join('[\\s-]+');
      const m = new RegExp(`^\\s*${question.family}s?\\s+${before}[:\\s]+(.+)$`, 'iu').exec(said);
      const name = m?.[1]?.trim().replace(/\?$/, '').trim();
      if (name) return { question, name, filters: [], remarks: [] };
    }
  }
  return undefined;
}

/** The command that a text begins with, or that is among its words. */
function takeFamily(
  text: string,
  questions: readonly Declaration[],
): { family?: Family; rest: string; remarks: readonly Note[] } {
  const first = /^\s*(\p{L}+)/u.exec(text)?.[1] ?? '';
  const rest = text.replace(/^\s*\p{L}+/u, ' ');
  const family = FAMILIES.find(f => first === f || first === `${f}s`);
  if (family) return { family, rest, remarks: [] };
  if (first.length >= 6 && typos(first, 'segment') === 1)
    return { family: 'segment', rest, remarks: [{ kind: 'readAs', typed: first, as: 'segment' }] };
  // "lifetime value by segment" is a phrase of a question, whose own words stay together.
  const phrases = questions.flatMap(q => Object.values(q.figures ?? {}).flat());
  if (phrases.some(phrase => / by segment$/.test(phrase) && text.includes(phrase)))
    return { family: 'segment', rest: text, remarks: [] };
  // "revenue by segment" is split by nothing else.
  const within = /(?:\b(?:by|per|in each|of each|for each|each) )?\bsegments?\b/.exec(text);
  return within
    ? { family: 'segment', rest: text.replace(within[0], ' '), remarks: [] }
    : { rest: text, remarks: [] };
}

async function takePeriods(text: string, shop: ShopView): Promise<FoundPeriods> {
  const data = await dataExtent(shop.store);
  if (!data) return { rest: text };
  const today = shop.today();
  return findPeriods(text, periodContext(data, today));
}
