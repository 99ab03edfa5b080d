import { isNobody } from './customers/nobody.js';
import type { RoleKey } from './roles.js';
import { type ColumnSurvey, numberShare, type Survey } from './survey.js';

/** A column taken for what it holds, since none has the name. */
export interface Guess {
  readonly role: RoleKey;
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
}

type Roles = Partial<Record<RoleKey, number>>;

/** The column of e-mail addresses among these, whatever its name. */
export function emailByContent(columns: readonly ColumnSurvey[]): Guess | undefined {
  const column = columns
    .filter(c => c.filled > 0)
    .find(c => c.emails >= c.tested.count * 0.9 || areEmails([...c.distinct]));
  return column && { role: 'email', column, confidence: 0.9, reason: 'its values are e-mail addresses' };
}

/**
 * Quantity and customer of a file that names no columns: nobody said what they are. With names, a customer
 * would have been named.
 * @param open the columns that are nothing yet
 */
export function unnamedByContent(survey: Survey, known: Roles, open: readonly ColumnSurvey[]): Guess[] {
  const columns = open.filter(c => c.filled > 0);
  if (!columns.every(c => /^column \d+$/i.test(c.header))) return [];
  const quantity = known.quantity === undefined ? smallCounts(columns) : undefined;
  const others = columns.filter(c => c !== quantity?.column);
  const customer = known.customerId === undefined ? customers(survey, others, known) : undefined;
  return [
    ...(quantity ? [{ role: 'quantity' as const, ...quantity }] : []),
    ...(customer ? [{ role: 'customerId' as const, ...customer }] : []),
  ];
}

/** Whether all values are e-mail addresses but those that stand for nobody. */
function areEmails(values: readonly string[]): boolean {
  const known = values.filter(v => !isNobody(v));
  return known.length > 0 && known.every(v => v.includes('@'));
}

function smallCounts(columns: readonly ColumnSurvey[]): Omit<Guess, 'role'> | undefined {
  const column = columns.find(
    c =>
      numberShare(c) === 1 &&
      c.integers === c.numbers &&
      c.leadingZeros === 0 &&
      c.max <= 1_000 &&
      c.min >= -1_000,
  );
  return column && { column, confidence: 0.5, reason: 'it holds small whole numbers' };
}

/** Ids that come again on other days. */
function customers(
  survey: Survey,
  columns: readonly ColumnSurvey[],
  known: Roles,
): Omit<Guess, 'role'> | undefined {
  const date = known.date;
  if (date === undefined) return undefined;
  const column = columns.find(c => {
    const days = new Map<string, Set<string>>();
    for (const row of survey.first) {
      const id = row[c.index] ?? '';
      days.set(id, (days.get(id) ?? new Set()).add(row[date] ?? ''));
    }
    return c.distinct.size > 12 && [...days.values()].filter(d => d.size > 1).length >= 3;
  });
  return column && { column, confidence: 0.5, reason: 'its values come again on other days' };
}
