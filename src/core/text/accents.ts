/** Lower-case letters without their accents: `Rückerstattung` as `ruckerstattung`, to compare what people write. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
