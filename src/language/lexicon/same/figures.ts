import { pattern, type Same } from './same.js';

const END = '(?=(?:,? (?:pls|plz|please|thanks|thx|ty|kindly))?\\s*[?!.]*$)';
const NAME = "[\\p{L}\\d .&'+-]+?";
const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|folks|guys|ones|persons?)';
const MONEY = '(?:revenue|sales|turnover|money|business|income)';
const SHARE = '(?:share|percent(?:age)?|proportion|part|fraction|%|pct)';
const ORDER = '(?:orders?|invoices?|sales?|purchases?|baskets?|transactions?|tickets?)';
/** Not what is counted itself: "orders over 1000" are orders of that size. */
const COUNTED =
  '(?:orders|invoices|sales|purchases|transactions|customers|clients|buyers|people|baskets|deals|who|' +
  'accounts|' +
  'spent|anyone|lines|units|products|items|men|women|folks|guys|bestellungen|commandes|pedidos)';
const NOUNS = `((?!(?:[\\p{L}-]+ )?${COUNTED}\\b)[\\p{L}-]+(?: [\\p{L}-]+)?s)`;
const AMOUNT = '[$€£]?(?:\\d[\\d.,]*[km]|\\d{4,}|\\d{1,3}(?:,\\d{3})+)(?![\\d%])';
/** Figures, shares and rankings in other words. */
export const FIGURES: Same = [
  [/(?<![\p{L}\d])(?:no|nr|nbr|num)\.? of (?=\p{L})/giu, 'number of '],
  [/\bhead ?counts?(?= (?:per|by|in|of|for|each)\b|\s*[?!.]*$)/gi, 'number of customers'],
  // What an order comes to.
  [
    pattern('gi', '\\b(?:avg|average|mean|typical|usual) (?:order|basket|invoice|purchase) sizes?\\b'),
    'average order value',
  ],
  [pattern('gi', `\\b(?:med|median) ${ORDER}(?: (?:size|value|amount))?(?= |$|[?!.,])`), 'median order'],
  [/\b(?:what(?:'s|s| is)|how much is) an order worth on average\b/gi, 'average order value'],
  [
    pattern(
      'gi',
      '\\b(?:daily (?:avg|average)|(?:avg|average) daily|mean daily) (?:revenue|sales|takings',
      '|turnover)\\b',
    ),
    'average revenue per day',
  ],
  // Leaving out.
  [
    pattern(
      'gi',
      ',? ?\\bnet of (?=(?:the |any |all )?(?:cancel|returned|dispute|on hold|postage|shipping))',
    ),
    ' excluding ',
  ],
  [
    pattern(
      'giu',
      "[,(]? ?\\(?([\\p{L}\\d .&'-]{3,30}?) (?:excluded|left out|not included|ignored|removed",
      '|taken out)\\)(?=\\s|$|[?!.,])',
    ),
    ' excluding $1',
  ],
  [
    pattern(
      'giu',
      '\\b(?:apart|aside) from (?:the )?([\\p{L}\\d-]+) (?:one|ones|stuff|things?)(?=\\s*[?!.]*$)',
    ),
    'excluding $1',
  ],
  [/\bexcluding (?:the )?([\p{L}\d-]+) (?:one|ones|stuff|things?)(?=\s*[?!.,]*$)/giu, 'excluding $1'],
  // Shares.
  [
    pattern(
      'giu',
      `^(?!how\\b|what\\b|which\\b|show\\b)(?:the )?(${NAME})(?: ${PEOPLE})?,? as (?:an? )?${SHARE}`,
      ` of (?:our |the |all |total )*(?:${MONEY}|total|everything|the whole)`,
      END,
    ),
    'what share of revenue is $1',
  ],
  [
    pattern(
      'giu',
      '^(?!how\\b|what\\b|which\\b|show\\b|.*\\b(?:over|under|above|below|refunds?|returns?',
      `|orders)\\b)(?:the )?(${NAME}),? as (?:an? )?${SHARE} of (?!all\\b)(${NAME})`,
      END,
    ),
    'what share of $2 is $1',
  ],
  [
    pattern(
      'giu',
      '^(?!.*\\b(?:growth|change|grew|in|over|vs) |sales\\b|revenue\\b|total\\b|by\\b|what\\b',
      "|which\\b|how\\b|in\\b)([\\p{L}][\\p{L} &'-]*?)(?: sales)? (?:%|percent|pct)(?: of (?:total",
      '|all|sales|revenue))?,?(?: (?:in |of |for )?((?:19|20)\\d\\d|(?:last|this) (?:year|month',
      '|quarter)))?',
      END,
    ),
    'what share of revenue is $1 $2',
  ],
  // What somebody brings in.
  [
    pattern(
      'giu',
      // So many of the best are a part of all.
      '\\bhow much (?:money |revenue )?(?:do|did|does|have) (?!(?:the |our )?(?:top|best|biggest|',
      "largest|bottom|worst|first|last) \\d)(?:the |our )?([\\p{L}\\d' -]+?)",
      ` ${PEOPLE} (?:bring|brought|spend|spent|buy|bought|make|made|pay|paid)(?: us)?(?: (?:in`,
      '|for))?(?= |[?!.]|$)',
    ),
    'revenue of $1',
  ],
  [
    pattern(
      'giu',
      '^(?!how\\b|what\\b|which\\b|who\\b|number\\b|count\\b|new\\b|our\\b|all\\b|the\\b|list\\b',
      "|top\\b|total\\b|any\\b)([\\p{L}][\\p{L}'-]*(?: [\\p{L}'-]+)?) (?:people|folks) (?=(?:total",
      '|revenue|sales|spend|turnover)\\b)',
    ),
    '$1 ',
  ],
  [
    pattern(
      'gi',
      '^what (?:do|does|did) (.+?) (?:add up|come|amount|sum(?: up)?|run) to(?: (?:together',
      '|in total|all in all))?(?=\\s*[?!.]*$)',
    ),
    'revenue of $1',
  ],
  // Fields whose values are above or below an amount.
  [
    pattern(
      'giu',
      `^(?:which |what |list |show(?: me)? |any |all )?(?:of the |our |the )?${NOUNS} (?:(?:are`,
      '|were|is|that|doing|who|with|did|came in|at) )*(over|above|under|below|less than|more',
      ` than|at least|at most) (${AMOUNT})(?=\\s*[?!.]*$| (?:in|last|this|since|for)\\b)`,
    ),
    '$1 with revenue $2 $3',
  ],
  [
    pattern(
      'giu',
      '^(?:which |what |list )?(months|weeks|quarters|days)( (?:of|in) (?:(?:19|20)\\d\\d|(?:last',
      '|this) year)) (?:(?:that|came in|come in|were|was|are|ended(?: up)?|finished|did|stayed)',
      ` )+(below|under|above|over|less than|more than|at least) (${AMOUNT})`,
    ),
    '$1 with revenue $3 $4$2',
  ],
  // Rankings.
  [/\brecord (?=(?:day|week|month|quarter|year)\b(?!s))/gi, 'best '],
  [/\bmost (?:picked|wanted|chosen|purchased|requested|sold) (?=\p{L})/giu, 'most popular '],
  [/,? ?\b(?:the )?(top|bottom) (\d+) (?:will do|is (?:fine|enough)|would do|suffices?)\b/gi, ', $1 $2'],
  [/\b(?:the |our )?slow(?:est)? movers?\b|\bshelf[- ]?warmers?\b/gi, 'slow moving products'],
  [/^what(?:'s|s| has| have)? stopped selling(?=\s*[?!.]*$)/gi, 'what is not selling'],
  [
    /\b(?:which|what) ([\p{L}-]+(?: lines?)?) rates? us (?:the )?(lowest|worst|highest|best)\b/giu,
    '$2 $1 by average rating',
  ],
  [
    pattern(
      'giu',
      '^(?:which|what) ([\\p{L}-]+(?: (?:lines?|groups?))?) (?:has|have|had|with) the (?:highest',
      '|biggest|best|largest) ([\\p{L} ]+?),? and (?:which|what)(?: one)?(?: has| had)? the',
      ' (?:lowest|smallest|worst)(?: one)?',
      END,
    ),
    'best and worst $1 by $2',
  ],
  // Returns.
  [
    pattern(
      'gi',
      '^what (?:gets|got|is|was|do people|do customers) (?:sent back|returned|return|send back',
      '|brought back) (?:the )?most(?: often)?(?=\\s*[?!.]*$)',
    ),
    'top products by refunds',
  ],
  [/\b(?:which|what) ([\p{L}-]+) costs? us (?:the )?most in (?:returns|refunds)\b/giu, 'top $1 by refunds'],
  [/\breturned (?:goods|items|stuff)(?:'s|s'?)? (?:value|amount|worth)\b/gi, 'returned revenue'],
  [
    pattern(
      'gi',
      '\\b(?:refunds?|returns?|credit notes) (?:as|in) (?:an? )?',
      '(?:%|percent(?:age)?|share|proportion|pct) of ',
      '(?:gross\\b(?! profit)(?: sales| revenue)?|(?:sales|revenue|turnover)\\b)',
    ),
    'return rate',
  ],
  // Both figures of cancelled orders.
  [
    pattern(
      'gi',
      '\\bhow many orders (?:got |were |have been |did we )?cancel(?:l?ed)?( [^,?]*?)?,? (?:and',
      '|&|n) (?:what (?:were|was|are|is) (?:they|it|those|that|the value)(?: worth)?|how much',
      '(?: (?:were|was) (?:they|it|that)(?: worth)?)?|(?:their |the )?(?:value|worth))',
      END,
    ),
    'cancelled orders and cancelled revenue$1',
  ],
  [
    pattern(
      'giu',
      '^(?:which|what) orders (?:are|were|got|is|have been|have) (?:(?:still|currently|now|all)',
      ' )*(?!over\\b|under\\b|above\\b|below\\b|worth\\b|bigger\\b|the\\b|from\\b|in\\b)((?:on',
      ' )?[\\p{L}]+(?: process)?)(?: (?:right now|now|currently|at the moment|atm))?',
      END,
    ),
    'list orders $1',
  ],
  // Goals.
  [
    pattern(
      'gi',
      "\\b(?:do )?(?:you|u|y'?all|ya|we) (?:think|reckon|guess|believe) (?:that )?we(?:'re|",
      " are|'ll| will| can)? (?:(?:going to|gonna|still) )*(?=(?:make|hit|reach|do|get|beat)\\b)",
    ),
    'will we ',
  ],
  [
    pattern(
      'gi',
      '\\bhow far (?:are we|off are we|away are we|off) (?:(?:from|off|away from|short of) )*',
      '([$€£]?\\d[\\d.,]*(?: ?(?:k|m|mil+|million))?)(?= (?:this|in|for)\\b)',
    ),
    'are we on track for $1',
  ],
  [
    pattern(
      'gi',
      '^where (?:will|do|are) we (?:land|end up|finish|come out|going to land|going to end up)',
      '(?: (?:at|by|for|in))?(?: (?:the )?end of)? (?=(?:this|the) (?:year|month|quarter))',
    ),
    'forecast ',
  ],
  // Who is named beside an order.
  [
    pattern(
      'gi',
      '(?<=\\borders\\b.{0,80}),? (?:with|w/?|and|incl(?:uding)?|\\+)(?: the| their)? (?:customers?',
      "|clients?|buyers?)(?:'s?|s')?(?: names?)?(?=\\s*[?!.]*$)",
    ),
    '',
  ],
  [/\b(?:came|come|comes) (?:in )?through (?=(?:a |the |our )?promo)/gi, 'came from orders with a '],
  [/\borders with a (?:promotions|promos)\b/gi, 'orders with a promotion'],
];
