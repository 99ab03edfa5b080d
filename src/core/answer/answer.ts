import { z } from 'zod';
import { currencyCode } from '../money/currencies.js';
import type { ChartSpec } from './chart-spec.js';
import { type FollowUp, followUpOf } from './follow-up.js';
import { type Note, noteText, remark } from './notes.js';
import { type Scope, scopeText } from './scope.js';

/**
 * The one shape that everything meets in. A question makes an Answer; Slack, the command line, the digest and
 * the playground only show it.
 *
 * Money in `rows` is in major units, exact to the minor unit; shares and changes are fractions of 1; dates ISO.
 */

/** What a column's values are, and so how they are shown. `perRow`: the row's own `unit` says. */
export const UNITS = [
  'text',
  'money',
  'count',
  'share',
  'change',
  'delta',
  'days',
  'date',
  'number',
  'score',
  'perRow',
] as const;
export type Unit = (typeof UNITS)[number];

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** Shown only where there is room; always in the JSON. */
  readonly secondary?: boolean;
}

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A row's cell under a column's key; undefined if the row has none. A column may be called `constructor`. */
export const cellOf = (row: Row, key: string): Cell | undefined =>
  Object.hasOwn(row, key) ? row[key] : undefined;

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
  /** Where rows must be cut to be shown, the last ones are kept: a trend's newest periods. */
  readonly keepLast: boolean;
  readonly charts: readonly ChartSpec[];
  readonly observations: readonly string[];
  /** Recommended actions. */
  readonly actions: readonly string[];
  /** What limits the figures: partial periods, lines without customer, stale data. */
  readonly notes: readonly Note[];
  /** Questions that follow from this one. */
  readonly followUps: readonly FollowUp[];
  /** The last day the data holds, ISO; null for an empty store. */
  readonly dataThrough: string | null;
  /** The currency that money is in, as figures carry it: its ISO 4217 code, as a rule. */
  readonly currency: string;
  /** What belongs to this answer as its detail: shown in the thread under it. */
  readonly thread: readonly Answer[];
  /** The name of a CSV file that the table is given as, where it is asked for as a file. */
  readonly file?: string;
  /** Whom it is shown to: everybody where it was asked unless given. Files are for the asker alone. */
  readonly audience?: 'asker';
}

/** Whether an answer has customers' data that only the asker is to see. */
export const isForAskerAlone = ({ audience, file }: Pick<Answer, 'audience' | 'file'>): boolean =>
  audience === 'asker' || file !== undefined;

/** What a question says of its answer. Notes, follow-ups and the scope may be words where they are no more than that. */
export type AnswerParts = Pick<Answer, 'question' | 'title' | 'headline'> &
  Partial<Omit<Answer, 'scope' | 'notes' | 'followUps'>> & {
    readonly scope?: Scope | string;
    readonly notes?: readonly (Note | string)[];
    readonly followUps?: readonly (FollowUp | string)[];
  };

/** An answer with only what the question has to say; the rest is empty. */
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

/** The rows to show where there is room for so many; which ones are kept, the answer says. */
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

/** The answer as the JSON contract, without its charts' data. */
export function answerJson(answer: Answer): z.infer<typeof answerContract> {
  const { thread, ...own } = answer;
  const currency = currencyCode(own.currency);
  return {
    ...answerContract.parse({
      ...own,
      currency,
      scope: scopeText(own.scope),
      notes: own.notes.map(noteText),
      followUps: own.followUps.map(followUp => followUp.text),
    }),
    ...(thread.length > 0 && { thread: thread.map(answerJson) }),
  };
}
