import type { Table, TableRow } from './table.js';
import { sampleOf } from './tables/named-table.js';

/** Headers of columns with an order's items in one cell, or one item each: `line_items`, `line_item_1`. */
const PACKED = /^line[ _]?items?(?:[ _]?(\d+))?$/i;

/** The fields of an item, as exports of WooCommerce write them, and the headers that they get. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['name', 'item_name'],
  ['sku', 'item_sku'],
  ['quantity', 'item_quantity'],
  ['subtotal', 'item_subtotal'],
  ['sub_total', 'item_subtotal'],
  ['total', 'item_total'],
  ['total_tax', 'item_total_tax'],
  ['tax', 'item_total_tax'],
  ['refunded', 'item_refunded'],
  ['refunded_qty', 'item_refunded_qty'],
]);
const NEEDED = ['item_name', 'item_quantity', 'item_total'];

type Item = ReadonlyMap<string, string>;

interface Packed {
  readonly column: number;
  /** Whether its cells have several items. */
  readonly isList: boolean;
}

/**
 * An order's items as rows of their own, where they are packed in cells: `name:Mug|quantity:2|total:36.00`.
 * Each has the order's own cells; any other table stays.
 */
export async function withItems(table: Table): Promise<Table> {
  const packed = table.header.flatMap((name, column): Packed[] => {
    const match = PACKED.exec(name.trim());
    return match ? [{ column, isList: match[1] === undefined }] : [];
  });
  if (packed.length === 0) return table;
  const cells = (await sampleOf(table)).flatMap(row => packed.map(p => itemsOf(row, [p])));
  const items = cells.flat();
  const isPacked = items.length > 0 && items.every(item => NEEDED.every(field => item.has(field)));
  if (!isPacked) return table;
  const found = new Set(items.flatMap(item => [...item.keys()]));
  const added = [...new Set(FIELDS.values())].filter(h => found.has(h) || h === 'item_refunded');
  const columns = packed.map(p => p.column);
  const kept = (row: readonly string[]) => row.filter((_, i) => !columns.includes(i));
  const unpack = (row: TableRow): TableRow[] => {
    const own = kept(row.cells);
    while (own.length < table.header.length - columns.length) own.push('');
    const of = itemsOf(row.cells, packed);
    // An order without items stays a row.
    return (of.length > 0 ? of : [new Map<string, string>()]).map(item => ({
      number: row.number,
      cells: [...own, ...added.map(h => item.get(h) ?? '')],
    }));
  };
  return {
    ...table,
    header: [...kept(table.header), ...added],
    async *rows(onBytes) {
      for await (const batch of table.rows(onBytes)) yield batch.flatMap(unpack);
    },
  };
}

function itemsOf(row: readonly string[], packed: readonly Packed[]): Item[] {
  return packed.flatMap(({ column, isList }) => {
    const cell = row[column]?.trim() ?? '';
    if (cell === '') return [];
    return (isList ? split(cell, ';') : [cell]).map(itemOf);
  });
}

function itemOf(text: string): Item {
  const item = new Map<string, string>();
  for (const piece of split(text, '|')) {
    const at = piece.indexOf(':');
    const header = FIELDS.get(piece.slice(0, at).trim());
    if (header !== undefined) item.set(header, unescaped(piece.slice(at + 1)).trim());
  }
  return item;
}

/** A mark that belongs to a name has a backslash before it. */
const split = (text: string, mark: ';' | '|'): string[] =>
  text.split(mark === ';' ? /(?<!\\);/ : /(?<!\\)\|/).filter(piece => piece.trim() !== '');

const unescaped = (text: string): string => text.replace(/\\([;|:\\])/g, '$1');
