import { nelderMead } from './nelder-mead.js';

/**
 * Finds the highest place of a smooth function of a few variables, such as a log-likelihood: Nelder and
 * Mead's simplex (1965) from several starts, then Newton's method with numerical derivatives from the best
 * of them, which also tells whether it is a maximum. Nothing in it is random.
 */
export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether the slope is level there: further steps would gain nothing that matters. */
  readonly isConverged: boolean;
  /** How many of the starts ended as high as the best, within a tenth. */
  readonly agreeing: number;
  /**
   * The standard error of each variable, if the function is a log-likelihood: from the inverse of the
   * curvature. Undefined where it is flat in some direction.
   */
  readonly errors?: readonly number[];
}

type Objective = (at: readonly number[]) => number;

/**
 * Variables stay within this distance of 0: all of ours are logarithms, and beyond lies nothing but
 * overflow.
 */
const BOUND = 12;
/** Starts that end within this of the best are said to agree with it. */
const AGREES = 0.1;
/** What a further Newton step may gain at a maximum. */
const LEVEL = 1e-9;
/** The slope that counts as level where the function is flat, and has no curvature to say so. */
const FLAT = 1e-3;

/**
 * The highest place that is reached from the starts. The objective may return NaN where it is not defined.
 */
export function maximise(objective: Objective, starts: readonly (readonly number[])[]): Maximum {
  const f: Objective = at => {
    if (at.some(v => Math.abs(v) > BOUND)) return Number.NEGATIVE_INFINITY;
    const value = objective(at);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const ends = starts.map(start => climb(f, simplex(f, start)));
  const best = ends.reduce((a, b) => (b.value > a.value ? b : a));
  const agreeing = ends.filter(end => best.value - end.value <= AGREES).length;
  return { ...best, agreeing };
}

/** Climbs from one place alone: where an earlier search, on a part of the data, has found the right hill. */
export const maximiseFrom = (objective: Objective, start: readonly number[]): Omit<Maximum, 'agreeing'> =>
  climb(objective, start);

/** Where the simplex ends: close enough to a maximum for Newton's method to find it. */
const simplex = (f: Objective, start: readonly number[]): readonly number[] =>
  nelderMead(at => -f(at), start, { step: 0.5, most: 240 * start.length }).at;

/** Newton's method, with as much of the gradient's own direction as it takes to go uphill (Levenberg). */
function climb(f: Objective, start: readonly number[]): Omit<Maximum, 'agreeing'> {
  let at = start;
  let value = f(at);
  for (let step = 0; step < 40; step++) {
    const { slope, curvature } = derivatives(f, at, value);
    const newton = solved(curvature, slope, 0);
    if (newton && dot(newton, slope) / 2 < LEVEL)
      return { at, value, isConverged: true, errors: errorsOf(curvature) };
    if (Math.max(...slope.map(Math.abs)) < FLAT) return { at, value, isConverged: true };
    let isHigher = false;
    for (let damping = newton ? 0 : 1e-3; damping < 1e9; damping = Math.max(damping * 10, 1e-3)) {
      const by = solved(curvature, slope, damping);
      if (!by) continue;
      const longest = Math.max(...by.map(Math.abs));
      const there = at.map((v, i) => v + by[i]! * Math.min(1, 2 / longest));
      const reached = f(there);
      if (!(reached > value)) continue;
      [at, value, isHigher] = [there, reached, true];
      break;
    }
    if (!isHigher) break;
  }
  return { at, value, isConverged: false };
}

/** Gradient and negated Hessian by central differences. */
function derivatives(f: Objective, at: readonly number[], value: number) {
  const near = 1e-4;
  const far = 1e-3;
  const shifted = (i: number, by: number, j = i, more = 0) =>
    f(at.map((v, k) => v + (k === i ? by : 0) + (k === j ? more : 0)));
  const slope = at.map((_, i) => (shifted(i, near) - shifted(i, -near)) / (2 * near));
  const curvature = at.map(() => at.map(() => 0));
  for (let i = 0; i < at.length; i++) {
    curvature[i]![i] = -(shifted(i, far) - 2 * value + shifted(i, -far)) / far ** 2;
    for (let j = 0; j < i; j++) {
      const same = shifted(i, far, j, far) + shifted(i, -far, j, -far);
      const opposite = shifted(i, far, j, -far) + shifted(i, -far, j, far);
      curvature[i]![j] = -(same - opposite) / (4 * far ** 2);
      curvature[j]![i] = curvature[i]![j]!;
    }
  }
  return { slope, curvature };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i]!, 0);

/** Solves (matrix + damping) x = right by Cholesky; undefined where that is not positive definite. */
function solved(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  damping: number,
): number[] | undefined {
  const size = right.length;
  const lower: number[][] = [];
  for (let i = 0; i < size; i++) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]! + (i === j ? damping : 0);
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(sum > 1e-9)) return undefined;
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
  }
  const y: number[] = [];
  for (let i = 0; i < size; i++)
    y[i] = (right[i]! - lower[i]!.slice(0, i).reduce((sum, v, k) => sum + v * y[k]!, 0)) / lower[i]![i]!;
  const x: number[] = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = y[i]!;
    for (let k = i + 1; k < size; k++) sum -= lower[k]![i]! * x[k]!;
    x[i] = sum / lower[i]![i]!;
  }
  return x;
}

/** Standard errors: the square roots of the inverse curvature's diagonal. */
function errorsOf(curvature: readonly (readonly number[])[]): number[] {
  return curvature.map((_, i) => {
    const unit = curvature.map((_, j) => (i === j ? 1 : 0));
    return Math.sqrt(solved(curvature, unit, 0)?.[i] ?? Number.NaN);
  });
}
