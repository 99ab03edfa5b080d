import type { ChartKind, ChartSpec } from '../../src/charts/spec.js';

/** A chart that is hard to draw, and what it has that is hard. */
export interface ExtremeChart {
  readonly name: string;
  readonly spec: ChartSpec;
  /** Set if the plot is rightly empty: there is nothing to draw. */
  readonly isEmpty?: boolean;
}

const base = {
  title:
    'Revenue of the twelve largest countries grew by 1,234.5% in a year that had only eleven months of sales',
  subtitle:
    'Jan 1, 2024 – Mar 28, 2026 · country: Deutschland, Österreich, Ελλάδα, Россия · without cancelled orders',
  alt: '',
  currency: 'USD',
} as const;
const money = { ...base, unit: 'money' } as const;
const count = { ...base, unit: 'count' } as const;
const share = { ...base, unit: 'share' } as const;

const HUGE = 987_654_321_098_765;
const BLUE = '#0b6fb8';
const RED = '#c2553a';
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** Greek, Cyrillic, Hebrew, Arabic, Turkish and Vietnamese, an emoji, and a name that has no letter. */
const SCRIPTS = [
  'Ελληνικό Κατάστημα Αθηνών',
  'Магазин подарков «Матрёшка»',
  'חנות המתנות',
  'متجر الهدايا',
  'İğdır Çiçekçilik Ürünleri',
  'Cửa hàng Hà Nội',
  '🎉 Party 🎈',
  '🎉',
  LONG,
];
const upTo = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const longNames = (length: number) => upTo(length, i => `${i + 1}. ${LONG}`);
const days = (length: number) => upTo(length, i => `Wed, Jan ${1 + (i % 28)}, ${2024 + Math.floor(i / 28)}`);

type Examples = Readonly<Record<string, ChartSpec>>;

