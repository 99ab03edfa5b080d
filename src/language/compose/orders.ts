import { ordersCalled } from '../../store/tables/orders.js';
import { isAboutPeople } from './customers.js';
import { type Pass, take } from './draft.js';
import { NUMBER, numberIn, RANGE, rangeIn } from './numbers.js';
import { fieldKey } from './ranking.js';

const ORDERS = '(?:orders?|invoices?|baskets?|transactions?|purchases?|sales?)';

/** Orders by their number, their size and their day. */
export const orders: Pass = async (draft, { view, fields }) => {
  const numbered =
    /\b(?:order|invoice)(?: (?:number|no|id|nr))? ?#? ?([a-z]{0,6}-?\d[\w-]*)(?![\w])/.exec(draft.text) ??
    /#(\d[\w-]*)/.exec(draft.text);
  if (numbered?.[1]) {
    const keys = [numbered[1], numbered[1].toUpperCase(), `#${numbered[1]}`];
    const found = [...(await ordersCalled(view.store, keys)).keys()];
    const [key] = found;
    if (key !== undefined) {
      take(
        draft,
        /\b(?:order|invoice)(?: (?:number|no|id|nr))? ?#? ?[a-z]{0,6}-?\d[\w-]*|#\d[\w-]*/,
        'order',
      );
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
        /,? ?(?:and )?(?:is|was|has|did) (?:it|this)(?: been)? (?:shipped|sent|cancelled|delivered|paid|done)(?: yet)?/,
      );
      draft.isComposed = true;
      return;
    }
  }
  const sized = take(
    draft,
    new RegExp(
      `\\b(?<!more |fewer )${ORDERS} (?:(?:that|which|are|were|is|worth|of|with|a|value|values|total|totals|totalling|amount|size|order|sized|priced) )*(${RANGE})(?! (?:orders|times|days|weeks|months|years|units|items|pieces|customers|products))`,
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
    return;
  }
  if (isAboutPeople(draft.whole) && !/\border\b/.test(draft.whole)) return;
  const largest =
    take(
      draft,
      new RegExp(
        `\\b(?:the |our |my )?(?:(?:single|one) )?(biggest|largest|highest|top|most expensive|most valuable|best|smallest|lowest|cheapest)(?: (?:single|one))?(?: (${NUMBER}))? (?:single )?(?:orders?|invoices?|baskets?)(?: ever| of all time)?(?! (?:status|size|value|by|per|each|\\w+ by))\\b`,
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
    return;
  }
  const latest = take(
    draft,
    new RegExp(
      `\\b(?:the |our )?(last|latest|most recent|newest|first|earliest|oldest)(?: (${NUMBER}))? (?:orders?|invoices?)(?! (?:before|since|was|size))\\b`,
    ),
  );
  if (latest && !/\bwhen\b/.test(draft.whole)) {
    const isFirst = /first|earliest|oldest/.test(latest[1] as string);
    draft.rank = {
      order: isFirst ? 'bottom' : 'top',
      limit: latest[2] ? numberIn(latest[2]) : /orders|invoices/.test(latest[0]) ? 10 : 1,
      by: 'day',
    };
    draft.rows = 'orders';
    draft.isComposed = true;
  } else if (latest) draft.text = `${draft.text} ${latest[0]}`;
  if (
    !draft.rows &&
    take(draft, /^(?:(?:show|list|give)(?: me| us)?|which)(?: all)?(?: the| our)? orders\b/)
  ) {
    draft.rows = 'orders';
    draft.isComposed = true;
  }
};
