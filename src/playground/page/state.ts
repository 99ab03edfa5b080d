import type { ShownClock } from '../page-clock.js';
import type { PersonOnPage } from '../people.js';
import type { Filled, OpenDialog } from '../slack-stand-in/dialogs.js';
import type { Posted } from '../slack-stand-in/posted.js';

/** A channel, and the part of the shop that its answers are of, if not all of it. */
export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly scope?: string;
}

/** The data of the page when it opens. */
export interface State {
  /** The people whom one can be; the first is `you`. */
  readonly people: readonly PersonOnPage[];
  /** The first channel is displayed at first. */
  readonly channels: readonly PageChannel[];
  readonly posted: readonly Posted[];
  readonly suggestions: readonly string[];
  /** Whether orders can be placed in the shop. */
  readonly takesOrders?: boolean;
  /** The dialogs that people see, by person. */
  readonly dialogs: Readonly<Record<string, OpenDialog | null>>;
  /** The clock of the shop, if it can be set forward. */
  readonly clock: ShownClock | null;
}

/** The key to the playground's data, from the page's address. Each start has a new key. */
export const key = location.hash.slice(1);
// A new key in the same tab means that the playground was restarted.
addEventListener('hashchange', () => location.reload());
/** A path with the key, for requests that cannot have headers. */
export const withKey = (path: string) => `${path}?key=${encodeURIComponent(key)}`;

/** Sends what a person does. */
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-playground-key': key },
    body: JSON.stringify(body),
  });

/** Sends what a person does. @returns the reason if the request was refused */
export async function send(path: string, body: unknown): Promise<string | undefined> {
  const response = await post(path, body);
  return response.ok ? undefined : response.text();
}

/** Submits or closes a person's dialog. @returns the reason if the request was refused */
export const answerDialog = (user: string, filled: Filled | undefined): Promise<string | undefined> =>
  send(filled ? '/submit' : '/close', { user, ...(filled && { filled }) });

/** Sets the clock to when the channel's next digest is due. @returns what it shows then */
export async function moveClock(): Promise<ShownClock> {
  return (await post('/clock', {})).json();
}

/** A person's Home tab, opened anew. */
export async function openHome(user: string): Promise<{ readonly blocks: readonly unknown[] }> {
  return (await post('/home', { user })).json();
}

/** The bytes of a file, to be sent. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += 32_768)
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  return btoa(text);
}
