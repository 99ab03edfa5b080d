import { pattern, type Same } from './same.js';

const MONTHS = 'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' ');
const FULL =
  'january february march april june july august september september october november december'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const VS = '(?:vs\\.?|v|versus|against|compared (?:to|with)|than)';
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";

/** A short name that can only be a month: it begins the text, or stands before a word for figures. */
const SHORT_MONTHS: Same = MONTHS.map((short, i) => [
  new RegExp(
    `(?:^|(?<=\\b(?:how|what|why) (?:was|is|were|did|about) ))${short}\\.?(?=(?: so far| sales| revenue| ` +
      'orders| numbers?| figures?| takings| turnover| totals?| returns?| refunds?| customers| units| aov| ' +
      'average| avg| top| best| worst| by | per |:|[?!. ]*$))',
    'i',
  ),
  FULL[i] as string,
]);

/** Periods as people say them in passing. */
export const PERIODS: Same = [
  ...SHORT_MONTHS,
  // "What was may like" asks how it was; "may" alone could be the verb.
  [
    pattern(
      'giu',
      `^(?:and )?(?:so )?(?:what|how) (?:was|were|did|is|has) (${MONTH}(?: ${YEAR})?|q[1-4](?: ${YEAR})?|`,
      '(?:last|this) (?:week|month|quarter|year)|yesterday|(?:19|20)\\d\\d)(?: (?:look|been',
      '|go|going|turn out|',
      'end up|shape up|shaping up|tracking|trending|coming along|panning out|looking|for us|like|so far))*',
      '(?=\\s*[?!.]*$)',
    ),
    'sales in $1',
  ],
  [
    pattern(
      'giu',
      "^(?:how(?:'s|s| is| are)) (?:things |sales |we |our )*((?:19|20)\\d\\d|q[1-4]|this (?:week",
      '|month|quarter|',
      `year)|${MONTH}) (?:tracking|trending|shaping up|coming along|looking|going|doing|panning out)`,
      '(?: so far)?(?=\\s*[?!.]*$)',
    ),
    'sales in $1',
  ],
  [
    new RegExp(
      `^(?:what(?:'s|s| is| was) )(?:wrong|up|the matter|going on|happening) with (${MONTH})\\b`,
      'i',
    ),
    'why sales in $1',
  ],
  [new RegExp(`^(${MONTH}) so far\\b`, 'i'), 'sales in $1'],
  // Days with a name.
  [/\bnew year'?s?'? eve\b/gi, 'dec 31'],
  [/\bnew year'?s?'? day\b/gi, 'jan 1'],
  [/\b(?:christmas|xmas) eve\b/gi, 'dec 24'],
  [/\b(?:christmas|xmas) day\b/gi, 'dec 25'],
  [/\bboxing day\b/gi, 'dec 26'],
  [/\b(?:the )?day before yesterday\b/gi, '2 days ago'],
  [/\b(\d{1,2}) (?:o'?clock )?(?:in the|each|every) morning\b/gi, '$1am'],
  [/\b(\d{1,2}) (?:o'?clock )?(?:in the (?:afternoon|evening)|at night)\b/gi, '$1pm'],
  [
    pattern(
      'i',
      '^(?:the |our )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)s? (?=(?:orders|sales|revenue',
      '|takings|customers|units)\\b)',
    ),
    'on $1s ',
  ],
  [
    pattern(
      'gi',
      '^(?:are|is|were) (?:our |the )?((?:mon|tues|wednes|thurs|fri|satur|sun)days)(?: (?:always',
      '|really|usually|any|',
      'so|very|a))* (?:slow|busy|quiet|good|bad|strong|weak|dead|better|worse|low|high)(?: days?)?',
      '(?=\\s*[?!.]*$)',
    ),
    'sales by weekday',
  ],
  // One weekday of the week that has just been.
  [
    pattern(
      'gi',
      '^(how (?:was|did)|what (?:did we|was)|how (?:much|many)\\b.*? did we\\b.*?)( on| sell',
      ' on| make on| take ',
      `on)? ${DAY}(?: go| look like| do)?(?=\\s*[?!.]*$)`,
    ),
    '$1$2 last $3',
  ],
  // "The 30 before" is the period right before.
  [
    pattern(
      'gi',
      '\\b(?:compare )?(?:the )?(?:last|past) (\\d{1,3}|two|three|four|six|twelve) (days|weeks',
      '|months|quarters)',
      `,? ${VS} (?!(?:the )?(?:previous|prior|preceding) \\1 )(?:the )?(?:(?:previous|prior`,
      '|preceding|last|same) (?:\\1)?(?: ?\\2)?|\\1(?: \\2)? ',
      '(?:before|prior|earlier|preceding)|(?:ones?|period|\\2) before)(?: (?:that|it|them|those))?\\b',
    ),
    'compare last $1 $2',
  ],
  // "Combined" is said of months that stand behind each other anyway.
  [
    pattern(
      'gi',
      `\\b(${MONTH}|q[1-4])( ?(?:and|&|\\+|n) ?)(${MONTH}|q[1-4])( ${YEAR})?,? (?:combined|together`,
      '|in total|',
      'put together|added up|summed up|taken together)\\b',
    ),
    '$1$2$3$4',
  ],
  [
    pattern(
      'gi',
      `\\b(${MONTH}|q[1-4])( ?(?:and|&|\\+|n) ?)(${MONTH}|q[1-4]),? (?:combined|together|put`,
      ' together|added up) ',
      '(?:in |of |for )?((?:19|20)\\d\\d)\\b',
    ),
    '$1$2$3 $4',
  ],
  // Two months of each year are added up within it.
  [
    pattern(
      'gi',
      `\\b(${MONTH}|q[1-4]) ?(?:and|&|\\+|n|,) ?(${MONTH}|q[1-4])(?: (?:combined|together))?,?`,
      ' (?:(?:in|of|for) )?',
      '(?:each|every|per|by|all) years?\\b',
    ),
    '$1 and $2 of all the years by year',
  ],
  // Some months of one year and of another.
  [
    pattern(
      'gi',
      `\\b(?:from )?(${MONTH}) ?(?:to|-|until|through|till) ?(${MONTH}),? (?:of |in )?'?(?:20)?`,
      `(\\d\\d),? ${VS} `,
      `(?:the )?(?:same (?:period|months|time|span)|\\1 ?(?:to|-|until|through|till) ?\\2)(?: of| in)?,? `,
      "'?(?:20)?(\\d\\d)\\b",
    ),
    '$1 to $2 20$3 vs $1 to $2 20$4',
  ],
  [
    pattern(
      'gi',
      `\\b(?:from )?(${MONTH}) ?(?:to|-|until|through|till) ?(${MONTH}),? (?:of )?(this|last) year,? ${VS} `,
      `(?:the )?(?:same (?:period|months|time|span)|\\1 ?(?:to|-|until|through|till) ?\\2)(?: of| in)?,? `,
      '(this|last) year\\b',
    ),
    '$1 $3 year to $2 $3 year vs $1 $4 year to $2 $4 year',
  ],
];
