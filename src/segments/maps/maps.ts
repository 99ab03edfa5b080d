import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from '../../core/errors.js';
import { type SegmentMap, segmentMapSchema } from './map.js';

/** The segment maps that can be used: those that come along, and the shop's own. */
export interface Maps {
  /** In the order of their names. */
  readonly all: readonly SegmentMap[];
  get(name: string): SegmentMap | undefined;
}

const FOLDER = new URL('./shipped/', import.meta.url);
let shipped: readonly SegmentMap[] | undefined;

/** The maps that come along: each is one file in shipped/. */
export function shippedMaps(): readonly SegmentMap[] {
  shipped ??= readdirSync(FOLDER)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => readMap(name, readFileSync(new URL(name, FOLDER), 'utf8')));
  return shipped;
}

/** The maps that come along and these. One of the same name as one that comes along takes its place. */
export function mapsWith(own: readonly SegmentMap[] = []): Maps {
  const byName = new Map([...shippedMaps(), ...own].map(map => [map.name, map]));
  const all = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { all, get: name => byName.get(name) };
}

/** Whether a setting names a file rather than one of the maps. */
export const isMapFile = (setting: string): boolean => /\.json$|[\\/]/i.test(setting);

/** Reads a shop's own map. @throws ConfigError with every fault and its place */
export function readMapFile(path: string): SegmentMap {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    const names = shippedMaps().map(m => m.name);
    throw new ConfigError([
      `SEGMENT_MAP: ${path} cannot be read (${reason}). Name a JSON file, or one of ${names.join(', ')}.`,
    ]);
  }
  return readMap(path, text);
}

/**
 * Reads the text of a map.
 * @param path what to call it in an error
 * @throws ConfigError with a line for each fault: file, place in it, what is wrong
 */
export function readMap(path: string, text: string): SegmentMap {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError([`${path} is no JSON: ${placedJsonError(text, error)}`]);
  }
  const parsed = segmentMapSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path: at, message }) => `${basename(path)}, ${placeOf(at)}: ${message}`),
  );
}

/** `rules[2].segment`; the whole file where there is no path. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('') || 'the map';

/** What JSON.parse says, with line and column where it says a position. */
function placedJsonError(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined || message.includes('line ')) return message;
  const before = text.slice(0, Number(position)).split('\n');
  return `${message} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
