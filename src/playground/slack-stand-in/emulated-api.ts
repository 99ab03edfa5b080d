import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createEmulator, type Emulator } from 'emulate';
import { z } from 'zod';
import { ShopkeeperError } from '../../core/errors.js';
import { projectFile } from '../../core/files/project-file.js';
import { parseJson } from '../http.js';
import type { Secrets } from '../secrets.js';

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** The scopes that manifest.json asks for: what works here works with an app installed from it. */
async function manifestScopes(): Promise<string[]> {
  const text = await readFile(projectFile('manifest.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).oauth_config.scopes.bot;
}

/** Parameters that say where something goes, not what is in it. */
const HARMLESS = new Set(
  'channel channel_id cursor latest length limit metadata name oldest thread_ts ts types user user_id users'.split(
    ' ',
  ),
);
const withBlocks = z.object({ type: z.string().optional(), blocks: z.array(z.unknown()).default([]) });
const withIds = z.array(z.object({ id: z.string() }));
const dividers = (blocks: readonly unknown[]) => blocks.map(() => ({ type: 'divider' }));
/** What stands in for the content of a message, a file or a view: as many blocks, no words, no figures. */
const REPLACED: Readonly<Record<string, (value: string) => string>> = {
  text: value => (value === '' ? '' : 'text'),
  filename: value => `file${extname(value)}`,
  files: value => JSON.stringify(parseJson(value, withIds).map(({ id }) => ({ id }))),
  blocks: value => JSON.stringify(dividers(parseJson(value, z.array(z.unknown())))),
  view: value => {
    const { type, blocks } = parseJson(value, withBlocks);
    return JSON.stringify({ type, blocks: dividers(blocks) });
  },
};

/** The parameters of a call without what they say of the shop. */
export function withoutContent(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (HARMLESS.has(name)) return [[name, value]];
      const replace = REPLACED[name];
      return replace ? [[name, replace(value)]] : [];
    }),
  );
}

/**
 * The Web API as `emulate` answers it: tokens, scopes, channels, ids. It has a port of its own on loopback, and
 * shows all that it holds there to whoever asks, other websites included. So it gets nothing to hold: content
 * stays with the workspace, and the call arrives with placeholders.
 */
export class EmulatedApi {
  private constructor(
    private readonly emulator: Emulator,
    readonly url: string,
  ) {}

  static async open({ botToken, setupToken }: Secrets): Promise<EmulatedApi> {
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
        'The playground cannot use another address for its stand-in.',
        'Unset EMULATE_BASE_URL and PORTLESS_URL.',
      );
    }
    // Not by name: localhost may be another address first, at which anybody may listen.
    return new EmulatedApi(emulator, `http://127.0.0.1:${port}`);
  }

  /** Carries out a call without its content. @returns the answer as text; addresses in it lead to `ownUrl` */
  async call(
    method: string,
    given: Readonly<Record<string, string>>,
    token: string,
    ownUrl: string,
  ): Promise<{ status: number; body: string }> {
    const answer = await fetch(`${this.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(withoutContent(given)),
    });
    return { status: answer.status, body: (await answer.text()).replaceAll(this.emulator.url, ownUrl) };
  }

  /** Takes as many bytes as a file has. @returns the status, 404 for a path that was not handed out */
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
