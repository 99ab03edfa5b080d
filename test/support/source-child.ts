import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import type { Store } from '../../src/store/engine/store.js';
import { WRITING_STEPS } from './killed-steps.js';

/**
 * A process of its own that reads a source once, as soon as it is told what its clock shows, and at which of
 * its steps that write it is to stand still, if at any: `node source-child.ts STORE NAME`. It says each step,
 * a word a line.
 */
const [, , url, name] = process.argv;
const told: IteratorResult<string> = await createInterface({ input: process.stdin })
  [Symbol.asyncIterator]()
  .next();
const [now = '', last] = String(told.value).split(' ');
let written = 0;
const say = (step: string): void => {
  writeSync(1, `${step}\n`);
  // Nothing ends the wait but the end of the process.
  if (WRITING_STEPS.has(step) && ++written === Number(last))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
const shopkeeper = await openShopkeeper(
  readConfig({ DATABASE_URL: url }),
  pino({ level: 'silent' }),
  () => new Date(now),
);
const { store } = shopkeeper.shop;
const { write } = store;
const writeAndSay: Store['write'] = async (work, patienceMs) => {
  const result = await write(async trx => {
    say('writing');
    const worked = await work(trx);
    say('committing');
    return worked;
  }, patienceMs);
  say('written');
  return result;
};
Object.assign(store, { write: writeAndSay });
for (const channel of ['http.client.request.start', 'net.client.socket'])
  subscribe(channel, () => say('asking'));
say('reading');
await shopkeeper.sources.run(name as string, {});
say('done');
await shopkeeper.close();
process.exit();
