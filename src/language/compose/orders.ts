import { ordersCalled } from '../../store/scope/order-facts.js';
import { type Draft, type Pass, type ReadingContext, take } from './draft.js';
import { NUMBER, numberIn, RANGE, RANGE_OR_NUMBER, rangeIn } from './numbers.js';
import { isAboutPeople } from './people.js';
import { fieldKey } from './ranking.js';

const ORDERS = '(?:orders?|invoices?|baskets?|transactions?|purchases?|sales?)';

/** Orders by their number, their size and their day. */
export const orders: Pass = async (draft, context) => {
  if (await byNumber(draft, context)) return;
  if (byContents(draft) || bySize(draft)) return;
  withColumns(draft);
  if (isAboutPeople(draft.whole) && !/\b(?:order|invoice)\b/.test(draft.whole)) return;
  if (byRank(draft)) return;
  byDay(draft);
  const listed = new RegExp(
    '^(?:(?:show|list|give)(?: me| us)?(?: all)?(?: the| our)?|which(?: of (?:the|our)' +
      String.raw`)?|all(?: the| our)?) orders\b`,
  );
  if (!draft.rows && take(draft, listed)) {
    draft.rows = 'orders';
    draft.isComposed = true;
  }
  // "List the disputed orders": what stands before it is read with the values.
  if (!draft.rows && /^list\b.* orders$/.test(draft.text) && !/\b(?:by|per|of|each)\b/.test(draft.text)) {
    draft.text = draft.text.replace(/^list (?:(?:all|the|our|me) )*/, '').replace(/ ?\borders$/, '');
    draft.rows = 'orders';
    draft.isComposed = true;
  }
  // "Show me orders" may be how many there were, "list orders" is not.
  if (draft.rows === 'orders' && /^list\b/.test(draft.whole)) draft.isStrong = true;
};

/** `order 10100`, `what is in order 10100`. */
async function byNumber(draft: Draft, { view, fields }: ReadingContext): Promise<boolean> {
  const numbered =
    /\b(?:order|invoice)(?: (?:number|no|id|nr))? ?#? ?([a-z]{0,6}-?\d[\w-]*)(?![\w])/.exec(draft.text) ??
    /#(\d[\w-]*)/.exec(draft.text) ??
    /^(?:what is )?(?:the )?status of (\d[\w-]*)$/.exec(draft.text) ??
    /^(?:details? (?:of|on|for) )?([a-z]{1,6}-?\d[\w-]*)(?: details?)?$/.exec(draft.text);
  if (numbered?.[1]) {
    const keys = [numbered[1], numbered[1].toUpperCase(), `#${numbered[1]}`];
    const found = [...(await ordersCalled(view.store, keys)).keys()];
    const [key] = found;
    if (key !== undefined) {
      take(
        draft,
        new RegExp(
          String.raw`\b(?:order|invoice)(?: (?:number|no|id|nr))? ?#? ?[a-z]{0,6}-?\d[\w-]*|` +
            String.raw`#\d[\w-]*|(?<=\bof )\d[\w-]*$|^(?:details? (?:of|on|for) ` +
            String.raw`)?[a-z]{1,6}-?\d[\w-]*(?: details?)?$`,
        ),
        'order',
      );
      // The list has a column for the status.
      take(draft, /^(?:what is )?(?:the )?status of(?= order$)/);
      take(draft, /\b(?:the )?details?(?: of| on| for)?\b/);
      draft.where.push({ field: 'order', values: [key] });
      const product = /\b(?:in|inside|lines|products|items|contents?)\b/.test(draft.whole.slice(0, 24))
        ? fieldKey('product', { fields })
        : undefined;
      if (product) {
        draft.by = [product];
        draft.measures = ['revenue', 'units'];
      } else draft.rows = 'orders';
      take(
        draft,
        new RegExp(
          ',? ?(?:and )?(?:is|was|has|did) (?:it|this)(?: been)? (?:shipped|sent|' +
            'cancelled|delivered|paid|done)(?: yet)?',
        ),
      );
      draft.isComposed = true;
      return true;
    }
  }
  return false;
}

const COLUMN = '(?:order )?(?:dates?|days?|totals?|amounts?|values?|numbers?|status|ids?)';

