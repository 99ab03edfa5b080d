import type { FlowChart, HeatmapChart } from '../../core/answer/chart-spec.js';
import { type Format, listed, plural } from '../../core/answer/format.js';
import { showDay } from '../../core/calendar/days.js';
import { type Flow, flowsOf, type Move, type Shifts, slipped, wonBack } from '../../segments/shifts.js';

/** Where customers come from whose first order came in between. */
export const NEW = 'New';
const NEW_COLOUR = '#c9a7e0';
/** More arrows than this are not drawn: every one between eleven segments and the new is. */
const MOST_FLOWS = 150;

const nameOf = (flow: Pick<Flow, 'from'>): string => flow.from?.title ?? NEW;
const span = ({ before, after }: Shifts): string => `${showDay(before.asOf)} to ${showDay(after.asOf)}`;

/** Who went from which segment to which, as a flow; undefined where nobody moved. */
export function flowChart(shifts: Shifts, { currency }: Format): FlowChart | undefined {
  const flows = flowsOf(shifts);
  const moved = shifts.moves.filter(m => m.from).length;
  const drawn = flows.slice(0, MOST_FLOWS);
  const [largest, second] = flows;
  if (flows.length === 0) return undefined;
  return {
    kind: 'flow',
    title:
      largest?.from && largest.customers > (second?.customers ?? 0)
        ? `${plural(moved, 'customer')} moved, most from ${nameOf(largest)} to ${largest.to.title}`
        : `${plural(moved, 'customer')} changed segment`,
    order: [...shifts.segments.map(s => s.title), NEW],
    subtitle:
      `Customers who changed segment, ${span(shifts)}` +
      (drawn.length < flows.length ? `; the ${drawn.length} largest of ${flows.length} flows` : ''),
    alt:
      'Customers who changed segment: ' +
      flows.map(f => `${nameOf(f)} to ${f.to.title} ${f.customers}`).join(', '),
    unit: 'count',
    currency,
    flows: drawn.map(f => ({
      from: nameOf(f),
      to: f.to.title,
      customers: f.customers,
      fromColour: f.from?.colour ?? NEW_COLOUR,
      toColour: f.to.colour,
    })),
  };
}

/** From where (rows) to where (columns), those who stayed on the diagonal. */
export function matrixChart({ matrix, segments, ...shifts }: Shifts, { currency }: Format): HeatmapChart {
  const titles = segments.map(s => s.title);
  const hasNew = matrix.at(-1)?.some(n => n > 0) ?? false;
  const rows = [...titles, ...(hasNew ? [NEW] : [])];
  return {
    kind: 'heatmap',
    title: 'From where (rows) to where (columns)',
    subtitle:
      'Customers, those who stayed on the diagonal, ' +
      `${showDay(shifts.before.asOf)} to ${showDay(shifts.after.asOf)}`,
    alt: `Customers by segment before and after: ${rows
      .map((from, i) => `${from}: ${titles.map((to, k) => `${to} ${matrix[i]?.[k] ?? 0}`).join(', ')}`)
      .join('; ')}`,
    unit: 'count',
    currency,
    rows,
    columns: titles,
    values: rows.map((_, i) => titles.map((_to, k) => matrix[i]?.[k] || null)),
  };
}

/** What a list of moves had spent so far. Minor units. */
export const spentBy = (moves: readonly Move[]): number =>
  moves.reduce((sum, m) => sum + m.customer.spent, 0);

/** The shift that matters most: those who slipped away, with what they had spent, and those won back. */
export function mainShift(shifts: Shifts, format: Format): string | undefined {
  const gone = slipped(shifts);
  const back = wonBack(shifts);
  const said = [
    ...(gone.length > 0
      ? [
          `${plural(gone.length, 'customer')} who had spent ${format.amount(spentBy(gone))} slipped to ` +
            listed([...new Set(gone.map(m => m.to.title))], 'or'),
        ]
      : []),
    ...(back.length > 0
      ? [`${plural(back.length, 'customer')} who had spent ${format.amount(spentBy(back))} came back`]
      : []),
  ];
  return said.length === 0 ? undefined : `${said.join('; ')}.`;
}

/**
 * The flow with the most customers, where it is none of those that slip away or come back, and larger than
 * they together.
 */
export function largestOther(shifts: Shifts, format: Format): string | undefined {
  const said = slipped(shifts).length + wonBack(shifts).length;
  const flow = flowsOf(shifts).find(f => f.from && Boolean(f.from.leaving) === Boolean(f.to.leaving));
  if (!flow?.from || flow.customers <= said) return undefined;
  const went = `${plural(flow.customers, 'customer')} who had spent ${format.amount(flow.monetary)} went`;
  return `${said > 0 ? 'The largest move: ' : ''}${went} from ${flow.from.title} to ${flow.to.title}.`;
}

/** How many changed, came new and stayed. */
export function movedSentence(shifts: Shifts, format: Format): string {
  const moved = shifts.moves.filter(m => m.from).length;
  const fresh = shifts.moves.length - moved;
  const joined = `${plural(fresh, 'new customer')} joined`;
  const stayed = shifts.stayed > 0 ? `; ${format.count(shifts.stayed)} stayed` : '';
  if (moved > 0)
    return `${plural(moved, 'customer')} changed segment${fresh > 0 ? ` and ${joined}` : ''}${stayed}.`;
  return fresh > 0 ? `${joined}${stayed}.` : `Nobody changed segment${stayed}.`;
}
