import { HIDDEN, secretsIn, shownAddress } from '../core/addresses.js';
import { type Setting, type SettingName, settings } from './settings.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A setting's value as it may be shown and logged; empty where nothing of it may. */
export function shownSetting(name: SettingName, value: string): string {
  const { shown }: Setting = settings[name];
  if (shown === 'never') return '';
  return shown === 'address' ? shownAddress(value) : withoutPatterns(value);
}

/** Shorter pieces stand in ordinary words as well, which would show by their absence what was hidden. */
const SHORTEST_SECRET = 6;
/** Any address with a user in it, but for our own examples and what is hidden already. */
const WITH_USER = /\b([a-z][a-z\d+.-]{1,20}:\/\/?)(?!\/|user:password@|[^\s:@/]*:\*\*\*@)[^\s"'<>]*@/gi;
/** A token of Slack's, in whatever setting it was put. */
const TOKEN = /\bx(ox[a-z]|app)-[\w-]{6,}/g;

const withoutPatterns = (text: string): string =>
  text.replace(WITH_USER, `$1${HIDDEN}@`).replace(TOKEN, HIDDEN);

/**
 * Makes the function that takes the secrets of the settings out of a text: of errors whose words are not ours, and of log lines,
 * where they stand as JSON.
 */
export function withoutSecrets(env: Env): (text: string) => string {
  const pieces = Object.keys(settings).flatMap(name =>
    secretsOf(name as SettingName, env[name]?.trim() ?? ''),
  );
  const secrets = [...pieces, env.PGPASSWORD ?? '']
    .flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter(secret => secret.length >= SHORTEST_SECRET)
    // The longest first, since a shorter one may be part of it.
    .sort((a, b) => b.length - a.length);
  return text => withoutPatterns(secrets.reduce((so, secret) => so.replaceAll(secret, HIDDEN), text));
}

function secretsOf(name: SettingName, value: string): string[] {
  const { shown }: Setting = settings[name];
  if (shown === 'never') return [value];
  return shown === 'address' && shownAddress(value) !== value ? secretsIn(value) : [];
}
