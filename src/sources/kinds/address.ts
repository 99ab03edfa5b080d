import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { SourceError } from '../errors.js';
import { download, LONGEST_MS } from '../files/download.js';
import { allowed, ask, clockAhead, retryAfter } from '../http/request.js';
import { tooLarge } from '../limit.js';
import type { ArrivedFile, FileSource, KnownFiles, SourceContext, SourceKind } from '../source.js';

/** Nothing came for so long. */
const SILENT_MS = 30_000;

export default {
  name: 'address',
  summary: 'a file at an https address, such as a published sheet or a nightly export: url=ADDRESS',
  settings: z.strictObject({ url: z.string(), private: z.enum(['yes', 'no']).optional() }),
  open: (settings, context): FileSource => {
    const allowPrivate = settings.private === 'yes';
    const url = settings.url ?? '';
    const get = (headers: Record<string, string>, signal: AbortSignal) =>
      ask(url, { headers, allowPrivate, signal, timeoutMs: SILENT_MS });
    return {
      gives: 'files',
      check: async signal => {
        const answer = await get({}, signal);
        answer.destroy();
        mustBeFile(answer, context);
        const clockAheadMs = clockAhead(answer, context.now());
        return { findings: [`${new URL(url).host} answers with a file.`], clockAheadMs };
      },
      files: async (known: KnownFiles, signal) => {
        const name = nameOf(allowed(url, { allowPrivate }));
        const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
        const before = known.get(name)?.version ?? '';
        const [tag = '', hash = ''] = before.split(' ', 2);
        const answer = await get(tag === '' ? {} : { 'if-none-match': decodeURIComponent(tag) }, limit);
        if (answer.statusCode === 304) {
          answer.resume();
          return [];
        }
        mustBeFile(answer, context);
        const fetched = await download(answer, name, context);
        const file: ArrivedFile = {
          name,
          version: `${encodeURIComponent(answer.headers.etag ?? '')} ${fetched.hash}`,
          fetch: async () => (fetched.hash === hash ? undefined : fetched.path),
          release: () => rm(fetched.folder, { recursive: true, force: true }),
        };
        return [file];
      },
    };
  },
} satisfies SourceKind;

const nameOf = ({ pathname, host }: URL): string => {
  const last = decodeURIComponent(pathname.split('/').at(-1) ?? '').replace(/[^\p{L}\d._ -]+/gu, '');
  return /\.[a-z]{2,4}$/i.test(last) ? last : `${host.replace(/[^\w.-]/g, '')}${last ? `-${last}` : ''}.csv`;
};

/** @throws SourceError if the answer is no file */
function mustBeFile(answer: IncomingMessage, { now, mostBytes }: SourceContext): void {
  const status = answer.statusCode ?? 0;
  const type = answer.headers['content-type'] ?? '';
  const fail = (message: string, hint: string, needsPerson: boolean) => {
    answer.destroy();
    throw new SourceError(message, hint, needsPerson, retryAfter(answer, now()));
  };
  if (status === 401 || status === 403)
    fail('The address wants a login.', 'Publish the file under an address that needs none.', true);
  if (status === 404 || status === 410)
    fail(
      'There is no file at the address any more.',
      'Publish it again, or add the source with its new address.',
      true,
    );
  if (status !== 200)
    fail(`The address answers with error ${status}.`, 'It is tried again by itself.', false);
  if (/html/i.test(type))
    fail(
      'The address shows a page, and no file: perhaps a login.',
      'Give the address that a browser downloads the file from.',
      true,
    );
  const bytes = Number(answer.headers['content-length'] ?? 0);
  if (bytes > mostBytes) {
    answer.destroy();
    throw tooLarge(mostBytes, bytes);
  }
}
