import { kebab } from '../../core/text/words.js';
import { type Pass, tidy } from './draft.js';

/** Fields that hold who sold something. */
const SELLERS: ReadonlySet<string> = new Set([
  'salesperson',
  'waiter',
  'server',
  'cashier',
  'employee',
  'staff',
]);

/** `who sells the most sarees`: one of those who sell, where the files name them, and no customer. */
export const whoSells: Pass = (draft, { fields }) => {
  const seller = fields.find(f => SELLERS.has(f.key));
  if (!seller) return;
  const said = draft.text.replace(
    /^(?:who(?:'s| is| has| was)?|which of us) (?:sells?|sold|selling|closes?|closed)\b/,
    `which ${kebab(seller.key).replaceAll('-', ' ')} sells`,
  );
  if (said === draft.text) return;
  draft.text = tidy(said);
  draft.isStrong = true;
  draft.isComposed = true;
};
