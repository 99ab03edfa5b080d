import { withoutAccents } from '../core/text/accents.js';
import { CANCELLED_WORDS, RETURNED_WORDS, WAITING_WORDS } from '../core/text/status-words.js';

/** What a status says about an order, by the words that exports of shop systems use. */
const STATUS_KINDS = {
  cancelled: /\b(cancel\w*|annul\w*|storn\w*|void\w*|reject\w*|declin\w*|failed|denied)\b/i,
  returned: /\b(refund\w*|return\w*|chargeback)\b/i,
  disputed: /\b(disput\w*|claim\w*|complain\w*)\b/i,
  waiting: /\b((on.?)?hold|pending|(in.?)?process(ing)?|open|await\w*|backorder\w*|unpaid|draft)\b/i,
} as const;
export type StatusKind = keyof typeof STATUS_KINDS;

/** The same in other languages, as their letters are without accents. */
const ELSEWHERE: Partial<Record<StatusKind, RegExp>> = {
  cancelled: CANCELLED_WORDS,
  returned: RETURNED_WORDS,
  waiting: WAITING_WORDS,
};

/** Whether a status is of a kind; `Not cancelled` is not cancelled. */
export function isOfKind(status: string, kind: StatusKind): boolean {
  if (/\bnot\b|\bun(?!paid)/i.test(status)) return false;
  // Korean letters fall apart with the accents.
  const plain = withoutAccents(status).normalize('NFC').trim();
  return STATUS_KINDS[kind].test(status) || ELSEWHERE[kind]?.test(plain) === true;
}

/** The rows whose status is of a kind. */
export const ofKind = <Row extends { readonly key: string | number | null }>(
  { rows }: { readonly rows: readonly Row[] },
  kind: StatusKind,
): readonly Row[] => rows.filter(({ key }) => typeof key === 'string' && isOfKind(key, kind));
