/** Words that stand for others, or what makes them of what was said. */
export type Words = string | ((...said: string[]) => string);

/** What people say in other words, and the words that every reader knows for it. */
export type Same = readonly (readonly [pattern: RegExp, words: Words])[];

/** A pattern that is written over several lines. */
export const pattern = (flags: string, ...parts: readonly string[]): RegExp =>
  new RegExp(parts.join(''), flags);
