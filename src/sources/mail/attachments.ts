import { createHash } from 'node:crypto';
import type { FetchMessageObject, MessageStructureObject } from 'imapflow';
import { isDataFileName } from '../../ingest/read/data-file-name.js';
import { isUnfinished, type Look } from '../files/whole.js';

/** A data file in a message. */
export interface Attachment extends Look {
  readonly uid: number;
  /** Its number within the message. */
  readonly part: string;
  /** As it is noted: the name, the day of the message, and what tells it from others of the same name. */
  readonly key: string;
}

/** Which messages count. */
export interface MessageFilter {
  /** Addresses (`till@example.com`) or hosts (`@example.com`), in small letters. */
  readonly from: readonly string[];
  /** What the subject has in it, in small letters. */
  readonly subject: string | undefined;
}

/** Whether a message is from one of the senders, and about the subject. */
export function counts({ envelope }: FetchMessageObject, { from, subject }: MessageFilter): boolean {
  const senders = (envelope?.from ?? []).map(({ address = '' }) => address.trim().toLowerCase());
  const isFrom = (named: string) =>
    senders.some(sender => (named.startsWith('@') ? sender.endsWith(named) : sender === named));
  // Several senders prove nothing of any of them.
  if (senders.length !== 1 || !from.some(isFrom)) return false;
  return subject === undefined || (envelope?.subject ?? '').toLowerCase().includes(subject);
}

/** The data files in a message; other attachments, pictures and texts are left alone. */
export function attachmentsOf(message: FetchMessageObject, uidValidity: bigint): Attachment[] {
  const { uid, envelope, bodyStructure } = message;
  const modified = timeOf(message.internalDate ?? envelope?.date);
  const sent = timeOf(envelope?.date ?? message.internalDate);
  // A message that is moved or delivered again keeps its id.
  const id = envelope?.messageId || `${uidValidity} ${uid}`;
  return leavesOf(bodyStructure).flatMap(leaf => {
    const name = nameOf(leaf);
    if (name === undefined || isUnfinished(name)) return [];
    const part = leaf.part ?? '1';
    const bytes = encodedIn(leaf);
    const told = createHash('sha256')
      .update(JSON.stringify([id, sent, part, name, leaf.size]))
      .digest('hex');
    const key = `${name} (mail of ${new Date(sent).toISOString().slice(0, 10)}, ${told.slice(0, 12)})`;
    return [{ uid, part, name, bytes, modified, key }];
  });
}

const timeOf = (date: Date | string | undefined): number => {
  const at = new Date(date ?? 0).getTime();
  return Number.isNaN(at) ? 0 : at;
};

const leavesOf = (node: MessageStructureObject | undefined): MessageStructureObject[] =>
  node === undefined ? [] : node.childNodes?.length ? node.childNodes.flatMap(leavesOf) : [node];

/** About how many bytes a part has once it is decoded: four letters of Base64 are three bytes. */
const encodedIn = ({ encoding, size = 0 }: MessageStructureObject): number =>
  encoding?.toLowerCase() === 'base64' ? Math.floor((size * 3) / 4.2) : size;

/** Kinds of content that are data whatever the attachment is called. */
const NAMELESS = new Map([
  ['text/csv', 'attachment.csv'],
  ['text/tab-separated-values', 'attachment.tsv'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment.xlsx'],
]);

/** What an attachment is called; undefined if it is no data file. */
function nameOf({ type, parameters, dispositionParameters }: MessageStructureObject): string | undefined {
  const written = dispositionParameters?.filename ?? parameters?.name ?? '';
  const name = (written.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  if (name === '') return NAMELESS.get(type.toLowerCase());
  return isDataFileName(name) ? name : undefined;
}
