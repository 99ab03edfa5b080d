import { type Format, formatFor, plural } from '../answer/format.js';
import { ShopkeeperError } from '../errors.js';
import { normal } from '../questions/language/text.js';
import { findSegments } from '../questions/language/words.js';
import type { Segment } from '../segments/map.js';
import type { DigestMaterial } from './parts/material.js';

/** What a condition may be about: figures of the period against the one before, segments by their number of customers, or who moved. */
type Subject =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'any segment' | 'anything' | 'moved' };

type Measure = 'revenue' | 'orders' | 'customers' | 'new customers';

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

const EXAMPLES =
  'For example: only if revenue fell by more than 10%; only if at-risk grew by more than 5; only if anything shifted by more than 20%; only if more than 30 customers moved';
const ONLY = /(?<!\S)(?:only\b(?:\s+(?:if|when)\b)?|if\b|when\b)\s*/i;
const COMPARE = String.raw`(?<compare>more than|over|above|at least|>=?)?\s*`;
const AMOUNT = String.raw`(?<amount>\p{Sc}?\d(?:[\d.,]*\d)?[km]?)(?:\s*(?<percent>%|percent\b))?`;
const VERBS = {
  up: '(?:go|goes|went) up|rises?|rose|grows?|grew|grown|increases?|increased|(?:is |are |was |were )?up',
  down: '(?:go|goes|went) down|falls?|fell|fallen|drops?|dropped|shrinks?|shrank|decreases?|decreased|(?:is |are |was |were )?down',
  either: 'shifts?|shifted|changes?|changed|moves?|moved',
} as const;
const CHANGE = new RegExp(
  String.raw`^(?<subject>\S.*?)\s+(?:(?<up>${VERBS.up})|(?<down>${VERBS.down})|(?:${VERBS.either}))\b(?:\s*(?:by\s+)?${COMPARE}${AMOUNT}(?:\s+(?:customers?|orders?)\b)?(?<ormore>\s+or\s+more\b)?|(?!\s+(?:by|more|over|above|at|than|\d)))`,
  'iu',
);
const MOVED = new RegExp(
  String.raw`^${COMPARE}${AMOUNT}\s*(?:of\s+)?(?:the\s+|all\s+)?(?:customers?|people)\s+(?:have\s+)?(?:${VERBS.either})\b(?:\s+segments?)?`,
  'iu',
);
const MEASURES: Readonly<Record<string, Measure>> = {
  revenue: 'revenue',
  sales: 'revenue',
  orders: 'orders',
  customers: 'customers',
  'new customers': 'new customers',
};

/** A condition in a text: what it says, and the text without it. */
export interface SaidCondition {
  /** `only if revenue fell by more than 10% or at-risk grew by more than 5`; empty where there is none. */
  readonly clause: string;
  readonly rest: string;
}

