import { formatFor } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';
import { currencyCode } from '../../core/money/currencies.js';
import { normal } from '../../core/text/normal-text.js';
import type { Segment } from '../../segments/maps/map.js';
import { findSegments } from '../../segments/maps/segment-names.js';
import type { Condition, Measure, Subject } from '../compose/condition.js';

const EXAMPLES =
  'For example: only if revenue fell by more than 10%; only if at-risk grew by more than 5; only if anything shifted by more than 20%; only if more than 30 customers moved';
const ONLY = /(?<!\S)(?:only\b(?:\s+(?:if|when)\b)?|if\b|when\b)\s*/i;
const COMPARE = String.raw`(?<compare>more than|over|above|at least|>=?)?\s*`;
const AMOUNT = String.raw`(?<amount>\p{Sc}?\d(?:[\d.,]*\d)?[km]?(?![\p{L}\d]))(?:\s*(?<percent>%|percent\b))?`;
const VERBS = {
  up: '(?:go|goes|went) up|rises?|rose|grows?|grew|grown|increases?|increased|(?:is |are |was |were )?up',
  down: '(?:go|goes|went) down|falls?|fell|fallen|drops?|dropped|shrinks?|shrank|decreases?|decreased|(?:is |are |was |were )?down',
  either: 'shifts?|shifted|changes?|changed|moves?|moved',
} as const;
const CHANGE = new RegExp(
  String.raw`^(?<subject>\S.*?)\s+(?:(?<up>${VERBS.up})|(?<down>${VERBS.down})|(?:${VERBS.either}))\b(?:\s*(?:by\s+)?${COMPARE}${AMOUNT}(?:\s+(?:customers?|orders?)\b)?(?<ormore>\s+or\s+more\b(?!\s+than))?|(?!\s+(?:by|to|from|more|over|above|at|than|\p{Sc}?\d)))`,
  'iu',
);
const MOVED = new RegExp(
  String.raw`^${COMPARE}${AMOUNT}\s*(?:of\s+)?(?:the\s+|all\s+)?(?:customers?|people)\s+(?:have\s+)?(?:${VERBS.either})\b(?:\s+segments?)?`,
  'iu',
);
const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ['revenue', 'revenue'],
  ['sales', 'revenue'],
  ['orders', 'orders'],
  ['customers', 'customers'],
  ['new customers', 'new customers'],
]);

/** A condition in a text: what it says, and the text without it. */
export interface SplitCondition {
  /** `only if revenue fell by more than 10% or at-risk grew by more than 5`; empty where there is none. */
  readonly clause: string;
  readonly rest: string;
}

/** Finds `only if ...` and how far it goes. @throws ShopkeeperError where what follows is no condition */
export function takeCondition(text: string): SplitCondition {
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
 * @param currency that of the shop, as figures carry it
 * @throws ShopkeeperError where something is named that cannot be measured
 */
export function readConditions(clause: string, segments: readonly Segment[], currency: string): Condition[] {
  const said = clause.replace(/^only if /i, '');
  if (said === '') return [];
  return said.split(/,?\s+or\s+(?!more\b(?!\s+than))(?:if\s+)?/i).map(text => {
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
    throw new ShopkeeperError(`"${said}": the shop's money is ${currencyCode(currency)}.`, EXAMPLES);
  const digits = said.replace(/^\p{Sc}/u, '').replace(/[km]$/i, '');
  const factor = /k$/i.test(said) ? 1_000n : /m$/i.test(said) ? 1_000_000n : 1n;
  const exact = (text: string): Condition['amount'] => {
    const [whole = '', fraction = ''] = text.split('.');
    return { units: BigInt(whole + fraction) * factor, places: fraction.length };
  };
  // A comma before three digits parts thousands here, as in all that is shown; before one or two it is a
  // decimal one.
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return exact(digits.replaceAll(',', ''));
  if (/^\d+(\.\d{1,2}|\.\d{4,})?$/.test(digits)) return exact(digits);
  if (/^\d+,\d{1,2}$/.test(digits)) return exact(digits.replace(',', '.'));
  throw new ShopkeeperError(`"${said}" can be read as two numbers.`, 'Write it like 1000, 1,000.50 or 10.5');
}

function subjectOf(said: string, text: string, segments: readonly Segment[]): Subject {
  const name = normal(said).replace(/^(?:the )?(?:number of )?(?:the )?/, '');
  const measure = MEASURES.get(name);
  if (measure) return { kind: 'measure', measure };
  if (['anything', 'something'].includes(name)) return { kind: 'anything' };
  if (/^(?:any |a |one )?segments?$/.test(name)) return { kind: 'any segment' };
  const [segment, other] = findSegments(name, segments, true);
  if (segment && !other) return { kind: 'segment', segment };
  throw new ShopkeeperError(
    `"${text}": there is no figure and no segment called "${said}".`,
    `There are ${[...new Set(MEASURES.values())].join(', ')}, anything, and the segments ${segments.map(s => s.title).join(', ')}. ${EXAMPLES}`,
  );
}

const notUnderstood = (said: string): ShopkeeperError =>
  new ShopkeeperError(`"${`only if ${said}`.trim()}" cannot be understood.`, EXAMPLES);
