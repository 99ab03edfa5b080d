import { statusesOfKind } from '../../answering/cancelled.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { type Pass, PEOPLE, take } from './draft.js';

const ORDERS =
  '(?: (?:an?|any|one|their|of their|something|anything|stuff|orders?|purchases?|items?|goods))*';
const KINDS = [
  ['cancelled', 'cancel(?:s|led)?'],
  ['returned', '(?:return(?:s|ed)?|sen[dt]s? back|refunded)'],
] as const;

/**
 * `customers who never cancelled orders`: by the statuses of what they ordered. Without it the status would
 * be a filter of lines, which everybody has who has ordered anything else.
 */
export const customersByStatus: Pass = async (draft, { view }) => {
  for (const [kind, verb] of KINDS) {
    const never =
      take(
        draft,
        new RegExp(
          `\\b(?:(?:who|that|which|have|has|had) )*not (?:ever |yet |once )?(?:${verb})${ORDERS}(?![\\p{L}])`,
          'u',
        ),
        'who',
      ) ??
      take(
        draft,
        new RegExp(
          `(?<=\\b${PEOPLE} )(?:(?:who|that|with|have|has|had|not|without|ever) )*(?<=(?:not|` +
            `without) (?:ever )?(?:had |have )?)(?:an? |any )?${kind}(?: orders?| purchases?)`,
        ),
        'who',
      ) ??
      take(
        draft,
        new RegExp(
          `(?<=\\b${PEOPLE} )(?:(?:who|that|have|has|had|with) )*no ${kind}(?: orders?| purchases?)`,
        ),
        'who',
      );
    if (!never) continue;
    const filter = await statusesOfKind(kind, view);
    if (!filter || !new RegExp(`\\b(?:${PEOPLE}|who)\\b`).test(draft.text)) {
      draft.text = `${draft.text} not ${kind}`;
      continue;
    }
    const values = filter.values.map(v => v.value);
    const bought: CustomerCondition = { kind: 'bought', where: [{ field: 'status', values }] };
    draft.who.push({ kind: 'not', of: bought });
    draft.rows ??= 'customers';
    draft.isComposed = true;
    draft.isStrong = true;
  }
};
