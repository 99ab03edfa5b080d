import { isAbsolute, join } from 'node:path';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { z } from 'zod';
import { plural } from '../../core/answer/format.js';
import { SourceError } from '../errors.js';
import { arriving, type RemoteFile } from '../files/download.js';
import { putAway } from '../files/put-away.js';
import { inOrder } from '../files/whole.js';
import { tooLargeFindings } from '../limit.js';
import { type Attachment, attachmentsOf, counts, type MessageFilter } from '../mail/attachments.js';
import { addressOf, withFolder } from '../mail/connection.js';
import type { FileSource, KnownFiles, SourceKind } from '../source.js';

/** Messages of the senders that are looked at; more should be put away. */
const MOST_MESSAGES = 10_000;
/** Looking through a folder. */
const LOOK_MS = 5 * 60_000;
/** How much of a file is asked for at once. */
const PART_BYTES = 1024 * 1024;
const SENDER = /^[^\s@,]*@[^\s@,]+$/;

const settingsSchema = z.strictObject({
  url: z.string(),
  password: z.string(),
  from: z
    .string()
    .transform(text =>
      text
        .toLowerCase()
        .split(',')
        .map(part => part.trim()),
    )
    .refine(
      senders => senders.every(sender => SENDER.test(sender)),
      'must be addresses such as till@example.com, or @example.com for all of a host, with commas between',
    )
    .transform(senders => senders.join(',')),
  subject: z.string().optional(),
  mark: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,40}$/, 'must be seen, flagged, or a keyword of letters')
    .optional(),
  refused: z.string().refine(isAbsolute, 'must be a whole path, from / on').optional(),
  tls: z.enum(['no']).optional(),
});
type Settings = z.infer<typeof settingsSchema>;

/** What a folder has for us. */
interface Found {
  readonly files: readonly Attachment[];
  readonly messages: number;
  readonly uidValidity: bigint;
  /** Of the messages that have the mark already. */
  readonly marked: ReadonlySet<number>;
}

export default {
  name: 'mail',
  summary:
    'files attached to messages in a mailbox (IMAP): url=imaps://USER@HOST/FOLDER password=env:NAME ' +
    'from=ADDRESS subject=WORDS mark=seen',
  settings: settingsSchema,
  open: (given, context): FileSource => {
    const settings = settingsSchema.parse(given);
    const { host, folder } = addressOf(settings);
    const mark = markOf(settings);
    const open = <T>(isReadOnly: boolean, signal: AbortSignal, work: (client: ImapFlow) => Promise<T>) =>
      withFolder(settings, context, { isReadOnly, signal }, work);
    const setMark = (uids: readonly number[], uidValidity: bigint, signal: AbortSignal): Promise<void> =>
      open(false, signal, async client => {
        if (mark === undefined || uids.length === 0 || uidValidityOf(client) !== uidValidity) return;
        await client.messageFlagsAdd([...uids], [mark], { uid: true });
      });
    return {
      gives: 'files',
      check: signal =>
        open(mark === undefined, signal, async client => {
          if (mark !== undefined) mustTakeMarks(client, mark, host);
          const { files, messages } = await find(client, settings, mark);
          const [sent, attached] = [plural(messages, 'message'), plural(files.length, 'data file')];
          const found = `${sent} of these senders with ${attached}`;
          const answers = `${host} answers, and ${folder.join('/')} has ${found}.`;
          return { findings: [answers, ...tooLargeFindings(files, context.mostBytes)] };
        }),
      files: async (known: KnownFiles, signal) => {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
        const { files, uidValidity, marked } = await open(true, limit, client =>
          find(client, settings, mark),
        );
        const left = new Map<number, number>();
        for (const { uid, key } of files)
          left.set(uid, (left.get(uid) ?? 0) + (known.get(key)?.version === key ? 0 : 1));
        // Their files were noted, and the process ended before they were marked.
        const late = [...left].filter(([uid, files]) => files === 0 && !marked.has(uid)).map(([uid]) => uid);
        if (mark !== undefined && late.length > 0) await setMark(late, uidValidity, limit);
        const remote = (file: Attachment): RemoteFile => ({
          name: file.key,
          version: file.key,
          bytes: file.bytes,
          savedAs: file.name,
          read: (use, aborted) =>
            open(true, aborted, async client =>
              use(await contentOf(client, file, uidValidity, context.mostBytes)),
            ),
          done: async (outcome, report, path) => {
            if (outcome === 'refused' && path !== undefined && settings.refused !== undefined)
              await putAway(path, join(settings.refused), report);
            left.set(file.uid, (left.get(file.uid) ?? 1) - 1);
            // A mark that fails is set by the next run.
            if (mark !== undefined && left.get(file.uid) === 0)
              await setMark([file.uid], uidValidity, signal).catch(() => {});
          },
        });
        return arriving(once([...files].sort(inOrder)).map(remote), known, context);
      },
    };
  },
} satisfies SourceKind;

