import { describe, expect, it } from 'vitest';
import { parseAccessFile } from '../../src/access/access-file.js';
import { rightsIn, withinFor } from '../../src/access/rights.js';
import { both, either, isPartOf, withinText } from '../../src/access/within.js';
import { parseFilterText } from '../../src/core/query/filter-text.js';

const FILE = parseAccessFile(
  `
everyone:
  may: [sales]
roles:
  owner:
    people: [U0OWNER]
    may: [sales, customers, contacts, export, ingest, digests, settings]
  spain:
    groups: [S0SPAIN]
    channels: [C0SPAIN]
    may: [customers]
    scope: country:Spain
  portugal:
    groups: [S0PORTUGAL]
    may: [customers]
    scope: country:Portugal
channels:
  C0SPAIN:
    scope: country:Spain
    customers: shared
`,
  'access.yml',
);

const can = (user: string, groups: string[], channel?: string) => {
  const { may } = rightsIn(FILE, { user, groups }, channel);
  return Object.fromEntries([...may].map(([name, within]) => [name, withinText(within)]));
};

describe('rights', () => {
  it('are everything where there is no file', () => {
    const rights = rightsIn(undefined, { user: 'U1', groups: [] }, 'C1');
    expect([...rights.may.values()]).toEqual(Array(7).fill(undefined));
    expect(rights.customers).toBe('shared');
  });

  it('add up over the roles that name a person, a group or the channel', () => {
    expect(can('U0OTHER', [])).toEqual({ sales: 'the whole shop' });
    expect(can('U0OTHER', ['S0SPAIN'])).toEqual({ sales: 'the whole shop', customers: 'country:Spain' });
    expect(can('U0OTHER', ['S0SPAIN', 'S0PORTUGAL']).customers).toBe('country:Spain,Portugal');
    expect(can('U0OWNER', []).export).toBe('the whole shop');
  });

  it("end at a channel's scope, whoever asks", () => {
    expect(can('U0OWNER', [], 'C0SPAIN').settings).toBe('country:Spain');
    expect(can('U0OTHER', ['S0PORTUGAL'], 'C0SPAIN')).toEqual({
      sales: 'country:Spain',
      customers: 'country:Spain',
    });
    expect(rightsIn(FILE, { user: 'U0OTHER', groups: [] }, 'C0SPAIN').customers).toBe('shared');
    expect(rightsIn(FILE, { user: 'U0OTHER', groups: [] }, 'C0ELSE').customers).toBe('private');
  });

  it('for an answer that needs several are the part that all of them are given for', () => {
    const rights = rightsIn(FILE, { user: 'U0OTHER', groups: ['S0SPAIN'] }, undefined);
    expect(withinText(withinFor(rights, ['sales']))).toBe('the whole shop');
    expect(withinText(withinFor(rights, ['sales', 'customers']))).toBe('country:Spain');
    expect(withinText(withinFor(rights, ['sales', 'export']))).toBe('nothing of the shop');
  });
});

describe('parts of a shop', () => {
  const part = (...texts: string[]) => texts.map(parseFilterText);

  it('are united and cut', () => {
    expect(withinText(either(part('country:Spain'), part('category:Ships')))).toBe(
      'category:Ships or country:Spain',
    );
    expect(withinText(either(part('country:Spain'), undefined))).toBe('the whole shop');
    expect(withinText(either(part('country:Spain'), part('country:Spain category:Ships')))).toBe(
      'country:Spain',
    );
    expect(withinText(both(part('country:Spain'), part('category:Ships', 'category:Trains')))).toBe(
      'category:Ships country:Spain or category:Trains country:Spain',
    );
    expect(withinText(both(part('country:Spain'), []))).toBe('nothing of the shop');
  });

  it('are compared', () => {
    expect(isPartOf(part('country:spain category:Ships'), part('country:Spain,France'))).toBe(true);
    expect(isPartOf(part('country:Spain'), part('country:Spain category:Ships'))).toBe(false);
    expect(isPartOf(part('-country:Spain'), part('-country:Spain,France'))).toBe(false);
    expect(isPartOf(undefined, part('country:Spain'))).toBe(false);
    expect(isPartOf([], part('country:Spain'))).toBe(true);
  });
});
