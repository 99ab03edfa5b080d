/**
 * Block Kit's limits (Slack's documentation, November 2026; docs/slack.md). A message over a limit is rejected
 * whole, so everything is cut to them before it is sent.
 */
export const LIMITS = {
  blocks: 50,
  header: 150,
  section: 3_000,
  contextElements: 10,
  alt: 2_000,
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  buttonText: 75,
  buttonValue: 2_000,
  actions: 25,
  text: 4_000,
} as const;

/** Text cut to a length in characters, with an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Never in the middle of a surrogate pair.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whole lines of a text up to a length; what is left out is counted. */
export function cutLines(lines: readonly string[], most: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > most - 20) break;
    kept.push(line);
    length += line.length + 1;
  }
  const missing = lines.length - kept.length;
  return missing === 0 ? kept.join('\n') : [...kept, `… and ${missing} more`].join('\n');
}
