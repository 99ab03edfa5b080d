import { formatFor } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';
import { currencyCode } from '../../core/money/currencies.js';
import { normal } from '../../core/text/normal-text.js';
import type { Segment } from '../../segments/maps/map.js';
import { findSegments } from '../../segments/maps/segment-names.js';
import type { Condition, Measure, Subject } from '../compose/condition.js';
import { ALERT_EXAMPLES, alertAt } from './alert-words.js';

const EXAMPLES = `For example: ${[
  'only if revenue fell by more than 10%',
  'only if at-risk grew by more than 5',
  'only if anything shifted by more than 20%',
  'only if more than 30 customers moved',
  ...ALERT_EXAMPLES,
].join('; ')}`;
const ONLY = /(?<!\S)(?:only\b(?:\s+(?:if|when)\b)?|if\b|when\b)\s*/i;
const COMPARE = String.raw`(?<compare>more than|over|above|at least|>=?)?\s*`;
const AMOUNT = [
  String.raw`(?<amount>\p{Sc}?\d(?:[\d.,]*\d)?[km]?(?![\p{L}\d]))`,
  String.raw`(?:\s*(?<percent>%|percent\b))?`,
].join('');
const VERBS = {
  up: '(?:go|goes|went) up|rises?|rose|grows?|grew|grown|increases?|increased|(?:is |are |was |were )?up',
  down: [
    '(?:go|goes|went) down|falls?|fell|fallen|drops?|dropped|shrinks?|shrank',
    '|decreases?|decreased|(?:is |are |was |were )?down',
  ].join(''),
  either: 'shifts?|shifted|changes?|changed|moves?|moved',
} as const;
const CHANGE = new RegExp(
  [
    String.raw`^(?<subject>\S.*?)\s+(?:(?<up>${VERBS.up})|(?<down>${VERBS.down})|(?:${VERBS.either}))\b`,
    String.raw`(?:\s*(?:by\s+)?${COMPARE}${AMOUNT}(?:\s+(?:customers?|orders?)\b)?`,
    String.raw`(?<ormore>\s+or\s+more\b(?!\s+than))?`,
    String.raw`|(?!\s+(?:by|to|from|more|over|above|at|than|\p{Sc}?\d)))`,
  ].join(''),
  'iu',
);
const MOVED = new RegExp(
  [
    String.raw`^${COMPARE}${AMOUNT}\s*(?:of\s+)?(?:the\s+|all\s+)?(?:customers?|people)\s+(?:have\s+)?`,
    String.raw`(?:${VERBS.either})\b(?:\s+segments?)?`,
  ].join(''),
  'iu',
);
const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ['revenue', 'revenue'],
  ['sales', 'revenue'],
  ['orders', 'orders'],
  ['customers', 'customers'],
  ['new customers', 'new customers'],
]);

const EACH = { day: 'daily', week: 'weekly', month: 'monthly' } as const;

/** A text split into its condition and the rest. */
export interface SplitCondition {
  /** `only if revenue fell by more than 10% or at-risk grew by more than 5`; empty if there is none. */
  readonly clause: string;
  readonly rest: string;
}

