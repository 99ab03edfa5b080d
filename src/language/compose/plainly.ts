import { pattern, type Same } from '../lexicon/same/same.js';
import { SAME_IN_WORDS } from '../lexicon/same-in-words.js';
import { LONGEST } from '../understand.js';
import { PEOPLE } from './draft.js';
import { NUMBER } from './numbers.js';

/** What means the same as other words, for every reader: the words in its place. */
const SAME: Same = [
  // Of two it is the better one, of more the best.
  [
    pattern(
      'giu',
      '\\b(which [\\p{L}-]+(?: [\\p{L}-]+)?) (?:does|do|did|performs?|performed|is doing) better',
      '\\b(?!,| (?:than|or)\\b)',
    ),
    '$1 brings the most',
  ],
  [
    new RegExp(
      `\\b${PEOPLE} (?:(?:that|who|which|with|whose|are|have|has|sales|spending) )*(?:grew|grown|` +
        `growing|shrank|` +
        'shrunk|shrinking|falling|fell|declin(?:ed|ing)|rising|dropped|dropping)(?: (?:sales|' +
        'revenue|orders|spend(?:ing)?))?\\b(?! (?:off|away|out|asleep)\\b)',
      'gi',
    ),
    'growth by customer',
  ],
  [
    new RegExp(
      `\\b${PEOPLE} (?:(?:that|who|which|are|have|has) )*(?:spend|spent|spending|buy|bought|` +
        `buying|order|ordered|ordering) (?:more|less)` +
        // "Who spent more than 50" is about an amount.
        `(?= (?:in|this|now)\\b| than (?!(?:only |just )?(?:once|twice|${NUMBER}))|$)`,
      'gi',
    ),
    'growth by customer',
  ],
  // A mean, and not the number of orders.
  [/\b(?:the )?(most|least)(?: (?:revenue|money|sales))? per order\b/gi, 'the $1 average order value'],
  [/\bdiff(?:er+nt|rent|ernt)\b/gi, 'different'],
  [
    new RegExp(
      String.raw`\bhow many (?:diff?er+e?nt|diffrent|distinct|unique) (?!products?\b|items?\b|` +
        String.raw`skus?\b|articles?\b|models?\b|things\b|kinds?\b)(?=\p{L})`,
      'giu',
    ),
    'how many ',
  ],
  ...SAME_IN_WORDS,
];

/** A text with words that every reader knows in the place of others that mean the same. */
export function plainly(text: string): string {
  // What is longer is refused, and would take long.
  if (text.length > 2 * LONGEST) return text;
  let plain = text;
  for (const [pattern, words] of SAME)
    plain = typeof words === 'string' ? plain.replace(pattern, words) : plain.replace(pattern, words);
  return comparedOnes(whyAgainst(plain));
}

/** `which of france, spain and uk did best`: the ones that are named, compared. */
function comparedOnes(text: string): string {
  const or = / or /i.test(text)
    ? new RegExp(
        '^(?!(?:(?:show|list|which|how many|all|the|our|me) )*(?:customers?|clients?|' +
          String.raw`buyers?|people|accounts?)\b)(?:.*: ?)?([^,]+? or [^,]+?),? (?:who|which|what|` +
          'where)(?: one| of them| of the two| is it that)? (?:did |do |does |is |was |has |' +
          'have )?(?:we )?(?:sold|sells?|brought|brings?|made|makes?|spent|spends?|bought|' +
          'buys?|ordered|orders|grew|performs?|performed|bigger|larger|better|stronger|worse|' +
          'smaller|more)(?: us)?(?: in)?(?: (?:more|most|better|best|less|faster|the most)' +
          String.raw`)?\b`,
        'i',
      ).exec(text)
    : undefined;
  if (or?.[1]) return `${or[1].replace(/ or /gi, ' vs ')} ${text.slice(or.index + or[0].length)}`.trim();
  return text.replace(
    new RegExp(
      String.raw`\bwhich (?:one )?(?:out )?of (?:the )?(.+?),? (?:did|does|do|sells?|sold|is|was|` +
        'are|were|performs?|performed|brings?|brought|has|had|makes?|made)(?: us)?(?: ' +
        'in)?(?: the)? (?:best|better|worst|worse|most|more|least|biggest|bigger|highest|' +
        String.raw`strongest)\b`,
      'gi',
    ),
    (_, ones: string) => ones.replace(/,? (?:and|or|&) |, /gi, ' vs '),
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthIn = (text: string): number => MONTHS.findIndex(m => new RegExp(`\\b${m}`, 'i').test(text));
const PERIOD =
  `(?:(?:the )?(?:last|this|previous|prior) )?(?:(?:${MONTHS.join('|')})[a-z]*|q[1-4]|h[12]|month|quarter|` +
  "year|week|(?:19|20)\\d\\d)(?: (?:19|20)\\d\\d| '?\\d\\d)?";
const WHY_AGAINST = new RegExp(
  `^why (?:did|was|were|is|are|has|have)(?: (?:our|the|sales|revenue|in|of))* (${PERIOD}) (?:[a-z]+ ){0,4}?` +
    '(?:(?:as )?compared (?:to|with)|in comparison (?:to|with)|than|vs\\.?|versus|against|relative to)' +
    `(?: (?:in|the))* (${PERIOD})(?=\\s*\\?*$)`,
  'i',
);

/** `why did dec 2004 drop compared to november`: a month without a year is the last one before the other. */
function whyAgainst(text: string): string {
  const m = WHY_AGAINST.exec(text);
  if (!m) return text;
  const [period, other] = [m[1] as string, m[2] as string];
  const year = /(?:19|20)\d\d/.exec(period)?.[0];
  const [month, before] = [monthIn(period), monthIn(other)];
  const isDated = /\d\d/.test(other) || year === undefined || month < 0 || before < 0;
  const dated = isDated ? other : `${other} ${before < month ? year : Number(year) - 1}`;
  return `why ${period} vs ${dated}${text.slice(m[0].length)}`;
}
