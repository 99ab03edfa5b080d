import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Compute } from '../../src/app/computing/tasks.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue, scheduleDigests } from '../../src/digest/delivery/schedule.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import {
  addSubscription,
  listSubscriptions,
  pauseSubscription,
} from '../../src/store/tables/subscriptions.js';
import { scheduledDigests, scheduledSubscription } from '../../src/surfaces/slack/subscriptions.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('/digest', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop({}, '2026-03-31T10:00:00Z');
    running = await startApp({ ...shop, charts: blankPictures }, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const asked = async (text: string, fits: (posted: readonly Posted[]) => boolean) => {
    await running.workspace.command('/digest', text);
    await expect.poll(() => fits(running.workspace.posted)).toBe(true);
    return running.workspace.posted;
  };
  const told = (posted: readonly Posted[]) => posted.find(p => p.ephemeral);

  it('now: posts it to the channel with its thread', async () => {
    const posted = await asked('now', all => all.some(p => textOf(p).includes('The plan')));
    const [headline, ...thread] = posted;
    expect(textOf(headline as Posted)).toContain('Week of Mar 23 – Mar 29, 2026');
    // A9 alone: 6.70.
    expect(textOf(headline as Posted)).toContain('$6.70 from 1 order');
    expect(thread.every(p => p.threadTs === headline?.ts)).toBe(true);
  });

  it('preview: of what would be a subscription; show: what was posted now', async () => {
    const { workspace } = running;
    await asked('now monthly parts:none country:Spain as-of:2026-04-01', all => all.length > 0);
    workspace.posted.length = 0;
    await asked('preview monday 9:00 parts:none only if revenue fell by more than 10%', all =>
      all.some(p => p.ephemeral),
    );
    expect(textOf(workspace.posted[0] as Posted)).toContain('Week of Mar 23');
    workspace.posted.length = 0;
    await asked('preview parts:none cron:"0 9 * * *"', all => all.some(p => p.ephemeral));
    expect(textOf(workspace.posted[0] as Posted)).toContain('Mon, Mar 30, 2026');
    workspace.posted.length = 0;
    const shown = await asked('show', all => all.some(p => p.ephemeral));
    expect(textOf(shown[0] as Posted)).toContain('$46.70 from 2 orders');
    expect(shown.filter(p => !p.ephemeral)).toHaveLength(1);
  });

  it('now, of a month, for a country', async () => {
    const [headline] = await asked('now monthly country:Spain as-of:2026-04-01', all => all.length > 0);
    expect(textOf(headline as Posted)).toContain('Mar 2026');
    // A8 40.00 and A9 6.70.
    expect(textOf(headline as Posted)).toContain('$46.70 from 2 orders');
  });

  it('preview: sends it to the asker alone, and says so', async () => {
    const posted = await asked('preview', all => all.some(p => p.ephemeral));
    expect(told(posted)?.text).toContain('in your messages with me');
    const own = posted.filter(p => !p.ephemeral);
    expect(own.length).toBeGreaterThan(2);
    expect(own.every(p => p.channel.startsWith('D'))).toBe(true);
  });

  it('subscribe, list, pause, resume, unsubscribe', async () => {
    const { workspace } = running;
    const say = async (text: string) => {
      workspace.posted.length = 0;
      return told(await asked(text, all => all.some(p => p.ephemeral)))?.text ?? '';
    };
    expect(await say('list')).toContain('There are no subscriptions');
    // The clock stands at Tuesday, 31 March 2026, 10:00 UTC.
    expect(await say('subscribe monday 9:00 Europe/Berlin monthly')).toContain(
      'A monthly digest has no weekday',
    );
    expect(await say('subscribe monday 9:00 Europe/Berlin map:eleven country:Spain')).toBe(
      `Subscription 1: to <#${workspace.channel}>, weekly (map:eleven country:Spain), next on Mon, Apr 6, 2026, 09:00 (Europe/Berlin). \`/digest unsubscribe 1\` ends it.`,
    );
    expect(await say('subscribe me daily at 8:30pm Asia/Kolkata')).toContain(
      `Subscription 2: to <@${workspace.user}> alone, daily, next on Tue, Mar 31, 2026, 20:30 (Asia/Kolkata)`,
    );
    expect(await say('subscribe cron:"0 9 * * 1-5" UTC')).toContain(
      'daily by `cron:"0 9 * * 1-5"`, next on Wed, Apr 1, 2026, 09:00 (UTC)',
    );
    expect(await say('pause 2')).toContain('is paused');
    expect(await say('list')).toBe(
      [
        `1: to <#${workspace.channel}>, weekly (map:eleven country:Spain), next on Mon, Apr 6, 2026, 09:00 (Europe/Berlin)`,
        `2: to <@${workspace.user}> alone, daily, paused`,
        `3: to <#${workspace.channel}>, daily by \`cron:"0 9 * * 1-5"\`, next on Wed, Apr 1, 2026, 09:00 (UTC)`,
      ].join('\n'),
    );
    expect(await say('resume 2')).toContain('is resumed, next on Tue, Mar 31, 2026, 20:30');
    expect(await say('subscribe me, every day at 8:30 pm Asia/Kolkata')).toContain(
      'Subscription 2 is the same.',
    );
    expect(await say('pause #1, 3')).toContain('Subscription 1 is paused.');
    expect(await say('resume 1 and 3')).toContain('Subscription 3 is resumed');
    expect(await say('stop 2')).toContain('is deleted');
    expect(await say('unsubscribe 2')).toContain('There is no subscription 2');
  });

  it('subscriptions are posted when they are due, each once, of what was asked', async () => {
    const { workspace, app } = running;
    const { context } = app;
    await addSubscription(shop.shop.store, {
      channel: workspace.channel,
      cron: '0 9 1 * *',
      zone: 'Europe/Berlin',
      grain: 'month',
      request: 'monthly country:Spain',
      person: null,
      createdBy: null,
      createdAt: '2026-03-31T10:00:00Z',
    });
    const [subscription] = await listSubscriptions(shop.shop.store);
    const at = (now: string) =>
      scheduledSubscription({ ...context, now: () => new Date(now) }, subscription as never);
    expect(await digestDue(at('2026-04-01T06:59:00Z'))).toBeUndefined();
    const due = await digestDue(at('2026-04-01T07:00:00Z'));
    expect(due).toEqual({ asOf: dayFromIso('2026-04-01') });
    const { job } = at('2026-04-01T07:00:00Z');
    expect(await postDigest(job, due?.asOf as number)).toBe('posted');
    expect(textOf(workspace.posted[0] as Posted)).toContain('$46.70 from 2 orders');
    expect(await digestDue(at('2026-04-01T07:01:00Z'))).toBeUndefined();
    // As it was posted, though it would be another one now.
    workspace.posted.length = 0;
    const shown = await asked('show', all => all.some(p => p.ephemeral));
    expect(textOf(shown[0] as Posted)).toContain('$46.70 from 2 orders');
    expect(shown[0]?.channel).toMatch(/^D/);
    expect(await digestDue(at('2026-05-03T07:00:00Z'))).toMatchObject({
      asOf: dayFromIso('2026-05-01'),
      note: expect.stringContaining('Posted late: it was due Fri, May 1, 2026, 09:00 (Europe/Berlin)'),
    });
  });

  it('posts nothing that was due during a pause; notifies the subscriber of failures', async () => {
    const { workspace, app } = running;
    const { store } = shop.shop;
    const own = {
      channel: workspace.channel,
      cron: '0 9 * * *',
      zone: 'UTC',
      request: '',
      grain: 'day',
    } as const;
    const made = { person: null, createdBy: workspace.user, createdAt: '2026-03-01T10:00:00Z' };
    const first = await addSubscription(store, { ...own, ...made });
    const second = await addSubscription(store, { ...own, ...made });
    const digests = { ...app.context.digests, OPS_CHANNEL: workspace.channel };
    const context = { ...app.context, digests, now: () => new Date('2026-03-31T10:00:00Z') };
    const all = scheduledDigests(context);
    const names = async () => (await all()).map(s => s.job.name);
    expect(await names()).toEqual([`subscription ${first}`, `subscription ${second}`]);

    await pauseSubscription(store, first, true, '2026-03-05T00:00:00Z');
    expect(await names()).toEqual([`subscription ${second}`]);
    await pauseSubscription(store, first, false, '2026-03-31T09:30:00Z');
    const [resumed, other] = await all();
    // Today's was due at 9:00, before it went on.
    expect(await digestDue(resumed as never)).toBeUndefined();
    expect(await digestDue(other as never)).toMatchObject({ asOf: dayFromIso('2026-03-31') });

    await other?.job.notify(new Error('no'), { isGivenUp: true, what: 'digest' }, () => true);
    expect(workspace.posted.map(p => p.channel).sort()).toEqual([workspace.channel, workspace.user].sort());
    expect(
      (await scheduledDigests({ ...context, digests: { ...digests, DIGEST_CHANNEL: 'C1' } })()).map(
        s => s.job.name,
      ),
    ).toEqual(['C1', `subscription ${first}`, `subscription ${second}`]);
  });

  it('lets only DIGEST_MANAGERS manage subscriptions of others; anybody may have their own', async () => {
    const { workspace } = running;
    await running.close();
    running = await startApp(shop, 'http', {
      DIGEST_MANAGERS: 'U0ANNA, U0BOB',
      DIGEST_CHANNEL: workspace.channel,
    });
    const say = async (text: string) => {
      running.workspace.posted.length = 0;
      return told(await asked(text, all => all.some(p => p.ephemeral)))?.text ?? '';
    };
    const refused = 'Subscriptions are managed by <@U0ANNA> and <@U0BOB>: please ask them.';
    expect(await say('subscribe monday 9:00')).toContain(refused);
    expect(await say('subscribe me monday 9:00 only if revenue fell by more than 10%')).toContain(
      'alone, weekly (only if revenue fell by more than 10%), next on Mon, Apr 6, 2026, 09:00 (UTC)',
    );
    await addSubscription(shop.shop.store, {
      channel: workspace.channel,
      cron: '0 9 1 * *',
      zone: 'UTC',
      grain: 'month',
      request: '',
      person: null,
      createdBy: 'U0ANNA',
      createdAt: '2026-03-31T10:00:00Z',
    });
    for (const text of ['unsubscribe 2', 'pause 2', 'resume 2']) expect(await say(text)).toContain(refused);
    expect(await say('subscribe <@U0ANNA|anna> monday 9:00')).toContain(refused);
    expect(await say('pause 1')).toContain('Subscription 1 is paused.');
    // Of others' subscriptions, and of what was posted to them, only managers know.
    expect(await say('list')).toBe(
      `1: to <@${running.workspace.user}> alone, weekly (only if revenue fell by more than 10%), paused`,
    );
    expect(await say('now')).toContain('Digests are posted by <@U0ANNA> and <@U0BOB>: please ask them.');
    expect(await say('show')).toContain('What was posted is shown to <@U0ANNA> and <@U0BOB>');
    expect(running.workspace.posted.filter(p => !p.ephemeral)).toEqual([]);
  });

  it('managers see all subscriptions', async () => {
    await running.close();
    running = await startApp(shop, 'http', ({ user, channel }) => ({
      DIGEST_MANAGERS: user,
      DIGEST_CHANNEL: channel,
    }));
    const { workspace } = running;
    await addSubscription(shop.shop.store, {
      channel: workspace.channel,
      cron: '0 9 1 * *',
      zone: 'UTC',
      grain: 'month',
      request: '',
      person: null,
      createdBy: 'U0ANNA',
      createdAt: '2026-03-31T10:00:00Z',
    });
    const [list] = await asked('list', all => all.length > 0);
    expect(list?.text.split('\n')).toEqual([
      `Set by DIGEST_CHANNEL: to <#${workspace.channel}>, weekly, next on Mon, Apr 6, 2026, 09:00 (UTC)`,
      `1: to <#${workspace.channel}>, monthly, next on Wed, Apr 1, 2026, 09:00 (UTC)`,
    ]);
  });

  it('comes to a person alone whom it is for', async () => {
    const { workspace } = running;
    const said = (await asked('subscribe to <@U0SHOPKEEPER|x> monday 9:00', all => all.length > 0))[0]?.text;
    // The stand-in knows nobody of that id.
    expect(said).toContain('user_not_found');
    workspace.posted.length = 0;
    const own = (await asked(`subscribe to <@${workspace.user}|you> monday`, all => all.length > 0))[0]?.text;
    expect(own).toContain(`Subscription 1: to <@${workspace.user}> alone, weekly`);
    const [kept] = await listSubscriptions(shop.shop.store);
    expect(kept).toMatchObject({ person: workspace.user, createdBy: workspace.user });
    expect(kept?.channel).toMatch(/^D/);
  });

  it('is not kept for a channel that it cannot see', async () => {
    const { workspace } = running;
    const say = async (text: string) => {
      workspace.posted.length = 0;
      return told(await asked(text, all => all.some(p => p.ephemeral)))?.text ?? '';
    };
    expect(await say('subscribe #no-such-channel monday 9:00')).toContain(
      'I cannot see a channel #no-such-channel.',
    );
    expect(await say('subscribe <#C0GONE|gone> monday 9:00')).toContain('I am not a member of <#C0GONE>');
    workspace.fail('conversations.history', { error: 'not_in_channel' });
    expect(await say('subscribe monday 9:00')).toContain('Invite me there with `/invite @shopkeeper`');
    expect(await listSubscriptions(shop.shop.store)).toEqual([]);
    const other = await workspace.addChannel('management');
    expect(await say(`subscribe <#${other}|management> monday 9:00`)).toContain(`to <#${other}>, weekly`);
  });

  it('what is not wanted is not posted, and not asked again; what has no data is reported once', async () => {
    const { workspace, app } = running;
    const { store } = shop.shop;
    const made = {
      cron: '0 9 * * 1',
      zone: 'UTC',
      grain: 'week',
      createdAt: '2026-03-01T10:00:00Z',
    } as const;
    const channel = await workspace.addChannel('management');
    const digests = { ...app.context.digests, OPS_CHANNEL: workspace.channel };
    const at = (now: string) => scheduledDigests({ ...app.context, digests, now: () => new Date(now) })();
    const look = async (now: string) => {
      workspace.posted.length = 0;
      const outcomes: string[] = [];
      for (const scheduled of await at(now)) {
        const due = await digestDue(scheduled);
        if (due) outcomes.push(await postDigest(scheduled.job, due.asOf, due.note));
      }
      return outcomes;
    };
    const request = 'only if more than 900 customers moved';
    await addSubscription(store, { ...made, channel, request, person: null, createdBy: workspace.user });
    expect(await look('2026-03-23T09:00:00Z')).toEqual(['withheld']);
    expect(await look('2026-03-23T09:01:00Z')).toEqual([]);
    expect(workspace.posted).toEqual([]);
    // The data ends on 28 March.
    expect(await look('2026-04-13T09:00:00Z')).toEqual(['posted']);
    expect(workspace.posted.map(p => p.channel).sort()).toEqual(
      [channel, workspace.channel, workspace.user].sort(),
    );
    const [headline] = workspace.posted.filter(p => p.channel === channel);
    expect(textOf(headline as Posted)).toContain('There are no sales for this week in the data');
    expect(textOf(headline as Posted)).toContain(
      'Reported to my administrator (OPS_CHANNEL) and the subscriber.',
    );
    const reported = workspace.posted.find(p => p.channel === workspace.channel)?.text;
    expect(reported).toContain(`The digest for <#${channel}> has no data. There are no sales`);
    expect(await look('2026-04-13T09:20:00Z')).toEqual([]);
  });

  it('equal digests due at the same time are composed once and posted a few at a time', async () => {
    const { workspace, app } = running;
    const { store } = shop.shop;
    const channels: string[] = [];
    for (let i = 0; i < 10; i++) channels.push(await workspace.addChannel(`ten-${i}`));
    for (const channel of channels)
      await addSubscription(store, {
        channel,
        cron: '0 9 * * *',
        zone: 'UTC',
        grain: 'week',
        request: channel === channels[9] ? 'country:Spain' : '',
        person: null,
        createdBy: null,
        createdAt: '2026-03-01T10:00:00Z',
      });
    const counts = { atOnce: 0, mostAtOnce: 0 };
    const composed: unknown[] = [];
    const compute: Compute = (name, asked, sight) => {
      composed.push(name);
      return shop.compute(name, asked, sight);
    };
    const headlines: string[] = [];
    const context = {
      ...app.context,
      compute,
      pace: async <T>(channel: string, call: () => Promise<T>): Promise<T> => {
        if (!headlines.includes(channel)) headlines.push(channel);
        counts.mostAtOnce = Math.max(counts.mostAtOnce, ++counts.atOnce);
        return call().finally(() => counts.atOnce--);
      },
    };
    const schedule = scheduleDigests(scheduledDigests(context), shop.log);
    const posted = () => workspace.posted.filter(p => p.threadTs === null && p.ephemeral === false);
    await expect.poll(() => posted().length).toBe(10);
    await schedule.stop();
    expect(
      posted()
        .map(p => p.channel)
        .sort(),
    ).toEqual(channels.sort());
    // Two different requests: each is composed once.
    expect(composed).toEqual(['digest', 'digest']);
    expect(counts.mostAtOnce).toBeLessThanOrEqual(3);
    const images = workspace.calls.filter(c => c === 'files.getUploadURLExternal').length;
    expect(images).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['subscribe monday 9:00 Europe/Atlantis', 'There is no time zone called "Europe/Atlantis"'],
    ['subscribe monday 25:00', '"25:00" is not a time of day'],
    ['subscribe cron:"nonsense"', 'is not a valid cron expression'],
    ['subscribe monday country:Atlantis', 'No country is called "Atlantis"'],
    ['subscribe fortnightly', 'A digest has no option called "fortnightly"'],
    ['subscribe as-of:2026-03-01', 'an as-of day cannot be set'],
    ['show 7', 'No digest has been posted yet.'],
    ['show it', 'Which digest?'],
    ['pause', 'Which subscription?'],
    ['', 'preview'],
    ['help', 'preview'],
    ['dance', 'There is no command `/digest dance`'],
    ['unsubscrbe 3', 'Did you mean `/digest unsubscribe`?'],
    ['unsubscribe 2 4', 'There is no subscription 2.'],
    ['now fortnightly', 'A digest has no option called "fortnightly"'],
    ['now map:twelve', 'There is no segment map "twelve"'],
    ['now country:Atlantis', 'No country is called "Atlantis"'],
  ])('%j is told to the asker: %j', async (text, said) => {
    const posted = await asked(text, all => all.length > 0);
    expect(posted).toHaveLength(1);
    expect(told(posted)?.text).toContain(said);
  });

  it.each([
    'subscribe monday country:Atlantis',
    'now country:Atlantis',
  ])('%j offers no buttons, which would ask a question', async text => {
    const posted = await asked(text, all => all.length > 0);
    expect(told(posted)?.text).toContain('`/digest help` says what a digest can be of.');
    expect(JSON.stringify(posted)).not.toContain('"type":"button"');
  });
});
