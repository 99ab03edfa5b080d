import type { Mapping } from '../understand/mapping.js';
import { cellText } from '../understand/survey.js';
import type { LineCustomer } from './order-line.js';

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
  return (cells, isReturn) => {
    const email = read(cells, (isReturn ? emailOfReturns : undefined) ?? roles.email);
    const name = read(cells, roles.customerName);
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
