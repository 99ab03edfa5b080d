import { createHmac, randomUUID } from 'node:crypto';
import type { Posted } from './posted.js';

/** A request that Slack sends to an app: the payload, and the HTTP body that carries it. */
export interface Payload {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: unknown;
  readonly body: string;
  readonly contentType: string;
}

/** The person and the channel that a payload comes from. */
export interface Origin {
  readonly user: string;
  readonly channel: string;
}

const FORM = 'application/x-www-form-urlencoded';
const TEAM = 'T000000001';
const APP = { api_app_id: 'A000000001', token: 'unused' };

/** The headers that prove that a body is from Slack (v0 signatures: HMAC-SHA256 over time and body). */
export function signature(body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` };
}

export function slashCommand(
  { user, channel }: Origin,
  responseUrl: string,
  command: string,
  text: string,
  trigger: string = randomUUID(),
): Payload {
  const payload = {
    ...APP,
    command,
    text,
    user_id: user,
    user_name: 'you',
    channel_id: channel,
    channel_name: 'sales',
    team_id: TEAM,
    team_domain: 'the-shop',
    response_url: responseUrl,
    trigger_id: trigger,
    is_enterprise_install: 'false',
  };
  return {
    type: 'slash_commands',
    payload,
    body: new URLSearchParams(payload).toString(),
    contentType: FORM,
  };
}

export function blockAction(
  { user, channel }: Origin,
  responseUrl: string,
  { ts, ephemeral, text, threadTs }: Posted,
  actionId: string,
  value: string,
  trigger?: string,
): Payload {
  return buttonPress(user, actionId, value, {
    ...(trigger !== undefined && { trigger_id: trigger }),
    response_url: responseUrl,
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
    channel: { id: channel, name: 'sales' },
    message: ephemeral ? undefined : { ts, type: 'message', text, thread_ts: threadTs ?? undefined },
  });
}

export function homeAction({ user }: Origin, actionId: string, value: string, trigger?: string): Payload {
  return buttonPress(user, actionId, value, {
    ...(trigger !== undefined && { trigger_id: trigger }),
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type: 'home' },
  });
}

/** @param location the fields that say where the button is */
function buttonPress(
  user: string,
  actionId: string,
  value: string,
  location: Record<string, unknown>,
): Payload {
  const payload = {
    ...APP,
    type: 'block_actions',
    user: { id: user, username: 'you', team_id: TEAM },
    team: { id: TEAM, domain: 'the-shop' },
    trigger_id: randomUUID(),
    ...location,
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: 'b',
        value,
        action_ts: String(Date.now() / 1000),
        text: { type: 'plain_text', text: value },
      },
    ],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return { type: 'interactive', payload, body, contentType: FORM };
}

/** A shortcut in the menu of a message. */
export function messageShortcut(
  { user, channel }: Origin,
  responseUrl: string,
  callback: string,
  { ts, text, blocks, by, threadTs }: Pick<Posted, 'ts' | 'text' | 'blocks' | 'by' | 'threadTs'>,
): Payload {
  const payload = {
    ...APP,
    type: 'message_action',
    callback_id: callback,
    trigger_id: randomUUID(),
    action_ts: String(Date.now() / 1000),
    message_ts: ts,
    response_url: responseUrl,
    user: { id: user, name: 'you', username: 'you', team_id: TEAM },
    team: { id: TEAM, domain: 'the-shop' },
    channel: { id: channel, name: 'sales' },
    message: { type: 'message', user: by, ts, text, blocks, thread_ts: threadTs ?? undefined },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return { type: 'interactive', payload, body, contentType: FORM };
}

/** What somebody filled in, with the dialog as the app made it. */
export function viewSubmission(
  user: string,
  view: Readonly<Record<string, unknown>>,
  state: unknown,
): Payload {
  const payload = {
    ...APP,
    type: 'view_submission',
    user: { id: user, username: 'you', name: 'you', team_id: TEAM },
    team: { id: TEAM, domain: 'the-shop' },
    trigger_id: randomUUID(),
    view: { ...view, team_id: TEAM, state },
    response_urls: [],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return { type: 'interactive', payload, body, contentType: FORM };
}

/** The event of a message with files: a direct message, or a mention in a channel. */
export function fileMessageEvent(
  { user, channel }: Origin,
  files: readonly { readonly id: string; readonly name: string }[],
  ts: string,
): Record<string, unknown> {
  const shared = files.map(({ id, name }) => ({ id, name, mode: 'hosted' }));
  const message = { user, channel, ts, event_ts: ts, files: shared };
  return channel.startsWith('D')
    ? { ...message, type: 'message', subtype: 'file_share', channel_type: 'im', text: '' }
    : { ...message, type: 'app_mention', text: '<@U0SHOPKEEPER> please load this' };
}

export function eventCallback(event: Record<string, unknown>, eventId: string): Payload {
  const payload = { ...APP, type: 'event_callback', team_id: TEAM, event_id: eventId, event_time: 0, event };
  return { type: 'events_api', payload, body: JSON.stringify(payload), contentType: 'application/json' };
}
