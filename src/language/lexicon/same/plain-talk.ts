import { pattern, type Same } from './same.js';

const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|accounts?)';
const SPENDS =
  '(?:spends?|spent|buys?|bought|orders?|ordered|pays?|paid|purchases?|purchased|shops?|shopped)';
const NAME = "[\\p{L}\\d .&'()-]+?";
const TAIL =
  '(?=\\s*\\?*$| (?:in|on|during|for|per|by|this|last|since|over) |,? (?:19|20)\\d\\d\\b|,? [qh][1-4]\\b)';

/** What people say around the words that count. */
export const PLAIN_TALK: Same = [
  // Halves as files write them: "2005-H1".
  [/(?<![\w-])((?:19|20)\d\d)[ -]?(h[12])(?![\w-])/gi, '$2 $1'],
  [/(?<![\w-])(h[12])[-/]((?:19|20)\d\d)(?![\w-])/gi, '$1 $2'],
  // What stands in brackets says what was meant: "open orders? (on hold)".
  [/^\p{L}+ (orders|sales)\?* \(([\p{L} ]+)\)\s*\?*$/giu, '$2 $1'],
  [/\b(?:stuck|sitting|waiting|parked|still|put) (on|in) (hold|process|dispute)\b/gi, '$1 $2'],
  // How orders were paid or made: the value behind it says the rest.
  [
    pattern(
      'gi',
      '\\b(orders?|sales|revenue|purchases?|invoices?|',
      'transactions?|money)(?:,| that| which)? (?:(?:was|were|is|',
      'are|got|has been|have been) )?(?:paid|settled|made|',
      'placed|done|paid for) (?:by|with|via|using|through|in) ',
      '(?:an? |the )?',
    ),
    '$1 with ',
  ],
  [/\b(?:paid|paying|pays?) (?:by|with|via|using|through) (?:an? |the )?/gi, 'with '],
  [
    pattern(
      'giu',
      `^(?:what(?:'s|s| is| was)? )?(?:the )?(?:sales |revenue `,
      ')?(?:split|mix|breakdown|ratio|balance|gap|difference) ',
      `(?:between|of) (${NAME}) (?:and|vs\\.?|&) (${NAME})${TAIL}`,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      `^(?:who|which(?: one)?(?: of them)?|what) (?:${SPENDS}|`,
      '(?:is|are) worth) (?:the )?(?:more|most)(?: money)?',
      `(?: with us)?(?:,|:| -)? (${NAME}) or (${NAME})${TAIL}`,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      `^(?:do|did|does) (${NAME}) or (${NAME}) ${SPENDS} (?:the )?(?:more|most)(?: money)?${TAIL}`,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      "^how long (?:(?:is it|has it been|ago|was it|it's been|is) )?(?:since|did) (?:the )?",
      `(?!our\\b|we\\b)(${NAME}) (?:has )?last (?:order|bought|buy|purchase|came|shop)\\p{L}*`,
    ),
    'when did $1 last order',
  ],
  [
    pattern(
      'gi',
      '\\b(?:did|has|have|does|do) (?:any(?:one|body)|someone|somebody|any ',
      `${PEOPLE}) (?:ever )?cancel(?:s|led|ed)?(?: (?:an?|any|their|something|anything))?(?: orders?)?\\b`,
    ),
    'cancelled orders',
  ],
  [
    pattern(
      'gi',
      '\\b(?:did|has|have|does|do) (?:any(?:one|body)|someone|somebody) (?:ever )?(?:return(?:s|ed)?|',
      'sen[dt](?:s)? back|g[ia]ve back)(?: (?:something|anything|stuff|things|goods))?\\b',
    ),
    'returns',
  ],
  // What the figures are for.
  [
    pattern(
      'gi',
      '(?<=\\b(?:best|worst|right|good|ideal|top|busiest|',
      'quietest) .*)\\bto (?:run|post|launch|send|schedule|',
      'start|do|plan|put|hold|have|publish) (?:out )?(?:an? ',
      '|the |our |some |more )?(?:promos?|promotions?|ads?|',
      'campaigns?|e-?mails?|newsletters?|posts?|sale|discounts?|offers?|adverts?|flash sales?)\\b',
    ),
    '',
  ],
  [
    pattern(
      'gi',
      '\\b(?:avg|average|mean|typical) (?:purchase|sale|transaction|invoice|bill|cart|checkout|spend per ',
      '(?:order|purchase|invoice|visit|transaction))(?: (?:value|',
      'size|amount|total))?s?(?! (?:per|by) customer)\\b',
      '(?! (?:per|an?|each|every) (?:day|week|month|quarter|year|weekday)\\b)',
    ),
    'average order value',
  ],
  [
    pattern(
      'gi',
      '\\b(?:revenue|sales|turnover|money) (?:from|of|by|for|',
      'with|split (?:by|between)) new (?:vs\\.?|versus|and|or|',
      'against) (?:returning|existing|old|repeat|recurring)(?: customers| ones| buyers| clients)?\\b',
    ),
    'new vs returning revenue',
  ],
  [
    pattern(
      'gi',
      `^(?:which|what|who)(?:'s|s| is| are)?(?: of (?:our|the|`,
      `my))?(?: ${PEOPLE})?(?: (?:are|is|of ours|we are))* `,
      '(?:slipping|drifting|falling|walking|moving|fading|running) away\\b',
    ),
    'customers at risk of leaving',
  ],
  [
    pattern(
      'giu',
      '\\b(?:spends?|spent|buys?|bought|orders?|ordered) (?:loads|lots|a lot|heaps|tons|plenty',
      '|heavily)(?: of money)?(?: (?:on|of|for|in))? (?=\\p{L})',
    ),
    'bought ',
  ],
  [/^who(?:'s|s| has| have)? never (?=\p{L})/giu, 'customers who never '],
  // Values that are compared are of customers anyway.
  [
    pattern(
      'giu',
      `(\\p{L}+ (?:vs\\.?|versus) \\p{L}+) (?:${PEOPLE})(?= `,
      '.*\\b(?:average|avg|mean|median|revenue|sales|spend\\p{L}*|',
      'order value|aov|rating|orders)\\b)',
    ),
    '$1',
  ],
  [/\b(degree|diploma|phd|master'?s|bachelor'?s|doctorate) holders?'?(?!\p{L})/giu, '$1'],
];
