import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { accessFileOf } from '../../access/settings.js';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import { auditLog } from '../../app/audit.js';
import type { Compute } from '../../app/computing/tasks.js';
import type { Loader } from '../../app/loading/loader.js';
import type { Sources } from '../../app/sources.js';
import type { ServeTools } from '../../app/tool-asker.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import { type Config, slackProblems } from '../../config/config.js';
import { ConfigError } from '../../core/errors.js';
import { firstTimeIn } from '../../store/tables/seen-ids.js';
import { accessPolicy } from './access.js';
import { appState, stateFacts } from './app-state.js';
import type { SlackContext } from './context.js';
import { externalPeopleIn } from './external-people.js';
import { guardedFetch } from './guarded-fetch.js';
import { type Health, healthOf } from './health.js';
import { repliesInFlight } from './in-flight.js';
import { installationOf } from './installation.js';
import { lastQuestions } from './last-questions.js';
import { limitsPerPerson } from './limits-per-person.js';
import { registerButtons } from './listeners/buttons.js';
import { registerCommands } from './listeners/commands.js';
import { registerDigest } from './listeners/digest.js';
import { registerFeedback } from './listeners/feedback.js';
import { registerFiles } from './listeners/files.js';
import { registerForms } from './listeners/forms.js';
import { registerHome } from './listeners/home.js';
import { registerMessages } from './listeners/messages.js';
import { registerProfile } from './listeners/profile.js';
import { registerRemoval } from './listeners/removal.js';
import { registerShare } from './listeners/share.js';
import { registerShop } from './listeners/shop.js';
import { registerStartAction } from './listeners/start-action.js';
import { metricsListener, metricsOf } from './metrics.js';
import { MESSAGE_GAP_MS, paceOf } from './pace.js';
import { permissionsOf } from './permissions.js';
import { restartingError } from './problem-message.js';
import { defaultQueueLimits, questionQueue } from './question-queue.js';
import { type Connection, httpConnection, socketConnection } from './receivers.js';
import { slackCheck } from './slack-check.js';
import { storeCheck } from './store-check.js';
import { scheduledDigests } from './subscriptions.js';
import { tellOps } from './tell-ops.js';
import { toolsListener } from './tools-listener.js';
import { unsentReplies } from './unsent-replies.js';
import { boltLogger, webClient } from './web-client.js';

/** The running Slack app. */
export interface SlackApp {
  readonly context: SlackContext;
  readonly health: Health;
  /**
   * Starts to receive requests at `HOST` and `PORT`. In Socket Mode only health checks arrive there.
   * @returns the address it listens on, if any
   * @throws ConfigError if it cannot listen there, or Slack's error
   */
  start(): Promise<AddressInfo | undefined>;
  /** Stops receiving, waits for replies in progress, and notifies the askers of unfinished replies. */
  stop(): Promise<void>;
}

export interface SlackParts {
  readonly config: Config;
  readonly shop: Shop;
  readonly ask: Ask;
  readonly loader: Loader;
  readonly sources: Sources;
  readonly compute: Compute;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  readonly now: () => Date;
  /** Answers Slackbot's calls of tools, if there are any (`SLACK_MCP`). */
  readonly serveTools?: ServeTools;
  /** Is called when the app was uninstalled, or its token revoked, with the reason. */
  readonly onRemoved?: (reason: string) => void;
  /** Milliseconds between two digest messages to one channel. The default is Slack's rate limit. */
  readonly messageGapMs?: number;
  /** If an answer takes longer than this, the asker is notified that it is in progress. Milliseconds. */
  readonly noticeAfterMs?: number;
  /** How long an answer waits for its charts, milliseconds. The default is ten seconds. */
  readonly chartDeadlineMs?: number;
}

const LISTENERS = [
  registerCommands,
  registerButtons,
  registerStartAction,
  registerShare,
  registerFeedback,
  registerFiles,
  registerMessages,
  registerHome,
  registerDigest,
  registerShop,
  registerForms,
  registerProfile,
  registerRemoval,
];

/** After this time a person wonders whether the question arrived. */
const NOTICE_AFTER_MS = 4_000;
/** The time limit for requests about people. They come first, so a failure is reported early. */
const LOOKUP_MS = 3_500;

/**
 * Creates the Bolt app, for Socket Mode or HTTP as set in `SLACK_MODE`.
 * @throws ConfigError if a token for the mode is missing
 */
