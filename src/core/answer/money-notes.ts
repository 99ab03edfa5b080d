import { formatFor, listed, plural } from './format.js';

/** A fact that limits figures beside revenue: discounts, tax, shipping, tips, cost and profit. */
export type MoneyNote =
  /** Amounts were in other currencies (ISO 4217), and converted by the rate of the sale's day. */
  | { readonly kind: 'converted'; readonly from: readonly string[]; readonly to: string }
  /** Some lines have no cost, so that profit is not of all revenue. Revenue in minor units. */
  | {
      readonly kind: 'costUnknown';
      readonly revenue: number;
      readonly of: number;
      readonly currency: string;
    }
  /** None of the lines has such a figure, though others of the shop do: `tax`. */
  | { readonly kind: 'partUnknown'; readonly part: string }
  /** Most orders of several lines have such a figure on one of them: it falls to that line's group. */
  | {
      readonly kind: 'partOnOneLine';
      readonly part: string;
      readonly orders: number;
      readonly onOneLine: number;
      /** The field that tells lines of an order apart: `Product`. */
      readonly by: string;
    };

/** Whether a note is one of these. */
export const isMoneyNote = (note: { readonly kind: string }): note is MoneyNote =>
  note.kind === 'converted' ||
  note.kind === 'costUnknown' ||
  note.kind === 'partUnknown' ||
  note.kind === 'partOnOneLine';

/** Such a note as a sentence. */
export function moneyNoteText(note: MoneyNote): string {
  switch (note.kind) {
    case 'converted':
      return `Amounts in ${listed(note.from)} are converted to ${note.to} by the rate of each sale's day.`;
    case 'costUnknown': {
      const { amount, share } = formatFor(note.currency);
      const part = note.of > 0 && note.revenue > 0 ? ` (${share(note.revenue / note.of)})` : '';
      return (
        `${amount(note.revenue)} of ${amount(note.of)} revenue${part} is of lines without a known cost: ` +
        'cost, profit and margin leave them out.'
      );
    }
    case 'partUnknown':
      return `None of these lines has a ${note.part} in the files.`;
    case 'partOnOneLine':
      return (
        `${note.onOneLine.toLocaleString('en-US')} of ${plural(note.orders, 'order')} with several lines ` +
        `and a ${note.part} ${note.onOneLine === 1 ? 'has' : 'have'} it on one line alone: ` +
        `by ${note.by.toLowerCase()}, it counts where that line does.`
      );
  }
}
