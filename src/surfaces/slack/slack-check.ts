import type { WebClient } from '@slack/web-api';
import { isLockedOut } from './failure.js';
import type { Check } from './health.js';

/** Results are reused for this time, so that frequent health checks do not call Slack. */
const CACHE_MS = 15_000;

/** Whether Slack can be reached and accepts the bot token (`auth.test`). */
export function slackCheck(client: WebClient, now: () => Date): Check {
  let last: { readonly at: number; readonly problem: Promise<string | undefined> } | undefined;
  const check = async (): Promise<string | undefined> => {
    try {
      await client.auth.test();
      return undefined;
    } catch (error) {
      return isLockedOut(error) ? 'Slack does not accept the bot token' : 'Slack cannot be reached';
    }
  };
  return {
    name: 'slack',
    problem: () => {
      const at = now().getTime();
      if (!last || Math.abs(at - last.at) >= CACHE_MS) last = { at, problem: check() };
      return last.problem;
    },
  };
}
