import { createHash } from 'node:crypto';
import type { AudienceFormat } from '../format.js';

const hashed = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** In lower case without punctuation and spaces, as names are to be hashed. */
const hashedName = (name: string | null): string | null => {
  const letters = (name ?? '').toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
  return letters === '' ? null : hashed(letters);
};

export default {
  name: 'meta',
  title: 'Meta custom audience',
  aliases: ['facebook', 'instagram'],
  source: 'https://www.facebook.com/business/help/2082575038703844',
  remark:
    'E-mail addresses, telephone numbers and names are in the file as SHA-256 only, as Meta matches them.',
  columns: {
    email: contact => hashed(contact.email),
    // Digits alone, with the country's and without zeros before it.
    phone: contact => (contact.phone === null ? null : hashed(contact.phone.replace(/\D/g, ''))),
    fn: contact => hashedName(contact.firstName),
    ln: contact => hashedName(contact.lastName),
  },
} satisfies AudienceFormat;
