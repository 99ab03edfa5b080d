import {
  ASKED_BELOW,
  type ColumnIs,
  type Decision,
  type DecisionKind,
  type Reading,
} from '../decisions/decision.js';
import type { Mapping } from '../mapping.js';
import { type ColumnMap, isOfOneColumn, roleOfField } from '../overrides.js';
import {
  type Ask,
  type Choice,
  type FileQuestion,
  type ReadingFigures,
  UnclearFileError,
} from './question.js';
import { type Answer, headersOf, withSaid } from './said.js';

/** A file that is read by what is said of its columns. */
export interface Readable {
  readonly file: string;
  readonly header: readonly string[];
  /** How it is read. @throws IngestError */
  read(said: ColumnMap): Promise<Mapping>;
  /** What a reading gives. @throws IngestError */
  figures(mapping: Mapping, said: ColumnMap): Promise<ReadingFigures>;
}

/** How a file is read after all questions, and what was answered. */
export interface Settled {
  readonly mapping: Mapping;
  readonly said: ColumnMap;
  readonly answers: readonly Answer[];
}

/** Answers that a person can choose from. */
const MOST_CHOICES = 3;

/**
 * Asks about every decision that is not sure enough and changes figures, until all are settled.
 * @throws UnclearFileError where there is nobody to ask, or no answer
 */
export async function settle(file: Readable, said: ColumnMap, ask: Ask | undefined): Promise<Settled> {
  const answers: Answer[] = [];
  let all = said;
  for (;;) {
    const mapping = await file.read(all);
    const isSettled = (d: Decision) => answers.some(a => a.kind === d.kind);
    const open = mapping.decisions.filter(d => isOpen(d) && !isSettled(d));
    const question = await firstQuestion(file, all, open);
    if (!question) return { mapping, said: all, answers };
    const choice = await ask?.(question);
    if (!choice) throw new UnclearFileError(question);
    const { maps } = choice.reading;
    answers.push({ kind: question.kind, maps: headersOf(maps, file.header) });
    all = withSaid(all, maps);
  }
}

/** The questions that a map of the person's answers, which would have been asked without it. */
export async function answersIn(
  file: Readable,
  map: ColumnMap,
  without: ColumnMap,
): Promise<readonly Answer[]> {
  const mapping = await file.read(without).catch(() => undefined);
  const answers: Answer[] = [];
  for (const decision of mapping?.decisions.filter(isOpen) ?? []) {
    const possible = [decision.chosen, ...decision.others].flatMap(reading => reading.maps);
    const maps = [...map].map(([column, field]) => ({ column, field }));
    const about = maps.filter(one => possible.some(other => isAnswer(one, other, decision.kind)));
    if (about.length > 0 && (await questionOf(file, without, decision)))
      answers.push({ kind: decision.kind, maps: headersOf(about, file.header) });
  }
  return answers;
}

/** Whether what was said is of the kind that answers: `Alpha=amount`, where `Beta=amount` would too. */
function isAnswer(said: ColumnIs, possible: ColumnIs, kind: DecisionKind): boolean {
  const role = (field: string) => (kind === 'date' ? roleOfField(field) : field);
  const isSame = role(said.field) === role(possible.field);
  return isSame && (isOfOneColumn(said.field) || said.column === possible.column);
}

const isOpen = (d: Decision): boolean => d.confidence < ASKED_BELOW && d.others.length > 0;

async function firstQuestion(
  file: Readable,
  said: ColumnMap,
  open: readonly Decision[],
): Promise<FileQuestion | undefined> {
  for (const decision of open) {
    const question = await questionOf(file, said, decision);
    if (question) return question;
  }
  return undefined;
}

/** What is asked about a decision; undefined where all of its readings give the same figures. */
export async function questionOf(
  file: Readable,
  said: ColumnMap,
  { kind, chosen, others }: Decision,
): Promise<FileQuestion | undefined> {
  const choices: Choice[] = [];
  for (const reading of [chosen, ...others]) {
    const figures = await figuresOf(file, said, reading);
    if (!figures || choices.some(choice => isSame(kind, choice.figures, figures))) continue;
    choices.push({ reading, figures });
    if (choices.length === MOST_CHOICES) break;
  }
  return choices.length < 2 ? undefined : { kind, file: file.file, header: file.header, choices };
}

/** What a reading gives; undefined where the file cannot be read so. */
export async function figuresOf(
  file: Readable,
  said: ColumnMap,
  { maps }: Reading,
): Promise<ReadingFigures | undefined> {
  const all = withSaid(said, maps satisfies readonly ColumnIs[]);
  try {
    return await file.figures(await file.read(all), all);
  } catch {
    return undefined;
  }
}

/** Decisions that change when sales were, and so any month by all of it. */
const OF_DAYS: ReadonlySet<DecisionKind> = new Set(['date', 'dayAndMonth']);
/** What changes the figures by less is not worth a question. */
const LITTLE = 0.01;

/** Discounts of other units add up to nearly the same by chance, and differ on each line. */
const LITTLE_OF_DISCOUNTS = 0.001;

/** Whether two readings give the same figures, or nearly: by up to 1 % of revenue, orders or customers. */
function isSame(kind: DecisionKind, a: ReadingFigures, b: ReadingFigures): boolean {
  if (OF_DAYS.has(kind)) return keyOf(a) === keyOf(b);
  const little = kind === 'discount' ? LITTLE_OF_DISCOUNTS : LITTLE;
  const isNear = (x: number, y: number) => Math.abs(x - y) <= Math.max(Math.abs(x), Math.abs(y)) * little;
  return isNear(a.revenue, b.revenue) && isNear(a.orders, b.orders) && isNear(a.customers, b.customers);
}

/** Two readings with the same key cannot be told apart by any figure. */
const keyOf = ({ revenue, orders, customers, months, placement }: ReadingFigures): string =>
  JSON.stringify([revenue, orders, customers, placement, Object.entries(months).sort()]);
