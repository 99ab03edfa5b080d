import type { Day } from '../../../core/calendar/days.js';
import type { Survey } from '../survey.js';
import type { Candidate } from './candidates.js';
import type { DateKind } from './date-names.js';
import { type Evidence, evidenceOf, type Keys, type Lag, lagBetween } from './evidence.js';

/** A candidate with what speaks for it and against it. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly score: number;
  /** What its name alone would give. */
  readonly byName: number;
  /** What its values have against it, the heaviest first. */
  readonly against: readonly string[];
}

/** How likely a column of such a name says when the sale was; the values may add or take 8. */
const BY_NAME: Readonly<Record<DateKind, number>> = {
  ordered: 10,
  plain: 9,
  invoiced: 9,
  created: 8,
  paid: 7.5,
  completed: 7,
  shipped: 4,
  delivered: 3.5,
  other: 2.5,
  due: 2.5,
  updated: 2.5,
  returned: 1.5,
  exported: 1,
  joined: 1,
  expires: 0.5,
  made: 0.5,
  born: 0,
};
const WITHOUT_NAME = 5;
/** Year, month and day in columns of their own; and where the day is missing. */
const PARTS = 8;
const PARTS_OF_A_MONTH = 5.5;
const MONTH_ALONE = -3;

const YEAR = 365;
const GENERATION = 15 * YEAR;
/** What follows an order so late is no part of it. */
const MOST_TO_FOLLOW = 60;

interface Fact {
  readonly points: number;
  readonly text: string;
}

/** Weighs the candidates by their names and by what their values prove beside each other; the best first. */
export function weigh(
  survey: Survey,
  candidates: readonly Candidate[],
  keys: Keys,
  { names, today }: { readonly names: readonly string[]; readonly today: Day },
): Weighed[] {
  const alone = candidates.length === 1;
  const seen = candidates.map(candidate => ({
    candidate,
    evidence: evidenceOf(survey, candidate, keys, today),
  }));
  const weighed = seen.map(own => {
    const others = seen.filter(other => other !== own);
    const facts = alone
      ? []
      : [
          ...factsAlone(
            own.evidence,
            others.map(o => o.evidence),
          ),
          ...factsBeside(own, others),
        ];
    const rank = names.indexOf(own.candidate.column.name);
    const byName = nameScore(own.candidate) - (rank < 0 ? 1 : rank / names.length) / 2;
    return {
      candidate: own.candidate,
      byName,
      score: byName + facts.reduce((sum, fact) => sum + fact.points, 0),
      against: facts
        .filter(fact => fact.points < -1)
        .sort((a, b) => a.points - b.points)
        .map(fact => fact.text),
    };
  });
  return weighed.sort((a, b) => b.score - a.score);
}

function nameScore({ kind, parts, isPeriod }: Candidate): number {
  if (parts) return parts.day === undefined ? PARTS_OF_A_MONTH : PARTS;
  return (kind === undefined ? WITHOUT_NAME : BY_NAME[kind]) + (isPeriod ? MONTH_ALONE : 0);
}

/** What a column's own values say, compared with those of the others. */
function factsAlone(own: Evidence, others: readonly Evidence[]): Fact[] {
  const facts: Fact[] = [];
  const add = (holds: boolean, points: number, text: string) => {
    if (holds) facts.push({ points, text });
  };
  const isLast = others.every(other => own.latest >= other.latest);
  add(own.isConstant && others.some(o => !o.isConstant), isLast ? -7 : -4, 'one date in the whole file');
  add(own.blank > 0, -6 * own.blank, 'some rows have none');
  add(own.blank > 0.02 && others.some(o => o.blank <= 0.02), -2, 'some rows have none');
  const future = own.future - Math.min(...others.map(o => o.future));
  add(future > 0, -6 * future, 'dates in the future');
  const isEarlier = others.some(
    o =>
      o.middle - own.middle > GENERATION ||
      (o.middle - own.middle > 8 * YEAR && own.span > 10 * YEAR && own.span > 3 * o.span),
  );
  add(isEarlier, -8, 'years before the others');
  const ofCustomer = own.ofCustomer !== undefined && own.ofCustomer >= 0.9;
  add(
    ofCustomer && others.some(o => o.ofCustomer !== undefined && o.ofCustomer < 0.5),
    -7,
    'the same for a customer whatever the order',
  );
  add(
    own.ofOrder !== undefined && others.some(o => (o.ofOrder ?? 0) - (own.ofOrder ?? 0) > 0.3),
    -3,
    'several within one order',
  );
  add(
    own.disorder !== undefined && own.disorder <= 0.02 && others.some(o => (o.disorder ?? 0) > 0.1),
    1.5,
    'the rows are in order by it',
  );
  return facts;
}

interface Seen {
  readonly candidate: Candidate;
  readonly evidence: Evidence;
}

/** What a column's dates say row by row beside those of another: a due date follows the order by 30 days. */
function factsBeside(own: Seen, others: readonly Seen[]): Fact[] {
  // A month begins before every day in it.
  const whole = others.filter(({ candidate }) => !candidate.isPeriod && !own.candidate.isPeriod);
  const lags = whole.map(other => ({ other, lag: lagBetween(other.candidate, own.candidate) }));
  const after = lags.filter(({ lag }) => follows(lag));
  const fixed = after.find(({ lag }) => lag.constant >= 0.9 && lag.middle >= 1);
  const near = after.filter(({ lag }) => lag.middle <= MOST_TO_FOLLOW);
  const facts: Fact[] = [];
  // An order may follow a quote or a basket, which its name tells.
  const isOrder = own.candidate.kind === 'ordered';
  const ofOrder = near.find(({ other: { candidate } }) => candidate.kind === 'ordered' || !candidate.kind);
  if (near[0])
    facts.push({
      points: isOrder && !ofOrder ? -1 : -3,
      text: `on or after "${(ofOrder ?? near[0]).other.candidate.column.header}"`,
    });
  if (fixed)
    facts.push({
      points: -3,
      text: `always ${fixed.lag.middle} days after "${fixed.other.candidate.column.header}"`,
    });
  return facts;
}

const follows = (lag: Lag): boolean => lag.rows >= 3 && lag.before >= 0.2 && lag.after <= 0.02;
