import { type Format, formatFor, plural } from '../../core/answer/format.js';
import { isoOf } from '../../core/calendar/days.js';
import { showPeriod, showRange } from '../../core/calendar/grain.js';
import type { DateOrder } from '../../core/calendar/written-dates.js';
import { currencyWith } from '../../core/money/currencies.js';
import type { DecisionKind, Reading } from '../understand/decisions/decision.js';
import type { Choice, FileQuestion, ReadingFigures } from '../understand/questions/question.js';

/** A question about a file as one line, and an answer a line with what it would give. */
export function questionLines(question: FileQuestion): { question: string; choices: string[] } {
  const { kind, choices } = question;
  const looked = choices[0]?.figures;
  const rows = looked && !looked.isWhole ? `, in the first ${formatOf(looked).count(looked.rows)} rows` : '';
  return {
    question: QUESTIONS[kind](question),
    choices: choices.map(
      choice => `${readingText(kind, choice.reading)}: ${givesText(kind, choice.figures)}${rows}`,
    ),
  };
}

/** The `--map` that gives an answer. */
export const mapText = (header: readonly string[], { reading }: Pick<Choice, 'reading'>): string =>
  reading.maps
    .map(({ column, field }) => `--map "${header[column]?.replace(/["\\$`]/g, '\\$&')}=${field}"`)
    .join(' ');

/** A question as a refusal: what each answer would give, and how to give it. */
export function refusalText(question: FileQuestion, notes: readonly string[] = []): string {
  const { question: asked, choices } = questionLines(question);
  const lines = choices.map((text, i) => {
    const choice = question.choices[i];
    const map = choice ? mapText(question.header, choice) : '';
    return `  ${text}${map ? `\n    ${map}` : ''}`;
  });
  return [
    `${asked} ${hasNames(question.header) ? '' : NO_NAMES}Nothing in the file tells for certain:`,
    ...lines,
    ['Nothing was loaded. Load it with the --map of your answer; it is then remembered.', ...notes].join(' '),
  ].join('\n');
}

/** Whether the file says what its columns are called. */
const hasNames = (header: readonly string[]): boolean => !header.every((h, i) => h === `Column ${i + 1}`);
const NO_NAMES = 'The file has no header, that is no names of its columns. ';

function inAmount({ choices }: FileQuestion): string {
  const [part, amount] = choices[0]?.reading.columns ?? [];
  return `Does "${amount}" include "${part}"?`;
}

function areTotals({ choices, file }: FileQuestion): string {
  const how = choices[0]?.reading.how;
  if (how?.kind !== 'totalsOut') return `Are there rows of totals in ${file}?`;
  const [amount] = choices[0]?.reading.columns ?? [];
  return how.rows === 1
    ? `Is the row "${how.example}" of ${file} a total? Its "${amount}" is what other rows add up to.`
    : `Are ${how.rows} rows of ${file}, such as "${how.example}", totals? Nearly each "${amount}" of them ` +
        'is what other rows add up to.';
}

const QUESTIONS: Readonly<Record<DecisionKind, (question: FileQuestion) => string>> = {
  totals: areTotals,
  amount: ({ file }) => `Which column of ${file} is the amount of a sale?`,
  discount: ({ choices }) => {
    const [discount, amount] = choices[0]?.reading.columns ?? [];
    const isRate = choices.some(c => c.reading.how.kind === 'inPercent');
    if (isRate) return `Is "${discount}" money or percent?`;
    if (amount === undefined) return `Is "${discount}" taken off each line, or once off the whole order?`;
    return `Is "${discount}" taken off "${amount}" already?`;
  },
  tax: inAmount,
  shipping: inAmount,
  tip: inAmount,
  date: ({ file }) => `Which column of ${file} is the day of the sale?`,
  dayAndMonth: ({ choices, file }) =>
    `How are the dates in "${choices[0]?.reading.columns[0]}" of ${file} written?`,
  orders: ({ file }) => `What is one order in ${file}?`,
  customer: ({ file }) => `Which column of ${file} tells customers apart?`,
  product: ({ file }) => `Which column of ${file} is the product?`,
};

const ORDERS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day before month',
  mdy: 'month before day',
  ymd: 'year, month, day',
};

/** A reading in a few words. */
export function readingText(kind: DecisionKind, { how, columns }: Reading): string {
  const [first = '', second = ''] = columns.map(c => `"${c}"`);
  switch (how.kind) {
    case 'product':
      return `${first} x ${second}`;
    case 'subtracted':
      return `No, ${first} is still to be taken off`;
    case 'notSubtracted':
      return 'Yes, it is';
    case 'included':
      return `Yes, ${first} is taken out`;
    case 'onTop':
      return `No, ${second} is without ${first}`;
    case 'totalsOut':
      return 'Totals, which are left out';
    case 'allSales':
      return 'Sales like the others';
    case 'ofLines':
      return 'Off each line';
    case 'ofOrder':
      return 'Once off the whole order';
    case 'inMoney':
      return 'Money: so much is taken off';
    case 'inPercent':
      return 'Percent of the price';
    case 'dateOrder':
      return ORDERS[how.order];
    case 'numberAndDay':
      return `each number in ${first} on each day`;
    case 'eachRow':
      return 'each row';
    case 'nothing':
      return 'no column';
    default:
      return kind === 'orders' ? `each number in ${first}` : first;
  }
}

const formatOf = ({ currency, minorDigits }: ReadingFigures): Format =>
  formatFor(currencyWith(currency, minorDigits));

/** What a reading gives, by what it is about. */
export function givesText(kind: DecisionKind, figures: ReadingFigures): string {
  const format = formatOf(figures);
  const { orders, revenue, customers } = figures;
  if (figures.lastDay === 0) return 'nothing';
  const days = showRange({ from: figures.firstDay, to: figures.lastDay });
  const money = format.amount(revenue);
  if (kind === 'orders') {
    const average = format.amount(Math.round(revenue / Math.max(1, orders)));
    return `${plural(orders, 'order')}, ${money} in all, ${average} on average`;
  }
  if (kind === 'customer') return plural(customers, 'customer');
  if (kind === 'date' || kind === 'dayAndMonth') {
    const last = format.amount(figures.months[isoOf(figures.lastDay).slice(0, 7)] ?? 0);
    return `${days}, with ${last} in ${showPeriod('month', figures.lastDay)}`;
  }
  return `${money} in ${plural(orders, 'order')}, ${days}`;
}
