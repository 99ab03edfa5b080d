/** A pattern that is written over several lines. */
const pattern = (flags: string, ...parts: readonly string[]): RegExp => new RegExp(parts.join(''), flags);

/** What people say in other words, and the words that every reader knows for it. */
export const SAME_IN_WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  // A year that is said twice.
  [/\b(?:this|last|the current|current) (?:year|yr) \(((?:19|20)\d\d)\)/gi, '$1'],
  [
    pattern(
      'gi',
      String.raw`\b(?:as )?compared (?:to|with) (?:the )?(?:same (?:period|time|months?|weeks?|quarters?|days) `,
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
      String.raw`\b(day of the week|weekday|hour|month|time of day) do (?:people|customers|they|shoppers) `,
      String.raw`(?:order|buy)(?: the)? most(?: often)?(?: \(number of orders\))?`,
    ),
    '$1 with the most orders',
  ],
  [/\b(list|show(?: me)?|give me|find) (?:everyone|everybody)\b/gi, '$1 customers'],
  [
    /\b(?:above|over|more than) (\d[\d.,]*[km]?) (?:in |of )?total (?:spend|spending|spent)\b/gi,
    'who spent over $1',
  ],
  // What somebody makes up of all is a share.
  [
    pattern(
      'i',
      '^(?:how much|what part) of (?:(?:the|our|all|total|whole) )*(?:total|all|sales|revenue|business) ',
      String.raw`(?:does|do|did) (.+?) make up\b,?(?: in (?:%|percent))?`,
    ),
    'share of $1',
  ],
  [/\bduring (?:the )?(?:whole|entire) of\b/gi, 'in'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) (?:yr|yrs)\b/gi, '$1 year'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) (?:mth|mnth|mo)\b/gi, '$1 month'],
  [/\b(last|this|next|per|every|each|previous|prior|prev|by) qtr\b/gi, '$1 quarter'],
  [/ ?(?:->|→|=>) ?/g, ' to '],
  [/(?<=\p{L}) \+ (?=\p{L})/gu, ' and '],
  [
    pattern(
      'gi',
      String.raw`(?<=\d) v (?=(?:q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug`,
      String.raw`|sep|oct|nov|dec|19|20|last|the same|0\d))`,
    ),
    ' vs ',
  ],
  [/(?<!\S)w\/(?=\s?\p{L})(?!o\b)/gu, 'with '],
  [/(?<!\S)\${2,}(?!\S)/g, 'money'],
  [/\b(?:not|without) (?:including|counting)\b|\bleaving aside\b|\bif (?:we|you|i) ignore\b/gi, 'excluding'],
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
    pattern(
      'gi',
      String.raw`\bhow much (?:of )?(?:our|the|all)(?: of)?(?: our)? (?:biz|business`,
      String.raw`|income|money|total)(?= (?:is|are|was|were|comes?|came)\b)`,
    ),
    'how much of our revenue',
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
  [
    /\bwhy (is|was|are|were) (.+?) (?:so|that|this) (?:low|high|bad|good|weak|strong|poor|slow|quiet)\b/gi,
    'why $1 $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:at |in )?(?:what|which) (?:time(?: of (?:the )?day)?|hours?)(?: of (?:the )?day)? (?:do`,
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
    pattern(
      'giu',
      String.raw`\bhow many ([\p{L}-]+(?: lines?)?) (?:make up|makes up|account for`,
      '|bring(?: in)?|generate|are behind|cover|give|give us)(?: us)?(?: the)?(?: first)? 80 ?(?:%',
      '|percent|pct|per cent)(?: of (?:our |the |all )?(?:total |the )?(?:sales',
      '|revenue|turnover|money|business))?',
    ),
    'pareto by $1',
  ],
  [
    pattern(
      'gi',
      '(?:,? (?:and|n|&) )(?:what|how much)(?: money| revenue)? (?:do ',
      '|did )?they (?:bring(?: in)?|brought(?: in)?|spend|spent|make',
      String.raw`|generate|are worth)(?: us)?\b`,
    ),
    ' and revenue',
  ],
  [/\b(vips?|champions|customers?|clients?|loyal customers) count\b/gi, 'number of $1'],
  [
    /\b(?:(?:gets?|got|are|is|being) )?bought together (?:the )?(?:most|more)(?: often)?\b/gi,
    'bought together',
  ],
  [/(?<!\b(?:vs\.?|versus|and|or|gross) )\bnet (?=(?:sales|revenue|turnover)\b)(?!.*\bgross\b)/gi, ''],
  [
    /^(?:bought|ordered|purchased|buys) (?=.+ (?:but|and) (?:no|never|not|nothing)\b)/gi,
    'customers who bought ',
  ],
  [/(\b(?:but|and) (?:no|never|not) .+) ever\b/gi, '$1'],
  [/\b(?:represent|stand for|amount to|contribute|account for)(?=\s*\??$)/gi, 'bring'],
  [
    pattern(
      'gi',
      String.raw`\b(?:what |which )?(?:percent(?:age)?|share|proportion|part`,
      '|%|pct) of (?:our |the |all )?(?:customers?|buyers?|people|custs) (?:(?:who',
      '|that|have|has|did) )*(?:came back|come back|returned?|(?:order',
      '|bought|buy|purchase)(?:ed)? again|re-?order(?:ed)?|(?:order',
      '|bought)(?:ed)? more than once)(?: (?:for )?(?:a|another|their) (?:second',
      '|2nd)(?: order| time| purchase)?)?',
    ),
    'repeat rate',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:do|did) (?:people|customers|those|clients|buyers) (?:who`,
      '|that) (buy|bought) (.+?) also (?:buy|bought) ',
    ),
    'customers who bought $2 and also bought ',
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
  [/\b(?:portion|proportion|fraction) of\b/gi, 'share of'],
  // What somebody bought is a list of goods.
  [
    /\bwhat (?:do|does|did|has|have) (\d{4,6}) (?:buy|bought|order|ordered|purchased?)\b/gi,
    'by product customer $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bwhat (?:do|does|did|has|have) (?!people\b|customers?\b|clients\b`,
      String.raw`|we\b|they\b|you\b|our\b|buyers\b|shoppers\b|it\b)([\p{L}\d .&'-]+?) (?:buy`,
      '|bought|order|ordered|purchase|purchased)(?: from us)?(?! (?:with',
      String.raw`|together|most|more|best|by|per)\b)`,
    ),
    'by product $1',
  ],
  [
    /\b(?:what|which) (?:products? |items? |lines? )?(?:goes|go|sells?) (?:well |best |together )?with\b/gi,
    'what is bought together with',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwho should (?:i|we) (?:e-?mail|call|contact|write to|reach out to`,
      String.raw`|win back)(?: first| next| now| today| this week)?\??$`,
    ),
    'segment actions',
  ],
  [/\bhow (?:big|large) (?:is|are) (?:our |the )?(.+?) (?:segment|group)\b/gi, 'segment $1'],
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
  [/\bex (?!vat\b|tax\b)(?=\p{L})/giu, 'excluding '],
  [
    pattern(
      'giu',
      String.raw`\bwhich (?:one )?(?:is|are|was|sells?|sold|does|did|has|had`,
      '|brings?|brought|makes?|made)(?: the)? ?(?:bigger|larger|better',
      '|stronger|more|most|best|biggest|smaller|worse)?(?: (?:revenue',
      String.raw`|sales|money))?(?: in ((?:19|20)\d\d))?,? (?:- |: )?([\p{L} .&'-]+?) or ([\p{L} .&'-]+?)(?=\?`,
      '|$| in | this | last )',
    ),
    '$2 vs $3 $1',
  ],
  // A customer's number, as people say it.
  [
    pattern(
      'gi',
      String.raw`\b(when (?:did|was|has)|did|has|does) (\d{4,6})(?= (?:last|first`,
      String.raw`|ever|buy|order|bought|ordered|spend|spent)\b)`,
    ),
    '$1 customer $2',
  ],
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
];
