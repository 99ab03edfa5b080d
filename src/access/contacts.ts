import type { Answer } from '../core/answer/answer.js';
import { remark } from '../core/answer/notes.js';

/** The key of the e-mail column. */
const EMAIL = 'email';
/** An address in a text. Many shops know their customers by it alone, so that it is their name as well. */
const ADDRESS = /[^\s@"'<>:,;()`]+@[^\s@"'<>:,;()`]+\.\p{L}{2,}/gu;

/** Whether an answer, or one in its thread, has e-mail addresses. */
export const hasContacts = (answer: Answer): boolean =>
  answer.contactsFor !== undefined ||
  answer.columns.some(column => column.key === EMAIL) ||
  answer.thread.some(hasContacts) ||
  hasAddress(answer);

/**
 * An answer without e-mail addresses, saying so. An address that serves as a customer's name is cut to its
 * first letter.
 */
export function withoutContacts(answer: Answer): Answer {
  if (!hasContacts(answer)) return answer;
  // Hashed addresses cannot be told from other text, so a file made of addresses loses all its rows.
  if (answer.contactsFor !== undefined) return { ...answer, columns: [], rows: [] };
  const { columns, rows, followUps, thread, ...rest } = answer;
  return {
    ...masked(rest),
    columns: columns.filter(column => column.key !== EMAIL),
    rows: rows.map(({ [EMAIL]: _email, ...row }) => masked(row)),
    // A button that asks about an address does not work without it.
    followUps: followUps.filter(followUp => !hasAddress(followUp)),
    notes: [...masked(answer.notes), remark('E-mail addresses are left out: you may not see them.')],
    thread: thread.map(withoutContacts),
  };
}

/** A text without the addresses in it: `a…@…`. */
export const maskedText = (text: string): string =>
  text.includes('@') ? text.replace(ADDRESS, address => `${[...address][0]}…@…`) : text;

const hasAddress = (value: unknown): boolean => {
  if (typeof value === 'string') return maskedText(value) !== value;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasAddress);
};

/** The same value with all texts within it masked. */
function masked<T>(value: T): T;
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (Array.isArray(value)) return value.map(one => masked(one));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, masked(own)]));
}
