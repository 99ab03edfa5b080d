import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { dayFromIso } from '../../src/calendar/days.js';
import { readConfig } from '../../src/config/config.js';
import { postDigest } from '../../src/digest/post.js';
import { openShopkeeper } from '../../src/shopkeeper.js';
import { slackApp } from '../../src/slack/app.js';
import { digestJob } from '../../src/slack/digest-poster.js';

/**
 * A process of its own that posts a digest and says what became of it: `node digest-child.ts CHANNEL DAY NOW [LEASE]`, settings
 * in the environment. With a lease in milliseconds its clock runs, and it tries again until somebody has posted the digest.
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
  (await shopkeeper.shop.store.db('digest_runs').where({ state: 'posted' }).first('key')) !== undefined;
let outcome = await postDigest(job, dayFromIso(day as string) as number);
while (leaseMs !== undefined && outcome !== 'posted' && !(await isOver())) {
  await wait(leaseMs / 20);
  outcome = await postDigest(job, dayFromIso(day as string) as number);
}
process.stdout.write(outcome);
await shopkeeper.close();
process.exit();
