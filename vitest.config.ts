import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Large real files beside some checkouts: their tests are part of a run only where they are (`npm run test:shared`). */
const SHARED_DATA =
  process.env.SHOPKEEPER_SHARED_DATA ?? fileURLToPath(new URL('../shared/data', import.meta.url));
const SHARED_TESTS = 'test/shared-data/**/*.test.ts';
const hasSharedData = existsSync(SHARED_DATA);
/** Tests of lines in ClickHouse start servers of their own, where the program is, and chdb where that is. */
const CLICKHOUSE_TESTS = 'test/clickhouse/**/*.test.ts';
/** Tests of the playground's page run in Debian's Chromium, where it is (CHROMIUM in test/support/browser.ts). */
const BROWSER_TESTS = 'test/browser/**/*.test.ts';
const hasBrowser = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync);
/** It needs users, which chdb has not. */
const CLICKHOUSE_SERVER_TEST = 'test/clickhouse/source.test.ts';
const hasServer = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].some(existsSync);
const hasChdb = existsSync(fileURLToPath(new URL('node_modules/chdb/package.json', import.meta.url)));
const hasClickHouse = hasServer || hasChdb;
// Each project reads this file again: said once.
const SAID = Symbol.for('shopkeeper.no-shared-data');
if (!hasSharedData && Reflect.get(globalThis, SAID) === undefined)
  console.log(`No ${SHARED_DATA}: the tests in test/shared-data are not part of this run.`);
if (!hasBrowser && Reflect.get(globalThis, SAID) === undefined)
  console.log('No Chromium: the tests in test/browser are not part of this run.');
if (!hasServer && Reflect.get(globalThis, SAID) === undefined)
  console.log(
    `No clickhouse-server: ${hasChdb ? CLICKHOUSE_SERVER_TEST : 'the tests in test/clickhouse'} not in this run.`,
  );
if (!hasChdb && Reflect.get(globalThis, SAID) === undefined)
  console.log('No chdb: the tests in test/clickhouse do not run on it (CONTRIBUTING.md).');
Reflect.set(globalThis, SAID, true);

/** What has a store behind it runs on both engines, what is of PostgreSQL alone on it; the rest once. */
const WITH_STORE = [
  ...(hasClickHouse ? [CLICKHOUSE_TESTS] : []),
  ...[
    'access',
    'computing',
    'ingest',
    'query',
    'questions',
    'segments',
    'sources',
    'digest',
    'store',
    'postgres',
  ].map(name => `test/${name}/**/*.test.ts`),
  // A question's test lies beside it.
  'src/analyses/**/*.test.ts',
];

/**
 * Tests of words, of reading files and of plain computing: SQL of a database's own has no part in them, so they
 * run once. What PostgreSQL may take differently, such as odd characters and large numbers, is in ingest/broken
 * and ingest/surprises.
 */
const WITHOUT_SQL = [
  'test/questions/{fiscal-years,follow-ups,language,loggable,money-in-words}.test.ts',
  'test/questions/{phrasings,prototype-names,queries-in-words}.test.ts',
  'test/ingest/{currencies,data-files,date-choice,dates,encodings,exports,net-sales}.test.ts',
  'test/ingest/{quantities,questions,refund-day,refund-parts,rows-that-are-no-sale,sheets}.test.ts',
  'test/ingest/{small-files,spellings,sums-of-few-orders,times-and-zones,values-prove,workbook}.test.ts',
  'test/ingest/{profiles,properties}/*.test.ts',
  'test/query/query-text.test.ts',
  'test/computing/pool.test.ts',
  'test/segments/{maps,scoring}.test.ts',
  'test/store/{tables,columns/encoding}.test.ts',
];

/**
 * Tests that start servers or many processes, draw every chart, add up random shops in two ways, or load large files:
 * four tenths of the time of all that `npm test` once ran. Whoever changes what they test runs them by name;
 * `.ci/run` runs them all.
 */
