import type { App } from '@slack/bolt';
import type { SlackContext } from '../context.js';

/**
 * Handles Slack's notices that the app was uninstalled, or its bot token revoked: nobody can be answered any
 * more. The notice counts only if it is about this installation.
 */
export function registerRemoval(app: App, context: SlackContext): void {
  const removed = async (team: string, reason: string) => {
    const home = await context.installation().catch(() => undefined);
    // Unknown: Slack does not answer the token any more.
    if (home && home.teamId !== team) return;
    context.log.fatal({ team }, reason);
    context.onRemoved(reason);
  };
  app.event('app_uninstalled', ({ body }) =>
    removed(body.team_id, 'the app was uninstalled from the workspace; install it again from manifest.json'),
  );
  app.event('tokens_revoked', async ({ event, body }) => {
    // Tokens of single people are none that this app uses.
    if ((event.tokens.bot ?? []).length === 0) return;
    await removed(body.team_id, 'the bot token was revoked; reinstall the app and set SLACK_BOT_TOKEN anew');
  });
}
