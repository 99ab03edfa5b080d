import { pattern, type Same } from './same.js';

/** Short ways to ask for a course, a comparison or the names behind a number. */
export const BRIEFLY: Same = [
  [/,? (?:all )?summed(?: up)?\b/gi, ' in total'],
  [/,? ?\bbut only (?=\p{L})/giu, ' '],
  [/\b(?:out of|from|in|across|of) the states\b(?! of)/gi, 'in usa'],
  [
    pattern(
      'giu',
      String.raw`\b(?:and )?(?:leave|leaving|keep|keeping|take|taking) (?:the )?([\p{L}\d'-]+(?: `,
      String.raw`[\p{L}\d'-]+)?) out\b(?! of)`,
    ),
    'excluding $1',
  ],
  [/\bhow (?:much|big a (?:part|slice|piece)) of the (?:pie|cake|whole)\b/gi, 'share of revenue'],
  [/^(.{3,40}?)(?:[:,]| -)+ ?share of revenue(?=\s*[?.!]*$)/gi, 'share of revenue from $1'],
  [
    pattern(
      'gi',
      String.raw`\bhow much money is (?:stuck|tied up|sitting|still)(?: (?:there|in there|in it|in `,
      String.raw`them))?(?=\s*[?.!]*$)`,
    ),
    'revenue',
  ],
  [/,? (?:all )?added (?:together|up)\b/gi, ''],
  [
    pattern(
      'gi',
      String.raw`\b(this|current) (year|yr|month|week|quarter) (vs|versus|against|v) last(?=\s*[?.!]*$)`,
    ),
    '$1 $2 $3 last $2',
  ],
  [/\bn where\b/gi, 'number of orders where'],
  [/\blifetime rev(?:enue)?(?= ?(?:>|over|above|of|at))/gi, 'lifetime value'],
  [/^([\p{L} ]+?) distribution,? (?:in )?(?:%|percent)(?=\s*[?.!]*$)/giu, 'orders by $1 in percent'],
  [
    pattern(
      'gi',
      String.raw`\bwhich half of (last (?:year|yr)|this (?:year|yr)|(?:19|20)\d\d) `,
      '(?:was|is|did|went) (?:the ',
      ')?(?:better|best|stronger|bigger|more)(?:,? (?:the )?(?:first|1st) or (?:the ',
      ')?(?:second|2nd))?',
    ),
    'first half of $1 vs second half of $1',
  ],
  // The halves of one month.
  [
    pattern(
      'gi',
      String.raw`\b((?:first|second|1st|2nd) half) of ((?:[a-z]+ )?[a-z]+(?: \d{4})?) (vs|versus`,
      String.raw`|against|compared (?:to|with)) (?:the )?((?:first|second|1st|2nd) half)(?! of| \d| `,
      'year)',
    ),
    '$1 of $2 $3 $4 of $2',
  ],
  [
    pattern(
      'giu',
      '^((?:what |which )?(?:percent|percentage|share|pct)) of (orders|invoices|purchases',
      '|baskets) (?:that |which )?(?:have|has|had|contain(?:s|ed)?|include[sd]?|come with',
      String.raw`|came with) (.+?)(?: on (?:them|it)| in (?:them|it))?(?=\s*[?.!]*$)`,
    ),
    '$1 of orders with $3',
  ],
  [/\bbetween (\d{1,3}) (and|to) (\d{1,3}) ?k\b/gi, 'between $1k $2 $3k'],
  [/^(.+?) (?:sells?|buys?|orders?) mostly what\b/gi, 'top products of $1'],
  [
    pattern(
      'gi',
      '^(?:i|we) (?:run|manage|own|look after|handle|cover) (.+?)[.,;:–-]+ ?(?=(?:how|what',
      String.raw`|where|which|who)\b)`,
    ),
    '$1: ',
  ],
  [
    pattern(
      'giu',
      '^what (?:do|did|does) ((?:our |the )?(?:',
      String.raw`(?:customers|clients|people|women|men) [^?]*?\d[^?]*?|vips|champions|`,
      '(?:loyal|at[- ]risk|lost|vip) customers)) ',
      String.raw`(?:buy|order|purchase)(?: (?:the )?most)?(?=\s*[?.!]*$)`,
    ),
    'revenue by product from $1',
  ],
  // Bought, in the words of a shop.
  [
    pattern(
      'gi',
      String.raw`\b(customers|clients|accounts|buyers) (?:who |that )?(?:have|has|own|got|took|take`,
      String.raw`|carry|buy|buys) (?:got )?(?:the |a |an )?(?=.+ but (?:never|not|no)\b)`,
    ),
    '$1 who bought ',
  ],
  [
    pattern(
      'gi',
      String.raw`\bbut never (?:took|had|got|tried|touched|picked up|went for)(?: any| a| an| the)?\b`,
    ),
    'but never bought',
  ],
  // A course, and whether it goes up.
  [
    pattern(
      'gi',
      '^(.+?)(?: -|,|:)? (?:(?:is|are) (?:it|they|that|we) )?(?:going|trending|heading',
      String.raw`|moving) up or down (?:year on year|yoy|y\/y|over the years)(?=\s*[?.!]*$)`,
    ),
    '$1 by year',
  ],
  [
    pattern(
      'gi',
      '^(.+?)(?: -|,|:)? (?:(?:is|are) (?:it|they|that|we) )?(?:going|trending|heading',
      String.raw`|moving) up or down(?: month on month| mom)?(?=\s*[?.!]*$)`,
    ),
    '$1 by month',
  ],
  [
    pattern('gi', String.raw`^(?:the )?last (\d+) years,? (?:what(?:'?s| is) the )?trend(?=\s*[?.!]*$)`),
    'trend by year last $1 years',
  ],
  [
    pattern(
      'gi',
      String.raw`(?:,| -|:)? (?:value|amount|total) (?:and|&|n|\+) (?:percent|%|pct|share) of (?:the `,
      String.raw`|our |total |all )*(revenue|sales|turnover)(?=\s*[?.!]*$)`,
    ),
    ' and share of $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwhat does (?:a|an|the|our) (?:normal|typical|usual) (?:order|basket|purchase) `,
      String.raw`(?:cost|come to|go for)\b(?:\?? ?like the middle one(?:,? not the average)?)?`,
    ),
    'median order',
  ],
  [
    pattern(
      'gi',
      '^(?:has |have |did |does |do )?(?:any|some)(?:one|body) (?=(?:buy|bought|ordered?',
      String.raw`|purchased?) (?:at least|more than|over|exactly|\d))`,
    ),
    'customers who ',
  ],
  [/\b(?:on|of) (?:our|the) (?:very )?first day(?: of (?:trading|business|sales))?\b/gi, 'on the first day'],
  // The list counts them.
  [
    pattern(
      'gi',
      String.raw`(?<=^(?:who|which|what|list|show|name)\b.*?)(?:,| and| n| &|\?) ?how many (?:of `,
      "(?:them|em|'em|those|these)|are (?:they|there)|(?:are )?there(?: are)?)(?: are ",
      String.raw`there)?(?=\s*[?.!]*$)`,
    ),
    '',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:mean|average|avg) (?:and|&|\+|plus|n) median (?:order(?: value| size)?|sale`,
      String.raw`|purchase|basket|ticket)s?\b`,
    ),
    'average order value and median order',
  ],
  [
    pattern(
      'gi',
      String.raw`\bmedian (?:and|&|\+|plus|n) (?:mean|average|avg) (?:order(?: value| size)?|sale`,
      String.raw`|purchase|basket|ticket)s?\b`,
    ),
    'median order and average order value',
  ],
  // One beside the other.
  [
    pattern(
      'giu',
      String.raw`\bhow far (?:is|are|was|were) ([\p{L} ]+?) (?:behind|ahead of|below|above) ([\p{L} `,
      String.raw`]+?)(?=\s*[?.!]*$)`,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'gi',
      '^(.{3,40}?) or (.{3,40}?),? which (?:one )?(?:does|did|sells|sold|is|was|brings',
      String.raw`|brought) (?:better|more|best|most|bigger)\b`,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:which|what) (?:calendar )?month (has|had|brings?|is|gets?) (.+?) (?:over|across`,
      String.raw`|in) (?:the|all(?: the)?|all of the) years\b`,
    ),
    'which month of year $1 $2',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow(?:'s|s| is| are) (?:the|our) ([\p{L}'-]{4,}) (?:range|collection)(?: doing| `,
      'selling)?(?: in total| overall)?',
    ),
    'sales of $1',
  ],
  [/\btop customers by (refunds|returns|returned units|return lines)\b/gi, 'refunds by customer'],
  [
    pattern(
      'gi',
      String.raw`\bhow(?:'?d| did) (january|february|march|april|may|june|july|august|september|october`,
      String.raw`|november|december) go\b`,
    ),
    'sales in $1',
  ],
  // "The woodland range" is what has the word in its name.
  [
    pattern(
      'giu',
      String.raw`\b(?:the|our) ([\p{L}'-]{4,}) (?:range|collection)\b(?= (?:do|doing|did|sell|sold`,
      String.raw`|selling|in|this|last|so)\b|\s*[?.!]*$)`,
    ),
    '$1',
  ],
  // Per customer.
  [
    /\b(?:spends?|brings?|buys?) (?:the )?(most|least) (?:per head|per capita|a head|each)\b/gi,
    '$1 revenue per customer',
  ],
  [/\b(?:per head|per capita)\b/gi, 'per customer'],
  [/\bnothin\b/gi, 'nothing'],
  [/\b(?:nxt)\b/gi, 'next'],
  [/\btop(\d+)\b/gi, 'top $1'],
  [/\bowt\b/gi, 'anything'],
];
