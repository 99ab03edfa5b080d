/** What a group of lines brought, as factors of each other. Revenue in minor units, units in thousandths. */
export interface Factors {
  readonly customers: number;
  readonly orders: number;
  readonly units: number;
  readonly revenue: number;
}

/** What each factor adds to a change of revenue; all of them together are the change. */
export interface FactorEffects {
  readonly customers: number;
  /** Orders per customer. */
  readonly frequency: number;
  readonly unitsPerOrder: number;
  readonly pricePerUnit: number;
  /** The average order, where units cannot be told apart from prices; otherwise 0. */
  readonly averageOrder: number;
  /** Whether orders are taken apart into units and prices. */
  readonly hasPrices: boolean;
}

/**
 * The change of a product of two factors, in two parts: what both changes do together is halved between them,
 * `a1 b1 - a0 b0 = (a1 - a0) (b0 + b1) / 2 + (b1 - b0) (a0 + a1) / 2`. A factor that is not defined in a
 * period (the average of nothing) counts as unchanged.
 */
function halved(a: readonly [number, number], b: readonly [number, number]): readonly [number, number] {
  const [a0, a1] = defined(a);
  const [b0, b1] = defined(b);
  return [((a1 - a0) * (b0 + b1)) / 2, ((b1 - b0) * (a0 + a1)) / 2];
}

function defined([before, now]: readonly [number, number]): readonly [number, number] {
  if (!Number.isFinite(before)) return Number.isFinite(now) ? [now, now] : [0, 0];
  return Number.isFinite(now) ? [before, now] : [before, before];
}

/** A quotient that is NaN where there is nothing to divide by. */
const ratio = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);

/**
 * The revenue tree: revenue = customers x orders per customer x units per order x price per unit. Each level
 * is split in two with `halved`: customers from what one spends, orders from what one is worth, units from
 * their price.
 * @param hasUnits whether the files have quantities
 */
export function factorEffects(before: Factors, now: Factors, hasUnits: boolean): FactorEffects {
  const both = (of: (f: Factors) => number) => [of(before), of(now)] as const;
  const mean = (pair: readonly [number, number]) => {
    const [a, b] = defined(pair);
    return (a + b) / 2;
  };
  const customers = both(f => f.customers);
  const frequency = both(f => ratio(f.orders, f.customers));
  const averageOrder = both(f => ratio(f.revenue, f.orders));
  const [byCustomers] = halved(
    customers,
    both(f => ratio(f.revenue, f.customers)),
  );
  const [byFrequency, byOrder] = halved(frequency, averageOrder).map(part => part * mean(customers)) as [
    number,
    number,
  ];
  const rest = { customers: byCustomers, frequency: byFrequency };
  const canSplit = hasUnits && [before, now].every(f => f.units > 0 || f.orders === 0);
  if (!canSplit)
    return { ...rest, unitsPerOrder: 0, pricePerUnit: 0, averageOrder: byOrder, hasPrices: false };
  const [units, price] = halved(
    both(f => ratio(f.units, f.orders)),
    both(f => ratio(f.revenue, f.units)),
  ).map(part => part * mean(frequency) * mean(customers)) as [number, number];
  return { ...rest, unitsPerOrder: units, pricePerUnit: price, averageOrder: 0, hasPrices: true };
}
