import { pattern, type Same } from './same.js';

/** Comparisons of periods and of values, and what grew. */
export const COMPARISONS: Same = [
  [
    pattern(
      'gi',
      String.raw`\b(?:as )?compared (?:to|with) (?:the )?(?:same (?:period|time|months?|weeks?|quarters?`,
      '|days) ',
      '(?:(?:of|in) )?(?:the )?)?(?:a year (?:earlier|ago|before)|(?:last|previous|prior) year',
      String.raw`|year before)(?! to\b)`,
    ),
    'vs year before',
  ],
  [
    pattern(
      'iu',
      String.raw`^how do (?:the |our )?(?!(?:we|they|things|sales)\b)(?!.*\b(?:and|or|vs|versus)\b)`,
      String.raw`(\p{L}[\p{L} -]*?) compare(?: (?:in|on) (?:sales|revenue))?(?=\s*\??$)`,
    ),
    'sales by $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:are|were) we (?:doing |running |currently )?(?:up|down`,
      String.raw`|ahead|behind)(?: or (?:up|down|ahead|behind))?(?: on| vs\.?`,
      '| against| from| compared (?:to|with)| versus| of| over)?(?= (?:last',
      String.raw`|the (?:last|previous|prior|year)|previous|prior|(?:19|20)\d\d`,
      String.raw`|q[1-4]|h[12])\b)`,
    ),
    'sales vs',
  ],
  // "Was the second half better than the first this year": of the same year.
  [
    pattern(
      'gi',
      '^(?:was|is|were) (?:the )?(first|1st|second|2nd) half (?:of )?(this year|last year|(?:19|20)',
      String.raw`\d\d)? ?(?:any )?(?:better|stronger|bigger|higher|worse|weaker|lower) than (?:the )?(first|1st`,
      String.raw`|second|2nd)(?: (?:half|one))?(?: of)?(?: (this year|last year|(?:19|20)\d\d))?(?=\s*\??$)`,
    ),
    '$1 half $2$4 vs $3 half $2$4',
  ],
  // "Which line grew fastest" asks for all lines by their change.
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L}-]+(?: (?:line|group|size))?)s? (?:(?:has`,
      '|have|did) )?(?:grew|grow|grown|dropp?ed|drop|fell|fallen|fall',
      '|shrank|shrunk|shrink|declined?|lost|lose|gained|gain|improved?',
      '|rose|risen|increased?|decreased?|slipped)(?: the)? (?:most',
      String.raw`|fastest|strongest|hardest|worst|best)\b`,
    ),
    'growth by $1',
  ],
  [
    /\b(?:fastest|strongest|quickest)[- ]growing ([\p{L}-]+(?: (?:lines?|groups?|sizes?))?)\b/giu,
    'growth by $1',
  ],
  [/\b(?:yoy|year over year|year on year) (?=growth\b.*\b(?:vs|versus|against|over)\b)/gi, ''],
  // "2004 revenue and growth on 2003" asks for both and the change.
  [
    pattern(
      'gi',
      String.raw`^(.*\d.*?) (?:and |& )?(?:its |the |with )?(?:growth|change) (?:on|over|versus|vs\.?|against`,
      String.raw`|from) (?=(?:fy ?\d|(?:19|20)\d\d|q[1-4]|h[12]|the (?:year|month|quarter) before)\b)`,
    ),
    '$1 vs ',
  ],
  // "Was april good" asks how it was, and not about goods.
  [
    pattern(
      'gi',
      '^(?:was|is|were|are) (.+?) (?:an? )?(?:very |really |any )?(?:good',
      '|bad|great|decent|ok|okay|strong|weak|slow|terrible)(?: (?:month',
      String.raw`|year|quarter|week|day|one))?(?=\s*\??$)`,
    ),
    'how was $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow (?:much|many) (?:more|less|fewer)(?: [\p{L}]+)? (?:did`,
      String.raw`|does|do) (?:the )?([\p{L} .&'-]+?) (?:buy|order|spend|sell`,
      String.raw`|bring(?: in)?|make) than (?:the )?([\p{L} .&'-]+?)(?= in |\s*\?`,
      '|$)',
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      '^(?:do|did|does) we (?:have|get|had|see|win) (?:more|fewer) (customers',
      String.raw`|orders|buyers|clients)(?: in| from)? ([\p{L} .&'-]+?) (?:or`,
      String.raw`|than)(?: in| from)? ([\p{L} .&'-]+?)(?= in |\s*\?|$)`,
    ),
    '$1 $2 vs $3',
  ],
  [
    pattern(
      'giu',
      String.raw`\bwhich (?:one )?(?:is|are|was|sells?|sold|does|did|has|had`,
      '|brings?|brought|makes?|made)(?: the)? ?(?:bigger|larger|better',
      '|stronger|more|most|best|biggest|smaller|worse)?(?: (?:revenue',
      String.raw`|sales|money))?(?: in ((?:19|20)\d\d))?,? (?:- |: )?([\p{L} .&'-]+?) or `,
      String.raw`([\p{L} .&'-]+?)(?=\?`,
      '|$| in | this | last )',
    ),
    '$2 vs $3 $1',
  ],

  [
    pattern(
      'gi',
      String.raw`\blast (month|week|quarter|year),? (?:compared (?:to|with)|vs\.?|versus|against) the (?:one`,
      String.raw`|month|week|quarter|year) before(?: that| it)?\b`,
    ),
    'compare last $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:did|has|have|does|do|will) (?:the )?((?:q[1-4] |h[12] )?(?:19|20)\d\d|(?:this|last) `,
      '(?:year|month|quarter|week)) ',
      String.raw`(?:beat|top|exceed|outdo|surpass|outsell) (?:the )?((?:q[1-4] |h[12] )?(?:19|20)\d\d`,
      String.raw`|(?:this|last) (?:year|month|quarter|week))\b`,
    ),
    'compare $1 with $2',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:by )?how much did (?:our |the |total )*(?:(orders|customers|units)|revenue|sales`,
      '|turnover|we|business|things|it) ',
      '(?:go up|go down|grow|rise|fall|drop|increase|decrease|change|improve|climb|gain|lose)(?: by)? ',
      String.raw`(?:from|between) ([\p{L}\d ]{2,20}?) (?:to|and) ([\p{L}\d ]{2,20}?)(?=\s*[?.!]*$| in | for `,
      '| by )',
    ),
    '$1 compare $3 with $2',
  ],
  // Two questions about two places are one about both.
  [/\b(in|for|from) ([\p{L} ]+?)\?+ (?:and|&) (?:in|for|from|what about) ([\p{L} ]+?)\?*$/giu, '$1 $2 vs $3'],
  [/^(?:what(?:'s|s| is) )?(?:the )?split between (.+?) and (?=\S+(?: \S+)?\s*\??$)/gi, '$1 vs '],
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L}-]+(?: (?:line|group|size))?)s? (?:are|is) (?:dying|declining`,
      '|shrinking|falling|dropping|',
      'slipping|going (?:up|down)|in decline|growing|rising|climbing|improving)(?: (?:the ',
      String.raw`)?(?:most|fastest))?\b`,
    ),
    'growth by $1',
  ],
  [
    pattern(
      'giu',
      String.raw`^(?:is|are) (?:the |our |my )?([\p{L} ]+?) (?:going|trending|moving) (?:up|down)(?: or `,
      String.raw`(?:up|down))?\b|`,
      String.raw`^(?:is|are) (?:the |our |my )?((?:average |median )[\p{L} ]+?) (?:rising|falling|growing`,
      String.raw`|shrinking|improving|increasing|decreasing)(?: or \p{L}+)?\b`,
    ),
    '$1$2 trend',
  ],

  [
    pattern(
      'gi',
      String.raw`\bdid we (?:beat|top|outdo|do better than|exceed) last (january|february|march|april|may`,
      String.raw`|june|july|august|september|october|november|december)\b`,
    ),
    'compare $1 this year with $1 last year',
  ],
  [
    /\bdid we (?:beat|top|outdo|do better than|exceed) last (year|quarter|month|week)\b/gi,
    'this $1 vs last $1',
  ],

  [
    pattern(
      'giu',
      String.raw`^do ([\p{L}\d ]+?) orders have (?:a )?(?:higher|bigger|larger|lower|smaller) (?:basket`,
      String.raw`|average order|order value|average|aov)s? than ([\p{L}\d ]+?)(?: orders| ones)?(?=\s*\??$)`,
    ),
    'average order $1 vs $2',
  ],
];
