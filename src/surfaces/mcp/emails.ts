import { isQueryText, parseQueryText } from '../../core/query/query-text.js';
import type { ToolAnswer } from './tool-answer.js';

const ADDRESS = /([^\s@:,;<>"'()])[^\s@:,;<>"'()]*(@[^\s@:,;<>"'()]+\.\p{L}{2,})/gu;

/** The note of an answer from which addresses were left out. */
export const EMAILS_LEFT_OUT =
  'E-mail addresses are left out: a query with rows "customers" and show ["email"] has them.';

/**
 * Leaves e-mail addresses out of an answer unless its query asks for them: whole columns go, and an address
 * that stands for a customer is shortened to `a…@example.com`.
 */
export function withoutUnaskedEmails(answer: ToolAnswer): ToolAnswer {
  if (asksForEmails(answer.question)) return answer;
  const hidden = hiding(answer);
  const details = answer.details.map(hiding);
  const isSame = [hidden, ...details].every(
    (part, i) => JSON.stringify(part) === JSON.stringify(i === 0 ? answer : answer.details[i - 1]),
  );
  return isSame ? answer : { ...hidden, details, notes: [...hidden.notes, EMAILS_LEFT_OUT] };
}

function asksForEmails(question: string): boolean {
  if (!isQueryText(question)) return false;
  try {
    return parseQueryText(question).show.includes('email');
  } catch {
    return false;
  }
}

function hiding<A extends Omit<ToolAnswer, 'details'>>(answer: A): A {
  const columns = answer.columns.filter(({ key }) => key !== 'email');
  const hasColumn = columns.length < answer.columns.length;
  return {
    ...answer,
    columns,
    title: shortened(answer.title),
    scope: shortened(answer.scope),
    headline: shortened(answer.headline),
    observations: answer.observations.map(shortened),
    actions: answer.actions.map(shortened),
    notes: answer.notes.map(shortened),
    followUps: answer.followUps.filter(text => shortened(text) === text),
    rows: answer.rows.map(row =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([key]) => !(hasColumn && key === 'email'))
          .map(([key, cell]) => [key, typeof cell === 'string' ? shortened(cell) : cell]),
      ),
    ),
  };
}

/** A text in which each e-mail address is shortened to its first letter and its server. */
export const shortened = (text: string): string =>
  text.includes('@') ? text.replace(ADDRESS, '$1…$2') : text;
