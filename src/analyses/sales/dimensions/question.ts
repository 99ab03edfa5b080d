import { answerContext } from '../../../answering/context.js';
import { groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { fraction } from '../../../measures/measures.js';
import { groupNames, sumsByEach } from '../../../store/scope/sums.js';

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
    const all = (await groupingFields(shop.store)).filter(
      d => d.by.kind === 'dimension' || d.by.kind === 'customer',
    );
    const { total, groups } = await sumsByEach(
      shop.store,
      context.scope,
      all.map(d => d.by),
    );
    const format = formatFor(shop.currency);
    const rows = [];
    for (const [i, dimension] of all.entries()) {
      const own = (groups[i] ?? []).filter(g => g.id !== 0).sort((a, b) => b.revenue - a.revenue);
      const names = await groupNames(
        shop.store,
        dimension.by,
        own.slice(0, EXAMPLES).map(g => g.id),
      );
      const lines = own.reduce((sum, g) => sum + g.lines, 0);
      rows.push({
        dimension: singular(dimension),
        values: own.length,
        filled: fraction(lines, total.lines),
        examples: own
          .slice(0, EXAMPLES)
          .map(g => names.get(g.id)?.label ?? names.get(g.id)?.key ?? '')
          .join(', '),
        of: dimension.by.kind === 'dimension' ? dimension.by.dimension.level : 'customer',
      });
    }
    return answerOf({
      ...skeleton(query, context, shop, 'What sales can be broken down by'),
      headline: `${plural(rows.length, 'dimension')} in the data, beside weekday, month-of-year and time: ask \`sales by X\`, \`sales top-X\`, or filter with \`X:value\`.`,
      columns: [
        { key: 'dimension', label: 'Dimension', unit: 'text' },
        { key: 'values', label: 'Values', unit: 'count' },
        { key: 'filled', label: 'Lines with it', unit: 'share' },
        { key: 'examples', label: 'Largest', unit: 'text' },
        { key: 'of', label: 'Of the', unit: 'text', secondary: true },
      ],
      rows,
      observations: rows
        .filter(r => r.filled !== null && r.filled > 0 && r.filled < 0.9)
        .slice(0, 3)
        .map(
          r =>
            `${format.share(1 - (r.filled ?? 0))} of the lines have no ${r.dimension.replaceAll('-', ' ')}.`,
        ),
      followUps: all
        .filter(d => d.by.kind === 'dimension')
        .slice(0, 4)
        .map(d => `sales by ${singular(d)}`),
    });
  },
});
export default dimensions;
