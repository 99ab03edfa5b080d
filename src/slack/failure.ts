import { describeError } from '../errors.js';

/** The code of an error that Slack answered with (`not_in_channel`); undefined for any other error. */
export function slackCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : undefined;
}

/** The bot cannot write here at all; the command's own response address still can. */
export const cannotPost = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== undefined &&
    ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'no_permission'].includes(
      code,
    )
  );
};

/** What went wrong, in a few words for the channel. */
export function shortReason(error: unknown): string {
  return slackCode(error) ?? describeError(error).split('\n')[0] ?? 'unknown';
}
