import { ownCopy } from '../../store/engine/key-numbers.js';
import type { Mapping } from '../understand/mapping.js';
import { cellText } from '../understand/survey.js';
import type { LineCustomer } from './order-line.js';

const NAMES_KEPT = 100_000;

/**
 * Makes the function that reads a row's customer: known by the first of the customer's columns that says one.
 * Values that stand for nobody (`0`, `Guest`) count as blank.
 */
export function customerReader({
  roles,
  nobody,
  customerColumns,
  emailOfReturns,
}: Mapping): (cells: readonly string[], isReturn: boolean) => LineCustomer | null {
  const known = (text: string) => (nobody.size > 0 && nobody.has(text.toLowerCase()) ? '' : text);
  const read = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? '' : known(cellText(cells[column]));
  /** Of the sales, by name: a return may have the shop's own e-mail at both ends. */
  const emails = new Map<string, string>();
  const emailOf = (cells: readonly string[], isReturn: boolean, name: string) => {
    const email = read(cells, (isReturn ? emailOfReturns : undefined) ?? roles.email);
    if (emailOfReturns === undefined) return email;
    if (isReturn) return email === '' ? (emails.get(name) ?? '') : email;
    if (name !== '' && email !== '' && emails.size < NAMES_KEPT) emails.set(ownCopy(name), ownCopy(email));
    return email;
  };
  return (cells, isReturn) => {
    const name = read(cells, roles.customerName);
    const email = emailOf(cells, isReturn, name);
    let key = '';
    for (const column of customerColumns) {
      const value = column === roles.email ? email.toLowerCase() : read(cells, column);
      if (value === '') continue;
      key = value;
      break;
    }
    return key === '' ? null : { key, name: name || null, email: email || null };
  };
}
