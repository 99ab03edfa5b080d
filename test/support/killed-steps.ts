/** The steps of a run that write, as source-child.ts says them: a transaction begins, ends, and has ended. */
export const WRITING_STEPS: ReadonlySet<string> = new Set(['writing', 'committing', 'written']);
