import { SourceError } from '../errors.js';

const CERTIFICATE = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|CERT_\w+)$/;
const REASONS = new Map<unknown, string>([
  ['ENOTFOUND', 'there is no such host'],
  ['EAI_AGAIN', 'there is no such host'],
  ['ECONNREFUSED', 'it refuses the connection'],
  ['CONNECT_TIMEOUT', 'it does not answer in time'],
  ['GREETING_TIMEOUT', 'it does not answer in time'],
  ['ETIMEOUT', 'it does not answer in time'],
]);

/** A failure of a mail server or of the connection to it, in words. */
export function failureOf(error: unknown, host: string, folder: string): SourceError {
  const fact = (name: string): unknown =>
    error instanceof Error && name in error ? Reflect.get(error, name) : undefined;
  const code = error instanceof Error && error.name === 'TimeoutError' ? 'ETIMEOUT' : fact('code');
  if (fact('authenticationFailed') === true)
    return new SourceError(
      `${host} refused the user or the password.`,
      'Look at user in url= and at password=. Many providers want a password made for this app alone.',
      true,
    );
  // Nothing that is asked later is refused by a server that works.
  if (fact('mailboxMissing') === true || fact('responseStatus') === 'BAD')
    return new SourceError(`${host} has no folder ${folder}.`, 'Look at the end of url=.', true);
  if (fact('responseStatus') === 'NO')
    return new SourceError(
      `${host} does not let the user read ${folder}.`,
      'Have its rights changed, or look at the end of url=.',
      true,
    );
  if (typeof code === 'string' && CERTIFICATE.test(code))
    return new SourceError(
      `The certificate of ${host} is not valid.`,
      'Use the name that the certificate is for, or give Node the certificate of your own authority ' +
        '(NODE_EXTRA_CA_CERTS).',
      true,
    );
  if (fact('tlsFailed') === true)
    return new SourceError(
      `${host} takes no encrypted connection at this port.`,
      'Use imaps://, or say tls=no where the network is your own.',
      true,
    );
  return new SourceError(
    `${host} cannot be read: ${REASONS.get(code) ?? 'the connection broke'}.`,
    'It is tried again; if it stays so, check the address.',
  );
}
