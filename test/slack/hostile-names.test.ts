import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { examplesOf, FAMILIES } from '../../src/answering/declaration.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures, type RunningApp, startApp } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Names that Slack would turn into a mention, a link or formatting if they were not escaped. */
const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<@U0VICTIM>',
  '<#C0VICTIM|general>',
  '<https://evil.example|click>',
  'https://evil.example/login',
  'evil.example/login',
  '@channel',
  '#general',
  'mailto:a@evil.example',
  '&lt;!channel&gt;',
  '`<!channel>`',
  '"<!everyone>"',
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A year of orders in which every name is hostile, also the columns' names. */
function hostileFile(): string {
  const header = [
    'Order ID',
    'Order Date',
    'Customer ID',
    'Customer Name',
    'Email',
    'Product',
    'Category',
    'Country',
  ];
  const rows = Array.from({ length: 260 }, (_, i) => {
    const at = (shift: number) => HOSTILE[(i + shift) % HOSTILE.length] as string;
    const date = new Date(Date.UTC(2025, 2, 1) + i * 36 * 3_600_000).toISOString().slice(0, 10);
    const person = `${at(0)} ${Math.floor(i / HOSTILE.length) % 4}`;
    const values = [`A${i}`, date, person, person, `x${i % 20}@evil.example`, at(3), at(5), at(7), at(9)];
    return [
      ...values.map(quoted),
      1 + (i % 3),
      (5 + (i % 17)).toFixed(2),
      i % 9 === 0 ? 'Cancelled' : 'Shipped',
    ];
  });
  const head = [...header, '<!channel> kind', 'Quantity', 'Price', 'Status'];
  return [head, ...rows].map(row => row.join(',')).join('\n');
}

interface TextObject {
  readonly type: string;
  readonly text: string;
  readonly verbatim?: boolean;
}

/** All texts of a message that Slack treats as mrkdwn. */
function mrkdwnOf(value: unknown): TextObject[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' ? [value as TextObject] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnOf)];
}

