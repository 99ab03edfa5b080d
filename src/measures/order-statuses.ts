/** What a status says about an order, by the words that exports of shop systems use. */
const STATUS_KINDS = {
  cancelled: /\b(cancel\w*|annul\w*|storn\w*|void\w*|reject\w*|declin\w*|failed|denied)\b/i,
  returned: /\b(refund\w*|return\w*|chargeback)\b/i,
  disputed: /\b(disput\w*|claim\w*|complain\w*)\b/i,
  waiting: /\b((on.?)?hold|pending|(in.?)?process(ing)?|open|await\w*|backorder\w*|unpaid|draft)\b/i,
} as const;
export type StatusKind = keyof typeof STATUS_KINDS;

/** Whether a status is of a kind; `Not cancelled` is not cancelled. */
export const isOfKind = (status: string, kind: StatusKind): boolean =>
  STATUS_KINDS[kind].test(status) && !/\bnot\b|\bun(?!paid)/i.test(status);

/** The rows whose status is of a kind. */
export const ofKind = <Row extends { readonly key: string | number | null }>(
  { rows }: { readonly rows: readonly Row[] },
  kind: StatusKind,
): readonly Row[] => rows.filter(({ key }) => typeof key === 'string' && isOfKind(key, kind));
