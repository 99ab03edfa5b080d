/**
 * BG/NBD: how often customers order and whether they still do. Fader, Hardie & Lee (2005), "Counting Your
 * Customers" the Easy Way, Marketing Science 24(2); formula numbers are of that paper. While they are
 * customers, each orders at random at a rate of their own (gamma: r, alpha), and after each order leaves for
 * good with a probability of their own (beta: a, b). Time is in weeks.
 */
import { gammaln } from 'simple-statistics';
import { type Maximum, maximise, maximiseFrom } from '../maximise.js';
import { type Groups, groupsOf, type Histories, sampleOf } from './histories.js';
import { hypergeometric, scaledHypergeometric } from './hypergeometric.js';

export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Fitted parameters, and how good the fit is. */
export interface BgNbdFit {
  readonly model: BgNbd;
  readonly logLikelihood: number;
  readonly isConverged: boolean;
  /** Standard errors of r, alpha, a and b; undefined where the likelihood is flat in some direction. */
  readonly errors?: readonly number[];
}

/**
 * Logarithms of r, alpha, a and b to start from: few or many who come back, who leave soon or hardly ever.
 */
const STARTS: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [-1.5, 1.5, -0.5, 1],
  [0.7, 3, -2, 1],
  [-0.5, 2.5, 1, 2],
];

/** More groups than this, and the starts are tried on a sample of them. */
const MOST_GROUPS = 6_000;

/**
 * Fits the model by maximum likelihood. The same histories in another order give the same to the last digit.
 */
export function fitBgNbd(histories: Histories): BgNbdFit {
  const groups = groupsOf(histories);
  const sample = sampleOf(groups, MOST_GROUPS);
  const rough = maximise(logLikelihoodOf(sample), STARTS);
  const found: Omit<Maximum, 'agreeing'> =
    sample === groups ? rough : maximiseFrom(logLikelihoodOf(groups), rough.at);
  const [r, alpha, a, b] = found.at.map(Math.exp) as [number, number, number, number];
  return {
    model: { r, alpha, a, b },
    logLikelihood: found.value,
    isConverged: found.isConverged && rough.agreeing >= 2,
    // By the delta method, since the search is in logarithms.
    ...(found.errors && { errors: found.errors.map((e, i) => e * Math.exp(found.at[i]!)) }),
  };
}

/** The log-likelihood (6) of grouped histories, as a function of the logarithms of the parameters. */
function logLikelihoodOf(groups: Groups): (logs: readonly number[]) => number {
  const { x, recency, age, of } = groups;
  const [logRecency, logAge] = [new Float64Array(recency.length), new Float64Array(age.length)];
  const [base, left] = [new Float64Array(x.length), new Float64Array(x.length)];
  return logs => {
    const logAlpha = logs[1]!;
    const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
    for (let i = 0; i < recency.length; i++) logRecency[i] = Math.log(alpha + recency[i]!);
    for (let i = 0; i < age.length; i++) logAge[i] = Math.log(alpha + age[i]!);
    const rate = r * logAlpha - gammaln(r);
    const stay = gammaln(a + b) - gammaln(b);
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!;
      base[i] = gammaln(r + n) + rate + (n === 0 ? 0 : stay + gammaln(b + n) - gammaln(a + b + n));
      left[i] = n === 0 ? 0 : logs[2]! - Math.log(b + n - 1);
    }
    let sum = 0;
    for (const group of of) {
      const n = x[group.x]!;
      const stayed = -(r + n) * logAge[group.age]!;
      const gone = left[group.x]! - (r + n) * logRecency[group.recency]!;
      sum += group.customers * (base[group.x]! + (n === 0 ? stayed : logOfSum(stayed, gone)));
    }
    return sum;
  };
}

/** log(exp(u) + exp(v)) without leaving the range of numbers. */
const logOfSum = (u: number, v: number): number => Math.max(u, v) + Math.log1p(Math.exp(-Math.abs(u - v)));

/** The probability that a customer leaves after a repeat order, on average: the mean of beta (a, b). */
export const meanLeaving = ({ a, b }: BgNbd): number => a / (a + b);

/** A customer's repeat orders, the week of the last of them, and their age in weeks. */
export interface History {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
}

/**
 * The probability that a customer has not left (Fader & Hardie 2008, "Computing P(alive) Using the BG/NBD
 * Model"). It is 1 of everybody without a repeat order, since in this model nobody leaves before one: of
 * them it says nothing.
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { x, recency, age }: History): number {
  if (x === 0) return 1;
  const log = Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(log));
}

/**
 * Orders to be expected of a customer in the coming weeks (10). The hypergeometric function is in Euler's
 * form (Abramowitz & Stegun 15.3.3), in which the powers of the paper's form cancel and its terms shrink for
 * any x.
 */
export const expectedOrders = (model: BgNbd, history: History, weeks: number): number =>
  probabilityAlive(model, history) * expectedWhileAlive(model, history, weeks);

/**
 * Below this first parameter the terms of Euler's form change their signs and cancel each other's digits:
 * where everybody orders at nearly the same rate, r is large. The paper's own form is taken instead.
 */
const MOST_CANCELLED = -2;

function expectedWhileAlive({ r, alpha, a, b }: BgNbd, { x, age }: History, weeks: number): number {
  if (weeks <= 0) return 0;
  // Where a is 1, or c is 0, the formula divides zero by zero; beside it the value is the same to ten digits.
  const near = Math.abs(a - 1) < 1e-5 ? 1 + 1e-5 : a;
  const c = Math.abs(near + b + x - 1) < 1e-7 ? 1e-7 : near + b + x - 1;
  const z = weeks / (alpha + age + weeks);
  return Math.max(0, (c / (near - 1)) * (1 - subtrahend({ r, a: near, b }, x, c, z)));
}

/** What the paper's formula (10) takes off 1, in the form whose digits do not cancel. */
function subtrahend({ r, a, b }: Omit<BgNbd, 'alpha'>, x: number, c: number, z: number): number {
  const first = a + b - 1 - r;
  if (first < MOST_CANCELLED && c > 0) return scaledHypergeometric(r + x, r + x, b + x, c, z);
  // Where a and b are large, the sum is beyond the largest number, and the power below the smallest.
  if (first > 0 && a > 1) return scaledHypergeometric(a - 1, first, a - 1, c, z);
  return Math.exp((a - 1) * Math.log1p(-z)) * hypergeometric(first, a - 1, c, z);
}

/** Repeat orders to be expected of a new customer in their first weeks (9). */
export const expectedOfNew = (model: BgNbd, weeks: number): number =>
  expectedWhileAlive(model, { x: 0, recency: 0, age: 0 }, weeks);

/**
 * The probability that a customer orders in the coming weeks: that they have not left, and that an order
 * comes at a rate that is gamma (r + x, alpha + T). It is below 1 of everybody, those with one order among
 * them.
 */
export function probabilityOfOrder(model: BgNbd, history: History, weeks: number): number {
  const { r, alpha } = model;
  const none = -(r + history.x) * Math.log1p(weeks / (alpha + history.age));
  return probabilityAlive(model, history) * -Math.expm1(none);
}
