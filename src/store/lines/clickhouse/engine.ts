import type { LineScope, LinesTable } from '../../columns/index.js';
import type { StoreReader } from '../../engine/transaction.js';
import type { LineEngine } from '../line-engine.js';
import { scanningEngine } from '../scanning.js';
import { Asking } from './asking.js';
import { customersInSql } from './customers.js';
import { ordersInSql } from './orders.js';
import { scanOf } from './scan.js';
import { groupingInSql } from './sums.js';

/**
 * The engine for lines in ClickHouse. What most questions ask is added up there, in SQL; what few ask
 * (cohorts, amounts of lines, anything of `scan`) is sent here, filtered, and added up as the columns are.
 */
export function clickHouseEngine(reader: StoreReader, table: LinesTable): LineEngine {
  const asking = new Asking(reader, table);
  const streaming = scanningEngine(reader, scanOf(asking));
  const inSql = { ...groupingInSql(asking), ...customersInSql(asking), ...ordersInSql(asking) };
  /** Of no lines at all the columns know what figures there are. */
  const engineFor = async (scope: Pick<LineScope, 'range'>): Promise<LineEngine> =>
    (await asking.hasLines(scope)) ? { ...streaming, ...inSql } : streaming;
  return {
    ...streaming,
    count: async scope => (await engineFor(scope)).count(scope),
    groups: async (scope, by, options) => (await engineFor(scope)).groups(scope, by, options),
    sums: async (scope, bys, options) => (await engineFor(scope)).sums(scope, bys, options),
    overview: async (scope, options) => (await engineFor(scope)).overview(scope, options),
    scopeSums: async (scope, dimensions) => (await engineFor(scope)).scopeSums(scope, dimensions),
    customers: async scope => (await engineFor(scope)).customers(scope),
    buyers: async scope => (await engineFor(scope)).buyers(scope),
    variety: async (scope, by) => (await engineFor(scope)).variety(scope, by),
    firstDays: async (scope, none) => (await engineFor(scope)).firstDays(scope, none),
    purchases: async (scope, options) => (await engineFor({})).purchases(scope, options),
    purchasesAsOfEach: async (days, options, take) =>
      (await engineFor({})).purchasesAsOfEach(days, options, take),
    orders: async (scope, areReturns) => (await engineFor(scope)).orders(scope, areReturns),
    orderTotals: async (scope, bys) => (await engineFor(scope)).orderTotals(scope, bys),
    lastDays: async (scope, by) => (await engineFor(scope)).lastDays(scope, by),
  };
}
