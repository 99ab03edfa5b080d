import type { IncomingMessage, ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { z } from 'zod';
import type { ServeTools } from '../../app/tool-asker.js';
import type { Config } from '../../config/config.js';
import type { SlackContext } from './context.js';
import { secondsAhead } from './http-server.js';
import { signatureKey } from './requests.js';
import { type Caller, permittedAsker } from './tool-caller.js';

/** The path at which Slackbot calls tools. */
const TOOLS_PATH = '/mcp';
/** Bytes. */
const LONGEST_BODY = 1_000_000;

const slackCaller = z.object({
  user_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
});
const message = z.looseObject({
  method: z.string().optional(),
  params: z
    .looseObject({ _meta: z.looseObject({ slack: slackCaller.optional().catch(undefined) }).optional() })
    .optional(),
});

class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Answers Slackbot, which calls tools of the Model Context Protocol on behalf of people. Each request is
 * signed by Slack like any other, and names who asks.
 */
export function toolsListener(
  serve: ServeTools,
  { SLACK_SIGNING_SECRET: secret = '' }: Pick<Config, 'SLACK_SIGNING_SECRET'>,
  context: SlackContext,
  clock: () => number = Date.now,
) {
  const { log, firstTime } = context;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') throw new Refusal(405, 'only POST is answered');
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      throw new Refusal(415, 'the body must be JSON');
    const text = await bodyOf(request);
    mustBeSigned(request, text, secret, clock);
    const body = parsed(text);
    const { method, params } = body;
    // What the tools are is no secret; only calls have an asker.
    const isCall = method === 'tools/call';
    const signature = request.headers['x-slack-signature'];
    for (const { id, withinMs, patienceMs } of isCall ? signatureKey(signature) : [])
      if (!(await firstTime(id, withinMs, patienceMs))) throw new Refusal(409, 'answered before');
    await serve({ request, response, body }, permittedAsker(callerOf(params?._meta?.slack), context));
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url?.split('?')[0] !== TOOLS_PATH) return false;
    handle(request, response).catch(error => {
      const status = error instanceof Refusal ? error.status : 500;
      if (error instanceof Refusal) log.warn({ status, reason: error.message }, 'tool request refused');
      else log.error({ err: error }, 'tool request failed');
      refuse(response, status, error instanceof Refusal ? error.message : 'it failed');
    });
    return true;
  };
}

const callerOf = (slack: z.infer<typeof slackCaller> | undefined): Caller | undefined =>
  slack && { user: slack.user_id, team: slack.team_id, enterprise: slack.enterprise_id };

/** @throws Refusal */
function mustBeSigned(request: IncomingMessage, body: string, secret: string, clock: () => number): void {
  const header = (name: string) => String(request.headers[name] ?? '');
  const isValid = isValidSlackRequest({
    signingSecret: secret,
    body,
    headers: {
      'x-slack-signature': header('x-slack-signature'),
      'x-slack-request-timestamp': Number(header('x-slack-request-timestamp') || Number.NaN),
    },
    nowMilliseconds: clock(),
  });
  if (!isValid || secret === '') throw new Refusal(401, 'the signature is not valid');
  if (secondsAhead(request, clock) !== undefined) throw new Refusal(401, 'signed in the future');
}

/** @throws Refusal if it is too long */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > LONGEST_BODY) {
      // The connection carries the answer.
      request.resume();
      throw new Refusal(413, 'the body is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** One message: several in one request would have several askers. @throws Refusal */
function parsed(text: string): z.infer<typeof message> {
  try {
    return message.parse(JSON.parse(text));
  } catch {
    throw new Refusal(400, 'the body is no message of the protocol');
  }
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) return void response.destroy();
  const error = { code: -32600, message: reason };
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
}
