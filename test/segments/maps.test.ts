import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { cellsOf, examineMap } from '../../src/segments/maps/cells.js';
import { fmOf, onScale, type SegmentMap, segmentOf, weightedOf } from '../../src/segments/maps/map.js';
import { mapsWith, readMap } from '../../src/segments/maps/maps.js';

const maps = mapsWith();
const map = (name: string) => maps.get(name) as SegmentMap;
const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-maps-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A small valid map, as text, with some parts changed. */
const written = (changes: object = {}) =>
  JSON.stringify({
    name: 'two',
    title: 'Two segments',
    segments: ['good', 'poor'].map(key => ({
      key,
      title: key,
      one: key,
      many: key,
      colour: '#000000',
      who: '',
      impact: '',
      actions: ['do'],
    })),
    rules: [{ segment: 'good', r: [3, 5] }, { segment: 'poor' }],
    ...changes,
  });

/** Where the shipped maps are, a file each. */
const SHIPPED = new URL('../../src/segments/maps/shipped/', import.meta.url);

describe('the maps that come along', () => {
  it('are all in their folder, among them five, eleven, high-value, r-package and weighted', () => {
    const files = readdirSync(SHIPPED).map(name => name.replace('.json', ''));
    expect(maps.all.map(m => m.name)).toEqual(files.sort());
    expect(files).toEqual(expect.arrayContaining(['eleven', 'five', 'high-value', 'r-package', 'weighted']));
  });

  it('five: the corners, as it is published', () => {
    const of = (r: number, f: number, m: number) => segmentOf(map('five'), { r, f, m });
    expect([of(5, 5, 5), of(4, 4, 3), of(3, 2, 5), of(2, 3, 5), of(2, 2, 5)]).toEqual([
      'vip',
      'loyal',
      'potential',
      'at-risk',
      'lost',
    ]);
  });

  it('eleven: each of its 25 cells, as it is published, and none is left', () => {
    const grid = Object.entries({
      champions: '55 54 45',
      loyal: '53 44 35 34',
      potential: '52 42 33 43',
      new: '51',
      promising: '41 31',
      attention: '32 23 22',
      'about-to-sleep': '21',
      'at-risk': '25 24 13',
      'cant-lose': '15 14',
      hibernating: '12',
      lost: '11',
    }).flatMap(([key, cells]) => cells.split(' ').map(cell => [cell, key] as const));
    expect(grid).toHaveLength(25);
    for (const [cell, key] of grid) {
      const [r, fm] = [Number(cell[0]), Number(cell[1])];
      expect(segmentOf(map('eleven'), { r, f: fm, m: fm }), cell).toBe(key);
    }
    expect(examineMap(map('eleven'))).toEqual({ leftOver: [], neverFire: [], unreached: [] });
  });

  it('weighted: bands of 0.4 R, 0.3 F, 0.3 M, whose edges belong to the better band', () => {
    const of = (r: number, f: number, m: number) => segmentOf(map('weighted'), { r, f, m });
    expect([of(4, 4, 4), of(5, 3, 3), of(3, 3, 3), of(2, 2, 2), of(1, 2, 2), of(1, 1, 1)]).toEqual([
      'loyal',
      'potential',
      'potential',
      'at-risk',
      'lost',
      'lost',
    ]);
    expect(weightedOf({ r: 4, f: 4, m: 4 }, { r: 0.4, f: 0.3, m: 0.3 })).toBe(4);
  });

  it('say which combinations they leave over: the R package 10 of 125, high-value 54', () => {
    // Counted by a script of its own from the rules as they are published.
    const left = maps.all.map(m => [m.name, examineMap(m).leftOver.length] as const);
    expect(Object.fromEntries(left)).toMatchObject({
      eleven: 0,
      five: 0,
      'high-value': 54,
      'r-package': 10,
      weighted: 0,
    });
  });

  it.each(maps.all.map(m => [m.name, m] as const))('have no rule that never applies: %s', (_name, own) =>
    expect(examineMap(own).neverFire).toEqual([]));

  it('give the same segment the same colour, and different ones of a map different colours', () => {
    const colours = new Map<string, string>();
    for (const { segments, name } of maps.all) {
      expect(new Set(segments.map(s => s.colour)).size, name).toBe(segments.length);
      for (const { key, colour } of segments) {
        expect(colours.get(key) ?? colour, `${name} ${key}`).toBe(colour);
        colours.set(key, colour);
      }
    }
  });
});

