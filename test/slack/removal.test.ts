import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventCallback } from '../../src/playground/slack-stand-in/payloads.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { blankPictures, startApp } from '../support/app.js';
import { MAIN } from '../support/built.js';
import { openCornerShop, type TestShop } from '../support/shop.js';
import { changed, sendSigned } from '../support/slack-request.js';

let shop: TestShop;
beforeEach(async () => {
  shop = await openCornerShop();
});
afterEach(() => shop.close());

describe('an app that is no longer installed', () => {
  let workspace: Workspace;
  let app: ChildProcess;
  beforeEach(async () => {
    workspace = await Workspace.open();
  });
  afterEach(async () => {
    app.kill('SIGKILL');
    await workspace.close();
  });

  it('stops with the reason, and an exit code that its supervisor notices', async () => {
    app = spawn(process.execPath, [MAIN, 'start'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...workspace.settings,
        DATABASE_URL: shop.config.DATABASE_URL,
        SLACK_MODE: 'http',
        STOP_GRACE_SECONDS: '0',
      },
    });
    const exit = once(app, 'exit');
    let log = '';
    for await (const line of createInterface(app.stderr ?? expect.fail())) {
      log += line;
      const port = /listening on 127\.0\.0\.1, port (\d+)/.exec(line)?.[1];
      if (!port) continue;
      workspace.connect(`http://127.0.0.1:${port}/slack/events`);
      // From Slack's connection, which ends with the app.
      void workspace.event({ type: 'app_uninstalled' }).catch(() => {});
    }
    expect((await exit)[0]).toBe(1);
    expect(log).toContain('the app was uninstalled from the workspace; install it again from manifest.json');
  });
});

describe('a notice that tokens were revoked', () => {
  it("counts if one is the bot's, of this workspace", async () => {
    const reasons: string[] = [];
    const running = await startApp(
      { ...shop, charts: blankPictures },
      'http',
      {},
      {
        onRemoved: reason => reasons.push(reason),
      },
    );
    const notice = (tokens: object) =>
      eventCallback({ type: 'tokens_revoked', tokens }, `Ev${Math.random()}`);
    await sendSigned(running, notice({ oauth: ['U1'], bot: [] }));
    const elsewhere = changed(notice({ bot: ['U2'] }), payload =>
      Object.assign(payload, { team_id: 'T0OTHER' }),
    );
    await sendSigned(running, elsewhere);
    await sendSigned(running, notice({ bot: ['U2'] }));
    await expect
      .poll(() => reasons)
      .toEqual(['the bot token was revoked; reinstall the app and set SLACK_BOT_TOKEN anew']);
    await running.close();
  });
});

describe('a request of another organisation', () => {
  it('is refused where Slack says which one the installation is of', async () => {
    const running = await startApp({ ...shop, charts: blankPictures }, 'http', workspace => {
      workspace.enterprise = 'E0OWN';
      return {};
    });
    const ask = (enterprise: string) =>
      changed(
        eventCallback(
          {
            type: 'app_mention',
            text: '<@U0SHOPKEEPER> sales',
            user: running.workspace.user,
            channel: running.workspace.channel,
            ts: '1.0',
            event_ts: '1.0',
          },
          `Ev${enterprise}`,
        ),
        payload => Object.assign(payload, { enterprise_id: enterprise }),
      );
    const refusal = running.workspace.nextPosted();
    await sendSigned(running, ask('E0OTHER'));
    expect((await refusal).text).toContain('I answer only people of the workspace');
    const answer = running.workspace.nextPosted();
    await sendSigned(running, ask('E0OWN'));
    expect((await answer).text).toContain('$203.10');
    await running.close();
  });
});
