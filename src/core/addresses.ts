/** Shown instead of anything that may be secret. */
export const HIDDEN = '***';

/** Names of databases and protocols; any other word before a colon may be part of a secret. */
const SCHEMES = new Set(
  `postgres postgresql pg psql mysql mariadb mssql sqlserver oracle mongodb redis sqlite sqlite3 file jdbc clickhouse clickhouses
  http https`.split(/\s+/),
);
const DATABASES = ['postgres:', 'postgresql:', 'clickhouse:', 'clickhouses:'];
const WEB = ['http:', 'https:'];
/** A file by its path, perhaps with a word and a colon before it. */
const STORE_FILE = /^([a-z]+:)?[\w./ -]+\.(sqlite3?|db)$/i;
const SQLITE_PATH = /^sqlite:(?!.*(:\/\/|[:=?].*@|(pass|pwd|key|secret|token)\w*=)).+$/is;

/**
 * The address of a store or a server, safe to show and log. Of a well-formed address, the host and database
 * are shown, and the user if there is a password as well. Anything else may be a mistyped address with a
 * password anywhere in it: only a well-known scheme is shown.
 */
export function shownAddress(address: string): string {
  if (SQLITE_PATH.test(address) || STORE_FILE.test(address)) return address;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && isPlain(url)) {
    const user = url.username === '' ? '' : `${url.password === '' ? HIDDEN : `${url.username}:${HIDDEN}`}@`;
    return `${url.protocol}//${user}${url.host}${shownPath(url)}${url.search === '' ? '' : `?${HIDDEN}`}`;
  }
  const scheme = /^["']?([a-z\d]+):/i.exec(address)?.[1];
  return scheme && SCHEMES.has(scheme.toLowerCase()) ? `${scheme}:${HIDDEN}` : HIDDEN;
}

/**
 * Whether the parts of an address are unambiguous: an unencoded / or # in a password would start a path or
 * fragment.
 */
const isPlain = ({ protocol, host, pathname, hash, search, username, password }: URL): boolean =>
  [...DATABASES, ...WEB].includes(protocol) &&
  // `postgres://anna:12345` can be a user and a password.
  (pathname.length > 1 || username !== '' || WEB.includes(protocol)) &&
  (username !== '' || password === '') &&
  !/@|%40/.test(host + pathname + search) &&
  hash === '';

/** Paths of web addresses may contain keys. */
const shownPath = ({ protocol, pathname }: URL): string =>
  DATABASES.includes(protocol) || ['/', '/api/'].includes(pathname) ? pathname : `/${HIDDEN}`;

/** Every part of an address that may be a password, encoded and decoded. */
export function secretsIn(address: string): string[] {
  if (SQLITE_PATH.test(address) || STORE_FILE.test(address)) return [];
  const credentials = /^[^:]*:\/*(.*)@/s.exec(address)?.[1] ?? '';
  const password = credentials.includes(':') ? credentials.slice(credentials.indexOf(':') + 1) : credentials;
  const named = [...address.matchAll(/(?:pass|pwd|key|secret|token)\w*\s*=\s*([^&\s]+)/gi)].map(
    m => m[1] ?? '',
  );
  return [address, credentials, password, ...named].flatMap(piece => [piece, decoded(piece)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether an address can be read in one way only. A password with unencoded characters would be taken for a
 * path or a port, and a mistyped address for the path of a file.
 */
export function isClearAddress(address: string): boolean {
  return address.startsWith('sqlite:') ? isPath(address.slice('sqlite:'.length)) : isServer(address);
}

const isPath = (path: string): boolean => !path.includes('://') && !/^(\/\/)?[^/]*:[^/]*@/.test(path);

function isServer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash } = new URL(address);
  return !/@/.test(pathname + search) && hash === '';
}

/** Whether the address of a server has no user and no password in it. */
export const hasNoUser = (address: string): boolean =>
  URL.canParse(address) && new URL(address).username === '' && new URL(address).password === '';
