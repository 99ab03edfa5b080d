import { remark } from '../../core/answer/notes.js';
import { typed } from '../../core/text/typed-text.js';
import type { Pass } from './draft.js';
import { filtersIn } from './values.js';

const PLACE = '(?:rank(?:ed)?|sit|stand|come(?: in)?|place|finish)';
const AMONG =
  '(?: (?:in|on|among) (?:the |our )?[\\p{L} ]*?(?:ranking|rankings|table|list|league|order|them))?';
const WAYS: readonly RegExp[] = [
  `^where (?:do|does|did|is|are) (.+?) ${PLACE}${AMONG}( for .+| by .+| in .+)?$`,
  `^(?:what(?:'s| is) the )?(?:rank|ranking|place|position) of (.+?)${AMONG}( for .+| by .+| in .+)?$`,
  `^where (?:is|are) (.+?) (?:in|on|among) (?:the |our )?[\\p{L} ]*?(?:ranking|rankings|table|list|league)` +
    '( for .+| by .+| in .+)?$',
  `^(.+?)(?: here)?[,:-]* where (?:do|am) (?:i|we) ${PLACE}?${AMONG}( for .+| by .+| in .+)?$`,
  '^(?:i|we) (?:have|run|am|are) (.+?)[,.:;-]+ ?(?:am|are) (?:i|we) (?:the )?(?:at the )?' +
    '(?:bottom|top|last|first|best|worst)(?: of the table| of the list)?( for .+| by .+| in .+)?$',
].map(way => new RegExp(way, 'u'));

/** `where does Pune sit in the ranking`: all values of its field in their order, of which it is one. */
export const rankOfValue: Pass = async (draft, context) => {
  for (const way of WAYS) {
    const m = way.exec(draft.text);
    if (!m) continue;
    const named = await filtersIn(m[1] as string, context);
    const [only, ...others] = named ? [...named.goods, ...named.others] : [];
    const [value] = only?.values ?? [];
    if (!only || value === undefined || others.length > 0 || only.values?.length !== 1) continue;
    draft.by = [only.field];
    draft.rows = 'groups';
    draft.rank = { order: 'top', limit: 100 };
    draft.isComposed = true;
    draft.isStrong = true;
    draft.remarks.push(
      ...(named?.remarks ?? []),
      remark(`All are in their order: look for ${typed(value)}.`),
    );
    draft.text = (m[2] ?? '').trim();
    return;
  }
};
