import { StoreError } from '../../../core/errors.js';
import { errorCodes, systemReason } from '../../../core/system-errors.js';
import type { LinesAddress } from './address.js';

/** What servers say, by their error codes: https://clickhouse.com/docs tells them as system.errors. */
const WORDS: readonly (readonly [codes: readonly number[], message: (at: string) => string, hint: string])[] =
  [
    [
      [209, 210, 279],
      at =>
        `One of the ClickHouse servers of ${at} cannot be reached by the others, so nothing can be added up.`,
      'Start it again; nothing is lost. shopkeeper doctor says which one.',
    ],
    [
      [192, 193, 194, 516],
      at => `ClickHouse at ${at} rejects the user or the password of LINES_URL.`,
      'Check both; in a password @ is written %40, / %2F, : %3A.',
    ],
    [
      [81],
      at => `There is no such database in ClickHouse as in ${at}.`,
      'Create it (create database NAME), or name another in LINES_URL.',
    ],
    [
      [60],
      at => `ClickHouse at ${at} does not have the order lines of this store.`,
      'Check LINES_URL; or have them written again from the store: shopkeeper lines move LINES_URL',
    ],
    [
      // Versions before and after a code of its own.
      [170, 701],
      at => `ClickHouse at ${at} knows no such cluster as LINES_CLUSTER names.`,
      'select cluster from system.clusters lists those it knows.',
    ],
    [
      [241],
      at => `ClickHouse at ${at} has not enough memory for this.`,
      'Raise max_memory_usage for its user, or ask about a shorter period.',
    ],
    [
      [243],
      at => `The disk of ClickHouse at ${at} is full.`,
      'Free some space there, then do it again; what was loaded before is all there.',
    ],
    [
      [164, 497],
      at => `The user of ClickHouse at ${at} may not do this.`,
      'It has to be allowed to create, alter and drop tables in its database, and to read and insert.',
    ],
  ];

/** Where the lines are, without the password. */
export const shownLines = ({ servers, database }: LinesAddress): string =>
  `${servers.map(server => server.replace(/^https?:\/\//, '')).join(', ')}/${database}`;

/** What an error of a server means and what to do about it. Other errors are left as they are. */
export function clickHouseTrouble(error: unknown, address: LinesAddress): unknown {
  if (error instanceof StoreError) return error;
  const at = shownLines(address);
  const text = error instanceof Error ? error.message : '';
  const own = error instanceof Error && 'code' in error ? Number(error.code) : Number.NaN;
  // Old servers tell the code in the text alone.
  const code = Number.isInteger(own) ? own : Number(/\bCode: (\d+)/.exec(text)?.[1]);
  const known = WORDS.find(([codes]) => codes.includes(code));
  if (known) return new StoreError(known[1](at), known[2], { cause: error });
  if (Number.isInteger(code)) return error;
  if (errorCodes(error).length === 0 && !/timeout|socket hang up|aborted/i.test(text)) return error;
  return new StoreError(
    `ClickHouse at ${at} cannot be reached: ${systemReason(error) ?? 'the connection broke off'}.`,
    'Check that it runs, and host and port in LINES_URL. Nothing is lost.',
    { cause: error },
  );
}
