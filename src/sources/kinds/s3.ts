import type { IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';
import { plural } from '../../core/answer/format.js';
import { SourceError } from '../errors.js';
import { arriving, type RemoteFile } from '../files/download.js';
import { inOrder, isUnfinished } from '../files/whole.js';
import { allowed, ask, clockAhead, retryAfter } from '../http/request.js';
import { tooLargeFindings } from '../limit.js';
import { objectsIn, type S3Object } from '../s3/listing.js';
import type { FileSource, KnownFiles, SourceContext, SourceKind } from '../source.js';

const settingsSchema = z.strictObject({
  url: z.string(),
  region: z.string().optional(),
  key: z.string(),
  secret: z.string(),
  private: z.enum(['yes', 'no']).optional(),
});
type Settings = z.infer<typeof settingsSchema>;

const SILENT_MS = 30_000;
const MOST_BYTES_OF_LIST = 16 * 1024 * 1024;
/** Objects that are listed; a folder with more is no folder of exports. */
const MOST_OBJECTS = 20_000;

export default {
  name: 's3',
  summary:
    'files in a bucket of S3, or of what is compatible with it: url=https://HOST/BUCKET/FOLDER region=NAME ' +
    'key=env:NAME secret=env:NAME',
  settings: settingsSchema,
  open: (given, context): FileSource => {
    const settings = settingsSchema.parse(given);
    const { host } = new URL(allowed(settings.url, { allowPrivate: settings.private === 'yes' }));
    const remote = (object: S3Object): RemoteFile => ({
      name: object.key,
      version: `${object.bytes} ${object.modified} ${object.tag}`,
      bytes: object.bytes,
      read: async (use, signal) => use(await get(settings, context, urlOf(settings, object.key), signal)),
    });
    return {
      gives: 'files',
      check: async signal => {
        const { objects, clockAheadMs } = await list(settings, context, signal);
        const found = `${host} answers, and the folder has ${plural(objects.length, 'file')} to load.`;
        return { findings: [found, ...tooLargeFindings(objects, context.mostBytes)], clockAheadMs };
      },
      files: async (known: KnownFiles, signal) => {
        const { objects } = await list(settings, context, signal);
        return arriving(objects.sort(inOrder).map(remote), known, context);
      },
    };
  },
} satisfies SourceKind;

/** The bucket and the beginning of the keys that count. @throws SourceError */
function placeOf({ url }: Settings): {
  readonly root: URL;
  readonly bucket: string;
  readonly prefix: string;
} {
  const root = new URL(url);
  const [bucket = '', ...rest] = root.pathname.split('/').slice(1).map(decodeURIComponent);
  if (bucket === '')
    throw new SourceError(
      'The address has no bucket.',
      'For example url=https://s3.example.com/bucket/exports',
      true,
    );
  const folder = rest.join('/').replace(/\/+$/, '');
  return { root, bucket, prefix: folder === '' ? '' : `${folder}/` };
}

/** Keys may have any letters: each part is written as the signature wants it. */
function urlOf(settings: Settings, key: string): string {
  const { root, bucket } = placeOf(settings);
  const path = [bucket, ...key.split('/')].map(part =>
    encodeURIComponent(part).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  return `${root.origin}/${path.join('/')}`;
}

async function list(settings: Settings, context: SourceContext, signal: AbortSignal) {
  const { root, bucket, prefix } = placeOf(settings);
  const objects: S3Object[] = [];
  let clockAheadMs = 0;
  for (let from: string | undefined = ''; from !== undefined; ) {
    const url = new URL(`/${encodeURIComponent(bucket)}`, root);
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', prefix);
    if (from !== '') url.searchParams.set('continuation-token', from);
    const answer = await get(settings, context, url.href, signal);
    clockAheadMs = clockAhead(answer, context.now());
    const page = objectsIn(await textOf(answer, root.host), root.host);
    objects.push(...page.objects);
    if (objects.length > MOST_OBJECTS)
      throw new SourceError(
        `The folder has more than ${MOST_OBJECTS} files.`,
        'Name a smaller one in url=.',
        true,
      );
    from = page.next;
  }
  // Files of the folder itself, as in other folders.
  const own = objects.filter(o => {
    const name = o.key.slice(prefix.length);
    return name !== '' && !name.includes('/') && !isUnfinished(name);
  });
  return { objects: own, clockAheadMs };
}

async function textOf(answer: IncomingMessage, host: string): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES_OF_LIST)
      throw new SourceError(`${host} answers with too long a list.`, 'Name a folder.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Asks for a list or an object, signed. @throws SourceError */
async function get(
  settings: Settings,
  context: SourceContext,
  url: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const signed = await new AwsV4Signer({
    url,
    service: 's3',
    region: settings.region ?? 'us-east-1',
    accessKeyId: await context.secret(settings.key),
    secretAccessKey: await context.secret(settings.secret),
    datetime: context
      .now()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, ''),
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  const allowPrivate = settings.private === 'yes';
  const answer = await ask(signed.url.href, { headers, allowPrivate, signal, timeoutMs: SILENT_MS });
  const status = answer.statusCode ?? 0;
  if (status === 200) return answer;
  const said = /<Code>([^<]*)<\/Code>/.exec(await textOf(answer, new URL(url).host))?.[1] ?? '';
  throw failureOf(status, said, new URL(url).host, retryAfter(answer, context.now()));
}

function failureOf(status: number, code: string, host: string, waitMs: number | undefined): SourceError {
  if (code === 'RequestTimeTooSkewed')
    return new SourceError(
      `${host} finds that the clock of this machine is wrong.`,
      'Have it set by the network (NTP).',
      true,
    );
  if (status === 403 || status === 401)
    return new SourceError(
      `${host} refused the key${code ? ` (${code})` : ''}.`,
      'The key must have the rights to list the bucket and to read its objects (ListBucket, GetObject).',
      true,
    );
  if (status === 404) return new SourceError(`${host} has no such bucket.`, 'Look at url=.', true);
  if (status === 301 || status === 400)
    return new SourceError(
      `${host} cannot be asked like this${code ? ` (${code})` : ''}.`,
      'Look at url= and at region=.',
      true,
    );
  return new SourceError(
    `${host} answers with error ${status}.`,
    'It is tried again by itself.',
    false,
    waitMs,
  );
}
