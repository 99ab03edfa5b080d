import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';

/** A process of its own that loads a file and says how far it is: `node ingest-child.ts URL FILE`. */
const [, , url, file] = process.argv;
const shopkeeper = await openShopkeeper(readConfig({ DATABASE_URL: url }), pino({ level: 'silent' }));
await shopkeeper.ingest(file as string, ({ phase, rows }) => process.stdout.write(`${phase} ${rows}\n`));
process.stdout.write('done\n');
await shopkeeper.close();
