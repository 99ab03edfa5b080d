import { discover } from '../../core/files/discover.js';
import type { DigestPart } from './part.js';

/** Every part of a digest's thread, in the order in which it appears. Each is a file in `parts/`. */
export const PARTS: readonly DigestPart[] = (
  await discover<DigestPart>(new URL('./parts/', import.meta.url))
).sort((a, b) => a.order - b.order);
