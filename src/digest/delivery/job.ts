import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Day } from '../../core/calendar/days.js';
import type { Digest } from '../compose/digest.js';
import type { DigestGrain } from '../compose/periods.js';
import type { IsSure, Renew } from './lease.js';

/** The mark by which a digest's message is found again: its run, and its part (0 is the headline). */
export interface Mark {
  readonly run: string;
  readonly part: number;
}

/** The messages of a run in a channel: timestamps by part, and the names of the files in the thread. */
export interface Found {
  readonly parts: ReadonlyMap<number, string>;
  readonly files: ReadonlySet<string>;
}

/** A digest for a channel: how it is composed, and how its messages are posted and found again. */
export interface DigestJob {
  readonly shop: Shop;
  readonly channel: string;
  /** Names its runs: the channel, or a subscription. */
  readonly name: string;
  readonly grain: DigestGrain;
  /** Composes the digest of the last whole period before a day. */
  readonly compose: (asOf: Day) => Promise<Digest>;
  /** Posts an answer to the channel, or to the thread of a message. @returns the message's timestamp */
  readonly post: (
    answer: Answer,
    mark: Mark,
    threadTs: string | undefined,
    /** Called right before each request that shows something, after everything else is done. */
    renew: Renew,
  ) => Promise<string | undefined>;
  /**
   * Searches the channel for the messages of a run.
   * @param headline the headline's timestamp, if it is known
   * @throws if the channel cannot be read completely
   */
  readonly find: (run: string, since: Date, headline?: string) => Promise<Found>;
  /** Adds the file of a posted answer to the thread of a message. */
  readonly attach?: (answer: Answer, threadTs: string, renew: Renew) => Promise<void>;
  /**
   * Deletes all but the earliest of several messages with the same mark, and of several files of that name in
   * the thread. Never throws.
   * @param since when the run was begun
   * @returns the timestamp of the remaining message; undefined if there is none, or the channel cannot be
   * read
   */
  readonly keepEarliest?: (
    posted: { readonly mark: Mark; readonly threadTs: string | undefined; readonly file: string | undefined },
    since: Date,
  ) => Promise<string | undefined>;
  /** Whether an error of `post` proves that nothing was posted. A time-out does not. */
  readonly notPosted: (error: unknown) => boolean;
  /** Whether an error persists until a person does something. */
  readonly needsPerson: (error: unknown) => boolean;
  /** Why a message could not be posted, in words; the error's own message unless given. */
  readonly reason?: (error: unknown) => string;
  /** How long Slack asks to wait, milliseconds, if the error says so. */
  readonly waitMs?: (error: unknown) => number | undefined;
  /**
   * Notifies the recipients of failures why a digest could not be posted, and what to do. Never throws.
   * @param isSure called right before each message leaves: whether this process is still the one to notify
   * them
   * @returns false if there are recipients and none could be reached
   */
  readonly notify: (error: unknown, failure: Failure, isSure: IsSure) => Promise<boolean>;
  /**
   * The recipients of a report that there is no data, as named in a sentence; undefined if there are none.
   */
  readonly reportsTo?: string;
  /** Reports to them. Never throws. @returns false if none could be reached */
  readonly report?: (headline: Answer, renew: Renew) => Promise<boolean>;
  readonly log: Logger;
  readonly now: () => Date;
  /** How long a run that is not renewed stays ours, milliseconds; ten minutes unless given. */
  readonly leaseMs?: number;
}

/** What failed, the whole digest or some replies in its thread, and whether for good. */
export interface Failure {
  readonly isGivenUp: boolean;
  readonly what: 'digest' | 'replies';
}
