import { kebab } from '../../core/text/words.js';
import { type Pass, take } from './draft.js';

/** Fields that say where something was sold, the one that is meant first. */
const WHERE = ['country', 'region', 'territory', 'location', 'state', 'city', 'store', 'channel'];

/** `where do ships sell`, `where do we get the most 1-star ratings`: by the shop's column of places. */
export const where: Pass = (draft, { fields }) => {
  const field = WHERE.find(key => fields.some(f => f.key === key));
  if (!field || draft.by.length > 0) return;
  const asked = take(
    draft,
    new RegExp(
      '^(?:and |so )?where (?:do|does|did|are|is|was|were|have|has) ' +
        '(?:(?:we|our|the|all|people|most of|mostly) )*',
    ),
    '',
  );
  if (!asked) return;
  // The verb stands at the end: "where do ships sell best".
  const end = take(
    draft,
    new RegExp(
      '\\b(?:sell|sold|go|come|bought|get|selling|going|coming|order|ordered)(?: from| to)?' +
        '(?: (?:the )?(?:best|most|well))?$',
    ),
    '',
  );
  const most = take(draft, /^(?:sell|get|make|earn|have|see|sold) (?:the |our )*(?:most|best|biggest)\b/, '');
  take(draft, /^(?:sell|get|make|earn|have|see|sold) (?:the |our )*/, '');
  draft.by.push(kebab(field));
  if (most || /\b(?:best|most)\b/.test(end?.[0] ?? '')) draft.rank = { order: 'top', limit: 10 };
  draft.isComposed = true;
};
