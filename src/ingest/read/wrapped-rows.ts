/**
 * A row that a spreadsheet program saved as one quoted cell, with the semicolon of its country after it:
 * `"Name,Email,""Total""";`. It happens to a file with commas that is opened where the semicolon is usual.
 */
const WRAPPED = /^"(?:[^"]|"")*"[;,\t]*$/;
const FEWEST = 2;

/** Whether every row at the top of a file is wrapped in one pair of quotes. */
export function isWrapped(head: string): boolean {
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
  // The last one may be cut.
  const whole = (lines.length > FEWEST ? lines.slice(0, -1) : lines).filter(line => line.trim() !== '');
  return (
    whole.length >= FEWEST && whole.every(line => WRAPPED.test(line.trimEnd()) && /[,;\t|]/.test(inner(line)))
  );
}

/** The rows without their quotes; those that have none stay. */
export function unwrapped(text: string): string {
  return text
    .split('\n')
    .map(line => (WRAPPED.test(line.trimEnd()) ? inner(line) : line))
    .join('\n');
}

const inner = (line: string): string =>
  line
    .trimEnd()
    .replace(/[;,\t]*$/, '')
    .slice(line.startsWith('\ufeff') ? 2 : 1, -1)
    .replaceAll('""', '"');

/** The text of a file with wrapped rows, unwrapped, in pieces of whole rows. */
export async function* unwrappedPieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) yield unwrapped(text.slice(0, end));
  }
  if (rest !== '') yield unwrapped(rest);
}
