import { listed, plural } from '../../core/answer/format.js';
import { isMatch, onScale, type Scores, type Segment, type SegmentMap, type Weights } from './map.js';

/**
 * The segment of each combination of scores: its index in the map's segments; their number if no rule
 * matches.
 */
export interface Cells {
  readonly bins: number;
  readonly segments: Uint8Array;
}

/** Where scores stand in `Cells.segments`. */
export const cellAt = ({ r, f, m }: Scores, bins: number): number =>
  ((r - 1) * bins + (f - 1)) * bins + (m - 1);

/** Looks up every combination of scores 1 to `bins` once, so that a customer's segment is one look. */
export function cellsOf(map: SegmentMap, bins = map.bins, weights: Weights = map.weights): Cells {
  const index = new Map(map.segments.map((s, i) => [s.key, i]));
  const segments = new Uint8Array(bins ** 3);
  for (const scores of everyScore(bins)) {
    const rule = ruleFor(map, scores, bins, weights);
    segments[cellAt(scores, bins)] = rule ? (index.get(rule.segment) as number) : map.segments.length;
  }
  return { bins, segments };
}

function ruleFor(map: SegmentMap, scores: Scores, bins: number, weights: Weights) {
  const scaled = {
    r: onScale(scores.r, bins, map.bins),
    f: onScale(scores.f, bins, map.bins),
    m: onScale(scores.m, bins, map.bins),
  };
  return map.rules.find(rule => isMatch(rule, scaled, weights));
}

function* everyScore(bins: number): Generator<Scores> {
  for (let r = 1; r <= bins; r++)
    for (let f = 1; f <= bins; f++) for (let m = 1; m <= bins; m++) yield { r, f, m };
}

/** What is odd about a map. None of it is wrong in itself; a person who writes a map should know. */
export interface MapFindings {
  /** Combinations of scores that no rule reaches: their customers are in "Others". */
  readonly leftOver: readonly Scores[];
  /** Rules (by number, from 1) that never fire, and why. */
  readonly neverFire: readonly { readonly rule: number; readonly segment: string; readonly why: string }[];
  /** Segments that nobody can be in. */
  readonly unreached: readonly Segment[];
}

/** What was found, in sentences: cells left over, rules that never fire, segments nobody reaches. */
export function mapSentences({ leftOver, neverFire, unreached }: MapFindings): string[] {
  const some = leftOver.slice(0, 6).map(({ r, f, m }) => `${r}${f}${m}`);
  return [
    leftOver.length === 0
      ? 'Every combination of scores has a segment.'
      : `${plural(leftOver.length, 'combination')} of R, F and M ${leftOver.length === 1 ? 'is' : 'are'} ` +
        `left over, for example ${listed(some)}: Others.`,
    ...neverFire.map(({ rule, segment, why }) => `Rule ${rule} (${segment}) never fires: ${why}.`),
    ...unreached.map(s => `Nobody can be in ${s.title}.`),
  ];
}

/** Looks through all combinations of scores. */
export function examineMap(map: SegmentMap, weights: Weights = map.weights): MapFindings {
  const fires = new Set<number>();
  const matches = new Set<number>();
  const leftOver: Scores[] = [];
  for (const scores of everyScore(map.bins)) {
    map.rules.forEach((rule, i) => {
      if (isMatch(rule, scores, weights)) matches.add(i);
    });
    const first = map.rules.findIndex(rule => isMatch(rule, scores, weights));
    if (first < 0) leftOver.push(scores);
    else fires.add(first);
  }
  const reached = new Set([...fires].map(i => map.rules[i]?.segment));
  return {
    leftOver,
    neverFire: map.rules.flatMap((rule, i) =>
      fires.has(i)
        ? []
        : [
            {
              rule: i + 1,
              segment: rule.segment,
              why: matches.has(i)
                ? 'rules before it take all that it matches'
                : 'no combination of scores matches it',
            },
          ],
    ),
    unreached: map.segments.filter(s => !reached.has(s.key)),
  };
}
