import { NotUnderstood } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { type QueryMeasure, ratio } from './measure.js';

/** The columns of groups that are told as parts: each one's share, and what it is a share of. */
export const PART_SHARE = 'share';
export const PART_WHOLE = 'whole';

/** The query that a part is a part of: without the filters on some fields, or without the condition. */
export const wholeOf = (query: Query): Query => {
  const { partOf = [], where, who } = query;
  return {
    ...query,
    where: where.filter(f => !partOf.includes(f.field)),
    who: partOf.includes('who') ? undefined : withoutBought(who, partOf),
    partOf: undefined,
  };
};

/** A condition without what was bought, if that is what the part is of: who came back, of all who began. */
function withoutBought(who: Query['who'], partOf: readonly string[]): Query['who'] {
  if (!partOf.includes('bought') || who?.kind !== 'and') return who;
  const [first, ...others] = who.of;
  const kept = [...(first ? [first] : []), ...others.filter(part => part.kind !== 'bought')];
  return kept.length === 1 ? kept[0] : { ...who, of: kept };
}

/** The share of each group, its part and its whole, for the measure that a part is of. */
export function partMeasures(measure: QueryMeasure): readonly [share: QueryMeasure, whole: QueryMeasure] {
  const what = measure.label.toLowerCase();
  return [
    {
      ...measure,
      key: PART_SHARE,
      label: `Share of ${what}`,
      unit: 'share',
      nouns: [`of ${what}`, `of ${what}`],
      formula: `${what} that meet the filters / ${what} of the same group without them`,
      addsUp: false,
      isRatio: true,
    },
    { ...measure, key: PART_WHOLE, label: `All ${what}`, addsUp: false },
  ];
}

/** A part of a whole as a fraction; none of nothing. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : ratio(part, whole);

/** @throws NotUnderstood for parts of groups that would say nothing */
export function refuseParts({ by, partOf = [], show, versus, rank }: Query, measure: QueryMeasure): void {
  const refuse = (message: string) => {
    throw new NotUnderstood(message, []);
  };
  const own = by.find(key => partOf.includes(key));
  if (own !== undefined) refuse(`Groups by ${own} are no parts of all ${own}: show:share has their shares.`);
  if (measure.isRatio || measure.isExpected) refuse(`${measure.label} is no sum that could have parts.`);
  if (versus !== undefined || show.some(s => s !== 'table' && s !== 'yes-no'))
    refuse('Parts of groups stand alone, without a comparison, a running total or other shares.');
  if (rank?.by === PART_WHOLE) refuse('Groups are ranked by their shares or by a measure.');
}
