import { existsSync } from 'node:fs';
import { validate as isCron } from 'node-cron';
import { z } from 'zod';
import { accessFileOf } from '../access/settings.js';
import { ConfigError } from '../core/errors.js';
import { lastDue } from '../digest/subscriptions/when.js';
import { segmentingOf } from '../segments/segmentation/settings.js';
import { type SettingName, settings } from './settings.js';
import { shownSetting } from './shown.js';

const schema = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.schema])) as {
    [N in SettingName]: (typeof settings)[N]['schema'];
  },
);

/** All settings after validation, by the names of their environment variables. */
export type Config = Readonly<z.infer<typeof schema>>;

/**
 * Reads and validates the settings of an environment. Empty values count as not set.
 * @throws ConfigError with one line for each invalid setting: its name, the problem, an example
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.keys(settings).map(name => [name, env[name]?.trim() || undefined]));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(issue => problem(issue.path[0] as SettingName, given, issue.message));
  if (parsed.success && !(isCron(parsed.data.DIGEST_CRON) && isPattern(parsed.data.DIGEST_CRON))) {
    problems.push(problem('DIGEST_CRON', given, 'is not a cron expression (minute hour day month weekday)'));
  }
  if (parsed.success)
    problems.push(
      ...problemsOf(() => segmentingOf(parsed.data)),
      ...problemsOf(() => accessFileOf(parsed.data)),
      ...modelProblems(parsed.data),
    );
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return parsed.data;
}

/** Whether the last time it was due can be computed too, which node-cron does not do. */
function isPattern(expression: string): boolean {
  try {
    lastDue({ cron: expression, zone: 'UTC' }, new Date(0));
    return true;
  } catch {
    return false;
  }
}

/** A language model needs an address and a name. */
function modelProblems({ LLM_BASE_URL, LLM_MODEL }: Config): readonly string[] {
  if ((LLM_BASE_URL === undefined) === (LLM_MODEL === undefined)) return [];
  const [missing, there] =
    LLM_MODEL === undefined
      ? (['LLM_MODEL', 'LLM_BASE_URL'] as const)
      : (['LLM_BASE_URL', 'LLM_MODEL'] as const);
  return [`${missing} is missing, as ${there} is set. Example: ${missing}=${settings[missing].example}`];
}

/** The problems of settings that name files. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** Problems of `shopkeeper start`: the tokens that its SLACK_MODE needs and that are missing, a line each. */
export function slackProblems(config: Config): string[] {
  const needed: SettingName[] =
    config.SLACK_MODE === 'socket'
      ? ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']
      : ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'];
  const isMcpUnreachable = config.SLACK_MCP && config.SLACK_MODE !== 'http';
  const missing = needed
    .filter(name => config[name] === undefined)
    .map(
      name =>
        `${name} is missing (SLACK_MODE is ${config.SLACK_MODE}). Example: ${name}=${settings[name].example}`,
    );
  return isMcpUnreachable
    ? [
        ...missing,
        'SLACK_MCP needs SLACK_MODE=http: Slackbot calls an address of its own. Example: SLACK_MODE=http',
      ]
    : missing;
}

/**
 * Loads the `.env` file of the current folder, if it exists. Variables that are already set take precedence.
 */
export function loadEnvFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

function problem(
  name: SettingName,
  given: Readonly<Record<string, string | undefined>>,
  what: string,
): string {
  const shown = shownSetting(name, given[name] ?? '');
  return `${name}${shown === '' ? '' : ` "${shown}"`} ${what}. Example: ${name}=${settings[name].example}`;
}
