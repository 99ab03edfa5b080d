import type { CellsChart } from '../../core/answer/chart-spec.js';
import { cellAt, cellsOf } from '../../segments/maps/cells.js';
import { OTHERS, type SegmentMap, type Weights } from '../../segments/maps/map.js';
import type { Snapshot } from '../../segments/snapshots/snapshot.js';

/**
 * A map as a grid: recency by FM if its rules use only FM, otherwise by F with a stripe for each M.
 * @param snapshot whose customers to count in the cells, scored 1 to the map's own number of scores
 */
export function mapChart(
  map: SegmentMap,
  snapshot: Snapshot | undefined,
  weights: Weights,
  words: { readonly title: string; readonly subtitle: string; readonly currency: string },
): CellsChart {
  const { bins } = map;
  const steps = Array.from({ length: bins }, (_, i) => i + 1);
  const cells = cellsOf(map, bins, weights).segments;
  const isByFm = map.rules.every(rule => !rule.f && !rule.m && !rule.sum && !rule.weighted);
  const segmentAt = (r: number, f: number, m: number) => cells[cellAt({ r, f, m }, bins)] as number;
  const grid = steps.map(r =>
    steps.map(f => {
      if (isByFm) return [segmentAt(r, f, f)];
      const stripes = steps.map(m => segmentAt(r, f, m));
      return stripes.every(s => s === stripes[0]) ? stripes.map(() => stripes[0] as number) : stripes;
    }),
  );
  const counts = steps.map(() => steps.map(() => 0));
  if (snapshot) {
    const { r, f, m } = snapshot.scored;
    for (let i = 0; i < r.length; i++) {
      const column = isByFm ? Math.floor((f[i]! + m[i]! + 1) / 2) : f[i]!;
      const row = counts[r[i]! - 1] as number[];
      row[column - 1] = row[column - 1]! + 1;
    }
  }
  const hasOthers = cells.includes(map.segments.length);
  const segments = [...map.segments, ...(hasOthers ? [OTHERS] : [])];
  const rows = steps.toReversed();
  return {
    kind: 'cells',
    ...words,
    alt: `${words.title}. By recency score: ${rows
      .map(
        r =>
          `R ${r}: ${(grid[r - 1] as number[][])
            .map(
              (stripes, c) =>
                `${isByFm ? 'FM' : 'F'} ${c + 1} ` +
                `${[...new Set(stripes)].map(s => segments[s]?.title).join(' or ')}`,
            )
            .join(', ')}`,
      )
      .join('; ')}`,
    unit: 'count',
    rowTitle: 'recency score',
    columnTitle: isByFm
      ? 'mean of frequency and monetary score'
      : 'frequency score; in each cell monetary score from left to right',
    rows: rows.map(r => `R ${r}`),
    columns: steps.map(c => `${isByFm ? 'FM' : 'F'} ${c}`),
    segments: segments.map(({ title, colour }) => ({ title, colour })),
    cells: rows.map(r => grid[r - 1] as number[][]),
    notes: rows.map(r => (counts[r - 1] as number[]).map(n => (snapshot ? String(n) : ''))),
  };
}