describe('rules', () => {
  it('read FM as the mean of F and M, halves up: round((2 + 3) / 2) = 3', () =>
    expect([fmOf({ f: 2, m: 3 }), fmOf({ f: 1, m: 5 }), fmOf({ f: 4, m: 5 })]).toEqual([3, 3, 5]));

  it('read other numbers of scores on their own scale, ends on ends', () => {
    expect([1, 2, 3].map(s => onScale(s, 3, 5))).toEqual([1, 3, 5]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(s => onScale(s, 10, 5))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
    for (let bins = 3; bins <= 10; bins++)
      expect(cellsOf(map('five'), bins).segments).toHaveLength(bins ** 3);
  });

  it('may use the sum and the weighted score', () => {
    const own = readMap(
      'own.json',
      written({
        weights: { r: 2, f: 1, m: 0 },
        rules: [
          { segment: 'good', sum: [13, 15] },
          { segment: 'good', weighted: [4.5, 5] },
          { segment: 'poor' },
        ],
      }),
    );
    const of = (r: number, f: number, m: number) => segmentOf(own, { r, f, m });
    expect([of(5, 5, 3), of(5, 4, 1), of(5, 3, 1), of(4, 5, 1)]).toEqual(['good', 'good', 'poor', 'poor']);
  });

  it('that never fire, cells left over and segments nobody reaches are found', () => {
    const own = readMap(
      'own.json',
      written({
        rules: [
          { segment: 'good', r: [3, 5] },
          { segment: 'good', r: [4, 5], f: [1, 2] },
          { segment: 'good', fm: [5, 5], f: [1, 1] },
          { segment: 'good', r: [2, 2] },
        ],
      }),
    );
    const { leftOver, neverFire, unreached } = examineMap(own);
    expect(leftOver).toHaveLength(25);
    expect(neverFire).toEqual([
      { rule: 2, segment: 'good', why: 'rules before it take all that it matches' },
      { rule: 3, segment: 'good', why: 'no combination of scores matches it' },
    ]);
    expect(unreached.map(s => s.key)).toEqual(['poor']);
  });
});

describe('a map of a team', () => {
  it('is used by setting, and its faults are all said with their places', () => {
    const path = join(folder, 'two.json');
    writeFileSync(path, written());
    expect(readConfig({ SEGMENT_MAP: path }).SEGMENT_MAP).toBe(path);
    writeFileSync(
      path,
      written({
        name: 'Two!',
        rules: [
          { segment: 'gone', r: [5, 3] },
          { segment: 'poor', f: [1, 9] },
          { segment: 'poor', x: 1 },
        ],
      }),
    );
    expect(() => readConfig({ SEGMENT_MAP: path })).toThrow(
      [
        'two.json, name: a name is lower-case words joined by hyphens',
        'two.json, rules[0].r: the range must not end before it starts',
        'two.json, rules[2]: Unrecognized key: "x"',
      ].join('\n'),
    );
    writeFileSync(path, written({ rules: [{ segment: 'gone' }, { segment: 'poor', f: [1, 9] }] }));
    expect(() => readConfig({ SEGMENT_MAP: path })).toThrow(
      'two.json, rules[0].segment: there is no segment "gone"; there are good, poor\ntwo.json, rules[1].f: the highest is 5',
    );
    writeFileSync(path, '{\n  "name": "two",\n  oops\n}');
    expect(() => readConfig({ SEGMENT_MAP: path })).toThrow(/is no JSON: .*line 3/);
    expect(() => readConfig({ SEGMENT_MAP: join(folder, 'none.json') })).toThrow('cannot be read');
    expect(() => readConfig({ SEGMENT_MAP: 'elven' })).toThrow('five, high-value');
    expect(() => readConfig({ SEGMENT_OPTIONS: 'scoring:best' })).toThrow('none of');
    expect(() => readConfig({ SEGMENT_OPTIONS: 'rank' })).toThrow('not a known option');
  });
});
