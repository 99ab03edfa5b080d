/** Text in lower case without accents, for comparing: `Rückerstattung` becomes `ruckerstattung`. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
