import { queryOf } from '../../../core/query/query.js';
import { resolveQuery, runGroups } from '../../../query/run.js';
import type { QueryContext } from './context.js';

/**
 * New buyers are first orders. Where revenue is of new and returning buyers, or of new ones alone, what those
 * who started in the period bought in it altogether, since "new customers" may be meant so.
 */
export async function newInPeriod({ resolved, setting, format }: QueryContext): Promise<string[]> {
  const { query, measures } = resolved;
  const ofNew = query.where.find(f => f.field === 'buyers' && !f.not && f.values?.join() === 'new');
  const isSplit = query.rows === 'groups' && query.by.join() === 'buyers';
  const [measure] = measures;
  if (measure?.key !== 'revenue' || !setting.period || !(isSplit || ofNew) || query.versus) return [];
  const { period = '', where, who } = query;
  const started = { kind: 'first-order' as const, period };
  const all = queryOf({
    ...{ rows: 'total', measures: ['revenue'], period },
    where: where.filter(f => f !== ofNew),
    who: who ? { kind: 'and', of: [who, started] } : started,
  });
  const { total } = await runGroups(await resolveQuery(all, setting), setting);
  const revenue = total[0];
  if (typeof revenue !== 'number' || revenue === 0) return [];
  return [
    '"New" counts first orders only. With their later orders, customers who started in this period ' +
      `brought in ${format.money(revenue)}.`,
  ];
}
