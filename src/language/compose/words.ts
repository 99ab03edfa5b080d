import { isGoods } from '../../answering/field-roles.js';
import { kebab } from '../../core/text/words.js';
import { MEASURE_KEYS } from '../../query/measure-keys.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import type { Meaning } from '../lexicon/lexicon.js';
import type { Span } from '../reading.js';
import { type Draft, type Pass, type ReadingContext, take } from './draft.js';
import { groupedByFields } from './grouped-by.js';
import { ordinal } from './ordinals.js';
import { addValue, readText } from './values.js';

/** Words that say nothing in a question about sales, beside those of the lexicon. */
/** Words that say nothing where two things are compared, and much where they are not. */
const COMPARING = /\b(?:shrank|grew|grow|fell|rose|shrinking|growing|better|worse|more|less|than)\b/g;
const NOISE = new RegExp(
  String.raw`\b(?:anything|something|stuff|things|look like|take|took|seen|growth|rate|global|x|` +
    'doing|taken off|off|came in|came|got|gets|returns? taken|good|bad|sells?|selling|' +
    'both|compare|compared|ones|distribution|who|whom|that|those|them|their|which|whats|' +
    'hey|ok|okay|just|really|actually|again|exactly|yet|still|ever|so|then|too|well|far|' +
    'most|mostly|amount of|list of|kind of|sort of|names?|of all|been|anyone|anybody|' +
    'someone|any|there|customers? of ours|each of|how|long|since|sales? of|total|in ' +
    'total|overall|altogether|much|many|down|went|go|gone|gave|say|said|happening|' +
    "happened|currently|today's|use|using|come from|comes from|came from|ones?|did|does|" +
    String.raw`not)\b`,
  'g',
);

/** Words that say nothing where something else of the question has said it. */
function isNoise(text: string, draft: Draft): boolean {
  const { measures, who, rows: kind, versus, by, whole } = draft;
  if (/^(?:people|customers?|together|stuck|over)$/.test(text))
    return (
      who.length > 0 || kind !== undefined || (text === 'together' && !/\bbought together\b/.test(whole))
    );
  // "Orders over 50k: count": their number is what a count is.
  if (/^(?:count|number)$/.test(text)) return who.length > 0 || measures.some(m => COUNTS.test(m));
  // Values of one field are added up anyway.
  if (/^(?:combined|together|altogether)$/.test(text) && draft.where.some(f => (f.values?.length ?? 0) > 1))
    return true;
  if (text === 'average') return measures.some(m => /average|median|per/.test(m));
  const isCompared =
    versus !== undefined || by.includes('weekend') || /\b(?:vs|versus|compared?)\b/.test(whole);
  // A change is in percent as well, and so is a share.
  const isPercent = text === 'percent' && (isCompared || draft.partOf !== undefined);
  const rest = isCompared ? text.replace(COMPARING, '') : text;
  if (isPercent) return true;
  return rest.replace(NOISE, '').trim() === '';
}

/** "How many and how many dollars": money beside another measure. */
const MONEY = /^(?:money|dollars|bucks|euros?|pounds|quid|rupees|cash)$/;
const COUNTS = /^(?:orders|customers|units|lines|products|returned-\w+|cancelled-orders|return-lines)$/;

const HOW_MANY = new RegExp(
  String.raw`^how many (?!orders?\b|customers?\b|people\b|clients?\b|buyers?\b|new\b|different\b|` +
    String.raw`times\b|lines\b|products?\b|percent\b|days\b|of\b)`,
);

/** Revenue beside another measure: "orders and revenue". */
const ALSO_REVENUE = new RegExp(
  String.raw`(?:,|\band|\bwith|&) (?:the |total )?(?:revenue|sales|turnover)\b|\b(?:revenue|` +
    String.raw`sales|turnover)(?: ?,| and| &| with) |^(?:revenue|sales|turnover)\b.* and (?:how ` +
    'many|(?:the )?number of) ',
);

/** Words that make what comes the first or the last of its kind. */
const TOP_WORDS = new RegExp(
  '\\b(?:the |our )?(top|best|biggest|largest|leading|highest|strongest|most popular|' +
    'most valuable|most important|worst|bottom|lowest|weakest|smallest|(?<!\\bat )least|poorest|' +
    'fewest)(?:[- ](?:selling|performing|sold|spending))?(?: (\\d{1,3}|two|three|four|five|six|' +
    'seven|eight|nine|ten|twenty))?\\b',
);

