import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../charts/renderer.js';
import type { Ask } from '../questions/ask.js';
import type { Shop } from '../shop.js';
import type { FirstTime } from '../store/once.js';

/** What every listener is handed. */
export interface SlackContext {
  readonly shop: Shop;
  readonly ask: Ask;
  readonly charts: ChartRenderer;
  readonly client: WebClient;
  readonly log: Logger;
  readonly firstTime: FirstTime;
  readonly now: () => Date;
}
