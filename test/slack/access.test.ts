import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockAction, eventCallback, slashCommand } from '../../src/playground/slack-stand-in/payloads.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';
import { changed, commandWith, sendSigned } from '../support/slack-request.js';

const OTHER_TEAM = 'T0OTHER';
const OWN_ONLY = 'only people of the workspace that I am installed in';

describe('the access policy', () => {
  let shop: TestShop;
  let running: RunningApp;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    await running?.close();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env);
  };
  beforeEach(async () => {
    shop = await openCornerShop();
    await start();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const mention = (fields: Readonly<Record<string, unknown>>) =>
    eventCallback(
      {
        type: 'app_mention',
        text: '<@U0SHOPKEEPER> segment export',
        user: running.workspace.user,
        channel: running.workspace.channel,
        ts: '1.0',
        event_ts: '1.0',
        ...fields,
      },
      `Ev${Math.random()}`,
    );
  const next = () => running.workspace.nextPosted();
  /** Checks that no data of the shop was posted. */
  const expectNoData = async () => {
    const shown = running.workspace.posted.map(textOf).join();
    expect(shown).not.toContain('$153.10');
    expect(running.workspace.posted.filter(p => p.through === 'file')).toEqual([]);
  };

  it('refuses a command from another workspace', async () => {
    const notice = next();
    const { workspace } = running;
    const command = slashCommand(workspace, `${workspace.url}/response/none`, '/segment', 'export');
    await sendSigned(running, commandWith(command, { team_id: OTHER_TEAM }));
    expect(textOf(await notice)).toContain(OWN_ONLY);
    await expectNoData();
  });

  it.each([
    ['user_team', { user_team: OTHER_TEAM }],
    ['source_team', { source_team: OTHER_TEAM }],
    ['team', { team: OTHER_TEAM }],
    ['user_profile', { user_profile: { team: OTHER_TEAM } }],
  ])('refuses a mention from another workspace (%s)', async (_, fields) => {
    const notice = next();
    await sendSigned(running, mention(fields));
    expect(await notice).toMatchObject({ ephemeral: true, text: expect.stringContaining(OWN_ONLY) });
    await expectNoData();
  });

  it('refuses an event of another workspace', async () => {
    const notice = next();
    await sendSigned(
      running,
      changed(mention({}), payload => Object.assign(payload, { team_id: OTHER_TEAM })),
    );
    expect(textOf(await notice)).toContain(OWN_ONLY);
    await expectNoData();
  });

  it('answers a member privately in a channel shared with another workspace', async () => {
    const notice = next();
    const shared = { is_ext_shared_channel: true };
    const asked = mention({ user_team: 'T000000001', text: '<@U0SHOPKEEPER> sales' });
    await sendSigned(
      running,
      changed(asked, payload => Object.assign(payload, shared)),
    );
    expect((await notice).channel).toMatch(/^D/);
    expect(textOf(await notice)).toContain('$203.10');
    const texts = () => running.workspace.posted.map(p => p.text).join();
    await expect.poll(texts).toContain('people from other workspaces');
  });

  it.each([
    [
      'by a person of another workspace',
      (body: { user: object }) => Object.assign(body.user, { team_id: OTHER_TEAM }),
    ],
    ['in another workspace', (body: { team: object }) => Object.assign(body.team, { id: OTHER_TEAM })],
  ])('refuses a button press %s', async (_, change) => {
    const { workspace } = running;
    const first = next();
    await workspace.command('/segment', '');
    const message = await first;
    const notice = next();
    const press = blockAction(
      workspace,
      `${workspace.url}/response/none`,
      message,
      'ask_0',
      'segment export',
    );
    await sendSigned(running, changed(press, change));
    expect(textOf(await notice)).toContain(OWN_ONLY);
    await expectNoData();
  });

  it.each([
    ['somebody who has left', { deleted: true }, 'Your account is deactivated'],
    ['a guest', { is_restricted: true }, 'I do not answer guests'],
    ['a guest of one channel', { is_ultra_restricted: true }, 'I do not answer guests'],
    ['a stranger in a shared channel', { is_stranger: true }, OWN_ONLY],
    ["somebody whose profile is another workspace's", { team_id: OTHER_TEAM }, OWN_ONLY],
  ])('refuses %s', async (_, profile, reason) => {
    running.workspace.people.set(running.workspace.user, profile);
    const notice = next();
    await running.workspace.command('/segment', 'export');
    expect(textOf(await notice)).toContain(reason);
    await expectNoData();
  });

  it.each([
    ['ALLOW_GUESTS', { is_restricted: true, team_id: 'T000000001' }],
    ['ALLOW_EXTERNAL', { is_stranger: true }],
  ])('allows people with %s', async (setting, profile) => {
    await start({ [setting]: 'true' });
    running.workspace.people.set(running.workspace.user, profile);
    const notice = next();
    await running.workspace.command('/sales', '');
    expect(textOf(await notice)).toContain('$203.10');
  });

  it("refuses another app's bot without a notice, so that two bots cannot answer each other", async () => {
    const { workspace } = running;
    await sendSigned(running, mention({ bot_id: 'B0OTHER', user: undefined }));
    await sendSigned(running, mention({ bot_id: 'B0OTHER' }));
    const notice = next();
    await workspace.command('/sales', 'help');
    await notice;
    expect(workspace.posted).toHaveLength(1);
  });

  it("answers another app's bot in the channel with ALLOW_BOTS", async () => {
    await start({ ALLOW_BOTS: 'true' });
    const notice = next();
    await sendSigned(running, mention({ bot_id: 'B0OTHER', user: undefined, text: '<@U0SHOPKEEPER> sales' }));
    expect(textOf(await notice)).toContain('$203.10');
  });

  it('refuses everybody while Slack returns no profiles', async () => {
    running.workspace.fail('users.info', { error: 'missing_scope' });
    const notice = next();
    await running.workspace.command('/segment', 'export');
    expect(textOf(await notice)).toContain('I could not find out who you are');
    await expectNoData();
    // A failed request is repeated.
    const answer = next();
    await running.workspace.command('/sales', '');
    expect(textOf(await answer)).toContain('$203.10');
  });

  it('shows no data on the Home tab of a guest', async () => {
    const { workspace } = running;
    workspace.people.set(workspace.user, { is_restricted: true });
    await workspace.event({
      type: 'app_home_opened',
      user: workspace.user,
      tab: 'home',
      channel: 'D1',
      event_ts: '1',
    });
    await expect.poll(() => JSON.stringify(workspace.home ?? ''), { timeout: 20_000 }).toContain('guests');
    expect(JSON.stringify(workspace.home)).not.toContain('$');
  });
});

describe('the limits per person', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', {
      QUESTIONS_PER_MINUTE: '3',
      EXPORTS_PER_HOUR: '1',
    });
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const asked = async (command: string, text: string): Promise<Posted> => {
    const next = running.workspace.nextPosted();
    await running.workspace.command(command, text);
    return next;
  };

  it('decline questions over the limit with a notice', async () => {
    for (const text of ['', 'top-countries', 'top-products'])
      expect((await asked('/sales', text)).ephemeral).toBe(false);
    const declined = await asked('/sales', 'by country');
    expect(declined).toMatchObject({ ephemeral: true });
    // The shop's clock stands still, so a whole minute is left.
    expect(declined.text).toContain('3 questions');
    expect(declined.text).toContain('ask again in 60 seconds');
  });

  it('decline files over the limit', async () => {
    const { workspace } = running;
    await workspace.command('/segment', 'export');
    await expect.poll(() => workspace.posted.length, { timeout: 20_000 }).toBe(3);
    expect((await asked('/segment', 'export vip')).text).toContain('1 file');
    expect(workspace.posted.filter(p => p.through === 'file')).toHaveLength(1);
  });
});
