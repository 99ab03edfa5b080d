import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Basis } from '../../core/answer/basis.js';
import type { Grain } from '../../core/calendar/grain.js';
import { kebab } from '../../core/text/words.js';
import { QUERY_MEASURES } from '../../query/measures.js';
import { perPeriod } from '../../query/per-period.js';
import { dataVersion } from '../../store/engine/data-version.js';
import { countLines } from '../../store/scope/line-count.js';

/** What an answer was computed from: figures with their formulas, lines, and the version of the data. */
export async function basisOf(
  answer: Pick<Answer, 'columns' | 'rows' | 'scope' | 'linesCounted'>,
  query: ParsedQuery,
  { store }: Pick<ShopView, 'store'>,
): Promise<Basis> {
  const lines = answer.linesCounted ?? (await linesOf(answer, query, store));
  return {
    ...(query.query === undefined && { about: query.question.summary }),
    // Figures of segments are of their members, not of order lines.
    figures: query.question.family === 'sales' ? figuresOf(answer, query.query?.per) : [],
    dataVersion: await dataVersion(store),
    ...(lines !== undefined && { lines }),
  };
}

/** The lines of an answer about the days and filters of its query; of two periods there is no one number. */
async function linesOf(
  { scope }: Pick<Answer, 'scope'>,
  { question, period, versus, filters }: ParsedQuery,
  store: ShopView['store'],
): Promise<number | undefined> {
  const isOfDays = scope.some(part => part.kind === 'days') && versus === undefined;
  if (question.family !== 'sales' || !isOfDays) return undefined;
  return countLines(store, { ...(period && { range: period.range }), filters });
}

/** Figures that named questions call otherwise than queries do. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 'average-order-value': 'average-order' };

/** The figures that have a formula: in the columns, or in the rows if each row is a figure. */
function figuresOf({ columns, rows }: Pick<Answer, 'columns' | 'rows'>, per?: Grain): Basis['figures'] {
  const inRows = columns[0]?.key === 'measure' ? rows.map(row => String(row.measure)) : [];
  const shown = [...columns.filter(c => !c.secondary).map(c => c.key), ...inRows].map(kebab);
  const keys = new Set(shown.map(key => OTHER_NAMES[key] ?? key));
  return QUERY_MEASURES.filter(({ key }) => keys.has(key))
    .map(measure => (per ? perPeriod(measure, per) : measure))
    .map(({ label, formula }) => ({ label, formula }));
}
