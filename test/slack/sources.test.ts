import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const CSV = 'Order ID,Order Date,Customer ID,Product,Amount\n1,2026-01-05,c1,Tea,10.00\n';

describe('/shop sources', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeAll(async () => {
    shop = await openTestShop();
    const folder = join(shop.folder, 'exports');
    await mkdir(folder);
    await shop.sources.add({ kind: 'folder', name: 'exports', settings: { path: folder } }, 'every hour');
    for (const [name, content] of [
      ['a.csv', CSV],
      ['b.csv', 'no *sales* here\n'],
    ] as const) {
      await writeFile(join(folder, name), content);
      await utimes(join(folder, name), new Date('2026-03-29T09:00:00Z'), new Date('2026-03-29T09:00:00Z'));
    }
    const access = join(shop.folder, 'access.yml');
    running = await startApp(
      { ...shop, charts: blankPictures },
      'http',
      async ({ user }) => {
        const roles = `roles: { loader: { people: [${user}], may: [ingest] } }`;
        await writeFile(
          access,
          `everyone: { may: [sales] }
${roles}
`,
        );
        return { ACCESS_FILE: access };
      },
      { people: ['ben'] },
    );
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });

  const asked = async (text: string, user = running.workspace.user): Promise<string> => {
    const next = running.workspace.nextPosted();
    await running.workspace.command('/shop', text, { user });
    return textOf(await next);
  };

  it('lists, reads and pauses them for whom the access file allows, and the log says who', async () => {
    expect(await asked('sources')).toContain('*exports* (folder, every hour): not read yet');
    expect(await asked('sources run shop')).toContain('There is no source "shop".');
    const begun = running.workspace.nextPosted(posted => textOf(posted).includes('Reading exports.'));
    const done = running.workspace.nextPosted(posted => textOf(posted).includes('loaded.'));
    await running.workspace.command('/shop', 'sources run exports');
    await begun;
    expect(textOf(await done)).toMatch(/a\.csv: loaded\..*b\.csv: refused\./);
    expect(await asked('sources pause exports')).toContain('exports is paused.');
    expect(await asked('sources')).toContain('paused');
    expect(await asked('sources resume exports')).toContain('exports is read again');
    expect(await asked('sources problems')).toContain('Every order could be read.');
    expect(await asked('sources forget exports')).toContain('"forget" is no command for sources.');
    expect(await asked('sources', running.workspace.personCalled('ben'))).toContain(
      'You may not see or change where data comes from.',
    );
    const log = await listAuditEntries(shop.shop.store, { since: '', limit: 20 });
    expect(log.map(entry => [entry.asked, entry.outcome])).toEqual(
      expect.arrayContaining([
        ['/shop sources pause exports', 'changed'],
        ['/shop sources run exports', 'changed'],
      ]),
    );
  });
});