export function slackApp(unmeasured: SlackParts): SlackApp {
  const metrics = unmeasured.config.METRICS ? metricsOf() : undefined;
  const parts = metrics?.measured(unmeasured) ?? unmeasured;
  const { config, shop, log, now } = parts;
  refuseProblems(config);
  const logger = boltLogger(log);
  const logs = { logger, log };
  const lookups = webClient(config, logs, { timeout: LOOKUP_MS });
  const installation = installationOf(lookups, log);
  const context = contextOf(parts, {
    client: webClient(config, logs),
    guardedClient: (canSend, timeout) => webClient(config, logs, { fetch: guardedFetch(canSend), timeout }),
    installation,
    access: accessPolicy(config, { client: lookups, installation, log, now }),
    permissions: permissionsOf(accessFileOf(config), { client: lookups, log, now }),
    isSeenOutside: config.ALLOW_EXTERNAL ? async () => false : externalPeopleIn(lookups, { log, now }),
    health: () => health.problems(),
    onReply: result => metrics?.replied(result),
  });
  const state = appState(shop, scheduledDigests(context), now);
  const slack = slackCheck(lookups, now);
  let isStopping = false;
  const health: Health = healthOf(
    [
      { name: 'process', problem: async () => (isStopping ? 'it is stopping' : undefined) },
      storeCheck(shop.store, log, now),
      { name: 'slack', problem: async () => connection.problem() ?? slack.problem() },
    ],
    now,
    async () => stateFacts(await state()),
  );
  const connect = config.SLACK_MODE === 'http' ? httpConnection : socketConnection;
  const page = metrics && (() => metrics.page({ shop, health, state, waiting: context.queue.waiting }));
  const listeners = [...(page ? [metricsListener(page)] : []), ...toolsListeners(parts, context)];
  const connection: Connection = connect({ config, health, listeners, logger, log });
  const app = new App({
    // By default Bolt calls Slack before each event and acknowledges it only after the answer.
    authorize: async () => ({ botToken: config.SLACK_BOT_TOKEN }),
    receiver: connection.receiver,
    logger,
    clientOptions: { slackApiUrl: config.SLACK_API_URL },
  });
  for (const register of LISTENERS) register(app, context);
  app.error(async error => log.error({ err: error }, 'listener failed'));
  let stopRetries = () => {};
  return {
    context,
    health,
    start: async () => {
      // An invalid token fails here and not at the first question.
      await installation();
      const address = await connection.start(app);
      stopRetries = context.unsent.start();
      return address;
    },
    stop: async () => {
      isStopping = true;
      stopRetries();
      await connection.stop();
      const stopped = await context.inFlight.stop(config.STOP_GRACE_SECONDS * 1_000);
      context.queue.close(restartingError());
      await context.audit.written();
      if (stopped.finished + stopped.notified + stopped.notNotified > 0) log.info(stopped, 'replies at stop');
    },
  };
}

/** @throws ConfigError if a token for the mode is missing */
function refuseProblems(config: Config): void {
  const problems = slackProblems(config);
  if (problems.length > 0) throw new ConfigError(problems);
}
/** Slackbot's calls of tools, if they are turned on. */
const toolsListeners = ({ serveTools, config }: SlackParts, context: SlackContext) =>
  config.SLACK_MCP && serveTools ? [toolsListener(serveTools, config, context)] : [];

function contextOf(
  { config, shop, ask, loader, sources, compute, charts, log, now, ...others }: SlackParts,
  {
    client,
    guardedClient,
    installation,
    access,
    permissions,
    isSeenOutside,
    health,
    onReply,
  }: Pick<
    SlackContext,
    | 'client'
    | 'guardedClient'
    | 'installation'
    | 'access'
    | 'permissions'
    | 'isSeenOutside'
    | 'health'
    | 'onReply'
  >,
): SlackContext {
  return {
    shop,
    ask,
    compute,
    charts,
    loader,
    sources,
    fileSource: {
      client,
      apiUrl: config.SLACK_API_URL,
      token: config.SLACK_BOT_TOKEN ?? '',
      mostMegabytes: config.SLACK_FILE_MB,
    },
    client,
    guardedClient,
    log,
    now,
    apiUrl: config.SLACK_API_URL,
    digests: config,
    firstTime: firstTimeIn(shop.store, now),
    health,
    onReply,
    installation,
    onRemoved: others.onRemoved ?? (() => {}),
    access,
    permissions,
    audit: auditLog(shop.store, { log, now, keepDays: config.AUDIT_DAYS }),
    answersQuestions: config.ANSWER_QUESTIONS,
    answersInThreads: config.ANSWER_IN_THREADS,
    allowsExternal: config.ALLOW_EXTERNAL,
    isSeenOutside,
    limits: limitsPerPerson(config, now),
    lastQuestions: lastQuestions(),
    queue: questionQueue(defaultQueueLimits(config.CHART_WORKERS)),
    inFlight: repliesInFlight(log),
    unsent: unsentReplies({
      store: shop.store,
      delivery: { client, charts, log },
      now,
      onReply,
      tell: text => tellOps({ client, digests: config, log }, text),
    }),
    pace: paceOf(others.messageGapMs ?? MESSAGE_GAP_MS),
    noticeAfterMs: others.noticeAfterMs ?? NOTICE_AFTER_MS,
    ...(others.chartDeadlineMs !== undefined && { chartDeadlineMs: others.chartDeadlineMs }),
  };
}
