import { shownAddress } from '../../../core/addresses.js';
import { StoreError } from '../../../core/errors.js';
import { errorCodes, systemReason } from '../../../core/system-errors.js';

type Words = readonly [message: (store: string) => string, hint: string];

const unreachable: Words = [
  store => `The store ${store} cannot be reached.`,
  'Check that the server runs, and host and port in DATABASE_URL.',
];
const full: Words = [
  store =>
    `The disk of the store ${store} is full, so nothing can be written. What was loaded before is all there.`,
  'Free some space on the database server, then do it again.',
];
const readOnly: Words = [
  store => `The store ${store} is read-only: questions can be answered, but nothing can be written.`,
  'Name the server that takes writes in DATABASE_URL (not a standby), or set ' +
    'default_transaction_read_only to off.',
];
const rejected: Words = [
  store => `The store ${store} rejects the user or the password of DATABASE_URL.`,
  'Check both; in a user or password @ is written %40, / %2F, : %3A, # %23, ? %3F.',
];
const notAllowed: Words = [
  store => `The user of the store ${store} may not do this.`,
  'Make the user of DATABASE_URL the owner of the database: alter database NAME owner to USER.',
];
const noDatabase: Words = [
  store => `There is no such database as in ${store}.`,
  'Create it (createdb NAME), or name another in DATABASE_URL.',
];
const starting: Words = [
  store => `The server of the store ${store} is starting up or shutting down.`,
  'Try again in a minute; if it stays so, look at the log of the database server.',
];
const inUse: Words = [
  store => `The store ${store} is being written to by another process, which has not ended in time.`,
  'If a file is being loaded, wait until that has ended, then do it again.',
];
const crowded: Words = [
  store => `The server of the store ${store} has no connection left.`,
  'End what else uses the server, or raise its max_connections.',
];
const damaged: Words = [
  store => `The store ${store} is damaged: some of it can no longer be read.`,
  'Look at the log of the database server, and restore the database from a backup.',
];
const interrupted: Words = [
  store => `The server of the store ${store} broke this off.`,
  'Do it again; if it happens again, look at the log of the database server.',
];
const outOfMemory: Words = [
  store => `The server of the store ${store} has not enough memory for this.`,
  'Give the database server more memory, or end what else uses it.',
];
const noTls: Words = [
  store => `There is no secure connection to the store ${store}.`,
  "Check sslmode in DATABASE_URL against the server's settings.",
];

/** By SQLSTATE: PostgreSQL's manual, Appendix A. */
const BY_STATE: Readonly<Record<string, Words>> = {
  '53100': full,
  '53200': outOfMemory,
  '53300': crowded,
  '57P01': starting,
  '57P02': starting,
  '57P03': starting,
  '57P05': interrupted,
  '57014': interrupted,
  '28P01': rejected,
  '28000': rejected,
  '3D000': noDatabase,
  '42501': notAllowed,
  '25006': readOnly,
  '40001': inUse,
  '40P01': inUse,
  '55P03': inUse,
  '58030': damaged,
  XX001: damaged,
  XX002: damaged,
};

/** Errors of the driver that have no code. */
const BY_MESSAGE: readonly (readonly [RegExp, Words])[] = [
  [/password must be a (non-empty )?string|no password supplied/i, rejected],
  [/SSL|TLS|certificate/, noTls],
  [/Connection terminated|connection.*(ended|closed)|not queryable|timeout|timed out/i, unreachable],
];

const CONNECTION = /^(08[0-9A-Z]{3}|E[A-Z_]{3,})$/;

/** An error of PostgreSQL, or of the network on the way to it, in words; undefined if it is neither. */
export function postgresTrouble(error: unknown, url: string): StoreError | undefined {
  const words = wordsFor(error);
  if (!words) return undefined;
  const [message, hint] = words;
  const reason = words === unreachable ? systemReason(error) : undefined;
  const said = message(shownAddress(url));
  return new StoreError(reason ? `${said.replace(/\.$/, '')}: ${reason}.` : said, hint, { cause: error });
}

function wordsFor(error: unknown): Words | undefined {
  for (const code of errorCodes(error)) {
    const words = BY_STATE[code];
    if (words) return words;
    if (/CERT|LEAF_SIGNATURE/.test(code)) return noTls;
    if (CONNECTION.test(code) && !code.startsWith('ERR_')) return unreachable;
  }
  if (!(error instanceof Error) || errorCodes(error).length > 0) return undefined;
  return BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1];
}
