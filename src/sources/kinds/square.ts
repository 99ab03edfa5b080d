import { z } from 'zod';
import type { OrderSource, SourceCheck, SourceKind } from '../source.js';
import { customersAnswer, type Location, locationsAnswer, ordersAnswer } from '../square/answers.js';
import { MissingRight, type Square, squareClient } from '../square/client.js';
import { noLocations, SquareReader } from '../square/read.js';

/** The search may know of a change some time after it was made. */
const OVERLAP_MS = 60 * 60_000;
const DAY_MS = 86_400_000;

const stateSchema = z.object({
  /** The last change that was read. */
  updated: z.string(),
});

const START = '1970-01-01T00:00:00.000Z';

export default {
  name: 'square',
  summary: 'orders of a Square account: token=env:NAME',
  settings: z.strictObject({
    token: z.string(),
    url: z.string().optional(),
    private: z.enum(['yes', 'no']).optional(),
  }),
  open: (settings, context): OrderSource => {
    const api = squareClient(settings, context);
    return {
      gives: 'orders',
      overlapMs: OVERLAP_MS,
      check: signal => check(api, signal),
      changes: async function* (state, signal) {
        const locations = await locationsOf(api, signal);
        const from = state === undefined ? START : stateSchema.parse(state).updated;
        let updated = from;
        for await (const page of new SquareReader(api, locations).changedSince(before(from), signal)) {
          if (Date.parse(page.updated) > Date.parse(updated)) updated = page.updated;
          // Where there are several searches, how far all were read is certain at the end alone.
          const isCertain = locations.length <= 10;
          yield { orders: page.orders, gone: page.gone, state: isCertain ? { updated } : undefined };
        }
        yield { orders: [], gone: [], state: { updated } };
      },
      everything: async function* (since, signal) {
        // An order with a line of a day has changed on that day or later. A day may begin earlier in UTC.
        const from = since === undefined ? START : at(Date.parse(since) - DAY_MS);
        yield* new SquareReader(api, await locationsOf(api, signal)).changedSince(from, signal);
      },
    };
  },
} satisfies SourceKind;

const at = (ms: number): string => new Date(Math.max(0, ms)).toISOString();
const before = (updated: string): string => at(Date.parse(updated) - OVERLAP_MS);

async function locationsOf(api: Square, signal: AbortSignal): Promise<readonly Location[]> {
  const { locations } = await api.ask('locations', undefined, locationsAnswer, signal);
  if (locations.length === 0) throw noLocations();
  return locations;
}

/** @throws SourceError */
async function check(api: Square, signal: AbortSignal): Promise<SourceCheck> {
  const locations = await locationsOf(api, signal);
  const search = { location_ids: [locations[0]?.id], limit: 1 };
  await api.ask('orders/search', search, ordersAnswer, signal);
  const found = [`Square answers, and the orders of ${names(locations)} can be read.`];
  try {
    await api.ask('customers/bulk-retrieve', { customer_ids: ['none'] }, customersAnswer, signal);
  } catch (error) {
    if (!(error instanceof MissingRight)) throw error;
    found.push('It is not shown names and e-mail addresses: that needs the right CUSTOMERS_READ.');
  }
  const [currency, ...currencies] = distinct(locations.map(l => l.currency));
  const [zone, ...zones] = distinct(locations.map(l => l.timezone));
  if (currencies.length > 0)
    found.push(`Locations have several currencies (${[currency, ...currencies].join(', ')}): one is read.`);
  if (zones.length > 0)
    found.push(`Locations have several time zones (${[zone, ...zones].join(', ')}): days are the shop's.`);
  return {
    ...(currency !== undefined && currencies.length === 0 && { currency }),
    ...(zone !== undefined && zones.length === 0 && { zone }),
    findings: found,
  };
}

const names = (locations: readonly Location[]): string => locations.map(l => l.name ?? l.id).join(', ');
const distinct = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.flatMap(value => value ?? [])),
];
