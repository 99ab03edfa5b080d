import type { StoreReader } from '../../../store/engine/transaction.js';
import { mappingsOfShape, type StoredMapping } from '../../../store/tables/mappings.js';
import type { ColumnMap } from '../overrides.js';
import { columnsOf, speaksOf, withSaid } from './said.js';

/** What was answered before about files with the same headers. */
export interface RememberedAnswers {
  readonly said: ColumnMap;
  readonly used: readonly StoredMapping[];
}

/** The answers that are remembered for a file. @param map what the person says now, which comes first */
export async function rememberedAnswers(
  reader: StoreReader,
  shape: string,
  header: readonly string[],
  map: ColumnMap,
): Promise<RememberedAnswers> {
  let said: ColumnMap = new Map();
  const used: StoredMapping[] = [];
  for (const mapping of await mappingsOfShape(reader, shape)) {
    const columns = columnsOf(mapping.columns, header);
    if (!columns || speaksOf(map, columns)) continue;
    said = withSaid(said, columns);
    used.push(mapping);
  }
  return { said, used };
}
