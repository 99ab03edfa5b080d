import { once } from 'node:events';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** A part of an archive, packed. */
export interface PackedPart {
  readonly name: string;
  readonly packed: Buffer;
  readonly crc: number;
  /** What the archive says that it unpacks to. */
  readonly bytes: number;
}

/** The bytes of a ZIP archive. @param declared the size that a part claims to unpack to, where it lies */
export const zip = (
  parts: Readonly<Record<string, string | Buffer>>,
  declared: Readonly<Record<string, number>> = {},
): Buffer =>
  archiveOf(
    Object.entries(parts).map(([name, content]) => {
      const bytes = Buffer.from(content);
      const size = declared[name] ?? bytes.length;
      return { name, packed: deflateRawSync(bytes), crc: crc32(bytes), bytes: size };
    }),
  );

/** Packs a part that is made piece by piece, however large it is. */
export async function packPieces(name: string, pieces: Iterable<string>): Promise<PackedPart> {
  const deflate = createDeflateRaw();
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  let [crc, bytes] = [0, 0];
  let waiting = '';
  const write = async () => {
    const chunk = Buffer.from(waiting);
    waiting = '';
    crc = crc32(chunk, crc);
    bytes += chunk.length;
    if (!deflate.write(chunk)) await once(deflate, 'drain');
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length > 65_536) await write();
  }
  await write();
  deflate.end();
  await once(deflate, 'end');
  return { name, packed: Buffer.concat(packed), crc, bytes };
}

/** The bytes of an archive with these parts. */
export function archiveOf(parts: readonly PackedPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, crc, bytes } of parts) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, place, Buffer.from(name)]),
    );
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}
