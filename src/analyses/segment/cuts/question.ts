import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { capital, listed } from '../../../core/answer/format.js';
import { AXES, type Axis, axisName, measured, scorings } from '../../../segments/scoring/method.js';

/** Where each axis is cut, and how many customers have each score. */
const cuts = defineQuestion({
  family: 'segment',
  name: 'cuts',
  words: [
    'cuts',
    'cut-offs',
    'cutoffs',
    'thresholds',
    'threshold',
    'quantiles',
    'method',
    'how are customers scored',
    'scores',
    'how are made',
    'how made',
    'how are calculated',
    'how are computed',
    'how are scored',
    'what is rfm',
  ],
  optional: ['segmentation', 'filters'],
  helpOrder: 112,
  summary: 'Where recency, frequency and monetary are cut into scores, and how many have each',
  examples: ['cuts', 'cuts scoring:rank'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { method } = context.segmentation;
    const steps = Array.from({ length: method.bins }, (_, i) => i + 1);
    const columns: Column[] = [
      { key: 'axis', label: 'Axis', unit: 'text' },
      { key: 'measure', label: 'Measure', unit: 'text', secondary: true },
      ...steps.slice(0, -1).map((i): Column => ({ key: `cut${i}`, label: `Cut ${i}`, unit: 'perRow' })),
      ...steps.map(
        (i): Column => ({ key: `score${i}`, label: `Score ${i}`, unit: 'count', secondary: true }),
      ),
      { key: 'unit', label: 'Unit', unit: 'text', secondary: true },
    ];
    return answerOf({
      ...skeleton(query, context, shop, 'How customers are scored'),
      headline: bestScores(context),
      columns,
      rows: AXES.map(axis => cutsRow(axis, context)),
      observations: AXES.map(axis => sizesSentence(axis, context)),
      notes: [
        ...AXES.map(axis => methodSentence(axis, context)).filter((s, i, all) => all.indexOf(s) === i),
        ...context.notes,
      ],
      followUps: followUps(shop, query, [
        offerQuestion('distribution'),
        offerQuestion('map'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default cuts;

/** The cuts of an axis in the unit that people count in: days, a number, major units. */
function shownCuts(axis: Axis, { snapshot, format }: SegmentContext): number[] {
  const major = axis === 'm' ? 1 / format.unitsPerMajor : 1;
  return snapshot.scored.cuts[axis].at.map(at => Math.round(at * major * 1e6) / 1e6);
}

function cutsRow(axis: Axis, context: SegmentContext): Row {
  const { snapshot, segmentation, score } = context;
  const { bins } = segmentation.method;
  const row: Record<string, string | number> = {
    axis: axisName(axis),
    measure: measured(axis, segmentation.method),
    unit: axis === 'm' ? 'money' : 'number',
  };
  shownCuts(axis, context).forEach((cut, i) => {
    row[`cut${i + 1}`] = cut;
  });
  for (let s = 1; s <= bins; s++) row[`score${score(s)}`] = 0;
  for (const s of snapshot.scored[axis]) row[`score${score(s)}`] = Number(row[`score${score(s)}`]) + 1;
  return row;
}

/** What gives the best scores, and which nobody gets. */
function bestScores(context: SegmentContext): string {
  const { bins } = context.segmentation.method;
  const name = (axis: Axis) => `${axis.toUpperCase()} ${context.score(bins)}`;
  const isGot = (axis: Axis) => context.snapshot.scored[axis].includes(bins);
  const got = AXES.filter(isGot).map(axis => `${name(axis)} ${bestGroup(axis, context)}`);
  const missed = AXES.filter(axis => !isGot(axis)).map(name);
  const said = [
    ...(got.length > 0 ? [`the best scores: ${got.join(', ')}`] : []),
    ...(missed.length > 0 ? [`nobody gets ${listed(missed)}`] : []),
  ];
  return `${capital(said.join('; '))}.`;
}

/** Which values give the highest score: `for a last order up to 54.8 days ago`, `for more than 4 orders`. */
function bestGroup(axis: Axis, context: SegmentContext): string {
  const { snapshot, format, segmentation } = context;
  const { frequency, monetary } = segmentation.method;
  const { onCut } = snapshot.scored.cuts[axis];
  const cuts = shownCuts(axis, context);
  const isAbove = onCut === 'above';
  if (axis === 'r') {
    const days = `${format.figure(cuts[0] ?? 0, 'number')} days ago`;
    return `for a last order ${isAbove ? 'less than' : 'up to'} ${days}`;
  }
  const cut = cuts.at(-1) ?? 0;
  const counted = { orders: 'orders', lines: 'order lines', days: 'days with an order' }[frequency];
  const amount =
    axis === 'm'
      ? `${format.money(cut)}${monetary === 'average' ? ' per order' : ''}`
      : `${format.figure(cut, 'number')} ${counted}`;
  return `for ${isAbove ? `${amount} or more` : `more than ${amount}`}`;
}

function sizesSentence(axis: Axis, context: SegmentContext): string {
  const row = cutsRow(axis, context);
  const sizes = Array.from({ length: context.segmentation.method.bins }, (_, i) =>
    context.format.count(Number(row[`score${i + 1}`])),
  );
  const name = axisName(axis);
  return `${capital(name)}: ${sizes.join(', ')} customers with score 1 to ${sizes.length}.`;
}

const methodSentence = (axis: Axis, { segmentation }: SegmentContext): string => {
  const { method } = segmentation;
  const isOne = method.r === method.f && method.f === method.m;
  const scoring = scorings.get(method[axis]);
  return `Scoring${isOne ? '' : ` of ${axisName(axis)}`} \`${method[axis]}\`: ${scoring?.summary ?? ''}.`;
};
