import { z } from 'zod';

/**
 * Segment maps are data: segments with what to know about them, from the best to the worst, and rules from R, F
 * and M scores to a segment, of which the first that matches wins.
 */

const range = z
  .tuple([z.number().int().min(1), z.number().int().min(1)])
  .refine(([low, high]) => low <= high, 'the range must not end before it starts');

const segmentSchema = z.object({
  key: z.string().regex(/^[a-z][a-z\d-]*$/, 'a key is lower-case words joined by hyphens'),
  title: z.string().min(1),
  /** One of them, and several, in a sentence. */
  one: z.string().min(1),
  many: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  /** Always the same colour for the same segment, in every chart. */
  colour: z.string().regex(/^#[\da-f]{6}$/i, 'a colour is written like #0b6fb8'),
  /** Customers in this segment are on their way out; entering it is worth a warning. */
  leaving: z.boolean().default(false),
  who: z.string(),
  impact: z.string(),
  actions: z.array(z.string()),
});

const ruleSchema = z.object({
  segment: z.string(),
  r: range.optional(),
  f: range.optional(),
  m: range.optional(),
});

export const segmentMapSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    segments: z.array(segmentSchema).min(1),
    rules: z.array(ruleSchema).min(1),
  })
  .superRefine((map, context) => {
    const keys = new Set(map.segments.map(s => s.key));
    map.rules.forEach((rule, i) => {
      if (!keys.has(rule.segment))
        context.addIssue({
          code: 'custom',
          path: ['rules', i, 'segment'],
          message: `there is no segment "${rule.segment}"`,
        });
    });
  });

export type SegmentMap = z.infer<typeof segmentMapSchema>;
export type Segment = SegmentMap['segments'][number];

/** R, F and M scores, 1 to 5, 5 is best. */
export interface Scores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** The key of the segment the scores fall into; undefined where no rule matches. */
export function segmentOf(map: SegmentMap, scores: Scores): string | undefined {
  const within = (value: number, limits: readonly [number, number] | undefined) =>
    !limits || (value >= limits[0] && value <= limits[1]);
  return map.rules.find(
    rule => within(scores.r, rule.r) && within(scores.f, rule.f) && within(scores.m, rule.m),
  )?.segment;
}
