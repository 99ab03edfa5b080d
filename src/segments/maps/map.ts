import { z } from 'zod';

/**
 * Segment maps are data: segments with what to know about them, from the best to the worst, and rules from
 * R, F and M scores to a segment, of which the first that matches wins. docs/segments.md has the format.
 */

/** The largest score that a map can be written for. */
const MOST_BINS = 10;

const range = (number: z.ZodNumber) =>
  z
    .tuple([number, number], 'a range is [lowest, highest]')
    .refine(([low, high]) => low <= high, 'the range must not end before it starts');
const scoreRange = range(
  z.number().int('a score is a whole number').min(1, 'the lowest score is 1').max(MOST_BINS),
);

const segmentSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z\d-]*$/, 'a key is lower-case words joined by hyphens'),
  title: z.string().min(1, 'a title is missing'),
  /** The nouns for one and for several customers of the segment, in a sentence. */
  one: z.string().min(1),
  many: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  /** Always the same colour for the same segment, in every chart. */
  colour: z.string().regex(/^#[\da-f]{6}$/i, 'a colour is written like #0b6fb8'),
  /** Customers in this segment are on their way out; entering it is worth a warning. */
  leaving: z.boolean().default(false),
  who: z.string(),
  impact: z.string(),
  actions: z.array(z.string().min(1)).min(1, 'at least one recommended action is needed'),
});

const ruleSchema = z.strictObject({
  segment: z.string(),
  r: scoreRange.optional(),
  f: scoreRange.optional(),
  m: scoreRange.optional(),
  /** The mean of F and M, halves rounded up. */
  fm: scoreRange.optional(),
  /** R + F + M. */
  sum: range(z.number().int().min(3)).optional(),
  /** The weighted mean of R, F and M, by the map's weights. */
  weighted: range(z.number().min(1)).optional(),
});

/** How much R, F and M count in a weighted score. */
export interface Weights {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

const weight = z.number().min(0, 'a weight is not below 0');
export const weightsSchema = z
  .strictObject({ r: weight, f: weight, m: weight })
  .refine(w => w.r + w.f + w.m > 0, 'at least one weight must be above 0');

export const segmentMapSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z\d-]*$/, 'a name is lower-case words joined by hyphens'),
    title: z.string().min(1),
    /** Where the map comes from, in a few words. */
    source: z.string().default(''),
    /** The scores its rules are written for: 1 to this. */
    bins: z.number().int().min(2).max(MOST_BINS).default(5),
    weights: weightsSchema.default({ r: 1, f: 1, m: 1 }),
    segments: z.array(segmentSchema).min(1, 'a map needs segments'),
    rules: z.array(ruleSchema).min(1, 'a map needs rules'),
  })
  .superRefine((map, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const keys = map.segments.map(s => s.key);
    for (const field of ['key', 'title'] as const)
      map.segments.forEach((segment, i) => {
        if (map.segments.findIndex(s => s[field] === segment[field]) < i)
          fault(['segments', i, field], `"${segment[field]}" is there twice`);
      });
    map.segments.forEach((segment, i) => {
      if (segment.key === OTHERS.key || segment.title === OTHERS.title)
        fault(['segments', i], `"${OTHERS.title}" is reserved for customers that no rule matches`);
    });
    map.rules.forEach((rule, i) => {
      if (!keys.includes(rule.segment))
        fault(['rules', i, 'segment'], `there is no segment "${rule.segment}"; there are ${keys.join(', ')}`);
      for (const axis of ['r', 'f', 'm', 'fm', 'weighted', 'sum'] as const) {
        const most = axis === 'sum' ? map.bins * 3 : map.bins;
        if ((rule[axis]?.[1] ?? 0) > most) fault(['rules', i, axis], `the highest is ${most}`);
      }
    });
  });

export type SegmentMap = z.infer<typeof segmentMapSchema>;
export type Segment = SegmentMap['segments'][number];
type Rule = SegmentMap['rules'][number];

/** The segment of customers that no rule of the map matches. */
export const OTHERS: Segment = {
  key: 'others',
  title: 'Others',
  one: 'other customer',
  many: 'other customers',
  aliases: [],
  colour: '#c9cbd0',
  leaving: false,
  who: 'customers whom no rule of the segment map reaches',
  impact: 'not described by the map',
  actions: ['Look at who they are, and give them a rule in the segment map'],
};

/** R, F and M scores, 1 to the number of bins; the highest is best. */
export interface Scores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** The mean of F and M, halves away from zero. */
export const fmOf = ({ f, m }: Pick<Scores, 'f' | 'm'>): number => Math.floor((f + m + 1) / 2);

/** The weighted mean of the scores. */
export const weightedOf = (scores: Scores, weights: Weights): number =>
  // To nine decimals: 0.3 and 0.4 have no exact double, and 4 must be 4.
  Math.round(
    ((weights.r * scores.r + weights.f * scores.f + weights.m * scores.m) /
      (weights.r + weights.f + weights.m)) *
      1e9,
  ) / 1e9;

/** Whether a rule matches scores on the map's own scale. */
export function isMatch(rule: Rule, scores: Scores, weights: Weights): boolean {
  const within = (value: number, limits: readonly [number, number] | undefined) =>
    !limits || (value >= limits[0] && value <= limits[1]);
  return (
    within(scores.r, rule.r) &&
    within(scores.f, rule.f) &&
    within(scores.m, rule.m) &&
    within(fmOf(scores), rule.fm) &&
    within(scores.r + scores.f + scores.m, rule.sum) &&
    within(weightedOf(scores, weights), rule.weighted)
  );
}

/** The key of the segment the scores fall into, by the first rule that matches; undefined where none does. */
export const segmentOf = (map: SegmentMap, scores: Scores, weights = map.weights): string | undefined =>
  map.rules.find(rule => isMatch(rule, scores, weights))?.segment;

/**
 * A score of 1 to `bins` on a map's scale: lowest on lowest, highest on highest, the others evenly between.
 */
export const onScale = (score: number, bins: number, mapBins: number): number =>
  bins === mapBins ? score : Math.round(1 + ((score - 1) * (mapBins - 1)) / (bins - 1));