/** Reads what is left word by word: measures, fields, segments and values of the shop. */
export const words: Pass = async (draft, context) => {
  ordinal(draft);
  const top = draft.rank ? undefined : take(draft, TOP_WORDS);
  if (top) {
    const isBottom = /worst|bottom|lowest|weakest|smallest|least|poorest|fewest/.test(top[1] as string);
    draft.rank = { order: isBottom ? 'bottom' : 'top', limit: numberOf(top[2]) ?? 0 };
    if (/best|worst|poorest|weakest|strongest/.test(top[1] as string)) draft.isJudged = true;
  }
  groupedByFields(draft);
  const reading = await readText(draft.text, context);
  comparedValues(draft, reading.spans);
  draft.remarks.push(...reading.remarks);
  const left: string[] = [];
  let said = draft.saidMeasures;
  let [not, isBy, isCounted, isExcluded] = [false, false, false, false];
  for (const span of reading.spans) {
    // "without trains in france": what stands behind a preposition is kept again.
    if (isExcluded && /^(?:in|for|from|of|by|per)$/.test(span.text)) [not, isExcluded] = [false, false];
    const meaning = chosen(span, draft, isBy);
    if (!meaning) {
      if (span.meanings.length > 0) continue;
      if (!not && draft.measures.length > 0 && MONEY.test(span.text)) draft.measures.push('revenue');
      else if (!isNoise(span.text, draft)) left.push(span.text);
      continue;
    }
    if (meaning.kind === 'by') isBy = true;
    else if (meaning.kind === 'not') not = true;
    else if (meaning.kind === 'number') isCounted = !takeNumber(draft, meaning.value) || isCounted;
    else {
      takeMeaning(draft, meaning, { not, isBy });
      if (meaning.kind === 'revenue' && ALSO_REVENUE.test(draft.whole) && !draft.measures.includes('revenue'))
        draft.measures.push('revenue');
      if (meaning.kind === 'measure' || meaning.kind === 'revenue') said++;
      if (meaning.kind !== 'dimension' && meaning.kind !== 'grain') isBy = false;
      if (not && (meaning.kind === 'value' || meaning.kind === 'segment')) isExcluded = true;
    }
  }
  countsGoods(draft, context);
  // "Which customers cancelled an order" lists them.
  if (/\b(?:which|who|list)\b/.test(draft.whole) && draft.measures.includes('customers')) said = 0;
  // Named questions measure one thing.
  const isOfSeveral =
    ALSO_REVENUE.test(draft.whole) || draft.measures.filter(m => m !== 'revenue').length > 1;
  // `cohort orders` has a question of its own.
  const isOfCohorts = draft.by.includes('first-order-month');
  if (
    said > 1 &&
    isOfSeveral &&
    draft.measures.length > 1 &&
    !draft.rows &&
    draft.who.length === 0 &&
    !isOfCohorts
  )
    draft.isStrong = true;
  if (isCounted) left.push('number');
  // "without" needs something that is left out.
  if (not && !draft.where.some(f => f.not) && !draft.who.some(c => c.kind === 'not')) left.push('without');
  if (isBy && draft.by.length === 0) left.push('by');
  draft.text = left.join(' ');
};

/** "How many trains did we sell" counts them. */
function countsGoods(draft: Draft, { fields }: ReadingContext): void {
  const isOpen = draft.measures.every(m => m === 'revenue') && !draft.rows;
  if (!isOpen || !HOW_MANY.test(draft.whole)) return;
  const goods = draft.where.some(f => !f.not && fields.some(x => isGoods(x) && kebab(x.key) === f.field));
  if (!goods) return;
  draft.measures = ['units'];
  draft.isStrong = true;
}

/** `France vs Spain`: values of one field that are compared are what to split by. */
function comparedValues(draft: Draft, spans: readonly Span[]): void {
  if (!spans.some(s => s.meanings.some(m => m.kind === 'versus')) || draft.rows === 'customers') return;
  const keys = spans.flatMap(s =>
    s.meanings.flatMap(m => (m.kind === 'value' ? [kebab(m.value.field.key)] : [])),
  );
  const twice = keys.find((key, i) => keys.indexOf(key) < i);
  if (twice && !draft.by.includes(twice)) draft.by.push(twice);
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const index = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].indexOf(text);
  return index >= 0 ? index + 2 : text === 'twenty' ? 20 : Number(text);
}

/** The meaning that fits best where a word could be several things. */
function chosen({ meanings }: Span, draft: Draft, isBy: boolean): Meaning | undefined {
  const of = <K extends Meaning['kind']>(kind: K) =>
    meanings.find((m): m is Extract<Meaning, { kind: K }> => m.kind === kind);
  const value = of('value') ?? of('segment');
  if (value) return value;
  const dimension = of('dimension');
  const measure = of('measure');
  if (dimension?.dimension.key === 'customer' || measure?.measure.key === 'customers') {
    if (draft.rank && !draft.rows && draft.by.length === 0 && !isBy) {
      draft.rows = 'customers';
      return undefined;
    }
    if (draft.rows || draft.who.length > 0) return undefined;
    if (isBy && dimension) return dimension;
    return measure ?? (draft.rank || isBy ? dimension : undefined);
  }
  if (dimension && (isBy || !measure)) return dimension;
  if (measure)
    return draft.measures.length > 0 && draft.measures.includes(MEASURE_KEYS[measure.measure.key] ?? '')
      ? undefined
      : measure;
  return of('grain') ?? of('number') ?? of('by') ?? of('not') ?? of('revenue');
}

function takeNumber(draft: Draft, value: number): boolean {
  if (!draft.rank || draft.rank.limit > 0) return false;
  draft.rank = { ...draft.rank, limit: value };
  return true;
}

function takeMeaning(draft: Draft, meaning: Meaning, { not }: { not: boolean; isBy: boolean }): void {
  switch (meaning.kind) {
    case 'value':
      addValue(draft.where, kebab(meaning.value.field.key), meaning.value.value, not);
      return;
    case 'segment': {
      const condition = { kind: 'segment' as const, values: [segmentWord(meaning.segment.title)] };
      const known = draft.who.findIndex(c => c.kind === 'segment');
      const same = draft.who[known];
      if (not) draft.who.push({ kind: 'not', of: condition });
      else if (same?.kind === 'segment')
        draft.who[known] = { kind: 'segment', values: [...same.values, ...condition.values] };
      else draft.who.push(condition);
      return;
    }
    case 'dimension': {
      const key = kebab(meaning.dimension.key);
      if (!draft.by.includes(key)) draft.by.push(key);
      return;
    }
    case 'grain':
      if (!draft.by.includes(meaning.grain)) draft.by.push(meaning.grain);
      return;
    case 'measure': {
      const key = MEASURE_KEYS[meaning.measure.key];
      if (key && !draft.measures.includes(key)) draft.measures.push(key);
      return;
    }
    case 'revenue':
      if (draft.measures.length === 0 && draft.rows !== 'customers') draft.measures.push('revenue');
      return;
    default:
  }
}
