import type { PartOfShop, Shop } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Note } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import type { Query } from '../../core/query/query.js';
import { composeDigest } from '../../digest/compose/compose.js';
import type { Digest } from '../../digest/compose/digest.js';
import type { DigestGrain } from '../../digest/compose/periods.js';
import { readDigestRequest } from '../../digest/subscriptions/request.js';
import { composeRequested } from '../../digest/subscriptions/requested.js';
import {
  type DigestSettings,
  readSubscription,
  type Schedule,
} from '../../digest/subscriptions/subscribe.js';
import { type ShopNames, shopNames } from '../../query/describe.js';
import { type Described, type DescribeInput, described } from '../../query/described.js';
import { answerQuery, answerText } from './answer.js';
import { changeScope, type ScopeChoices, scopeChoices, type WantedScope } from './change-scope.js';
import { customersIn } from './customers-in.js';
import { type GoalToSet, readGoal } from './read-goal.js';

/** What is asked, and what comes of it. Both are plain data, as they may go to another process and back. */
interface Task<Asked, Result> {
  readonly asked: Asked;
  readonly result: Result;
}

/** A digest's text with what it is read by. */
export interface DigestText {
  readonly text: string;
  readonly digests: DigestSettings;
  readonly now: Date;
}

/** All that is computed from a shop's data for people, by its name. */
export interface Tasks {
  /** The answer to a text; `before` is the canonical text of the answer before. */
  readonly text: Task<{ readonly text: string; readonly before: string | undefined }, Answer>;
  /** The answer to a query as data, with notes of the asker's. */
  readonly query: Task<{ readonly query: Query; readonly notes: readonly Note[] }, Answer>;
  /** The names that queries can use. */
  readonly names: Task<undefined, ShopNames>;
  readonly describe: Task<DescribeInput, Described>;
  /** The digest of the last whole period before a day. */
  readonly digest: Task<
    { readonly asOf: Day; readonly request: string; readonly grain?: DigestGrain },
    Digest
  >;
  /** The digest that a person asks for. */
  readonly preview: Task<DigestText, Digest>;
  /** When a digest is posted, and of what, as a person says it. */
  readonly schedule: Task<DigestText, Omit<Schedule, 'channel'>>;
  readonly goal: Task<string, GoalToSet>;
  /** Whom a text names, such as a message, as they can be asked for. */
  readonly customersIn: Task<
    { readonly text: string; readonly withEmail: boolean },
    { readonly names: readonly string[] }
  >;
  /** What of its scope can be changed, by the question's canonical text. */
  readonly scopeChoices: Task<string, ScopeChoices>;
  /** The canonical text of a question with another scope. */
  readonly changeScope: Task<
    { readonly question: string; readonly wanted: WantedScope },
    { readonly question: string }
  >;
}

export type TaskName = keyof Tasks;

/** What somebody may see: a part of the shop, and the part whose customers may be named; all unless given. */
export interface Sight {
  readonly part?: PartOfShop | undefined;
  readonly names?: PartOfShop | undefined;
}

/** Computes something from the shop's data. @throws ShopkeeperError, NotUnderstood */
export type Compute = <N extends TaskName>(
  name: N,
  asked: Tasks[N]['asked'],
  sight?: Sight,
) => Promise<Tasks[N]['result']>;

const WORK: {
  readonly [N in TaskName]: (asked: Tasks[N]['asked'], shop: Shop) => Promise<Tasks[N]['result']>;
} = {
  text: ({ text, before }, shop) => shop.read(view => answerText(text, before, view)),
  query: ({ query, notes }, shop) => shop.read(view => answerQuery(query, notes, view)),
  names: (_, shop) => shop.read(shopNames),
  describe: (input, shop) => shop.read(view => described(input, view)),
  digest: async ({ asOf, request, grain }, shop) =>
    composeDigest(shop, asOf, { ...(await readDigestRequest(request, shop)), ...(grain && { grain }) }),
  preview: ({ text, digests, now }, shop) => composeRequested(text, { shop, digests, now: () => now }),
  schedule: ({ text, digests, now }, shop) => readSubscription(text, { shop, digests, now: () => now }),
  goal: (text, shop) => readGoal(shop, text),
  customersIn: ({ text, withEmail }, shop) => shop.read(view => customersIn(text, withEmail, view)),
  scopeChoices: (question, shop) => shop.read(view => scopeChoices(question, view)),
  changeScope: ({ question, wanted }, shop) => shop.read(view => changeScope(question, wanted, view)),
};

/** Computes in this thread, which does nothing else meanwhile. */
export const computingHere =
  (shop: Shop): Compute =>
  (name, asked, { part, names } = {}) => {
    const seen: Shop = part || names ? { ...shop, read: work => shop.read(work, part, names) } : shop;
    return WORK[name](asked, seen);
  };
