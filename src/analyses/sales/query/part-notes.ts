import type { Note } from '../../../core/answer/notes.js';
import { fieldsOf as allFields } from '../../../query/fields.js';
import { neededParts } from '../../../query/figures.js';
import type { ResolvedQuery } from '../../../query/run.js';
import type { Setting } from '../../../query/setting.js';
import { placesOfParts, splitsOrders } from '../../../store/scope/line-parts.js';
import type { GroupBy, GroupSums, LinePart } from '../../../store/scope/sums.js';

/** What people call a part of the lines. */
const NAMES: Readonly<Record<LinePart, string>> = {
  discount: 'discount',
  tax: 'tax',
  shipping: 'shipping charge',
  tip: 'tip',
  cost: 'cost',
};

/** What limits figures beside revenue: which lines have none, and orders that have them on one line. */
export async function partNotes(resolved: ResolvedQuery, sums: GroupSums, setting: Setting): Promise<Note[]> {
  const parts = neededParts(resolved.measured);
  const places = await onOneLine(resolved, parts, setting);
  return [...parts.flatMap(part => unknownNote(part, sums, setting.view.currency)), ...places];
}

function unknownNote(part: LinePart, sums: GroupSums, currency: string): Note[] {
  const { lines, revenue } = sums.parts?.[part] ?? { lines: 0, revenue: 0 };
  if (sums.lines === 0) return [];
  if (lines === 0) return [{ kind: 'partUnknown', part: NAMES[part] }];
  if (part !== 'cost' || lines === sums.lines || revenue === sums.revenue) return [];
  return [{ kind: 'costUnknown', revenue: sums.revenue - revenue, of: sums.revenue, currency }];
}

/** The parts that most orders have on one line, if groups or filters take lines of an order apart. */
async function onOneLine(
  { fields, query }: ResolvedQuery,
  parts: readonly LinePart[],
  setting: Setting,
): Promise<Note[]> {
  const { store } = setting.view;
  const used = [...fields.map(f => f.key), ...query.where.filter(f => f.values).map(f => f.field)];
  const all = fieldsOfLines(used, setting);
  if (parts.length === 0 || all.length === 0) return [];
  const places = await placesOfParts(store);
  const notes: Note[] = [];
  for (const part of parts) {
    const { orders = 0, onOneLine: alone = 0 } = places.get(part) ?? {};
    if (alone * 2 <= orders) continue;
    for (const { label, by } of all) {
      if (!(await splitsOrders(store, by))) continue;
      notes.push({ kind: 'partOnOneLine', part: NAMES[part], orders, onOneLine: alone, by: label });
      break;
    }
  }
  return notes;
}

/** The dimensions among fields: periods, customers and what is worked out of orders never split one. */
const fieldsOfLines = (names: readonly string[], setting: Setting): { label: string; by: GroupBy }[] =>
  allFields(setting).flatMap(({ key, label, field }) =>
    names.includes(key) && field?.by.kind === 'dimension' ? [{ label, by: field.by }] : [],
  );
