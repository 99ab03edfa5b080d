import { pattern, type Same } from './same.js';

const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|accounts?|folks|ones|guys)';
const NAME = "[\\p{L}\\d .&'()-]+?";
const END = '(?=(?:,? (?:pls|plz|please|thanks|thx|ty|kindly))?\\s*[?!.]*$)';
const QUIET =
  '(?:dropped (?:off|away|out)|(?:went|gone|gotten|got|been) (?:quiet|silent|cold|dark|missing)|' +
  'disappeared|' +
  'vanished|drifted (?:off|away)|fallen (?:off|away|asleep)|fell (?:off|away|asleep)|walked away|' +
  '(?:stopped|quit|ceased) (?:ordering|buying|coming|shopping))';

/** Those who buy: who they are, who stays away, whom to call. */
export const BUYERS: Same = [
  // "Anyone over 6k so far this year": what they spent.
  [
    pattern(
      'gi',
      "^(?:any(?:one|body)|who(?:'s|s| is| was| has been)?) ",
      String.raw`(?=(?:over|above|under|below|more than|less than) [$€£]?\d)`,
    ),
    'customers who spent ',
  ],
  // Who has not ordered since then.
  [
    pattern('giu', `\\b(${PEOPLE}|who|vips?) (?:(?:that|who|which|have|has|'ve|all) )*${QUIET} (?=since )`),
    '$1 who have not ordered ',
  ],
  [
    pattern(
      'giu',
      `\\b(?:any(?:one|body)|who|which ${PEOPLE}|${PEOPLE})(?: (?:big|important|large|major))?`,
      '(?: (?:who|that))? ',
      "(?:have )?(?:we|i)(?:'ve| have)? (?:haven'?t|have not|not|didn'?t|did not) (?:seen|",
      'see|heard? from|had an ',
      'order from|sold(?: anything)? to)(?: (?:anything|something))?(?: from)?(?: (?:in|for)',
      ' (?:over |more than )?',
      '(?:the last )?| (since) )(?=\\d|an? |the|last|this|two|three|four|six|[a-z]+)',
    ),
    'customers who have not ordered in ',
  ],
  [
    pattern(
      'gi',
      '\\bcustomers who have not ordered in (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov',
      '|dec|(?:19|20)\\d\\d|christmas|easter|q[1-4]|last (?:year|summer|winter)))',
    ),
    'customers who have not ordered since ',
  ],
  [
    pattern(
      'gi',
      '\\b(?:big|important|major|large) (?=(?:customers?|clients?|accounts?|buyers?) (?:who',
      '|that|we) )',
    ),
    'top ',
  ],
  [
    pattern(
      'giu',
      `^(?:which |what |our |the )*(${PEOPLE}|who|any(?:one|body))(?: (?:is|are|who|that|looks?`,
      '|seems?))* (?:about|',
      'likely|going|set|due|close|ready|bound) to (?:churn|leave(?: us)?|quit|defect|lapse|stop',
      ' buying|stop ordering)',
      END,
    ),
    'customers at risk of leaving',
  ],
  [
    pattern(
      'giu',
      `^(?:is|are|was) (?:the )?(${NAME}) (?:slipping|drifting|fading|churning|cooling(?: off)?|`,
      'going quiet|leaving us)',
      '(?: away)?',
      END,
    ),
    'is $1 at risk',
  ],
  // When somebody came last.
  [
    pattern(
      'giu',
      `^(?:is|are) (?:the )?(${NAME}) still (?:buying|ordering|active|a customer|with us|around`,
      '|shopping|coming)\\b.*$',
    ),
    'when did $1 last order',
  ],
  [
    pattern(
      'giu',
      `^(?:the )?(${NAME})(?: ?[-–:,?]+) (?:when (?:was|is) )?(?:the |their )?last (?:time|order)`,
      '(?: (?:they|he|she|it)',
      '(?: (?:ordered|bought|purchased))?)?(?: (?:anything|something|from us))*[,?. ]+(?:and',
      ' )?(?:how much|what)\\b.*$',
    ),
    'last order of $1',
  ],
  [
    pattern(
      'giu',
      `^(?:when (?:was|is) )?(?:the )?last time (?!we\\b|i\\b|they\\b)(${NAME}) (?:has |have`,
      ' )?(?:ordered|bought|',
      'purchased|shopped)(?: (?:anything|something|from us|with us))*[,?]? (?:and |& )?(?:what',
      '|how much)\\b.*$',
    ),
    'last order of $1',
  ],
  [
    pattern(
      'giu',
      `^(?:when (?:was|is) )?(?:the )?last time (?!we\\b|i\\b|they\\b)(${NAME}) (?:has |have`,
      ' )?(?:ordered|bought|',
      'purchased|shopped)(?: (?:anything|something|from us|with us))*(?:[,?]? (?:and |& )?(?:what',
      '|how much)\\b.*)?',
      END,
    ),
    'when did $1 last order',
  ],
  [
    pattern(
      'giu',
      `^(?:the )?(${NAME})(?: ?[-–:,?]+) (?:when (?:was|is) )?(?:the |their )?last (?:time|order)`,
      '(?: (?:they|he|she|it)',
      '(?: (?:ordered|bought|purchased))?)?(?: (?:anything|something|from us))*(?:[,?.]+ .{0,40})?$',
    ),
    'when did $1 last order',
  ],
  // Who orders more than before.
  [
    pattern(
      'giu',
      `^(?:who|which ${PEOPLE}) (?:has |have )?(?:increased|grew|grown|raised|upped|stepped`,
      ' up|cut|reduced|decreased|',
      'slashed|dropped|lowered)(?: (?:their|its|the))? (?:orders?|ordering|spend(?:ing)?|purchases',
      '|volumes?|buying)',
      '(?: (?:the )?most)?',
      END,
    ),
    'growth by customer',
  ],
  // Whom to call.
  [
    pattern(
      'gi',
      '^(?:which (?:customers|clients|accounts)|whom?) (?:should|could|must|do) (?:i|we)(?:',
      ' need to| have to)? (?:be )?',
      '(?:chas|call|contact|ring|phon|writ|e-?mail|win|reach|target|follow)(?:e|ing|ling|ning)?',
      '(?: (?:to|up|back|out|',
      'with|on|first|next|now|today|this week))*',
      END,
    ),
    'segment actions',
  ],
  // Segments as a whole.
  [/^(?:the |our |all )*(?:segment|rfm) sizes?(?=\s*[?!.]*$)/gi, 'segments'],
  [
    pattern(
      'gi',
      "^(?:what(?:'s|s| is| are) )?(?:the )?sizes? of (?:the |our |each |all )*(?:rfm )?segments?",
      '(?=\\s*[?!.]*$)',
    ),
    'segments',
  ],
  [
    pattern(
      'gi',
      '^(?:which|what) segments? (?:is|are|has been|have been|was|were) (?:growing|shrinking',
      '|getting (?:bigger|smaller)|losing(?: \\w+)?|gaining(?: \\w+)?)(?=\\s*[?!.]*$)',
    ),
    'segment shifts',
  ],
  [
    pattern(
      'gi',
      '^how (?:did|have|has) (?:our |the )?(?:vips?|segments?|loyals?)(?: (?:segment|group|count',
      '|number))?s? (?:change|move|develop|shift|evolve)d? (?=since )',
    ),
    'segment shifts ',
  ],
  // What they bought, said of somebody.
  [
    pattern(
      'giu',
      "\\b(who|that|customers?)(?:'ve| have)? (?:had|got|taken) (?=(?:the |an? )?[\\p{L}\\d",
      " &'-]+ but (?:never|not|no)\\b)",
    ),
    '$1 bought ',
  ],
  [/\b(?:who|that) used to (spend|buy|order)\b/gi, 'who $1'],
  [
    pattern(
      'gi',
      '\\bwhat else (?:do|did|does) (?:the )?(?:people|customers|clients|buyers|those) (?:who',
      '|that) (?:buy|bought|get|order|take) (.+?) (?:also )?(?:buy|order|get|take|purchase)\\b',
    ),
    'what is bought together with $1',
  ],
  [
    pattern(
      'gi',
      '\\b(?:buy|get|order|take|purchase)s? (?:along|alongside|next to|on top of|besides)(?:',
      ' with)? (?!customer)',
    ),
    'buy together with ',
  ],
  // Each of those who are listed has the sum beside them.
  [
    pattern(
      'giu',
      '(?<=\\b(?:top|best|biggest|largest)\\b.{0,80}),? (?:and|&|n|plus) (?:how much|what) ',
      '(?:did |do |does |have |has )?(?:each|',
      'they|every one|each one|each of them|they each|those)(?: (?:of them|one))? (?:spen[dt]s?',
      '|buy|bought|order(?:ed)?|',
      'bring(?: in)?|brought(?: in)?|make|made|pa(?:y|id))(?: (?:us|with us|in total))*',
      END,
    ),
    '',
  ],
  [
    pattern(
      'giu',
      '(?<=\\b(?:top|best|biggest|largest)\\b.{0,80}),? (?:and|&|n|plus) (?:how much|what (?:share',
      '|part|percent(?:age)?|%)) of ',
      '(?:that|the|our|all)? ?(?:month|year|quarter|week|total|revenue|sales|business)(?: (?:are',
      '|is|do|does|was|were))? ',
      '(?:they|that|it|those)(?: (?:make(?: up)?|bring|account for))?',
      END,
    ),
    '',
  ],
  // "By spend" is how lists of customers are in order.
  [
    pattern(
      'gi',
      '(?<=\\b(?:customers?|clients?|accounts?|buyers?)\\b.{0,80}) (?:sorted |ranked |ordered',
      ' )?by (?:total )?(?:spend|spending|amount spent|what they spent|money spent)(?=\\s*[?!.]*$',
      '|,)',
    ),
    ' by revenue',
  ],
];
