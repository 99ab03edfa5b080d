import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { discover } from '../core/files/discover.js';
import { SourceError } from './errors.js';
import { readLimit } from './limit.js';
import { settingsProblem } from './settings-problem.js';
import type { Source, SourceContext, SourceKind } from './source.js';

/** The kinds of sources that there are, by name. */
export const SOURCE_KINDS: ReadonlyMap<string, SourceKind> = new Map(
  (await discover<SourceKind>(new URL('./kinds/', import.meta.url))).map(kind => [kind.name, kind]),
);

/**
 * Settings that no kind knows: whose orders and customers the source's are, what its files hold, and how
 * large they may be.
 */
const COMMON = new Set(['keys', 'holds', 'limit']);

/**
 * Opens a source; nothing is asked yet.
 * @throws SourceError if there is no such kind, or a setting is missing or wrong
 */
export function openSource(
  { kind: name, settings }: { readonly kind: string; readonly settings: Readonly<Record<string, string>> },
  now: () => Date,
): Source {
  const kind = SOURCE_KINDS.get(name);
  if (!kind) {
    const kinds = [...SOURCE_KINDS.values()].map(k => `${k.name} (${k.summary})`).join('; ');
    throw new SourceError(`There is no kind of source "${name}".`, `There are: ${kinds}.`, true);
  }
  if (settings.keys !== undefined && settings.keys !== 'files')
    throw new SourceError(`keys=${settings.keys} is not known.`, 'Use keys=files, or leave it out.', true);
  if (settings.holds !== undefined && settings.holds !== 'rates')
    throw new SourceError(
      `holds=${settings.holds} is not known.`,
      'Use holds=rates for files of exchange rates, or leave it out.',
      true,
    );
  const own = Object.fromEntries(Object.entries(settings).filter(([key]) => !COMMON.has(key)));
  const read = kind.settings.safeParse(own);
  if (!read.success)
    throw new SourceError(settingsProblem(name, read.error, own), `It reads ${kind.summary}.`, true);
  const source = kind.open(read.data, contextAt(now, readLimit(settings.limit)));
  const ofFiles = ['holds', 'limit'].find(key => settings[key] !== undefined);
  if (ofFiles === undefined || source.gives === 'files') return source;
  throw new SourceError(
    `A source of kind ${name} gives orders, and no files.`,
    `Leave ${ofFiles}= out.`,
    true,
  );
}

const contextAt = (now: () => Date, mostBytes: number): SourceContext => ({
  now,
  mostBytes,
  secret,
  folder: join(tmpdir(), 'shopkeeper-sources'),
  wait: async (ms, signal) => {
    await pause(ms, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  },
});

/** A secret is never stored: a source knows where it is. */
async function secret(where: string): Promise<string> {
  const [, place, name = ''] = /^(env|file):(.+)$/s.exec(where) ?? [];
  if (place === undefined)
    throw new SourceError(
      'A key must be said by where it is, and not itself.',
      'Use env:NAME for a variable of the environment, or file:PATH for a file that holds the key alone.',
      true,
    );
  const value = place === 'env' ? process.env[name] : await readFile(name, 'utf8').catch(() => undefined);
  const text = value?.trim() ?? '';
  if (text !== '') return text;
  throw new SourceError(
    place === 'env'
      ? `${name} is not set in the environment.`
      : `The file ${name} cannot be read, or is empty.`,
    'It must hold the key of the source.',
    true,
  );
}
