import { groupNames, keyedSums, type LineMask } from '../store/scope/sums.js';
import type { Setting } from './setting.js';

/**
 * The status of orders, by their id, where the data has one; several where their lines have several.
 * @param ids of the orders
 */
export async function statusesOf(
  ids: readonly number[],
  { view, fields }: Setting,
): Promise<Map<number, string>> {
  const status = fields.find(({ key, by }) => key === 'status' && by.kind === 'dimension');
  if (!status || ids.length === 0) return new Map();
  const marks = new Uint8Array(Math.max(...ids) + 1);
  for (const id of ids) marks[id] = 1;
  const mask: LineMask = { column: 'order', first: 0, marks };
  const { groups } = await keyedSums(view.store, { filters: [], masks: [mask] }, [
    { kind: 'order' },
    status.by,
  ]);
  const names = await groupNames(view.store, status.by, [...new Set(groups.map(g => g.ids[1] as number))]);
  const all = new Map<number, Set<string>>();
  for (const { ids: pair } of groups) {
    const [order = 0, value = 0] = pair;
    const name = names.get(value);
    if (name) all.set(order, (all.get(order) ?? new Set()).add(name.label ?? String(name.key)));
  }
  return new Map([...all].map(([order, own]) => [order, [...own].sort().join(', ')]));
}
