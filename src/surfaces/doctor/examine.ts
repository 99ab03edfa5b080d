import { existsSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { shopOver } from '../../app/shop.js';
import { chartRenderer } from '../../charts/renderer.js';
import { type Config, slackProblems } from '../../config/config.js';
import { shownAddress } from '../../core/addresses.js';
import { todayIn } from '../../core/calendar/days.js';
import { showRange } from '../../core/calendar/grain.js';
import { ConfigError, describeError } from '../../core/errors.js';
import { systemReason } from '../../core/system-errors.js';
import { readDigestRequest } from '../../digest/subscriptions/request.js';
import { examineMap, mapSentences } from '../../segments/maps/cells.js';
import { segmentingOf } from '../../segments/settings.js';
import { openStore, type Store } from '../../store/engine/store.js';
import { dataExtent } from '../../store/scope/extent.js';
import { shortReason, slackCode } from '../slack/failure.js';

/** One thing that was checked. */
export interface Finding {
  readonly state: 'ok' | 'problem' | 'note';
  readonly what: string;
  /** What to do about it. */
  readonly mend?: string;
  /** What was behind it, for whoever wants the details. */
  readonly cause?: unknown;
}

const DETAILS = 'LOG_LEVEL=debug shows the details.';

/** The scopes that the manifest asks for and the app cannot work without. */
export const NEEDED_SCOPES = ['commands', 'chat:write', 'files:write', 'users:read', 'im:write'] as const;

/** Checks everything that an installation can have wrong. Never throws. */
export async function examine(readConfig: () => Config): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(what => ({
        state: 'problem',
        what,
        mend: '.env.example explains every setting.',
      }));
    return [{ state: 'problem', what: describeError(error, DETAILS), cause: error }];
  }
  return [
    { state: 'ok', what: 'Settings are readable.' },
    segmentMap(config),
    ...(await store(config)),
    ...(await charts(config)),
    ...(await slack(config)),
  ];
}

/** The segment map that is used, and what is odd about it. */
function segmentMap(config: Config): Finding {
  const { map } = segmentingOf(config).segmentation;
  const { leftOver, neverFire, unreached } = examineMap(map);
  const isOdd = neverFire.length > 0 || unreached.length > 0 || leftOver.length > 0;
  return {
    state: isOdd ? 'note' : 'ok',
    what: `Segments are made by the map ${map.name}. ${mapSentences({ leftOver, neverFire, unreached }).join(' ')}`,
    ...(isOdd && {
      mend: `\`shopkeeper ask "segment map ${map.name}"\` shows its grid; docs/segments.md has the format.`,
    }),
  };
}

async function store(config: Config): Promise<Finding[]> {
  try {
    const opened = await openStore(config.DATABASE_URL);
    try {
      const data = await dataExtent(opened);
      return [
        { state: 'ok', what: `The store ${shownAddress(config.DATABASE_URL)} opens.` },
        ...ACCESS[opened.access],
        data
          ? { state: 'ok', what: `It holds sales of ${showRange(data)}.` }
          : {
              state: 'note',
              what: 'It holds no sales yet.',
              mend: 'Load a file: shopkeeper ingest sales.csv',
            },
        ...(await digestOptions(config, opened)),
      ];
    } finally {
      await opened.close();
    }
  } catch (error) {
    return [{ state: 'problem', what: describeError(error, DETAILS), cause: error }];
  }
}

/** What cannot be done with a store that opens. */
const ACCESS: Readonly<Record<Store['access'], readonly Finding[]>> = {
  writable: [],
  'read-only': [
    {
      state: 'note',
      what: 'It is read-only: questions can be answered, but nothing can be loaded, and digests are not posted.',
      mend: 'Make it writable for the user that runs Shopkeeper, if that is not meant so.',
    },
  ],
  'disk full': [
    {
      state: 'problem',
      what: 'Its disk is full: questions can be answered, but nothing can be loaded, and digests are not posted.',
      mend: 'Free some space on it.',
    },
  ],
};

/** Whether what the digest of the settings is of can be understood with the sales that there are. */
async function digestOptions(config: Config, opened: Store): Promise<Finding[]> {
  if (config.DIGEST_OPTIONS === '') return [];
  try {
    const shop = shopOver({
      store: opened,
      segmenting: segmentingOf(config),
      currency: config.SHOP_CURRENCY ?? 'USD',
      today: () => todayIn(config.SHOP_TIMEZONE, new Date()),
    });
    await readDigestRequest(config.DIGEST_OPTIONS, shop);
    return [{ state: 'ok', what: `DIGEST_OPTIONS is understood: ${config.DIGEST_OPTIONS}.` }];
  } catch (error) {
    return [{ state: 'problem', what: `DIGEST_OPTIONS: ${describeError(error, DETAILS)}`, cause: error }];
  }
}

