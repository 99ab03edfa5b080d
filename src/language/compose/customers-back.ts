import { BUY, type Pass, PEOPLE, take } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';

const WITHIN =
  `(?:within|in under|in less than|inside(?: of)?) (?:the )?(?:first )?(${NUMBER})[- ` +
  ']?(day|week|month)s?';
const OF_FIRST = '(?: (?:of|after|from) (?:the|their) first(?: (?:order|purchase|one))?)?';
const BACK =
  `(?:(?:who|that|have|has|did) )*(?:came back|come back|returned?|(?:${BUY}|bought|ordered) ` +
  `again|re-?ordered?|` +
  `(?:placed|made|had) (?:a|another|their) (?:second|2nd|further)? ?(?:order|purchase)|ordered ` +
  `(?:a second time|twice))` +
  '(?: for (?:a|another|their) (?:second |2nd )?(?:order|purchase))?';

/** `first time buyers who came back within 60 days`: by the days from their first order to the second. */
export const backWithin: Pass = draft => {
  const m =
    take(
      draft,
      new RegExp(
        `(?:\\b(?:first[- ]time|new) (?=${PEOPLE}))?((?:${PEOPLE})?) ?\\b${BACK} ` +
          `${WITHIN}${OF_FIRST}(?! (?:of|before|after) )`,
      ),
      'customers',
    ) ??
    take(
      draft,
      new RegExp(`\\b()(?:second|2nd|repeat) (?:orders?|purchases?) ${WITHIN}${OF_FIRST}`),
      'customers',
    );
  if (!m) return;
  const [unit, count] = [m[3] as string, numberIn(m[2] as string)];
  const days = count * ({ day: 1, week: 7, month: 30 }[unit] ?? 1);
  draft.who.push({ kind: 'figure', figure: 'days-to-second', range: { to: days } });
  draft.isComposed = true;
  draft.isStrong = true;
  draft.rows ??= 'customers';
};
