import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockAction, eventCallback, slashCommand } from '../../src/playground/slack-stand-in/payloads.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';
import { changed, commandWith, sendSigned } from '../support/slack-request.js';

const OTHER_TEAM = 'T0OTHER';
const OWN_ONLY = 'only people of the workspace that I am installed in';

describe('who is answered', () => {
  let shop: TestShop;
  let running: RunningApp;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    await running?.close();
    running = await startApp(shop, 'http', env);
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
  /** Nothing of the shop was shown: whatever comes after this has come after what was sent before. */
  const nothingShown = async () => {
    const shown = running.workspace.posted.map(textOf).join();
    expect(shown).not.toContain('$153.09');
    expect(running.workspace.posted.filter(p => p.through === 'file')).toEqual([]);
  };

  it('is nobody of another workspace who types a command', async () => {
    const told = next();
    const { workspace } = running;
    const command = slashCommand(workspace, `${workspace.url}/response/none`, '/segment', 'export');
    await sendSigned(running, commandWith(command, { team_id: OTHER_TEAM }));
    expect(textOf(await told)).toContain(OWN_ONLY);
    await nothingShown();
  });

  it.each([
    ['user_team', { user_team: OTHER_TEAM }],
    ['source_team', { source_team: OTHER_TEAM }],
    ['team', { team: OTHER_TEAM }],
    ['user_profile', { user_profile: { team: OTHER_TEAM } }],
  ])('is nobody of another workspace who mentions the bot (%s)', async (_, fields) => {
    const told = next();
    await sendSigned(running, mention(fields));
    expect(await told).toMatchObject({ ephemeral: true, text: expect.stringContaining(OWN_ONLY) });
    await nothingShown();
  });

  it("is nobody whose event is another workspace's", async () => {
    const told = next();
    await sendSigned(
      running,
      changed(mention({}), payload => Object.assign(payload, { team_id: OTHER_TEAM })),
    );
    expect(textOf(await told)).toContain(OWN_ONLY);
    await nothingShown();
  });

  it('is a member in a channel that is shared with another workspace, who gets the answer alone', async () => {
    const told = next();
    const shared = { is_ext_shared_channel: true };
    const asked = mention({ user_team: 'T000000001', text: '<@U0SHOPKEEPER> sales' });
    await sendSigned(
      running,
      changed(asked, payload => Object.assign(payload, shared)),
    );
    expect((await told).channel).toMatch(/^D/);
    expect(textOf(await told)).toContain('$203.09');
    const texts = () => running.workspace.posted.map(p => p.text).join();
    await expect.poll(texts).toContain('People of other workspaces are in this channel');
  });

  it.each([
    [
      'whose own workspace is another',
      (body: { user: object }) => Object.assign(body.user, { team_id: OTHER_TEAM }),
    ],
    ['in another workspace', (body: { team: object }) => Object.assign(body.team, { id: OTHER_TEAM })],
  ])('is nobody who presses a button, %s', async (_, change) => {
    const { workspace } = running;
    const first = next();
    await workspace.command('/segment', '');
    const message = await first;
    const told = next();
    const press = blockAction(
      workspace,
      `${workspace.url}/response/none`,
      message,
      'ask_0',
      'segment export',
    );
    await sendSigned(running, changed(press, change));
    expect(textOf(await told)).toContain(OWN_ONLY);
    await nothingShown();
  });

  it.each([
    ['somebody who has left', { deleted: true }, 'Your account is deactivated'],
    ['a guest', { is_restricted: true }, 'I do not answer guests'],
    ['a guest of one channel', { is_ultra_restricted: true }, 'I do not answer guests'],
    ['a stranger in a shared channel', { is_stranger: true }, OWN_ONLY],
    ["somebody whose profile is another workspace's", { team_id: OTHER_TEAM }, OWN_ONLY],
  ])('is not %s', async (_, profile, reason) => {
    running.workspace.people.set(running.workspace.user, profile);
    const told = next();
    await running.workspace.command('/segment', 'export');
    expect(textOf(await told)).toContain(reason);
    await nothingShown();
  });

  it.each([
    ['ALLOW_GUESTS', { is_restricted: true, team_id: 'T000000001' }],
    ['ALLOW_EXTERNAL', { is_stranger: true }],
  ])('is who %s lets in', async (setting, profile) => {
    await start({ [setting]: 'true' });
    running.workspace.people.set(running.workspace.user, profile);
    const told = next();
    await running.workspace.command('/sales', '');
    expect(textOf(await told)).toContain('$203.09');
  });

  it("is no other app's bot, and is told nothing, lest two bots talk for ever", async () => {
    const { workspace } = running;
    await sendSigned(running, mention({ bot_id: 'B0OTHER', user: undefined }));
    await sendSigned(running, mention({ bot_id: 'B0OTHER' }));
    const told = next();
    await workspace.command('/sales', 'help');
    await told;
    expect(workspace.posted).toHaveLength(1);
  });

  it("is another app's bot with ALLOW_BOTS, in the channel", async () => {
    await start({ ALLOW_BOTS: 'true' });
    const told = next();
    await sendSigned(running, mention({ bot_id: 'B0OTHER', user: undefined, text: '<@U0SHOPKEEPER> sales' }));
    expect(textOf(await told)).toContain('$203.09');
  });

  it('is nobody while Slack does not tell who somebody is', async () => {
    running.workspace.fail('users.info', { error: 'missing_scope' });
    const told = next();
    await running.workspace.command('/segment', 'export');
    expect(textOf(await told)).toContain('I could not find out who you are');
    await nothingShown();
    // What failed is asked again.
    const answer = next();
    await running.workspace.command('/sales', '');
    expect(textOf(await answer)).toContain('$203.09');
  });

  it('shows nothing on the Home tab of a guest', async () => {
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

describe('how much one person may ask', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http', { QUESTIONS_PER_MINUTE: '3', EXPORTS_PER_HOUR: '1' });
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

  it('is what the settings say, and what is too much is declined in words', async () => {
    for (const text of ['', 'top-countries', 'top-products'])
      expect((await asked('/sales', text)).ephemeral).toBe(false);
    const declined = await asked('/sales', 'by country');
    expect(declined).toMatchObject({ ephemeral: true });
    // The shop's clock stands still, so a whole minute is left.
    expect(declined.text).toContain('You have asked 3 questions within a minute');
    expect(declined.text).toContain('ask again in 60 seconds');
  });

  it('is so many files within an hour', async () => {
    const { workspace } = running;
    await workspace.command('/segment', 'export');
    await expect.poll(() => workspace.posted.length, { timeout: 20_000 }).toBe(3);
    expect((await asked('/segment', 'export vip')).text).toContain('You have had 1 file within an hour');
    expect(workspace.posted.filter(p => p.through === 'file')).toHaveLength(1);
  });
});
