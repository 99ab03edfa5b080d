import {
  type ChunkHeader,
  type Filter,
  type LineMask,
  type LineScope,
  type LinesTable,
  listChunks,
} from '../../columns/index.js';
import { memoizedPerTransaction } from '../../engine/memoize.js';
import { partOf } from '../../engine/part.js';
import type { StoreReader } from '../../engine/transaction.js';

/** The chunks that a reader sees, of the days that are asked for. */
export async function chunksIn(
  reader: StoreReader,
  { range }: Pick<LineScope, 'range'>,
): Promise<readonly ChunkHeader[]> {
  const all = await memoizedPerTransaction(reader, 'chunks', () => listChunks(reader));
  return all.filter(({ firstDay, lastDay }) => !range || (firstDay <= range.to && lastDay >= range.from));
}

/** Lines that a condition in SQL keeps, of the chunks that a reader sees: `from ... where ...`. */
export async function linesIn(reader: StoreReader, { all }: LinesTable, scope: LineScope): Promise<string> {
  const chunks = await chunksIn(reader, scope);
  return `from ${all} where ${inBatches(chunks)} and ${keptBy(reader, scope)}`;
}

/** No list is empty in SQL; there is no batch 0. */
export const inBatches = (chunks: readonly ChunkHeader[]): string =>
  `batch in (${[0, ...chunks.map(({ batch }) => batch ?? 0)].join(', ')})`;

/** The condition of a scope, and of the part of the shop that the reader is limited to. */
export function keptBy(reader: StoreReader, { range, filters, masks = [], kind }: LineScope): string {
  const conditions = filters.map(filterSql);
  if (range) conditions.push(`day between ${range.from} and ${range.to}`);
  if (kind) conditions.push(`isReturn = ${kind === 'returns' ? 1 : 0}`);
  for (const mask of masks) conditions.push(maskSql(mask));
  const part = partOf(reader);
  if (part) {
    const lists = part.anyOf.map(list =>
      and(list.map(({ column, ids, isExcluded }) => idsSql(column, [...ids], isExcluded))),
    );
    conditions.push(lists.length === 0 ? '0' : `(${lists.join(' or ')})`);
  }
  return and(conditions);
}

const and = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '1' : `(${conditions.join(' and ')})`;

const filterSql = ({ column, values, exclude }: Filter): string =>
  idsSql(
    column,
    values.map(value => value.id),
    exclude,
  );

function idsSql(column: string, ids: readonly number[], isExcluded: boolean): string {
  if (ids.length === 0) return isExcluded ? '1' : '0';
  return `\`${column}\` ${isExcluded ? 'not in' : 'in'} (${ids.join(', ')})`;
}

/** Up to so many marked ids are listed; more are a text with a bit for each. */
const MOST_LISTED = 2_000;

function maskSql({ column, first, marks, keepsOthers = false }: LineMask): string {
  const isFew = marks.reduce((sum, mark) => sum + mark, 0) <= MOST_LISTED;
  const index = `(\`${column}\` - (${first}))`;
  const outside = `${index} < 0 or ${index} >= ${marks.length}`;
  const kept = isFew
    ? idsSql(
        column,
        Array.from(marks.keys()).flatMap(i => (marks[i] === 1 ? [first + i] : [])),
        false,
      )
    : bitSql(index, marks);
  return keepsOthers ? `(${outside} or ${kept})` : isFew ? kept : `(not (${outside}) and ${kept})`;
}

function bitSql(index: string, marks: Uint8Array): string {
  const bytes = Buffer.alloc((marks.length >> 3) + 1);
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) (bytes[i >> 3] as number) |= 1 << (i & 7);
  return `bitAnd(bitShiftRight(${numberAt(bytes, 1, `intDiv(${index}, 8)`)}, bitAnd(${index}, 7)), 1) = 1`;
}

/** The unsigned number at a place of a constant text; 0 outside of it, from the front. */
export const numberAt = (bytes: Buffer, size: 1 | 2 | 4, place: string): string =>
  `reinterpretAsUInt${size * 8}(substring(unhex('${bytes.toString('hex')}'), (${place}) * ${size} + 1, ${size}))`;
