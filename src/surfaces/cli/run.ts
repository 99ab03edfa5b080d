import { inspect } from 'node:util';
import pino, { type Logger } from 'pino';
import { usualProcesses } from '../../app/computing/apart.js';
import { openShopkeeper, type Shopkeeper } from '../../app/shopkeeper.js';
import { type Config, loadEnvFile, readConfig } from '../../config/config.js';
import { withoutSecrets } from '../../config/shown.js';
import { ConfigError, describeError, ShopkeeperError, StoreError } from '../../core/errors.js';
import { requestId } from '../../core/request-id.js';
import { refusalText } from '../../ingest/report/question.js';
import { UnclearFileError } from '../../ingest/understand/questions/question.js';
import { logLineText } from './show/log-line.js';

/** The exit codes of wrong input and of a failure. */
const EXIT_INPUT = 2;
const EXIT_FAILURE = 1;

/** Reads the settings from `.env` and the environment. @throws ConfigError */
export function configFromEnvironment(): Config {
  loadEnvFile();
  return readConfig(process.env);
}

/** The settings of an app that runs on, and computes in other processes unless they say otherwise. */
export function configOfApp(): Config {
  const config = configFromEnvironment();
  return { ...config, COMPUTE_PROCESSES: config.COMPUTE_PROCESSES ?? usualProcesses() };
}

/**
 * Logs to standard error, so that a command's output can be piped. Secrets in the settings are left out. What
 * is logged while a request is worked on has its id.
 */
export function logger(level: string, format: Config['LOG_FORMAT'] = 'json'): Logger {
  const lines = pino.destination({ fd: 2, sync: true });
  const clean = withoutSecrets(process.env);
  const mixin = () => {
    const request = requestId();
    return request === undefined ? {} : { request };
  };
  const shown = format === 'text' ? logLineText : (line: string) => line;
  return pino({ level, base: null, mixin }, { write: line => lines.write(shown(clean(line))) });
}

/** Opens Shopkeeper for one command and closes it afterwards. Only warnings are logged. */
export async function withShopkeeper<T>(work: (shopkeeper: Shopkeeper) => Promise<T>): Promise<T> {
  const config = configFromEnvironment();
  // A process to compute one answer would take longer to start than the answer.
  const shopkeeper = await openShopkeeper({ ...config, COMPUTE_PROCESSES: 0 }, logger('warn'));
  try {
    return await work(shopkeeper);
  } finally {
    await shopkeeper.close();
  }
}

/** Whether the input is at fault, rather than the installation. */
const isInputError = (error: unknown): boolean =>
  error instanceof ShopkeeperError && !(error instanceof StoreError) && !(error instanceof ConfigError);

/** Runs a command. Prints an error in plain words and sets the exit code. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const clean = withoutSecrets(process.env);
    const text =
      error instanceof UnclearFileError
        ? refusalText(error.question, error.notes)
        : describeError(error, 'LOG_LEVEL=debug shows the details.');
    process.stderr.write(clean(`${text}\n`));
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(clean(`${inspect(error)}\n`));
    process.exitCode = isInputError(error) ? EXIT_INPUT : EXIT_FAILURE;
  }
}
