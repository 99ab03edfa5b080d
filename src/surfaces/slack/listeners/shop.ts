import type { App } from '@slack/bolt';
import { NotPermitted } from '../../../access/permitted.js';
import { plural } from '../../../core/answer/format.js';
import { type AuditEntry, listAuditEntries } from '../../../store/tables/audit-log.js';
import { unescapeTyped } from '../blocks/escape.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { code, Mrkdwn, mrkdwn, textMessage, userReference } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf, type SlackRequest } from '../requests.js';
import { isAdministrator } from '../subscriptions.js';
import { answerCommand, commandRequest } from './commands.js';
import { answerSources } from './sources.js';

/** Entries that a message shows. */
const SHOWN = 25;
const DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Registers `/shop`, which takes any question, `/shop log`, which says who asked what, and `/shop sources`.
 */
export function registerShop(app: App, context: SlackContext): void {
  app.command('/shop', async ({ command, ack, context: received }) => {
    await ack();
    const text = command.text.trim();
    const sources = /^sources?(?:\s+(.*))?$/is.exec(text);
    if (sources) {
      const { request } = commandRequest(command, received.signature, context);
      const words = unescapeTyped(sources[1] ?? '');
      return answerRequest(request, context, reply => answerSources(words, request, context, reply));
    }
    if (text.toLowerCase() !== 'log')
      return answerCommand(command, unescapeTyped(text) || 'sales help', received.signature, context);
    const { request } = commandRequest(command, received.signature, context);
    await answerRequest(request, context, async reply => {
      await mustSeeLog(command.user_id, request, context);
      const since = new Date(context.now().getTime() - DAYS * DAY_MS).toISOString();
      await context.audit.written();
      const entries = await listAuditEntries(context.shop.store, { since, limit: SHOWN });
      context.audit.record({ ...recordOf(request), outcome: 'shown', detail: 'log', rows: entries.length });
      await reply.guard(request.privately).post(textMessage(logText(entries)));
    });
  });
}

/** @throws NotPermitted, which is recorded */
async function mustSeeLog(user: string, request: SlackRequest, context: SlackContext): Promise<void> {
  if (await isAdministrator(user, context)) return;
  const hint = 'Those who manage digests may (DIGEST_MANAGERS).';
  const refusal = new NotPermitted(
    'You may not see what others asked',
    ...(context.permissions.file === undefined ? [hint] : []),
  );
  context.audit.record({ ...recordOf(request), ...outcomeOf(refusal) });
  throw refusal;
}

/** Entries of the audit log, a line each. */
export function logText(entries: readonly AuditEntry[]): Mrkdwn {
  if (entries.length === 0) return mrkdwn`Nobody asked anything in the last ${plural(DAYS, 'day')}.`;
  const lines = entries.map(({ at, person, asked, outcome, detail, rows, hasContacts }) => {
    const who = person ? userReference(person) : mrkdwn`somebody`;
    const what = (outcome === 'refused' || outcome === 'rated') && detail ? `${outcome}: ${detail}` : outcome;
    const contacts = hasContacts ? ', with e-mail addresses' : '';
    const size = rows > 0 ? `, ${plural(rows, 'row')}${contacts}` : '';
    return mrkdwn`${at.slice(0, 16).replace('T', ' ')} ${who} ${code(asked)} ${what}${size}`.source;
  });
  const more = mrkdwn`\`shopkeeper audit --csv\` on the server has all of it.`.source;
  return Mrkdwn.ofEscaped(cutLines([...lines, more], LIMITS.section));
}
