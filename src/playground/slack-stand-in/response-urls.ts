import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ApiAnswer } from './api-answer.js';
import type { Chat } from './chat.js';
import { filesIn } from './check-blocks.js';
import { parseJson } from './http.js';
import type { MessageLog } from './message-log.js';
import type { Origin } from './payloads.js';

const responseMessage = z.object({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  response_type: z.string().optional(),
  parse: z.string().optional(),
});

/** Slack takes this many messages at one response URL. */
const MOST_MESSAGES = 5;

/** The URLs that an app may answer a command or a button press at. */
export class ResponseUrls {
  readonly #open = new Map<string, Origin & { uses: number }>();

  constructor(
    private readonly messages: MessageLog,
    private readonly chat: Chat,
  ) {}

  /** @returns the last part of a new URL */
  create({ user, channel }: Origin): string {
    const id = randomUUID();
    this.#open.set(id, { user, channel, uses: 0 });
    return id;
  }

  /** Posts a message that was sent to a response URL. It cannot show an uploaded file. */
  post(id: string, body: string): ApiAnswer {
    const url = this.#open.get(id);
    const { text, blocks, response_type: type, parse } = parseJson(body, responseMessage);
    if (!url || url.uses >= MOST_MESSAGES) return rejected(404, { error: 'used_url' });
    url.uses++;
    const errors = [
      ...this.chat.problemsIn(blocks),
      ...(filesIn(blocks).length > 0 ? ['slack_file is not allowed here'] : []),
    ];
    if (errors.length > 0) return rejected(400, { error: 'invalid_blocks', errors });
    this.messages.add({
      channel: url.channel,
      threadTs: null,
      text,
      blocks,
      ephemeral: type !== 'in_channel',
      ...(type !== 'in_channel' && { seenBy: url.user }),
      through: 'response_url',
      parse,
    });
    return { status: 200, body: JSON.stringify({ ok: true }) };
  }
}

const rejected = (status: number, fields: Readonly<Record<string, unknown>>): ApiAnswer => ({
  status,
  body: JSON.stringify({ ok: false, ...fields }),
});
