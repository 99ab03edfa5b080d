import type { Posted } from '../slack-stand-in/posted.js';

/** The data of the page when it opens. */
export interface State {
  readonly user: string;
  /** The first channel is displayed. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly posted: readonly Posted[];
  readonly suggestions: readonly string[];
}

/** The key to the playground's data, from the page's address. Each start has a new key. */
export const key = location.hash.slice(1);
// A new key in the same tab means that the playground was restarted.
addEventListener('hashchange', () => location.reload());
/** A path with the key, for requests that cannot have headers. */
export const withKey = (path: string) => `${path}?key=${encodeURIComponent(key)}`;

/** Sends what a person does. @returns the reason if the request was refused */
export async function send(path: string, body: unknown): Promise<string | undefined> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-playground-key': key },
    body: JSON.stringify(body),
  });
  return response.ok ? undefined : response.text();
}
