import pino from 'pino';
import { dayFromIso } from '../../src/calendar/days.js';
import { readConfig } from '../../src/config/config.js';
import { postDigest } from '../../src/digest/post.js';
import { openShopkeeper } from '../../src/shopkeeper.js';
import { slackApp } from '../../src/slack/app.js';
import { digestJob } from '../../src/slack/digest-poster.js';

/** A process of its own that posts a digest and says what became of it: `node digest-child.ts CHANNEL DAY NOW`, settings in the environment. */
const [, , channel, day, now] = process.argv;
const shopkeeper = await openShopkeeper(
  readConfig(process.env),
  pino({ level: 'silent' }),
  () => new Date(now as string),
);
const { context } = slackApp({ ...shopkeeper, messageGapMs: 0 });
const outcome = await postDigest(digestJob(context, channel as string), dayFromIso(day as string) as number);
process.stdout.write(outcome);
await shopkeeper.close();
process.exit();
