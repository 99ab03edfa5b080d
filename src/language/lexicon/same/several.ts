import { pattern, type Same } from './same.js';

const AND = '(?:\\s*(?:,|&|\\+|/|\\band\\b|\\bn\\b|\\bplus\\b))+ *';
const ORDERS = 'orders|purchases|invoices|transactions|deals';
const COUNTED = `${ORDERS}|customers|clients|buyers|people|units|pieces|items`;
/** What money is asked for by, where a number is asked for beside it. */
const AMOUNT =
  "(?:(?:what(?:'s|s| is| was| were)?|for|worth|and|at|with)(?: (?:the|a|our))? )*(?:how much(?: " +
  '(?:money|revenue|value|in total|altogether|overall|was that|is that|did they (?:spend|bring in)|' +
  'is it|was it|worth|total))?|(?:total |overall )?(?:revenue|sales|turnover|value|amount|sum)|' +
  'totals?|damage)(?: (?:in total|altogether|overall|was that|is that))?';
const END = '(?=\\s*[?.!)]|\\s*$|,| (?:in|from|for|of|by|per|since|during|on|this|last|per)\\b)';
const FIRST = '(?:best|strongest|top|biggest|largest|highest|busiest)';
const LAST = '(?:worst|weakest|lowest|smallest|poorest|flop|quietest|least)';
const SOLD = '(?:[- ](?:selling|performing))?';
const NOUN = '([\\p{L}-]+(?: (?:lines?|groups?|sizes?|types?|methods?|levels?|categor(?:y|ies)))?)';
const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?';
const ANY_PERIOD =
  `(?:(?:${MONTHS}|[qh][1-4])(?:[ '-]*(?:(?:19|20)?\\d\\d|of last year|of this year|last year|this year))?|` +
  '(?:19|20)\\d\\d|(?:last|this|the previous|the current) (?:year|month|quarter|week))';
const BETTER =
  '(?:better|worse|higher|lower|stronger|weaker|bigger|smaller|busier|quieter|slower|above|below|' +
  'ahead of|up on|' +
  'down on|more|less)';
const BY_HOW_MUCH =
  '(?:[?,]*(?: (?:and|n|&))? (?:if so,? |yes or no,? )?(?:by )?how (?:much|many|bad(?:ly)?|' +
  'far)(?: (?:percent|pct|' +
  'per cent|%|was it|is it|better|worse))*)?';

