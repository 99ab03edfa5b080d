import { WebClient } from '@slack/web-api';
import { type Config, slackProblems } from '../../../config/config.js';
import { shownAddress } from '../../../core/addresses.js';
import { systemReason } from '../../../core/system-errors.js';
import { shortReason, slackCode } from '../../slack/failure.js';
import { neededScopes } from '../../slack/methods.js';
import { type CheckResult, DETAILS } from './check.js';
import { checkMessages } from './messages.js';

/** Checks Slack's settings, the bot token with its scopes, and the digest channel. Never throws. */
export async function checkSlack(config: Config): Promise<CheckResult[]> {
  const missingSettings = slackProblems(config).map(
    (message): CheckResult => ({
      state: 'problem',
      message,
      fix: 'README, "Install into Slack", says where to find it.',
    }),
  );
  if (!config.SLACK_BOT_TOKEN) return missingSettings;
  const client = new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: config.SLACK_API_URL,
    retryConfig: { retries: 0 },
    timeout: 10_000,
  });
  return [...missingSettings, ...(await checkToken(config, client))];
}

async function checkToken(config: Config, client: WebClient): Promise<CheckResult[]> {
  try {
    const { user, team, response_metadata: metadata } = await client.auth.test();
    return [
      { state: 'ok', message: `The bot token works: ${user} in ${team}.` },
      ...checkScopes(metadata?.scopes ?? [], config),
      await checkMessages(client),
      await checkDigestChannel(config, client),
    ];
  } catch (error) {
    return [tokenProblem(config, error)];
  }
}

/**
 * Compares the scopes that were granted with those of every method that the app calls.
 * @param scopes empty if Slack does not list them
 */
function checkScopes(scopes: readonly string[], { ACCESS_FILE, SLACK_MCP }: Config): CheckResult[] {
  if (scopes.length === 0) return [];
  const needed = neededScopes();
  if (SLACK_MCP) needed.set('mcp:connect', ['tools for Slackbot']);
  // Groups are looked up only for the roles of the access file.
  if (ACCESS_FILE === undefined) needed.delete('usergroups:read');
  const missing = [...needed].filter(([scope]) => !scopes.includes(scope));
  if (missing.length === 0) return [{ state: 'ok', message: 'The bot has every scope that it needs.' }];
  const listed = missing.map(([scope, uses]) => `${scope} (for ${uses.join(', ')})`);
  return [
    {
      state: 'problem',
      message: `The bot lacks the ${missing.length === 1 ? 'scope' : 'scopes'} ${listed.join('; ')}.`,
      fix: 'Update the app from manifest.json and install it again.',
    },
  ];
}

function tokenProblem(config: Config, error: unknown): CheckResult {
  const code = slackCode(error);
  if (code)
    return {
      state: 'problem',
      message: `Slack rejects the bot token: ${code}.`,
      fix: 'Copy the Bot User OAuth Token again.',
      cause: error,
    };
  const reason = systemReason(error) ?? 'its answer could not be understood';
  return {
    state: 'problem',
    message: `Slack cannot be reached at ${shownAddress(config.SLACK_API_URL)}: ${reason}.`,
    fix: `Check the network and SLACK_API_URL. ${DETAILS}`,
    cause: error,
  };
}

async function checkDigestChannel(config: Config, client: WebClient): Promise<CheckResult> {
  const { DIGEST_CHANNEL: id, DIGEST_CRON: cron, SHOP_TIMEZONE: zone } = config;
  if (!id)
    return {
      state: 'note',
      message: 'The settings schedule no digest: DIGEST_CHANNEL is not set. /digest subscribe adds digests.',
    };
  try {
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived)
      return {
        state: 'problem',
        message: `The digest channel #${channel.name} is archived.`,
        fix: 'Set DIGEST_CHANNEL to another channel.',
      };
    if (channel?.is_member === false)
      return {
        state: 'problem',
        message: `The bot is not in #${channel.name}.`,
        fix: 'Write /invite @shopkeeper there.',
      };
    return { state: 'ok', message: `The digest goes to #${channel?.name ?? id}, ${cron} in ${zone}.` };
  } catch (error) {
    return {
      state: 'problem',
      message: `The digest channel ${id} cannot be read: ${shortReason(error)}.`,
      fix: 'Check the channel id and invite the bot there.',
    };
  }
}
