import { mustHave, NotPermitted } from '../../access/permitted.js';
import { type Rights, withinFor } from '../../access/rights.js';
import { changeGoals } from '../../app/goals.js';
import { type Mrkdwn, mrkdwn } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { mustManage } from './subscriptions.js';

/** @throws ShopkeeperError, NotPermitted if this person may not set goals */
export async function mustSetGoals(user: string, context: SlackContext): Promise<void> {
  await mustManage(user, 'Goals are set by', context);
  mustSeeAllSales(await context.permissions.of(user, undefined));
}

/** Sets or removes a goal for somebody who may. @returns what was done */
export async function permittedGoalChange(
  text: string,
  user: string,
  context: SlackContext,
): Promise<Mrkdwn> {
  await mustSetGoals(user, context);
  const by = { person: user, now: context.now() };
  const change = () => changeGoals(context.shop, text, by, goal => context.compute('goal', goal));
  return mrkdwn`${await context.queue.run(user, change)}`;
}

/** A goal is of the whole shop, and setting one tells how far it has come. @throws NotPermitted */
function mustSeeAllSales(rights: Rights): void {
  mustHave(rights, ['sales']);
  if (withinFor(rights, ['sales']) !== undefined)
    throw new NotPermitted('Goals are of the whole shop, and you may see a part of it');
}
