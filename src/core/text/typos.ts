import { distance } from 'fastest-levenshtein';

/** The Levenshtein distance, except that a single swap of two adjacent letters counts as one. */
export function typos(a: string, b: string): number {
  const far = distance(a, b);
  if (far !== 2 || a.length !== b.length) return far;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return swapped === b ? 1 : far;
}
