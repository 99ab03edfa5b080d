import type { GroupingField } from '../../answering/grouping-fields.js';
import { NotUnderstood } from '../../core/errors.js';
import type { Draft, Pass } from './draft.js';
import { NOT_WORKED_OUT } from './not-worked-out.js';
import { isAboutPeople } from './people.js';

/** A question that is understood, and that the data cannot answer or that lacks a word. */
export class Unanswerable extends NotUnderstood {
  /** @param isCertain whether no named question can be meant, though one takes the words */
  constructor(
    message: string,
    suggestions: readonly string[],
    readonly isCertain = false,
  ) {
    super(message, suggestions, true);
  }
}

/** What no sales file holds, how it is called, and what would be needed. */
const LACKING: readonly (readonly [words: RegExp, what: string, needed: string])[] = [
  [
    /\bconver(?:sion|ting|t)(?:s| rates?)?\b|\badd(?:ed)?[- ]to[- ]cart\b|\babandon\w*\b/,
    'conversion',
    'visits to the shop, beside its sales',
  ],
  [
    new RegExp(
      String.raw`\b(?:website )?(?:visits?|visitors?|traffic|sessions?|page ?views?|clicks?|` +
        String.raw`impressions?|bounce rate|besucher|visites|visitas)\b`,
    ),
    'visits',
    "the web shop's own analytics",
  ],
  [
    new RegExp(
      String.raw`\b(?:in stock|stock(?:s| levels?| left| on hand)?|inventor(?:y|ies)|lagerbestand|` +
        'auf lager|en stock|existencias|' +
        String.raw`(?:on|in|off) (?:the|our) (?:shelf|shelves|w(?:a|ea)rehouse|stock ?room|depot))\b`,
    ),
    'stock',
    "the stock list of the shop's system",
  ],
  [
    /\b(?:weather|rain(?:y|ed|s)?|temperature|sunny|wetter|meteo|clima)\b/,
    'the weather',
    'a column of it in the sales file',
  ],
  [
    /\b(?:net|operating) (?:profits?|margins?)\b|\bebitda?\b/,
    'what the business costs beside its goods, so not net profit either',
    'its bookkeeping',
  ],
  [
    new RegExp(
      String.raw`\b(?:ads? (?:costs?|budget)|ad ?spend|roas|cac|cpa|acquisition costs?|marketing ` +
        String.raw`(?:costs?|spend|budget)|adverti\w+ (?:costs?|spend)|facebook ads?|google ads?)\b`,
    ),
    'what advertising costs',
    'the bills of the advertising platforms',
  ],
  [
    /\b(?:competitors?|market share|konkurrenz|concurren\w+|competencia)\b/,
    'other shops',
    'figures of the market',
  ],
  [
    /\b(?:nps|net promoter|open rates?|newsletter|subscribers?|unsubscrib\w+|followers?)\b/,
    'newsletters and followers',
    'the figures of the mailing system',
  ],
  [
    /\b(?:salar(?:y|ies)|employees?|staff|payroll|overheads?|rent|cash ?flow|bank balance)\b/,
    'costs of the business',
    'its bookkeeping',
  ],
  [
    /\bdeliver(?:y|ed) (?:times?|late|on time)|\bshipping times?\b|\blate deliver\w+/,
    'delivery times',
    'columns with the days of shipping and delivery',
  ],
];

/** Figures beside a plan, which is no misspelling of planes. */
const PLAN = new RegExp(
  '\\b(?:vs|versus|against|compared (?:to|with)|than|behind|ahead of) (?:the |our )?(?:sales )?' +
    '(?:plan|budget|quota)\\b',
);
/** What the shop itself has to buy, not what it sold. */
const TO_BUY = new RegExp(
  '^(?:how (?:many|much)|when)\\b.*\\b(?:should|must|(?:need|have|ought) to) (?:we |i )?' +
    '(?:re-?)?(?:order|buy|stock)\\b',
);

/** Goods that were not sold somewhere: a filter would tell what was sold elsewhere. */
const NOT_SOLD = new RegExp(
  '\\b(?:not|but not) (?:be(?:en)? )?(?:sold|sell|selling) (?:in|to|by|during)\\b|' +
    '\\bsold (?:in|to) [\\p{L} ]+ but not (?:in|to)\\b|\\bsold only (?:in|to|by|during)\\b' +
    '|\\bonly sold (?:in|to|by|during)\\b|\\bnot (?:yet |ever )?sold (?:any )?[\\p{L} ]+ (?:in|to)$',
  'u',
);
/** The second count is of a part of the first. */
const TWO_COUNTS = /\bhow many\b.* and (?:how many|what (?:share|percent)) of (?:them|those|these)\b/;
const ONLY_ON_DAYS = new RegExp(
  String.raw`\b(?:only (?:buy|bought|order|ordered|shop|shopped)|(?:buy|bought|order|ordered|` +
    String.raw`shop|shopped) only) (?:on|at) (?:the )?(?:weekends?|week ?days|\w+days)\b`,
);
const DEAL = /\b(?:biggest|largest|best|top|smallest) (?:\d+ )?deals?\b(?! sizes?)/;

