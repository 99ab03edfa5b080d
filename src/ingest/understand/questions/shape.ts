import { createHash } from 'node:crypto';

/** What files with the same headers have in common, in whatever order their columns stand. */
export function shapeOf(header: readonly string[]): string {
  const names = header.map(name => name.trim().toLowerCase()).sort();
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32);
}
