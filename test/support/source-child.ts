import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';

/** A process of its own that reads a source once: `node source-child.ts STORE NAME NOW`. */
const [, , url, name, now] = process.argv;
const shopkeeper = await openShopkeeper(
  readConfig({ DATABASE_URL: url }),
  pino({ level: 'silent' }),
  () => new Date(now as string),
);
process.stdout.write('reading\n');
await shopkeeper.sources.run(name as string, {});
process.stdout.write('done\n');
await shopkeeper.close();
