import { wordsOf } from '../../core/text/header-words.js';
import type { ColumnRoles } from './column-roles.js';
import type { DateChoice } from './dates/choose-date.js';
import type { LeftOutColumn, WhyLeftOut } from './left-out-column.js';
import type { Mapping } from './mapping.js';
import type { Money } from './money/money.js';
import { isNoDimension } from './no-dimension.js';
import { type ColumnSurvey, DISTINCT_MOST, numberShare, type Survey } from './survey.js';

type Used = Pick<
  Mapping,
  'money' | 'order' | 'rowRules' | 'dimensions' | 'customerColumns' | 'emailOfReturns' | 'recognised'
>;

/** The columns that are not used, in the file's order, each with the reason. */
export function columnsLeftOut(
  roles: ColumnRoles,
  mapping: Used,
  when: DateChoice,
  amounts: readonly ColumnSurvey[],
): LeftOutColumn[] {
  const { survey } = roles;
  const used = usedColumns(mapping, when);
  return survey.columns
    .filter(c => !used.has(c.index) && !roles.isUsed(c.index))
    .map(column => {
      const why = whyLeftOut(column, survey, { roles, when, amounts });
      const { header, distinct } = column;
      return { header, why, ...(why === 'manyValues' && { values: distinct.size }) };
    });
}

function usedColumns(mapping: Used, when: DateChoice): ReadonlySet<number> {
  const { money, order, rowRules, dimensions, customerColumns, emailOfReturns, recognised } = mapping;
  return new Set([
    ...recognised.filter(r => r.role !== 'ignore').map(r => r.column),
    ...moneyColumns(money),
    ...(order.column === undefined ? [] : [order.column]),
    ...order.withColumns,
    ...rowRules.flatMap(r => (r.and ? [r.column, r.and.column] : [r.column])),
    ...dimensions.flatMap(d => (d.labelColumn === undefined ? [d.column] : [d.column, d.labelColumn])),
    ...customerColumns,
    ...(emailOfReturns === undefined ? [] : [emailOfReturns]),
    ...when.used,
  ]);
}

function moneyColumns({ base, orderNet, parts }: Money): number[] {
  const ofBase =
    base.kind === 'amount' ? [base.column, ...(base.instead ?? [])] : [base.quantity, base.price];
  const ofParts = parts.flatMap(p => [p.column, p.ofTotal, p.pieces, ...(p.ofGoods ?? [])]);
  return [...ofBase, orderNet, ...ofParts].filter(column => column !== undefined);
}

function whyLeftOut(
  column: ColumnSurvey,
  survey: Survey,
  known: { roles: ColumnRoles; when: DateChoice; amounts: readonly ColumnSurvey[] },
): WhyLeftOut {
  const { roles, when, amounts } = known;
  if (roles.map.get(column.index) === 'ignore') return 'ignored';
  if (column.filled === 0) return 'empty';
  const isDate = column.dates.read >= column.filled * 0.8;
  if (when.alternatives.some(a => a.column === column) || isDate) return 'otherDate';
  if (amounts.includes(column) || column.moneyLike >= column.tested.count * 0.3) return 'otherAmount';
  if (column.distinct.size === 1) return 'oneValue';
  if (isNoDimension(wordsOf(column.header).join(' '))) return 'noGroups';
  if (numberShare(column) >= 0.9) return 'numbers';
  return column.distinct.size >= Math.min(DISTINCT_MOST, survey.rows / 10) ? 'manyValues' : 'tooMany';
}