const EXTREMES: Readonly<Partial<Record<ChartKind, Examples>>> = {
  ranking: {
    'one bar': { ...money, kind: 'ranking', labels: ['Germany'], values: [1] },
    '30 long names': {
      ...money,
      kind: 'ranking',
      labels: longNames(30),
      values: upTo(30, i => HUGE / (i + 1)),
      notes: upTo(30, i => `${(36.2 / (i + 1)).toFixed(1)}%`),
    },
    'other scripts': { ...count, kind: 'ranking', labels: SCRIPTS, values: upTo(9, i => 9 - i) },
    'losses, a zero and a gap': {
      ...money,
      kind: 'ranking',
      labels: ['up', 'none', 'unknown', 'down', LONG],
      values: [5_000, 0, Number.NaN, -3_000, -HUGE],
      isChange: true,
    },
    'losses alone': {
      ...money,
      kind: 'ranking',
      labels: ['a', 'b'],
      values: [-12_345.67, -3],
      isChange: true,
    },
    'nothing: no bars': { ...money, kind: 'ranking', labels: [], values: [] },
    'nothing: zeros': { ...money, kind: 'ranking', labels: ['a', 'b'], values: [0, 0] },
  },
  trend: {
    'one period': {
      ...money,
      kind: 'trend',
      labels: ['Mar 2026'],
      values: [HUGE],
      partialLast: true,
      peak: 0,
    },
    'sixteen weeks': {
      ...money,
      kind: 'trend',
      labels: days(16),
      values: upTo(16, i => (i % 5) * 123_456_789),
      partialLast: true,
      peak: 14,
    },
    'losses, zeros and gaps': {
      ...money,
      kind: 'trend',
      labels: days(40),
      values: upTo(40, i => (i % 7 === 3 ? Number.NaN : (i % 5) * 1_000 - 2_500)),
      partialLast: false,
      peak: 39,
      marks: [0, 3, 39],
      average: { label: `average of four weeks of ${LONG}`, values: upTo(40, i => (i < 4 ? null : -300)) },
    },
    'bars below zero': {
      ...money,
      kind: 'trend',
      labels: days(4),
      values: [-1, -HUGE, 0, -5],
      partialLast: false,
    },
    'peak at the start': {
      ...money,
      kind: 'trend',
      labels: days(400),
      values: upTo(400, i => HUGE - i * 1e12),
      partialLast: true,
      peak: 0,
    },
    'a cycle of other scripts': {
      ...count,
      kind: 'trend',
      labels: SCRIPTS,
      values: upTo(9, i => i * 1_000_000),
      partialLast: false,
      isCycle: true,
      peak: 8,
    },
    'nothing: no periods': { ...money, kind: 'trend', labels: [], values: [], partialLast: false },
    'nothing: zeros': { ...money, kind: 'trend', labels: days(3), values: [0, 0, 0], partialLast: false },
  },
  parts: {
    'one bar of one part': {
      ...money,
      kind: 'parts',
      labels: ['Germany'],
      layout: 'stacked',
      series: [{ name: 'All', values: [HUGE] }],
    },
    '30 long names of 7 parts': {
      ...money,
      kind: 'parts',
      labels: longNames(30),
      layout: 'stacked',
      series: upTo(7, s => ({ name: `${s}. ${LONG}`, values: upTo(30, i => (s + 1) * (i + 1) * 1e9) })),
    },
    'beside each other, below zero, in other scripts': {
      ...money,
      kind: 'parts',
      labels: SCRIPTS,
      layout: 'grouped',
      series: upTo(3, s => ({ name: SCRIPTS[s] ?? '', values: upTo(9, i => (i - 4) * (s - 1) * 1e12) })),
    },
    'losses alone': {
      ...money,
      kind: 'parts',
      labels: ['a', 'b'],
      layout: 'grouped',
      series: [{ name: 'returns', values: [-HUGE, -HUGE / 3] }],
    },
    'nothing: zeros': {
      ...money,
      kind: 'parts',
      labels: ['a'],
      layout: 'stacked',
      series: [{ name: 'x', values: [0] }],
    },
  },
  box: {
    'one box': {
      ...money,
      kind: 'box',
      boxes: [{ label: LONG, low: 1, q1: 2, median: 3, q3: 4, high: 6, beyond: [HUGE] }],
    },
    'all the same': {
      ...money,
      kind: 'box',
      boxes: upTo(2, i => ({ label: `${i}`, low: 5, q1: 5, median: 5, q3: 5, high: 5, beyond: [] })),
    },
    'medians at both ends': {
      ...money,
      kind: 'box',
      boxes: [
        { label: 'left', low: 0, q1: 0, median: 0, q3: 9e9, high: HUGE, beyond: [] },
        { label: 'right', low: 0, q1: 9e9, median: HUGE, q3: HUGE, high: HUGE, beyond: [] },
      ],
    },
    'losses and a gap': {
      ...money,
      kind: 'box',
      boxes: [
        { label: 'מתנות', low: -90, q1: -50, median: -20, q3: 0, high: 30, beyond: [-400, 90] },
        { label: 'gap', low: Number.NaN, q1: 1, median: 2, q3: 3, high: 4, beyond: [] },
      ],
    },
    '30 boxes': {
      ...money,
      kind: 'box',
      boxes: longNames(30).map((label, i) => ({
        label,
        low: i,
        q1: i + 2,
        median: i + 3,
        q3: i + 5,
        high: i + 9,
        beyond: [i + 20],
      })),
    },
    'nothing: no boxes': { ...money, kind: 'box', boxes: [] },
  },
  heatmap: {
    'one cell': { ...money, kind: 'heatmap', rows: [LONG], columns: [LONG], values: [[HUGE]] },
    '30 by 12 long names': {
      ...money,
      kind: 'heatmap',
      rows: longNames(30),
      columns: longNames(12),
      values: upTo(30, y => upTo(12, x => ((x + y) % 4 === 0 ? null : (x * y - 50) * 1e9))),
    },
    'hours of a weekday': {
      ...count,
      kind: 'heatmap',
      rows: SCRIPTS,
      columns: upTo(24, i => `${i}:00`),
      values: upTo(9, y => upTo(24, x => x * y * 1_000)),
    },
    '60 columns': {
      ...share,
      kind: 'heatmap',
      rows: ['a'],
      columns: days(60),
      values: [upTo(60, i => i / 30)],
      middle: 1,
    },
    'nothing: a gap': { ...money, kind: 'heatmap', rows: ['a'], columns: ['x'], values: [[null]] },
  },
  pareto: {
    'one bar': { ...money, kind: 'pareto', labels: [LONG], values: [HUGE], cumulative: [1], reached: 0 },
    '12 long names': {
      ...money,
      kind: 'pareto',
      labels: longNames(12),
      values: upTo(12, i => HUGE / 2 ** (i + 1)),
      cumulative: upTo(12, i => 1 - 0.5 ** (i + 1)),
      reached: 2,
    },
    '30 long names': {
      ...money,
      kind: 'pareto',
      labels: longNames(30),
      values: upTo(30, () => 1e9),
      cumulative: upTo(30, i => (i + 1) / 30),
      reached: 23,
    },
    'other scripts and a loss': {
      ...money,
      kind: 'pareto',
      labels: SCRIPTS,
      values: upTo(9, i => 6_000 - i * 1_000),
      cumulative: upTo(9, i => Math.min(1, (i + 1) * 0.2)),
      reached: 3,
    },
    'nothing: no bars': { ...money, kind: 'pareto', labels: [], values: [], cumulative: [] },
  },
  multiples: {
    'one strip of one period': {
      ...money,
      kind: 'multiples',
      labels: ['Mar 2026'],
      series: [{ name: LONG, values: [HUGE] }],
      partialLast: true,
    },
    'seven strips': {
      ...money,
      kind: 'multiples',
      labels: days(90),
      series: upTo(7, s => ({
        name: SCRIPTS[s] ?? '',
        values: upTo(90, i => (s % 2 ? -1 : 1) * ((i * (s + 3)) % 17) * 10 ** (s * 2)),
      })),
      partialLast: true,
    },
    'peaks at both ends': {
      ...money,
      kind: 'multiples',
      labels: days(30),
      series: [
        { name: 'falls', values: upTo(30, i => HUGE - i * 1e13) },
        { name: 'grows', values: upTo(30, i => i * 1e13) },
        { name: 'nothing', values: upTo(30, () => 0) },
      ],
      partialLast: false,
    },
  },
  segments: {
    'one segment': {
      ...share,
      kind: 'segments',
      segments: [{ title: LONG, colour: BLUE, customers: 1_234_567_890, share: 1, revenueShare: 1 }],
    },
    '30 segments of other scripts': {
      ...share,
      kind: 'segments',
      segments: upTo(30, i => ({
        title: SCRIPTS[i % SCRIPTS.length] ?? '',
        colour: i % 2 ? BLUE : RED,
        customers: i * 1_000_000,
        share: i / 435,
        revenueShare: (i - 2) / 435,
      })),
    },
  },
  flow: {
    'one flow': {
      ...count,
      kind: 'flow',
      order: [LONG],
      flows: [{ from: LONG, to: LONG, customers: 1_234_567, fromColour: BLUE, toColour: RED }],
    },
    'all to all of other scripts': {
      ...count,
      kind: 'flow',
      order: SCRIPTS,
      flows: SCRIPTS.flatMap((from, i) =>
        SCRIPTS.map((to, k) => ({
          from,
          to,
          customers: 1 + ((i * k) % 7) * 30,
          fromColour: i % 2 ? BLUE : RED,
          toColour: k % 2 ? BLUE : RED,
        })),
      ),
    },
  },
  panels: {
    'one bar': {
      ...count,
      kind: 'panels',
      labels: ['VIP'],
      colours: [BLUE],
      panels: [{ title: 'customers', unit: 'count', values: [1] }],
    },
    '30 long names, losses and gaps': {
      ...money,
      kind: 'panels',
      labels: longNames(30),
      colours: upTo(30, i => (i % 2 ? BLUE : RED)),
      panels: [
        { title: `revenue of ${LONG}`, unit: 'money', values: upTo(30, i => (i % 4 ? HUGE / i : null)) },
        { title: `change of ${LONG}`, unit: 'money', values: upTo(30, i => (i - 15) * 1e12) },
        { title: `share of ${LONG}`, unit: 'share', values: upTo(30, i => i / 30) },
      ],
    },
    'nothing: gaps': {
      ...money,
      kind: 'panels',
      labels: ['VIP'],
      colours: [BLUE],
      panels: [{ title: 'revenue', unit: 'money', values: [null] }],
    },
  },
  rings: {
    'one part': {
      ...share,
      kind: 'rings',
      labels: [LONG],
      colours: [BLUE],
      rings: [{ title: 'customers', shares: [1] }],
    },
    '30 long names in three rings': {
      ...share,
      kind: 'rings',
      labels: longNames(30),
      colours: upTo(30, i => (i % 2 ? BLUE : RED)),
      rings: upTo(3, i => ({ title: `ring ${i}`, shares: upTo(30, k => (k === 0 ? 0.71 : 0.01)) })),
    },
    'other scripts, losses and a zero': {
      ...share,
      kind: 'rings',
      labels: SCRIPTS,
      colours: upTo(9, i => (i % 2 ? BLUE : RED)),
      rings: [{ title: 'revenue', shares: upTo(9, i => (i - 2) / 20) }],
    },
    'nothing: zeros': {
      ...share,
      kind: 'rings',
      labels: ['VIP'],
      colours: [BLUE],
      rings: [{ title: 'customers', shares: [0] }],
    },
  },
  scatter: {
    'points at the edges': {
      ...count,
      kind: 'scatter',
      x: { title: `days since the last order of ${LONG}`, isReversed: true },
      y: { title: 'orders' },
      groups: [
        { name: LONG, colour: BLUE, points: [{ x: 0, y: HUGE, weight: 1 }] },
        { name: 'Lost', colour: RED, points: [{ x: 9_999_999, y: 0, weight: 0 }] },
      ],
    },
    '12 groups of other scripts': {
      ...count,
      kind: 'scatter',
      x: { title: 'days' },
      y: { title: 'παραγγελίες' },
      groups: upTo(12, g => ({
        name: SCRIPTS[g % SCRIPTS.length] ?? '',
        colour: g % 2 ? BLUE : RED,
        points: upTo(80, i => ({ x: (i * 37) % 365, y: (i * (g + 1)) % 40, weight: (i % 9) / 9 })),
      })),
    },
    'nothing: no points': {
      ...count,
      kind: 'scatter',
      x: { title: 'days' },
      y: { title: 'orders' },
      groups: [{ name: 'VIP', colour: BLUE, points: [] }],
    },
  },
  histogram: {
    'one column': {
      ...count,
      kind: 'histogram',
      panels: [{ title: 'orders', labels: ['1'], counts: [1_234_567_890] }],
    },
    'three panels of 30 long names': {
      ...count,
      kind: 'histogram',
      panels: upTo(3, p => ({
        title: `${p}. ${LONG}`,
        labels: upTo(30, i => `$${i},000.00 – $${i},999.99`),
        counts: upTo(30, i => (i * (p + 1)) % 11),
      })),
    },
    'nothing: zeros': {
      ...count,
      kind: 'histogram',
      panels: [{ title: 'orders', labels: ['1'], counts: [0] }],
    },
  },
  barGrid: {
    'one bar': { ...count, kind: 'barGrid', rows: ['R1'], columns: ['F1'], steps: ['M1'], values: [[[1]]] },
    'five by five by five': {
      ...count,
      kind: 'barGrid',
      rows: SCRIPTS.slice(0, 5),
      columns: SCRIPTS.slice(4, 9),
      steps: longNames(5),
      values: upTo(5, r => upTo(5, c => upTo(5, s => (r * c * s * 37) % 1_000))),
    },
    'nothing: zeros': {
      ...count,
      kind: 'barGrid',
      rows: ['R1'],
      columns: ['F1'],
      steps: ['M1'],
      values: [[[0]]],
    },
  },
  treemap: {
    'one part': {
      ...money,
      kind: 'treemap',
      parts: [{ label: LONG, value: HUGE, note: '$988T · 100%', colour: BLUE }],
    },
    '30 long names': {
      ...money,
      kind: 'treemap',
      parts: longNames(30).map((label, i) => ({
        label,
        value: HUGE / 2 ** i,
        note: `$${i} of many thousands of dollars`,
        colour: i % 2 ? BLUE : '#f2d16b',
      })),
    },
    'other scripts, a zero and a loss': {
      ...money,
      kind: 'treemap',
      parts: SCRIPTS.map((label, i) => ({ label, value: (7 - i) * 10, note: `${i}%`, colour: RED })),
    },
    'nothing: no parts': { ...money, kind: 'treemap', parts: [] },
  },
  cells: {
    'one cell': {
      ...count,
      kind: 'cells',
      rows: ['1'],
      columns: ['1'],
      rowTitle: LONG,
      columnTitle: LONG,
      segments: [{ title: LONG, colour: BLUE }],
      cells: [[[0]]],
      notes: [['1,234,567,890 customers']],
    },
    'five by five with stripes': {
      ...count,
      kind: 'cells',
      rows: SCRIPTS.slice(0, 5),
      columns: SCRIPTS.slice(0, 5),
      rowTitle: 'πρόσφατα',
      columnTitle: 'заказы',
      segments: longNames(11).map((title, i) => ({ title, colour: i % 2 ? BLUE : RED })),
      cells: upTo(5, y => upTo(5, x => upTo(5, s => (x + y + s) % 11))),
      notes: upTo(5, () => upTo(5, () => '1,234,567')),
    },
  },
};

/** The charts of each kind that are hard to draw. One named "nothing: ..." has no series to see. */
export const extremeCharts: readonly ExtremeChart[] = Object.entries(EXTREMES).flatMap(([kind, charts]) =>
  Object.entries(charts).map(([name, spec]) => ({
    name: `${kind}: ${name}`,
    spec,
    isEmpty: name.startsWith('nothing'),
  })),
);
