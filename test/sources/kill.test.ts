import { expect, it, vi } from 'vitest';
import { expectTruthAfterKills, type Killed } from '../support/killed-source.js';
import { type Clock, LedgerShop } from '../support/ledger-shop.js';
import { ShopifyShop } from '../support/shopify/shopify-shop.js';
import { SquareAccount } from '../support/square-account.js';
import { StripeAccount } from '../support/stripe-account.js';
import { WooShop } from '../support/woo-shop.js';

function woocommerce(clock: Clock): Killed {
  const woo = new WooShop(11);
  woo.now = () => new Date(clock.at);
  return {
    kind: 'woocommerce',
    forgets: true,
    settings: { key: 'env:WOO_KEY', secret: 'env:WOO_SECRET', private: 'yes' },
    place: () => woo.place(1),
    happen: () => woo.happen(),
    truth: () => woo.truth(),
    start: () => woo.start(),
    stop: () => woo.stop(),
  };
}

function shopify(clock: Clock): Killed {
  const ledger = new LedgerShop(11, clock);
  const shop = new ShopifyShop(ledger);
  shop.zone = 'UTC';
  return {
    kind: 'shopify',
    forgets: true,
    settings: { token: 'env:SHOPIFY_TOKEN', private: 'yes' },
    place: () => ledger.place(1),
    happen: () => ledger.happen(),
    truth: () => ledger.truth('UTC'),
    start: () => shop.start(),
    stop: () => shop.stop(),
  };
}

function stripe(clock: Clock): Killed {
  const account = new StripeAccount(11, clock);
  return {
    kind: 'stripe',
    forgets: false,
    settings: { key: 'env:STRIPE_KEY', private: 'yes' },
    place: () => account.pay(1_234),
    happen: () => account.happen(),
    truth: () => account.truth('UTC'),
    start: () => account.start(),
    stop: () => account.stop(),
  };
}

function square(clock: Clock): Killed {
  // What comes back is an order of its own.
  const ledger = new LedgerShop(11, clock, ['place', 'place', 'refund', 'exchange', 'e-mail']);
  const account = new SquareAccount(ledger);
  account.zone = 'UTC';
  return {
    kind: 'square',
    forgets: false,
    settings: { token: 'env:SQUARE_TOKEN', private: 'yes' },
    place: () => ledger.place(1),
    happen: () => ledger.happen(),
    truth: () => ({ byDay: ledger.truth('UTC').byDay }),
    start: () => account.start(),
    stop: () => account.stop(),
  };
}

const KEYS = {
  WOO_KEY: 'ck_1',
  WOO_SECRET: 'cs_1',
  SHOPIFY_TOKEN: 'shpat_1',
  STRIPE_KEY: 'rk_live_1',
  SQUARE_TOKEN: 'token_1',
};

for (const made of [woocommerce, shopify, stripe, square])
  it(`a source is the truth after its processes were killed while they read it (${made.name})`, async () => {
    for (const [name, value] of Object.entries(KEYS)) vi.stubEnv(name, value);
    await expect(expectTruthAfterKills(made)).resolves.toBeUndefined();
  }, 3_600_000);
