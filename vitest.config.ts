import { defineConfig } from 'vitest/config';

/** What has a store behind it runs on both engines, what is of PostgreSQL alone on it; the rest once. */
const WITH_STORE = ['ingest', 'questions', 'segments', 'digest', 'store', 'postgres'].map(
  name => `test/${name}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Only guards against what hangs: the machine may have much else to do.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['test/**/*.test.ts'],
          exclude: ['test/postgres/**'],
          env: { TEST_STORE: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: WITH_STORE,
          env: { TEST_STORE: 'postgres' },
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
    ],
  },
});
