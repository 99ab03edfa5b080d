import type { Declaration, Family, Slot } from '../answering/declaration.js';
import type { GroupingField } from '../answering/grouping-fields.js';
import type { ShopView } from '../answering/shop.js';
import { NotUnderstood } from '../core/errors.js';
import { labelOfQuery } from '../core/query/query-label.js';
import { findSegments, segmentWord } from '../segments/maps/segment-names.js';
import { dataExtent } from '../store/tables/order-lines.js';
import type { Span } from './reading.js';
import { nearestQuestions } from './suggest.js';

/** What was understood of a text that is refused. */
export interface UnderstoodPart {
  /** The canonical text of a query that says it. */
  readonly text: string;
  /** The words that it leaves out, as they were read. */
  readonly unknown: readonly string[];
}

/** A text that asks nothing we know, as far as it was taken apart. */
export interface Misunderstood {
  readonly said: string;
  readonly family: Family | undefined;
  readonly questions: readonly Declaration[];
  readonly dimensions: readonly GroupingField[];
  readonly spans: readonly Span[];
  readonly unknown: readonly string[];
}

/**
 * What is said of a text that asks nothing we know: why, as far as that can be told, and what can be asked
 * instead.
 * @param isAskable whether a text can be asked of this shop's data
 * @param part what was understood of it, which can be asked
 */
export async function notUnderstood(
  misunderstood: Misunderstood,
  shop: ShopView,
  isAskable: (text: string) => Promise<boolean>,
  part?: UnderstoodPart,
): Promise<NotUnderstood> {
  const { said, unknown, spans, questions, family } = misunderstood;
  const shown = said.length > 80 ? `${said.slice(0, 77)}…` : said;
  const suggestions = await nearestQuestions(
    { ...misunderstood, dataThrough: (await dataExtent(shop.store))?.to },
    isAskable,
  );
  if (part)
    return new NotUnderstood(
      `I do not understand all of "${shown}". Without ${listedWords(part.unknown)} it asks for ` +
        `"${labelOfQuery(part.text)}".`,
      [...new Set([part.text, ...suggestions])].slice(0, 3),
    );
  const elsewhere = family === 'sales' ? [] : segmentsOfOtherMaps(spans, shop);
  const why =
    unknown.length > 0 && spans.length > unknown.length
      ? ` ${listedWords(unknown)} ${unknown.length === 1 ? 'is' : 'are'} no word, dimension or value I know.`
      : refusal(spans, questions);
  return new NotUnderstood(
    said === '' ? 'What would you like to know?' : `I do not know how to answer "${shown}".${why}`,
    [...elsewhere, ...suggestions].slice(0, 3),
  );
}

/** Segments of that name in maps that are not used: `hibernating` is one of eleven. */
function segmentsOfOtherMaps(spans: readonly Span[], { segmenting }: ShopView): string[] {
  const texts = spans.filter(s => s.meanings.length === 0).map(s => s.text);
  return segmenting.maps.all.flatMap(({ name, segments }) =>
    name === segmenting.segmentation.map.name
      ? []
      : texts.flatMap(text =>
          findSegments(text, segments, true).map(s => `segment ${segmentWord(s.title)} map:${name}`),
        ),
  );
}

const listedWords = (words: readonly string[]): string =>
  [...new Set(words)]
    .slice(0, 3)
    .map(w => `"${w.slice(0, 40)}"`)
    .join(', ');

/** Which part of what was said does not go with the question whose words are there. */
function refusal(spans: readonly Span[], questions: readonly Declaration[]): string {
  const word = spans.find(s => s.meanings.some(m => m.kind === 'question'));
  const [question] = word?.meanings.flatMap(m => (m.kind === 'question' ? m.questions : [])) ?? [];
  if (!question || !questions.includes(question)) return numberAlone(spans);
  const takes = [...(question.required ?? []), ...question.optional].map(slot => SLOTS[slot]);
  return ` "${word?.text}" takes ${takes.length > 0 ? takes.join(', ') : 'nothing else'}.`;
}

const numberAlone = (spans: readonly Span[]): string =>
  spans.some(s => s.meanings.some(m => m.kind === 'number')) ? ' It takes no number.' : '';

const SLOTS: Readonly<Record<Slot, string>> = {
  dimension: 'a dimension',
  second: 'a second dimension',
  measure: 'a measure',
  grain: 'day, week, month, quarter or year',
  limit: 'a number',
  period: 'a period',
  versus: 'a period to compare with',
  filters: 'filters',
  floor: 'how far off something has to be',
  audience: 'a tool to list customers for (for:klaviyo)',
  segment: 'a segment',
  fromSegment: 'a segment to come from',
  name: 'a name',
  segmentation: 'how to score (`map:`, `scoring:`, `as-of:`, ...)',
  query: 'a query',
  figure: 'one of its figures',
  page: 'a page',
  horizon: 'how far to look ahead (`horizon:24` months)',
  discount: 'a yearly discount (`discount:8%`)',
};
