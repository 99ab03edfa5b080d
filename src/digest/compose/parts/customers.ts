import { adviceFor } from '../../../answering/segments/advice.js';
import { movedGroup } from '../../../answering/segments/moved-group.js';
import { spentBy } from '../../../answering/segments/shift-charts.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { type Move, newBest, slipped, wonBack } from '../../../segments/shifts.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { peopleTable } from '../people.js';
import { periodTitle } from '../periods.js';

const part: DigestPart = {
  name: 'customers',
  order: 20,
  description: 'who slipped away, who came back, who rose to the best segment, by what they had spent',
  compose: movesAnswers,
};

export default part;

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
  // What to do is said once, with the first list that it is about.
  const said = new Set<string>();
  return answers.map(answer => {
    const actions = answer.actions.filter(action => !said.has(action));
    for (const action of actions) said.add(action);
    return { ...answer, actions };
  });
}

async function listAnswer(
  title: string,
  word: string,
  moves: readonly Move[],
  { shop, periods, data, shifts, scope, format, question }: DigestMaterial,
): Promise<Answer> {
  const { period } = periods;
  const table = await peopleTable(
    moves,
    {
      customer: m => m.customer,
      columns: [
        { key: 'from', label: 'From', unit: 'text' },
        { key: 'to', label: 'To', unit: 'text' },
      ],
      cells: m => ({ from: m.from?.title ?? null, to: m.to.title }),
      file: `${word}-${isoOf(period.to)}.csv`,
      question: question(`segment shifts since ${isoOf(period.from)} as-of:${isoOf(period.to)}`),
    },
    { store: shop.store, format },
  );
  // The action for most of them is that of the segment most of them moved to.
  const to = mostly(moves);
  return answerOf({
    question: 'digest',
    title,
    scope: [{ kind: 'words', text: periodTitle(periods) }, ...scope],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline:
      `${plural(moves.length, 'customer')} who ${moves.length === 1 ? 'has' : 'have'} spent ` +
      `${format.amount(spentBy(moves))} so far.`,
    ...table,
    actions: adviceFor(movedGroup(moves, to, shifts), format)
      .slice(0, 1)
      .map(action => `${action}.`),
  });
}

function mostly(moves: readonly Move[]): Move['to'] {
  const counts = new Map<Move['to'], number>();
  for (const { to } of moves) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
