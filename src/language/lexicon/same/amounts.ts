import { NUMBER_WORDS } from '../../../core/text/counts.js';
import { pattern, type Same } from './same.js';

const WRITTEN = `(?:${Object.keys(NUMBER_WORDS).join('|')})`;
const AMOUNT = String.raw`[$€£]?\d[\d.,]*(?: ?(?:k|m|grand))?`;

/** How amounts and counts are typed, in the words that ranges are read in. */
export const AMOUNTS: Same = [
  // A word, and the same again in brackets.
  [/(?<![\p{L}\d])(\p{L}{4,}) ?[,(] ?\1(?![\p{L}\d])\)?/giu, '$1'],
  [new RegExp(`\\bnorth of (?=${AMOUNT})`, 'gi'), 'over '],
  [new RegExp(`\\bsouth of (?=${AMOUNT})`, 'gi'), 'under '],
  [
    new RegExp(
      `\\b(?:at or above|equal to or (?:above|over|more than)|from) (${AMOUNT}) (?:up|upwards?)\\b`,
      'gi',
    ),
    'at least $1',
  ],
  [new RegExp(`\\bat or (?:above|over) (?=${AMOUNT})`, 'gi'), 'at least '],
  [new RegExp(`\\bat or (?:below|under) (?=${AMOUNT})`, 'gi'), 'at most '],
  // "Between ten and twenty thousand": thousands, both of them.
  [
    new RegExp(`\\b(${WRITTEN}) (and|to) (${WRITTEN}) (thousand|hundred|million)\\b`, 'gi'),
    (_, low = '', joined = '', high = '', unit = '') => `${times(low, unit)} ${joined} ${times(high, unit)}`,
  ],
  [/\b(\d[\d.,]*) ?(and|to|-) ?(\d[\d.,]*) (thousand|million)\b/gi, '$1 $4 $2 $3 $4'],
  [
    new RegExp(`\\b(${WRITTEN}) (thousand|hundred|million)\\b`, 'gi'),
    (_, n = '', unit = '') => times(n, unit),
  ],
  [/\b(\d+) ?x (or more|or less|or fewer)\b/gi, '$1 times $2'],
  [/\b(\d+) times or more\b/gi, 'at least $1 times'],
  [/\b(\d+)\+ times\b/gi, 'at least $1 times'],
  [/\b(\d+) or more times\b/gi, 'at least $1 times'],
  [
    pattern(
      'gi',
      String.raw`\b(?:ever |even )?(?:a|one|any|a single|at least one) (order|invoice|purchase|sale) `,
      String.raw`(over|above|of more than|under|below)\b`,
    ),
    'any $1s $2',
  ],
  // The number of what is listed.
  [
    pattern(
      'giu',
      String.raw`^(orders|invoices|customers|clients|purchases|units|products|buyers|accounts)\b(.+?)`,
      '(?:,| -|:)? (?:just |only )?(?:the )?count(?: only)?',
      String.raw`(?: (?:pls|please|plz|thx|thanks))?(?=\s*[?.!]*$)`,
    ),
    'number of $1$2',
  ],
  [
    pattern(
      'giu',
      String.raw`^(orders|invoices|customers|clients|purchases|buyers|accounts)\b(.+?)(?:,| -|:) (?:the )?`,
      String.raw`count(?:,| and| &| n| \+)+ (?:the )?(?:total )?(value|amount|sum|revenue|total|\$+)\b`,
    ),
    '$1$2, how many and how much',
  ],
  [/^n (?=(?:customers|orders|clients|invoices|products|buyers)\b)/gi, 'number of '],
  [/\bcount of (?=(?:orders|invoices|purchases|customers|clients|buyers|products|units)\b)/gi, 'number of '],
  [
    pattern(
      'gi',
      String.raw`\bis what (percent|share|part) of the (?:full|whole|entire) year ((?:19|20)\d\d|this `,
      String.raw`year|last year)\b`,
    ),
    'is what $1 of $2',
  ],
  // How few bring half, or 80 percent.
  [
    pattern(
      'giu',
      String.raw`\bhow many ([\p{L}-]+) (?:does it take to |do we need to |are needed to |it takes to )?`,
      '(?:make up|account for|bring(?: us)?(?: in)?|generate|make|are behind|are responsible for',
      '|get to|reach|drive|deliver|cover) (?:half|50 ?(?:%|percent)|80 ?(?:%|percent))(?: of)?',
      String.raw`(?: our| the| all)?(?: total)? ?(?:revenue|sales|turnover|money|business|income)\b`,
    ),
    'pareto by $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bpareto(?: check| analysis)?[:,]? `,
      '(?:rev(?:enue)?|sales|share|(?:%|percent)|of|the|our|in| )*',
      String.raw`top 20 ?(?:%|percent) of (?:the |our )?([\p{L}-]+)\b`,
    ),
    'pareto by $1',
  ],
  // What came back.
  [
    pattern(
      'giu',
      String.raw`\b(?:which|what) ([\p{L}-]+(?: lines?)?) `,
      '(?:(?:comes?|came|gets?|got|is|was|are|were|have come) ',
      String.raw`(?:sent |brought )?back)(?: the)? most(?: often)?\b`,
    ),
    'top $1 by refunds',
  ],
  [/\bmost[ -]returned (products?|items?|articles?|goods|categor(?:y|ies))\b/gi, 'top $1 by refunds'],
  [
    pattern(
      'giu',
      String.raw`\b(pieces|units|items) (?:that |which )?`,
      '(?:came|come|were sent|got sent|were|have been|got|sent) ',
      String.raw`(?:back|returned)\b`,
    ),
    'returned units',
  ],
  [/\b(?:units|pieces) returned\b/gi, 'returned units'],
  [
    /\b(?:percent|pct|percentage|share) of orders (?:that |which )?(?:came|come|were sent|got sent) back\b/gi,
    'return rate',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwho(?:'s| has| have)? (?:sends?|sent) (?:the most |most )?(?:stuff |things |goods `,
      String.raw`|items )?back (?:the )?most(?: often)?\b`,
    ),
    'refunds by customer',
  ],
  [
    /\b(?:customers|clients|buyers|accounts) (?:with|who have|that have|who had) (?:the )?most returns\b/gi,
    'refunds by customer',
  ],
  [/\bwho (?:returns|returned|sends back|sent back) (?:the )?most(?: often)?\b/gi, 'refunds by customer'],
];

const UNITS: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 };

const times = (n: string, unit: string): string =>
  String((NUMBER_WORDS[n.toLowerCase()] ?? 1) * (UNITS[unit.toLowerCase()] ?? 1));
