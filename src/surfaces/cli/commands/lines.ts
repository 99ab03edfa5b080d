import type { Command } from 'commander';
import { openShopkeeper } from '../../../app/shopkeeper.js';
import { plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { isLinesUrl } from '../../../store/engine/clickhouse/address.js';
import { linesPlace, moveLines } from '../../../store/lines/index.js';
import { configFromEnvironment, logger, run } from '../run.js';

/** `shopkeeper lines move TO`. */
export function addLines(program: Command): void {
  const lines = program.command('lines').description('where order lines are added up (docs/production.md)');
  lines
    .command('move')
    .description('write all order lines to ClickHouse or back, compare all figures, and switch')
    .argument(
      '<to>',
      'clickhouse://user:password@host:8123/database, clickhouse (as LINES_URL says), or store',
    )
    .action((to: string) => run(() => move(to)));
  lines
    .command('view')
    .description('ask LINES_VIEW, a table or view that ClickHouse has already; again, note what is new there')
    .option('--map <column=field...>', 'what columns are, as for shopkeeper ingest')
    .action((options: { readonly map?: readonly string[] }) => run(() => view(options)));
}

async function view({ map }: { readonly map?: readonly string[] }): Promise<void> {
  const config = { ...configFromEnvironment(), COMPUTE_PROCESSES: 0 };
  const shopkeeper = await openShopkeeper(config, logger('warn'));
  try {
    const asked = await shopkeeper.askView(map && { map });
    for (const note of asked.notes) console.log(note);
    console.log(
      `${asked.view} is asked for ${plural(asked.lines, 'order line')} of ${plural(asked.orders, 'order')} ` +
        `by ${plural(asked.customers, 'customer')}; none was loaded.`,
    );
  } finally {
    await shopkeeper.close();
  }
}

async function move(to: string): Promise<void> {
  const config = configFromEnvironment();
  if (!['store', 'clickhouse'].includes(to) && !isLinesUrl(to))
    throw new ShopkeeperError(
      `Lines cannot be moved to ${to.includes('@') ? 'that' : `"${to}"`}.`,
      'Say clickhouse://user:password@host:8123/database, clickhouse, or store.',
    );
  const isNew = isLinesUrl(to) && to !== config.LINES_URL;
  const address = isNew ? { LINES_URL: to } : {};
  const shopkeeper = await openShopkeeper({ ...config, ...address, COMPUTE_PROCESSES: 0 }, logger('warn'));
  try {
    const { store } = shopkeeper.shop;
    const place = to === 'store' ? 'store' : 'clickhouse';
    const before = await linesPlace(store);
    const { lines, compared } = await moveLines(store, place);
    const again = before === place ? ' again' : '';
    const where = place === 'store' ? 'the store itself' : 'ClickHouse';
    console.log(
      `${plural(lines, 'order line')} written to ${where}${again}; ` +
        `${plural(compared, 'group')} of figures compared, all the same.`,
    );
    if (isNew) console.log('Set LINES_URL to this address now, wherever Shopkeeper runs with this store.');
    if (place === 'store' && before !== 'store')
      console.log('Take LINES_URL out of the settings; the tables lines_* in ClickHouse can be dropped.');
  } finally {
    await shopkeeper.close();
  }
}
