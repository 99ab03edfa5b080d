import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { type Choice, chooseEncoding } from './encoding/choose.js';
import { decodeBytes, withEuro } from './encoding/encodings.js';
import { decodeMixed, endOfUtf8, MixedDecoder } from './encoding/mixed.js';
import { CellSamples, type SampleCell } from './encoding/samples.js';
import type { FileFacts, RolesNamed } from './table.js';

/** How a file's bytes are read as text. */
export interface TextReading {
  /** As iconv-lite knows it. */
  readonly encoding: string;
  /** The encoding of single bytes that do not fit, in a file that is UTF-8 otherwise. */
  readonly misfits?: string;
  /** As people know it. */
  readonly name: string;
  /** What had to be assumed of its letters, in sentences for the person. */
  readonly assumptions: readonly string[];
}

/**
 * Finds the encoding of a text file. UTF-16 by its mark or its zeros, UTF-8 where every letter fits,
 * otherwise the encoding whose letters make sense.
 */
export async function findEncoding(file: FileFacts, rolesNamed: RolesNamed): Promise<TextReading> {
  const wide = utf16(file.head);
  if (wide) return { encoding: wide, name: 'UTF-16', assumptions: [] };
  // Most files are ASCII from end to end.
  const cells = file.isAscii ? [] : await cellsBeyondUtf8(file);
  if (cells.length === 0) return { encoding: 'utf-8', name: 'UTF-8', assumptions: [] };
  return readingOf(chooseEncoding({ head: file.head, cells }, rolesNamed));
}

/** Some hundred cells of a file of which not all is UTF-8; none where all is. */
async function cellsBeyondUtf8(file: FileFacts): Promise<readonly SampleCell[]> {
  const samples = new CellSamples();
  let hasMisfits = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of file.content()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfUtf8(bytes);
    rest = Buffer.from(bytes.subarray(end));
    hasMisfits ||= !isUtf8(bytes.subarray(0, end));
    // A file of UTF-8 with one damaged letter is known by the cells before.
    if (hasMisfits || samples.isFew) samples.add(chunk);
  }
  samples.end();
  return hasMisfits || rest.length > 0 ? samples.chosen() : [];
}

function readingOf(choice: Choice): TextReading {
  const { encoding, isUtf8: isMostlyUtf8, example } = choice;
  if (!isMostlyUtf8) {
    const { key = 'windows-1252', name = 'CP1252' } = encoding ?? {};
    return { encoding: key, name, assumptions: doubts(choice, name) };
  }
  if (!encoding)
    return {
      encoding: 'utf-8',
      name: 'UTF-8',
      assumptions: [
        `Some letters of the file are damaged and shown as "\ufffd", in "${example}" for example. Export ` +
          'it again as UTF-8 to have them right.',
      ],
    };
  const said =
    `The file is UTF-8, but for some letters that another program wrote: "${example}" for example was read ` +
    `as ${encoding.name}. If names look wrong, export all of it as UTF-8 and load it again.`;
  return {
    encoding: 'utf-8',
    misfits: encoding.key,
    name: `UTF-8 and ${encoding.name}`,
    assumptions: [said],
  };
}

const ASK_FOR_UTF8 = 'save the file as UTF-8 and load it again.';

function doubts({ makesSense, example, rival }: Choice, name: string): string[] {
  if (rival)
    return [
      `The letters could not be made out for certain: "${example}" was read as ${name}, but is ` +
        `"${rival.example}" in ${rival.encoding?.name ?? 'UTF-8'}. If that is right, ${ASK_FOR_UTF8}`,
    ];
  return makesSense
    ? []
    : [
        `The letters make little sense, "${example}" for example, which was read as ${name}. If it is ` +
          `wrong, ${ASK_FOR_UTF8}`,
      ];
}

/** UTF-16 by its byte order mark; without one by the zeros beside ASCII letters. */
export function utf16(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2_000);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2] = zeros[i % 2]! + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked * 0.3 && even < looked * 0.02) return 'utf-16le';
  return even > looked * 0.3 && odd < looked * 0.02 ? 'utf-16be' : undefined;
}

/** PostgreSQL keeps no NUL, and no half of a character. */
export const clean = (text: string): string =>
  text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;

/** The beginning of a file as text. */
export const decodeHead = (bytes: Buffer, { encoding, misfits }: TextReading): string =>
  misfits === undefined ? decodeBytes(bytes, encoding) : decodeMixed(bytes, misfits);

/** The file's text in pieces, without a byte order mark. */
export async function* decoded(
  file: FileFacts,
  { encoding, misfits }: TextReading,
  onBytes?: (read: number) => void,
): AsyncGenerator<string> {
  // What is ASCII from end to end is the same in every encoding, and read fastest as single bytes.
  const isPlain = file.isAscii && encoding === 'utf-8';
  const decoder =
    misfits === undefined ? iconv.getDecoder(isPlain ? 'latin1' : encoding) : new MixedDecoder(misfits);
  for await (const chunk of file.content(onBytes)) {
    const text = decoder.write(chunk);
    if (text !== '') yield withEuro(clean(text), encoding);
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
