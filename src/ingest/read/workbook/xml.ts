import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { IngestError } from '../../../core/errors.js';
import { clean } from '../text-encoding.js';
import type { Archive } from './archive.js';

/** What is done with the parts of an XML document, in its order. Names are without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Excel nests some ten elements; each open one takes memory. */
const DEEPEST = 64;
/**
 * Characters of one text, tag or comment; Excel's longest cell has 32,767, and escaped ones take up to ten
 * times as many.
 */
const LONGEST_TOKEN = 1_048_576;
/** Of an element: an open one's name is kept. */
const LONGEST_NAME = 1_000;

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
  const parser = boundedParser(handler, what => {
    throw notOffice(archive.name, part, what);
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield chunk.length;
    }
    parser.write(decoder.decode());
    parser.close();
  } finally {
    stream.destroy();
  }
}

/**
 * A parser that gives up where a document holds more at once than any office program writes. saxes keeps a
 * text or tag until its end, so that what was written since the last one ended is what it keeps.
 *
 * It has only the handlers that it must: with a few more, V8 keeps the parser as a dictionary, and reading
 * takes four times as long. Without one for errors, saxes throws them.
 */
function boundedParser(handler: XmlHandler, refuse: (what: string) => never) {
  const parser = new SaxesParser();
  let depth = 0;
  /** Characters since the last piece in which something ended. */
  let unfinished = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    unfinished = 0;
    if (++depth > DEEPEST) refuse(`elements nested more than ${DEEPEST} deep`);
    if (tag.name.length > LONGEST_NAME) refuse(`names of more than ${LONGEST_NAME} characters`);
    handler.open?.(local(tag.name), tag.attributes);
    // The parser keeps the tag until it is closed.
    tag.attributes = NO_ATTRIBUTES;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    unfinished = 0;
    depth--;
    handler.close?.(local(tag.name));
  });
  const text = (written: string) => {
    unfinished = 0;
    handler.text?.(clean(written));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    write: (piece: string) => {
      unfinished += piece.length;
      parser.write(piece);
      if (unfinished > LONGEST_TOKEN) refuse('a text or tag of more than a million characters');
    },
    close: () => parser.close(),
  };
}

const NO_ATTRIBUTES: Record<string, string> = {};

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * The refusal of a workbook that holds what no office program writes.
 * @param what `elements nested 100 deep`
 */
export const notOffice = (file: string, part: string, what: string): IngestError =>
  new IngestError(
    `${file} holds ${what} (in ${part.slice(0, 100)}), as no sales file does.`,
    'Nothing was loaded. Open it in Excel or LibreOffice and save the sheet as CSV, then ingest that file.',
  );
