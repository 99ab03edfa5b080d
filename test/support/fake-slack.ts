import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../../src/surfaces/slack/context.js';

/** A message or a file that stands in the channel. */
export interface Standing {
  readonly ts: string;
  readonly thread: string | undefined;
  readonly part?: number;
  readonly metadata?: unknown;
  readonly file?: { readonly id: string; readonly name: string };
}

/** Where a request is on its way. What happens at each is up to a test. */
export type Step = 'connect' | 'leave' | 'arrive' | 'answer';

/**
 * A channel of Slack whose requests are slow where a test says so, by hand: `at` is called as each step of a
 * request that shows something is reached, and may wait.
 */
export class FakeSlack {
  standing: Standing[] = [];
  /** How many messages and files were deleted. */
  deleted = 0;
  #count = 0;

  /** A client. @param mayLeave asked as a request's first byte leaves, as `guardedFetch` does */
  client(at: (step: Step, what: string) => Promise<void>, mayLeave: () => boolean = () => true): WebClient {
    const send = async <T>(what: string, take: () => T): Promise<T> => {
      await at('connect', what);
      if (!mayLeave()) throw new Error('held back');
      await at('leave', what);
      const answer = take();
      await at('arrive', what);
      await at('answer', what);
      return answer;
    };
    const show = (message: Omit<Standing, 'ts'>): string => {
      const ts = `1763283600.${String(++this.#count).padStart(6, '0')}`;
      this.standing.push({ ts, ...message });
      return ts;
    };
    const page = (messages: readonly Standing[]) => ({
      messages: messages.map(({ ts, metadata, file }) => ({ ts, metadata, ...(file && { files: [file] }) })),
    });
    const client = {
      chat: {
        postMessage: ({ thread_ts: thread, metadata, text = '' }: Message) => {
          const part = metadata?.event_payload.part;
          return send(`part ${part ?? text}`, () => ({
            ts: show({ thread, ...(metadata && { metadata, part }) }),
          }));
        },
        delete: async ({ ts }: { ts: string }) => this.#remove(m => m.ts === ts),
      },
      files: {
        getUploadURLExternal: async () => {
          await at('connect', 'upload');
          return { upload_url: 'data:,', file_id: `F${++this.#count}` };
        },
        completeUploadExternal: ({ files: [file], channel_id, thread_ts: thread }: Completion) =>
          channel_id === undefined
            ? Promise.resolve({ files: [{ filetype: 'png' }] })
            : send('file', () => ({ ts: show({ thread, file: { id: file.id, name: file.title } }) })),
        delete: async ({ file }: { file: string }) => this.#remove(m => m.file?.id === file),
      },
      conversations: {
        history: async () => page(this.standing.filter(m => m.thread === undefined)),
        replies: async ({ ts }: { ts: string }) =>
          page(this.standing.filter(m => m.ts === ts || m.thread === ts)),
      },
    };
    return client as unknown as WebClient;
  }

  #remove(is: (message: Standing) => boolean): void {
    const left = this.standing.filter(m => !is(m));
    this.deleted += this.standing.length - left.length;
    this.standing = left;
  }

  /** Whether every reply and file is in the thread of the headline. */
  get isOneThread(): boolean {
    const [headline, other] = this.standing.filter(m => m.thread === undefined);
    return other === undefined && this.standing.every(m => m === headline || m.thread === headline?.ts);
  }

  /** What stands there, as one may read it: parts by number, files by name. */
  get names(): string[] {
    return this.standing.map(m => m.file?.name ?? `part ${m.part}`).sort();
  }
}

interface Message {
  readonly thread_ts?: string;
  readonly text?: string;
  readonly metadata?: { readonly event_payload: { readonly part: number } };
}

interface Completion {
  readonly files: readonly [{ readonly id: string; readonly title: string }];
  readonly channel_id?: string;
  readonly thread_ts?: string;
}

/** What a digest is posted with, by a process of its own. */
export const contextOf = (
  slack: FakeSlack,
  at: (step: Step, what: string) => Promise<void>,
  rest: Pick<SlackContext, 'shop' | 'log' | 'now' | 'charts'>,
): SlackContext =>
  ({
    ...rest,
    client: slack.client(at),
    guardedClient: (mayLeave: () => boolean) => slack.client(at, mayLeave),
    pace: (_: string, call: () => Promise<unknown>) => call(),
  }) as unknown as SlackContext;
