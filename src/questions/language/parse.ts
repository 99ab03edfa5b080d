import { distance } from 'fastest-levenshtein';
import { NotUnderstood, noSales } from '../../errors.js';
import { currentMap } from '../../segments/maps.js';
import type { Shop } from '../../shop.js';
import { lastOrderDay } from '../../store/customer-totals.js';
import { type Dimension, dimensionColumn, listDimensions, listValues } from '../../store/dimensions.js';
import { dataExtent } from '../../store/extent.js';
import { type Filter, findValues } from '../../store/sums.js';
import { type Asked, FAMILIES, type Family, type Question, quoted } from '../question.js';
import { allQuestions } from '../registry.js';
import { breakables, findBreakable, plurals, singular } from './breakable.js';
import { type FoundPeriod, findPeriod } from './period.js';
import { matchQuestion, type Vocabulary } from './phrases.js';
import { kebab, segmentWord } from './words.js';

/** A text longer than this is no question. */
const LONGEST = 500;
/** Data whose last day is older than this is history: "last week" is then counted from that day. */
const HISTORY_DAYS = 14;
const FILTER = /(^|\s)(-?)([\p{L}][\p{L}\d_-]*):((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)/gu;
/** Words that carry no meaning here. */
const FILLERS = new Set([
  'show',
  'me',
  'give',
  'us',
  'please',
  'what',
  'were',
  'was',
  'is',
  'are',
  'our',
  'the',
  'my',
  'of',
  'a',
  'an',
  'for',
  'in',
  'all',
  'tell',
  'how',
  'who',
]);

/**
 * Turns a text into the question it asks.
 * @throws NotUnderstood with the nearest questions where it asks none
 */
export async function parseQuestion(text: string, shop: Shop): Promise<Asked> {
  const understood = await understand(text, shop);
  if ('question' in understood) return understood;
  // Without data there are no dimensions, and nothing about them would be understood.
  if ((await lastOrderDay(shop.store.db)) === undefined) throw noSales();
  throw await notUnderstood(understood, shop);
}

/** Whether a text can be asked of this shop's data: what is offered must be answered. */
export async function isAskable(text: string, shop: Shop): Promise<boolean> {
  try {
    return 'question' in (await understand(text, shop));
  } catch {
    return false;
  }
}

/** A text that asks nothing we know, as far as it was taken apart. */
interface Misunderstood {
  readonly said: string;
  readonly words: readonly string[];
  readonly family: Family | undefined;
  readonly questions: readonly Question[];
  readonly vocabulary: Vocabulary;
}

async function understand(text: string, shop: Shop): Promise<Asked | Misunderstood> {
  const said = text
    .replace(/[\p{Cc}]/gu, ' ')
    .replace(/[“”„]/g, '"')
    .trim();
  if (said.length > LONGEST)
    throw new NotUnderstood(`That question is ${said.length} characters long; ${LONGEST} are enough.`, [
      'sales',
      'segment',
    ]);
  const named = findNamed(said, await allQuestions());
  if (named) return named;
  const { filters, rest } = await takeFilters(said, shop);
  const { period, rest: withoutPeriod } = await takePeriod(rest.toLowerCase(), shop);
  const { family, words, limit } = toWords(withoutPeriod);
  const vocabulary: Vocabulary = {
    dimensions: await breakables(shop.store),
    segments: (await currentMap()).segments,
  };
  const questions = (await allQuestions()).filter(q => !family || q.family === family);
  const best = questions
    .map(question => ({ question, match: matchQuestion(question, words, vocabulary) }))
    .filter(c => c.match !== undefined)
    .sort((a, b) => (b.match?.fixed ?? 0) - (a.match?.fixed ?? 0))[0];
  if (!best?.match || (!family && words.length === 0)) return { said, words, family, questions, vocabulary };
  const { question, match } = best;
  const takes = (argument: 'limit' | 'period' | 'filters', given: unknown) => {
    if (given && !question.takes.includes(argument)) {
      throw new NotUnderstood(
        `\`${`${question.family} ${match.words}`.trim()}\` takes no ${argument === 'limit' ? 'number' : argument}.`,
        question.examples.map(e => `${question.family} ${e}`.trim()),
      );
    }
  };
  takes('period', period);
  takes('filters', filters.length > 0);
  takes('limit', limit !== undefined);
  return {
    question,
    words: match.words,
    dimension: match.dimension,
    grain: match.grain,
    name: match.name,
    limit: question.takes.includes('limit') ? limit : undefined,
    period,
    filters,
  };
}

/** A phrase that ends in a name takes the rest of the text as it is: names hold anything. */
function findNamed(said: string, questions: readonly Question[]): Asked | undefined {
  for (const question of questions) {
    for (const phrase of question.phrases) {
      if (!phrase.endsWith(' {name}')) continue;
      const before = phrase.slice(0, -' {name}'.length).split(' ').join('[\\s-]+');
      const m = new RegExp(`^\\s*(?:${question.family}s?\\s+)?${before}[:\\s]+(.+)$`, 'iu').exec(said);
      const name = m?.[1]?.replace(/^["“]|["”]$|\?$/g, '').trim();
      if (name) return { question, words: phrase.replace('{name}', name), name, filters: [] };
    }
  }
  return undefined;
}

function toWords(text: string): { family?: Family; words: string[]; limit?: number } {
  const tokens = text
    .replace(/[?!.,;"“”]+(?=\s|$)/g, ' ')
    .replace(/[-_/]/g, ' ')
    .split(/\s+/)
    .map(t => t.replace(/^["“”]+|["“”]+$/g, ''))
    .filter(t => t !== '' && !FILLERS.has(t));
  const at = tokens.findIndex(t => FAMILIES.some(f => f === t || `${f}s` === t));
  const family = FAMILIES.find(f => f === tokens[at] || `${f}s` === tokens[at]);
  const rest = tokens.filter((_, i) => i !== at);
  const number = rest.find(t => /^\d{1,3}$/.test(t));
  const limit = number === undefined ? undefined : Math.min(100, Math.max(1, Number(number)));
  return { family, words: rest.filter(t => t !== number), limit };
}

async function takePeriod(text: string, shop: Shop): Promise<FoundPeriod> {
  const data = await dataExtent(shop.store);
  if (!data) return { rest: text };
  const today = shop.today();
  const anchor = today - data.to > HISTORY_DAYS ? data.to : today;
  return findPeriod(text, { anchor, data });
}

async function takeFilters(text: string, shop: Shop): Promise<{ filters: Filter[]; rest: string }> {
  const filters: Filter[] = [];
  const dimensions = await listDimensions(shop.store);
  for (const [, , minus, name, raw] of text.matchAll(FILTER)) {
    const dimension = findDimension(name as string, dimensions);
    const values = splitValues(raw as string);
    const found = await findValues(shop.store, dimension, values);
    const missing = values.find(
      v =>
        !found.some(
          f => f.value.toLowerCase() === v.toLowerCase() || f.label?.toLowerCase() === v.toLowerCase(),
        ),
    );
    if (missing !== undefined) {
      const all = (await listValues(shop.store, dimension)).map(v => v.value);
      const near = all.sort(
        (a, b) =>
          distance(a.toLowerCase(), missing.toLowerCase()) - distance(b.toLowerCase(), missing.toLowerCase()),
      );
      throw new NotUnderstood(
        `No ${dimension.label.toLowerCase()} is called "${missing}".`,
        near.slice(0, 3).map(v => text.replace(`${name}:${raw}`, `${kebab(dimension.key)}:${quoted(v)}`)),
      );
    }
    filters.push({
      field: dimension,
      column: dimensionColumn(dimension),
      values: found,
      exclude: minus === '-',
    });
  }
  return { filters, rest: text.replace(FILTER, ' ') };
}

function findDimension(name: string, dimensions: readonly Dimension[]): Dimension {
  const all = dimensions.map(d => ({
    key: d.key,
    label: d.label,
    by: { kind: 'dimension', dimension: d } as const,
  }));
  const found = findBreakable(name, all);
  if (found?.by.kind !== 'dimension') {
    throw new NotUnderstood(
      `There is no "${name}" to filter by. There are: ${dimensions.map(d => kebab(d.key)).join(', ')}.`,
      [],
    );
  }
  return found.by.dimension;
}

const splitValues = (raw: string): string[] =>
  [...raw.matchAll(/"([^"]*)"|([^,"]+)/g)].map(m => m[1] ?? m[2] ?? '');

