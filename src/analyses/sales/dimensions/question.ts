import { answerContext } from '../../../answering/context.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import {
  CUSTOMER,
  type GroupingField,
  groupingFields,
  singular,
} from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import { type Format, formatFor, plural } from '../../../core/answer/format.js';
import { fraction } from '../../../measures/measures.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { type GroupSums, groupNames, sumsByEach } from '../../../store/scope/sums.js';

const EXAMPLES = 3;

/** What sales can be broken down and filtered by. */
const dimensions = defineQuestion({
  family: 'sales',
  name: 'dimensions',
  helpOrder: 16,
  words: [
    'dimensions',
    'dimension',
    'columns',
    'fields',
    'attributes',
    'can i break down by',
    'can i filter by',
    'can be asked',
    'what can be asked',
    'what data',
    'which data',
  ],
  optional: [],
  summary: 'What sales can be broken down and filtered by, with examples of values',
  examples: ['dimensions'],
  canonicalText: () => ({ text: 'dimensions', includes: [] }),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const fields = (await groupingFields(shop.store)).filter(
      d => d.by.kind === 'dimension' || d === CUSTOMER,
    );
    const bys = fields.map(field => field.by);
    const { total, groups } = await sumsByEach(shop.store, context.scope, bys);
    const rows: DimensionRow[] = [];
    for (const [i, field] of fields.entries())
      rows.push(await rowOf(field, groups[i] ?? [], total, shop.store));
    return answerOf({
      ...skeleton(query, context, shop, 'What sales can be broken down by'),
      headline:
        `${plural(rows.length, 'dimension')} in the data, beside weekday, month-of-year and time: ` +
        'ask `sales by X`, `sales top-X`, or filter with `X:value`.',
      columns: [
        { key: 'dimension', label: 'Dimension', unit: 'text' },
        { key: 'values', label: 'Values', unit: 'count' },
        { key: 'filled', label: 'Lines with it', unit: 'share' },
        {
          key: 'examples',
          label: 'Largest',
          unit: 'text',
          namesCustomers: rows.some((row, i) => fields[i] === CUSTOMER && row.examples !== ''),
        },
        { key: 'of', label: 'Of the', unit: 'text', secondary: true },
      ],
      rows,
      observations: gapSentences(rows, formatFor(shop.currency)),
      followUps: followUps(
        shop,
        query,
        fields
          .filter(field => field.by.kind === 'dimension')
          .slice(0, 4)
          .map(dimension => sales('by', { dimension })),
      ),
    });
  },
});
export default dimensions;

type DimensionRow = Row & {
  readonly dimension: string;
  readonly filled: number | null;
  readonly examples: string;
};

async function rowOf(
  field: GroupingField,
  groups: readonly GroupSums[],
  total: GroupSums,
  store: StoreReader,
): Promise<DimensionRow> {
  const values = groups.filter(g => g.id !== 0).sort((a, b) => b.revenue - a.revenue);
  const largest = values.slice(0, EXAMPLES);
  const names = await groupNames(
    store,
    field.by,
    largest.map(g => g.id),
  );
  const lines = values.reduce((sum, g) => sum + g.lines, 0);
  return {
    dimension: singular(field),
    values: values.length,
    filled: fraction(lines, total.lines),
    examples: largest.flatMap(g => names.get(g.id)?.label ?? names.get(g.id)?.key ?? []).join(', '),
    of: field.by.kind === 'dimension' ? field.by.dimension.level : 'customer',
  };
}

/** Which dimensions many lines do not have. */
const gapSentences = (rows: readonly DimensionRow[], format: Format): string[] =>
  rows
    .filter(({ filled }) => filled !== null && filled > 0 && filled < 0.9)
    .slice(0, 3)
    .map(
      ({ filled, dimension }) =>
        `${format.share(1 - (filled ?? 0))} of the lines have no ${dimension.replaceAll('-', ' ')}.`,
    );
