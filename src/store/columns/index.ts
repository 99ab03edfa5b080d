/**
 * The public door to the columns: nothing outside this folder imports its other files. README.md has their
 * invariants.
 */
export {
  columnNames,
  dropLeftOvers,
  keepLinesHere,
  type LinesTable,
  linesTable,
  makeLinesTable,
  readLinesTable,
} from './batches.js';
export { type ChunkHeader, lastChunkId, listChunks, replaceChunks } from './chunk.js';
export { type CohortCells, CohortCounter } from './cohort-counter.js';
export { type ColumnName, isWide, type WideColumn } from './column-names.js';
export { notedLineCount, noteLineCount } from './counted.js';
export { type Counter, countAll, type GroupSums, NO_SUMS, type RatingColumn } from './counter.js';
export { BuyerCounter, CustomerCounter, type CustomerSums, VarietyCounter } from './customer-counter.js';
export { lastDays, listOrders, type OrderList, sortedAmounts, sortedOrderTotals } from './gather.js';
export { GroupCounter } from './group-counter.js';
export { type Grouping, groupingBy, groupingByPair } from './grouping.js';
export { type LinePartSums, NO_PARTS, type PartFigures } from './line-part-counter.js';
export { bitOf, KNOWN_PARTS, LINE_PARTS, type LinePart, partsIn } from './line-parts.js';
export type { Filter, GroupBy, LineMask, LineScope, LookUp } from './line-scope.js';
export { OverviewCounter } from './overview-counter.js';
export { PartCounter, type PartSums, type ValueFilter } from './part-counter.js';
export { IdSums, PeriodCounter } from './period-counter.js';
export { type CustomerPurchases, scanPurchases, scanPurchasesAsOfEach } from './purchase-scan.js';
export { rebuildColumns, refreshOrderColumns, removeOrders } from './rebuild.js';
export { type LineColumns, Lines, type Scan, scan } from './scan.js';
export { TotalCounter } from './total-counter.js';
export { ColumnWriter, type CountedLine } from './writer.js';
