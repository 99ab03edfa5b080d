/**
 * The public door to the order lines that count: how they are added up, wherever they are. Nothing outside
 * src/store imports the columns or another file of this folder.
 */
import { scan as scanColumns } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';
import type { LineEngine } from './line-engine.js';
import { scanningEngine } from './scanning.js';

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
export type { LineEngine, OrderTotals, Overview, PairSums, ScopeSums } from './line-engine.js';

/** What adds up the lines that a reader sees. */
export const linesOf = async (reader: StoreReader): Promise<LineEngine> =>
  scanningEngine(reader, (scope, names) => scanColumns(reader, scope, names));
