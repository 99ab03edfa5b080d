import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import { isNobody } from './nobody.js';

/** A column called a customer's id that has another value for each order, though e-mails come again. */
export interface IdOfOrders {
  readonly id: ColumnSurvey;
  readonly email: ColumnSurvey;
  /** How many different values each has. */
  readonly ids: number;
  readonly emails: number;
  /** Whether so many e-mails come again that it is no chance. */
  readonly isCertain: boolean;
}

/** So many repeat orders by e-mail, and no id that comes again, are no chance. */
const ENOUGH = 3;
/** A single repeat says nothing against the id: two people may share an address. */
const WORTH_ASKING = 2;

/**
 * Whether an id is of the order and not of the customer: no id is on two orders, and e-mails are. One e-mail
 * on half of all orders is the shop's own, and says nothing.
 */
export function idOfOrders(
  sample: Sample,
  id: ColumnSurvey,
  email: ColumnSurvey,
  order: ColumnSurvey | undefined,
): IdOfOrders | undefined {
  const [ids, emails] = [sample.texts(id), sample.texts(email)];
  const numbers = order && sample.texts(order);
  const orderOf = new Map<string, string>();
  const idsOf = new Map<string, Set<string>>();
  for (const [i, text] of ids.entries()) {
    const number = numbers ? (numbers[i] ?? '') : String(i);
    if (text === '' || number === '') continue;
    if ((orderOf.get(text) ?? number) !== number) return undefined;
    orderOf.set(text, number);
    const who = (emails[i] ?? '').toLowerCase();
    if (who !== '' && !isNobody(who)) idsOf.set(who, (idsOf.get(who) ?? new Set()).add(text));
  }
  const counts = [...idsOf.values()].map(found => found.size);
  const again = counts.reduce((sum, n) => sum + n - 1, 0);
  if (again < WORTH_ASKING || Math.max(...counts) > Math.max(ENOUGH, orderOf.size / 2)) return undefined;
  const isCertain = again >= ENOUGH && counts.filter(n => n > 1).length > 1;
  return { id, email, ids: orderOf.size, emails: idsOf.size, isCertain };
}

/** Which column is the customer where the id is not, for the person; nothing where they are asked. */
export const idOfOrdersSaid = (found: IdOfOrders | undefined): string[] =>
  found?.isCertain
    ? [
        `Customers are told apart by "${found.email.header}" (${found.emails}): ` +
          `"${found.id.header}" is new for each order (${found.ids}). ` +
          `--map "${found.id.header}=customerId" takes it all the same.`,
      ]
    : [];
