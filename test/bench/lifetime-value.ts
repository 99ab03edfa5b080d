import { performance } from 'node:perf_hooks';
import type { Orders } from '../../src/models/lifetime-value/histories.js';
import { fitApart, projectApart, rhythmsApart } from '../../src/models/lifetime-value/thread.js';
import { number, show, timed } from './timing.js';

const DAYS = 1_095;

/** Orders of customers who each come at a rate of their own, and leave after an order at one of their own. */
function madeUpOrders(customers: number): Orders {
  let seed = 12_345;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const lines: [customer: number, day: number, amount: number][] = [];
  for (let id = 1; id <= customers; id++) {
    const [rate, leaves, usual] = [
      0.002 + 0.03 * chance() ** 3,
      0.05 + 0.4 * chance(),
      2_000 + 8_000 * chance(),
    ];
    for (let day = chance() * 1_000; day <= DAYS; day += -Math.log(1 - chance()) / rate) {
      lines.push([id, Math.floor(day), Math.round(usual * (0.5 + chance()))]);
      if (chance() < leaves) break;
    }
  }
  return {
    customer: Int32Array.from(lines, l => l[0]),
    day: Int32Array.from(lines, l => l[1]),
    amount: Float64Array.from(lines, l => l[2]),
    isReturn: new Uint8Array(lines.length),
  };
}

/** Fitting the models of lifetime value off the main thread, and the longest that it is held up meanwhile. */
export async function benchLifetimeValue(customers = 100_000): Promise<void> {
  const orders = madeUpOrders(customers);
  console.log(`\n${number(customers)} customers, ${number(orders.customer.length)} orders: lifetime value`);
  await fitApart(madeUpOrders(100), DAYS);
  let [longest, last] = [0, performance.now()];
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 2);
    last = now;
  }, 2);
  const fit = await timed(() => fitApart(orders, DAYS));
  console.log(`  fit, with a holdout${show(fit.ms)} ms  (at most 5000)`);
  const { result } = fit;
  if (result.isFitted) {
    const { model, histories } = result;
    const ahead = await timed(() => projectApart(model, histories, { months: 12, discount: 0.1 }));
    console.log(`  12 months of each  ${show(ahead.ms)} ms`);
  }
  console.log(`  rhythms            ${show((await timed(() => rhythmsApart(orders, DAYS))).ms)} ms`);
  clearInterval(watch);
  console.log(`  longest stall      ${show(longest)} ms  (at most 50)`);
}
