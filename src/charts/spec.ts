/**
 * A chart as data: what is to be seen, not how it is drawn. Answers carry these; one file in kinds/ turns each
 * kind into a Chart.js configuration. Values are in the unit named, money in major units, shares as fractions.
 */
interface ChartBase {
  /** Says the finding, not the topic. */
  readonly title: string;
  readonly subtitle: string;
  /** The figures in words, for those who cannot see the image. */
  readonly alt: string;
  readonly unit: ChartUnit;
  readonly currency: string;
}

export type ChartUnit = 'money' | 'count' | 'share';

/** Names and a value each, as horizontal bars; at most some 25. */
export interface RankingChart extends ChartBase {
  readonly kind: 'ranking';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** A further figure to print behind each bar: `36.2%`. */
  readonly notes?: readonly string[];
  /** The colour of all bars, where colour means something: a segment's. Otherwise the first bar stands out. */
  readonly colour?: string;
}

/** A measure over time. */
export interface TrendChart extends ChartBase {
  readonly kind: 'trend';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  /** True where the last period is not over: it is drawn apart. */
  readonly partialLast: boolean;
  /** Index of the point to name. */
  readonly peak?: number;
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

/** Who went from where to where. */
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

export type ChartSpec = RankingChart | TrendChart | SegmentsChart | FlowChart;
export type ChartKind = ChartSpec['kind'];
