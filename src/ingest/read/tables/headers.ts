import { sentence, wordsOf } from '../../../core/text/header-words.js';
import { KEY_WORDS, sameHeader } from './named-table.js';
import type { JoinPlan, Step } from './plan.js';
import type { Profile } from './profile.js';

/** A column that is looked up, and what it is called in the joined table. */
export interface AddedColumn {
  readonly step: Step;
  readonly column: number;
  readonly header: string;
}

/** Headers that say nothing without the name of their table. */
const BARE = new Set(
  `name, title, label, description, type, kind, status, state, date, active, note, notes, comment, comments,
  value, total, price, cost, amount, created, updated, created at, updated at, city, country, region, address,
  phone, postcode, zip, first name, last name, full name, company`
    .split(',')
    .map(name => name.trim()),
);

/**
 * The columns that look-ups add, and their headers. Those of orders keep theirs, unless the base has a column
 * of that name; what is said of a customer or product is called after it, and its numbers in words that no
 * column of a sale has: a list price is not what was paid.
 */
export function addedColumns(plan: JoinPlan): AddedColumn[] {
  const taken = new Set(plan.base.source.table.header.map(sameHeader));
  const needsPrice = isPriceLookedUp(plan);
  const added: AddedColumn[] = [];
  for (const step of plan.steps) {
    const { one, key } = step.link;
    for (const [column, header] of one.source.table.header.entries()) {
      if (column === key && isKeyKnown(step)) continue;
      const own = headerFor(plan, step, column, needsPrice);
      const name = taken.has(sameHeader(own)) ? unique(prefixed(one, header), taken) : own;
      taken.add(sameHeader(name));
      added.push({ step, column, header: name });
    }
  }
  return added;
}

/** Whether neither the base nor its orders have money, so that the products' price counts. */
export const isPriceLookedUp = (plan: JoinPlan): boolean =>
  !hasPrice(plan.base) && !plan.steps.some(isOrderWithMoney);

const hasPrice = ({ roles, evidence }: Profile): boolean =>
  evidence.moneyColumn !== undefined && ['unitPrice', 'amount'].some(role => roles.includes(role));

const isOrderWithMoney = ({ kind, link }: Step): boolean =>
  kind === 'order' && link.one.evidence.moneyColumn !== undefined;

/** The key is in the many side's column already, unless only here is it called what it is. */
function isKeyKnown({ link }: Step): boolean {
  const role = link.one.roles[link.key];
  return link.many.roles[link.column] !== undefined || role === undefined || link.likeness === 3;
}

function headerFor({ steps }: JoinPlan, step: Step, column: number, needsPrice: boolean): string {
  const { kind, link } = step;
  const { one } = link;
  const header = one.source.table.header[column] ?? '';
  if (kind === 'order') {
    // Payments, deliveries and reviews say more of an order, whose own columns keep their names.
    const isSide = steps.find(s => s.kind === 'order') !== step;
    return isSide && BARE.has(wordsOf(header).join(' ')) ? prefixed(one, header) : header;
  }
  const facts = one.evidence.columns[column];
  const role = one.roles[column];
  if (kind === 'product' && needsPrice && role === 'unitPrice') return header;
  const isNumber = (facts?.numbers ?? 0) >= 0.8 && !wordsOf(header).some(word => KEY_WORDS.has(word));
  if (isNumber || (facts?.dates ?? 0) >= 0.8) return `${header} of ${one.source.label}`;
  const isBare = BARE.has(wordsOf(header).join(' '));
  return isBare || kind === 'other' ? prefixed(one, header) : header;
}

/** `Name` of the customers is `Customer Name`; `Customer City` stays. */
function prefixed({ source }: Profile, header: string): string {
  const words = wordsOf(header);
  const label = source.label.split(' ');
  if (label.every(word => words.includes(word))) return header;
  return `${sentence(label)} ${header}`;
}

function unique(header: string, taken: ReadonlySet<string>): string {
  let name = header;
  for (let i = 2; taken.has(sameHeader(name)); i++) name = `${header} ${i}`;
  return name;
}
