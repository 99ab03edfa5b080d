/** Text in lower case without accents, for comparing: `Rückerstattung` becomes `ruckerstattung`. */
export const withoutAccents = (text: string): string =>
  // Most text has none, and is told by it at once.
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/;
