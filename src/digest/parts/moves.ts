import { type Answer, answerOf, type Row } from '../../answer/answer.js';
import { plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { segmentWord } from '../../questions/language/words.js';
import { spentBy } from '../../questions/parts/shift-charts.js';
import { type Move, newBest, slipped, wonBack } from '../../segments/shifts.js';
import { customersById } from '../../store/customers.js';
import { fileRows } from './files.js';
import type { DigestMaterial } from './material.js';
import type { DigestPart } from './part.js';

export const customersPart: DigestPart = {
  name: 'customers',
  says: 'who slipped away, who came back, who rose to the best segment, by what they had spent',
  compose: movesAnswers,
};

async function movesAnswers(material: DigestMaterial): Promise<Answer[]> {
  const { shifts } = material;
  const best = shifts.after.map.segments[0];
  const lists: [title: string, word: string, moves: Move[]][] = [
    ['Slipped away', 'slipped', slipped(shifts)],
    ['Came back', 'came-back', wonBack(shifts)],
    [`New ${best?.many ?? ''}`, `new-${segmentWord(best?.title ?? '')}`, newBest(shifts)],
  ];
  const answers: Answer[] = [];
  for (const [title, word, moves] of lists)
    if (moves.length > 0) answers.push(await listAnswer(title, word, moves, material));
  return answers;
}

async function listAnswer(
  title: string,
  word: string,
  moves: readonly Move[],
  { shop, periods, data, scope, format, again }: DigestMaterial,
): Promise<Answer> {
  const { before, period } = periods;
  const { kept, file, note } = fileRows(
    moves,
    `${word}-${isoOf(period.to)}.csv`,
    again(`segment shifts since ${isoOf(period.from)} as-of:${isoOf(period.to)}`),
  );
  const names = await customersById(
    shop.store,
    kept.map(m => m.customer.customerId),
  );
  // What is to be done for most of them: that of the segment most of them went to.
  const to = mostly(moves);
  return answerOf({
    question: 'digest',
    title,
    scope: `${showDay(before.to)} to ${showDay(period.to)}${scope}`,
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `${plural(moves.length, 'customer')} who ${moves.length === 1 ? 'has' : 'have'} spent ${format.amount(spentBy(moves))} so far.`,
    columns: [
      { key: 'name', label: 'Customer', unit: 'text' },
      { key: 'customer', label: 'Id', unit: 'text', secondary: true },
      { key: 'from', label: 'From', unit: 'text' },
      { key: 'to', label: 'To', unit: 'text' },
      { key: 'monetary', label: 'Spent', unit: 'money' },
      { key: 'recency', label: 'Days since', unit: 'days' },
      { key: 'lastOrder', label: 'Last order', unit: 'date', secondary: true },
    ],
    rows: kept.map(
      (m): Row => ({
        customer: names.get(m.customer.customerId)?.key ?? String(m.customer.customerId),
        name: names.get(m.customer.customerId)?.name ?? null,
        from: m.from?.title ?? null,
        to: m.to.title,
        monetary: format.major(m.customer.spent),
        recency: m.customer.recency,
        lastOrder: isoOf(m.customer.lastDay),
      }),
    ),
    actions: to.actions.slice(0, 1).map(action => `${action}.`),
    notes: note,
    ...file,
  });
}

function mostly(moves: readonly Move[]): Move['to'] {
  const counts = new Map<Move['to'], number>();
  for (const { to } of moves) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
