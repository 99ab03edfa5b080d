import { z } from 'zod';
import { minorDigits } from '../../core/money/currencies.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { areMultiplesOf, distinctAmounts, firstDigests } from '../../store/tables/amounts.js';

/** Decimals that were worked out, and how; no reason is given if everything agrees. */
interface Found {
  readonly digits: number;
  readonly because?: string;
}

/**
 * Currencies with a small unit, for which some versions of Intl have no decimals. Prices in them are whole
 * numbers, but a shop's amounts are hardly ever all multiples of a hundred. (In rupiahs they are.)
 */
const FINE = new Set(['AFN', 'ALL', 'HUF', 'PKR', 'RSD', 'YER']);
const MANY_AMOUNTS = 30;

/**
 * The decimals of a store from before they were noted: those that `Intl` had in the Node that loaded its
 * files. The amounts alone do not tell 2,050 forints from 20.50. In turn: the first posted digest shows them,
 * as people saw it; if the currency has a small unit, amounts that are all multiples of a hundred have two
 * decimals; otherwise this Node's `Intl` is taken to agree with that of the Node that loaded the files.
 */
export async function digitsBefore(reader: StoreReader, code: string): Promise<Found> {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  const intl = format.resolvedOptions().maximumFractionDigits ?? minorDigits(code);
  const table = minorDigits(code);
  for (const { content, ledger } of await firstDigests(reader)) {
    const digits = digitsShown(code, JSON.parse(content), JSON.parse(ledger));
    if (digits === undefined) continue;
    const isAgreed = digits === intl && digits === table;
    return isAgreed ? { digits } : { digits, because: 'in the first digest' };
  }
  if (intl === table) return { digits: intl };
  const factor = 10 ** (table - intl);
  const canTell = FINE.has(code) && intl < table && (await distinctAmounts(reader)) >= MANY_AMOUNTS;
  if (canTell && (await areMultiplesOf(reader, code, factor)))
    return { digits: table, because: `by its amounts, all multiples of ${factor}` };
  return { digits: intl, because: `by Intl of Node ${process.versions.node}` };
}

const digestSchema = z.object({
  periods: z.object({ period: z.object({ from: z.number(), to: z.number() }) }),
  headline: z.object({
    currency: z.string(),
    charts: z.array(z.object({ unit: z.literal('money'), values: z.array(z.number()) })),
  }),
});
const ledgerSchema = z.object({ days: z.array(z.tuple([z.number(), z.number(), z.number()])) });

/** Most decimals that any currency has. */
const MOST_DIGITS = 4;

/** The decimals between the minor units that a digest had counted and the revenue that its chart shows. */
export function digitsShown(code: string, content: unknown, ledger: unknown): number | undefined {
  const digest = digestSchema.safeParse(content).data;
  const counted = ledgerSchema.safeParse(ledger).data;
  if (!digest || !counted || digest.headline.currency !== code) return undefined;
  const { from, to } = digest.periods.period;
  const minor = counted.days
    .filter(([day]) => day >= from && day <= to)
    .reduce((sum, [, , revenue]) => sum + revenue, 0);
  const major = digest.headline.charts[0]?.values.at(-1);
  if (!major || minor === 0) return undefined;
  return Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => digits).find(
    digits => Math.abs(major * 10 ** digits - minor) < 0.5,
  );
}
