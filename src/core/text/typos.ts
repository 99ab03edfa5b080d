import { distance } from 'fastest-levenshtein';

/** The Levenshtein distance, except that a single swap of two adjacent letters counts as one. */
export function typos(a: string, b: string): number {
  const far = distance(a, b);
  if (far !== 2 || a.length !== b.length) return far;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return swapped === b ? 1 : far;
}

/** Whether a word is another one with letters left out, as fast typists do: `weekdy` of `weekday`. */
export function hasLettersLeftOut(typed: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return typed.length < word.length && at === typed.length;
}
