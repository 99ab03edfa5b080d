import { z } from 'zod';
import { type ApiAnswer, failed, succeeded } from './api-answer.js';
import { checkBlocks, filesIn } from './check-blocks.js';
import type { Directory } from './directory.js';
import { history } from './history.js';
import { parseJson } from './http.js';
import type { MessageLog } from './message-log.js';
import type { Uploads } from './uploads.js';

const anyBlocks = z.array(z.unknown());
const postAnswer = z.object({ ok: z.boolean(), ts: z.string().optional() });

type Parameters = Readonly<Record<string, string>>;

/** The Web API methods that post, delete and list messages, with the checks that the emulation lacks. */
export class Chat {
  constructor(
    private readonly messages: MessageLog,
    private readonly directory: Directory,
    private readonly uploads: Uploads,
  ) {}

  /** What Slack rejects in these blocks. */
  problemsIn(blocks: unknown): string[] {
    const unprocessed = filesIn(blocks).filter(id => !this.uploads.isProcessed(id));
    return [...checkBlocks(blocks), ...unprocessed.map(id => `invalid slack file ${id}`)];
  }

  /** `blocks.validate` of a message. */
  validate({ message = '{}' }: Parameters): ApiAnswer {
    const errors = this.problemsIn(parseJson(message, z.object({ blocks: z.unknown() })).blocks);
    return errors.length === 0 ? succeeded() : failed('invalid_blocks', { errors });
  }

  /** `chat.postMessage`. @param emulate gets the answer of the emulated Web API */
  async postMessage(parameters: Parameters, emulate: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
    const { blocks, rejection } = this.#check(parameters);
    if (rejection) return rejection;
    const answer = await emulate();
    const { ok, ts } = parseJson(answer.body, postAnswer);
    if (ok)
      this.messages.add({
        ...messageOf(parameters),
        seenBy: this.directory.directMessages.get(parameters.channel ?? ''),
        ...(ts !== undefined && { ts }),
        blocks,
        ephemeral: false,
        through: 'chat.postMessage',
        ...(parameters.metadata && { metadata: parseJson(parameters.metadata, z.unknown()) }),
      });
    return answer;
  }

  /** `chat.postEphemeral`: a message that only one person sees. */
  postEphemeral(parameters: Parameters): ApiAnswer {
    const { blocks, rejection } = this.#check(parameters);
    if (rejection) return rejection;
    const { ts } = this.messages.add({
      ...messageOf(parameters),
      blocks,
      ephemeral: true,
      seenBy: parameters.user,
      through: 'chat.postEphemeral',
    });
    return succeeded({ message_ts: ts });
  }

  /** `chat.update`: changes a message of the app. */
  update(parameters: Parameters): ApiAnswer {
    const { blocks, rejection } = this.#check(parameters);
    if (rejection) return rejection;
    const { channel = '', ts = '', text = '' } = parameters;
    const isChanged = this.messages.change(posted => posted.channel === channel && posted.ts === ts, {
      text,
      blocks,
    });
    return isChanged ? succeeded({ channel, ts }) : failed('message_not_found');
  }

  /** `chat.delete` and `files.delete`: deletes a message, or the message that shows a file. */
  delete({ channel, ts, file }: Parameters): ApiAnswer {
    const isDeleted = this.messages.remove(posted =>
      file === undefined
        ? posted.channel === channel && posted.ts === ts && !posted.ephemeral
        : posted.file?.id === file,
    );
    return isDeleted ? succeeded() : failed('message_not_found');
  }

  /** `conversations.history` and `conversations.replies`. */
  list(parameters: Parameters): ApiAnswer {
    const error = this.directory.accessError(parameters.channel);
    return error ? failed(error) : succeeded({ messages: history(this.messages.posted, parameters) });
  }

  #check(parameters: Parameters): { blocks: unknown[]; rejection?: ApiAnswer } {
    const blocks = parameters.blocks ? parseJson(parameters.blocks, anyBlocks) : [];
    const error = this.directory.accessError(parameters.channel);
    if (error) return { blocks, rejection: failed(error) };
    const errors = this.problemsIn(blocks);
    if (errors.length === 0) return { blocks };
    const rejection = failed('invalid_blocks', { errors, response_metadata: { messages: errors } });
    return { blocks, rejection };
  }
}

const messageOf = ({ channel = '', thread_ts: threadTs, text = '', parse }: Parameters) => ({
  channel,
  threadTs: threadTs ?? null,
  text,
  parse,
});
