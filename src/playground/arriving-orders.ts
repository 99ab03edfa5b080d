import type { NextOrder, OrderRow } from '../app/playground-contract.js';
import type { Shopkeeper } from '../app/shopkeeper.js';
import { plural } from '../core/answer/format.js';
import { WebShop } from './web-shop.js';

/** What the shop is called as a source, and as who says that an order was placed. */
export const SHOP_NAME = 'web-shop';

/** A shop whose orders arrive by themselves. */
export interface ArrivingOrders {
  /**
   * Somebody places an order, and Shopkeeper reads the shop. Orders that are placed meanwhile wait.
   * @returns a sentence on the order, and on what became of it
   */
  place(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a shop on loopback that becomes a source with its first order. */
export async function openArrivingOrders(
  { shop, sources }: Pick<Shopkeeper, 'shop' | 'sources'>,
  nextOrder: NextOrder,
): Promise<ArrivingOrders> {
  const webShop = await WebShop.open();
  const place = async (): Promise<string> => {
    const rows = nextOrder(shop.today());
    webShop.take(rows);
    if (!(await sources.list()).some(source => source.name === SHOP_NAME))
      await sources.add({
        name: SHOP_NAME,
        kind: 'address',
        settings: { url: webShop.url, private: 'yes' },
      });
    const { outcome, problem } = await sources.run(SHOP_NAME);
    return outcome === 'done'
      ? `${orderText(rows)} Shopkeeper has read it: ask again.`
      : `${orderText(rows)} Shopkeeper could not read it. ${problem ?? ''}`.trim();
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    place: () => {
      const placed = last.then(place);
      last = placed.catch(() => undefined);
      return placed;
    },
    close: async () => {
      await last;
      await webShop.close();
    },
  };
}

function orderText(rows: readonly OrderRow[]): string {
  const [first] = rows;
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.Amount) * 100), 0);
  const lines = rows.map(row => `${row.Quantity} × ${row['Product Name']}`);
  const shown = lines.length > 2 ? [...lines.slice(0, 2), plural(lines.length - 2, 'more line')] : lines;
  return (
    `New order ${first?.['Order ID']}, ${(cents / 100).toFixed(2)}: ${first?.['Customer Name']} in ` +
    `${first?.Country} bought ${shown.join(', ')}.`
  );
}
