import { pattern, type Same } from './same.js';
import { SHARES_AS_TYPED } from './shares-as-typed.js';

const END = '(?=\\s*[?!.]*$)';
const NAME = "[\\p{L}\\d][\\p{L}\\d .&'-]*?";
const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|accounts?|folks?|ppl)';

const WORKING_DAYS =
  '(?:on )?(?:mon(?:day)?s? ?(?:-|–|to|thru|through|till) ?fri(?:day)?s?|weekdays|working days)(?: only)?';
const JUDGED = '(slowest|busiest|best|worst|quietest|deadest|strongest|weakest)';

/** Days and periods. */
const PERIODS_AS_TYPED: Same = [
  [/\b(?:wk|week|w\/?c|week of)\.? (?:commencing|beginning|starting|w\/?c)(?: on)? /gi, 'week of '],
  [
    pattern(
      'gi',
      '\\b(?:qtd|quarter[- ]to[- ]date|this quarter(?: so far)?)(?:,)? (?:vs\\.?|versus|',
      'against|compared (?:to|with)) (?:the )?same (?:point|time|stage|period|days)(?: of| ',
      'in)? last year',
    ),
    'this quarter vs same quarter last year',
  ],
  [
    pattern(
      'gi',
      '\\b(?:mtd|month[- ]to[- ]date|this month(?: so far)?)(?:,)? (?:vs\\.?|versus|against|',
      'compared (?:to|with)) (?:the )?same (?:point|time|stage|period|days)(?: of| in)? last ',
      'year',
    ),
    'this month vs same month last year',
  ],
  // The days of a week are asked for, not one date of all years.
  [
    pattern(
      'gi',
      `(?:${WORKING_DAYS})(?:,|:| -)* (?:which|what) day(?:'s|s| is| was)? (?:the )?${JUDGED}\\b`,
    ),
    ofWorkingDays,
  ],
  [
    pattern(
      'gi',
      `\\b(?:which|what) day(?:'s|s| is| was)? (?:the )?${JUDGED},? (?:from |on )?(?:${WORKING_DAYS})`,
    ),
    ofWorkingDays,
  ],
  [/\bmon(?:day)?s? ?(?:-|–|to|thru|through|till) ?fri(?:day)?s?\b/gi, 'on weekdays only'],
  // A comparison says the change anyway.
  [
    pattern(
      'giu',
      '(\\b(?:vs\\.?|versus|against|compared (?:to|with)|compare)\\b.*?)[,.;:]? ?(?:the )?(?:variance|delta|',
      'movement)(?: (?:in|as)(?: an?)? (?:%|percent|pct|percentage))?',
      END,
    ),
    '$1',
  ],
  [/[.;,]? calendar years?(?: please| pls)?(?=\s*[.!]*$)/gi, ''],
  [
    pattern(
      'gi',
      "[.;,] ?(?:and )?(?:nothing else|that's all|thats all|that is all|no more|nothing more)(?",
      '=\\s*[.!]*$)',
    ),
    '',
  ],
  [
    pattern(
      'giu',
      '^(.+?),? (?:is|are|was) (?:it|they|that|sales) (?:creeping|going|trending|heading|',
      'moving) (?:up|down)(?: or (?:up|down|not))?(?=\\s*[?!.]*$)',
    ),
    '$1',
  ],
  [
    pattern(
      'giu',
      '^(.+?)(?:,|:| -| –)? (?:going|trending|heading|moving|creeping) (?:up|down) or (?:up|down|flat)(?: ',
      '(?:over|through|across) the (years|months|quarters|weeks))?',
      END,
    ),
    (_: string, what: string, grain = 'months') => `${what} trend by ${String(grain).slice(0, -1)}`,
  ],
  [
    /\bdid (?:we|sales|revenue) grow (?:in )?(.+?)(?: or (?:not|shrink|what))?(?=\s*[?!.]*$)/gi,
    'compare $1 with the year before',
  ],
];

