import type { ParsedQuery } from '../../answering/question.js';
import type { Note } from '../../core/answer/notes.js';
import { NotUnderstood } from '../../core/errors.js';

/** A question with more that has to be said of how it was read. */
export const withRemarks = (asked: ParsedQuery, more: readonly Note[]): ParsedQuery =>
  more.length === 0 ? asked : { ...asked, remarks: [...asked.remarks, ...more] };

/** What comes of a reading; where it says why it is none, that. */
export async function reasonInstead<T extends object | undefined>(
  read: () => Promise<T>,
): Promise<T | NotUnderstood> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotUnderstood) return error;
    throw error;
  }
}
