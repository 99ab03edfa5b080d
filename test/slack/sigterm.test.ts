import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { MAIN } from '../support/built.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const ASKED = 120;

/** The process of `shopkeeper start` gets the signal while 120 acknowledged questions wait. */
describe.each(['http', 'socket'] as const)('SIGTERM in %s mode', mode => {
  let shop: TestShop;
  let workspace: Workspace;
  let app: ChildProcess;
  beforeEach(async () => {
    shop = await openCornerShop();
    workspace = await Workspace.open();
  });
  afterEach(async () => {
    app.kill('SIGKILL');
    await workspace.close();
    await shop.close();
  });

  const start = async () => {
    app = spawn(process.execPath, [MAIN, 'start'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...workspace.settings,
        DATABASE_URL: shop.config.DATABASE_URL,
        SLACK_MODE: mode,
        // However fast the machine is, some wait: one is answered at a time, and none is waited for.
        CHART_WORKERS: '1',
        STOP_GRACE_SECONDS: '0',
        QUESTIONS_PER_MINUTE: '0',
      },
    });
    const lines = createInterface(app.stderr ?? expect.fail());
    for await (const line of lines) {
      const port = /listening on 127\.0\.0\.1, port (\d+)/.exec(line)?.[1];
      if (mode === 'http' && port) workspace.connect(`http://127.0.0.1:${port}/slack/events`);
      if (mode === 'http' ? port : line.includes('listening through Socket Mode')) break;
    }
    app.stderr?.resume();
  };

  it('leaves no question without a reply', async () => {
    await start();
    const texts = Array.from({ length: ASKED }, (_, i) => `top-countries ${i + 1}`);
    const acknowledged = await Promise.all(texts.map(text => workspace.command('/sales', text)));
    expect(acknowledged).toEqual(texts.map(() => 200));
    app.kill('SIGTERM');
    await once(app, 'exit');
    // Each question is answered, declined because too many wait, or its asker is notified of the restart.
    expect(workspace.posted).toHaveLength(ASKED);
    const outcomes = workspace.posted.map(({ text, ephemeral }) =>
      ephemeral ? (/restart/.test(text) ? 'notified' : 'declined') : 'answered',
    );
    expect(outcomes).toContain('notified');
  });
});