const markOf = ({ mark }: Settings): string | undefined =>
  mark === undefined
    ? undefined
    : (new Map([
        ['seen', '\\Seen'],
        ['flagged', '\\Flagged'],
      ]).get(mark) ?? mark);

const filterOf = ({ from, subject }: Settings): MessageFilter => ({
  from: from.split(','),
  subject: subject?.toLowerCase(),
});

const uidValidityOf = ({ mailbox }: ImapFlow): bigint => (mailbox ? mailbox.uidValidity : 0n);

/** @throws SourceError if messages cannot be marked */
function mustTakeMarks({ mailbox }: ImapFlow, mark: string, host: string): void {
  const allowed = mailbox ? mailbox.permanentFlags : undefined;
  const isKept = allowed === undefined || allowed.has(mark) || (!mark.startsWith('\\') && allowed.has('\\*'));
  if (mailbox && !mailbox.readOnly && isKept) return;
  throw new SourceError(
    `${host} lets the user mark no messages so in this folder.`,
    'Leave mark= out: what was read is known all the same.',
    true,
  );
}

/** The data files in the messages that count, oldest message first. @throws SourceError */
async function find(client: ImapFlow, settings: Settings, mark: string | undefined): Promise<Found> {
  const filter = filterOf(settings);
  const [first, ...others] = filter.from.map(from => ({ from }));
  const uids =
    (await client.search(others.length === 0 ? { ...first } : { or: [{ ...first }, ...others] }, {
      uid: true,
    })) || [];
  if (uids.length > MOST_MESSAGES)
    throw new SourceError(
      `The folder has more than ${MOST_MESSAGES} messages of these senders.`,
      'Move old ones to another folder, or have a rule of the mailbox put those that count into one.',
      true,
    );
  const messages: FetchMessageObject[] = [];
  const wanted = { uid: true, flags: true, envelope: true, bodyStructure: true, internalDate: true };
  if (uids.length > 0)
    for await (const message of client.fetch(uids, wanted, { uid: true })) messages.push(message);
  const uidValidity = uidValidityOf(client);
  const own = messages.filter(message => counts(message, filter)).sort((a, b) => a.uid - b.uid);
  return {
    files: own.flatMap(message => attachmentsOf(message, uidValidity)),
    messages: own.length,
    uidValidity,
    marked: new Set(own.filter(m => mark !== undefined && m.flags?.has(mark)).map(m => m.uid)),
  };
}

/** A message that was delivered twice is one. */
const once = (files: readonly Attachment[]): Attachment[] => [
  ...new Map(files.map(file => [file.key, file])).values(),
];

/** The content of an attachment, as the sender's file was. @throws SourceError */
async function contentOf(
  client: ImapFlow,
  { uid, part }: Attachment,
  uidValidity: bigint,
  mostBytes: number,
) {
  const options = { uid: true, maxBytes: mostBytes + 1, chunkSize: PART_BYTES, decodeText: false };
  const found = uidValidityOf(client) === uidValidity ? await client.download(uid, part, options) : undefined;
  if (found?.content) return found.content;
  throw new SourceError('A message was moved while it was read.', 'It is looked for again by itself.');
}
