import { hasContacts, withoutContacts } from '../../access/contacts.js';
import { mustHave, type Sight, withoutCustomers } from '../../access/permitted.js';
import { type Rights, withinFor } from '../../access/rights.js';
import { remark } from '../../core/answer/notes.js';
import type { Digest } from './digest.js';

/** Who reads a digest: what all of them may see, and whether it is one person. */
export interface Readers {
  readonly rights: Rights;
  readonly isOnePerson: boolean;
}

/** Whether customers may be named: in a channel only if its `customers` setting is `shared`. */
const mayName = ({ rights, isOnePerson }: Readers): boolean =>
  rights.may.has('customers') && (isOnePerson || rights.customers === 'shared');

/**
 * What a digest for these readers is made of: their part of the shop, without names where customers are not
 * named. @throws NotPermitted if they may see none
 */
export function sightOf(readers: Readers): Sight {
  mustHave(readers.rights, ['sales']);
  return mayName(readers)
    ? { part: withinFor(readers.rights, ['sales', 'customers']), names: undefined }
    : { part: withinFor(readers.rights, ['sales']), names: [] };
}

/** A digest without what its readers may not see, saying so. */
export function permittedDigest(digest: Digest, readers: Readers): Digest {
  const named = mayName(readers) ? digest.thread : withoutCustomers(digest.thread);
  const isEmailHidden = !readers.rights.may.has('contacts') && [digest.headline, ...named].some(hasContacts);
  const leftOut = digest.thread.length - named.length;
  if (leftOut === 0 && !isEmailHidden) return digest;
  const headline = isEmailHidden ? withoutContacts(digest.headline) : digest.headline;
  const notes = leftOut === 0 ? [] : [remark('Details that name customers are left out here.')];
  return {
    ...digest,
    headline: { ...headline, notes: [...headline.notes, ...notes] },
    thread: isEmailHidden ? named.map(withoutContacts) : named,
  };
}
