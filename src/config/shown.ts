import { HIDDEN, secretsIn, shownAddress } from '../core/addresses.js';
import { type Setting, type SettingName, settings } from './settings.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A setting's value, safe to show and log; empty if it is a secret. */
export function shownSetting(name: SettingName, value: string): string {
  const { shown }: Setting = settings[name];
  if (shown === 'never') return '';
  return shown === 'address' ? shownAddress(value) : withoutPatterns(value);
}

/** In characters. Shorter pieces also occur in ordinary words, and hiding them there would give them away. */
const SHORTEST_SECRET = 6;
/** Any address with a user in it, except our own examples and those that are hidden already. */
const WITH_USER = /\b([a-z][a-z\d+.-]{1,20}:\/\/?)(?!\/|user:password@|[^\s:@/]*:\*\*\*@)[^\s"'<>]*@/gi;
/** A Slack token, whichever setting it is in. */
const TOKEN = /\bx(ox[a-z]|app)-[\w-]{6,}/g;

const withoutPatterns = (text: string): string =>
  text.replace(WITH_USER, `$1${HIDDEN}@`).replace(TOKEN, HIDDEN);

/**
 * Makes a function that hides the secrets of the settings in a text: in messages of errors that are not ours,
 * and in log lines, where they are encoded as JSON.
 */
export function withoutSecrets(env: Env): (text: string) => string {
  const pieces = Object.keys(settings).flatMap(name =>
    secretsOf(name as SettingName, env[name]?.trim() ?? ''),
  );
  const secrets = [...pieces, env.PGPASSWORD ?? '']
    .flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter(secret => secret.length >= SHORTEST_SECRET)
    // The longest first, since it may contain a shorter one.
    .sort((a, b) => b.length - a.length);
  return text => withoutPatterns(secrets.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text));
}

function secretsOf(name: SettingName, value: string): string[] {
  const { shown }: Setting = settings[name];
  if (shown === 'never') return [value];
  return shown === 'address' && shownAddress(value) !== value ? secretsIn(value) : [];
}
