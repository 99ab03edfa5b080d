import { chosenActions, inSegment } from '../answering/actions/chosen.js';
import { heldOutOf, seedOf } from '../answering/actions/held-out.js';
import { ACTION_KINDS, type ActionKind, actionNamed } from '../answering/actions/kinds.js';
import { canonical } from '../answering/declaration.js';
import { segmentContext } from '../answering/segments/context.js';
import { FEWEST_GAPS } from '../answering/segments/risk.js';
import type { Shop, ShopView } from '../answering/shop.js';
import { USUAL_TEST } from '../core/answer/answer.js';
import { listed, plural } from '../core/answer/format.js';
import { showDay } from '../core/calendar/days.js';
import { ShopkeeperError } from '../core/errors.js';
import { parseQuestion } from '../language/parse/parse.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import {
  addAction,
  customersOfAction,
  listActions,
  removeAction,
  type StartedAction,
} from '../store/tables/actions.js';
import { customerKeys } from '../store/tables/customers.js';
import { dataExtent } from '../store/tables/order-lines.js';

export const ACTION_EXAMPLE = 'actions start win-back hold-out:10% days:30';

/** Who starts an action, and when. */
interface StartedBy {
  /** Slack user id; null on the server. */
  readonly person: string | null;
  readonly now: Date;
}

/** What was done, and the number of the action that was started. */
export interface Changed {
  readonly said: string;
  readonly started?: number;
}

/** The bounds of the part that is left alone, and of the days. */
const MOST = { percent: 50, days: 365 };
/** With fewer held out, only a large difference can be told. */
const FEW_HELD_OUT = 20;
/** Data that ends longer ago is not of now. */
const OLD_DAYS = 14;

/**
 * Carries out what follows `actions`: `start win-back country:Spain hold-out:20% days:60`, `remove 2`.
 * @throws NotUnderstood, ShopkeeperError
 */
export async function changeActions(shop: Shop, text: string, by: StartedBy): Promise<Changed> {
  const words = text.trim();
  const removed = /^(?:remove|delete|undo|stop)\b\s*#?(.*)$/i.exec(words);
  return removed ? remove(shop, removed[1] ?? '') : start(shop, words.replace(/^(?:start|do)\b\s*/i, ''), by);
}

async function remove({ store }: Shop, number: string): Promise<Changed> {
  const id = Number(number);
  if (/^\d{1,9}$/.test(number) && (await store.write(trx => removeAction(trx, id))))
    return { said: `Action ${id} is removed, with its record of whom it was for.` };
  throw new ShopkeeperError(
    number === '' ? 'Which action? Name its number.' : `There is no action ${number}.`,
    '`segment outcomes` lists them with their numbers.',
  );
}

async function start(shop: Shop, text: string, { person, now }: StartedBy): Promise<Changed> {
  const { rest, percent, days, seed } = optionsIn(text);
  const { kind, question, keys, dataEnds } = await shop.read(view => chosenFor(rest, view));
  const today = shop.today();
  const createdAt = now.toISOString();
  const action = {
    name: kind.name,
    question,
    firstDay: today,
    lastDay: today + days - 1,
    heldOutPercent: percent,
    seed: seed ?? seedOf(`${question} ${createdAt}`),
    createdBy: person,
    createdAt,
  };
  // Whoever presses the button twice, or at once with somebody else, starts it once.
  const { id, customers, elsewhere } = await shop.store.write(async trx => {
    const running = (await listActions(trx)).filter(({ lastDay }) => lastDay >= today);
    const same = running.find(other => other.question === question);
    if (same) throw alreadyStarted(same, kind);
    const taken = await customersIn(trx, running);
    const free = keys.filter(key => !taken.has(key));
    if (free.length < 2) throw nobodyFree(kind, keys.length, free.length);
    const customers = heldOutOf(free, percent, action.seed);
    return { id: await addAction(trx, action, customers), customers, elsewhere: keys.length - free.length };
  });
  const left = customers.filter(c => c.isHeldOut).length;
  const said = [
    `Action ${id} is started: ${kind.title}, for ${plural(customers.length - left, 'customer')} until ` +
      `${showDay(action.lastDay)}.`,
    `${plural(left, 'more customer')}, drawn at random (${percent}%, seed ${action.seed}), ` +
      `${left === 1 ? 'is' : 'are'} to be left alone, to compare with.`,
    ...(elsewhere > 0
      ? [
          `${plural(elsewhere, 'customer')} of another action that is under way ` +
            `${elsewhere === 1 ? 'is' : 'are'} not in it.`,
        ]
      : []),
    ...(left < FEW_HELD_OUT ? ['With so few left alone, chance will most likely hide the effect.'] : []),
    ...(dataEnds !== undefined && today - dataEnds > OLD_DAYS
      ? [`The data ends on ${showDay(dataEnds)}: load later orders to see the result.`]
      : []),
    `\`segment started-action ${id}\` lists whom to write to; ` +
      `\`segment outcomes ${id}\` says what came of it.`,
  ].join(' ');
  return { said, started: id };
}

