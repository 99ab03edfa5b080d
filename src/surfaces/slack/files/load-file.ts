import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { mustHave, NotPermitted } from '../../../access/permitted.js';
import { withinFor } from '../../../access/rights.js';
import { describeError, ShopkeeperError } from '../../../core/errors.js';
import type { IngestResult, Understanding } from '../../../ingest/load/result.js';
import { undoText } from '../../../ingest/report/result.js';
import { UnclearFileError } from '../../../ingest/understand/questions/question.js';
import { loggableError } from '../../../language/logging/loggable.js';
import type { SlackContext } from '../context.js';
import { shortReason } from '../failure.js';
import { recordOf, type SlackRequest } from '../requests.js';
import type { FileChoice } from './choice.js';
import { withSlackFiles } from './download.js';
import type { FileMessage } from './file-conversation.js';
import {
  loadedMessage,
  progressText,
  questionMessage,
  readingMessage,
  statusMessage,
} from './file-messages.js';

/**
 * Whether somebody may load files. Without an access file it is for those who manage digests, if the setting
 * names them, and for everybody otherwise.
 * @throws NotPermitted
 */
export async function mustLoad(
  user: string | undefined,
  { permissions, digests: { DIGEST_MANAGERS: managers } }: SlackContext,
): Promise<void> {
  const rights = await permissions.of(user, undefined);
  mustHave(rights, ['ingest']);
  if (withinFor(rights, ['ingest']) !== undefined)
    throw new NotPermitted('You may load files for a part of the shop, and a file is of all of it');
  const isManager = user !== undefined && managers.includes(user);
  if (permissions.file === undefined && managers.length > 0 && !isManager)
    throw new NotPermitted('You may not load files', 'Those who manage digests may (DIGEST_MANAGERS).');
}

/** Says how files are read, or asks what they leave open. Nothing is loaded. */
export async function lookAtFiles(
  choice: FileChoice,
  message: FileMessage,
  { loader, fileSource, log }: SlackContext,
): Promise<void> {
  await message.show(statusMessage('I am looking at the file …'));
  try {
    const files = await withSlackFiles(choice.files, fileSource, async paths => {
      const found: Understanding[] = [];
      for await (const file of loader.understandAll(paths, { map: choice.map })) found.push(file);
      return found;
    });
    await message.show(readingMessage(files, choice));
  } catch (error) {
    if (error instanceof UnclearFileError) await message.show(questionMessage(error.question, choice));
    else await showFailure(error, message, log);
  }
}

/** Loads files, completely or not at all, and says what became of them. */
export async function loadFiles(
  choice: FileChoice,
  message: FileMessage,
  request: SlackRequest,
  context: SlackContext,
): Promise<void> {
  const { loader, fileSource, log, audit } = context;
  await message.show(statusMessage('I am loading the file …'));
  try {
    await withSlackFiles(choice.files, fileSource, async paths => {
      const results: IngestResult[] = [];
      const onProgress: Parameters<typeof loader.ingestAll>[1] = progress =>
        message.progress(() => statusMessage(progressText(progress)));
      for await (const result of loader.ingestAll(paths, onProgress, { map: choice.map })) {
        results.push(result);
        if (result.loaded)
          audit.record({ ...recordOf(request), outcome: 'changed', detail: loadedDetail(result) });
      }
      await message.show(loadedMessage(results));
      await attachReports(results, message, log);
    });
  } catch (error) {
    if (error instanceof UnclearFileError) await message.show(questionMessage(error.question, choice));
    else await showFailure(error, message, log);
  }
}

/** Takes a load back. */
export async function undoLoad(
  id: number,
  message: FileMessage,
  request: SlackRequest,
  { loader, log, audit }: SlackContext,
): Promise<void> {
  try {
    const undone = await loader.undo(id);
    audit.record({ ...recordOf(request), outcome: 'changed', detail: `undid the load with number ${id}` });
    await message.show(statusMessage(undoText(undone)));
  } catch (error) {
    await showFailure(error, message, log);
  }
}

const loadedDetail = ({ file, id }: IngestResult): string => `loaded ${file} as number ${id}`;

/** The rows that were refused, as files below the message. */
async function attachReports(
  results: readonly IngestResult[],
  message: FileMessage,
  log: SlackContext['log'],
): Promise<void> {
  for (const { refusalReport } of results) {
    if (refusalReport === null) continue;
    try {
      await message.attach({ name: basename(refusalReport), bytes: await readFile(refusalReport) });
    } catch (error) {
      log.warn({ reason: shortReason(error) }, 'the report of refused rows could not be posted');
    }
  }
}

async function showFailure(error: unknown, message: FileMessage, log: SlackContext['log']): Promise<void> {
  const isExpected = error instanceof ShopkeeperError;
  log[isExpected ? 'info' : 'error']({ err: loggableError(error) }, 'a file from Slack was not loaded');
  const reason = isExpected ? describeError(error) : `It failed: ${shortReason(error)}.`;
  await message.show(statusMessage(`${reason}\nNothing was loaded.`));
}
