import { readFile } from 'node:fs/promises';
import { ShopkeeperError } from '../errors.js';
import { type SegmentMap, segmentMapSchema } from './map.js';

const loaded = new Map<string, Promise<SegmentMap>>();

/** A segment map by its name: the file `maps/<name>.json`. */
export function segmentMap(name: string): Promise<SegmentMap> {
  let map = loaded.get(name);
  if (!map) {
    map = readMap(name);
    loaded.set(name, map);
  }
  return map;
}

async function readMap(name: string): Promise<SegmentMap> {
  const text = await readFile(new URL(`./maps/${name}.json`, import.meta.url), 'utf8');
  const parsed = segmentMapSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(i => `${i.path.join('.')}: ${i.message}`);
  throw new ShopkeeperError(
    `The segment map "${name}" is wrong: ${faults.join('; ')}`,
    `Mend src/segments/maps/${name}.json.`,
  );
}

/** The map that segments are made by. */
export const currentMap = (): Promise<SegmentMap> => segmentMap('five');
