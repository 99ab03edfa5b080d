import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { slackApp } from '../../src/surfaces/slack/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HTTP = { SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' };

describe('in HTTP mode', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());
  const start = (env: Record<string, string>) => {
    const app = slackApp({ ...shop, config: readConfig({ ...HTTP, ...env }) });
    return { app, address: app.start() };
  };

  it('listens on the loopback address unless told otherwise', async () => {
    const { app, address } = start({ PORT: '0' });
    expect(await address).toMatchObject({ address: '127.0.0.1', family: 'IPv4' });
    expect((await fetch(`http://127.0.0.1:${(await address)?.port}/healthz`)).status).toBe(200);
    await app.stop();
  });

  // 192.0.2.1 is an address for documentation (RFC 5737), which no machine has.
  it('listens on HOST, and says so if that is no address of this machine', async () => {
    await expect(start({ PORT: '0', HOST: '192.0.2.1' }).address).rejects.toThrow(
      'Cannot listen on 192.0.2.1, port 0: listen EADDRNOTAVAIL: address not available 192.0.2.1. HOST must',
    );
  });

  it('says what to set if the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start({ PORT: String(port) }).address).rejects.toThrow(
      `Cannot listen on 127.0.0.1, port ${port}: listen EADDRINUSE`,
    );
    other.close();
  });
});
