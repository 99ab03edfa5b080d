import type { Config } from '../../../config/config.js';
import { plural } from '../../../core/answer/format.js';
import type { Store } from '../../../store/engine/store.js';
import { checkLines, timePass } from '../../../store/lines/index.js';
import { linesView } from '../../../store/tables/lines-view.js';
import type { CheckResult } from './check.js';

/**
 * From this time of one pass on, a store has outgrown its own columns. A question makes one pass or several,
 * so people then wait for seconds.
 */
const OUTGROWN_MS = 1_000;

/**
 * Where order lines are added up: whether all are in ClickHouse if they were moved there, or whether the
 * store itself is still quick enough.
 * @param clock milliseconds from any moment on
 * @throws StoreError if ClickHouse cannot be asked
 */
export async function checkOrderLines(
  config: Config,
  store: Store,
  clock: () => number,
): Promise<CheckResult[]> {
  const found = await store.read(checkLines);
  if (!found) return linesInStore(config, store, clock);
  const { lines, missing } = found;
  const view = await store.read(linesView);
  if (view)
    return [
      missing === 0
        ? { state: 'ok', message: `${view.plan.view} is asked for ${plural(lines, 'order line')}.` }
        : {
            state: 'note',
            message: `${view.plan.view} has changed: ${missing} of ${plural(lines, 'line')} came or went.`,
            fix: 'Note what is new: shopkeeper lines view',
          },
    ];
  if (missing === 0) return [{ state: 'ok', message: `ClickHouse has ${plural(lines, 'order line')}.` }];
  return [
    {
      state: 'problem',
      message: `ClickHouse lacks ${missing} of ${plural(lines, 'order line')}, so figures are wrong.`,
      fix: 'Have all written again from the store: shopkeeper lines move clickhouse',
    },
  ];
}

async function linesInStore(
  { LINES_URL }: Config,
  store: Store,
  clock: () => number,
): Promise<CheckResult[]> {
  const isUnused = LINES_URL !== undefined;
  const unused: CheckResult[] = isUnused
    ? [
        {
          state: 'note',
          message: 'Order lines are added up in the store itself, though LINES_URL is set.',
          fix: 'To have ClickHouse do it: shopkeeper lines move clickhouse',
        },
      ]
    : [];
  const pass = await timePass(store, OUTGROWN_MS, clock);
  if (!pass) return unused;
  const measured = `To add up ${plural(pass.lines, 'order line')} once takes ${milliseconds(pass.ms)}`;
  if (pass.ms < OUTGROWN_MS)
    return [
      ...unused,
      {
        state: 'ok',
        message: `${measured}; from ${milliseconds(OUTGROWN_MS)} on, ClickHouse is advised.`,
      },
    ];
  const to = isUnused ? 'clickhouse' : 'clickhouse://USER:PASSWORD@HOST:8123/DATABASE';
  return [
    {
      state: 'note',
      message:
        `The store has outgrown its own engine. ${measured}, and ClickHouse is advised from ` +
        `${milliseconds(OUTGROWN_MS)} on: questions take one such pass or several.`,
      fix: `Have ClickHouse add them up: shopkeeper lines move ${to} (docs/production.md)`,
    },
  ];
}

const milliseconds = (ms: number): string => `${new Intl.NumberFormat('en-US').format(Math.ceil(ms))} ms`;
