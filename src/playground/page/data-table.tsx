import { useState } from 'react';
import { isObject } from './is-object.js';

interface Cell {
  readonly type: string;
  readonly text: string;
  readonly value?: number;
}

interface Table {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly page_size?: number;
}

/** Enough of a check: the stand-in has checked the block. */
export const isDataTable = (block: unknown): block is Table =>
  isObject(block) && block.type === 'data_table' && Array.isArray(block.rows);

/** A table that is sorted by a click on a column, and shown page by page. */
export function DataTable({ table }: { readonly table: Table }) {
  const [sorted, setSorted] = useState<{ column: number; isDown: boolean }>();
  const [page, setPage] = useState(0);
  const [header = [], ...rows] = table.rows;
  const size = table.page_size ?? 5;
  const ordered = sorted ? [...rows].sort(comparing(sorted.column, sorted.isDown)) : rows;
  const shown = ordered.slice(page * size, (page + 1) * size);
  const last = Math.ceil(rows.length / size) - 1;
  const sortBy = (column: number) => {
    setSorted({ column, isDown: sorted?.column === column ? !sorted.isDown : true });
    setPage(0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: no click reaches the message
    // biome-ignore lint/a11y/useKeyWithClickEvents: no click reaches the message
    <div className="data-table" onClick={event => event.stopPropagation()}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {header.map((cell, i) => (
              <th key={cell.text} className={isNumber(rows, i) ? 'number' : ''}>
                <button type="button" onClick={() => sortBy(i)}>
                  {cell.text}
                  {sorted?.column === i ? (sorted.isDown ? ' ↓' : ' ↑') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own
            <tr key={page * size + at}>
              {row.map((cell, i) => (
                <td key={header[i]?.text} className={cell.type === 'raw_number' ? 'number' : ''}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {last > 0 ? (
        <div className="pages">
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            ‹
          </button>
          Page {page + 1} of {last + 1}
          <button type="button" disabled={page === last} onClick={() => setPage(page + 1)}>
            ›
          </button>
        </div>
      ) : null}
    </div>
  );
}

const isNumber = (rows: Table['rows'], column: number): boolean =>
  rows.some(row => row[column]?.type === 'raw_number');

const comparing =
  (column: number, isDown: boolean) =>
  (a: readonly Cell[], b: readonly Cell[]): number => {
    const [x, y] = [a[column], b[column]];
    const order =
      x?.value !== undefined && y?.value !== undefined
        ? x.value - y.value
        : (x?.text ?? '').localeCompare(y?.text ?? '');
    return isDown ? -order : order;
  };