const TESTS_OF_SERVERS = [
  'test/cli/{chat,cli,private-files}.test.ts',
  'test/mcp/*.test.ts',
  'test/sources/{files,mail,remote,shopify,square,stripe,woocommerce}.test.ts',
  'test/computing/loading.test.ts',
  'test/slack/sigterm.test.ts',
  'test/walls/walls.test.ts',
  'test/charts/pictures.test.ts',
  'test/query/plain-{answers,lists}.test.ts',
  'test/store/sums.test.ts',
  'test/ingest/spellings.test.ts',
  ...(hasSharedData ? [SHARED_TESTS] : []),
  ...(hasClickHouse ? [CLICKHOUSE_TESTS] : []),
];

/**
 * Tests that take long by their nature: processes that are killed or suspended again and again, databases that
 * break, memory that runs out, a year of syncing, hundreds of made-up files, a browser, and sweeps: every question in
 * every shop, on every surface, for everybody, under every odd name. `.ci/run` runs them as well.
 */
const LONG_TESTS = [
  ...TESTS_OF_SERVERS,
  ...(hasBrowser ? [BROWSER_TESTS] : []),
  'test/{digest,ingest,sources}/kill.test.ts',
  'test/sources/kill-files.test.ts',
  'test/digest/{suspended,weeks}.test.ts',
  'test/slack/many-faults.test.ts',
  'test/{charts,memory}/{memory,bombs,distinct}.test.ts',
  'test/trouble/sqlite.test.ts',
  'test/sources/year.test.ts',
  'test/ingest/properties/*.test.ts',
  'test/ingest/together-property.test.ts',
  'test/questions/{odd-shops,follow-ups,prototype-names,finer-store,bad-histories}.test.ts',
  'test/slack/{matrix,matrix-surfaces,hostile-names}.test.ts',
  'test/computing/same-answers.test.ts',
  'test/cli/secrets.test.ts',
];

/** Texts for a terminal are compared without colours, which a CI service (`CI=true`) turns on. */
const PLAIN_TEXT = { NO_COLOR: '1' };

export default defineConfig({
  test: {
    // Only guards against what hangs: the machine may have much else to do.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Most of what tests wait for is there in a few milliseconds.
    expect: { poll: { timeout: 120_000, interval: 5 } },
    maxWorkers: 2,
    // What was compiled for a run before is kept in node_modules: a single file of tests starts in half the time.
    experimental: { fsModuleCache: true },
    // Tests make much garbage: it is collected less often.
    execArgv: ['--max-semi-space-size=64'],
    // The files that a worker runs share the modules that they import, which take longer to load than most tests
    // take. So a test must leave nothing behind: spies, timers, settings and what it opened.
    isolate: false,
    globalSetup: ['test/support/build-setup.ts'],
    // Of the tests on SQLite alone, without the large shared files: 94.1 % of lines in November 2026. Raise the floor
    // when more is reached. Code that runs in child processes or in a browser is not measured.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html'],
      reportOnFailure: true,
      thresholds: { lines: 93, statements: 92, functions: 92.5, branches: 84.5 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: [...LONG_TESTS, ...[BROWSER_TESTS, SHARED_TESTS, CLICKHOUSE_TESTS], 'test/postgres/**'],
          env: { ...PLAIN_TEXT, TEST_STORE: 'sqlite', SHOPKEEPER_SHARED_DATA: SHARED_DATA },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: LONG_TESTS,
          exclude: hasServer ? [] : [CLICKHOUSE_SERVER_TEST],
          env: { ...PLAIN_TEXT, TEST_STORE: 'sqlite', SHOPKEEPER_SHARED_DATA: SHARED_DATA },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...WITH_STORE, ...(hasSharedData ? [SHARED_TESTS] : [])],
          exclude: [...WITHOUT_SQL, ...(hasServer ? [] : [CLICKHOUSE_SERVER_TEST])],
          env: { ...PLAIN_TEXT, TEST_STORE: 'postgres', SHOPKEEPER_SHARED_DATA: SHARED_DATA },
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
    ],
  },
});
