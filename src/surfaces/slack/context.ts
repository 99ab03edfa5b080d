import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import type { Config } from '../../config/config.js';
import type { FirstTime } from '../../store/tables/seen-ids.js';
import type { Access } from './access.js';
import type { RepliesInFlight } from './in-flight.js';
import type { LimitsPerPerson } from './limits-per-person.js';
import type { Pace } from './pace.js';
import type { QuestionQueue } from './question-queue.js';
import type { UnsentReplies } from './unsent-replies.js';

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
  /** A client for the messages of a digest: a request leaves only if `mayLeave` says so right before its first byte. */
  readonly guardedClient: (mayLeave: () => boolean, timeoutMs?: number) => WebClient;
  readonly log: Logger;
  /** Slack's Web API, or a stand-in for it. */
  readonly apiUrl: string;
  readonly digests: DigestSettings;
  readonly firstTime: FirstTime;
  /** Who is answered. */
  readonly access: Access;
  /** Whether people of other workspaces may see answers (`ALLOW_EXTERNAL`). */
  readonly allowsStrangers: boolean;
  readonly limits: LimitsPerPerson;
  /** What is computed and drawn for people waits here for its turn. */
  readonly queue: QuestionQueue;
  readonly inFlight: RepliesInFlight;
  readonly unsent: UnsentReplies;
  /** What is posted without anybody waiting for it goes at Slack's pace. */
  readonly pace: Pace;
  /** The asker is told that an answer is being worked on if it takes longer. */
  readonly noticeAfterMs: number;
  readonly now: () => Date;
  /** How long an answer waits for its charts, milliseconds, if not as usual. */
  readonly chartDeadlineMs?: number;
}
