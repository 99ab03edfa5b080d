import { NotUnderstood, noSales } from '../../errors.js';
import { OTHERS } from '../../segments/map.js';
import type { Shop } from '../../shop.js';
import { lastOrderDay } from '../../store/customer-totals.js';
import { dataExtent } from '../../store/extent.js';
import { type Asked, FAMILIES, type Family, type Question } from '../question.js';
import { allQuestions } from '../registry.js';
import { type Breakable, breakables } from './breakable.js';
import { chooseQuestion } from './choose.js';
import { takeFilters } from './filters.js';
import type { Meaning, Vocabulary } from './lexicon.js';
import { basisOf, type FoundOptions, takeOptions } from './options.js';
import { type FoundPeriods, findPeriods } from './period.js';
import { type Reading, readWords, type Span } from './reading.js';
import { type Misunderstood, notUnderstood } from './refused.js';
import { cleaned, normal, tokensOf } from './text.js';
import { ValueIndex } from './values.js';
import { kebab } from './words.js';

/** A text longer than this is no question. */
const LONGEST = 500;
/** Nor is one of more words. */
const MOST_WORDS = 60;
/** Data whose last day is older than this is history: "last week" is then counted from that day. */
const HISTORY_DAYS = 14;

/**
 * Turns a text into the question it asks.
 * @throws NotUnderstood with the nearest questions where it asks none, or with what it can mean where that is open
 */
export async function parseQuestion(text: string, shop: Shop): Promise<Asked> {
  const understood = await understand(text, shop);
  if ('question' in understood) return understood;
  // Without data there are no dimensions, and nothing about them would be understood.
  if ((await lastOrderDay(shop.store.db)) === undefined) throw noSales();
  throw await notUnderstood(understood, shop, text => isAskable(text, shop));
}

/** Whether a text can be asked of this shop's data: what is offered must be answered. */
export async function isAskable(text: string, shop: Shop): Promise<boolean> {
  try {
    return 'question' in (await understand(text, shop));
  } catch {
    return false;
  }
}