/** `orders with more than 20% off`: the percentage is no amount of the order. */
const BY_DISCOUNT = new RegExp(
  String.raw`\b(?:over|above|under|below|than|least|most|exactly|with|of) (?:an? )?\d+(?:\.\d+)? ?` +
    String.raw`(?:%|percent|pct) (?:discounts?|off|rebates?)\b|\bdiscounts? ` +
    '(?:rate )?(?:of |is |are |was )?(?:over|above|under|below|' +
    String.raw`(?:more|less|higher|lower|greater) than|at (?:least|most)) \d`,
);

/** `november without the returns`. */
/** Sales before what came back is taken off. */
export const BEFORE_RETURNS = new RegExp(
  String.raw`\b(?:without|excluding|except(?: for)?|minus|ignoring|before) (?:the |any |all )?(?:returns|` +
    String.raw`refunds|credit notes|returned (?:goods|items|orders))\b`,
);

const OTHER_FIGURE =
  /\b(?:orders?|average|aov|median|units?|pieces|quantity|items?|baskets?|lines?|margin|profit)\b/;

/**
 * Refuses what the data cannot say, and says what would be needed; unless the shop has a column of that
 * name.
 */
export const unanswerable: Pass = ({ text }: Draft, { fields }) => {
  if (TWO_COUNTS.test(text))
    throw new Unanswerable(
      'These are two questions; ask them one at a time.',
      ['how many customers', 'customers this year'],
      true,
    );
  if (ONLY_ON_DAYS.test(text) && isAboutPeople(text))
    throw new Unanswerable(
      'Who bought on some days of the week alone is not worked out yet; what they bought on them is.',
      ['sales by weekday', 'sales on weekends'],
      true,
    );
  if (NOT_SOLD.test(text) && !isAboutPeople(text))
    throw new Unanswerable(
      'Which goods were not sold somewhere is not worked out yet; who did not buy some is.',
      ['sales by product', 'sales restock'],
      true,
    );
  if (BY_DISCOUNT.test(text) && !fields.some(f => /discount|rabatt/i.test(f.label)))
    throw new Unanswerable(
      'Orders cannot be picked by their discount in percent; you can ask for discounts in total.',
      ['sales measure:discount-rate,discount', 'sales measure:discount-rate by:product'],
      true,
    );
  if (BEFORE_RETURNS.test(text) && OTHER_FIGURE.test(text) && !isAboutPeople(text))
    throw new Unanswerable(
      'Of returns, only revenue can be told without them: orders of returns alone count as no orders, and ' +
        'units are net of what came back.',
      ['sales measure:before-returns,refunds,revenue', 'sales returns'],
      true,
    );
  if (PLAN.test(text))
    throw new Unanswerable(
      'Sales files have no plan or budget. A goal can be named with its amount.',
      ['are we on track for 500k this year'],
      true,
    );
  if (TO_BUY.test(text))
    throw new Unanswerable(
      'Sales files say what was sold, not what is in stock, so not how much to buy.',
      ['sales restock'],
      true,
    );
  for (const { words, message, instead } of NOT_WORKED_OUT)
    if (words.test(text)) throw new Unanswerable(message, instead, true);
  if (DEAL.test(text) && fields.some(f => f.key === 'dealSize'))
    throw new Unanswerable(
      'Is a deal an order or a size of deals?',
      ['biggest order', 'sales by deal-size'],
      true,
    );
  refuseWhatIsLacking(text, fields);
};

/** Refuses what no sales file has, unless this shop has a column that is called so. */
function refuseWhatIsLacking(text: string, fields: readonly GroupingField[]): void {
  for (const [words, what, needed] of LACKING) {
    const m = words.exec(text);
    if (!m || fields.some(f => f.label.toLowerCase() === m[0])) continue;
    const isCertain = /^(?:in stock|stock (?:levels?|left|on hand))$/.test(m[0]);
    throw new Unanswerable(
      `Sales files say nothing about ${what}: it would need ${needed}.`,
      ['sales', 'sales help'],
      isCertain,
    );
  }
}
