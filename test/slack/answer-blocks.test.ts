import { describe, expect, it } from 'vitest';
import { type AnswerParts, answerOf } from '../../src/core/answer/answer.js';
import { labelOf } from '../../src/core/answer/follow-up.js';
import { checkBlocks } from '../../src/playground/slack-stand-in/check-blocks.js';
import { answerMessage, type BlockForm } from '../../src/surfaces/slack/blocks/answer-blocks.js';
import { escapeMrkdwn } from '../../src/surfaces/slack/blocks/escape.js';

const answer = (parts: Partial<AnswerParts> = {}) =>
  answerOf({
    question: 'sales top-customers',
    title: 'Top customers',
    headline: '*Star* Trading leads with $12.00.',
    dataThrough: '2026-03-28',
    basis: { figures: [{ label: 'Revenue', formula: 'the sum of the lines' }], lines: 1_234, dataVersion: 7 },
    columns: [
      { key: 'customer', label: 'Customer', unit: 'text' },
      { key: 'revenue', label: 'Revenue', unit: 'money' },
    ],
    rows: [
      { customer: '*Star* Trading', revenue: 12 },
      { customer: '_Under_ Ltd', revenue: null },
    ],
    ...parts,
  });
type Block = { type: string; text?: { type: string; text: string }; rows?: unknown[][] };
const blocksOf = (parts: Partial<AnswerParts> = {}, form: BlockForm = 'full') =>
  answerMessage(answer(parts), {}, form).blocks as unknown as Block[];
const ofType = (blocks: Block[], type: string) => blocks.filter(b => b.type === type);

describe('an answer as blocks', () => {
  it('passes the limits in both forms', () => {
    expect(checkBlocks(blocksOf())).toEqual([]);
    expect(checkBlocks(blocksOf({}, 'simple'))).toEqual([]);
  });

  it('has the first customers of a list as cards with a button for the profile', () => {
    const [carousel] = ofType(blocksOf(), 'carousel') as unknown as { elements: object[] }[];
    expect(carousel?.elements[0]).toMatchObject({
      title: { type: 'mrkdwn', text: '\u2060*\u2060Star\u2060*\u2060 Trading', verbatim: true },
      body: { text: 'Revenue: $12.00' },
      actions: [{ action_id: 'ask_20', value: 'segment customer "*Star* Trading"' }],
    });
    const rows = Array.from({ length: 9 }, (_, i) => ({
      customer: `${'<&>'.repeat(60)}${i}`,
      name: `${'*_'.repeat(90)}`,
      segment: 'VIP',
      revenue: i,
    }));
    const many = blocksOf({ rows });
    expect(checkBlocks(many)).toEqual([]);
    const cards = ofType(many, 'carousel') as unknown as { elements: object[] }[];
    expect(cards[0]?.elements).toHaveLength(5);
  });

  it('has no cards in older forms, of no list of customers, in a profile, and of masked addresses', () => {
    const cards = (...of: Parameters<typeof blocksOf>) => ofType(blocksOf(...of), 'carousel');
    expect(cards({}, 'without cards')).toEqual([]);
    expect(ofType(blocksOf({}, 'without cards'), 'data_table')).toHaveLength(1);
    expect(cards({}, 'simple')).toEqual([]);
    expect(cards({ question: 'segment customer Ana' })).toEqual([]);
    expect(cards({ rows: [{ customer: 'a…@…', revenue: 1 }] })).toEqual([]);
    const country = [{ key: 'country', label: 'Country', unit: 'text' as const }];
    expect(cards({ columns: country, rows: [{ country: 'Spain' }] })).toEqual([]);
  });

  it('has a table to sort by numbers, with the figures as everywhere else', () => {
    expect(ofType(blocksOf(), 'data_table')[0]?.rows?.slice(1)).toEqual([
      [
        { type: 'raw_text', text: '*Star* Trading' },
        { type: 'raw_number', value: 12, text: '$12.00' },
      ],
      [
        { type: 'raw_text', text: '_Under_ Ltd' },
        { type: 'raw_text', text: '–' },
      ],
    ]);
  });

  it('has at most 100 rows in it, and says how many there are more', () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({ customer: `C${i}`, revenue: i }));
    const blocks = blocksOf({ rows });
    expect(checkBlocks(blocks)).toEqual([]);
    expect(ofType(blocks, 'data_table')[0]?.rows).toHaveLength(101);
    expect(JSON.stringify(blocks)).toContain('150 more rows are not shown here.');
  });

  it('stays within the characters of a table', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ customer: 'x'.repeat(119), revenue: i }));
    expect(checkBlocks(blocksOf({ rows }))).toEqual([]);
  });

  it('says how it was computed: formula, filters, what was left out, lines, data', () => {
    const computed = JSON.stringify(
      ofType(
        blocksOf({
          scope: [
            { kind: 'words', text: '2004' },
            { kind: 'filter', field: 'country', values: ['Spain'], isExcluded: false },
          ],
          notes: [{ kind: 'excludedLines', lines: 3 }],
        }),
        'container',
      ),
    );
    for (const text of [
      'Revenue: the sum of the lines',
      '• 2004',
      'Only lines whose country is Spain.',
      '3 lines left out of all figures',
      'Counted: 1,234 order lines.',
      'Data through 2026-03-28, version 7',
      '/sales top-customers',
    ])
      expect(computed).toContain(text);
  });

  it('shows names with *, _ and ~ as they are', () => {
    const [headline] = ofType(blocksOf(), 'section');
    expect(headline?.text).toEqual({
      type: 'plain_text',
      text: '*Star* Trading leads with $12.00.',
      emoji: false,
    });
    const plain = ofType(blocksOf({ headline: 'Ask `/sales top_x` or S18_3232.' }), 'section')[0]?.text;
    expect(plain).toMatchObject({ type: 'mrkdwn', text: 'Ask `/sales top_x` or S18_3232.' });
  });

  it('has no details and no vote for an answer that was not computed from the data', () => {
    const types = blocksOf({ dataThrough: null }).map(b => b.type);
    expect(types).not.toContain('container');
    expect(types).not.toContain('context_actions');
  });
});

describe('text for mrkdwn', () => {
  it.each([
    ['*bold*', '\u2060*\u2060bold\u2060*\u2060'],
    ['a ~b~ c', 'a \u2060~\u2060b\u2060~\u2060 c'],
    ['S18_3232', 'S18_3232'],
    ['`_code_` <b>', '`_code_` &lt;b&gt;'],
  ])('%s', (text, expected) => expect(escapeMrkdwn(text)).toBe(expected));
});

describe('labels of follow-ups', () => {
  it.each([
    ['sales', 'Total sales'],
    ['sales trend by month country:Germany', 'By month'],
    ['sales 2004', 'Only 2004'],
    ['segment', 'All segments'],
    ['sales pareto by customer', '80/20 by customer'],
    ['sales top-countries 2004 country:USA', 'Top countries 2004'],
  ])('%s: %s', (text, label) => expect(labelOf(text)).toBe(label));
});
