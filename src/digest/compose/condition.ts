import { capital, plural } from '../../core/answer/format.js';
import type { Segment } from '../../segments/maps/map.js';
import type { DigestMaterial } from './material.js';

/**
 * The subject of a condition: a figure, the number of customers of a segment, or the moves between segments.
 */
export type Subject =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'any segment' | 'anything' | 'moved' };

export type Measure = 'revenue' | 'orders' | 'customers' | 'new customers';

/** A digest is posted only if this holds: `revenue fell by more than 10%`. */
export interface Condition {
  /** As it was typed. */
  readonly text: string;
  readonly subject: Subject;
  readonly direction: 'up' | 'down' | 'either';
  /** Percent, customers, orders, or major units of money. Exact: 10.5 is 105 units with one decimal place. */
  readonly amount: { readonly units: bigint; readonly places: number };
  readonly isPercent: boolean;
  /** Whether the change must exceed the amount. */
  readonly isStrict: boolean;
}

/** Whether a digest is wanted by its conditions, and the figures that decided it. */
export interface Verdict {
  readonly isWanted: boolean;
  readonly why: string;
}

/**
 * A figure of two periods, money in minor units. `before` is undefined if the data does not cover it
 * completely.
 */
interface Pair {
  readonly name: string;
  readonly now: number;
  readonly before: number | undefined;
  readonly show: (value: number) => string;
  /** The units in which an amount that is not in percent is counted: stored ones per major unit for money. */
  readonly scale: number;
  /** Whether the data covers both periods completely. */
  readonly isSure: boolean;
}

/**
 * Judges conditions by the digest's figures. If one cannot be judged, the digest is wanted: better posted
 * than silent.
 */
export function judge(conditions: readonly Condition[], material: DigestMaterial): Verdict | undefined {
  if (conditions.length === 0) return undefined;
  const requested = `requested only if ${conditions.map(c => c.text).join(' or ')}`;
  const judgements = conditions.map(condition => judgementOf(condition, material));
  const met = judgements.find(j => j.holds === true);
  if (met) return { isWanted: true, why: `${met.fact}; ${requested}.` };
  const unknown = judgements.find(j => j.holds === undefined);
  if (unknown) {
    const why = `the data does not cover both ${material.periods.grain}s completely`;
    return { isWanted: true, why: `${unknown.fact} is unknown, because ${why}; ${requested}.` };
  }
  return { isWanted: false, why: `${judgements.map(j => j.fact).join(', ')}; ${requested}.` };
}

interface Judgement {
  /** Undefined if the data cannot tell. */
  readonly holds: boolean | undefined;
  /** The figures; if the data cannot tell, the subject of "is unknown". */
  readonly fact: string;
}

function judgementOf(condition: Condition, material: DigestMaterial): Judgement {
  const { subject } = condition;
  if (subject.kind === 'moved') return judgeMoves(condition, material);
  const results = pairsOf(subject, material).map(pair => {
    const isMet = holds(pair, condition);
    return { pair, holds: isMet === false && !pair.isSure ? undefined : isMet };
  });
  const decisive =
    results.find(r => r.holds === true) ??
    results.find(r => r.holds === undefined) ??
    [...results].sort((a, b) => relative(b.pair) - relative(a.pair))[0];
  if (!decisive) return { holds: false, fact: 'There are no segments' };
  const { pair } = decisive;
  if (pair.before === undefined || decisive.holds === undefined)
    return { holds: undefined, fact: `How ${pair.name} changed` };
  const isLargest = results.length > 1 && decisive.holds === false;
  const name = isLargest ? `The largest change is in ${pair.name}` : capital(pair.name);
  return { holds: decisive.holds, fact: `${name}: ${changeText(pair, pair.before, material)}` };
}

/** `$80.00, down from $100.00 the week before (-20.0%)` */
function changeText(
  { now, show }: Pair,
  before: number,
  { periods: { grain }, format }: DigestMaterial,
): string {
  if (now === before) return `${show(now)}, unchanged from the ${grain} before`;
  const percent = before === 0 ? '' : ` (${format.change((now - before) / Math.abs(before))})`;
  return `${show(now)}, ${now > before ? 'up' : 'down'} from ${show(before)} the ${grain} before${percent}`;
}

function judgeMoves(condition: Condition, material: DigestMaterial): Judgement {
  const { shifts, format } = material;
  const moved = shifts.moves.filter(m => m.from).length;
  const all = shifts.before.segment.length;
  const { isPercent } = condition;
  const isReached = reaches(isPercent ? moved * 100 : moved, condition, isPercent ? all : 1);
  if (!isReached && !isWhole(material)) return { holds: undefined, fact: 'How many moved' };
  const share = all > 0 ? ` (${format.share(moved / all)})` : '';
  return { holds: isReached, fact: `${plural(moved, 'customer')} moved between segments${share}` };
}

const relative = ({ now, before }: Pair): number =>
  before === undefined || before === 0 ? Number(now !== before) : Math.abs(now - before) / before;

/** Whether segments can be compared: the data covers the period, and there were customers before it. */
const isWhole = ({ data, periods, shifts }: DigestMaterial): boolean =>
  data.to >= periods.period.to && shifts.before.segment.length > 0;

function holds({ now, before, scale }: Pair, condition: Condition): boolean | undefined {
  if (before === undefined) return undefined;
  const { direction, isPercent } = condition;
  const by = direction === 'up' ? now - before : direction === 'down' ? before - now : Math.abs(now - before);
  // An increase from nothing exceeds every percentage.
  if (isPercent && before === 0) return by > 0;
  return (
    by > 0 && (isPercent ? reaches(by * 100, condition, Math.abs(before)) : reaches(by, condition, scale))
  );
}

/** Computed in whole numbers, so that a fall of seven cents is exactly $0.07. */
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
  const counted = material.recorded.orders ? (['revenue', 'orders'] as const) : (['revenue'] as const);
  return [...counted.map(m => measurePair(m, material)), ...sizes];
}

function measurePair(measure: Measure, { sales, format }: DigestMaterial): Pair {
  const { now, people, before } = sales;
  // `before` is set only if the data covers both periods completely.
  const count = { name: measure, show: format.count, scale: 1, isSure: true };
  switch (measure) {
    case 'revenue':
      return {
        name: measure,
        now: now.revenue,
        before: before?.sums.revenue,
        show: format.amount,
        scale: format.unitsPerMajor,
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
