import { pattern, type Same } from './same.js';

/** Questions that have names of their own, rankings, times and orders. */
export const REPORTS: Same = [
  [
    pattern(
      'gi',
      String.raw`\b(day of the week|weekday|hour|month|time of day) do (?:people|customers|they|shoppers) `,
      String.raw`(?:order|buy)(?: the)? most(?: often)?(?: \(number of orders\))?`,
    ),
    '$1 with the most orders',
  ],
  // Money that waits in orders of some status is no stock that waits in a warehouse.
  [
    pattern(
      'gi',
      String.raw`\b(?:how much )?(?:money|revenue|cash|sales|value)?(?: is| are`,
      '| was| do we have)?(?: still)? (?:tied up|stuck|sitting|locked up',
      String.raw`|parked) in(?: orders)?\b`,
    ),
    'revenue',
  ],
  [
    new RegExp(
      String.raw`\bwhy (is|was|are|were) (.+?) (?:(?:so|that|this) )?(?:low|high|bad|good|weak|` +
        String.raw`strong|poor|slow|quiet)\b`,
      'gi',
    ),
    'why $1 $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:at |in )?(?:what|which) (?:time(?: of (?:the )?day)?|hours?)(?: of (?:the )?day)? ` +
        '(?:do',
      '|does|did) (?:people|customers|we|they|most orders|orders|most people',
      '|clients)(?: mostly| usually| typically| tend to)? (?:buy|order',
      String.raw`|shop|purchase|come in|get orders|sell)(?: the most| most)?\b`,
    ),
    'orders by hour',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:for )?(?:our |the )?(?:fiscal|financial|business) year(?: (?:is`,
      String.raw`|runs?|goes))?(?: from)? (jan\w*|feb\w*|mar\w*|apr\w*|may|june?`,
      String.raw`|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*) (?:to|through|until`,
      String.raw`|till|-) (?:jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*`,
      String.raw`|sep\w*|oct\w*|nov\w*|dec\w*)\b`,
    ),
    'fiscal year starts in $1',
  ],
  [
    /\b(?:(?:gets?|got|are|is|being) )?bought together (?:the )?(?:most|more)(?: often)?\b/gi,
    'bought together',
  ],
  [
    /\b(?:what|which) (?:products? |items? |lines? )?(?:goes|go|sells?) (?:well |best |together )?with\b/gi,
    'what is bought together with',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:anything|any|some|something) (?:weird|odd|strange|unusual`,
      String.raw`|off|abnormal)\b(?! (?:days?|weeks?|months?)\b)`,
    ),
    'anomalies',
  ],
  [/\b(?:weird|odd|strange|outlier|outlying) (?=days?\b|weeks?\b|months?\b)/gi, 'unusual '],
  [
    pattern(
      'gi',
      String.raw`\b(?:the )?reasons? for (?:the |our )?(?:drop|fall|rise|increase`,
      String.raw`|decrease|jump|growth|dip|spike|slump|decline)\b`,
    ),
    'why did sales change',
  ],
  [/\b(best|worst|highest|lowest)[- ]rated ([\p{L}-]+(?: lines?)?)/giu, '$1 $2 by average rating'],
  [
    // "5 best sellers" are the best 5, "q4 04 best sellers" are not.
    pattern(
      'giu',
      String.raw`(?<=^|\b(?:the|our|my|me|us|show|list|are|is|what|whats|gimme`,
      String.raw`|of) )([1-9]\d?|two|three|four|five|six|seven|eight|nine|ten) (best`,
      '|top|biggest|largest|worst|lowest|smallest|highest|weakest|strongest',
      String.raw`|slowest|leading)(?=[- ]\p{L})`,
    ),
    '$2 $1',
  ],
  [/\b(best|top|worst)( \w+)? selling (?=p{L})/gi, '$1$2 '],

  [
    pattern(
      'gi',
      String.raw`\bhow many (items|units|pieces|products|lines) (?:are|is|go|do we have|do people put)(?: `,
      'there)? in(?:to)? (?:a|an|the|one|each)(?: typical| average| usual| normal| single)? (order',
      String.raw`|basket)\b`,
    ),
    '$1 per $2',
  ],
  [/\b(?:a |an |the |our )?(?:typical|usual|normal) (order|basket|customer)\b/gi, 'average $1'],
  [
    pattern(
      'giu',
      String.raw`\b(?:what|how much) (?:does|do|did) (?:a|an|one) ([\p{L} -]+?) cost(?: us| people| `,
      String.raw`customers)?(?: on average)?(?=\s*\??$| in )`,
    ),
    'average price $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L} ]+?) (?:is|are|was|were|gets?|got) rated (?:the )?(best|worst`,
      String.raw`|highest|lowest)\b`,
    ),
    '$2 $1 by average rating',
  ],
  [
    /\b(?:which|what|who) ([\p{L}-]+(?: lines?)?) cancels? (?:the )?most(?: orders)?\b/giu,
    '$1 with the most cancelled orders',
  ],
  [
    /\bwhere (?:do|did|are) we (?:sell|selling)(?: the)? most (?:of )?(?:our |the )?(?=\p{L})/giu,
    'top countries ',
  ],
  [/\bwhere (?:do|did) we sell (?:our |the )?(?=\p{L})(?!(?:the )?most\b)/giu, 'sales by country '],
  [
    pattern(
      'gi',
      String.raw`\bwith (?:vs\.?|versus|or|and|against|compared to) (?:those )?without (?:a |any `,
      String.raw`)?(?:promo\w*|campaign|coupon)s?\b`,
    ),
    'promotions',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:which |what |list |show(?: me)? |the )?(months|weeks|days|quarters|years|countries`,
      '|cities|products|product lines|regions|territories|brands|categories) ',
      '(?:where we (?:had|made|sold|got|took)|in which we (?:had|made|sold)|when we (?:had|made',
      '|sold)|that (?:had|made|sold|brought in)|did we (?:have|make|sell)|had|made|sold|brought ',
      'in) ',
      String.raw`(?=(?:more|less|fewer|over|under|above|below|at least|at most)\b)`,
    ),
    '$1 with ',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:which |what |list |show(?: me)? |the )?(months|weeks|days|quarters|years|countries`,
      '|cities|product lines|regions|territories|brands|categories) ',
      '(?:(?:were|was|are|is|came in|stayed|went|that were) )?(?=(?:over|under|above|below|at ',
      String.raw`least|at most|less than|more than) [$€£]?\d[\d.,]*[km]?(?: (?:in )?(?:revenue`,
      String.raw`|sales))?\s*(?:$|\?|in ))`,
    ),
    '$1 with revenue ',
  ],
  [
    /\b(?:bought|sold|ordered|purchased|goes|go|sells?) (?:along|alongside)(?: with)?\b/gi,
    'bought together with',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:how (?:long|many days)|(?:average |median |mean |typical )?(?:time|days|gap|number of `,
      'days))(?: (?:is|are|was|passes?|pass|go by|does it take))?(?: there| on average)? ',
      "(?:between|from) (?:an? |the |their |our |each )*(?:customer'?s?'? )?(?:first|1st)(?: ",
      '(?:order|purchase))? (?:and|to|&) (?:the |their )?(?:second|2nd)(?: (?:orders?|purchases?',
      String.raw`|one))?\b`,
    ),
    'repeat',
  ],
  [
    pattern(
      'gi',
      String.raw`\bhow (?:long|many days) (?:do|does|did) (?:our |the |a |an |average )*(?:customers?|people`,
      '|clients?|buyers?) (?:usually |typically |normally |generally )?',
      '(?:take|need|wait) (?:to|until they|before they) (?:re-?order|(?:order|buy|purchase) again',
      String.raw`|come back|return)\b`,
    ),
    'repeat',
  ],

  [
    pattern(
      'gi',
      String.raw`\b(?:retention|repeat rate) (?:of|for|in) (?:the )?((?:(?:jan|feb|mar|apr|may|jun|jul|aug`,
      String.raw`|sep|oct|nov|dec)[a-z]* )?(?:19|20)\d\d|q[1-4] (?:19|20)\d\d) cohort\b`,
    ),
    'cohorts $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L}-]+(?: lines?)?) (?:gets?|got|is|are|was|were|do people) `,
      String.raw`(?:returned|return|sent back|refunded) (?:the )?most(?: often)?\b`,
    ),
    'top $1 by refunds',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L}-]+(?: lines?)?) (?:has|have|had|gets?|got) (?:the )?(best|worst`,
      String.raw`|highest|lowest|poorest) (?:average |customer )*(?:reviews?|ratings?|stars)\b`,
    ),
    '$2 $1 by average rating',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:(?:gets?|got|are|is|being) )?(?:ordered|purchased|sold) together (?:the )?(?:most`,
      String.raw`|more)(?: often)?\b`,
    ),
    'bought together',
  ],

  [
    pattern(
      'giu',
      String.raw`\bhow many (?:pieces|units|items) of ([\p{L}\d ]+?) (?:did we sell|we sold|have we sold`,
      String.raw`|were sold|we have sold)\b`,
    ),
    'units of $1',
  ],
  [
    pattern(
      'gi',
      String.raw`^(?:our |the )?(?:goal|target) (?:is |of |was )?([\d.,]+ ?[km]?) (?:for |in )?((?:19`,
      String.raw`|20)\d\d|this year|this month|this quarter|q[1-4](?: (?:19|20)\d\d)?),? (?:where (?:are we`,
      '|do we stand)|how are we doing|are we on track|how far are we)(?: now)?',
    ),
    'are we on track for $1 in $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwhat (?:drove|caused|explains?|explained|is behind|was behind) the (?:jump|drop|fall|rise`,
      '|increase|decrease|growth|dip|spike|decline) (?:from|between) ([a-z]+|q[1-4]) (?:to|and) ',
      String.raw`([a-z]+|q[1-4]) ((?:19|20)\d\d)\b`,
    ),
    'why $2 $3 vs $1 $3',
  ],
];
