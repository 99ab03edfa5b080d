import { StoreError } from '../../../core/errors.js';

/** Where lines are in ClickHouse, as LINES_URL and LINES_CLUSTER say. */
export interface LinesAddress {
  /** Base addresses of the servers, one of each shard, without user and password. */
  readonly servers: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The cluster that a Distributed table is made over; undefined for one server. */
  readonly cluster: string | undefined;
}

const FORM = /^(clickhouses?):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^@/?#]+)\/([A-Za-z_]\w*)$/;

/** Whether a text is an address of ClickHouse that `linesAddress` reads. */
export const isLinesUrl = (url: string): boolean => FORM.test(url);

/**
 * Reads `clickhouse://user:password@host:8123,other:8123/database`; `clickhouses://` is over TLS.
 * @throws StoreError if it is none
 */
export function linesAddress(url: string, cluster?: string): LinesAddress {
  const [, scheme, user = '', password = '', hosts = '', database = ''] = FORM.exec(url) ?? [];
  if (scheme === undefined)
    throw new StoreError(
      'LINES_URL is no address of a ClickHouse database.',
      'Use for example LINES_URL=clickhouse://user:password@localhost:8123/shop',
    );
  const protocol = scheme === 'clickhouses' ? 'https' : 'http';
  const servers = hosts.split(',').map(host => `${protocol}://${host.includes(':') ? host : `${host}:8123`}`);
  if (servers.length > 1 && !cluster)
    throw new StoreError(
      'LINES_URL names several servers, but LINES_CLUSTER is not set.',
      'Set LINES_CLUSTER to the name that the cluster has in the configuration of ClickHouse.',
    );
  return {
    servers,
    user: decodeURIComponent(user) || 'default',
    password: decodeURIComponent(password),
    database,
    cluster,
  };
}
