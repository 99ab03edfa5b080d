import type { KnownBlock } from '@slack/types';
import { plural } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { listAuditEntries } from '../../../store/tables/audit-log.js';
import { listIngests } from '../../../store/tables/ingests.js';
import { dataExtent } from '../../../store/tables/order-lines.js';
import { literalSection, type Mrkdwn, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { logText } from '../listeners/shop.js';
import { isAdministrator } from '../subscriptions.js';

const DAY_MS = 86_400_000;
const ENTRIES = 5;

/** What the store holds and how fresh it is; whoever may load files sees the last one. */
export async function dataBlocks(user: string, { shop, permissions }: SlackContext): Promise<KnownBlock[]> {
  const extent = await dataExtent(shop.store);
  if (!extent) return [];
  const age = shop.today() - extent.to;
  const ago = age <= 0 ? 'up to date' : `${plural(age, 'day')} ago`;
  const lines = [`Data through ${showDay(extent.to)} (${ago}), from ${showDay(extent.from)}.`];
  const { may } = await permissions.of(user, undefined);
  const last = may.has('ingest') ? (await listIngests(shop.store)).at(-1) : undefined;
  if (last)
    lines.push(
      `The last file was ${last.file}, loaded on ${last.loadedAt.slice(0, 10)}. ` +
        'Drop a sales file into my messages to load another.',
    );
  return [literalSection(lines.join('\n'))];
}

/** For those with `settings`: who may do what, who asked what, and whether all is well. */
export async function administrationBlocks(user: string, context: SlackContext): Promise<KnownBlock[]> {
  const { permissions, shop, now, audit } = context;
  if (!(await isAdministrator(user, context))) return [];
  const problems = Object.entries(await context.health());
  await audit.written();
  const since = new Date(now().getTime() - 7 * DAY_MS).toISOString();
  const entries = await listAuditEntries(shop.store, { since, limit: ENTRIES });
  const roles = Object.keys(permissions.file?.roles ?? {});
  return [
    { type: 'divider' },
    section(mrkdwn`*Administration*`),
    section(
      problems.length === 0
        ? mrkdwn`Health: all is well.`
        : mrkdwn`Health: ${problems.map(([part, problem]) => `${part}: ${problem}`).join('; ')}`,
    ),
    section(accessText(permissions.file !== undefined, roles)),
    section(mrkdwn`Last questions:\n${logText(entries)}`),
  ];
}

const accessText = (hasFile: boolean, roles: readonly string[]): Mrkdwn =>
  hasFile
    ? mrkdwn`Access: ${plural(roles.length, 'role')} in the access file (${roles.join(', ')}).`
    : mrkdwn`Access: every member may do everything, as there is no access file (ACCESS_FILE).`;
