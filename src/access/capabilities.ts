/**
 * What somebody may do. `contacts` are e-mail addresses and telephone numbers. Who may `export`, see
 * `contacts` or `manage` must be given `customers` or `sales` as well: no capability brings another.
 */
export const CAPABILITIES = {
  sales: 'ask about sales: totals, breakdowns, trends',
  customers: 'see single customers and orders: names, what they spent, their segment',
  contacts: 'see e-mail addresses of customers',
  export: 'get lists of customers as files',
  ingest: 'load sales files',
  digests: 'add, change and post digests',
  settings: 'see who asked what, and the state of the app',
} as const;
export type Capability = keyof typeof CAPABILITIES;
export const CAPABILITY_NAMES: readonly Capability[] = Object.keys(CAPABILITIES) as Capability[];
