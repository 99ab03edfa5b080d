import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Day } from '../../core/calendar/days.js';
import type { Digest } from '../compose/compose.js';
import type { DigestGrain } from '../periods.js';
import type { IsSure, Renew } from './lease.js';

/** What a message of a digest bears, so that it is found again: its run, and which part it is; the headline is 0. */
export interface Mark {
  readonly run: string;
  readonly part: number;
}

/** What a channel holds of a run: timestamps by part, and names of files in the thread. */
export interface Found {
  readonly parts: ReadonlyMap<number, string>;
  readonly files: ReadonlySet<string>;
}

/** A digest for a channel: what it is of, and how its messages get there and are found again. */
export interface DigestJob {
  readonly shop: Shop;
  readonly channel: string;
  /** What its runs are named by: the channel, or a subscription. */
  readonly name: string;
  readonly grain: DigestGrain;
  /** Composes the digest of the last whole period before a day. */
  readonly compose: (asOf: Day) => Promise<Digest>;
  /** Puts an answer into the channel, or into the thread of a message. @returns the message's timestamp */
  readonly post: (
    answer: Answer,
    mark: Mark,
    threadTs: string | undefined,
    /** Is called right before each request that shows something, when all else is done. */
    renew: Renew,
  ) => Promise<string | undefined>;
  /**
   * Looks into the channel for what was posted of a run since a moment.
   * @param headline its timestamp, where it is known
   * @throws where the channel cannot be read, or not all of it
   */
  readonly find: (run: string, since: Date, headline?: string) => Promise<Found>;
  /** Puts the file of an answer that was posted into the thread of a message. */
  readonly attach?: (answer: Answer, threadTs: string, renew: Renew) => Promise<void>;
  /**
   * Of several messages with the same mark, and of several files of that name in the thread, only the earliest stays.
   * @param since when the run was begun
   * @returns the timestamp of the message that stays; undefined if there is none, or it cannot be told. Never throws
   */
  readonly keepEarliest?: (
    posted: { readonly mark: Mark; readonly threadTs: string | undefined; readonly file: string | undefined },
    since: Date,
  ) => Promise<string | undefined>;
  /** Whether an error of `post` proves that nothing was posted; a time-out does not. */
  readonly notPosted: (error: unknown) => boolean;
  /** Whether an error will not pass by itself: a person must do something. */
  readonly needsPerson: (error: unknown) => boolean;
  /** Why a message could not be posted, in words; where this says nothing of it, the error's own. */
  readonly reason?: (error: unknown) => string;
  /** How long Slack asks to wait, milliseconds, where an error says so. */
  readonly waitMs?: (error: unknown) => number | undefined;
  /**
   * Tells whoever looks after this why a digest could not be posted and what to do. Never throws.
   * @param isSure asked right before each message leaves: whether it is still for us to tell
   * @returns false where there is somebody and nobody could be told
   */
  readonly tell: (error: unknown, failed: Failed, isSure: IsSure) => Promise<boolean>;
  /** Who is told where there is no data, as a sentence names them; undefined where there is nobody. */
  readonly reportsTo?: string;
  /** Tells them. Never throws. @returns false where nobody could be told */
  readonly report?: (headline: Answer, renew: Renew) => Promise<boolean>;
  readonly log: Logger;
  readonly now: () => Date;
  /** How long a run that is not renewed stays ours, milliseconds; ten minutes unless given. */
  readonly leaseMs?: number;
}

/** What failed for good, or is tried again: the whole digest, or some replies in its thread. */
export interface Failed {
  readonly isGivenUp: boolean;
  readonly what: 'digest' | 'replies';
}
