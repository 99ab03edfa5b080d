import { queryOf } from '../../../core/query/query.js';
import { resolveQuery, runGroups } from '../../../query/run.js';
import type { QueryContext } from './context.js';

/**
 * New buyers are first orders. Where revenue is of new and returning buyers, or of new ones alone, what those
 * who began in the period bought in it altogether, since "new customers" may be meant so.
 */
export async function newInPeriod({ resolved, setting, format }: QueryContext): Promise<string[]> {
  const { query, measures } = resolved;
  const ofNew = query.where.find(f => f.field === 'buyers' && !f.not && f.values?.join() === 'new');
  const isSplit = query.rows === 'groups' && query.by.join() === 'buyers';
  const [measure] = measures;
  if (measure?.key !== 'revenue' || !setting.period || !(isSplit || ofNew) || query.versus) return [];
  const { period = '', where, who } = query;
  const began = { kind: 'first-order' as const, period };
  const all = queryOf({
    ...{ rows: 'total', measures: ['revenue'], period },
    where: where.filter(f => f !== ofNew),
    who: who ? { kind: 'and', of: [who, began] } : began,
  });
  const { total } = await runGroups(await resolveQuery(all, setting), setting);
  const revenue = total[0];
  if (typeof revenue !== 'number') return [];
  return [
    `New are first orders. With their later ones, customers who began in this period brought ` +
      `${format.money(revenue)} in it.`,
  ];
}
