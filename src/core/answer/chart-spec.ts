/**
 * A chart as data: what it shows, not how it is drawn. Answers carry these; one file in kinds/ turns each
 * kind into a Chart.js configuration. Values are in the unit named, money in major units, shares as
 * fractions.
 */
export interface ChartBase {
  /** Says the finding, not the topic. */
  readonly title: string;
  readonly subtitle: string;
  /** The figures in words, for those who cannot see the image. */
  readonly alt: string;
  readonly unit: ChartUnit;
  readonly currency: string;
}

export type ChartUnit = 'money' | 'count' | 'share' | 'number';

/** Names and a value each, as horizontal bars; at most some 25. */
export interface RankingChart extends ChartBase {
  readonly kind: 'ranking';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** A second line under each label: what the first one goes with. */
  readonly secondLabels?: readonly string[];
  /** A further figure to print behind each bar: `36.2%`. */
  readonly notes?: readonly string[];
  /** The colour of all bars if it has a meaning, like a segment's. Otherwise the first bar stands out. */
  readonly colour?: string;
  /** True if the values are changes: growth and decline each have a colour. */
  readonly isChange?: boolean;
}

/** A measure over time. */
export interface TrendChart extends ChartBase {
  readonly kind: 'trend';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** True if the last period is not over: it is drawn pale or dashed. */
  readonly partialLast: boolean;
  /** Index of the point to name. */
  readonly peak?: number;
  /** Indexes of points that stand out. */
  readonly marks?: readonly number[];
  /** A moving average, null until there are enough points. */
  readonly average?: { readonly label: string; readonly values: readonly (number | null)[] };
  /** True if the labels are weekdays or hours instead of dates: they stay on one line. */
  readonly isCycle?: boolean;
}

/** A value for each pair of names: bars of the first, made of parts or beside each other by the second. */
export interface PartsChart extends ChartBase {
  readonly kind: 'parts';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Grouped if the parts do not add up (averages) or some are below zero. */
  readonly layout: 'stacked' | 'grouped';
}

/** How values are spread: quartiles, whiskers and what lies beyond. */
export interface BoxChart extends ChartBase {
  readonly kind: 'box';
  readonly boxes: readonly {
    readonly label: string;
    readonly low: number;
    readonly q1: number;
    readonly median: number;
    readonly q3: number;
    readonly high: number;
    /** The farthest values beyond the whiskers; not all of them need to be drawn. */
    readonly beyond: readonly number[];
  }[];
}

/** A value for each pair of names, as colours; null if there is none. */
export interface HeatmapChart extends ChartBase {
  readonly kind: 'heatmap';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then column. */
  readonly values: readonly (readonly (number | null)[])[];
  /** What colours mean: more is darker, or below and above a middle. */
  readonly middle?: number;
}

/** Values from the largest, and the share that they bring together. */
export interface ParetoChart extends ChartBase {
  readonly kind: 'pareto';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** The share of all up to and including each, 0 to 1. */
  readonly cumulative: readonly number[];
  /** Index of the first bar at which 80 % are reached. */
  readonly reached?: number;
}

/** Small charts over the same time, one below the other, each with its own scale. */
export interface MultiplesChart extends ChartBase {
  readonly kind: 'multiples';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly partialLast: boolean;
}

/** Segments by their share of customers beside their share of revenue. */
export interface SegmentsChart extends ChartBase {
  readonly kind: 'segments';
  readonly segments: readonly {
    readonly title: string;
    readonly colour: string;
    readonly customers: number;
    readonly share: number;
    readonly revenueShare: number;
  }[];
}

/** How many customers moved between segments. */
export interface FlowChart extends ChartBase {
  readonly kind: 'flow';
  /** The places from top to bottom. */
  readonly order: readonly string[];
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly customers: number;
    readonly fromColour: string;
    readonly toColour: string;
  }[];
}

/** Names in their own colours, with a bar for each figure; each figure has a panel and a scale of its own. */
export interface PanelsChart extends ChartBase {
  readonly kind: 'panels';
  readonly labels: readonly string[];
  readonly colours: readonly string[];
  readonly panels: readonly {
    readonly title: string;
    readonly unit: ChartUnit;
    readonly values: readonly (number | null)[];
  }[];
}

/** Shares of a whole as rings, the first one outside. */
export interface RingsChart extends ChartBase {
  readonly kind: 'rings';
  readonly labels: readonly string[];
  readonly colours: readonly string[];
  readonly rings: readonly { readonly title: string; readonly shares: readonly number[] }[];
}

/** Points of groups, in the groups' colours, as large as their weight. */
export interface ScatterChart extends ChartBase {
  readonly kind: 'scatter';
  readonly x: { readonly title: string; readonly isReversed?: boolean };
  readonly y: { readonly title: string };
  readonly groups: readonly {
    readonly name: string;
    readonly colour: string;
    /** The weight is 0 to 1, of the largest. */
    readonly points: readonly { readonly x: number; readonly y: number; readonly weight: number }[];
  }[];
}

/** How many there are of each size: columns beside each other, in panels that share the scale. */
export interface HistogramChart extends ChartBase {
  readonly kind: 'histogram';
  readonly panels: readonly {
    readonly title: string;
    readonly labels: readonly string[];
    readonly counts: readonly number[];
  }[];
}

/** A grid of small bar charts: by row and column, a bar for each step. */
export interface BarGridChart extends ChartBase {
  readonly kind: 'barGrid';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What the steps of each cell are, in the legend. */
  readonly steps: readonly string[];
  readonly values: readonly (readonly (readonly number[])[])[];
}

/** Parts of a whole as areas. */
export interface TreemapChart extends ChartBase {
  readonly kind: 'treemap';
  readonly parts: readonly {
    readonly label: string;
    readonly value: number;
    readonly note: string;
    readonly colour: string;
  }[];
}

/** Which segment each cell of a grid belongs to; a cell may be of several, by a third score, as stripes. */
export interface CellsChart extends ChartBase {
  readonly kind: 'cells';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly segments: readonly { readonly title: string; readonly colour: string }[];
  /** Indexes of segments by row, column and stripe. */
  readonly cells: readonly (readonly (readonly number[])[])[];
  /** What stands in each cell: how many customers there are. */
  readonly notes: readonly (readonly string[])[];
}

/**
 * Every kind of chart and its data. A new kind adds itself in its own file in src/charts/kinds, with
 * `declare module '../../core/answer/chart-spec.js' { interface ChartSpecs { radar: RadarChart } }`.
 */
export interface ChartSpecs {
  panels: PanelsChart;
  rings: RingsChart;
  scatter: ScatterChart;
  histogram: HistogramChart;
  barGrid: BarGridChart;
  treemap: TreemapChart;
  cells: CellsChart;
  ranking: RankingChart;
  trend: TrendChart;
  parts: PartsChart;
  box: BoxChart;
  heatmap: HeatmapChart;
  pareto: ParetoChart;
  multiples: MultiplesChart;
  segments: SegmentsChart;
  flow: FlowChart;
}

export type ChartSpec = ChartSpecs[keyof ChartSpecs];
export type ChartKind = ChartSpec['kind'];
