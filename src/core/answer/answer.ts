import { z } from 'zod';
import { currencyCode } from '../money/currencies.js';
import type { Basis } from './basis.js';
import type { ChartSpec } from './chart-spec.js';
import { type FollowUp, followUpOf } from './follow-up.js';
import { type Note, noteText, remark } from './notes.js';
import { type Scope, scopeText } from './scope.js';
import { type Column, type Row, UNITS } from './table.js';

export { type Cell, type Column, cellOf, type Row, UNITS, type Unit } from './table.js';

/**
 * The contract between questions and surfaces. A question returns an Answer; Slack, the command line, the
 * digest and the playground only render it.
 *
 * Money in `rows` is in major units, exact to the minor unit; shares and changes are fractions of 1; dates
 * are ISO 8601.
 */

export interface Answer {
  /** The question as it can be asked again: `sales top-countries`. */
  readonly question: string;
  readonly title: string;
  /** What the figures cover: period, filters. */
  readonly scope: Scope;
  /** One sentence with the figure that matters. */
  readonly headline: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** If there is no room for all rows, the last ones are shown, such as the newest periods of a trend. */
  readonly keepLast: boolean;
  readonly charts: readonly ChartSpec[];
  readonly observations: readonly string[];
  /** Recommended actions. */
  readonly actions: readonly string[];
  /** Limits of the figures: partial periods, lines without a customer, stale data. */
  readonly notes: readonly Note[];
  /** Questions that follow from this one. */
  readonly followUps: readonly FollowUp[];
  /** Recommended actions that somebody can start, for a button each. */
  readonly startable?: readonly Startable[];
  /** The last day of the data, ISO 8601; null if the store is empty. */
  readonly dataThrough: string | null;
  /** The currency of the amounts, as figures carry it: usually its ISO 4217 code. */
  readonly currency: string;
  /** Details of this answer, shown in the thread below it. */
  readonly thread: readonly Answer[];
  /** The name of the CSV file, if the table is to be delivered as a file. */
  readonly file?: string;
  /** The tool that the file is made for: it has nothing but addresses, which only some may see. */
  readonly contactsFor?: string;
  /** Who may see it; without it, everyone in the channel. Files are always for the asker only. */
  readonly audience?: 'asker';
  /** Order lines that the figures are of, if the question says so itself. */
  readonly linesCounted?: number;
  /** Whether the same can be asked of another period or with other filters. */
  readonly takesScope?: boolean;
  /** What it was computed from. Answers from before this was noted, and digests, have none. */
  readonly basis?: Basis;
}

/** A recommended action that can be started: it is recorded with its customers, to see what comes of it. */
export interface Startable {
  /** For the button: `Win back in person`. */
  readonly label: string;
  /** What follows `actions start`: `win-back country:Spain`. */
  readonly text: string;
  readonly customers: number;
}

/**
 * The part of an action's customers that is left alone, and for how many days orders count, unless it is
 * said.
 */
export const USUAL_TEST = { percent: 10, days: 30 } as const;

/** Whether an answer has customer data that only the asker may see. */
export const isForAskerAlone = ({ audience, file }: Pick<Answer, 'audience' | 'file'>): boolean =>
  audience === 'asker' || file !== undefined;

/** Columns, and fields of filters, that are about single customers and orders. */
const ABOUT_ONE: ReadonlySet<string> = new Set(['customer', 'email', 'order']);

/**
 * Whether an answer, or one in its thread, is about single customers or orders: it names some, or is of one.
 */
export const namesCustomers = ({ columns, scope, audience, thread }: Answer): boolean =>
  audience === 'asker' ||
  columns.some(column => column.namesCustomers || ABOUT_ONE.has(column.key)) ||
  scope.some(part => part.kind === 'filter' && ABOUT_ONE.has(part.field)) ||
  thread.some(namesCustomers);

/** The parts of an answer that a question fills in. Notes, follow-ups and the scope may be plain text. */
export type AnswerParts = Pick<Answer, 'question' | 'title' | 'headline'> &
  Partial<Omit<Answer, 'scope' | 'notes' | 'followUps'>> & {
    readonly scope?: Scope | string;
    readonly notes?: readonly (Note | string)[];
    readonly followUps?: readonly (FollowUp | string)[];
  };

/** Makes an answer of the parts that a question fills in; all others are empty. */
export function answerOf({ scope = [], notes = [], followUps = [], ...parts }: AnswerParts): Answer {
  return {
    columns: [],
    rows: [],
    keepLast: false,
    charts: [],
    observations: [],
    actions: [],
    notes: notes.map(note => (typeof note === 'string' ? remark(note) : note)),
    followUps: followUps.map(f => (typeof f === 'string' ? followUpOf(f) : f)),
    scope: typeof scope === 'string' ? [{ kind: 'words', text: scope }] : scope,
    dataThrough: null,
    currency: 'USD',
    thread: [],
    ...parts,
  };
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** At most `most` rows: the first ones, or the last if the answer says `keepLast`. */
export const rowsToShow = ({ rows, keepLast }: Answer, most: number): readonly Row[] =>
  keepLast ? rows.slice(-most) : rows.slice(0, most);

/** The stable JSON contract of `shopkeeper ask --json` (docs/answer.md). */
export const answerContract = z.object({
  question: z.string(),
  title: z.string(),
  scope: z.string(),
  headline: z.string(),
  columns: z.array(z.object({ key: z.string(), label: z.string(), unit: z.enum(UNITS) })),
  rows: z.array(z.record(z.string(), cell)),
  observations: z.array(z.string()),
  actions: z.array(z.string()),
  notes: z.array(z.string()),
  dataThrough: z.string().nullable(),
  currency: z.string(),
  followUps: z.array(z.string()),
  get thread() {
    return z.array(answerContract).optional();
  },
});

/** The answer in the form of the JSON contract, without charts. */
export function answerJson(answer: Answer): z.infer<typeof answerContract> {
  const { thread, ...parts } = answer;
  const currency = currencyCode(parts.currency);
  return {
    ...answerContract.parse({
      ...parts,
      currency,
      scope: scopeText(parts.scope),
      notes: parts.notes.map(noteText),
      followUps: parts.followUps.map(followUp => followUp.text),
    }),
    ...(thread.length > 0 && { thread: thread.map(answerJson) }),
  };
}
