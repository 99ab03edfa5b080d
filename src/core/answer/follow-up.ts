/** A question that an answer suggests next. */
export interface FollowUp {
  /** For the button: `At-risk customers`. */
  readonly label: string;
  /** The text that asks it: `segment at-risk`. */
  readonly text: string;
}

/** A follow-up with a label made from its text, without family, filters and hyphens. */
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
