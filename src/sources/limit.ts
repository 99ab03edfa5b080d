import { SourceError } from './errors.js';

const MB = 1024 * 1024;
const UNITS = new Map([
  ['MB', MB],
  ['GB', 1024 * MB],
]);

/** The largest file that a source of files takes, unless its setting `limit=` says otherwise; bytes. */
export const USUAL_LIMIT = 500 * MB;

/** Reads `limit=2GB`. @returns bytes @throws SourceError */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return USUAL_LIMIT;
  const [, number = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?(MB|GB)$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS.get(unit.toUpperCase()) ?? 0));
  if (bytes > 0) return bytes;
  throw new SourceError(`limit=${text} is no size of a file.`, 'For example limit=800MB or limit=2GB.', true);
}

/** `500 MB`, `9.8 GB`. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes < 1_000 * MB ? ['MB', MB] : ['GB', 1024 * MB];
  return `${Number((bytes / size).toPrecision(bytes / size < 100 ? 2 : 3))} ${unit}`;
}

/** A file is too large. @param bytes its size, if it is known */
export const tooLarge = (limit: number, bytes?: number): SourceError =>
  new SourceError(
    `The file is larger than ${sizeText(limit)}${bytes === undefined ? '' : `: it has ${sizeText(bytes)}`}.`,
    `Export less at a time, or add the source again with a higher limit (limit=${above(bytes ?? limit)}).`,
    true,
    undefined,
    true,
  );

/** What a check says of files that will be refused as they are too large: nothing, or a sentence. */
export function tooLargeFindings(
  files: readonly { readonly name: string; readonly bytes: number }[],
  limit: number,
): readonly string[] {
  const large = files.filter(file => file.bytes > limit).sort((a, b) => b.bytes - a.bytes);
  const [largest] = large;
  if (!largest) return [];
  const size = `${largest.name} has ${sizeText(largest.bytes)}`;
  const subject = large.length === 1 ? `${size} and` : `${large.length} files (${size})`;
  return [
    `${subject} will be refused, since files may have ${sizeText(limit)} at most: ` +
      `export less at a time, or add the source with a higher limit (limit=${above(largest.bytes)}).`,
  ];
}

/** A limit that lets a file of so many bytes in. */
const above = (bytes: number): string => `${Math.floor(bytes / (1024 * MB)) + 1}GB`;
