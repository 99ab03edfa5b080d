/**
 * Block Kit's limits (Slack's documentation, November 2026; docs/slack.md). Slack rejects a whole message
 * that exceeds one, so every text is shortened before it is sent.
 */
export const LIMITS = {
  blocks: 50,
  header: 150,
  section: 3_000,
  contextElements: 10,
  alt: 2_000,
  tableRows: 100,
  dataTableRows: 101,
  tableColumns: 20,
  tableCharacters: 10_000,
  buttonText: 75,
  buttonValue: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  actions: 25,
  containerBlocks: 10,
  cardTitle: 150,
  cardBody: 200,
  text: 4_000,
  viewTitle: 24,
  viewBlocks: 100,
  privateMetadata: 3_000,
  inputLabel: 2_000,
  placeholder: 150,
  options: 100,
  optionText: 75,
} as const;

/** Shortens a text to a number of characters, with an ellipsis at the end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Does not split a surrogate pair.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Shortens a text to its first clauses if they fit, else like `cut`. */
export function cutAtClause(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(text.lastIndexOf(';', most), text.lastIndexOf(',', most));
  return end > 0 ? text.slice(0, end) : cut(text, most);
}

const TAIL = 30;

/**
 * Shortens texts of one list so that each is still told from the others: by its end, or else by a number.
 */
export function cutApart(texts: readonly string[], most: number): string[] {
  const starts = texts.map(text => cut(text, most));
  const count = new Map<string, number>();
  for (const start of starts) count.set(start, (count.get(start) ?? 0) + 1);
  const taken = new Set<string>();
  return texts.map((text, i) => {
    const start = starts[i] ?? '';
    const isAlike = text.length > most && (count.get(start) ?? 0) > 1;
    let shown = isAlike ? cut(text, most - TAIL) + text.slice(-TAIL).replace(/^[\udc00-\udfff]/, '') : start;
    for (let n = 2; taken.has(shown); n++) shown = `${cut(text, most - String(n).length - 3)} (${n})`;
    taken.add(shown);
    return shown;
  });
}

/** Joins whole lines up to a length, and adds the number of lines left out. */
export function cutLines(lines: readonly string[], most: number): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length + 1 > most - 20) break;
    shown.push(line);
    length += line.length + 1;
  }
  const missing = lines.length - shown.length;
  return missing === 0 ? shown.join('\n') : [...shown, `… and ${missing} more`].join('\n');
}
