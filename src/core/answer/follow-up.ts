/** A question that an answer suggests next. */
export interface FollowUp {
  /** For the button: `At-risk customers`. */
  readonly label: string;
  /** The text that asks it: `segment at-risk`. */
  readonly text: string;
}

/** A follow-up with a label made from its text, without family, filters and hyphens. */
export const followUpOf = (text: string): FollowUp => ({ label: labelOf(text), text });

/** What people say instead of the words that ask for a question. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^sales$/, 'total sales'],
  [/^segment$/, 'all segments'],
  [/^actions\b/, 'what to do'],
  [/^trend by /, 'by '],
  [/^trend\b/, 'over time'],
  [/^pareto by /, '80/20 by '],
  [/^restock\b/, 'what to restock'],
  [/^repeat\b/, 'who buys again'],
  [/^together by /, 'bought together, by '],
  [/^why\b.* by /, 'what explains it, by '],
  [/^(?=(\d{4}|(last|this) \w+|q\d \d{4})$)/i, 'only '],
];

/** `sales top-countries 2004 country:USA` -> `Top countries 2004` */
export function labelOf(text: string): string {
  const words = text
    .replace(/^(sales|segment) (?=\S)/, '')
    .replace(/ ?-?[\w-]+:("[^"]*"|[^\s"]+|,)+/g, '')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .trim();
  const label = SPOKEN.reduce(
    (spoken, [written, said]) => spoken.replace(written, said),
    words === '' ? (text.split(' ')[0] ?? text) : words,
  );
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
