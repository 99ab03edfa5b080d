import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createEmulator, type Emulator } from 'emulate';
import { z } from 'zod';
import { ShopkeeperError } from '../../core/errors.js';
import { projectFile } from '../../core/files/project-file.js';
import type { ApiAnswer } from './api-answer.js';
import { parseJson } from './http.js';
import type { Secrets } from './secrets.js';

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** The scopes in manifest.json, so that the stand-in allows the same calls as a real installation. */
async function manifestScopes(): Promise<string[]> {
  const text = await readFile(projectFile('manifest.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).oauth_config.scopes.bot;
}

/** Parameters that address something and hold no content. */
const WITHOUT_CONTENT = new Set([
  'channel',
  'channel_id',
  'cursor',
  'latest',
  'length',
  'limit',
  'metadata',
  'name',
  'oldest',
  'thread_ts',
  'ts',
  'types',
  'user',
  'user_id',
  'users',
]);
const withBlocks = z.object({ type: z.string().optional(), blocks: z.array(z.unknown()).default([]) });
const withIds = z.array(z.object({ id: z.string() }));
const dividers = (blocks: readonly unknown[]) => blocks.map(() => ({ type: 'divider' }));
/**
 * Replaces the content of a message, a file or a view by placeholders: as many blocks, without words or
 * figures.
 */
const PLACEHOLDERS: Readonly<Record<string, (value: string) => string>> = {
  text: value => (value === '' ? '' : 'text'),
  filename: value => `file${extname(value)}`,
  files: value => JSON.stringify(parseJson(value, withIds).map(({ id }) => ({ id }))),
  blocks: value => JSON.stringify(dividers(parseJson(value, z.array(z.unknown())))),
  view: value => {
    const { type, blocks } = parseJson(value, withBlocks);
    return JSON.stringify({ type, blocks: dividers(blocks) });
  },
};

/** The parameters of a call without the shop's data. */
export function withoutContent(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      if (WITHOUT_CONTENT.has(name)) return [[name, value]];
      const replace = PLACEHOLDERS[name];
      return replace ? [[name, replace(value)]] : [];
    }),
  );
}

/**
 * The Web API as the package `emulate` answers it: tokens, scopes, channels, ids. It listens on its own
 * loopback port and shows everything it stores there to anybody, including other websites. It therefore gets
 * placeholders instead of the shop's data.
 */
export class EmulatedApi {
  private constructor(
    private readonly emulator: Emulator,
    readonly url: string,
  ) {}

  /** @param people names of further people */
  static async open({ botToken, setupToken }: Secrets, people: readonly string[] = []): Promise<EmulatedApi> {
    const emulator = await createEmulator({
      service: 'slack',
      port: 0,
      hostname: '127.0.0.1',
      seed: {
        slack: {
          team: { name: 'The shop', domain: 'the-shop' },
          users: [
            { name: 'you', real_name: 'You' },
            { name: 'shopkeeper', real_name: 'Shopkeeper' },
            ...people.map(name => ({ name, real_name: name })),
          ],
          channels: [{ name: 'sales' }],
          strict_scopes: true,
          tokens: [
            { token: botToken, user: 'shopkeeper', type: 'bot', scopes: await manifestScopes() },
            {
              token: setupToken,
              user: 'shopkeeper',
              type: 'bot',
              scopes: ['channels:read', 'channels:manage', 'users:read'],
            },
          ],
        },
      },
    });
    const { hostname, port } = new URL(emulator.url);
    if (hostname !== 'localhost') {
      await emulator.close();
      throw new ShopkeeperError(
        'The playground needs its stand-in for Slack to listen on localhost.',
        'Unset EMULATE_BASE_URL and PORTLESS_URL.',
      );
    }
    // The name localhost may resolve to another address, at which another program may listen.
    return new EmulatedApi(emulator, `http://127.0.0.1:${port}`);
  }

  /** Carries out a call without its content. @returns the answer; addresses in it are replaced by `ownUrl` */
  async call(
    method: string,
    parameters: Readonly<Record<string, string>>,
    token: string,
    ownUrl: string,
  ): Promise<ApiAnswer> {
    const answer = await fetch(`${this.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(withoutContent(parameters)),
    });
    return { status: answer.status, body: (await answer.text()).replaceAll(this.emulator.url, ownUrl) };
  }

  /** Uploads as many zero bytes as a file has. @returns the status; 404 for an unknown upload path */
  async upload(path: string, length: number): Promise<number> {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(length),
    });
    return answer.status;
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}