async function understand(text: string, shop: Shop): Promise<Asked | Misunderstood> {
  const said = cleaned(text).replace(/^\//, '');
  if (said.length > LONGEST)
    throw new NotUnderstood(`That question is ${said.length} characters long; ${LONGEST} are enough.`, [
      'sales',
      'segment',
    ]);
  const all = await allQuestions();
  const dimensions = await breakables(shop.store);
  const options = optionsIn(said, dimensions);
  const named = findNamed(options.rest, all);
  if (named) {
    const { page } = options;
    return { ...named, ...defined({ basis: basisOf(options, undefined, shop.segmenting), page }) };
  }
  const { filters, rest } = await takeFilters(options.rest, shop.store, dimensions);
  const found = await takePeriods(rest.toLowerCase(), shop);
  if (options.isAsOf && !found.period)
    throw new NotUnderstood('"as of" needs a day, for example as-of:2026-03-31.', ['segment']);
  const { versus, rest: words } = found;
  const period = options.isAsOf ? undefined : found.period;
  const basis = basisOf(options, options.isAsOf ? found.period?.range.to : undefined, shop.segmenting);
  const { family, rest: asked } = takeFamily(words);
  const questions = all.filter(q => !family || q.family === family);
  const vocabulary: Vocabulary = {
    dimensions,
    segments: family === 'sales' ? [] : [...(basis?.basis ?? shop.segmenting.basis).map.segments, OTHERS],
    questions,
    isAboutSegments: family === 'segment',
    known: new Map(),
  };
  const tokens = tokensOf(asked);
  if (tokens.length > MOST_WORDS)
    throw new NotUnderstood(`That question has ${tokens.length} words; ${MOST_WORDS} are enough.`, [
      'sales',
      'segment',
    ]);
  let index: Promise<ValueIndex> | undefined;
  const values = () => {
    index ??= ValueIndex.of(shop.store, dimensions, tokens);
    return index;
  };
  const read = (areAllOpen: boolean) => readWords(asked, tokens, vocabulary, values, areAllOpen);
  const choose = ({ spans }: Reading) => {
    const isAnything =
      family || period || basis || filters.length > 0 || spans.some(s => s.meanings.some(says));
    return isAnything
      ? chooseQuestion(
          withComparedValues(spans),
          { filters, ...defined({ period, versus, basis, page: options.page }) },
          questions,
        )
      : undefined;
  };
  const plain = await read(false);
  // Words of ours may also be in names of values: "age 20-40". A number behind a dimension is sooner one of those.
  for (const areAllOpen of namesNumber(plain.spans) ? [true, false] : [false, true]) {
    const reading = areAllOpen ? await read(true) : plain;
    const choice = choose(reading);
    if (!choice) continue;
    const counted = [found.period, versus].flatMap(p => p?.remark ?? []);
    return { question: choice.question, ...choice.given, remarks: [...reading.remarks, ...counted] };
  }
  return { said, family, questions, dimensions, spans: plain.spans, unknown: plain.unknown };
}

/** What was said, without what was not: a slot that is there counts as given. */
const defined = <T extends object>(slots: T): Partial<T> =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Options of segments, unless a text about sales may mean a dimension of that name. */
function optionsIn(said: string, dimensions: readonly Breakable[]): FoundOptions {
  const isAboutSegments = /^\s*segments?\b/i.test(said);
  const keys = new Set(dimensions.map(d => kebab(d.key)));
  return takeOptions(said, name => !isAboutSegments && keys.has(name));
}

const says = ({ kind }: Meaning): boolean =>
  !['filler', 'joiner', 'only', 'by', 'not', 'number'].includes(kind);

/** `segmentation group 5`: a number right behind a dimension, and not so many of them, may be a value of it. */
const namesNumber = (spans: readonly Span[]): boolean =>
  !spans.some(s => s.meanings.some(m => m.kind === 'question')) &&
  spans.some(
    (s, i) =>
      s.meanings.some(m => m.kind === 'dimension' && !m.isPeriod) &&
      spans[i + 1]?.meanings.some(m => m.kind === 'number'),
  );

/** `France vs Spain`, `compare France with Spain`: values that are compared are those of a breakdown. */
function withComparedValues(spans: readonly Span[]): readonly Span[] {
  const isComparing = ({ meanings }: Span) =>
    meanings.some(
      m => m.kind === 'versus' || (m.kind === 'question' && m.questions.some(q => q.name === 'compare')),
    );
  const fields = spans.flatMap(s => s.meanings.flatMap(m => (m.kind === 'value' ? [m.value.field] : [])));
  const field = fields.find((f, i) => fields.findIndex(other => other.key === f.key) < i);
  if (!field || !spans.some(isComparing)) return spans;
  const plain = spans.map((s): Span => (isComparing(s) ? { ...s, meanings: [{ kind: 'filler' }] } : s));
  const isSplit = spans.some(s =>
    s.meanings.some(m => m.kind === 'dimension' && !m.isPeriod && m.dimension.key !== field.key),
  );
  const end = spans.at(-1)?.to ?? 0;
  const at = isSplit ? { text: '', from: end, to: end } : { text: '', from: 0, to: 0 };
  const by: Span = { ...at, meanings: [{ kind: 'by' }] };
  const split: Span = { ...at, meanings: [{ kind: 'dimension', dimension: field }] };
  return isSplit ? [...plain, by, split] : [by, split, ...plain];
}

/** A question about something by name takes the rest of the text as it is: names hold anything. */
function findNamed(said: string, questions: readonly Question[]): Asked | undefined {
  for (const question of questions.filter(q => [...(q.needs ?? []), ...q.takes].includes('name'))) {
    for (const word of question.words) {
      const before = normal(word).split(' ').join('[\\s-]+');
      const m = new RegExp(`^\\s*${question.family}s?\\s+${before}[:\\s]+(.+)$`, 'iu').exec(said);
      const name = m?.[1]?.replace(/^"|"$|\?$/g, '').trim();
      if (name) return { question, name, filters: [], remarks: [] };
    }
  }
  return undefined;
}

/** The command that a text begins with, or that is among its words. */
function takeFamily(text: string): { family?: Family; rest: string } {
  const first = /^\s*(\p{L}+)/u.exec(text)?.[1];
  const family = FAMILIES.find(f => first === f || first === `${f}s`);
  if (family) return { family, rest: text.replace(/^\s*\p{L}+/u, ' ') };
  const within = /\bsegments?\b/.exec(text);
  return within ? { family: 'segment', rest: text.replace(within[0], ' ') } : { rest: text };
}

async function takePeriods(text: string, shop: Shop): Promise<FoundPeriods> {
  const data = await dataExtent(shop.store);
  if (!data) return { rest: text };
  const today = shop.today();
  const anchor = today - data.to > HISTORY_DAYS ? data.to : today;
  return findPeriods(text, { anchor, today, data });
}
