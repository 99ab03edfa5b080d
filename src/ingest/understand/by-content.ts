import { isNobody } from './customers/nobody.js';
import type { RoleKey } from './roles.js';
import { type ColumnSurvey, numberIn, numberShare, type Survey } from './survey.js';

/** A column taken for what it holds, since none has the name. */
export interface Guess {
  readonly role: RoleKey;
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
}

type Roles = Partial<Record<RoleKey, number>>;

/**
 * Finds by content what no column is named like: e-mail addresses, order numbers, amounts.
 * @param free the columns that are nothing yet; asked again after each guess
 */
export function findByContent(survey: Survey, roles: Roles, free: () => readonly ColumnSurvey[]): Guess[] {
  const guesses: Guess[] = [];
  const known: Roles = { ...roles };
  const open = () => free().filter(c => c.filled > 0 && !guesses.some(g => g.column === c));
  const guess = (role: RoleKey, found: Omit<Guess, 'role'> | undefined) => {
    if (!found || known[role] !== undefined) return;
    known[role] = found.column.index;
    guesses.push({ role, ...found });
  };
  guess('email', emails(open()));
  if (known.amount === undefined && (known.quantity === undefined || known.unitPrice === undefined)) {
    const product = products(survey, open());
    if (product) {
      guess('quantity', product.quantity);
      guess('unitPrice', product.price);
      guess('amount', product.amount);
    } else guess('amount', money(open()));
  }
  // Without names nobody said what the columns are; with them, a customer would have been named.
  if (open().every(c => /^column \d+$/i.test(c.header))) {
    guess('quantity', smallCounts(open(), known));
    guess('customerId', customers(survey, open(), known));
  }
  return guesses;
}

/** Whether all values are e-mail addresses but those that stand for nobody. */
function areEmails(values: readonly string[]): boolean {
  const known = values.filter(v => !isNobody(v));
  return known.length > 0 && known.every(v => v.includes('@'));
}

function emails(columns: readonly ColumnSurvey[]): Omit<Guess, 'role'> | undefined {
  const column = columns.find(c => c.emails >= c.tested.count * 0.9 || areEmails([...c.distinct]));
  return column && { column, confidence: 0.9, reason: 'its values are e-mail addresses' };
}

/** Order ids by their look: `#1001`. */
export function orderNumbers(columns: readonly ColumnSurvey[]): Omit<Guess, 'role'> | undefined {
  const column = columns.find(c => [...c.distinct].every(v => /^#\d+/.test(v)));
  return column && { column, confidence: 0.8, reason: 'its values are order numbers (#1001)' };
}

/** The one column that holds money, where there is one only. */
function money(columns: readonly ColumnSurvey[]): Omit<Guess, 'role'> | undefined {
  const candidates = columns.filter(
    c => numberShare(c) >= 0.95 && c.moneyLike >= c.tested.count * 0.3 && c.distinct.size > 1,
  );
  const [column] = candidates;
  return column && candidates.length === 1
    ? { column, confidence: 0.4, reason: 'it is the only one that holds amounts of money' }
    : undefined;
}

/**
 * Three columns of which one is the product of the others, in nearly every row: quantity, price and amount.
 */
function products(
  survey: Survey,
  columns: readonly ColumnSurvey[],
): Record<'quantity' | 'price' | 'amount', Omit<Guess, 'role'>> | undefined {
  const numeric = columns.filter(c => numberShare(c) >= 0.9 && c.distinct.size > 1).slice(0, 20);
  const rows = survey.first.slice(0, 200);
  if (rows.length < 5) return undefined;
  const values = new Map(numeric.map(c => [c, rows.map(row => numberIn(row, c) ?? Number.NaN)]));
  for (const quantity of numeric.filter(c => c.integers === c.numbers)) {
    for (const price of numeric) {
      for (const amount of numeric) {
        if (new Set([quantity, price, amount]).size < 3) continue;
        const [q, p, a] = [quantity, price, amount].map(c => values.get(c) ?? []) as [
          number[],
          number[],
          number[],
        ];
        const agree = rows.filter(
          (_, i) => Math.abs((q[i] ?? 0) * (p[i] ?? 0) - (a[i] ?? Number.NaN)) < 0.011,
        ).length;
        // Where the quantity is one throughout, price and amount cannot be told apart, nor need they be.
        const differ = rows.filter((_, i) => p[i] !== a[i]).length;
        if (agree < rows.length * 0.95 || differ < rows.length * 0.1) continue;
        const found = (column: ColumnSurvey, reason: string) => ({ column, confidence: 0.75, reason });
        return {
          quantity: found(quantity, `times "${price.header}" it is "${amount.header}"`),
          price: found(price, `times "${quantity.header}" it is "${amount.header}"`),
          amount: found(amount, `it is "${quantity.header}" x "${price.header}"`),
        };
      }
    }
  }
  return undefined;
}

function smallCounts(columns: readonly ColumnSurvey[], known: Roles): Omit<Guess, 'role'> | undefined {
  if (known.amount === undefined) return undefined;
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
