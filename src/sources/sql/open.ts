import { isIP } from 'node:net';
import { SourceError } from '../errors.js';
import { isPrivateAddress } from '../http/addresses.js';
import type { SourceContext } from '../source.js';
import type { Database, Login } from './database.js';

/** A database's address, and how it is logged into. */
export interface DatabaseAddress {
  readonly url: string;
  readonly password?: string | undefined;
  readonly tls?: 'yes' | 'no' | undefined;
}

const SYSTEMS = new Map<
  string,
  { readonly port: number; readonly system: 'postgres' | 'mysql' | 'clickhouse' }
>([
  ['postgres:', { port: 5432, system: 'postgres' }],
  ['postgresql:', { port: 5432, system: 'postgres' }],
  ['mysql:', { port: 3306, system: 'mysql' }],
  ['mariadb:', { port: 3306, system: 'mysql' }],
  ['clickhouse:', { port: 8123, system: 'clickhouse' }],
]);

const EXAMPLE =
  'For example url=postgres://reader@db.example.com/shop password=env:SHOP_DB_PASSWORD, or mysql://..., ' +
  'clickhouse://..., or url=env:NAME for a whole address.';

/** Connects to a database; the driver is loaded by then. @throws SourceError */
export async function openDatabase(
  address: DatabaseAddress,
  { secret }: Pick<SourceContext, 'secret'>,
  signal: AbortSignal,
): Promise<Database> {
  const isSecret = /^(env|file):/.test(address.url);
  const text = isSecret ? await secret(address.url) : address.url;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const known = SYSTEMS.get(url?.protocol ?? '');
  if (!url || !known || url.hostname === '')
    throw new SourceError('url= is no address of a PostgreSQL, MySQL, MariaDB or ClickHouse.', EXAMPLE, true);
  if (url.password !== '' && !isSecret)
    throw new SourceError('The password must not be in the address.', EXAMPLE, true);
  const isEncrypted = address.tls === undefined ? !isNear(url.hostname) : address.tls === 'yes';
  const usualPort = known.system === 'clickhouse' && isEncrypted ? 8443 : known.port;
  const login: Login = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || usualPort),
    user: decodeURIComponent(url.username),
    password: address.password ? await secret(address.password) : decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    isEncrypted,
  };
  if (login.user === '' || login.database === '')
    throw new SourceError('The address lacks the user or the database.', EXAMPLE, true);
  if (known.system === 'clickhouse') return (await import('./clickhouse.js')).openClickHouse(login, signal);
  return known.system === 'postgres'
    ? (await import('./postgres.js')).openPostgres(login, signal)
    : (await import('./mysql.js')).openMysql(login, signal);
}

/** Whether a host is of this machine or of a local network: a name without a dot is one of a container. */
const isNear = (host: string): boolean =>
  isPrivateAddress(host) || (isIP(host.replace(/^\[|\]$/g, '')) === 0 && !host.includes('.'));
