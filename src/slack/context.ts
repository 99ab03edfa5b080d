import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../charts/renderer.js';
import type { Config } from '../config/config.js';
import type { Ask } from '../questions/ask.js';
import type { Shop } from '../shop.js';
import type { FirstTime } from '../store/once.js';
import type { Pace } from './pace.js';

/** What the settings say of digests. */
type DigestSettings = Pick<
  Config,
  'DIGEST_CHANNEL' | 'DIGEST_CRON' | 'DIGEST_OPTIONS' | 'DIGEST_MANAGERS' | 'SHOP_TIMEZONE' | 'OPS_CHANNEL'
>;

/** What every listener is handed. */
export interface SlackContext {
  readonly shop: Shop;
  readonly ask: Ask;
  readonly charts: ChartRenderer;
  readonly client: WebClient;
  readonly log: Logger;
  readonly digests: DigestSettings;
  readonly firstTime: FirstTime;
  /** What is posted without anybody waiting for it goes at Slack's pace. */
  readonly pace: Pace;
  readonly now: () => Date;
}