/** Extracts `only if ...` from a text. @throws ShopkeeperError if the words after it are not a condition */
export function takeCondition(text: string): SplitCondition {
  // Quoted text is a name.
  const only = ONLY.exec(text.replace(/"[^"]*"/g, quoted => '"'.repeat(quoted.length)));
  if (!only) return { clause: '', rest: text };
  const conditions = text.slice(only.index + only[0].length);
  const alert = alertAt(conditions);
  if (alert) return alertClause(alert, text.slice(0, only.index), conditions);
  let at = 0;
  for (;;) {
    const one = MOVED.exec(conditions.slice(at)) ?? CHANGE.exec(conditions.slice(at));
    if (!one) throw notUnderstood(conditions.slice(at));
    at += one[0].length;
    const or = /^,?\s+or\s+(?:if\s+)?/i.exec(conditions.slice(at));
    if (!or) break;
    at += or[0].length;
  }
  if (/^,?\s+and\b/i.test(conditions.slice(at)))
    throw new ShopkeeperError('Join several conditions with "or".', EXAMPLES);
  return {
    clause: `only if ${conditions.slice(0, at).trim()}`,
    rest: `${text.slice(0, only.index)} ${conditions.slice(at)}`.trim(),
  };
}

/** An alert about days is checked each day, unless it is said when, and so is one that names no period. */
function alertClause(
  { said, grain = 'day', isGoal }: NonNullable<ReturnType<typeof alertAt>>,
  before: string,
  conditions: string,
): SplitCondition {
  const after = conditions.slice(said.length);
  const isGrainSaid = /\b(?:daily|day|weekly|week|monthly|month)\b/i.test(`${before} ${after}`);
  const often = isGoal || isGrainSaid ? '' : EACH[grain];
  return { clause: `only if ${said}`, rest: `${before} ${after} ${often}`.replace(/\s+/g, ' ').trim() };
}

/**
 * Reads the clause found by `takeCondition`. A digest is posted if one of its conditions holds.
 * @param segments the segments of the digest's map
 * @param currency the shop's currency
 * @throws ShopkeeperError if it names something that cannot be measured
 */
export function readConditions(clause: string, segments: readonly Segment[], currency: string): Condition[] {
  const conditions = clause.replace(/^only if /i, '');
  if (conditions === '') return [];
  return conditions.split(/,?\s+or\s+(?!more\b(?!\s+than))(?:if\s+)?/i).map(text => {
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
      throw new ShopkeeperError(`"${text}": only revenue is an amount of money.`, EXAMPLES);
    if (isMoney && /\d\s+(?:customers?|orders?)\b/i.test(text))
      throw new ShopkeeperError(`"${text}": revenue is an amount of money.`, EXAMPLES);
    if (subject.kind === 'anything' && !isPercent && groups.amount !== undefined)
      throw new ShopkeeperError(`"${text}": give a percentage, or name a figure or a segment.`, EXAMPLES);
    return {
      text,
      subject,
      direction: groups.up ? 'up' : groups.down ? 'down' : 'either',
      // Without an amount, any change is enough.
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
 * @throws ShopkeeperError if it can be read in two ways, or is in another currency
 */
function amountOf(typed: string, currency: string): Condition['amount'] {
  const symbol = /^\p{Sc}/u.exec(typed)?.[0];
  if (symbol && !formatFor(currency).money(0).includes(symbol))
    throw new ShopkeeperError(`"${typed}": the shop's currency is ${currencyCode(currency)}.`, EXAMPLES);
  const digits = typed.replace(/^\p{Sc}/u, '').replace(/[km]$/i, '');
  const factor = /k$/i.test(typed) ? 1_000n : /m$/i.test(typed) ? 1_000_000n : 1n;
  const exact = (text: string): Condition['amount'] => {
    const [whole = '', fraction = ''] = text.split('.');
    return { units: BigInt(whole + fraction) * factor, places: fraction.length };
  };
  // As in all figures shown, a comma before three digits separates thousands; before one or two it is
  // decimal.
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return exact(digits.replaceAll(',', ''));
  if (/^\d+(\.\d{1,2}|\.\d{4,})?$/.test(digits)) return exact(digits);
  if (/^\d+,\d{1,2}$/.test(digits)) return exact(digits.replace(',', '.'));
  throw new ShopkeeperError(`"${typed}" can be read as two numbers.`, 'Write it like 1000, 1,000.50 or 10.5');
}

function subjectOf(typed: string, text: string, segments: readonly Segment[]): Subject {
  const name = normal(typed).replace(/^(?:the )?(?:number of )?(?:the )?/, '');
  const measure = MEASURES.get(name);
  if (measure) return { kind: 'measure', measure };
  if (['anything', 'something'].includes(name)) return { kind: 'anything' };
  if (/^(?:any |a |one )?segments?$/.test(name)) return { kind: 'any segment' };
  const [segment, other] = findSegments(name, segments, true);
  if (segment && !other) return { kind: 'segment', segment };
  const figures = [...new Set(MEASURES.values())].join(', ');
  throw new ShopkeeperError(
    `"${text}": there is no figure and no segment called "${typed}".`,
    `There are ${figures}, anything, and the segments ${segments.map(s => s.title).join(', ')}. ${EXAMPLES}`,
  );
}

const notUnderstood = (typed: string): ShopkeeperError =>
  new ShopkeeperError(`"${`only if ${typed}`.trim()}" cannot be understood.`, EXAMPLES);
