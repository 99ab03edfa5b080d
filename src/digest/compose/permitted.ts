import { hasContacts, withoutContacts } from '../../access/contacts.js';
import { mustHave, type Sight, withoutCustomers } from '../../access/permitted.js';
import { type Rights, withinFor } from '../../access/rights.js';
import type { Answer } from '../../core/answer/answer.js';
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

/**
 * A digest without what its readers may not see, saying so. Lists as files, which have e-mail addresses, go
 * to one person who may export, and into no channel.
 */
export function permittedDigest(digest: Digest, readers: Readers): Digest {
  const named = mayName(readers) ? digest.thread : withoutCustomers(digest.thread);
  const isEmailHidden = !readers.rights.may.has('contacts') && [digest.headline, ...named].some(hasContacts);
  const leftOut = digest.thread.length - named.length;
  const headline = isEmailHidden ? withoutContacts(digest.headline) : digest.headline;
  const notes = leftOut === 0 ? [] : [remark('Details that name customers are left out here.')];
  return {
    ...digest,
    headline: { ...headline, notes: [...headline.notes, ...notes] },
    thread: (isEmailHidden ? named.map(withoutContacts) : named).map(part => permittedFile(part, readers)),
  };
}

/** A part of a digest without its file, saying so, where the file is not for its readers. */
function permittedFile(part: Answer, { rights, isOnePerson }: Readers): Answer {
  const { file, ...rest } = part;
  if (file === undefined || (isOnePerson && rights.may.has('export'))) return part;
  const reason = isOnePerson
    ? 'The list is not attached as a file: you may not get lists of customers as files.'
    : 'The list as a file is for one person alone: `/digest preview` sends it to those who may have it.';
  return { ...rest, notes: [...rest.notes, remark(reason)] };
}
