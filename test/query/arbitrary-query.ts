import fc from 'fast-check';
import { GRAINS } from '../../src/core/calendar/grain.js';
import {
  BAND_FIGURES,
  type Bands,
  CUSTOMER_FIGURES,
  type CustomerCondition,
  type NumberRange,
  OF_NO_PERIOD,
  type Query,
  type QueryFilter,
  queryOf,
  ROWS,
  SHOWN,
} from '../../src/core/query/query.js';

/** Names and values that have been, or could be, taken for a part of the text. */
const ODD_WORDS = [
  'measure',
  'list',
  'by',
  'top',
  'period',
  'page',
  'who',
  'who(',
  'bought(',
  'field.measure',
  'field.',
  'and',
  'or ',
  'not ',
  '-',
  '-status',
  '--',
  '>3',
  '<=5',
  '3..5',
  '1..2x',
  '2024..2025-01',
  '3..-5',
  '-1.5..2',
  'a,b',
  'a:b',
  '"',
  '\\',
  '\\"',
  'x\\',
  ' ',
  ' a ',
  '\n',
  'two\nlines',
  '\t',
  '\u0001',
  '\u00a0',
  'Ünïcode',
  'ＡＢ',
  '名前',
  '🧦',
  'e\u0301',
  '__proto__',
  'constructor',
  "O'Brien & Sons (Ltd.)",
  '#1001',
  '=cmd()',
  'sales',
  'segment',
];

const word = fc
  .oneof(
    fc.constantFrom(...ODD_WORDS),
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
    fc.string({
      minLength: 1,
      maxLength: 8,
      unit: fc.constantFrom('"', '\\', ':', ',', '(', ')', '.', '-', '<', '>', '1', 'a', ' '),
    }),
    fc.string({ minLength: 190, maxLength: 200 }),
  )
  // The schema refuses what no text in PostgreSQL has.
  .map(text => text.replace(/[\0\p{Cs}]/gu, '0'));

const number = fc.oneof(
  fc.integer({ min: -10, max: 1_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1e-7, -1e-12, 1e21, 1.5e300, 123456.789, -0.005, 5e-324, Number.MAX_SAFE_INTEGER),
);

/** A part that is there or left out. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> =>
  fc.option(value, { nil: undefined }).map(v => (v === undefined ? {} : ({ [key]: v } as { [P in K]?: T })));

const range: fc.Arbitrary<NumberRange> = fc
  .tuple(fc.constantFrom('from', 'to', 'both'), number, number, fc.boolean(), fc.boolean())
  .map(([ends, from, to, isOver, isUnder]) => ({
    ...(ends !== 'to' && { from, ...(isOver && { isOver: true as const }) }),
    ...(ends !== 'from' && { to, ...(isUnder && { isUnder: true as const }) }),
  }));

const filter: fc.Arbitrary<QueryFilter> = fc
  .tuple(
    word,
    fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 4 }).map(values => ({ values })),
      range.map(r => ({ range: r })),
    ),
    fc.boolean(),
  )
  .map(([field, kept, not]) => ({ field, ...kept, ...(not && { not: true as const }) }));

const condition: fc.Arbitrary<CustomerCondition> = fc.letrec<{ all: CustomerCondition }>(tie => ({
  all: fc.oneof(
    { maxDepth: 3 },
    fc.array(word, { minLength: 1, maxLength: 3 }).map(values => ({ kind: 'segment' as const, values })),
    fc
      .tuple(fc.constantFrom(...CUSTOMER_FIGURES), range, maybe('period', word))
      .map(([figure, r, period]) => ({ kind: 'figure' as const, figure, range: r, ...period })),
    fc
      .tuple(fc.constantFrom('first-order' as const, 'last-order' as const), word)
      .map(([kind, period]) => ({ kind, period })),
    fc
      .tuple(fc.array(filter, { maxLength: 3 }), maybe('period', word))
      .filter(([where, { period }]) => where.length > 0 || period !== undefined)
      .map(([where, period]) => ({ kind: 'bought' as const, where, ...period })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('all'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, of]) => ({ kind, of })),
    tie('all').map(of => ({ kind: 'not' as const, of })),
  ),
})).all;

const bands: fc.Arbitrary<Bands> = fc
  .tuple(
    fc.constantFrom(...BAND_FIGURES),
    fc.array(range, { minLength: 1, maxLength: 4 }),
    maybe('period', word),
  )
  .map(([of, ranges, period]) => ({
    of,
    ranges,
    ...(!OF_NO_PERIOD.has(of) && period),
  }));

/** Any query that the schema allows, whether or not a shop could answer it. */
export const anyQuery: fc.Arbitrary<Query> = fc
  .tuple(
    fc.constantFrom(...ROWS),
    fc.array(word, { minLength: 1, maxLength: 2 }),
    fc.array(word, { maxLength: 3 }),
    fc.array(filter, { maxLength: 3 }),
    fc.array(fc.record({ measure: word, range }), { maxLength: 2 }),
    fc.array(fc.constantFrom(...SHOWN), { maxLength: 3 }),
    maybe(
      'rank',
      fc
        .tuple(
          fc.constantFrom('top' as const, 'bottom' as const, 'ends' as const),
          fc.integer({ min: 1, max: 1000 }),
          maybe('by', word),
          maybe('within', word),
          maybe('isPercent', fc.constant(true as const)),
        )
        .map(([order, limit, by, within, percent]) => ({ order, limit, ...by, ...within, ...percent })),
    ),
    fc
      .tuple(
        maybe('period', word),
        maybe('versus', word),
        maybe('per', fc.constantFrom(...GRAINS)),
        maybe('who', condition),
        maybe('orderHas', fc.array(filter, { minLength: 1, maxLength: 3 })),
        maybe('asOf', word),
        maybe('map', word),
        maybe(
          'goal',
          number.filter(n => n > 0),
        ),
        maybe('scored', fc.constant('filtered' as const)),
        maybe('fiscalStart', fc.integer({ min: 1, max: 12 })),
        maybe('partOf', fc.array(word, { minLength: 1, maxLength: 3 })),
        maybe('page', fc.integer({ min: 1, max: 100_000 })),
        maybe('bands', bands),
      )
      .map(parts => Object.assign({}, ...parts) as Partial<Query>),
  )
  .map(([rows, by, measures, where, having, show, rank, rest]) => {
    const { bands: some, ...parts } = rest;
    const hasBands = rows === 'groups' && some !== undefined;
    return queryOf({
      rows,
      by: rows === 'groups' ? (hasBands ? ['band', ...by.slice(1)] : by) : [],
      measures,
      where,
      having,
      show,
      ...rank,
      ...parts,
      ...(hasBands && { bands: some }),
    });
  });
