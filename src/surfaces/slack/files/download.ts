import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { IngestError } from '../../../core/errors.js';

const MEGABYTE = 1_000_000;
const DOWNLOAD_MS = 60_000;
/** Only the owner may read a file with sales. */
const PRIVATE = 0o600;

/** The hosts of files, by the host of the Web API (GovSlack has its own). */
const FILE_HOSTS: ReadonlyMap<string, string> = new Map([
  ['slack.com', 'files.slack.com'],
  ['slack-gov.com', 'files.slack-gov.com'],
]);

const fileSchema = z.object({
  file: z.object({
    id: z.string(),
    name: z.string().min(1),
    size: z.number().default(0),
    url_private_download: z.string().optional(),
    url_private: z.string().optional(),
  }),
});

/** Where files come from, and how large they may be. */
export interface FileSource {
  readonly client: WebClient;
  /** The setting SLACK_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly mostMegabytes: number;
}

/**
 * Whether a file may be fetched from this address with the bot's token. A payload that names another server
 * would send the token there.
 */
export function isSlackFileUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(apiUrl)) return false;
  const [address, api] = [new URL(url), new URL(apiUrl)];
  if (address.username !== '' || address.password !== '') return false;
  const host = FILE_HOSTS.get(api.hostname.replace(/^www\./, ''));
  return host === undefined ? address.origin === api.origin : address.origin === `https://${host}`;
}

/**
 * Fetches files from Slack into a folder of their own, and deletes them after the work.
 * @param work gets the paths, in the same order
 * @throws IngestError if a file is too large, or Slack does not give it
 */
export async function withSlackFiles<T>(
  ids: readonly string[],
  source: FileSource,
  work: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-slack-'));
  try {
    const paths: string[] = [];
    for (const [i, id] of ids.entries()) paths.push(await fetchFile(id, join(folder, String(i)), source));
    return await work(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchFile(id: string, folder: string, source: FileSource): Promise<string> {
  const { client, apiUrl, token, mostMegabytes } = source;
  const { file } = fileSchema.parse(await client.files.info({ file: id }));
  const most = mostMegabytes * MEGABYTE;
  if (file.size > most) throw tooLarge(file.name, mostMegabytes);
  const url = file.url_private_download ?? file.url_private;
  if (url === undefined || !isSlackFileUrl(url, apiUrl))
    throw new IngestError(
      `${file.name} is not stored at Slack, so I do not fetch it.`,
      'Download it, and upload it here as a file.',
    );
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  });
  // Without the scope Slack answers with its page to sign in.
  if (!response.ok || !response.body || /^text\/html/.test(response.headers.get('content-type') ?? ''))
    throw new IngestError(
      `Slack did not give me ${file.name} (HTTP ${response.status}).`,
      'My administrator may have to reinstall the app from manifest.json: it needs the scope files:read.',
    );
  // The name is shown to people, and must not lead out of the folder.
  const name = basename(file.name.replaceAll(/[\\/\p{Cc}]/gu, '_')).slice(-120);
  // A folder for each, since two may have the same name.
  await mkdir(folder);
  const path = join(folder, name);
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  await pipeline(
    body,
    atMost(most, tooLarge(file.name, mostMegabytes)),
    createWriteStream(path, { mode: PRIVATE }),
  );
  if ((await stat(path)).size === 0)
    throw new IngestError(`${file.name} is empty.`, 'Export it again, and upload it here.');
  return path;
}

const tooLarge = (name: string, megabytes: number): IngestError =>
  new IngestError(
    `${name} is larger than the ${megabytes} MB that I take from Slack (SLACK_FILE_MB).`,
    'On the machine I run on, `shopkeeper ingest` loads files of any size.',
  );

/** Hands bytes on, and fails with an error after so many. */
function atMost(bytes: number, error: Error): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      seen += chunk.byteLength;
      if (seen > bytes) done(error);
      else done(null, chunk);
    },
  });
}