/** Finds `only if ...` and how far it goes. @throws ShopkeeperError where what follows is no condition */
export function takeCondition(text: string): SaidCondition {
  // What stands in quotes is a name.
  const only = ONLY.exec(text.replace(/"[^"]*"/g, quoted => '"'.repeat(quoted.length)));
  if (!only) return { clause: '', rest: text };
  const said = text.slice(only.index + only[0].length);
  let at = 0;
  for (;;) {
    const one = MOVED.exec(said.slice(at)) ?? CHANGE.exec(said.slice(at));
    if (!one) throw notUnderstood(said.slice(at));
    at += one[0].length;
    const or = /^,?\s+or\s+(?:if\s+)?/i.exec(said.slice(at));
    if (!or) break;
    at += or[0].length;
  }
  if (/^,?\s+and\b/i.test(said.slice(at)))
    throw new ShopkeeperError('Several conditions are joined by "or".', EXAMPLES);
  return {
    clause: `only if ${said.slice(0, at).trim()}`,
    rest: `${text.slice(0, only.index)} ${said.slice(at)}`.trim(),
  };
}

/**
 * Reads what `takeCondition` has found: a digest is posted if one of them holds.
 * @param segments those that the digest is by
 * @param currency that of the shop, ISO 4217
 * @throws ShopkeeperError where something is named that cannot be measured
 */
export function readConditions(clause: string, segments: readonly Segment[], currency: string): Condition[] {
  const said = clause.replace(/^only if /i, '');
  if (said === '') return [];
  return said.split(/,?\s+or\s+(?:if\s+)?/i).map(text => {
    const moved = MOVED.exec(text)?.groups;
    const groups = moved ?? CHANGE.exec(text)?.groups;
    if (!groups) throw notUnderstood(text);
    const isMoved = moved !== undefined || /^(?:the )?(?:customers|people) mov/i.test(text);
    const subject: Subject = isMoved
      ? { kind: 'moved' }
      : subjectOf(groups.subject as string, text, segments);
    const isPercent = groups.percent !== undefined;
    const isMoney = subject.kind === 'measure' && subject.measure === 'revenue' && !isPercent;
    if (!isMoney && /^\p{Sc}/u.test(groups.amount ?? ''))
      throw new ShopkeeperError(`"${text}" is not counted in money.`, EXAMPLES);
    if (isMoney && /\d\s+(?:customers?|orders?)\b/i.test(text))
      throw new ShopkeeperError(`"${text}": revenue is money.`, EXAMPLES);
    if (subject.kind === 'anything' && !isPercent && groups.amount !== undefined)
      throw new ShopkeeperError(`"${text}": say by how many percent, or what of.`, EXAMPLES);
    return {
      text,
      subject,
      direction: groups.up ? 'up' : groups.down ? 'down' : 'either',
      // "revenue fell" is by whatever.
      amount: amountOf(groups.amount ?? '0', currency),
      isPercent,
      isStrict:
        groups.ormore === undefined &&
        ['more than', 'over', 'above', '>'].includes(groups.compare?.toLowerCase() ?? ''),
    };
  });
}

/**
 * `10`, `10.5`, `10,5`, `1,000.50`, `$5k` as an exact number.
 * @throws ShopkeeperError where it can be read in two ways, or is of another currency
 */
function amountOf(said: string, currency: string): Condition['amount'] {
  const symbol = /^\p{Sc}/u.exec(said)?.[0];
  if (symbol && !formatFor(currency).money(0).includes(symbol))
    throw new ShopkeeperError(`"${said}": the shop's money is ${currency}.`, EXAMPLES);
  const digits = said.replace(/^\p{Sc}/u, '').replace(/[km]$/i, '');
  const factor = /k$/i.test(said) ? 1_000n : /m$/i.test(said) ? 1_000_000n : 1n;
  const exact = (text: string): Condition['amount'] => {
    const [whole = '', fraction = ''] = text.split('.');
    return { units: BigInt(whole + fraction) * factor, places: fraction.length };
  };
  // A comma before three digits parts thousands here, as in all that is shown; before one or two it is a decimal one.
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return exact(digits.replaceAll(',', ''));
  if (/^\d+(\.\d{1,2}|\.\d{4,})?$/.test(digits)) return exact(digits);
  if (/^\d+,\d{1,2}$/.test(digits)) return exact(digits.replace(',', '.'));
  throw new ShopkeeperError(`"${said}" can be read as two numbers.`, 'Write it like 1000, 1,000.50 or 10.5');
}

function subjectOf(said: string, text: string, segments: readonly Segment[]): Subject {
  const name = normal(said).replace(/^(?:the )?(?:number of )?(?:the )?/, '');
  const measure = MEASURES[name];
  if (measure) return { kind: 'measure', measure };
  if (['anything', 'something'].includes(name)) return { kind: 'anything' };
  if (/^(?:any |a |one )?segments?$/.test(name)) return { kind: 'any segment' };
  const [segment, other] = findSegments(name, segments, true);
  if (segment && !other) return { kind: 'segment', segment };
  throw new ShopkeeperError(
    `"${text}": there is no figure and no segment called "${said}".`,
    `There are ${[...new Set(Object.values(MEASURES))].join(', ')}, anything, and the segments ${segments.map(s => s.title).join(', ')}. ${EXAMPLES}`,
  );
}

const notUnderstood = (said: string): ShopkeeperError =>
  new ShopkeeperError(`"${`only if ${said}`.trim()}" cannot be understood.`, EXAMPLES);

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
    fact: `${most}${most ? pair.name : capitalised(pair.name)} ${pair.show(pair.now)} after ${pair.show(pair.before)} the ${periods.grain} before${change}`,
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
