import { type Draft, type Pass, PEOPLE, type ReadingContext, tidy } from './draft.js';
import { numberIn } from './numbers.js';
import { fieldKey } from './ranking.js';

const BEST =
  '(top|best|biggest|largest|highest|strongest|leading|upper|first|bottom|worst|smallest|lowest|weakest|' +
  'last)(?:[- ](?:spending|selling|paying|buying))?';
const NAME = `(?: (${PEOPLE}|[\\p{L}-]+(?: (?:lines?|groups?|categor(?:y|ies)))?))?(?![\\p{L}])`;
/** `the top 20 percent of customers`, `the best-selling 10% products`. */
const SHARE = new RegExp(
  `\\b(?:the |our |my )*${BEST} (\\d{1,2}) ?(?:%|percent|per cent|pct)(?: of)?(?: the| our| all| my)?${NAME}`,
  'u',
);
/** `how much do the top 3 customers bring` */
const SO_MANY = new RegExp(
  `\\b(?:the |our |my )*${BEST} (\\d{1,3}|two|three|five|ten|twenty)(?: of)?(?: the| our| all| my)?${NAME}`,
  'u',
);
const ASKS_SHARE = new RegExp(
  '\\b(?:how much|what share|(?:what|which) (?:percent(?:age)?|part|proportion)|share of)\\b' +
    '(?=.*\\b(?:bring|makes?|generate|account|contribute|comes?|from|up|spend)\\b)',
);
const PART = '(?:an? |the )?(?:share|percent(?:age)?|part|proportion|slice)?(?: of)?';
const OF_ALL = '(?: (?:our|the|all|total))*(?: (?:revenue|sales|turnover|money|business|income))?';
const HOW_MUCH = '(?:what|which|how much|how big|how large)';
const PLAIN = new RegExp(
  `\\b(?:${HOW_MUCH} )?${PART}${OF_ALL}(?: (?:do|does|did|is|are|was|were|comes?|came|coming))*` +
    '(?: (?:made|generated|brought|earned))?(?: in)?(?: (?:from|by|with))? ?$',
);
const BRING =
  '(?:brings?|brought|makes?|made|generates?|accounts?|stand|gives?|contributes?|hold|have|has|spend|' +
  'worth|up|in|for|us|to|of)';
const BEHIND = new RegExp(
  `^(?: ${BRING})*(?:(?: ${HOW_MUCH})? ?${PART}${OF_ALL})(?: (?:bring|make|generate|account for|` +
    'contribute|give us))?(?= |$)',
);

/** `how much do the top 20% of customers bring`: the best or the last of a field as a part of all. */
export const shareOfBest: Pass = (draft, context) => {
  const so = SHARE.exec(draft.text);
  const m = so ?? (ASKS_SHARE.test(draft.text) ? SO_MANY.exec(draft.text) : null);
  const by = m && fieldOf(m[3], context);
  if (!m || !by || !(numberIn(m[2] as string) > 0)) return;
  const isBottom = /^(?:bottom|worst|smallest|lowest|weakest|last)$/.test(m[1] as string);
  // What is asked around it is what the answer says.
  const before = draft.text.slice(0, m.index).replace(PLAIN, '');
  const behind = draft.text.slice(m.index + m[0].length).replace(BEHIND, '');
  draft.text = tidy(`${before} ${behind}`);
  draft.rank = {
    order: isBottom ? 'bottom' : 'top',
    limit: numberIn(m[2] as string),
    ...(so && { isPercent: true as const }),
  };
  draft.by = [by];
  draft.rows = 'groups';
  draft.show.add('share');
  settle(draft);
};

function settle(draft: Draft): void {
  draft.isInPercent = false;
  draft.isComposed = true;
  draft.isStrong = true;
}

/** Customers, unless another field is named. */
function fieldOf(name: string | undefined, context: ReadingContext): string | undefined {
  if (name === undefined || new RegExp(`^${PEOPLE}$`).test(name)) return 'customer';
  return fieldKey(name, context);
}
