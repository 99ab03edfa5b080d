import { discover } from '../../core/files/discover.js';
import type { AudienceFormat } from './format.js';

/** Every format there is, by name. */
export const AUDIENCE_FORMATS: ReadonlyMap<string, AudienceFormat> = new Map(
  (await discover<AudienceFormat>(new URL('./formats/', import.meta.url))).map(f => [f.name, f]),
);
