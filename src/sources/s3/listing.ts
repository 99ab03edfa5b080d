import { SourceError } from '../errors.js';
import type { Look } from '../files/whole.js';

/** An object of a bucket; `name` is its key. */
export interface S3Object extends Look {
  readonly key: string;
  /** Its ETag. */
  readonly tag: string;
}

/**
 * Reads a list of objects (ListObjectsV2).
 * @returns its objects, and where the next page begins
 * @throws SourceError if it is none
 */
export function objectsIn(xml: string, host: string): { objects: S3Object[]; next: string | undefined } {
  if (!/<ListBucketResult\b/.test(xml))
    throw new SourceError(
      `${host} answers with something that is no list of a bucket.`,
      'Look at url=: https://HOST/BUCKET/FOLDER.',
    );
  const objects = [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, content = '']) => {
    const key = textIn(content, 'Key') ?? '';
    return {
      key,
      name: key,
      bytes: Number(textIn(content, 'Size') ?? 0),
      modified: Date.parse(textIn(content, 'LastModified') ?? '') || 0,
      tag: textIn(content, 'ETag') ?? '',
    };
  });
  const isCut = textIn(xml, 'IsTruncated') === 'true';
  return { objects, next: isCut ? textIn(xml, 'NextContinuationToken') : undefined };
}

function textIn(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, named) => {
    if (decimal || hex) return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16));
    return ENTITIES.get(named) ?? all;
  });
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
