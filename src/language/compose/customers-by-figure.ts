import type { NumberRange } from '../../core/query/query.js';
import { kebab } from '../../core/text/words.js';
import { BUY, type Draft, type Pass, PEOPLE, type ReadingContext, take } from './draft.js';
import { NUMBER, numberIn, RANGE, RANGE_OR_NUMBER, rangeIn } from './numbers.js';
import { isAboutPeople } from './people.js';

const SUBJECT_FIGURES = new RegExp(
  `\\b(?:(?:with|having|that|who|which|have|has|had|made|placed|did|do|` +
    `${BUY}) )*(${RANGE_OR_NUMBER}) (orders?|purchases?|transactions|invoices|times|units|items|pieces|` +
    `(?:different )?products?(?![ -]?lines?\\b))\\b`,
);
const SPENT = new RegExp(
  `\\b(?:(?:that|who|which|have|has|with|a) )*(?:spent|spend|spending|worth|paid|` +
    `brought(?: us)?(?: in)?|brings?(?: us)?(?: in)?|generated|with(?: an?)?(?: total)? (?:revenue|` +
    `sales|spend(?:ing)?|turnover|lifetime value)(?: of)?|revenue|sales|lifetime value|total spend) ` +
    `(?:of )?(?:a total of )?(${RANGE})`,
);
const AVERAGE = new RegExp(
  `\\b(?:(?:with|whose|an?|is) )*(?:average order(?: value| size)?|aov|basket(?: size| value)?)(?: ` +
    `(?:of|is))? (${RANGE})`,
);

const PER_ORDER = new RegExp(
  `\\b(?:(?:that|who|which) )*(?:spends?|spent|pays?|paid|orders? for) (?:on average ` +
    `)?(${RANGE}) (?:per|an|each|on each|a)[ -]?(?:order|purchase)(?: on average)?|` +
    `\\b(?:(?:that|who|which) )*(?:spends?|spent) (?:on average|an average of) (${RANGE})`,
);

/** `customers under 40k lifetime`: an amount without a word before it needs one behind it. */
const LIFETIME = new RegExp(
  `(?<=\\b${PEOPLE} )(${RANGE}) ?\\(?(?:(?:in )?total|overall|all[- ]time|lifetime)(?: (?:value|spend|` +
    `spending|revenue|sales))?\\)?(?![\\w])`,
);

/**
 * Customers by how often they bought and what they spent; of other rows these are figures that they must
 * reach.
 */
export const customersByFigure: Pass = (draft, context) => {
  ofAge(draft, context);
  once(draft);
  const perOrder = isAboutPeople(draft.whole) ? take(draft, PER_ORDER) : undefined;
  if (perOrder) addFigure(draft, 'average-order', (perOrder[1] ?? perOrder[2]) as string);
  for (let m = figureAt(draft, AVERAGE); m; m = figureAt(draft, AVERAGE))
    addFigure(draft, 'average-order', m[1] as string);
  for (let m = figureAt(draft, SUBJECT_FIGURES); m; m = figureAt(draft, SUBJECT_FIGURES)) {
    const of = m[2] as string;
    const figure = /product/.test(of) ? 'products' : /unit|item|piece/.test(of) ? 'units' : 'orders';
    addFigure(draft, figure, m[1] as string);
  }
  const isCounted = draft.who.some(c => c.kind === 'figure');
  const also = isCounted
    ? take(
        draft,
        new RegExp(
          `\\b(?:and|but) (?:(?:spent|worth|with|have|had|brought in) )*(${RANGE})(?! \\w*(?:orders` +
            `|times|units|days|months))` +
            '(?: (?:in |of )?(?:total )?(?:revenue|sales|turnover|spend(?:ing)?|spent)(?: in total)?\\b)?',
        ),
      )
    : undefined;
  if (also) addFigure(draft, 'spent', also[1] as string);
  ranked(draft);
  if (!draft.rank) mostOften(draft);
  for (let m = figureAt(draft, SPENT); m; m = figureAt(draft, SPENT))
    addFigure(draft, 'spent', m[1] as string);
  const lifetime = isAboutPeople(draft.whole) && !draft.period ? take(draft, LIFETIME) : undefined;
  if (lifetime) addFigure(draft, 'spent', lifetime[1] as string);
};

