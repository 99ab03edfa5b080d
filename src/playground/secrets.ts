import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What an app and a page need to be let in. Made anew at each start, so that nobody can know them. */
export interface Secrets {
  readonly botToken: string;
  readonly appToken: string;
  /** For setting the workspace up; the app's own token has the scopes of the manifest and no others. */
  readonly setupToken: string;
  readonly signingSecret: string;
  /** Shows that a request is from the page that was opened at the address that was printed. */
  readonly pageKey: string;
}

/** 192 random bits, in letters that need no escaping in an address. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

export function newSecrets(): Secrets {
  return {
    botToken: `xoxb-${newSecret()}`,
    appToken: `xapp-${newSecret()}`,
    setupToken: `xoxb-${newSecret()}`,
    signingSecret: newSecret(),
    pageKey: newSecret(),
  };
}

/** Compares without the time telling how much is right. */
export function isSecret(given: string | null | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
