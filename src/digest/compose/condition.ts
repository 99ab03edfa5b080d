import { capital, type Format, plural } from '../../core/answer/format.js';
import type { Segment } from '../../segments/maps/map.js';
import type { DigestMaterial } from './material.js';

/** What a condition may be about: figures of the period against the one before, segments by their number of customers, or who moved. */
export type Subject =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'any segment' | 'anything' | 'moved' };

export type Measure = 'revenue' | 'orders' | 'customers' | 'new customers';

/** A digest is posted only if this holds: `revenue fell by more than 10%`. */
export interface Condition {
  /** As it was said. */
  readonly text: string;
  readonly subject: Subject;
  readonly direction: 'up' | 'down' | 'either';
  /** Percent, or customers, orders, or major units of money: exact, `units` tenths for one decimal place. */
  readonly amount: { readonly units: bigint; readonly places: number };
  readonly isPercent: boolean;
  /** Whether the amount itself is not enough. */
  readonly isStrict: boolean;
}

/** Whether a digest is wanted by its conditions, and the figures that say so. */
export interface Verdict {
  readonly isWanted: boolean;
  readonly why: string;
}

/** A figure of two periods. Money in minor units; `before` undefined where the data does not have all of it. */
interface Pair {
  readonly name: string;
  readonly now: number;
  readonly before: number | undefined;
  readonly show: (value: number) => string;
  /** What an amount that is not in percent is counted in. */
  readonly scale: number;
  /** Whether both are of whole periods. */
  readonly isSure: boolean;
}

/** Judges conditions by what a digest is made from. One that cannot be told is no reason for silence: the digest is wanted. */
export function judge(conditions: readonly Condition[], material: DigestMaterial): Verdict | undefined {
  if (conditions.length === 0) return undefined;
  const asked = `asked for only if ${conditions.map(c => c.text).join(' or ')}`;
  const found = conditions.map(condition => judged(condition, material));
  const met = found.find(f => f.holds === true);
  if (met) return { isWanted: true, why: `${met.fact}; ${asked}.` };
  const open = found.find(f => f.holds === undefined);
  if (open)
    return {
      isWanted: true,
      why: `${open.fact} cannot be told, since the data does not hold all of both ${material.periods.grain}s; ${asked}.`,
    };
  return { isWanted: false, why: `${found.map(f => f.fact).join(', ')}; ${asked}.` };
}

interface Judged {
  /** Undefined where it cannot be told. */
  readonly holds: boolean | undefined;
  readonly fact: string;
}

function judged(condition: Condition, material: DigestMaterial): Judged {
  const { shifts, format, periods } = material;
  const { subject } = condition;
  if (subject.kind === 'moved') {
    const moved = shifts.moves.filter(m => m.from).length;
    const all = shifts.before.segment.length;
    const share = all > 0 ? ` (${format.share(moved / all)})` : '';
    const isReached = reaches(
      condition.isPercent ? moved * 100 : moved,
      condition,
      condition.isPercent ? all : 1,
    );
    if (!isReached && !isWhole(material)) return { holds: undefined, fact: 'How many moved' };
    return {
      holds: isReached,
      fact: `${plural(moved, 'customer')} moved between segments${share}`,
    };
  }
  const pairs = pairsOf(subject, material);
  const first = pairs.map(pair => {
    const own = holds(pair, condition);
    return { pair, holds: own === false && !pair.isSure ? undefined : own };
  });
  const told =
    first.find(f => f.holds === true) ??
    first.find(f => f.holds === undefined) ??
    [...first].sort((a, b) => relative(b.pair) - relative(a.pair))[0];
  if (!told) return { holds: false, fact: 'There are no segments' };
  const { pair } = told;
  if (pair.before === undefined || told.holds === undefined)
    return { holds: undefined, fact: `How ${pair.name} changed` };
  const change =
    pair.before === 0 ? '' : ` (${format.change((pair.now - pair.before) / Math.abs(pair.before))})`;
  const most = pairs.length > 1 && told.holds === false ? 'Most changed: ' : '';
  return {
    holds: told.holds,
    fact: `${most}${most ? pair.name : capital(pair.name)} ${pair.show(pair.now)} after ${pair.show(pair.before)} the ${periods.grain} before${change}`,
  };
}

const relative = ({ now, before }: Pair): number =>
  before === undefined || before === 0 ? Number(now !== before) : Math.abs(now - before) / before;

/** Whether segments can be compared: all of the period is there, and there was somebody before. */
const isWhole = ({ data, periods, shifts }: DigestMaterial): boolean =>
  data.to >= periods.period.to && shifts.before.segment.length > 0;

function holds({ now, before, scale }: Pair, condition: Condition): boolean | undefined {
  if (before === undefined) return undefined;
  const { direction, isPercent } = condition;
  const by = direction === 'up' ? now - before : direction === 'down' ? before - now : Math.abs(now - before);
  // From nothing to something is more than any percentage.
  if (isPercent && before === 0) return by > 0;
  return (
    by > 0 && (isPercent ? reaches(by * 100, condition, Math.abs(before)) : reaches(by, condition, scale))
  );
}

/** In whole numbers: a fall of exactly seven cents is one of $0.07. */
function reaches(by: number, { amount, isStrict }: Condition, scale: number): boolean {
  const [is, must] = [BigInt(by) * 10n ** BigInt(amount.places), amount.units * BigInt(scale)];
  return isStrict ? is > must : is >= must;
}

function pairsOf(subject: Exclude<Subject, { kind: 'moved' }>, material: DigestMaterial): Pair[] {
  const { shifts, format } = material;
  const sizes = shifts.segments.map((segment, i): Pair => {
    const sum = (values: readonly (number | undefined)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0);
    return {
      name: segment.title,
      now: sum(shifts.matrix.map(row => row[i])),
      before: sum(shifts.matrix[i] ?? []),
      show: format.count,
      scale: 1,
      isSure: isWhole(material),
    };
  });
  if (subject.kind === 'segment') return sizes.filter(s => s.name === subject.segment.title);
  if (subject.kind === 'any segment') return sizes;
  if (subject.kind === 'measure') return [measurePair(subject.measure, material)];
  return [...(['revenue', 'orders'] as const).map(m => measurePair(m, material)), ...sizes];
}

function measurePair(measure: Measure, { sales, format }: DigestMaterial): Pair {
  const { now, people, before } = sales;
  // There is only something before where both are whole.
  const count = { name: measure, show: format.count, scale: 1, isSure: true };
  switch (measure) {
    case 'revenue':
      return {
        name: measure,
        now: now.revenue,
        before: before?.sums.revenue,
        show: format.amount,
        scale: minorPerMajor(format),
        isSure: true,
      };
    case 'orders':
      return { ...count, now: now.orders, before: before?.sums.orders };
    case 'customers':
      return { ...count, now: people.active, before: before?.people.active };
    case 'new customers':
      return { ...count, now: people.fresh, before: before?.people.fresh };
  }
}

const minorPerMajor = ({ major }: Format): number => Math.round(1 / major(1));