/** Who, and how many. */
const PEOPLE_AS_TYPED: Same = [
  [
    pattern(
      'gi',
      '^(?:has|have|did|does|do|is there) (?:any(?:one|body)|some(?:one|body)|any ',
      `${PEOPLE}) (?:who |that )?(?:ever )?(bought|buy|buys|ordered|orders?) `,
      '(?=(?:something )?(?:in |during )?',
      '(?:each|every|all|both)\\b)',
    ),
    'customers who $1 ',
  ],
  [/\b(vips?|champions?|loyal|at[- ]risk|lost|new|repeat) count\b(?! of)/gi, 'number of $1 customers'],
  [
    /\b(?:spends?|spent|worth|orders?|buys?) (more|most|less|least) per order\b/gi,
    (_: string, more: string) =>
      `has the ${/less|least/i.test(more) ? 'lowest' : 'highest'} average order value`,
  ],
  [
    pattern(
      'giu',
      `^(${NAME}) or (${NAME})(?:,|:|\\?| -| –)? (?:who|which)(?:'s|s| is| has| have| one| of them)* `,
      '(?:spent|spends?|bought|buys?|ordered|orders?|worth|bigger|better|paid|pays?) ?(?:more|most|bigger|',
      'better)?(?: money)?(?: (?:with|for|from|to) us)?',
      END,
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      '(?<![\\p{L}\\d$€£.,])(\\d{4,9}) (?:vs\\.?|versus|v\\.?|against) (\\d{4,9})(?!\\d)(?=\\D|',
      '$)(?!(?:19|20)\\d\\d)',
    ),
    numbersCompared,
  ],
  [/(?<=\p{L}{3,}) v\.? (?=\p{L}{3,})/giu, ' vs '],
  [
    pattern(
      'gi',
      '\\b(?:an? )?(?:normal|usual|average|typical|single) (order|basket)(?= (?:ha(?:s|ve)|',
      'contain|hold|include)s?\\b)',
    ),
    '$1',
  ],
  [
    pattern(
      'gi',
      '\\bhow many (items|units|pieces|products|things|articles) (?:does|do|are in|is in|in|',
      'per) (?:an? |our |the )?(?:(?:normal|usual|average|typical|avg) )?(?:orders?|baskets?|',
      'carts?)(?: (?:have|contain|hold|include|has))?',
    ),
    'units per order',
  ],
  [
    pattern(
      'gi',
      '\\b(items|units|pieces|products) (?:in|per) (?:an? |our |the )?(?:normal|usual|average|',
      'typical|avg) (?:order|basket|cart)\\b',
    ),
    'units per order',
  ],
  // bought last year but nothing yet this year
  [
    pattern(
      'gi',
      '\\b(but|yet|and) (?:nothing|not a thing|zero|nowt|nil) (?:yet |so far |at all )?(?=',
      '(?:in |so far )?(?:this|last|since|(?:19|20)\\d\\d|q[1-4])\\b)',
    ),
    '$1 nothing ',
  ],
  [
    pattern(
      'giu',
      '^what (grew|fell|dropped|declined|shrank|rose|went (?:up|down))(?: (?:the )?most)? (?:in )?(.+?),? ',
      '(?:which|what|by) (\\p{L}+)',
      END,
    ),
    'which $3 $1 in $2',
  ],
];

/** Sums of what is named, and figures by other words. */
const FIGURES_AS_TYPED: Same = [
  [/\bhow much (?:did|have|do) we (?:knock|knocked|take|taken) off\b/gi, 'how much discount'],
  [
    pattern(
      'giu',
      '^(?!.*\\b(?:bought|buys?|sells?|sold|goes?|ordered|orders?|purchased|products?|items?|what|which)\\b)',
      `((?:${NAME}, )*${NAME},? (?:and|&|\\+|n) ${NAME}),? `,
      '(?:(?:taken|all|put|added) )?(?:together|combined|',
      'summed|all in|in one)',
      END,
    ),
    'revenue of $1',
  ],
  [
    pattern(
      'gi',
      '(?<=\\d(?:[km])?) ?(?:rs\\.?|rupees?|inr|bucks|quid|dollars?|usd|euros?|eur|pounds?|gbp)',
      '(?=$|[\\s,?!.])',
    ),
    '',
  ],
  [/(?<![\p{L}])(?:rs\.?|inr|₹) ?(?=\d)/giu, ''],
  [/\bwhat(?:'d|s|'s|d| did| was| is)? (?:our |the |we )?exposure (?:on|to|in|from) /gi, 'revenue of '],
  [
    pattern(
      'gi',
      "\\bwhat(?:'d|d| did| have| do) we (?:write|wrote|ring up|rung up|book(?:ed)?|bill(?:ed)?",
      '|bank(?:ed)?)\\b',
    ),
    'what was our revenue',
  ],
  [/\b(?:by|in) copies(?: sold)?(?=$|[\s,?!.])/gi, 'by units'],
  [
    pattern(
      'gi',
      '\\b(?:what|which) (day|month|weekday|day of the week|hour|product|customer|country) ',
      '(?:pays? the bills|keeps? the lights on|keeps? us (?:alive|going|afloat))',
    ),
    'best $1',
  ],
  [
    pattern(
      'gi',
      '\\b(?:is|was|are) (?:owt|anything|something|any) (?:still )?(?=on hold|in process|',
      'disputed|cancelled|pending)',
    ),
    'what is ',
  ],
  [
    pattern(
      'gi',
      '\\b(?:christmas|xmas|easter|halloween|valentines?|summer|winter|spring) (?:stuff|things|',
      'items|goods|products|decorations?|range|bits)\\b',
    ),
    seasonalGoods,
  ],
];

/** The best or the worst of Monday to Friday. */
function ofWorkingDays(_: string, judged: string): string {
  const isLow = /slow|worst|quiet|weak/i.test(judged);
  return `${isLow ? 'worst' : 'best'} day of the week on weekdays only`;
}

/** Two numbers of four digits may be years. */
function numbersCompared(said: string, a: string, b: string): string {
  const areYears = [a, b].every(n => /^(?:19|20)\d\d$/.test(n));
  return areYears ? said : `customer ${a} vs customer ${b}`;
}

/** What has the season in its name, rather than what was sold in it. */
function seasonalGoods(said: string): string {
  return `products with ${said.split(' ')[0]} in the name`;
}

/** What strangers typed and no other table knew: of each way the kind, not the one text. */
export const AS_TYPED: Same = [
  ...SHARES_AS_TYPED,
  ...PERIODS_AS_TYPED,
  ...PEOPLE_AS_TYPED,
  ...FIGURES_AS_TYPED,
];