async function notUnderstood(
  { said, words, family, questions, vocabulary }: Misunderstood,
  shop: Shop,
): Promise<NotUnderstood> {
  const target = family ? `${family} ${words.join(' ')}` : words.join(' ');
  const plain = (text: string) => text.replaceAll('-', ' ').replace(family ? /^$/ : /^\w+ /, '');
  const near = [...new Set(sayable(questions, vocabulary))]
    .map(text => ({ text, far: distance(plain(text), target) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 8);
  const askable = await Promise.all(near.map(n => isAskable(n.text, shop)));
  const suggestions = near.filter((_, i) => askable[i]).slice(0, 3);
  const shown = said.length > 80 ? `${said.slice(0, 77)}…` : said;
  return new NotUnderstood(
    said === '' ? 'What would you like to know?' : `I do not know how to answer "${shown}".`,
    suggestions.map(n => n.text),
  );
}

/** Everything that can be said, from the questions' own examples and phrases. */
function sayable(questions: readonly Question[], { dimensions, segments }: Vocabulary): string[] {
  return questions.flatMap(q => [
    ...q.examples.map(e => `${q.family} ${e}`.trim()),
    ...q.phrases.flatMap(phrase => {
      if (phrase.includes('{dimension}'))
        return dimensions.map(d => `${q.family} ${phrase.replace('{dimension}', singular(d))}`);
      if (phrase === 'top {dimensions}') return dimensions.map(d => `${q.family} top-${plurals(d)}`);
      return phrase === '{segment}' ? segments.map(s => `${q.family} ${segmentWord(s.title)}`) : [];
    }),
  ]);
}
