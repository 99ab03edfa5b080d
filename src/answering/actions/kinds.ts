/** What can be done for a group of customers, who are told apart by their own figures. */
export interface ActionKind {
  /** As it is typed: `win-back`. */
  readonly name: string;
  readonly title: string;
  /** Of whom: `overdue customer`, `overdue customers`. */
  readonly one: string;
  readonly many: string;
  /** What to do, without a full stop; for more customers than one can call, `adviceForMany`. */
  readonly advice: string;
  readonly adviceForMany?: string;
  /** Which customers these are, by their figures; where no model tells the money, by what they spent. */
  readonly who: string;
  readonly whoBySpent?: string;
  /** Whether they are on their way out, so that what is at stake is what counts. */
  readonly isLeaving: boolean;
}

/** Every recommended action, in the order in which they matter. A customer is in one of them. */
export const ACTION_KINDS = [
  {
    name: 'win-back',
    title: 'Win back',
    one: 'customer to win back',
    many: 'customers to win back',
    advice: 'Call or write to each of them yourself, and ask what was wrong',
    adviceForMany: 'Write to them by name and call those at the top of the list; ask what was wrong',
    who: 'overdue or likely to leave, and half of what is at stake is theirs',
    whoBySpent: 'overdue, and half of what overdue customers spent is theirs',
    isLeaving: true,
  },
  {
    name: 'remind',
    title: 'Remind',
    one: 'customer to remind',
    many: 'customers to remind',
    advice: 'Send a reminder of what they buy, with a reason to come now',
    who: 'overdue or likely to leave, with less at stake each',
    whoBySpent: 'overdue, and spent less each',
    isLeaving: true,
  },
  {
    name: 'second-order',
    title: 'Bring about a second order',
    one: 'customer who bought once',
    many: 'customers who bought once',
    advice: 'Write to them about their first order, and show what others bought next',
    who: 'bought on one day only so far, and still within the time in which customers come back here',
    isLeaving: false,
  },
  {
    name: 'look-after',
    title: 'Look after the best',
    one: 'customer to look after',
    many: 'customers to look after',
    advice: 'Thank them, and let them see new products first; they need no discount',
    who: 'on their usual rhythm, and half of what is expected of all such customers is theirs',
    whoBySpent: 'on their usual rhythm, and half of what all such customers spent is theirs',
    isLeaving: false,
  },
  {
    name: 'offer-more',
    title: 'Offer more',
    one: 'customer to offer more',
    many: 'customers to offer more',
    advice: 'Offer them what goes with what they buy',
    who: 'on their usual rhythm, and worth less each than the best',
    whoBySpent: 'on their usual rhythm, and spent less each than the best',
    isLeaving: false,
  },
  {
    name: 'leave-alone',
    title: 'Spend nothing on',
    one: 'customer who is gone',
    many: 'customers who are gone',
    advice: 'Leave them out of campaigns that cost money',
    who: 'silent for so long that hardly anybody came back after it',
    isLeaving: false,
  },
] as const satisfies readonly ActionKind[];

export type ActionName = (typeof ACTION_KINDS)[number]['name'];

/** The action of a name, as it is typed or spelt with blanks; undefined if there is none. */
export const actionNamed = (name: string): (typeof ACTION_KINDS)[number] | undefined =>
  ACTION_KINDS.find(kind => kind.name === name.trim().toLowerCase().replace(/\s+/g, '-'));

/** More people than this nobody calls or writes to one by one. */
export const MOST_IN_PERSON = 50;

/** What to do for so many customers, without a full stop. */
export const adviceOf = (kind: ActionKind, customers: number): string =>
  customers > MOST_IN_PERSON ? (kind.adviceForMany ?? kind.advice) : kind.advice;
