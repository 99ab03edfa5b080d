import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { clean } from '../encoding.js';
import type { Archive } from './archive.js';

/** What is done with the parts of an XML document, in its order. Names are without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads one part of an archive from beginning to end; nothing where there is no such part. */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlPieces(archive, part, handler)) {
    // Everything is in the handler.
  }
}

/** The same, in pieces: what waits between two of them holds the reading up. */
export async function* xmlPieces(
  archive: Archive,
  part: string,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const stream = await archive.open(part);
  if (!stream) return;
  const parser = new SaxesParser();
  let failure: Error | undefined;
  parser.on('error', error => {
    failure ??= error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(local(tag.name), tag.attributes));
  parser.on('text', text => handler.text?.(clean(text)));
  parser.on('cdata', text => handler.text?.(clean(text)));
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(local(tag.name)));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (failure) throw failure;
      yield chunk.length;
    }
    parser.write(decoder.decode()).close();
    if (failure) throw failure;
  } finally {
    stream.destroy();
  }
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
