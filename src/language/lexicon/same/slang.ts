import { pattern, type Same } from './same.js';

const NAME = "[\\p{L}\\d .&'()-]+?";

/** Slang and short words for what has a plainer name: who buys, selling, leaving out, rankings. */
export const SLANG: Same = [
  [/(?<![\p{L}\d'])b4(?![\p{L}\d])/giu, 'before'],
  [/(?<![\p{L}\d])'?em(?![\p{L}\d'])/giu, 'them'],
  [/\bthe (?:yr|year) before(?=\W|$)/gi, 'the year before'],
  [
    pattern(
      'giu',
      String.raw`\b(how|where|why|when|who|what)'?d (?=(?:we|they|the|our|it|q[1-4]|h[12]|sales|things|`,
      String.raw`\p{L}+ (?:do|go|perform|look|sell)\b))`,
    ),
    '$1 did ',
  ],
  [/\bal+to?gh?eth?er\b|\balltogether\b/gi, 'altogether'],
  // Those who buy.
  [
    pattern(
      'gi',
      '\\b(?:newly|freshly|recently) (?:won|acquired|gained|signed(?: up)?|added|landed) ',
      '(?:customers?|clients?|buyers?|accounts?)\\b|',
      '\\b(?:new|fresh) (?:logos?|faces|joiners|sign-?ups|names|blood|heads|accounts)\\b|',
      '\\bnewcomers\\b|\\bfirst[- ]timers\\b',
    ),
    'new customers',
  ],
  [
    pattern(
      'giu',
      '(?<![\\p{L}\\d])(?:how many|number of|no\\.? of|nr of|count of|which|the|our|of the|top ',
      '\\d+|and|\\+|&) ?',
      '(?=(?:punters|patrons|guys|folks|peeps|fellas|souls|heads|logos|bodies)\\b)',
    ),
    '$&customers ',
  ],
  [
    pattern(
      'gi',
      String.raw`(?<=(?:\band|\+|&|,) )customers (?:punters|patrons|guys|folks|peeps|fellas|souls|heads|`,
      String.raw`logos|bodies)\b`,
    ),
    'number of customers',
  ],
  [/\bcustomers (?:punters|patrons|guys|folks|peeps|fellas|souls|heads|logos|bodies)\b/gi, 'customers'],
  [/\b(?:head ?count|cust(?:omer)? count) of (?:customers|buyers)\b/gi, 'number of customers'],
  [/\b(?:the |our |whole |entire )*(?:customer|client) base\b/gi, 'customers'],
  [/\b(?:repeat(?:ers| guys| folks)|regulars)\b/gi, 'returning customers'],
  // Selling.
  [
    pattern(
      'gi',
      '\\b(did|do|have|has|had) (?:we|you guys|the shop|they|us) (?:all )?(?:shift(?:ed)?|',
      'flog(?:ged)?|moved?|',
      'offload(?:ed)?|bill(?:ed)?|invoiced?|ring up|rung up|raked? in|haul(?:ed)? in|',
      'pull(?:ed)? in|clock(?:ed)?(?: up)?|',
      'bank(?:ed)?|pocket(?:ed)?|clear(?:ed)?|tak(?:e|en) in|took in|bring home|knock out|',
      'push(?:ed)?|turn over|',
      'net(?:ted)?|gross(?:ed)?|book(?:ed)?|land(?:ed)?)(?: (?:for|with|on|off))?(?= |$|\\?)',
    ),
    '$1 we sell',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(comes?|came|coming|made|earned|gets?|got|taken|bought|ordered|purchased) off(?: `,
      String.raw`of)?(?= (?:the |our |us\b)?\p{L})`,
    ),
    '$1 from',
  ],
  [
    pattern(
      'giu',
      '\\bwhen (?:did|have) (?:we|u|you) (?:last |ever )?(?:hear|heard) (?:anything )?(?:back )?from ',
      `(${NAME})(?= and | last\\b|[?,.]|$)`,
    ),
    'when did $1 last order',
  ],
  [
    pattern(
      'giu',
      '\\b(?:the )?(?:very )?(last|latest|most recent|first) (?:thing|things|stuff|items?|',
      'orders?|purchases?|invoices?) ',
      `(?:that |which )?(${NAME}) (?:has |have )?(?:bought|ordered|purchased|got|placed|took|`,
      `made)(?: from us)?(?=[?,.]|$)`,
    ),
    '$1 order of $2',
  ],
  // Leaving out.
  [
    pattern(
      'giu',
      ',? ?\\b(?:but |and |pls |please |just )*(?:leave|leaving|keep|keeping|take|taking|kick|',
      'kicking|filter|filtering|strip|stripping|cut|cutting) ',
      `(?:out|away|aside) (?=\\p{L})`,
    ),
    ' excluding ',
  ],
  [
    pattern(
      'giu',
      ',? ?\\b(?:but |and |pls |please |just )*(?:leave|leaving|keep|keeping|take|taking|kick|',
      'kicking|filter|filtering|strip|stripping|cut|cutting) ',
      `(?!(?:it|this|that|them|me|us)\\b)(${NAME})(?: stuff| things?| ones?)? (?:out|away|`,
      `aside)(?: of (?:it|this))?(?=[?!,.;]|$)`,
    ),
    ' excluding $1',
  ],
  [
    pattern(
      'giu',
      String.raw`,? ?\b(?:but |and |pls |please )*(?:skip|skipping|sans|barring|save for|aside from|`,
      String.raw`discounting|forget(?: about)?) (?=(?:the |our )?\p{L})`,
    ),
    ' excluding ',
  ],
  // Rankings.
  [
    pattern(
      'gi',
      '(?<!\\b(?:month|quarter|year|week|day|hour|monthly|weekly|daily|yearly)s?\\b.*),? ',
      '?\\b(?:ranked |sorted |ordered |listed )?(?:from )?(?:the )?',
      '(?:high(?:est)? to low(?:est)?|best to worst|big(?:gest)? to small(?:est)?|(?:best|',
      'biggest|highest|largest|strongest|top) (?:ones? )?(?:first|on top|at the top)|',
      '(?:in )?desc(?:ending)?(?: order)?|most to least)(?=[?!,.]|$| (?:by|in|for|this|last)\\b)',
    ),
    '',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwhich segments? (?:is|are|brings?|makes?|has|have|gives?|spends?|takes?|`,
      'generates?)(?: us)?(?: in)? (?:the )?(?:most|best|biggest|highest)(?: (?:money|revenue|',
      String.raw`sales|cash|value|valuable|important|one))?\b`,
    ),
    'revenue by segment',
  ],
  [
    /\b(?:any |the |our )?(?:rfm|customer) (?:buckets|groups|classes|tiers|split|breakdown|grid)\b/gi,
    'segments',
  ],
  [
    pattern(
      'gi',
      '\\b(?:break|split|divide|cut|carve|bucket|group|sort)(?: down| up)? (?:the |our |all |',
      'all the )?(?:customers|clients|buyers|base)(?: down| up)? ',
      '(?:by|into|in|to) (?:the |our )?(?:rfm )?(?:segments|buckets|groups|tiers|classes)(?:,? ',
      '(?:size|number|count)s? (?:of|in|for) each(?: one)?)?',
    ),
    'segments',
  ],
  // Money.
  [
    pattern(
      'gi',
      '(?<=\\b(?:how much|the most|most|more|total|any|our|the) )',
      '(?:dough|moolah|dosh|wonga|bucks|coin|quid|cash)',
      '(?= (?:did|do|have|has|from|in|we|came|comes|was|is)\\b|[?]|$)',
    ),
    'money',
  ],
  // Who spends much, who stays away, who is new.
  [
    pattern(
      'gi',
      '\\b(top|big|biggest|largest|best)( \\d+)? ',
      '(?:dogs?|fish|hitters?|spenders?|players?|guns?|whales?|payers?|accounts?)\\b',
    ),
    '$1$2 customers',
  ],
  [/\bbig customers\b(?! (?:who|that|with))/gi, 'top customers'],
  [
    pattern(
      'gi',
      '\\bhow many (?:customers|clients|buyers|accounts|people) (?:did|have|do) we ',
      '(?:gain|gained|win|won|add|added|sign|signed(?: up)?|land|landed|acquired?|',
      'pick(?:ed)? up|onboard(?:ed)?|bring on|brought on|bring in|brought in)(?= |[?]|$)',
    ),
    'how many new customers',
  ],
  [
    pattern(
      'gi',
      '^(?:who|which (?:customers|clients|accounts|people))(?: (?:has|have|just))? stopped ',
      '(?:buying|ordering|coming|shopping|purchasing)(?: (?:from us|with us|here))?(?=\\s*[?!.]*$)',
    ),
    'lost customers',
  ],
  [/\b(?:sleeping|sleepy|dormant|asleep|dead) (?:customers|clients|accounts|buyers)\b/gi, 'lost customers'],
  [/\bat risk of (?:churning|churn|quitting|going|defecting)\b/gi, 'at risk of leaving'],
  [/\b(was|were|got|been|gets?|is|are) (?:sent|given|brought|shipped) back\b/gi, '$1 returned'],
  [/(?<=\p{L} )(?:people|folks|persons) (?=(?:revenue|sales|turnover|spend|spending)\b)/giu, ''],
  [/\borders? counts?\b(?! (?:of|as))/gi, 'number of orders'],
  [
    /\b(?:avg|average|mean|typical) (?:size|value|amount) of (?:an |the |our |each )?(?:order|basket)s?\b/gi,
    'average order value',
  ],
  // "Pune and Mumbai put together" is their sum; what is bought together is said otherwise.
  [/,? ?\b(?:all )?(?:put|taken|added|lumped) together\b/gi, ''],
];
