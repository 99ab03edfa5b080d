const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A whole number in digits or, up to twelve, in words: the source of a pattern with one group. */
export const COUNT = `(\\d{1,4}|${WORDS.join('|')})`;

/** The number that a match of `COUNT` stands for; NaN for anything else. */
export function countOf(written = ''): number {
  const index = WORDS.indexOf(written);
  return index < 0 ? Number(written || Number.NaN) : index + 1;
}

/** Numbers in words: those up to twelve, and what stands before `thousand`. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(WORDS.map((word, i) => [word, i + 1])),
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
