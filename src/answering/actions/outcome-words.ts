import type { Column, Row } from '../../core/answer/answer.js';
import { capital, type Format, plural } from '../../core/answer/format.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import { showRange } from '../../core/calendar/grain.js';
import { actionNamed } from './kinds.js';
import type { Difference, GroupOutcome, Outcome } from './outcomes.js';

const titleOf = (name: string): string => actionNamed(name)?.title ?? capital(name);

/** What came of an action in a few sentences, with the intervals. */
export function outcomeSentence(outcome: Outcome, format: Format): string {
  const { action, actedOn, heldOut, again, spent, verdict, through } = outcome;
  const days = showRange({ from: action.firstDay, to: action.lastDay });
  const name = `${action.id}. ${titleOf(action.name)}, ${days}`;
  if (verdict === 'not over')
    return (
      `${name}: it is not over. ` +
      (through < action.firstDay
        ? `The data ends on ${showDay(through)}, before it began.`
        : `By ${showDay(through)}, ${groups(actedOn, heldOut, format)}.`)
    );
  const counts = `${name}: ${groups(actedOn, heldOut, format)}`;
  if (verdict === 'too few to tell' || !again) {
    const interval = again ? ` The difference may be anything ${pointsBetween(again)}.` : '';
    return `${counts}. These are too few to tell.${interval}`;
  }
  const told =
    verdict === 'no difference'
      ? `No difference can be seen: it is ${pointsBetween(again)}`
      : `${points(Math.abs(again.value))} ${verdict}, ${pointsBetween(again)} (95% interval)`;
  return [`${counts}. ${told}.`, ...(spent ? [spentSentence(outcome, spent, format)] : [])].join(' ');
}

/** `120 of 430 ordered again (27.9%), and 8 of the 48 left alone (16.7%)` */
function groups(actedOn: GroupOutcome, heldOut: GroupOutcome, format: Format): string {
  const share = ({ again, customers }: GroupOutcome) =>
    customers === 0 ? '' : ` (${format.share(again / customers)})`;
  return (
    `${format.count(actedOn.again)} of ${plural(actedOn.customers, 'customer')} ordered again` +
    `${share(actedOn)}, and ${format.count(heldOut.again)} of the ${format.count(heldOut.customers)} ` +
    `left alone${share(heldOut)}`
  );
}

function spentSentence({ actedOn, heldOut }: Outcome, spent: Difference, format: Format): string {
  const amount = (minor: number) => format.amount(format.wholeMinor(minor));
  const [own, left] = [amount(actedOn.spent.mean), amount(heldOut.spent.mean)];
  const each = `They spent ${own} each, those left alone ${left}`;
  const between = `between ${amount(spent.low)} and ${amount(spent.high)}`;
  if (spent.low <= 0 && spent.high >= 0) return `${each}: by chance the difference could be ${between}.`;
  const all = (minor: number) => amount(minor * actedOn.customers);
  const more = spent.value > 0 ? 'more' : 'less';
  return (
    `${each}: ${amount(Math.abs(spent.value))} ${more}, ${between}, which is ${all(Math.abs(spent.value))} ` +
    `${more} in all (${all(spent.low)} to ${all(spent.high)}).`
  );
}

const points = (share: number): string => `${(share * 100).toFixed(1)} points`;
const pointsBetween = ({ low, high }: Difference): string =>
  `between ${(low * 100).toFixed(1)} and ${points(high)}`;

const COLUMNS: readonly Column[] = [
  { key: 'number', label: 'No.', unit: 'count' },
  { key: 'action', label: 'Action', unit: 'text' },
  { key: 'lastDay', label: 'Last day', unit: 'date' },
  { key: 'customers', label: 'Acted on', unit: 'count' },
  { key: 'again', label: 'Ordered', unit: 'share' },
  { key: 'heldOut', label: 'Left alone', unit: 'count' },
  { key: 'heldOutAgain', label: 'Ordered', unit: 'share' },
  { key: 'result', label: 'More ordered', unit: 'text' },
  { key: 'firstDay', label: 'First day', unit: 'date', secondary: true },
  { key: 'difference', label: 'Difference', unit: 'share', secondary: true },
  { key: 'low', label: 'At least', unit: 'share', secondary: true },
  { key: 'high', label: 'At most', unit: 'share', secondary: true },
  { key: 'spent', label: 'Spent each', unit: 'money', secondary: true },
  { key: 'heldOutSpent', label: 'Left alone spent', unit: 'money', secondary: true },
  { key: 'spentLow', label: 'More spent, at least', unit: 'money', secondary: true },
  { key: 'spentHigh', label: 'More spent, at most', unit: 'money', secondary: true },
];

const RESULTS = {
  'not over': 'not over',
  'too few to tell': 'too few to tell',
  more: 'yes',
  fewer: 'fewer',
  'no difference': 'no',
} as const;

/** Outcomes as rows: shares of those who ordered again, and spending a customer. */
export function outcomeTable(
  outcomes: readonly Outcome[],
  format: Format,
): { readonly columns: Column[]; readonly rows: Row[] } {
  const share = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1e6) / 1e6);
  const money = (minor: number | undefined) =>
    minor === undefined ? null : format.major(format.wholeMinor(minor));
  const part = ({ again, customers }: GroupOutcome) =>
    customers === 0 ? null : (share(again / customers) ?? null);
  return {
    columns: [...COLUMNS],
    rows: outcomes.map(({ action, through, actedOn, heldOut, verdict, ...differences }) => {
      // Before its end, chance would be taken for a result by whoever looks often enough.
      const { again, spent }: Pick<Outcome, 'again' | 'spent'> = verdict === 'not over' ? {} : differences;
      const hasBegun = through >= action.firstDay;
      return {
        number: action.id,
        action: titleOf(action.name),
        lastDay: isoOf(action.lastDay),
        customers: actedOn.customers,
        again: hasBegun ? part(actedOn) : null,
        heldOut: heldOut.customers,
        heldOutAgain: hasBegun ? part(heldOut) : null,
        result: RESULTS[verdict],
        firstDay: isoOf(action.firstDay),
        difference: share(again?.value),
        low: share(again?.low),
        high: share(again?.high),
        spent: hasBegun ? money(actedOn.spent.mean) : null,
        heldOutSpent: hasBegun ? money(heldOut.spent.mean) : null,
        spentLow: money(spent?.low),
        spentHigh: money(spent?.high),
      };
    }),
  };
}