/** `orders from toys of finland with date and total`: columns that every list of orders has. */
function withColumns(draft: Draft): void {
  const columns = new RegExp(
    `,? ?\\b(?:with|incl(?:uding)?|showing|and)(?: their| the)? ${COLUMN}(?:(?: ?,| and| &)+ (?:their |` +
      `the )?${COLUMN})*$`,
  );
  const orders = /^(?:(?:show|list|give|get)(?: me| us)? )?(?:all |every )?(?:the |our )?orders?\b/;
  if (!orders.test(draft.text) || !take(draft, columns)) return;
  take(draft, orders);
  draft.rows = 'orders';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `orders with more than 5 lines`. */
function byContents(draft: Draft): boolean {
  const m = take(
    draft,
    new RegExp(
      `\\b${ORDERS} (?:(?:that|which|with|of|have|has|had|having|containing) )*(${RANGE_OR_NUMBER}) ` +
        `(units|items|pieces|(?:order )?lines|positions)\\b`,
    ),
    'orders',
  );
  if (!m) return false;
  const measure = /line|position/.test(m[2] as string) ? 'lines' : 'units';
  draft.having.push({ measure, range: rangeIn(m[1] as string) });
  draft.rows = 'orders';
  draft.isComposed = true;
  draft.isStrong = true;
  return true;
}

/** `orders over 50k`: listed, counted, or a filter of what else is asked. */
function bySize(draft: Draft): boolean {
  const sized = take(
    draft,
    new RegExp(
      `\\b(?<!more |fewer )${ORDERS} (?:(?:that|which|are|were|is|worth|of|with|a|value|values|` +
        `total|totals|totalling|amount|size|order|sized|priced) )*(${RANGE})(?! (?:orders|times|days|` +
        `weeks|months|years|am|pm|o'?clock|units|items|pieces|customers|(?:order )?lines|positions|` +
        'skus|(?:different )?' +
        `products))`,
    ),
    'orders',
  );
  if (sized?.[1]) {
    draft.where.push({ field: 'order-total', range: rangeIn(sized[1]) });
    draft.isComposed = true;
    if (!/\b(?:by|per|each|revenue|average|customers|share|percent)\b/.test(draft.text)) {
      if (/\bhow many|number of|count\b/.test(draft.text)) draft.measures.push('orders');
      else draft.rows ??= 'orders';
    }
  }
  return sized !== undefined;
}

/** `biggest order ever`, `10 smallest orders`. */
function byRank(draft: Draft): boolean {
  const largest =
    take(
      draft,
      new RegExp(
        `\\b(?:the |our |my )?(?:(?:single|one) )?(biggest|largest|highest|top|most expensive|` +
          `most valuable|best|smallest|lowest|cheapest)(?: (?:single|one))?(?: (${NUMBER}))? ` +
          `(?:single )?(?:orders?|invoices?|baskets?)(?: ever| of all time)?(?! (?:status|size|value|` +
          `by|per|each|\\w+ by))\\b`,
      ),
    ) ??
    take(
      draft,
      new RegExp(`\\b(?:top|biggest|largest) (${NUMBER}) (?:biggest|largest) (?:orders?|invoices?)`),
    );
  if (largest) {
    const isSmall = /small|low|cheap/.test(largest[0]);
    const isMany = /(?:orders|invoices|baskets)/.test(largest[0]);
    draft.rank = {
      order: isSmall ? 'bottom' : 'top',
      limit: largest[2] ? numberIn(largest[2]) : isMany ? 10 : 1,
    };
    draft.rows = 'orders';
    draft.isComposed = true;
  }
  return largest !== undefined;
}

/** `last 5 orders`. */
function byDay(draft: Draft): void {
  const latest = take(
    draft,
    new RegExp(
      `\\b(?<!\\b(?:by|per|of) (?:(?:month|year|quarter) of )?(?:the )?)(?:the |our )?(last|` +
        `latest|most recent|newest|first|earliest|oldest)(?: (${NUMBER}))? ` +
        `(?:orders?|invoices?)(?! (?:before|since|was|size|month|year|quarter))\\b`,
    ),
  );
  if (latest && (!/\bwhen\b/.test(draft.whole) || /^when (?:was|is) (?:the|our)\b/.test(draft.whole))) {
    const isFirst = /first|earliest|oldest/.test(latest[1] as string);
    draft.rank = {
      order: isFirst ? 'bottom' : 'top',
      limit: latest[2] ? numberIn(latest[2]) : /orders|invoices/.test(latest[0]) ? 10 : 1,
      by: 'day',
    };
    draft.rows = 'orders';
    draft.isComposed = true;
  } else if (latest) draft.text = `${draft.text} ${latest[0]}`;
}
