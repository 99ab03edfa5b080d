import { decodeBytes } from './encodings.js';

const BEYOND_ASCII = /[\x80-\xff]+/g;
/** A character in UTF-8, or else a byte that is none. */
const UTF8_OR_BYTE = new RegExp(
  [
    '[\\xc2-\\xdf][\\x80-\\xbf]',
    '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]',
    '[\\xe1-\\xef][\\x80-\\xbf]{2}',
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}',
    '[\\xf1-\\xf3][\\x80-\\xbf]{3}',
    '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
    '[\\x80-\\xff]',
  ].join('|'),
  'g',
);

/** Decodes UTF-8 in which single bytes are of another encoding: exports of several programs in one file. */
export const decodeMixed = (bytes: Buffer, other: string): string =>
  bytes
    .toString('latin1')
    .replace(BEYOND_ASCII, run =>
      run.replace(UTF8_OR_BYTE, found =>
        found.length === 1
          ? decodeBytes(Buffer.from(found, 'latin1'), other)
          : Buffer.from(found, 'latin1').toString('utf8'),
      ),
    );

/** Decodes a file of that kind in pieces, without its byte order mark. */
export class MixedDecoder {
  readonly #other: string;
  #isFirst = true;
  #rest: Buffer = Buffer.alloc(0);

  constructor(other: string) {
    this.#other = other;
  }

  write(chunk: Buffer): string {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = endOfUtf8(bytes);
    this.#rest = Buffer.from(bytes.subarray(end));
    const text = decodeMixed(bytes.subarray(0, end), this.#other);
    return isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  end(): string | undefined {
    return decodeMixed(this.#rest, this.#other);
  }
}

/** Where the last whole character of UTF-8 ends: up to three bytes of the next may be there. */
export function endOfUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
