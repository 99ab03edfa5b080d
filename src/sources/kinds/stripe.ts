import { z } from 'zod';
import type { OrderSource, SourceCheck, SourceKind } from '../source.js';
import { anyList, entriesAnswer } from '../stripe/answers.js';
import { type Stripe, stripeClient } from '../stripe/client.js';
import { paymentsSince } from '../stripe/ledger.js';

/** The ledger may show an entry some time after it was made. */
const OVERLAP_MS = 60 * 60_000;
const DAY_S = 86_400;

const stateSchema = z.object({
  /** The newest entry that was read, seconds since 1970. */
  through: z.number(),
});

export default {
  name: 'stripe',
  summary: 'payments of a Stripe account: key=env:NAME',
  isPayments: true,
  settings: z.strictObject({
    key: z.string(),
    url: z.string().optional(),
    private: z.enum(['yes', 'no']).optional(),
  }),
  open: (settings, context): OrderSource => {
    const api = stripeClient(settings, context);
    return {
      gives: 'orders',
      overlapMs: OVERLAP_MS,
      check: signal => check(api, signal),
      changes: async function* (state, signal) {
        const from = state === undefined ? 0 : stateSchema.parse(state).through;
        const since = Math.max(0, from - OVERLAP_MS / 1_000);
        let through = from;
        // The newest comes first: how far it was read is certain at the end alone.
        for await (const { orders, newest } of paymentsSince(api, since, { isWhole: true }, signal)) {
          through = Math.max(through, newest);
          yield { orders, gone: [], state: undefined };
        }
        yield { orders: [], gone: [], state: { through } };
      },
      everything: async function* (since, signal) {
        // A payment of that day or later has nothing that was booked before it.
        const from = since === undefined ? 0 : Math.max(0, Date.parse(since) / 1_000 - DAY_S);
        for await (const { orders } of paymentsSince(api, from, { isWhole: false }, signal)) yield { orders };
      },
    };
  },
} satisfies SourceKind;

/** @throws SourceError */
async function check(api: Stripe, signal: AbortSignal): Promise<SourceCheck> {
  const one = { limit: '1' };
  const query = { ...one, 'expand[]': ['data.source'] };
  const ledger = await api.get('balance_transactions', query, entriesAnswer, signal);
  for (const path of ['charges', 'refunds', 'disputes']) await api.get(path, one, anyList, signal);
  const currency = ledger?.data[0]?.currency.toUpperCase();
  return {
    ...(currency !== undefined && { currency }),
    findings: [
      'Stripe answers, and its payments can be read.',
      'They are what was paid, with tax and shipping, and without what was bought.',
    ],
  };
}
