import { pattern, type Same } from './same.js';

const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|accounts?)';
const MONEY = '(?:money|revenue|sales|cash|turnover|income)';
const TOOK = '(?:takes?|took|taken|brings?|brought|makes?|made|earns?|earned|pulls?|pulled)(?: us)?(?: in)?';
const LEAVE =
  '(?:leave|churn|quit|stop (?:buying|ordering|coming)|(?:walk|drift|slip|go|fall) away|drop off|disappear)';

/** What owners say in passing, in the words of the questions that it asks. */
export const EVERYDAY: Same = [
  // Customers who are expected to leave.
  [
    pattern(
      'gi',
      `^(?:which|what|who)(?: of)?(?: (?:our|the|my))?(?: ${PEOPLE})? (?:(?:will|might|may|could|`,
      'would|is|are|',
      `seems?|looks?|likely|about|going|gonna|likely|set|to|probably|soon|most) )+${LEAVE}(?: `,
      'us)?(?: (?:soon|next))?\\b',
    ),
    'customers at risk of leaving',
  ],
  [
    pattern(
      'gi',
      `^(?:which|what|who|whom)(?: of our)?(?: ${PEOPLE})? (?:(?:will|might|may|could|are|do) )?we `,
      '(?:(?:going|likely|about|gonna|to|risk|probably|soon) )*(?:lose|losing)(?: (?:soon|next))?\\b',
    ),
    'customers at risk of leaving',
  ],
  // Cohorts, one a month.
  [
    /\b(?:customer )?retention(?: rates?)? (by|per|each|every) (month|quarter|year)\b(?! of)/gi,
    'cohorts by $2',
  ],
  [/\b(month|quarter)ly (?:customer )?retention(?: rates?)?\b/gi, 'cohorts by $1'],
  [/\bretention over time\b/gi, 'cohorts'],
  // What stands in the same orders.
  [
    pattern(
      'gi',
      '^(?:which (?:products?|items?|things|articles?)|what(?: (?:products?|items?|things))?) ',
      '(?:(?:is|are|do people|do (?:our )?customers|gets?|usually|often|mostly) )*(?:sells?|sold|',
      'goes|go|buy|bought|ordered) ',
      '(?:well |best |often |most often )?together(?: (?:most )?often| best| most)?(?= with\\b|\\?|$)',
    ),
    'bought together',
  ],
  [
    pattern(
      'gi',
      `\\bwhat (?:else )?(?:do|did) (?:${PEOPLE}|they) (?:also |usually |often )*(?:buy|order|get|take) `,
      '(?:along|together|in combination) with\\b',
    ),
    'what do people buy with',
  ],
  // Which is the largest.
  [
    pattern(
      'giu',
      '\\b(?:which|what) ((?!of\\b)',
      `[\\p{L}]+(?: [\\p{L}]+)?) ${TOOK} (?:the )?(?:more|most) ${MONEY}\\b(?! than)`,
    ),
    'top $1 by revenue',
  ],
  [
    pattern(
      'giu',
      `^(?:who|which(?: one)?|what) ${TOOK} (?:the )?(?:more|most)(?: ${MONEY})?,? `,
      "([\\p{L}\\d .&'-]+?) or ([\\p{L}\\d .&'-]+)",
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      `^(?:(?:do|did) (?:we|people|customers) (?:take|make|get|pay|earn)(?: more)? (?:${MONEY} `,
      ')?(?:by|in|with|from|through)? ?)',
      "([\\p{L}\\d&'-]+) or ([\\p{L}\\d&'-]+)(?: more(?: often)?)?(?=\\?|$)",
    ),
    '$1 vs $2',
  ],
  // Two names alone are to be compared.
  [/^(?!(?:more|less|over|under|better)\b)([\p{L}\d&'-]+) or ([\p{L}\d&'-]+) ?\?*$/giu, '$1 vs $2'],
  [
    pattern(
      'gi',
      "^(?:what|how much)(?: is|'s|s) (?:a|an|one|the|our)(?: average| typical| normal| single)? ",
      '(?:customer|client|buyer|shopper) ',
      '(?:usually |typically |really )?worth(?: to us| on average)?',
    ),
    'average revenue per customer',
  ],
  [
    pattern(
      'gi',
      '^how (?:big|large|many|strong)(?: (?:is|are))? (?:each|every|all|the|our|the ',
      String.raw`different)(?: of (?:the|our))? segments?(?= ?\?*$)`,
    ),
    'number of customers by segment',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwho (?:has |have )?(spends?|spent|pays?|paid) (?=(?:over|above|more than|at `,
      String.raw`least|under|less than|below|between|upwards)\b)`,
    ),
    'customers who spent ',
  ],
  // Bought once.
  [
    pattern(
      'gi',
      '\\b(only once|just once|once|one time|a single time)(?:,| and| but| then)+ (?:(?:have|has|',
      'had|then|did|were) )*',
      "(?:never|not|didn't|did not|haven't|hasn't)(?: (?:came|come|been|bought|buy|ordered|order|",
      'returned?|seen|heard of|back|again|since|more|anymore|afterwards?))*\\b',
    ),
    '$1',
  ],
  [/\b(?:our |the )?one[- ]hit wonders\b/gi, 'one-time customers'],
  [
    pattern(
      'gi',
      String.raw`\b(?:did not|didn't|never|haven't|hasn't|have not|has not) (?:come|came|been|`,
      String.raw`return(?:ed)?)(?: back)? after (?:their |the )?first (?:order|purchase|visit)\b`,
    ),
    'bought only once',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:the )?(?:most[- ]loved|favou?rite) (\p{L}+(?: line| group)?) (?:of|among|with|for) `,
      String.raw`(?:our |the |all )*(?:customers|clients|people|buyers|everyone)(?= (?:in|from)\b| ?\?*$)`,
    ),
    'top $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:the )?(?:most[- ]loved|best[- ]loved|best[- ]liked|favou?rite) `,
      String.raw`(?=\p{L}+(?: \p{L}+)? (?:of|among|with|for|in)\b)`,
    ),
    'top ',
  ],
  [
    pattern(
      'gi',
      String.raw`\bhow many (?:people|clients|buyers|shoppers) (?:have )?(?:became|become|`,
      'turned(?: into)?|moved (?:in)?to) (?:an? )?',
    ),
    'how many customers became ',
  ],
  [
    /\bhow many customers (?:have )?(?:turned into|been promoted to|made it (?:in)?to) (?:an? )?/gi,
    'how many customers became ',
  ],
  // A list of addresses.
  [
    pattern(
      'gi',
      '^(?:(?:give|send|get|show)(?: me| us)? )?(?:an? |the )?(?:e-?mail|mailing)(?: address)? ',
      `list (?:of|for|with) (?:everyone|everybody|all|anyone|(?:all )?(?:the )?${PEOPLE})\\b(.*?)`,
      '\\??$',
    ),
    'list customers$1 with email',
  ],
  [
    pattern(
      'gi',
      '^(?:(?:give|send|get|show)(?: me| us)? )?(?:the )?(?:e-?mails|e-?mail address(?:es)?) ',
      `(?:of|for) (?:everyone|everybody|all|anyone|(?:all )?(?:the )?${PEOPLE})\\b(.*?)\\??$`,
    ),
    'list customers$1 with email',
  ],
  // "Drop so much": how much is what is asked.
  [
    pattern(
      'gi',
      String.raw`(?<=^why\b.*\b(?:drop|fall|rise|grow|jump|decline|dip|plummet|dropped|fell|rose|`,
      'low|high|down|up|weak|strong|bad|good)) (?:so|that) (?:much|badly|hard|sharply|',
      String.raw`far|low|high|strongly)\b`,
    ),
    '',
  ],
  [
    pattern(
      'gi',
      String.raw`(?<=^why (?:was|is|were|are|did|does|has|have)\b.*\b)(?:so|that) (?=(?:low|high|`,
      String.raw`weak|strong|bad|good|poor)\b)`,
    ),
    '',
  ],
  [/^how will ([\p{L}' ]+?) (?:be|go|look|turn out)(?= ?\?*$)/giu, 'forecast for $1'],
  [/(?<=\d) ?(?:mil|mill|mln|mills|millions)(?![\w])/gi, 'm'],
  [/\bgonna\b/gi, 'going to'],
];
