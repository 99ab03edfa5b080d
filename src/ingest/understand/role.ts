import { wordsOf } from '../../core/text/header-words.js';

/**
 * What a column of a sales file can be. `names` are the header words it goes by (see header-words), the best
 * known first; English, German, French, Spanish and Portuguese, and the common exports.
 */
export interface Role {
  readonly key: RoleKey;
  readonly label: string;
  readonly names: readonly string[];
  /** What its values must look like for the name to count. */
  readonly content: 'any' | 'number' | 'date' | 'text';
}

export type RoleKey =
  | 'orderId'
  | 'lineNumber'
  | 'date'
  | 'customerId'
  | 'customerName'
  | 'email'
  | 'productId'
  | 'productName'
  | 'category'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'discount'
  | 'cost'
  | 'profit'
  | 'currency'
  | 'transactionType'
  | 'country'
  | 'region'
  | 'state'
  | 'city'
  | 'channel'
  | 'status'
  | 'promotion'
  | 'rating'
  | 'age'
  | 'income';

/** Names separated by commas, as they are easiest to read and to add to. */
export const headerNames = (names: string): string[] => names.split(',').map(name => wordsOf(name).join(' '));
