/** A file as it was when it was looked at. */
export interface Look {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A file that was written to in the last seconds may not be whole. */
const QUIET_MS = 10_000;
/** Between the two looks at a file. */
export const LOOK_AGAIN_MS = 1_000;
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|tmp|temp|crdownload|filepart|lock)$|\.refused\.csv$/i;

/** Whether a name is of a file that is still being written, is hidden, or is a report of ours. */
export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

/** The same at both looks, and not written to a moment ago; a time in the future says nothing. */
export const isWhole = (file: Look, before: Look | undefined, now: number): boolean =>
  before !== undefined &&
  before.bytes === file.bytes &&
  before.modified === file.modified &&
  (now - file.modified >= QUIET_MS || file.modified > now);

const DATE_IN_NAME = /\d{4}-?[01]\d-?[0-3]\d/;

/** By the date in the name, where both have one; else by time: later files correct earlier ones. */
export function inOrder(a: Look, b: Look): number {
  const [first, second] = [a, b].map(f => DATE_IN_NAME.exec(f.name)?.[0].replaceAll('-', ''));
  if (first && second && first !== second) return first < second ? -1 : 1;
  return a.modified - b.modified || (a.name < b.name ? -1 : 1);
}
