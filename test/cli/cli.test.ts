import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerContract } from '../../src/core/answer/answer.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { MAIN } from '../support/built.js';
import { runInProcess } from '../support/command-in-process.js';
import { CORNER_SHOP } from '../support/shop.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The command line as a real process; within this one where only words and the exit code are of interest. */
describe('shopkeeper', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-cli-'));
    env = { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}`, NO_COLOR: '1' };
    for (const name of Object.keys(env))
      if (name.startsWith('SLACK_') || name.startsWith('SHOP_') || name.startsWith('DIGEST_'))
        delete env[name];
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (args: string[], more: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number | null; out: string; err: string }>(resolve => {
      const child = spawn(process.execPath, [MAIN, ...args], {
        cwd: ROOT,
        env: { ...env, ...more },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', data => {
        out += data;
      });
      child.stderr.on('data', data => {
        err += data;
      });
      child.on('close', code => resolve({ code, out, err }));
    });

  const runHere = (args: readonly string[], more: Record<string, string> = {}) =>
    runInProcess(args, { DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}`, ...more });

  it('loads a file, and says so; a second time nothing changes', async () => {
    const first = await run(['ingest', CORNER_SHOP]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('Loaded 11 lines: 8 orders of 5 customers, $203.10, Jan 5 – Mar 28, 2026.');
    expect((await runHere(['ingest', CORNER_SHOP])).out).toContain('Nothing changed');
  });

  it('writes a table as CSV, every chart of an answer, and a report as one page', async () => {
    const path = (name: string) => join(folder, name);
    const { code, err } = await run([
      'ask',
      'segment bars',
      '--csv',
      path('bars.csv'),
      '--chart',
      path('bars.png'),
    ]);
    expect(code).toBe(0);
    expect(err).toContain(`Table of 5 rows written to ${path('bars.csv')}`);
    expect((await readFile(path('bars.csv'), 'utf8')).split('\r\n')[0]).toMatch(
      /^\uFEFFsegment,customers,share,/,
    );
    for (const name of ['bars.png', 'bars-2.png'])
      expect((await readFile(path(name))).subarray(1, 4).toString()).toBe('PNG');
    const report = await run(['ask', 'segment report', '--html', path('report.html')]);
    expect(report.out).toContain('How customers are scored');
    const page = await readFile(path('report.html'), 'utf8');
    expect(page.match(/<img src="data:image\/png;base64,/g)?.length).toBeGreaterThanOrEqual(10);
    expect(page).toContain('<h2>The plan</h2>');
    const listed = await runHere(['ask', 'segment export', '--html', path('export.html')]);
    expect(listed.code).toBe(0);
    // A customer's name does not become markup.
    expect(await readFile(path('export.html'), 'utf8')).toContain('Bob &lt;!channel&gt;');
  });

  it('answers with a table, as JSON, and with a chart in a file', async () => {
    const chart = join(folder, 'chart.png');
    const { code, out } = await run(['ask', 'sales', 'top-countries', '--chart', chart]);
    expect(code).toBe(0);
    expect(out).toContain('│ France  │  $74.04 │');
    expect((await readFile(chart)).subarray(1, 4).toString()).toBe('PNG');
    const json = await runHere(['ask', 'sales top-countries', '--json']);
    expect(answerContract.parse(JSON.parse(json.out))).toMatchObject({
      question: 'sales top-countries',
      dataThrough: '2026-03-28',
      rows: [{ country: 'France', revenue: 74.04 }, {}, {}],
    });
  });

  it('previews the digest as of a day', async () => {
    const { out } = await runHere(['digest', '--preview', '--as-of', '2026-03-16', '--json']);
    expect(JSON.parse(out)[0]).toMatchObject({
      title: 'Week of Mar 9 – Mar 15, 2026',
      headline: expect.stringContaining('$68.35 from 2 orders'),
    });
  });

  it('manages subscriptions', async () => {
    const say = async (text: string) => (await runHere(['digest', ...text.split(' ')])).out.trim();
    expect(await say('list')).toBe('There are no subscriptions.');
    const next = /next on Fri, \w{3} \d+, \d{4}, 08:30 \(Europe\/Berlin\)/;
    const said = await runHere([
      ...['digest', 'subscribe', 'C0123456789', 'friday', '8:30', 'Europe/Berlin', 'customer:Ana Núñez'],
      ...['parts:plan', 'only', 'if', 'revenue', 'fell', 'by', 'more', 'than', '10%'],
    ]);
    const of = 'weekly (customer:"Ana Núñez" parts:plan only if revenue fell by more than 10%)';
    expect(said.out).toContain(`Subscription 1: to C0123456789, ${of}, next on Fri, `);
    expect(said.out).toMatch(next);
    expect(await say('list')).toMatch(next);
    // Options and words are equivalent.
    expect(await say('subscribe c0123456789 --monthly --with country:Spain')).toContain(
      'Subscription 2: to C0123456789, monthly (country:Spain), next on',
    );
    expect((await runHere(['digest', 'preview', 'daily', '--monthly'])).err).toContain(
      'no option called "monthly"',
    );
    expect((await runHere(['digest', 'subscribe', 'C0123456789', '--as-of', '2026-03-01'])).err).toContain(
      'an as-of day cannot be set',
    );
    expect(await say('unsubscribe 2')).toBe('Subscription 2 is deleted.');
    expect(await say('Help')).toContain('digest preview');
    expect(await say('pause 1')).toContain('"shopkeeper digest resume 1" resumes it.');
    expect(await say('list')).toBe(`1: to C0123456789, ${of}, paused`);
    expect(await say('resume 1')).toMatch(next);
    expect(await say('unsubscribe 1')).toBe('Subscription 1 is deleted.');
  });

  describe('digest now', () => {
    let workspace: Workspace;
    beforeAll(() => runHere(['ingest', CORNER_SHOP]));
    beforeEach(async () => {
      workspace = await Workspace.open();
    });
    afterEach(() => workspace.close());

    it('posts a digest to a channel', async () => {
      const { out } = await run(
        ['digest', 'now', workspace.channel, 'monthly', 'as-of:2026-04-01'],
        workspace.settings,
      );
      expect(out).toContain(workspace.channel);
      expect(workspace.posted[0]?.text).toContain('Mar 2026');
    });
  });

  it.each([
    ['no file', ['ingest', 'none.csv'], 'There is no file at none.csv.'],
    ['no argument', ['ingest'], 'Which file should be loaded?'],
    ['an unknown question', ['ask', 'sales top-contry-side'], 'Try:'],
    ['no digest named', ['digest'], 'Which digest command?'],
    ['a channel by its name', ['digest', 'subscribe', '#sales', 'monday'], '"#sales" is not a channel id.'],
    ['a channel that is not there', ['digest', 'now'], 'bottom of the channel details'],
    ['what a digest cannot do', ['digest', 'dance'], 'There is no "digest dance".'],
    ['a subscription that is not there', ['digest', 'pause', '7'], 'There is no subscription 7.'],
    ['a digest that was not posted', ['digest', '--show', '9'], 'There is no posted digest number 9.'],
    ['an impossible date', ['digest', '--preview', '--as-of', '2026-02-30'], '"2026-02-30" is not a date.'],
  ])('ends with code 2 and one clear line for %s', async (_, args, message) => {
    const { code, out, err } = await runHere(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });

  it('ends with code 2 as a real process, too', async () => {
    expect(await run(['ask', 'sales top-contry-side'])).toMatchObject({ code: 2, out: '' });
  });

  it('ends with code 1 and one message when the store cannot be opened', async () => {
    const { code, out, err } = await runHere(['ask', 'sales'], { DATABASE_URL: `sqlite:${folder}` });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^The store .* cannot be opened: it is a folder, not a file\.\n.*DATABASE_URL.*\n$/);
  });

  it('ends with code 1 and the variable for a wrong setting', async () => {
    const { code, err } = await runHere(['ask', 'sales'], { SHOP_TIMEZONE: 'Nowhere' });
    expect(code).toBe(1);
    expect(err).toContain(
      'SHOP_TIMEZONE "Nowhere" is not an IANA time zone. Example: SHOP_TIMEZONE=Europe/Berlin',
    );
  });

  it('doctor says how to fix problems', async () => {
    const { code, out } = await run(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('ok    It holds sales of Jan 5 – Mar 28, 2026.');
    expect(out).toContain('ok    Charts are drawn');
    expect(out).toContain('FIX   SLACK_BOT_TOKEN is missing');
  });

  it('start names missing tokens', async () => {
    const { code, err } = await runHere(['start']);
    expect(code).toBe(1);
    expect(err).toContain('SLACK_BOT_TOKEN is missing');
  });

  describe('start', () => {
    let workspace: Workspace;
    let app: { kill(): void; readonly exitCode: Promise<number | null>; log(): string } | undefined;
    beforeAll(() => runHere(['ingest', CORNER_SHOP]));
    beforeEach(async () => {
      workspace = await Workspace.open();
    });
    afterEach(async () => {
      app?.kill();
      await app?.exitCode;
      await workspace.close();
    });

    const start = (settings: NodeJS.ProcessEnv = {}) => {
      const child = spawn(process.execPath, [MAIN, 'start'], {
        cwd: ROOT,
        env: { ...env, ...workspace.settings, ...settings },
      });
      let log = '';
      child.stderr.on('data', data => {
        log += data;
      });
      app = {
        kill: () => child.kill('SIGTERM'),
        exitCode: new Promise<number | null>(resolve => child.on('close', resolve)),
        log: () => log,
      };
      return app;
    };

    it('runs the app through Socket Mode and schedules the digest; SIGTERM ends it with code 0', async () => {
      // One start for all of it: each takes seconds.
      const { log, kill, exitCode } = start({
        DIGEST_CHANNEL: workspace.channel,
        SHOP_TIMEZONE: 'Asia/Kolkata',
      });
      await expect.poll(log).toContain('listening through Socket Mode');
      await workspace.command('/sales', 'top-countries');
      // On a busy machine a notice that it takes long comes first.
      const texts = () => workspace.posted.map(({ text }) => text);
      await expect.poll(texts).toContainEqual(expect.stringContaining('France leads with $74.04'));
      await expect.poll(log).toContain('digest scheduled');
      // Half past three is nine in the morning in the shop's time zone.
      expect(log()).toMatch(/"zone":"Asia\/Kolkata","next":"\d{4}-\d{2}-\d{2}T03:30:00.000Z"/);
      kill();
      expect(await exitCode).toBe(0);
    });

    it('ends with code 0 on SIGTERM while Slack cannot be reached', async () => {
      const { log, kill, exitCode } = start();
      await expect.poll(log).toContain('listening through Socket Mode');
      await workspace.close();
      await expect.poll(() => log().split('http request failed').length).toBeGreaterThan(2);
      kill();
      expect(await exitCode).toBe(0);
    });

    it('ends with code 1 if Slack rejects the token, so that its supervisor notices', async () => {
      const { log, exitCode } = start();
      await expect.poll(log).toContain('listening through Socket Mode');
      workspace.fail('apps.connections.open', ...Array(20).fill({ error: 'invalid_auth' }));
      workspace.disconnect();
      expect(await exitCode).toBe(1);
      expect(log()).toContain('Slack no longer accepts the token');
    });
  });

  it('demo --once shows an answer and the digest of a file of your own', async () => {
    const file = join(folder, 'own.csv');
    await writeFile(file, await readFile(CORNER_SHOP));
    const { code, out } = await run(['demo', '--once', '--data', file]);
    expect(code).toBe(0);
    expect(out).toContain('France leads with $74.04');
    expect(out).toContain('Week of Mar 16 – Mar 22, 2026');
    expect(out).toMatch(/Chart: .*\.png/);
  });
});
