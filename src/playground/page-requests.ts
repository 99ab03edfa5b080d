import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type ArrivingOrders, SHOP_NAME } from './arriving-orders.js';
import { HttpError, parseJson, readBody, sendJson } from './slack-stand-in/http.js';
import type { Posted } from './slack-stand-in/posted.js';
import type { Workspace } from './slack-stand-in/workspace.js';

/** Who does it, and in which conversation. */
const from = { user: z.string().optional(), channel: z.string().optional() };
const messageRequest = z.object({
  text: z.string().max(5_000, 'more than 5,000 characters'),
  /** The thread that it is written in, if any. */
  threadTs: z.string().optional(),
  ...from,
});
const shortcutRequest = z.object({ ts: z.string(), callback: z.string(), ...from });
/** A press of a button: of a message, or of the Home tab if there is none. */
const pressRequest = z.object({
  ts: z.string().optional(),
  actionId: z.string(),
  value: z.string(),
  ...from,
});
const dropRequest = z.object({ name: z.string().min(1).max(200), base64: z.base64(), ...from });
const homeRequest = z.object({ user: z.string() });
const closeRequest = z.object({ user: z.string() });
const filled = z.record(z.string(), z.union([z.string().max(5_000), z.array(z.string()), z.null()]));
const submitRequest = z.object({ user: z.string(), filled });

/** Bytes; a message has at most 5,000 characters. */
const LONGEST_POST = 64_000;
/** A file of 50 MB in base64. */
const LONGEST_DROP = 70_000_000;
const HOME_MS = 20_000;

/** Does what a person does on the page. @returns whether there is such a thing */
export async function answerPost(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  workspace: Workspace,
  orders?: ArrivingOrders,
): Promise<boolean> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'The body must be application/json.');
  const body = String(await readBody(request, path === '/drop' ? LONGEST_DROP : LONGEST_POST));
  if (path === '/home') {
    sendJson(response, await openHome(workspace, parseJson(body, homeRequest).user));
    return true;
  }
  if (path === '/say') await sendMessage(workspace, parseJson(body, messageRequest));
  else if (path === '/drop') await dropFile(workspace, parseJson(body, dropRequest));
  else if (path === '/shortcut') await chooseShortcut(workspace, parseJson(body, shortcutRequest));
  else if (path === '/press') await pressButton(workspace, parseJson(body, pressRequest));
  else if (path === '/order' && orders) await placeOrder(workspace, orders);
  else if (path === '/close') workspace.dialogs.close(parseJson(body, closeRequest).user);
  else if (path === '/submit') await submitDialog(workspace, parseJson(body, submitRequest));
  else return false;
  response.writeHead(204).end();
  return true;
}

const submitDialog = (workspace: Workspace, { user, filled }: z.infer<typeof submitRequest>) =>
  workspace.dialogs.submit(user, filled);

async function pressButton(
  workspace: Workspace,
  { ts, actionId, value, user = workspace.user, channel }: z.infer<typeof pressRequest>,
): Promise<void> {
  if (ts === undefined) {
    await workspace.pressOnHome(actionId, value, { user });
    return;
  }
  const posted = messageAt(ts, workspace);
  await workspace.press(posted, actionId, value, { user, channel: channel ?? posted.channel });
}

function messageAt(ts: string, { posted }: Workspace): Posted {
  const found = posted.find(p => p.ts === ts);
  if (!found) throw new HttpError(404, 'There is no such message.');
  return found;
}

async function chooseShortcut(
  workspace: Workspace,
  { ts, callback, user = workspace.user, channel }: z.infer<typeof shortcutRequest>,
): Promise<void> {
  const posted = messageAt(ts, workspace);
  await workspace.shortcut(callback, posted, { user, channel: channel ?? posted.channel });
}

/** Sends a slash command as such, and any other text as a direct message or a mention of the bot. */
async function sendMessage(
  workspace: Workspace,
  { text, threadTs, user = workspace.user, channel = workspace.channel }: z.infer<typeof messageRequest>,
): Promise<void> {
  const [, command, rest = ''] = /^(\/(?:sales|segment|digest|shop))\b\s*(.*)$/s.exec(text.trim()) ?? [];
  if (command !== undefined) {
    await workspace.command(command, withChannelIds(rest, workspace.channels), { user, channel });
    return;
  }
  const ts = String(Date.now() / 1000);
  const isDirect = channel.startsWith('D');
  const thread = threadTs ?? null;
  workspace.showPersonMessage({
    by: user,
    channel,
    text,
    ts,
    threadTs: thread,
    ...(isDirect && { seenBy: user }),
  });
  const message = { user, channel, ts, event_ts: ts, ...(threadTs !== undefined && { thread_ts: threadTs }) };
  if (isDirect) await workspace.event({ ...message, type: 'message', channel_type: 'im', text });
  // In a thread nobody has to mention the bot.
  else if (threadTs !== undefined)
    await workspace.event({ ...message, type: 'message', channel_type: 'channel', text });
  else await workspace.event({ ...message, type: 'app_mention', text: `<@U0SHOPKEEPER> ${text}` });
}

/** Somebody places an order in the shop, which the channel then shows. */
async function placeOrder(workspace: Workspace, orders: ArrivingOrders): Promise<void> {
  const text = await orders.place();
  const ts = String(Date.now() / 1000);
  workspace.showPersonMessage({
    by: workspace.personCalled(SHOP_NAME),
    channel: workspace.channel,
    text,
    ts,
  });
}

async function dropFile(
  workspace: Workspace,
  { name, base64, user = workspace.user, channel = workspace.channel }: z.infer<typeof dropRequest>,
): Promise<void> {
  const ts = String(Date.now() / 1000);
  const isDirect = channel.startsWith('D');
  workspace.showPersonMessage({ by: user, channel, text: name, ts, ...(isDirect && { seenBy: user }) });
  await workspace.shareFiles([{ name, bytes: Buffer.from(base64, 'base64') }], { user, channel }, ts);
}

/** Opens a person's Home tab, and waits until the app has published it. */
async function openHome(workspace: Workspace, user: string): Promise<unknown> {
  const before = workspace.homes.get(user);
  await workspace.event({ type: 'app_home_opened', user, tab: 'home', channel: 'D1', event_ts: '1' });
  for (let waited = 0; waited < HOME_MS && workspace.homes.get(user) === before; waited += 50) await wait(50);
  return workspace.homes.get(user) ?? { blocks: [] };
}

/** Replaces `#sales` by the channel's id, as Slack does in a command. */
const withChannelIds = (text: string, channels: Workspace['channels']): string =>
  channels.reduce(
    (replaced, { id, name }) =>
      replaced.replaceAll(new RegExp(`(?<!\\S)#${name}(?!\\S)`, 'g'), `<#${id}|${name}>`),
    text,
  );
