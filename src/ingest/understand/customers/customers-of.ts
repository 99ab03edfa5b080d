import type { ColumnRoles } from '../column-roles.js';
import type { Mapping } from '../mapping.js';
import { filledColumn } from '../profiles/find-profile.js';
import type { Profile } from '../profiles/profile.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import { customerColumns } from './customer-columns.js';
import { type IdOfOrders, idOfOrders } from './id-of-orders.js';
import { isNobody, nobodyIn } from './nobody.js';

/** Who bought: how customers are told apart, and who is nobody. */
export interface Customers {
  readonly mapping: Pick<Mapping, 'nobody' | 'customerColumns' | 'emailOfReturns'>;
  /** Where the customers' id is new for each order, and their e-mails are not. */
  readonly idOfOrders?: IdOfOrders;
}

/** How customers are told apart, and who is nobody. */
export function customersOf(sample: Sample, roles: ColumnRoles, profile: Profile | undefined): Customers {
  const ofReturns = profile?.emailOfReturns;
  const returned =
    ofReturns === undefined || !profile ? undefined : filledColumn(profile, sample.survey, ofReturns);
  const [id, email, name] = [roles.column('customerId'), roles.column('email'), roles.column('customerName')];
  const columns = [id, email, name].flatMap(c => (c ? [c] : []));
  const isAsNamed = profile !== undefined || roles.isSaid('customerId');
  const ofOrders =
    id && email && !isAsNamed ? idOfOrders(sample, id, email, roles.column('orderId')) : undefined;
  const inOrder = customerColumns(sample, { id, email, name });
  const first = ofOrders?.email.index;
  const own = returned ? shopsOwn(sample.texts(returned)) : [];
  return {
    mapping: {
      nobody: new Set([
        ...nobodyIn(columns),
        ...idsOfNobody(sample, id, name),
        ...own,
        ...(profile?.nobody ?? []),
      ]),
      customerColumns: first === undefined ? inOrder : [first, ...inOrder.filter(column => column !== first)],
      ...(returned && { emailOfReturns: returned.index }),
    },
    ...(ofOrders && { idOfOrders: ofOrders }),
  };
}

/** The e-mail to which most payments went: the shop's own. */
function shopsOwn(emails: readonly string[]): string[] {
  const written = emails.filter(email => email !== '').map(email => email.toLowerCase());
  const counts = new Map<string, number>();
  for (const email of written) counts.set(email, (counts.get(email) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > written.length / 2).map(([email]) => email);
}

/** Ids whose name is always that of nobody: tills book walk-in customers on a number such as `99999`. */
function idsOfNobody(sample: Sample, id: ColumnSurvey | undefined, name: ColumnSurvey | undefined): string[] {
  if (!id || !name || id === name) return [];
  const names = sample.texts(name);
  const isOfNobody = new Map<string, boolean>();
  sample.texts(id).forEach((value, i) => {
    const key = value.toLowerCase();
    const written = names[i] ?? '';
    if (value === '' || written === '') return;
    isOfNobody.set(key, (isOfNobody.get(key) ?? true) && isNobody(written));
  });
  return [...isOfNobody].filter(([, is]) => is).map(([value]) => value);
}
