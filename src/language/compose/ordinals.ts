import { remark } from '../../core/answer/notes.js';
import { type Draft, take } from './draft.js';

const NTH = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `third best product line`: the first three, of which it is the last. */
export function ordinal(draft: Draft): void {
  const m = draft.rank
    ? undefined
    : take(
        draft,
        new RegExp(
          `\\b(?:the |our )?(${NTH.join('|')}|2nd|3rd|[4-9]th|10th)[- ](best|biggest|largest|highest` +
            `|strongest|most valuable|worst|smallest|lowest|weakest)(?:[- ](?:selling|performing` +
            `|spending))?\\b`,
        ),
      );
  if (!m) return;
  const place = m[1] as string;
  const limit = NTH.includes(place) ? NTH.indexOf(place) + 2 : Number.parseInt(place, 10);
  const isBottom = /worst|smallest|lowest|weakest/.test(m[2] as string);
  draft.rank = { order: isBottom ? 'bottom' : 'top', limit };
  draft.isStrong = true;
  draft.remarks.push(remark(`The ${place} is the last of these ${limit}.`));
}