describe('hostile names', () => {
  let shop: TestShop;
  let running: RunningApp;
  let file: string;
  beforeAll(async () => {
    file = hostileFile();
    shop = await openTestShop({}, '2026-03-31T10:00:00Z');
    await shop.load('<!channel> sales.csv', file);
    running = await startApp({ ...shop, charts: blankPictures }, 'http', ({ channel }) => ({
      OPS_CHANNEL: channel,
      // The shop's clock stands still.
      QUESTIONS_PER_MINUTE: '0',
    }));
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });

  /** Removes the mentions of the asker and the channel that the app writes itself. */
  const withoutOwnMentions = (text: string) =>
    text.replaceAll(`<@${running.workspace.user}>`, '').replaceAll(`<#${running.workspace.channel}>`, '');
  const checkTexts = (text: string, blocks: unknown, parse: string | undefined) => {
    expect(withoutOwnMentions(text)).not.toMatch(/[<>]/);
    if (Array.isArray(blocks) && blocks.length === 0) expect(parse).toBe('none');
    for (const object of mrkdwnOf(blocks)) {
      expect(object.verbatim).toBe(true);
      expect(withoutOwnMentions(object.text)).not.toMatch(/[<>]/);
    }
  };
  const check = ({ text, blocks, parse, through }: Posted) => {
    if (through !== 'file') checkTexts(text, blocks, parse);
  };
  /** Waits for all messages that an action causes. */
  const all = async (action: () => Promise<unknown>): Promise<readonly Posted[]> => {
    const { workspace, app } = running;
    workspace.posted.length = 0;
    await action();
    await expect
      .poll(() => workspace.posted.length > 0 && app.context.inFlight.count === 0, { timeout: 60_000 })
      .toBe(true);
    return [...workspace.posted];
  };

  it('stand in every answer as they are, without a mention or a link', { timeout: 900_000 }, async () => {
    const questions = await allQuestions();
    const through = dayFromIso('2026-03-26');
    const texts = questions.flatMap(q => examplesOf(q, through)).filter(text => !text.includes('NAME'));
    const names = HOSTILE.flatMap(name => [
      `sales by product category:${name}`,
      `segment customer ${name} 0`,
    ]);
    const own = [
      'sales by <!channel> kind',
      'sales by product and country',
      'segment export',
      'segment report',
    ];
    let seen = '';
    for (const text of [...texts, ...names, ...own]) {
      const family = FAMILIES.find(f => text.startsWith(f)) ?? 'sales';
      const posted = await all(() => running.workspace.command(`/${family}`, text.slice(family.length + 1)));
      posted.forEach(check);
      seen += JSON.stringify(posted);
    }
    // The names do appear in answers.
    for (const name of ['&lt;!channel&gt;', '&lt;@U0VICTIM&gt;', 'https://evil.example/login', '@channel'])
      expect(seen).toContain(name);
  });

  it('are harmless when people type them, everywhere in Slack', { timeout: 900_000 }, async () => {
    const { workspace } = running;
    const { client } = running.app.context;
    const conversation = (await client.conversations.open({ users: workspace.user })).channel?.id ?? '';
    const verbs = [
      '',
      'preview',
      'now',
      'show',
      'subscribe',
      'subscribe monday 9:00',
      'list',
      'pause',
      'resume',
      'unsubscribe',
      'subscribe cron:"',
    ];
    for (const name of HOSTILE) {
      for (const asked of [
        'sales',
        'segment',
        'sales by',
        'segment customer',
        'sales compare',
        'segment map:',
      ]) {
        const [family = '', ...words] = `${asked} ${name}`.split(' ');
        (await all(() => workspace.command(`/${family}`, words.join(' ')))).forEach(check);
      }
      for (const verb of verbs) {
        const posted = await all(() => workspace.command('/digest', `${verb} ${name}`));
        // Only the asker sees a mention of the person or channel that they named for a subscription.
        const isNamed = (p: Posted) => p.ephemeral && /<(@U0VICTIM|#C0VICTIM)>/.test(p.text);
        posted.filter(p => !(verb.startsWith('subscribe') && isNamed(p))).forEach(check);
      }
      const event = { user: workspace.user, text: `<@U0BOT> ${name}`, ts: '1.0', event_ts: '1.0' };
      const mention = { ...event, type: 'app_mention', channel: workspace.channel };
      (await all(() => workspace.event(mention))).forEach(check);
      const message = { ...event, type: 'message', channel_type: 'im', channel: conversation };
      (await all(() => workspace.event(message))).forEach(check);
      (await all(() => workspace.pressOnHome('ask_0', name))).forEach(check);
    }
  });

  it('are shown literally in the digest, its subscriptions and the Home tab', {
    timeout: 900_000,
  }, async () => {
    const { workspace } = running;
    const digest = await all(() => workspace.command('/digest', 'now monthly as-of:2026-03-01'));
    digest.forEach(check);
    expect(JSON.stringify(digest)).toContain('evil.example');
    for (const text of ['subscribe monday 9:00 category:"<!channel>"', 'list', 'preview monthly', 'show'])
      (await all(() => workspace.command('/digest', text))).forEach(check);
    const opened = {
      type: 'app_home_opened',
      user: workspace.user,
      tab: 'home',
      channel: 'D1',
      event_ts: '1',
    };
    await workspace.event(opened);
    await expect.poll(() => JSON.stringify(workspace.home ?? ''), { timeout: 60_000 }).toContain('Digests');
    checkTexts('', (workspace.home as { blocks: unknown[] }).blocks, 'none');
  });

  it('are shown literally if Slack rejects all blocks', { timeout: 900_000 }, async () => {
    const { workspace } = running;
    for (const text of ['top-customers', 'by product', 'by <!channel> kind']) {
      const rejection = { error: 'invalid_blocks' };
      // With cards there is a form more.
      const forms = text === 'top-customers' ? 4 : 3;
      workspace.fail('chat.postMessage', ...Array(forms).fill(rejection));
      const posted = await all(() => workspace.command('/sales', text));
      posted.forEach(check);
      expect(posted.some(p => p.blocks.length === 0)).toBe(true);
    }
  });
});
