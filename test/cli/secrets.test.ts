import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../src/config/shown.js';
import { shownAddress } from '../../src/core/addresses.js';
import { runInProcess } from '../support/command-in-process.js';
import { type Ended, runCommand } from '../support/command-line.js';

/** No part of it may be printed, however a setting is misspelt. */
const SECRET = 'hunter2-Zq9';
const ENCODED = 'hunter2%2DZq9';
const ANY_PART = /hunter2|zq9/i;

/** Port 1 of this machine, where no server listens. */
const NO_SERVER = '127.0.0.1:1';

type Misspelt = readonly [name: string, value: string, level?: string];
const MISSPELT: readonly Misspelt[] = [
  ['DATABASE_URL', `mysql://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `Postgres://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres:shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres:/shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres//shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres;//shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `ppostgres://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres ://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `"postgres://shop:${SECRET}@db.example/sales"`],
  ['DATABASE_URL', `DATABASE_URL=postgres://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `${SECRET}@db.example`],
  ['DATABASE_URL', SECRET],
  ['DATABASE_URL', `${SECRET}:`],
  ['DATABASE_URL', `jdbc:postgresql://db.example/sales?user=shop&password=${SECRET}`],
  ['DATABASE_URL', `host=db.example user=shop password=${SECRET} dbname=sales`],
  ['DATABASE_URL', `sqlite3://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `sqlite:postgres://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `sqlite://shop:${SECRET}@db.example/sales`],
  ['DATABASE_URL', `mysql://shop:${ENCODED}@db.example/sales`],
  ['DATABASE_URL', `postgres://shop:a@b/${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres://shop:12/${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres://shop:12#${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres://shop:12?${SECRET}@db.example/sales`],
  ['DATABASE_URL', `postgres://shop:${SECRET}`],
  ['DATABASE_URL', `postgres://shop:${SECRET}@${NO_SERVER}/sales`],
  ['DATABASE_URL', `postgres://shop:${ENCODED}@${NO_SERVER}/sales`, 'debug'],
  ['DATABASE_URL', `postgres://shop:a@${SECRET}@${NO_SERVER}/sales`, 'debug'],
  ['DATABASE_URL', `postgres://${NO_SERVER}/sales?user=shop&password=${SECRET}`, 'debug'],
  ['DATABASE_URL', `postgres://shop:${SECRET}@${NO_SERVER}:x/sales`, 'debug'],
  ['DATABASE_URL', `postgres://shop:${SECRET}@[::1/sales`, 'debug'],
  ['SLACK_API_URL', `https://bot:${SECRET}@slack.example/api/`],
  ['SLACK_API_URL', `https//bot:${SECRET}@slack.example/api/`],
  ['SLACK_API_URL', `http://${SECRET}@${NO_SERVER}/api/`],
  ['SLACK_BOT_TOKEN', SECRET],
  ['SLACK_APP_TOKEN', `xoxb-${SECRET}`],
  ['SLACK_SIGNING_SECRET', 'zq9'],
  ['DIGEST_CHANNEL', `xoxb-${SECRET}`],
  ['SHOP_TIMEZONE', `postgres://shop:${SECRET}@db.example/sales`],
];

/** What gets as far as a server, and one of each setting: real processes print these, logs and all. */
const AS_PROCESSES = MISSPELT.filter(
  ([name, value], i) => value.includes(NO_SERVER) || MISSPELT.findIndex(other => other[0] === name) === i,
);

describe('secrets in the settings', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Commands that read the settings. */
  const COMMANDS = [['ask', 'sales'], ['start'], ['doctor']] as const;
  const settingsWith = ([name, value, level = 'info']: Misspelt) => ({
    DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}`,
    LOG_LEVEL: level,
    [name]: value,
  });
  const expectReported = ([name, value]: Misspelt, { code, out, err }: Ended) => {
    expect(code).toBe(1);
    // The problem is reported.
    expect(out + err).toContain(value.includes(NO_SERVER) && name === 'DATABASE_URL' ? 'postgres:' : name);
    expect(out).not.toMatch(ANY_PART);
    expect(err).not.toMatch(ANY_PART);
  };

  it.each(
    MISSPELT.map(misspelt => ({ misspelt })),
  )('are not printed by any command: $misspelt.0=$misspelt.1', async ({ misspelt }) => {
    for (const command of COMMANDS)
      expectReported(misspelt, await runInProcess(command, settingsWith(misspelt)));
  });

  it.each(
    AS_PROCESSES.map((misspelt, i) => ({ misspelt, command: COMMANDS[i % COMMANDS.length] ?? COMMANDS[0] })),
  )('are not printed by a real process: $command.0, $misspelt.0=$misspelt.1', async ({
    misspelt,
    command,
  }) => {
    expectReported(misspelt, await runCommand(command, { env: settingsWith(misspelt) }));
  });

  it('are not in log lines and errors about unreachable servers, at any level', async () => {
    const env = {
      DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}`,
      SLACK_BOT_TOKEN: `xoxb-${SECRET}`,
      SLACK_APP_TOKEN: `xapp-${SECRET}`,
      SLACK_API_URL: `http://${NO_SERVER}/api/`,
      LOG_LEVEL: 'trace',
    };
    const doctor = await runCommand(['doctor'], { env });
    expect(doctor.out).toContain('Slack cannot be reached');
    const start = await runCommand(['start'], {
      env,
      onText: (text, child) => {
        if (text.includes('request failed')) child.kill('SIGTERM');
      },
    });
    expect(start.err).toContain('request failed');
    for (const { out, err } of [doctor, start]) expect(out + err).not.toMatch(ANY_PART);
  });

  it.each([
    ['sqlite:data/shopkeeper.sqlite', 'sqlite:data/shopkeeper.sqlite'],
    ['sqlite:/home/anna@shop/shop.sqlite', 'sqlite:/home/anna@shop/shop.sqlite'],
    ['sqlit:data/shop.sqlite', 'sqlit:data/shop.sqlite'],
    [`sqlite:shop.sqlite?key=${SECRET}`, 'sqlite:***'],
    [`postgres://shop:${SECRET}@db:5432/sales`, 'postgres://shop:***@db:5432/sales'],
    [`postgres://${SECRET}@db/sales`, 'postgres://***@db/sales'],
    ['postgres://db/sales?sslmode=require', 'postgres://db/sales?***'],
    [`mysql://shop:${SECRET}@db/sales`, 'mysql:***'],
    [`https://slack.example/${SECRET}/`, 'https://slack.example/***'],
    ['https://slack.com/api/', 'https://slack.com/api/'],
  ])('are removed from %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it('are removed from texts of other programs: encoded, decoded and in JSON', () => {
    const clean = withoutSecrets({
      DATABASE_URL: 'postgres://u:se%22cret%40x@h/d',
      PGPASSWORD: 'by-the-way',
    });
    expect(clean('no se%22cret%40x, no se"cret@x, no by-the-way')).toBe('no ***, no ***, no ***');
    expect(clean(JSON.stringify({ err: 'bad se"cret@x' }))).toBe('{"err":"bad ***"}');
    expect(clean('at https://u:p@h/x and for example postgres://user:password@host/database')).toBe(
      'at https://***@h/x and for example postgres://user:password@host/database',
    );
  });
});
