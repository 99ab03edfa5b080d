import { z } from 'zod';
import { type ApiAnswer, failed, succeeded } from './api-answer.js';
import type { Directory } from './directory.js';
import { parseJson } from './http.js';
import type { MessageLog } from './message-log.js';

const completedFiles = z.array(z.object({ id: z.string(), title: z.string().optional() }));
const completion = z.looseObject({ files: z.array(z.looseObject({ filetype: z.unknown() })).default([]) });

/** Uploaded files. Slack processes an upload for a while before a message may show it. */
export class Uploads {
  readonly files = new Map<string, Buffer>();
  /** How often each upload was completed, with the answer. */
  readonly #completions = new Map<string, { count: number; body: string }>();

  constructor(
    private readonly messages: MessageLog,
    private readonly directory: Directory,
  ) {}

  /** Stores the bytes that arrived at an upload address. */
  store(path: string, bytes: Buffer): void {
    this.files.set(path.split('/').at(-1) ?? '', bytes);
  }

  /** Whether a message may show this file. */
  isProcessed(id: string): boolean {
    return (this.#completions.get(id)?.count ?? 0) >= 2;
  }

  /**
   * `files.completeUploadExternal`: shares the file if a channel is given. Otherwise the answer names the
   * file type from the second call on, since Slack needs time to process an image.
   * @param emulate gets the answer of the emulated Web API
   */
  async complete(
    parameters: Readonly<Record<string, string>>,
    emulate: () => Promise<ApiAnswer>,
  ): Promise<ApiAnswer> {
    const [file] = parseJson(parameters.files ?? '[]', completedFiles);
    const id = String(file?.id);
    if (parameters.channel_id) return this.#share(parameters, { id, name: String(file?.title) });
    const completed = this.#completions.get(id) ?? { count: 0, body: (await emulate()).body };
    completed.count++;
    this.#completions.set(id, completed);
    const { files, ...answer } = parseJson(completed.body, completion);
    const isProcessed = this.isProcessed(id);
    return succeeded({
      ...answer,
      files: files.map(({ filetype, ...rest }) => (isProcessed ? { ...rest, filetype } : rest)),
    });
  }

  /** A file shared with a channel appears as a message of its own. */
  #share(
    { channel_id: channel = '', thread_ts: threadTs }: Readonly<Record<string, string>>,
    file: { readonly id: string; readonly name: string },
  ): ApiAnswer {
    const error = this.directory.accessError(channel);
    if (error) return failed(error);
    this.messages.add({
      channel,
      threadTs: threadTs ?? null,
      text: file.name,
      blocks: [],
      ephemeral: false,
      through: 'file',
      file,
    });
    return succeeded({ files: [{ id: file.id, title: file.name }] });
  }
}
