import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { isLockedOut } from './failure.js';

/** The workspace where the app is installed, and the bot's ids there. */
export interface Installation {
  readonly teamId: string;
  /** The organisation that the workspace is of, if Slack names one. */
  readonly enterpriseId?: string | undefined;
  /** The bot's user id, and the bot id in its own messages. */
  readonly botUserId: string | undefined;
  readonly botId: string | undefined;
}

/** Finds out where the app is installed; undefined while Slack cannot be reached. */
export type FindInstallation = () => Promise<Installation | undefined>;

/**
 * Asks Slack once (`auth.test`), and again at the next question if the request failed.
 * @throws the client's error if Slack does not accept the token
 */
export function installationOf(client: WebClient, log: Logger): FindInstallation {
  let installation: Promise<Installation> | undefined;
  const request = async () => {
    const {
      team_id: teamId,
      enterprise_id: enterpriseId,
      user_id: botUserId,
      bot_id: botId,
    } = await client.auth.test();
    if (!teamId) throw new Error('auth.test names no workspace');
    return { teamId, enterpriseId, botUserId, botId };
  };
  return async () => {
    installation ??= request();
    try {
      return await installation;
    } catch (error) {
      installation = undefined;
      if (isLockedOut(error)) throw error;
      log.error({ err: error }, 'Slack did not return the workspace; nobody is answered until it does');
      return undefined;
    }
  };
}
