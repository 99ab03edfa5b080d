import type { Payload } from '../../src/playground/slack-stand-in/payloads.js';
import { signature } from '../../src/playground/slack-stand-in/payloads.js';
import type { RunningApp } from './app.js';

/** Sends a signed request to an app over HTTP. @returns the status of its answer */
export async function sendSigned(
  { url, workspace }: RunningApp,
  { body, contentType }: Pick<Payload, 'body' | 'contentType'>,
  headers: Readonly<Record<string, string>> = signature(body, workspace.secrets.signingSecret),
): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': contentType, ...headers },
    body,
  });
  await response.body?.cancel();
  return response.status;
}

const asJson = (payload: unknown, contentType: string): Pick<Payload, 'body' | 'contentType'> => ({
  contentType,
  body: contentType.includes('json')
    ? JSON.stringify(payload)
    : new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
});

/** A slash command with other fields. */
export const commandWith = (
  { body, contentType }: Payload,
  fields: Readonly<Record<string, string>>,
): Pick<Payload, 'body' | 'contentType'> => {
  const form = new URLSearchParams(body);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return { body: form.toString(), contentType };
};

/** An event or a button with other fields: changed by a function. */
export const changed = (
  { payload, contentType }: Payload,
  // biome-ignore lint/suspicious/noExplicitAny: payloads are Slack's, and a test may break any part of them
  change: (payload: any) => void,
): Pick<Payload, 'body' | 'contentType'> => {
  const copy = structuredClone(payload);
  change(copy);
  return asJson(copy, contentType);
};
