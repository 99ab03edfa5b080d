import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The credentials of the app and of the page. They are random and new at each start. */
export interface Secrets {
  readonly botToken: string;
  readonly appToken: string;
  /** Used to set the workspace up, since the bot token has only the scopes of the manifest. */
  readonly setupToken: string;
  readonly signingSecret: string;
  /** Part of the printed address; the page sends it with each request. */
  readonly pageKey: string;
}

/** 192 random bits in characters that need no escaping in a URL. */
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

/** Compares in constant time, so that response times reveal nothing. */
export function isSecret(candidate: string | null | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(candidate ?? ''), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The settings that an app needs to be answered by this workspace. */
export const settingsFor = (
  { botToken, appToken, signingSecret }: Secrets,
  apiUrl: string,
): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: apiUrl,
  HOST: '127.0.0.1',
  PORT: '0',
});