/** `newest customers`, `customers sorted by orders`. */
function ranked(draft: Draft): void {
  const newest = take(
    draft,
    new RegExp(
      `\\b(?:our |the )?(?:(${NUMBER}) )?(newest|oldest|earliest|longest standing|most recent|` +
        `latest|first)(?: (${NUMBER}))? ${PEOPLE}\\b(?! (?:order|bought|who))`,
    ),
  );
  const sorted = newest
    ? undefined
    : take(
        draft,
        new RegExp(
          `\\b(?:all |our |the )?${PEOPLE} (?:sorted|ranked|ordered|` +
            `ranking)? ?by (?:the )?((?<=(?:sorted|ranked|ordered|ranking) by )orders|` +
            `number of orders|order count|frequency|how often they (?:order|buy)|units|` +
            `average order(?: value)?)\\b`,
        ),
      );
  if (newest) {
    const count = newest[1] ?? newest[3];
    const limit = count ? numberIn(count) : 10;
    draft.rank = {
      order: /newest|recent|latest/.test(newest[2] as string) ? 'top' : 'bottom',
      limit,
      by: 'first-order',
    };
  } else if (sorted) {
    const by = /unit/.test(sorted[1] as string)
      ? 'units'
      : /average/.test(sorted[1] as string)
        ? 'average-order'
        : 'orders';
    draft.rank = { order: 'top', limit: 10, by };
  } else return;
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** Who orders most often, who spends most. */
function mostOften(draft: Draft): void {
  const most = take(
    draft,
    new RegExp(
      String.raw`\b(?:who|which customers?|customers? (?:who|that))(?: (?:has|have|had))? ` +
        '(?:orders?|ordered|buys?|bought|purchased|shops?) (?:the )?(most|least)(?: ' +
        String.raw`(?:often|frequently|times|orders))?\b|\b(most|least) (?:frequent|active|loyal) ` +
        String.raw`(?:customers?|buyers?|clients?)\b|\b(?:customers?|who) (?:has |have |had ` +
        String.raw`)?(?:with )?(?:the )?(most|fewest) orders\b`,
    ),
  );
  const spends = most
    ? undefined
    : take(
        draft,
        new RegExp(
          String.raw`\b(?:who|which customers?|customers? (?:who|that))(?: (?:has|have|had))? ` +
            '(?:spends?|spent|pays?|paid|brings?|brought)(?: us)?(?: in)? (?:the )?(most|' +
            String.raw`least)(?: (?:money|revenue))?\b`,
        ),
      );
  const found = most ?? spends;
  if (!found) return;
  const isLeast = /least|fewest/.test(found[0]);
  const limit = /customers|buyers|clients/.test(found[0]) ? 10 : 5;
  draft.rank = { order: isLeast ? 'bottom' : 'top', limit, ...(most && { by: 'orders' }) };
  draft.rows = 'customers';
  draft.isComposed = true;
}

/** The next figure that is no number of rows to show: "top 5 products". */
function figureAt(draft: Draft, pattern: RegExp): RegExpExecArray | undefined {
  const m = pattern.exec(draft.text);
  if (!m) return undefined;
  const hasRange = new RegExp(`^${RANGE}`).test(m[1] as string);
  const before = draft.text.slice(0, m.index);
  if (/\b(?:top|best|bottom|worst|first|last|the)\s*$/.test(before) && !hasRange) return undefined;
  if (/\borders?\s*$/.test(before) && /^(?:worth|spent)/.test(m[0])) return undefined;
  // "Orders with more than 5 units" are orders, not groups of them.
  if (/\b(?:orders|invoices|baskets)\s*$/.test(before) && !isAboutPeople(draft.whole)) return undefined;
  // "3 products" alone is a list's length, "with 3 products" and "bought 3 times" are conditions.
  if (
    !hasRange &&
    !/^(?:with|having|who|that|have|has|had|made|placed|did|bought|ordered|purchased)/.test(m[0])
  )
    return undefined;
  if (hasRange && !isAboutPeople(draft.whole) && !/\bwith\b|\bhav(?:e|ing)\b|\bsold\b/.test(draft.whole))
    return undefined;
  return take(draft, pattern);
}

function addFigure(
  draft: Draft,
  figure: 'orders' | 'spent' | 'units' | 'products' | 'average-order',
  said: string,
): void {
  const range = rangeIn(said);
  draft.isComposed = true;
  // "at least 2 orders" asks for no last ones.
  draft.isStrong = true;
  if (isAboutPeople(draft.whole)) draft.who.push({ kind: 'figure', figure, range });
  else draft.having.push({ measure: figure === 'spent' ? 'revenue' : figure, range });
}

/** How often people bought, where it is said in words: `only once`, `repeat customers`. */
function once(draft: Draft): void {
  for (const [pattern, range, instead] of TIMES) {
    const m = take(draft, pattern, instead);
    if (!m) continue;
    // "Exactly 1 order" asks for no first one.
    if (/\d/.test(m[0])) draft.isStrong = true;
    addTimes(draft, range);
    return;
  }
  // Of all that was ever sold nobody had ordered before: who came again is meant.
  const howMany = /\bhow many (?:repeat|returning|recurring) (customers?|buyers?|clients?|shoppers?)\b/;
  if (!draft.period && !/\b(?:by|per|each|vs|new|first)\b/.test(draft.text)) {
    if (take(draft, howMany, 'how many customers')) {
      draft.who.push({ kind: 'figure', figure: 'orders', range: { from: 2 } });
      draft.isComposed = true;
      return;
    }
  }
  const isRate = /\b(?:rate|revenue|sales|share|vs|new|by|per|each|number of|how many)\b/.test(draft.text);
  const repeat = /\b(?:repeat|returning|recurring) (?:customers?|buyers?|clients?|shoppers?)\b/;
  if (!isRate && take(draft, repeat, 'customers')) addTimes(draft, { from: 2 });
}

function addTimes(draft: Draft, range: NumberRange): void {
  draft.who.push({ kind: 'figure', figure: 'orders', range });
  draft.isComposed = true;
  draft.rows ??= 'customers';
}

const BOUGHT = `(?:(?:who|that|have|has|did) )*(?:(?:only|just) )?(?:${BUY}|came|come|visited)`;

/** How often, and what stays in its place. */
const TIMES: readonly (readonly [pattern: RegExp, range: NumberRange, instead: string])[] = [
  [
    new RegExp(`\\b${BOUGHT} (?:more than once|repeatedly|several times|multiple times)`),
    { from: 1, isOver: true },
    'who',
  ],
  [
    new RegExp(`\\b${BOUGHT} (?:(?:only|just|exactly) )?(?:once|one time)(?: only)?`),
    { from: 1, to: 1 },
    'who',
  ],
  [
    // "More than one order", "one order or more" are ranges.
    new RegExp(
      '(?<!\\b(?:than|over|above|under|below|least|most|exceeding|to|biggest|largest|highest|top|' +
        'best|smallest|' +
        'lowest|any|every|each) |[<>=] ?)\\b(?:(?:exactly|only|just) )?(?:one|1|single)[- ]' +
        '(?:time|order|purchase|invoice|transaction)(?:rs)?(?! or (?:more|less|fewer))' +
        ' ?(?:buyers?|customers?|shoppers?|clients?|purchasers?)?\\b',
    ),
    { from: 1, to: 1 },
    'customers',
  ],
  [new RegExp(`\\b${BOUGHT} (?:only |just |exactly )?(?:twice|two times)`), { from: 2, to: 2 }, 'who'],
];

/** `customers over 60`: a number without a word behind it is an age, where the data has ages. */
function ofAge(draft: Draft, { fields }: ReadingContext): void {
  const age = fields.find(f => f.key === 'age' || f.key === 'ageGroup');
  if (!age) return;
  const are = '(?:(?:who|that|are|is|aged?|of|between the ages of) )*';
  const aged = `\\b(${PEOPLE}) ${are}(${RANGE})(?: years?(?: old)?)?`;
  const m = take(draft, new RegExp(`${aged}(?= (?:in|from|who|with|and)\\b|$)`), 'customers');
  if (!m?.[2]) return;
  // A group such as "60+" begins with the number that is said.
  const { from, to } = rangeIn(m[2]);
  draft.where.push({
    field: kebab(age.key),
    range: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  });
  draft.rows ??= 'customers';
  draft.isComposed = true;
}
