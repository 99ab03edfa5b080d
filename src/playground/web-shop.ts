import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OrderRow } from '../app/playground-contract.js';
import { csvText } from '../core/text/csv.js';

/** Where the shop's orders are exported to, as many shop systems do: one file that grows. */
const EXPORT = '/orders.csv';

/**
 * A shop on the web, on loopback, whose orders can be read as a CSV file at an address. The file has an ETag,
 * so that nobody reads it twice.
 */
export class WebShop {
  readonly #rows: OrderRow[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== EXPORT) {
        response.writeHead(404).end();
        return;
      }
      const body = this.#export();
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', etag }).end(body);
    });
  }

  static async open(): Promise<WebShop> {
    const shop = new WebShop();
    shop.#server.listen(0, '127.0.0.1');
    await once(shop.#server, 'listening');
    return shop;
  }

  /** Where its orders are. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${EXPORT}`;
  }

  /** Takes an order, one row for each of its lines. */
  take(rows: readonly OrderRow[]): void {
    this.#rows.push(...rows);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #export(): string {
    const columns = Object.keys(this.#rows[0] ?? {});
    return csvText([columns, ...this.#rows.map(row => columns.map(column => row[column]))]);
  }
}
