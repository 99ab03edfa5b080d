import { isActionable } from '../../answering/field-roles.js';
import { findGrain } from '../../answering/grouping-fields.js';
import { kebab } from '../../core/text/words.js';
import { type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { fieldKey } from './ranking.js';
import { Unanswerable } from './unanswerable.js';

const FIRST = '(?:top|best|biggest|largest|strongest|highest)';
const LAST = '(?:bottom|worst|smallest|lowest|weakest|flop)';
const SOLD = '(?:[- ](?:selling|performing|sold))?';
const NOUN = '([\\p{L}-]+(?: (?:lines?|groups?|sizes?))?)';

/** `top 3 and bottom 3 countries`, `best and worst product line`: both ends of one ranking. */
export const bothEnds: Pass = (draft, context) => {
  twoRankings(draft, context);
  const m = new RegExp(
    `\\b(?:the |our )?${FIRST}${SOLD}(?: (${NUMBER}))?(?: ${NOUN})? (?:and|&|or|plus|vs|versus) ` +
      `(?:the |our )?` +
      `${LAST}${SOLD}(?: (${NUMBER}))?(?: ${NOUN})?(?![\\p{L}])`,
    'u',
  ).exec(draft.text);
  if (!m) return;
  const [, first, early, last, late] = m;
  const named = [late, early].filter((noun): noun is string => noun !== undefined);
  const keys = named.map(noun => fieldKey(noun, context));
  const [key] = keys;
  if (key === undefined || keys.some(other => other !== key)) return;
  const limit = first ?? last;
  const isOne = limit === undefined && !/s$/.test(named[0] ?? '');
  draft.rank = { order: 'ends', limit: limit === undefined ? (isOne ? 1 : 5) : numberIn(limit) };
  draft.by = [key];
  draft.rows = 'groups';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`);
};

/** `top customers and top products` are two rankings. @throws Unanswerable */
function twoRankings({ text }: Draft, context: ReadingContext): void {
  const m = new RegExp(
    `\\b(${FIRST}|${LAST})((?: ${NUMBER})?) ${NOUN} (?:and|&|plus) (?:the |our )?(${FIRST}` +
      `|${LAST})((?: ${NUMBER})?) ${NOUN}(?![\\p{L}])`,
    'u',
  ).exec(text);
  if (!m?.[3] || !m[6]) return;
  const keys = [fieldKey(m[3], context), fieldKey(m[6], context)];
  if (keys.includes(undefined) || keys[0] === keys[1]) return;
  throw new Unanswerable(
    'These are two rankings; ask for them one at a time.',
    [`${m[1]}${m[2]} ${m[3]}`, `${m[4]}${m[5]} ${m[6]}`],
    true,
  );
}

const OTHERS =
  '(?:the |all |all the |our |all of the )*(?:rest|remaining (?:ones|countries|markets|customers|products)|' +
  'others?(?: (?:countries|ones|markets|customers|products|product lines|cities|regions|brands' +
  '|categories|places))?|' +
  '(?:everyone|everybody|everything|anything|anywhere|everywhere) else|elsewhere)';
const REST = new RegExp(
  `(?:,| ?\\b(?:vs|versus|and|or|compared (?:to|with)|against|beside)) ${OTHERS}(?! of (?:the ` +
    `|this |last )?(?:year|month|quarter|week|time)\\b)` +
    '(?: of (?:the |our )?(?:world|countries|markets?|customers|products|product lines|lines' +
    '|europe|emea|them|business|shop|range|sales|revenue))?(?![\\p{L}-])',
  'u',
);

/** `usa vs the rest`: a value beside all others together. Read before the words. */
export const besideRest: Pass = draft => {
  if (!take(draft, REST)) return;
  draft.isBesideRest = true;
  take(draft, /^compare\b/);
};

/** Splits by the field whose values were named, when they are known. @returns whether there is one */
export function asRest(draft: Draft, { fields }: ReadingContext): void {
  if (!draft.isBesideRest) return;
  const [filter, ...more] = draft.where.filter(
    f => f.values && !f.not && fields.some(x => kebab(x.key) === f.field),
  );
  const others = draft.by.filter(key => key !== filter?.field);
  if (!filter || more.length > 0 || others.some(key => !findGrain(key)) || others.length > 1) {
    draft.text = tidy(`${draft.text} rest`);
    return;
  }
  draft.by = [...others, filter.field];
  draft.show.add('rest');
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `germany and france by quarter`: a series of each value, not of their sum. */
export function asSeries(draft: Draft, { fields }: ReadingContext): void {
  const [grain, second] = draft.by;
  if (!grain || second || !findGrain(grain) || draft.versus || draft.rank || draft.rows) return;
  if (draft.show.size > 0 || draft.partOf || draft.measures.length > 1) return;
  if (!/ (?:and|&|or|vs|versus) |,|\+/.test(draft.whole)) return;
  const several = draft.where.filter(f => !f.not && (f.values?.length ?? 0) > 1);
  const [filter] = several;
  const field = fields.find(f => kebab(f.key) === filter?.field);
  if (!filter || several.length > 1 || !field || (filter.values?.length ?? 0) > 6) return;
  if (!isActionable(field) && field.by.kind !== 'customer') return;
  draft.by = [grain, filter.field];
  draft.isStrong = true;
}
