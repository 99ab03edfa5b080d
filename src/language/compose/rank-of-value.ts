import type { Pass } from './draft.js';
import { filtersIn } from './values.js';

const PLACE = '(?:rank(?:ed)?|sit|stand|come(?: in)?|place|finish)';
const AMONG =
  '(?: (?:in|on|among) (?:the |our )?[\\p{L} ]*?(?:ranking|rankings|table|list|league|order|them))?';
const AMONG_OTHERS = '(?:among|of|in) (?:all |the |our |all the )?[\\p{L} ]+?';
const COUNT = '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)';
const WAYS: readonly RegExp[] = [
  `^where (?:do|does|did|is|are) (.+?) ${PLACE}${AMONG}( for .+| by .+| in .+)?$`,
  `^(?:what(?:'s| is) the )?(?:rank|ranking|place|position) of (.+?)${AMONG}( for .+| by .+| in .+)?$`,
  `^where (?:is|are) (.+?) (?:in|on|among) (?:the |our )?[\\p{L} ]*?(?:ranking|rankings|table|list|league)` +
    '( for .+| by .+| in .+)?$',
  `^(.+?)(?: here)?[,:-]* where (?:do|am) (?:i|we) ${PLACE}?${AMONG}( for .+| by .+| in .+)?$`,
  `^how (?:does|do|did|is|are) (.+?) ${PLACE}${AMONG}( for .+| by .+| in .+)?$`,
  `^(?:is|are|was|were) (.+?) (?:still )?(?:in|among|one of) (?:the |our )?(?:top|best|first) ${COUNT}` +
    '(?: [\\p{L} ]+?)?( for .+| by .+| in .+)?$',
  '^rank (?:of |for )?(.+?)( for .+| by .+| in .+)?$',
  "^(.+?)(?:'s)? (?:rank|ranking|position)( for .+| by .+| in .+)?$",
  `^(?:the )?(?:rank|ranking|place|position) of (.+?) ${AMONG_OTHERS}( for .+| by .+)?$`,
  `^(.+?)[,:-]* (?:and )?(?:what|which)(?:'s| is)? (?:the |its |their |his |her )?(?:rank|place|position)` +
    '(?: (?:is|are) (?:that|it|he|she|they))?( for .+| by .+| in .+)?$',
  '^(?:i|we) (?:have|run|am|are) (.+?)[,.:;-]* (?:am|are) (?:i|we) (?:the )?(?:at the )?' +
    '(?:bottom|top|last|first|best|worst)(?: of the table| of the list)?( for .+| by .+| in .+)?$',
].map(way => new RegExp(way, 'u'));

/** `where does Pune sit in the ranking`: its figure and its place among all values of its field. */
export const rankOfValue: Pass = async (draft, context) => {
  for (const way of WAYS) {
    const m = way.exec(draft.text);
    if (!m) continue;
    const named = await filtersIn(m[1] as string, context);
    const [only, ...others] = named ? [...named.goods, ...named.others] : [];
    const [value] = only?.values ?? [];
    if (!only || value === undefined || others.length > 0 || only.values?.length !== 1) continue;
    draft.rows = 'total';
    draft.where.push(only);
    draft.show.add('place');
    draft.isComposed = true;
    draft.isStrong = true;
    draft.remarks.push(...(named?.remarks ?? []));
    draft.text = (m[2] ?? '').trim();
    return;
  }
};
