import { SourceError } from '../errors.js';

const LATER = 'It is tried again by itself.';

/** By the code of the driver or the database: what is wrong, what to do, whether a person has to do it. */
const FAILURES: readonly (readonly [RegExp, (host: string, said: string) => [string, string, boolean]])[] = [
  [
    /^(28P01|28000|ER_ACCESS_DENIED_ERROR|ER_DBACCESS_DENIED_ERROR)$/,
    host => [`${host} refused the user or the password.`, 'Look at user in url= and at password=.', true],
  ],
  [
    /^(3D000|ER_BAD_DB_ERROR)$/,
    host => [`${host} has no database of this name.`, 'Look at the end of url=.', true],
  ],
  [
    /^(25006|ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION)$/,
    () => ['The query writes to the database.', 'Write one that only reads (select).', true],
  ],
  [
    /^(42501|ER_TABLEACCESS_DENIED_ERROR|ER_COLUMNACCESS_DENIED_ERROR|ER_VIEW_NO_EXPLAIN)$/,
    (_, said) => [
      `The user may not read what the query asks for: ${said}.`,
      'Give the user the right to read it (grant select).',
      true,
    ],
  ],
  [
    /^(57014|ER_STATEMENT_TIMEOUT|ER_QUERY_TIMEOUT|ER_QUERY_INTERRUPTED)$/,
    () => [
      'The query took longer than ten minutes.',
      'Add an index on the column of cursor=, or have the query read less.',
      true,
    ],
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    host => [`${host} cannot be read: there is no such host.`, 'Look at the host in url=.', false],
  ],
  [/^ECONNREFUSED$/, host => [`${host} cannot be read: it refuses the connection.`, LATER, false]],
  [/^(ETIMEDOUT|ESILENT)$/, host => [`${host} cannot be read: it does not answer in time.`, LATER, false]],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|CERT_\w+|HANDSHAKE_\w+)$/,
    host => [
      `The certificate of ${host} is not valid.`,
      'Give the database one that is, or say tls=no where the network is your own.',
      true,
    ],
  ],
  [
    /^(ENOTLS|HANDSHAKE_NO_SSL_SUPPORT)$/,
    host => [`${host} takes no encrypted connections.`, 'Say tls=no where the network is your own.', true],
  ],
  // Classes of errors in statements: syntax and names.
  [
    /^((42|22)\w{3}|ER_(PARSE|BAD_FIELD|NO_SUCH_TABLE|SP_DOES|WRONG|NON_UNIQ|DUP_FIELD|TRUNCATED)\w*)$/,
    (_, said) => [
      `The query cannot be run: ${said}.`,
      'Try it in a client of the database; give every column a name of its own.',
      true,
    ],
  ],
];

/** A failure of a database or its driver in words. */
export function failureOf(error: unknown, host: string): SourceError {
  if (error instanceof SourceError) return error;
  const message = error instanceof Error ? error.message : 'unknown';
  const code = error instanceof Error ? codeOf(error) : '';
  const said = message
    .replace(/\s+/g, ' ')
    .replace(/[.;\s]+$/, '')
    .slice(0, 200);
  for (const [pattern, words] of FAILURES)
    if (pattern.test(code)) return new SourceError(...words(host, said));
  return new SourceError(`${host} cannot be read: ${said}.`, LATER);
}

/** Drivers say some failures in words alone. */
function codeOf(error: Error): string {
  if (/does not support SSL/i.test(error.message)) return 'ENOTLS';
  if (/timeout expired|connect ETIMEDOUT/i.test(error.message)) return 'ETIMEDOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
