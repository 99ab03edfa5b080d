import { statusesOfKind } from '../../answering/cancelled.js';
import { isGoods } from '../../answering/field-roles.js';
import { kebab } from '../../core/text/words.js';
import { totalSums } from '../../store/scope/sums.js';
import { type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';

const JOIN = '(?:[,;:]| -| and| n| &)* ?';
const THEM = '(?:they|he|she|them|him|her|it|em|this one|that one|that customer|this customer)';
const LAST_ORDER =
  `when (?:did|was|have|has) (?:we |the |their |our )?(?:${THEM} )?(?:last|latest|` +
  'most recent)(?: (?:order|hear|heard|buy|bought|purchase|' +
  'see|seen|purchased|ordered|shop|get an order)(?:ed)?)*(?: (?:from|of|with|by|at)(?: us|' +
  ` ${THEM})?)?|when (?:did|have|has) we last (?:hear|heard|see|seen|sell)(?: (?:from|of|to|off|` +
  `anything))* ?(?:${THEM})?|` +
  '(?:their|the) (?:last|latest|most recent) (?:order|purchase)(?: dates?| day)?|' +
  `how long ago (?:was (?:that|it)|did ${THEM} (?:last )?(?:order|buy))`;
const SPENT =
  '(?:what|how much)(?: money| revenue)? (?:did|do|does|have|has|was|is|' +
  `are)(?: ${THEM})?(?: (?:spend|spent|spending|bring|brought|paid|pay|worth|` +
  'bought for))(?: in)?(?: (?:us|with us|to us))?(?: (?:in total|so far|altogether|overall|' +
  'all time))*|(?:their )?(?:total )?revenue(?: (?:in total|so far|overall))*';
const COUNT =
  'how (?:many orders|often)(?: (?:was|were|is) (?:that|it))?(?: (?:did|do|does|have|' +
  `has) ${THEM})?(?: (?:place|placed|make|made|have|had|order|ordered|buy|bought))?`;
const SEGMENT =
  `(?:what|which) segment (?:are|is) ${THEM}(?: in)?|(?:are|is) ${THEM} (?:still )?(?:active|an? vip|` +
  'a vip)';
const COLUMNS = [LAST_ORDER, SPENT, COUNT, SEGMENT].map(
  column => new RegExp(`${JOIN}\\b(?:${column})(?= ?[,;]| and\\b| &|$)`),
);
const IS_OF_CUSTOMERS = new RegExp(`\\b(?:${PEOPLE})\\b`);

/** "Is our biggest customer a VIP": the segment is a column of the list. */
const IS_SEGMENT = new RegExp(
  '^(?:is|was) (?:our|the|my) (biggest|best|top|largest|' +
    'most valuable)(?: spending)? (?:customer|client|account|buyer) (?:still |really |' +
    'actually |even |already )*(?:an? |in |among |one of )?(?:the |our )?(?:vips?|' +
    'champions?|loyal|at[- ]risk|lost|new|active)(?: (?:customers?|ones?|segment|yet))*',
);

/**
 * `who is our biggest customer and when did they last order`: what is asked of the customers behind their
 * list is a column of it.
 */
export const customerColumns: Pass = draft => {
  const named = IS_SEGMENT.exec(draft.text);
  if (named) {
    draft.text = tidy(`${named[1]} customer ${draft.text.slice(named[0].length)}`);
    draft.rank = { order: 'top', limit: 1 };
    draft.text = draft.text.replace(/^\S+ /, '');
    draft.rows = 'customers';
    draft.isComposed = true;
    draft.isStrong = true;
    return;
  }
  const isOfThem = new RegExp(`\\b(?:${THEM}|their|we last)\\b`).test(draft.text);
  if (!isOfThem || /\b(?:why|share|percent|product|products|vs)\b/.test(draft.text)) return;
  const before = draft.text;
  let count = 0;
  for (const column of COLUMNS) if (take(draft, column)) count++;
  const left = draft.text.replace(/[-:;,]+/g, ' ').trim();
  if (count === 0 || left === '' || (!IS_OF_CUSTOMERS.test(left) && !/^who\b/.test(left) && count < 2)) {
    draft.text = before;
    return;
  }
  draft.text = left;
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
};

const OF_ONE_ORDER = new RegExp(
  '\\b(?:biggest|largest|highest|top|smallest|lowest|best|last|latest|first|most recent|oldest|newest|' +
    'earliest)\\b',
);

/** `biggest invoice ever, which one and who`: what a list of orders has columns for. */
export const orderColumns: Pass = draft => {
  if (!/\b(?:orders?|invoices?|baskets?|sale|purchase)\b/.test(draft.text)) return;
  const asks =
    '(?:which(?: one)?(?: was it)?|who(?: (?:was (?:it|that|the customer)(?: from| by)?|placed it|' +
    'bought (?:it|that)|from))?|when(?: was (?:it|that))?|how (?:much|big)(?: was (?:it|that))?|' +
    '(?:by|from) wh(?:om|ich customer)|what date|(?:with |its )?amount)';
  const tail = new RegExp(`(?:[,:;]| -| and| n| &)+ ?${asks}(?:(?:[,;]| and| n| &)+ ?${asks})*$`);
  const m = tail.exec(draft.text);
  if (!m || !OF_ONE_ORDER.test(draft.text.slice(0, m.index))) return;
  draft.text = draft.text.slice(0, m.index).trim();
  draft.isStrong = true;
};

/** `stuff that got cancelled, and whose was it`: whose it was is a row for each customer. */
export const whoseItWas: Pass = draft => {
  if (
    !take(
      draft,
      new RegExp(
        '(?:[,;]| -| and| n| &)+ ?(?:whose (?:was|were|is|are) (?:it|they|that|those)|' +
          'by wh(?:om|ich customers?)|from (?:whom|which customers?)|which customers? (?:was|' +
          'were|is|are) (?:it|that|those|they)|who (?:was|were) (?:it|that|they))(?: from)?$',
      ),
    )
  )
    return;
  draft.by.push('customer');
  draft.isComposed = true;
  draft.isStrong = true;
};

/** `how many and how much`, `what share is that`: figures of what else the text names. Read before shares. */
export const figuresBehind: Pass = draft => {
  if (
    take(
      draft,
      new RegExp(
        String.raw`\bhow many (?:[,&]|and|n) ?how much(?: (?:money|revenue))?\b|\bhow much (?:[,&]|` +
          String.raw`and|n) ?how many\b(?! \p{L}+ (?:did|do|were))`,
        'u',
      ),
    )
  )
    draft.isCountAndAmount = true;
  const behind = new RegExp(
    "(?:[,;]| -| and| n| &)+ ?(?:what(?:'s| is| was)? )?(?:(?:is |was )?(?:that|it|" +
      'this)(?: is| was)? )?(?:(?:in|as)(?: an?)? )?(?:percent|percentage|pct|%|' +
      'share)(?: of (?:the |our |all )?(?:total|revenue|sales|whole|business))?(?: (?:is|' +
      'was) (?:that|it))?$',
  );
  if (!/^(?:what|which) (?:share|percent)/.test(draft.text) && take(draft, behind)) draft.isShareToo = true;
};

/** Settles {@link figuresBehind} when all values are known. Read before the rows. */
export const withFiguresBehind: Pass = (draft, { fields }) => {
  if (draft.isCountAndAmount) {
    const goods = draft.where.some(f => !f.not && fields.some(x => isGoods(x) && kebab(x.key) === f.field));
    draft.measures = [goods ? 'units' : 'orders', 'revenue'];
    draft.isComposed = true;
    draft.isStrong = true;
  }
  if (!draft.isShareToo) return;
  const named = draft.where.filter(f => !f.not).map(f => f.field);
  const [own, more] = draft.by;
  // "Large deals" names the field and a value of it.
  if (more === undefined && named.length === 1 && own === named[0]) draft.by = [];
  if (draft.by.length > 0) draft.show.add('share');
  else if (named.length > 0) draft.partOf = [...new Set(named)];
  else draft.text = `${draft.text} percent`.trim();
  draft.isComposed = true;
  draft.isStrong = true;
};

const BY_STATUS: Readonly<Record<string, readonly string[]>> = {
  'return-rate': ['order-return-rate', 'returned-orders'],
  refunds: ['returned-revenue', 'returned-orders'],
  'return-lines': ['returned-orders'],
};

/** Returns are lines in most shops; where a status alone says returned, they are counted by it. */
export const returnsByStatus: Pass = async (draft: Draft, { view }: ReadingContext) => {
  if (!draft.measures.some(key => BY_STATUS[key])) return;
  if (!(await statusesOfKind('returned', view))) return;
  if ((await totalSums(view.store, { filters: [] })).returns > 0) return;
  draft.measures = [...new Set(draft.measures.flatMap(key => BY_STATUS[key] ?? [key]))];
  draft.isComposed = true;
};
