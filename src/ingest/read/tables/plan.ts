import { type Link, sharedByMany } from './links.js';
import type { Profile } from './profile.js';

/** What the rows of a looked-up table are of. */
export type Kind = 'order' | 'customer' | 'product' | 'other';

/** A table that another one's rows are looked up in. */
export interface Step {
  readonly link: Link;
  readonly kind: Kind;
  /** Whether its values repeat on each line of an order. */
  readonly isOfTheOrder: boolean;
}

/** Which table has the rows, and what is looked up for each of them, in this order. */
export interface JoinPlan {
  readonly base: Profile;
  readonly steps: readonly Step[];
}

/** Roles that only the lines of orders have. */
const LINE_ROLES = ['quantity', 'unitPrice', 'productId', 'productName', 'lineNumber'];

/**
 * The plans for tables that are linked: one for each sale there is, the most telling first. A table that no
 * plan uses cannot be joined without counting amounts several times, or has nothing to do with the others.
 */
export function joinPlans(profiles: readonly Profile[], links: readonly Link[]): JoinPlan[] {
  const left = new Set(profiles);
  const plans: JoinPlan[] = [];
  while (left.size > 0) {
    const within = links.filter(link => left.has(link.many) && left.has(link.one));
    const bases = [...left]
      .map(base => planFrom(base, within))
      .filter(isSale)
      .sort((a, b) => scoreOf(b, within) - scoreOf(a, within) || b.base.rows - a.base.rows);
    const [best] = bases;
    if (!best) break;
    plans.push(best);
    for (const used of [best.base, ...best.steps.map(s => s.link.one)]) left.delete(used);
    // What could be joined to the sale but for its repeated keys is no sale of its own: payments beside
    // lines.
    for (const profile of [...left]) if (isPartOf(profile, best, links)) left.delete(profile);
  }
  return plans;
}

/** Whether a table says more of orders that the plan has already: their payments, deliveries or reviews. */
function isPartOf(profile: Profile, plan: JoinPlan, links: readonly Link[]): boolean {
  const used = profilesOf(plan);
  if (links.some(link => link.many === profile && used.includes(link.one))) return true;
  if (LINE_ROLES.some(role => profile.roles.includes(role))) return false;
  return used.some(other => {
    const shared = sharedByMany(profile, other);
    return shared !== undefined && profile.roles[shared.column] === 'orderId';
  });
}

function planFrom(base: Profile, links: readonly Link[]): JoinPlan {
  const steps: Step[] = [];
  const reached = new Set([base]);
  const queue = [base];
  for (let many = queue.shift(); many; many = queue.shift()) {
    const onward = links
      .filter(link => link.many === many && !reached.has(link.one))
      .sort((a, b) => b.likeness - a.likeness || b.one.evidence.score - a.one.evidence.score);
    for (const link of onward) {
      reached.add(link.one);
      queue.push(link.one);
      const before = steps.find(step => step.link.one === many);
      const kind = kindOf(link);
      const repeats = link.namedCount < link.matched || before?.isOfTheOrder === true;
      const isOfOrders = kind === 'order' && (before === undefined || before.kind === 'order');
      steps.push({ link, kind, isOfTheOrder: isOfOrders && repeats });
    }
  }
  return { base, steps };
}

function kindOf({ one, key, many, column }: Link): Kind {
  const roles = [one.roles[key], many.roles[column]];
  const { label } = one.source;
  const isOrder = roles.includes('orderId') || /\b(order|invoice|transaction|receipt)$/.test(label);
  if (isOrder || one.evidence.isSales) return 'order';
  if (roles.includes('productId') || roles.includes('productName') || PRODUCTS.test(label)) return 'product';
  if (roles.includes('customerId') || roles.includes('email') || CUSTOMERS.test(label)) return 'customer';
  const isDated = one.roles[one.evidence.dateColumn ?? -1] === 'date';
  return isDated && CUSTOMER_ROLES.some(role => one.roles.includes(role)) ? 'order' : 'other';
}

const PRODUCTS = /\b(product|item|article|sku|artikel|produkt|produit|producto|produto)$/;
const CUSTOMERS = /\b(customer|client|buyer|user|kunde|kunden|cliente)$/;
const CUSTOMER_ROLES = ['customerId', 'customerName', 'email'];

const profilesOf = ({ base, steps }: JoinPlan): Profile[] => [base, ...steps.map(step => step.link.one)];

/** Whether the joined table has dates and money. */
function isSale(plan: JoinPlan): boolean {
  const all = profilesOf(plan);
  const hasDate = plan.base.evidence.dateColumn !== undefined || ofOrders(plan).some(hasDates);
  return hasDate && all.some(p => p.evidence.moneyColumn !== undefined);
}

const hasDates = (profile: Profile): boolean => profile.evidence.dateColumn !== undefined;
const ofOrders = ({ steps }: JoinPlan): Profile[] =>
  steps.filter(step => step.kind === 'order').map(step => step.link.one);

/** Lines with their money come before orders, and orders before payments, deliveries and reviews of them. */
function scoreOf(plan: JoinPlan, links: readonly Link[]): number {
  const { base } = plan;
  const lines = LINE_ROLES.filter(role => base.roles.includes(role)).length;
  const isLines = lines > 0 || plan.steps.some(s => s.kind === 'product' && s.link.many === base);
  const orders = ofOrders(plan);
  const isAfterthought = !isLines && orders.some(order => order.evidence.moneyColumn !== undefined);
  const isNamedByLines = links.some(
    link => link.one === base && link.namedCount < link.matched && hasLineMoney(link.many),
  );
  return (
    base.evidence.score +
    (base.evidence.moneyColumn === undefined ? 0 : 2) +
    (base.evidence.dateColumn === undefined && orders.some(hasDates) ? 4 : 0) +
    (isLines ? 2 + lines : 0) +
    plan.steps.length -
    (isAfterthought ? 12 : 0) -
    (isNamedByLines ? 12 : 0) -
    (base.evidence.isSales || base.evidence.moneyColumn !== undefined || orders.length > 0 ? 0 : 6)
  );
}

const hasLineMoney = ({ evidence, roles }: Profile): boolean =>
  evidence.moneyColumn !== undefined && LINE_ROLES.some(role => roles.includes(role));
