import { z } from 'zod';
import { describeError, ShopkeeperError } from '../../core/errors.js';
import { systemReason } from '../../core/system-errors.js';

/** The error code in Slack's answer (`not_in_channel`); undefined for any other error. */
export function slackCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : undefined;
}

/** Whether Slack rejects the app's token. Nothing works until a person fixes that. */
export const isLockedOut = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== undefined &&
    [
      'invalid_auth',
      'not_authed',
      'account_inactive',
      'token_revoked',
      'token_expired',
      'team_disabled',
    ].includes(code)
  );
};

/** Whether the bot may not write to a channel. A command's response URL may still work there. */
export const cannotPost = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== undefined &&
    ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'no_permission'].includes(
      code,
    )
  );
};

const OTHER_CHANNEL = 'choose another one (/digest list, DIGEST_CHANNEL)';
/** What a person can do about an error that does not go away by itself, by Slack's error code. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['not_in_channel', 'Invite me there: /invite @shopkeeper.'],
  [
    'channel_not_found',
    `The channel was deleted, or is private without me: /invite @shopkeeper, or ${OTHER_CHANNEL}.`,
  ],
  ['is_archived', `The channel is archived: unarchive it, or ${OTHER_CHANNEL}.`],
  ['restricted_action', `Posting there is restricted: allow the app to post, or ${OTHER_CHANNEL}.`],
  ['missing_scope', 'The app lacks a permission: reinstall it from manifest.json.'],
  ['invalid_auth', 'Slack does not accept the token: shopkeeper doctor says how to fix it.'],
  ['token_revoked', 'The app was uninstalled or its token revoked: install it again.'],
]);

/** What a person can do about Slack's error; undefined if it may go away by itself. */
export const slackRemedy = (error: unknown): string | undefined => REMEDIES.get(slackCode(error) ?? '');

/** Error codes for failures inside Slack. The message may have been posted nevertheless. */
const UNCERTAIN_CODES = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

/**
 * Whether an error proves that Slack did not accept a message. After a lost connection, a timeout or an error
 * inside Slack the message may have been posted, and sending it again could post it twice.
 */
export function surelyRejected(error: unknown): boolean {
  const code = slackCode(error);
  if (code !== undefined) return !UNCERTAIN_CODES.includes(code);
  return rateLimitSeconds(error) !== undefined || refusedStatus(error) !== undefined;
}

/** A response URL did not accept a message. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';

  constructor(
    message: string,
    /** HTTP status. */
    readonly statusCode: number,
    /** Seconds until Slack would accept it, if Slack says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The HTTP status if a response URL refused a message. */
const refusedStatus = (error: unknown): number | undefined =>
  error instanceof ResponseUrlError && error.statusCode >= 400 && error.statusCode < 500
    ? error.statusCode
    : undefined;

/** The library's error for a 429 without a waiting time has no code. */
const UNTIMED_RATE_LIMIT = /^Retry header did not contain a valid timeout/;
/** Used if Slack names no waiting time. Its limits are per minute, and most pass within seconds. */
const DEFAULT_WAIT_S = 3;

const BLOCKS_REJECTED = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Whether Slack rejected a message's blocks, so that its text alone may be accepted. */
export const rejectsBlocks = (error: unknown): boolean =>
  BLOCKS_REJECTED.has(slackCode(error) ?? '') || refusedStatus(error) === 400;

/** Whether Slack rejected a message's blocks because of a file that they show. */
export function namesFile(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('data' in error)) return false;
  const reasons = z.object({ errors: z.array(z.string()) }).safeParse(error.data);
  return reasons.success && reasons.data.errors.some(reason => /slack[ _]?file/i.test(reason));
}

/** The seconds to wait if Slack refused a call because of a rate limit; undefined for any other error. */
export function rateLimitSeconds(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('retryAfter' in error && typeof error.retryAfter === 'number') return error.retryAfter;
  if (error instanceof ResponseUrlError && error.statusCode === 429) return DEFAULT_WAIT_S;
  if (slackCode(error) === 'ratelimited') return DEFAULT_WAIT_S;
  return UNTIMED_RATE_LIMIT.test(error.message) ? DEFAULT_WAIT_S : undefined;
}

/** The reason for an error in a few words, for people in the channel. */
export function shortReason(error: unknown): string {
  if (rateLimitSeconds(error) !== undefined) return 'Slack asked to wait because of too many calls';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'slack_webapi_request_error' || code === 'slack_webapi_http_error')
    return 'Slack could not be reached';
  const reason = error instanceof ShopkeeperError ? undefined : (slackCode(error) ?? systemReason(error));
  return reason ?? describeError(error).split('\n')[0] ?? 'unknown';
}

/** Whether Slack may have accepted a message without confirming it. */
export const isUnsure = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  String(error.code).startsWith('slack_webapi') &&
  !surelyRejected(error);
