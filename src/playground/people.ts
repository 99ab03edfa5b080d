import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CAPABILITY_NAMES } from '../access/capabilities.js';
import { writePrivateFile } from '../core/files/private-file.js';
import type { PartChannel } from './part-channel.js';
import type { Workspace } from './slack-stand-in/workspace.js';

/** Somebody whom one can be on the page. */
export interface PlaygroundPerson {
  readonly name: string;
  /** What the page calls their role. */
  readonly role: string;
  readonly may: readonly (typeof CAPABILITY_NAMES)[number][];
}

/** What the page knows of somebody whom one can be. `direct` is their conversation with the bot. */
export interface PersonOnPage extends Pick<PlaygroundPerson, 'name' | 'role'> {
  readonly id: string;
  readonly direct: string;
}

/** The people of the playground; the first is who opens it. */
export const PEOPLE: readonly PlaygroundPerson[] = [
  { name: 'you', role: 'owner', may: CAPABILITY_NAMES },
  { name: 'ana', role: 'marketing', may: ['sales', 'customers', 'contacts', 'export', 'digests'] },
  { name: 'ben', role: 'sales floor', may: ['sales'] },
];

/** An access file that gives the people of a workspace their roles (docs/access.md). */
export interface AccessOfPeople {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes it. In the channels customers are named for all, so that the digest is complete.
 * @param part a channel whose answers are of a part of the shop
 */
export async function writeAccessFile(workspace: Workspace, part?: PartChannel): Promise<AccessOfPeople> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-playground-'));
  const path = join(folder, 'access.yml');
  const roles = PEOPLE.map(({ name, role, may }) => [
    role.replaceAll(' ', '-'),
    { people: [workspace.personCalled(name)], may: [...may] },
  ]);
  const channels = [workspace.channel, ...(part ? [part.id] : [])];
  const text = stringify({
    roles: {
      ...Object.fromEntries(roles),
      channel: { channels, may: ['sales', 'customers'] },
    },
    channels: {
      [workspace.channel]: { customers: 'shared' },
      ...(part && { [part.id]: { scope: part.scope, customers: 'shared' } }),
    },
  });
  await writePrivateFile(path, text);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
