/**
 * The public door to the order lines that count: how they are added up, wherever they are. Nothing outside
 * src/store imports the columns or another file of this folder.
 */

export {
  bitOf,
  type CohortCells,
  ColumnWriter,
  type CountedLine,
  type CustomerPurchases,
  type CustomerSums,
  type Filter,
  type GroupBy,
  type GroupSums,
  type IdSums,
  KNOWN_PARTS,
  LINE_PARTS,
  type LineMask,
  type LinePart,
  type LinePartSums,
  type LineScope,
  type Lines,
  type LookUp,
  lastChunkId,
  NO_PARTS,
  NO_SUMS,
  notedLineCount,
  type OrderList,
  type PartFigures,
  type PartSums,
  partsIn,
  type RatingColumn,
  rebuildColumns,
  refreshOrderColumns,
  removeOrders,
  type ValueFilter,
} from '../columns/index.js';
export { checkLines, type LinesFound } from './check.js';
export { linesOf } from './engine-of.js';
export type { LineEngine, OrderTotals, Overview, PairSums, ScopeSums } from './line-engine.js';
export { type LinesPlace, linesPlace, type MovedLines, moveLines, settleLines } from './move.js';
export { type PassTime, timePass } from './pass-time.js';
export { orderKeysInView, ordersInView } from './view/order-names.js';
export { type NotedView, refreshView } from './view/refresh.js';
export { type ReadRow, readSample, sampleView, type ViewSample } from './view/sample.js';
