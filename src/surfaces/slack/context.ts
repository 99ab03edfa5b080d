import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import type { AuditLog } from '../../app/audit.js';
import type { Compute } from '../../app/computing/tasks.js';
import type { Loader } from '../../app/loading/loader.js';
import type { Sources } from '../../app/sources.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import type { Config } from '../../config/config.js';
import type { FirstTime } from '../../store/tables/seen-ids.js';
import type { Access } from './access.js';
import type { HasExternalPeople } from './external-people.js';
import type { FileSource } from './files/download.js';
import type { Health } from './health.js';
import type { RepliesInFlight } from './in-flight.js';
import type { FindInstallation } from './installation.js';
import type { LastQuestions } from './last-questions.js';
import type { LimitsPerPerson } from './limits-per-person.js';
import type { Pace } from './pace.js';
import type { Permissions } from './permissions.js';
import type { QuestionQueue } from './question-queue.js';
import type { ReplyResult, UnsentReplies } from './unsent-replies.js';

/** The settings for digests. */
type DigestSettings = Pick<
  Config,
  'DIGEST_CHANNEL' | 'DIGEST_CRON' | 'DIGEST_OPTIONS' | 'DIGEST_MANAGERS' | 'SHOP_TIMEZONE' | 'OPS_CHANNEL'
>;

/** The parts of the app that every listener needs. */
export interface SlackContext {
  readonly shop: Shop;
  readonly ask: Ask;
  /** Computes what is not an answer to a question: digests and the like. */
  readonly compute: Compute;
  readonly charts: ChartRenderer;
  /** Loads sales files that people drop into Slack. */
  readonly loader: Loader;
  /** Where data comes from by itself. */
  readonly sources: Sources;
  readonly fileSource: FileSource;
  readonly client: WebClient;
  /**
   * A client for digest messages. `canSend` is the before-send check, called right before a request's first
   * byte.
   */
  readonly guardedClient: (canSend: () => boolean, timeoutMs?: number) => WebClient;
  readonly log: Logger;
  /** Slack's Web API, or a stand-in for it. */
  readonly apiUrl: string;
  readonly digests: DigestSettings;
  readonly firstTime: FirstTime;
  /** What prevents the app from answering, by part. */
  readonly health: Health['problems'];
  /** Is told what became of each answer, to be counted. */
  readonly onReply: (result: ReplyResult) => void;
  /** Where the app is installed. */
  readonly installation: FindInstallation;
  /** Is called when it is not any more, with the reason. */
  readonly onRemoved: (reason: string) => void;
  /** Decides who is answered. */
  readonly access: Access;
  /** What those who are answered may see and do. */
  readonly permissions: Permissions;
  /** Who asked what, and what became of it. */
  readonly audit: AuditLog;
  /** Whether questions are answered (`ANSWER_QUESTIONS`); digests go on if not. */
  readonly answersQuestions: boolean;
  /** Whether questions in threads need no mention where the bot answered (`ANSWER_IN_THREADS`). */
  readonly answersInThreads: boolean;
  /** Whether people of other workspaces may see answers (`ALLOW_EXTERNAL`). */
  readonly allowsExternal: boolean;
  /** Whether they see what is posted to a channel, where they may not. */
  readonly isSeenOutside: HasExternalPeople;
  readonly limits: LimitsPerPerson;
  /** What texts such as "and in Germany?" change. */
  readonly lastQuestions: LastQuestions;
  /** Questions wait here for their turn to be computed and drawn. */
  readonly queue: QuestionQueue;
  readonly inFlight: RepliesInFlight;
  readonly unsent: UnsentReplies;
  /** Limits messages that nobody waits for to Slack's rate limit. */
  readonly pace: Pace;
  /** If an answer takes longer than this, the asker is notified that it is in progress. Milliseconds. */
  readonly noticeAfterMs: number;
  readonly now: () => Date;
  /** How long an answer waits for its charts, milliseconds, if not the default. */
  readonly chartDeadlineMs?: number;
}
