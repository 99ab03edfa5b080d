import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { slackApp } from '../../src/surfaces/slack/app.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';
import { databaseOf } from './database.js';

/**
 * A process of its own that posts a digest and says what became of it: `node digest-child.ts CHANNEL DAY NOW
 * [LEASE]`, settings in the environment. With a lease in milliseconds its clock runs, and it tries again
 * until somebody has posted the digest.
 */
const [, , channel, day, now, lease] = process.argv;
const leaseMs = lease === undefined ? undefined : Number(lease);
const shopkeeper = await openShopkeeper(
  readConfig(process.env),
  pino({ level: 'silent' }),
  leaseMs === undefined ? () => new Date(now as string) : () => new Date(),
);
const { context } = slackApp({ ...shopkeeper, messageGapMs: 0, chartDeadlineMs: 120_000 });
const job = digestJob(context, channel as string, [], leaseMs === undefined ? {} : { leaseMs });
const isOver = async (): Promise<boolean> =>
  (await databaseOf(shopkeeper.shop.store)('digest_runs').where({ state: 'posted' }).first('key')) !==
  undefined;
/**
 * On a busy machine a try may be held back. The pauses before the next one, of minutes, are of no interest
 * here.
 */
const tryAtOnce = (): Promise<unknown> =>
  databaseOf(shopkeeper.shop.store)('digest_runs')
    .whereNotNull('retry_at')
    .update({ retry_at: new Date().toISOString(), tries: 1 });
let outcome = await postDigest(job, dayFromIso(day as string) as number);
while (leaseMs !== undefined && outcome !== 'posted' && !(await isOver())) {
  await wait(leaseMs / 20);
  await tryAtOnce();
  outcome = await postDigest(job, dayFromIso(day as string) as number);
}
process.stdout.write(outcome);
await shopkeeper.close();
process.exit();
