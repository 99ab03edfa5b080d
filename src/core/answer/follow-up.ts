/** A question that an answer offers. */
export interface FollowUp {
  /** As people say it, on a button: `At-risk customers`. */
  readonly label: string;
  /** The text that asks it: `segment at-risk`. */
  readonly text: string;
}

/** A follow-up whose label is its text, without what a reader does not say. */
export const followUpOf = (text: string): FollowUp => ({ label: labelOf(text), text });

/** `sales top-countries 2004 country:USA` -> `Top countries 2004` */
export function labelOf(text: string): string {
  const words = text
    .replace(/^(sales|segment) (?=\S)/, '')
    .replace(/ ?-?[\w-]+:("[^"]*"|[^\s"]+|,)+/g, '')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .trim();
  const label = words === '' ? (text.split(' ')[0] ?? text) : words;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}
