import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { isLockedOut } from './failure.js';

/** Where the app is installed, and who it is there. */
export interface Installation {
  readonly teamId: string;
  /** The bot's ids: its user, and what its own messages bear. */
  readonly botUserId: string | undefined;
  readonly botId: string | undefined;
}

/** Tells where the app is installed; undefined for as long as Slack cannot be asked. */
export type FindInstallation = () => Promise<Installation | undefined>;

/**
 * Asks Slack once (`auth.test`), and again at the next question if that failed.
 * @throws the client's error if Slack does not accept the token
 */
export function installationOf(client: WebClient, log: Logger): FindInstallation {
  let asked: Promise<Installation | undefined> | undefined;
  const ask = async () => {
    const { team_id: teamId, user_id: botUserId, bot_id: botId } = await client.auth.test();
    if (!teamId) throw new Error('auth.test names no workspace');
    return { teamId, botUserId, botId };
  };
  return async () => {
    asked ??= ask();
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      if (isLockedOut(error)) throw error;
      log.error(
        { err: error },
        'Slack cannot be asked which workspace this is: nobody is answered until it can',
      );
      return undefined;
    }
  };
}