/** Whom an action is for, as of now. @throws ShopkeeperError, NotUnderstood */
async function chosenFor(text: string, view: ShopView) {
  const [name = '', ...rest] = text.split(/\s+/);
  const kind = actionNamed(name);
  if (!kind || kind.name === 'leave-alone') throw unknownAction(name);
  const asked = await parseQuestion(`segment action ${kind.name} ${rest.join(' ')}`.trim(), view);
  const isPlain =
    asked.question.name === 'action' && asked.limit === undefined && asked.audience === undefined;
  if (!isPlain || asked.segmentation?.options.asOf !== undefined)
    throw new ShopkeeperError(
      'An action is of a segment, filters and a segment map as of today, and nothing else.',
      `For example: ${ACTION_EXAMPLE}`,
    );
  const context = await segmentContext(asked, view);
  const chosen = await chosenActions(context, view, inSegment(context.snapshot, asked.segment));
  if (!('actions' in chosen))
    throw new ShopkeeperError(
      `Customers came back ${plural(chosen.gaps, 'time')} in all; ${FEWEST_GAPS} are needed to choose any.`,
      'Load more of the history first.',
    );
  const customers = chosen.actions.find(a => a.kind.name === kind.name)?.customers ?? [];
  if (customers.length === 0)
    throw new ShopkeeperError(`There are no ${kind.many} now.`, '`segment actions` says whom there are.');
  const names = await customerKeys(view.store);
  return {
    kind,
    question: canonical(asked),
    keys: customers.flatMap(c => names.get(c.customerId) ?? []),
    dataEnds: (await dataExtent(view.store))?.to,
  };
}

/** Everybody of these actions, those who are held out too: another action would blur what comes of them. */
async function customersIn(trx: WriteTransaction, actions: readonly StartedAction[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const { id } of actions) for (const { key } of await customersOfAction(trx, id)) keys.add(key);
  return keys;
}

const OPTION = new RegExp(
  [
    String.raw`(?<!\S)(?:hold[- ]?out[: ]\s*(?<percent>\d+)\s?%?|days:(?<days>\d+)`,
    String.raw`|for (?<count>\d+) (?<unit>days?|weeks?)|seed:(?<seed>\d+))(?!\S)`,
  ].join(''),
  'gi',
);

/** Takes part, days and seed out of a text. @throws ShopkeeperError if one is out of bounds */
function optionsIn(text: string) {
  let { percent, days }: Record<keyof typeof USUAL_TEST, number> = USUAL_TEST;
  let seed: number | undefined;
  const rest = text.replace(OPTION, (_, ...matched) => {
    const said: Readonly<Record<string, string | undefined>> = matched.at(-1);
    if (said.percent !== undefined) percent = Number(said.percent);
    if (said.days !== undefined) days = Number(said.days);
    if (said.count !== undefined) days = Number(said.count) * (said.unit?.startsWith('week') ? 7 : 1);
    if (said.seed !== undefined) seed = Number(said.seed) & 0x7fffffff;
    return ' ';
  });
  if (percent < 1 || percent > MOST.percent)
    throw new ShopkeeperError(
      `${percent}% cannot be left alone.`,
      `Between 1% and ${MOST.percent}%: without anybody to compare with, nothing can be told.`,
    );
  if (days < 1 || days > MOST.days)
    throw new ShopkeeperError(
      `An action of ${plural(days, 'day')} cannot be started.`,
      `Between 1 and ${MOST.days} days.`,
    );
  return { rest: rest.trim().replace(/\s+/g, ' '), percent, days, seed };
}

const alreadyStarted = ({ id, firstDay, lastDay }: StartedAction, { title }: ActionKind) =>
  new ShopkeeperError(
    `"${title}" was started on ${showDay(firstDay)} as action ${id}, and goes on until ${showDay(lastDay)}.`,
    `\`segment started-action ${id}\` lists whom to write to; \`actions remove ${id}\` takes it back.`,
  );

const nobodyFree = ({ many }: ActionKind, all: number, free: number) =>
  all === free
    ? new ShopkeeperError(
        'There is one customer, and nobody to compare with.',
        'Do it all the same: there is nothing to record.',
      )
    : new ShopkeeperError(
        `All ${all} ${many}${free > 0 ? ' but one' : ''} are in an action that is under way.`,
        '`segment outcomes` lists those.',
      );

function unknownAction(name: string): ShopkeeperError {
  const names = ACTION_KINDS.filter(kind => kind.name !== 'leave-alone').map(kind => kind.name);
  return new ShopkeeperError(
    name === '' ? 'Which action is to be started?' : `There is no action "${name}".`,
    `There are ${listed(names)}. For example: ${ACTION_EXAMPLE}`,
  );
}
