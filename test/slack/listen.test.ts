import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { type SlackApp, slackApp } from '../../src/surfaces/slack/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HTTP = { SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' };

describe('in HTTP mode', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());
  let app: SlackApp | undefined;
  let neighbour: Server | undefined;
  afterEach(async () => {
    await app?.stop();
    neighbour?.close();
  });
  const start = (env: Record<string, string>) => {
    app = slackApp({ ...shop, config: readConfig({ ...HTTP, ...env }) });
    return app.start();
  };

  it('listens on the loopback address by default', async () => {
    const address = await start({ PORT: '0' });
    expect(address).toMatchObject({ address: '127.0.0.1', family: 'IPv4' });
    expect((await fetch(`http://127.0.0.1:${address?.port}/healthz`)).status).toBe(200);
  });

  // 192.0.2.1 is reserved for documentation (RFC 5737), so no machine has it.
  it('reports a HOST that is not an address of this machine', async () => {
    await expect(start({ PORT: '0', HOST: '192.0.2.1' })).rejects.toThrow(
      'Cannot listen on 192.0.2.1, port 0: listen EADDRNOTAVAIL: address not available 192.0.2.1. HOST must',
    );
  });

  it('reports an occupied port', async () => {
    neighbour = createServer().listen(0, '127.0.0.1');
    await once(neighbour, 'listening');
    const { port } = neighbour.address() as AddressInfo;
    await expect(start({ PORT: String(port) })).rejects.toThrow(
      `Cannot listen on 127.0.0.1, port ${port}: listen EADDRINUSE`,
    );
  });
});
