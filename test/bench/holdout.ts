import { join } from 'node:path';
import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { forecastRows, HEADS, riskRow, valueRow } from './holdout-rows.js';

/**
 * What `customers value`, `customers risk` and `sales forecast` would have said of the last part of a history
 * that they were not shown, against naive forecasts: the tables of docs/lifetime-value.md and
 * docs/forecast.md. Nothing is random.
 * @param named `NAME=FILE[,FILE...]`; a FILE that ends in `.sqlite` is a store, and read as it is
 */
export async function printHoldouts(folder: string, named: readonly string[]): Promise<void> {
  const tables = { value: [HEADS.value], risk: [HEADS.risk], forecast: [HEADS.forecast] };
  for (const [i, word] of named.entries()) {
    const [name = '', list = ''] = word.split('=');
    const files = list.split(',');
    const isStore = list.endsWith('.sqlite');
    const shop = await openShopkeeper(
      readConfig({ DATABASE_URL: `sqlite:${isStore ? list : join(folder, `holdout-${i}.sqlite`)}` }),
      pino({ level: 'silent' }),
    );
    if (!isStore) await shop.ingestAll(files);
    await shop.shop.read(async view => {
      tables.value.push(await valueRow(name, view));
      tables.risk.push(await riskRow(name, view));
      tables.forecast.push(...(await forecastRows(name, view)));
    });
    await shop.close();
  }
  console.log(
    Object.values(tables)
      .map(lines => lines.join('\n'))
      .join('\n\n'),
  );
}
