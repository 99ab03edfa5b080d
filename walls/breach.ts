/** A place where a wall is broken. */
export interface Breach {
  readonly wall: string;
  /** Whether the wall holds today, so that the check fails; it is planned otherwise. */
  readonly holds: boolean;
  /** From the top of the project, with a line if it is known: `src/core/errors.ts:12`. */
  readonly at: string;
  /** What is there, in a few words. */
  readonly what: string;
}