/** Several things that are asked for in one breath, in words that say them one by one. */
export const SEVERAL: Same = [
  [/(?<!\S)b4(?!\S)/gi, 'before'],
  // "How many orders and what total": two measures of the same.
  [pattern('giu', `\\bhow many (${COUNTED})\\b([^,?&+/]*?)${AND}${AMOUNT}${END}`), '$1 and revenue$2'],
  [
    pattern(
      'giu',
      '\\b(?:how much(?: (?:revenue|money|turnover))?|what (?:revenue|total|amount|',
      `turnover))\\b([^?&+/]*?)${AND}`,
      `(?:how many|number of|what number of|no\\.? of|nr of|count of) (${COUNTED})(?: (?:that was|`,
      'was that|is that|that is|',
      'were (?:there|those|that)|did (?:they|we|he|she|it) (?:place|make|have|get|take)|',
      'are (?:those|they|there)|',
      "was it|is it|they (?:placed|made)|'?s that))?(?=\\s*[?.!]*$| in | from | for )",
    ),
    'revenue and $2$1',
  ],
  [
    pattern(
      'giu',
      `\\b(?:cnt|count|number|qty|how many)(?: and| n| &| ?\\+| ?/) ?(?:the |total |their |its )*`,
      `(?:value|amount|revenue|sum|worth)(?! of| per)${END}`,
    ),
    'orders and revenue',
  ],
  [
    pattern(
      'giu',
      '\\b(?:value|amount|revenue|how much)(?: and| n| &| ?\\+| ?/) ?(?:the )?(?:cnt|count|number|',
      `how many)(?! of)${END}`,
    ),
    'revenue and orders',
  ],
  [/\bnewly (?:won|acquired|gained|signed|onboarded) (?=customers|clients|buyers|accounts)/gi, 'new '],
  [
    pattern(
      'giu',
      `\\bactive (?=(?:customers|buyers|clients|accounts) (?:in |per |by |each |every |${ANY_PERIOD}))`,
    ),
    '',
  ],
  [/\b(\p{L}+)[- ]speakers\b/giu, '$1'],
  // Both ends of one ranking.
  [
    pattern(
      'giu',
      `\\b(?:which|what) ${NOUN} (?:(?:was|is|were|are|did|do|does|sold|sells?|has|had|performed|`,
      'brought in|made|we) )*',
      `(?:our |the )?(?:${FIRST}|most|more)(?: (?:revenue|sales|money))?${AND}(?:and )?(?:which|`,
      'what)(?: one)? ',
      '(?:(?:was|is|were|are|did|do|does|sold|sells?|has|had|performed|we) )*(?:our |',
      `the )?${LAST}(?: (?:revenue|sales|`,
      'money))?(?! \\p{L}+ (?:in|of))',
    ),
    'best and worst $1',
  ],
  [
    pattern(
      'giu',
      `\\b${FIRST}${SOLD} ${NOUN}(?:${AND}| vs\\.? | or )(?:(?:the|our|and|`,
      `also) )*${LAST}${SOLD} (?:ones?|\\1)\\b`,
    ),
    'best and worst $1',
  ],
  [pattern('giu', `\\b(${FIRST}) ?(?:/|&|n) ?(${LAST})(?= \\p{L})`), '$1 and $2'],
  [
    pattern('giu', `\\b${NOUN}(?:,|:| -)? (?:the )?${FIRST}${AND}(?:the )?${LAST}(?=\\s*[?.!]*$)`),
    'best and worst $1',
  ],
  [
    new RegExp(
      '(?:,| -)? (?:just|only) (?:those|these|the) (?:two|2|three|3)(?: (?:totals?|figures|' +
        String.raw`numbers|values))?(?=\s*[?.!]*$)`,
      'gi',
    ),
    '',
  ],
  // Two periods, and whether the one did better.
  [
    pattern(
      'giu',
      `\\b(?:did|does|has|have|do) (?:the |our )?(${ANY_PERIOD}) (?:sales )?(?:beat|top|exceed|`,
      'outdo|outperform|surpass|',
      `outsell|(?:do|perform|come in|end up|go) ${BETTER}(?: than)?) (?:the |`,
      `that of )?(${ANY_PERIOD})${BY_HOW_MUCH}`,
    ),
    'compare $1 with $2',
  ],
  [
    pattern(
      'giu',
      `^(?:so )?(?:was|is|were) (?:the |our )?(${ANY_PERIOD})(?: sales| revenue)? (?:any |much |`,
      'really |actually )*',
      `${BETTER}(?: than)? (?:the |in |that of )?(${ANY_PERIOD})${BY_HOW_MUCH}`,
    ),
    'compare $1 with $2',
  ],
  [
    pattern(
      'giu',
      `^(?:so )?(${ANY_PERIOD}) (?:was|is|were) (?:any |much |really |a lot |`,
      `way )*${BETTER}(?: than)? (?:the |in )?`,
      `(${ANY_PERIOD})(?:,? (?:right|correct|no|isn't it|wasn't it))?${BY_HOW_MUCH}`,
    ),
    'compare $1 with $2',
  ],
  [
    pattern(
      'giu',
      '^(?:(?:so|was|is) )*(?:the )?last (month|week|quarter|year) (?:was |is )?(?:any |much |',
      `really |a lot )*${BETTER}`,
      '(?: than| on)? (?:the )?(?:one|month|week|quarter|year) (?:before|prior)(?:,? (?:right|correct|no))?',
      BY_HOW_MUCH,
    ),
    'compare last $1',
  ],
  [
    pattern(
      'giu',
      '(?<=\\b(?:compar\\w*|vs|versus|against|than)\\b.*?),? (?:plus|and|with|incl\\.?|including|n|',
      '&) (?:the )?(?:change|',
      'difference|diff|delta|gap|growth|increase|drop)s?(?: (?:in|as) (?:percent|pct|%)| %)?(?=\\s*[?.!]*$)',
    ),
    '',
  ],
  // The year belongs to the quarter or month before the verb.
  [
    pattern(
      'giu',
      `\\bhow(?:'d| did| was| were| has)? (?:our |the )?((?:${MONTHS}|[qh][1-4]|summer|winter|`,
      'spring|autumn)) ',
      '(?:go|do|look|turn out|perform|end|work out|been|went) (last year|this year|in (?:19|20)\\d\\d)\\b',
    ),
    'how was $1 $2',
  ],
];
