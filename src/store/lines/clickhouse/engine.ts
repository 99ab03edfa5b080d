import type { LinesTable } from '../../columns/index.js';
import type { StoreReader } from '../../engine/transaction.js';
import type { LineEngine } from '../line-engine.js';

export const clickHouseEngine = (
  _reader: StoreReader,
  _table: LinesTable,
  scanning: LineEngine,
): LineEngine => scanning;
