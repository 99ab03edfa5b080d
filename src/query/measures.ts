import type { QueryMeasure } from './measure.js';
import { AVERAGES } from './measures-averages.js';
import { COUNTS } from './measures-counts.js';
import { EXPECTED } from './measures-expected.js';
import { LOSSES } from './measures-losses.js';
import { MONEY } from './measures-money.js';

export { type GroupFigures, type Needed, NO_FIGURES, type Part, type QueryMeasure } from './measure.js';

/** Every measure, in the order of docs and help. */
export const QUERY_MEASURES: readonly QueryMeasure[] = [
  ...COUNTS,
  ...AVERAGES,
  ...MONEY,
  ...LOSSES,
  ...EXPECTED,
];

/** The measure of this key. */
export const measureCalled = (key: string): QueryMeasure | undefined =>
  QUERY_MEASURES.find(measure => measure.key === key);