async function charts(config: Config): Promise<Finding[]> {
  if (config.CHART_FONT && !existsSync(config.CHART_FONT)) {
    return [
      {
        state: 'problem',
        what: `CHART_FONT ${config.CHART_FONT} does not exist.`,
        mend: 'Give the path of a font file (.ttf, .otf, .ttc), or leave it out.',
      },
    ];
  }
  const renderer = chartRenderer({ workers: 1, font: config.CHART_FONT });
  try {
    const png = await renderer.render({
      kind: 'ranking',
      title: 'Test',
      subtitle: '',
      alt: '',
      unit: 'count',
      currency: config.SHOP_CURRENCY ?? 'USD',
      labels: ['a'],
      values: [1],
    });
    return [
      {
        state: 'ok',
        what: `Charts are drawn (${Math.round(png.byteLength / 1024)} KB), with the fonts that come along.`,
      },
    ];
  } catch (error) {
    return [
      {
        state: 'problem',
        what: 'Charts cannot be drawn.',
        mend: `Install again with npm ci; Node 20, 22 and 24 are supported. ${DETAILS}`,
        cause: error,
      },
    ];
  } finally {
    await renderer.close();
  }
}

async function slack(config: Config): Promise<Finding[]> {
  const missing = slackProblems(config).map(
    (what): Finding => ({
      state: 'problem',
      what,
      mend: 'README, "Install into Slack", says where to find it.',
    }),
  );
  if (!config.SLACK_BOT_TOKEN) return missing;
  const client = new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: config.SLACK_API_URL,
    retryConfig: { retries: 0 },
    timeout: 10_000,
  });
  try {
    const auth = await client.auth.test();
    const scopes = auth.response_metadata?.scopes ?? [];
    const lacking = scopes.length > 0 ? NEEDED_SCOPES.filter(s => !scopes.includes(s)) : [];
    return [
      ...missing,
      { state: 'ok', what: `The bot token works: ${auth.user} in ${auth.team}.` },
      ...(lacking.length > 0
        ? [
            {
              state: 'problem',
              what: `The bot lacks the scopes ${lacking.join(', ')}.`,
              mend: 'Update the app from manifest.json and install it again.',
            } as const,
          ]
        : []),
      ...(await channel(config, client)),
    ];
  } catch (error) {
    const code = slackCode(error);
    return [
      ...missing,
      {
        state: 'problem',
        what: code
          ? `Slack rejects the bot token: ${code}.`
          : `Slack cannot be reached at ${shownAddress(config.SLACK_API_URL)}: ${systemReason(error) ?? 'it gave no answer that can be understood'}.`,
        mend: code
          ? 'Copy the Bot User OAuth Token again.'
          : `Check the network and SLACK_API_URL. ${DETAILS}`,
        cause: error,
      },
    ];
  }
}

async function channel(config: Config, client: WebClient): Promise<Finding[]> {
  if (!config.DIGEST_CHANNEL)
    return [
      {
        state: 'note',
        what: 'No digest by the settings: DIGEST_CHANNEL is not set. /digest subscribe makes others.',
      },
    ];
  try {
    const info = await client.conversations.info({ channel: config.DIGEST_CHANNEL });
    if (info.channel?.is_archived)
      return [
        {
          state: 'problem',
          what: `The digest channel #${info.channel.name} is archived.`,
          mend: 'Set DIGEST_CHANNEL to another.',
        },
      ];
    if (info.channel?.is_member === false)
      return [
        {
          state: 'problem',
          what: `The bot is not in #${info.channel.name}.`,
          mend: `Write /invite @shopkeeper there.`,
        },
      ];
    return [
      {
        state: 'ok',
        what: `The digest goes to #${info.channel?.name ?? config.DIGEST_CHANNEL}, ${config.DIGEST_CRON} in ${config.SHOP_TIMEZONE}.`,
      },
    ];
  } catch (error) {
    return [
      {
        state: 'problem',
        what: `The digest channel ${config.DIGEST_CHANNEL} cannot be seen: ${shortReason(error)}.`,
        mend: 'Check the channel id and invite the bot there.',
      },
    ];
  }
}
