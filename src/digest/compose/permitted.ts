import { hasContacts, mustHave, withoutContacts, withoutCustomers } from '../../access/permitted.js';
import { type Rights, withinFor } from '../../access/rights.js';
import type { Within } from '../../access/within.js';
import type { Shop } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import type { Digest } from './digest.js';

/** Who reads a digest: what all of them may see, and whether it is one person. */
export interface Readers {
  readonly rights: Rights;
  readonly isOnePerson: boolean;
}

/** Whether customers may be named: to many readers only where the channel is one for it. */
const mayName = ({ rights, isOnePerson }: Readers): boolean =>
  rights.may.has('customers') && (isOnePerson || rights.customers === 'shared');

/**
 * The part of the shop that a digest for these readers is about. @throws NotPermitted if they may see none
 */
export function partFor(readers: Readers): Within {
  mustHave(readers.rights, ['sales']);
  return withinFor(readers.rights, mayName(readers) ? ['sales', 'customers'] : ['sales']);
}

/** The shop of which only a part is seen. */
export const seeing = (shop: Shop, part: Within): Shop =>
  part === undefined ? shop : { ...shop, read: work => shop.read(work, part) };

/** A digest without what its readers may not see, saying so. */
export function permittedDigest(digest: Digest, readers: Readers): Digest {
  const named = mayName(readers) ? digest.thread : withoutCustomers(digest.thread);
  const isEmailHidden = !readers.rights.may.has('contacts') && named.some(hasContacts);
  const leftOut = digest.thread.length - named.length;
  if (leftOut === 0 && !isEmailHidden) return digest;
  const notes = leftOut === 0 ? [] : [remark('Details that name customers are left out here.')];
  return {
    ...digest,
    headline: { ...digest.headline, notes: [...digest.headline.notes, ...notes] },
    thread: isEmailHidden ? named.map(withoutContacts) : named,
  };
}
