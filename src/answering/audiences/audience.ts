import type { Answer, AnswerParts } from '../../core/answer/answer.js';
import { formatFor, plural } from '../../core/answer/format.js';
import { remark } from '../../core/answer/notes.js';
import { allCustomers, type Customer } from '../../store/tables/customers.js';
import type { ShopView } from '../shop.js';
import { type Consents, consentsOf } from './consent.js';
import { type AudienceFormat, CONSENT_COLUMN, type Contact, PHONE_COLUMNS } from './format.js';
import { AUDIENCE_FORMATS } from './known-formats.js';
import { type Phones, phonesOf } from './phones.js';

/** Whom an audience is made of. */
export interface Wanted {
  /** Customer ids, in the order of the file. */
  readonly customers: readonly number[];
  /** As they are called: `at-risk customer`, `at-risk customers`. */
  readonly one: string;
  readonly many: string;
  /** The file's name without the tool and the ending: `at-risk-2026-03-29`. */
  readonly file: string;
}

/** Contacts, and how many customers were left out for which reason. */
export interface Audience {
  readonly contacts: readonly Contact[];
  readonly withoutConsent: number;
  readonly withoutEmail: number;
  /** Customers with the address of another one who is in the list. */
  readonly repeated: number;
  /** Contacts with a telephone number that is not in the file: no number, or of no known country. */
  readonly unclearPhones: number;
}

/** A list of customers as a tool takes it, for the asker alone. `format` is the format's name. */
export async function audienceAnswer(
  base: Pick<Answer, 'question' | 'scope' | 'dataThrough' | 'currency' | 'notes'>,
  name: string,
  wanted: Wanted,
  shop: ShopView,
): Promise<AnswerParts> {
  const format = AUDIENCE_FORMATS.get(name);
  if (!format) throw new Error(`There is no audience format ${name}.`);
  const consents = await consentsOf(shop.store);
  const phones = await phonesOf(shop.store, shop.country);
  const audience = audienceOf(wanted.customers, await allCustomers(shop.store), consents, phones);
  const hasConsent = audience.contacts.some(contact => contact.consent !== null);
  const hasPhones = audience.contacts.some(contact => contact.phone !== null);
  const headers = Object.keys(format.columns).filter(
    header => (header !== CONSENT_COLUMN || hasConsent) && (!PHONE_COLUMNS.has(header) || hasPhones),
  );
  return {
    ...base,
    title: `${wanted.many.charAt(0).toUpperCase()}${wanted.many.slice(1)} for ${format.title}`,
    headline: headlineOf(audience, wanted, format, shop),
    columns: headers.map(header => ({ key: header, label: header, unit: 'text' })),
    rows: audience.contacts.map(contact =>
      Object.fromEntries(headers.map(header => [header, format.columns[header]?.(contact) ?? null])),
    ),
    notes: [
      ...base.notes,
      ...[...notesOf(consents, format), ...phoneNotes(audience, phones, shop)].map(text => remark(text)),
    ],
    audience: 'asker',
    contactsFor: format.title,
    file: `${wanted.file}-${format.name}.csv`,
  };
}

/** Who of the customers can be written to. An address that one of its customers did not allow is left out. */
export function audienceOf(
  customers: readonly number[],
  people: ReadonlyMap<number, Customer>,
  consents: Consents,
  phones: Phones,
): Audience {
  const contacts = new Map<string, Contact>();
  const refused = new Set(
    [...people.values()].filter(p => !consents.mayWriteTo(p.id)).map(addressOfCustomer),
  );
  let [withoutConsent, withoutEmail, repeated, unclearPhones] = [0, 0, 0, 0];
  for (const id of customers) {
    const person = people.get(id);
    const email = addressOfCustomer(person);
    if (!consents.mayWriteTo(id) || (email !== undefined && refused.has(email))) withoutConsent++;
    else if (email === undefined) withoutEmail++;
    else if (contacts.has(email)) repeated++;
    else {
      const phone = phones.of(id) ?? null;
      if (phone === 'unclear') unclearPhones++;
      contacts.set(email, {
        email,
        ...namesOf(person),
        phone: phone === 'unclear' ? null : phone,
        consent: consents.textOf(id),
      });
    }
  }
  return { contacts: [...contacts.values()], withoutConsent, withoutEmail, repeated, unclearPhones };
}

/** Files that know customers by their address alone have it in place of an id. */
const addressOfCustomer = (person: Customer | undefined): string | undefined =>
  person && (addressOf(person.email) ?? addressOf(person.key));

/** Words between single dots; a sign at its start would get an apostrophe in a CSV file. */
const LOCAL_PART = /^(?![=+\-'])[^\s@,;:<>()[\]\\".]+(?:\.[^\s@,;:<>()[\]\\".]+)*$/u;
/** Labels between single dots, in the letters of any language. */
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;

/**
 * An e-mail address in its usual form: in lower case and composed letters, without what is around it in
 * `Ada Byron <ada@example.com>`, `mailto:`, invisible characters and a dot at its end; undefined if it is
 * none.
 */
export function addressOf(email: string | null): string | undefined {
  const written = email ?? '';
  const usual = (/<([^<>]*)>\s*$/.exec(written)?.[1] ?? written)
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const at = usual.lastIndexOf('@');
  return at > 0 && LOCAL_PART.test(usual.slice(0, at)) && DOMAIN.test(usual.slice(at + 1))
    ? usual
    : undefined;
}

/** First and last name of `Ada Byron` and of `Byron, Ada`; any other name may be cut in several places. */
function namesOf(person: Customer | undefined): Pick<Contact, 'firstName' | 'lastName'> {
  const name = person && person.name !== person.key ? person.name.normalize('NFC').trim() : '';
  const turned = /^(\p{L}[^\s,@]*),\s*(\p{L}[^\s,@]*)$/u.exec(name);
  if (turned) return { firstName: turned[2] ?? null, lastName: turned[1] ?? null };
  const [, first, last] = /^(\p{L}[^\s,@]*)\s+(\p{L}[^\s,@]*)$/u.exec(name) ?? [];
  return { firstName: first ?? null, lastName: last ?? null };
}

function headlineOf(audience: Audience, wanted: Wanted, { title }: AudienceFormat, shop: ShopView): string {
  const { count } = formatFor(shop.currency);
  const reasons = [
    [audience.withoutConsent, 'no consent'],
    [audience.withoutEmail, 'no e-mail address'],
    [audience.repeated, 'the address of another one'],
  ] as const;
  const out = reasons.filter(([n]) => n > 0).map(([n, why]) => `${count(n)} left out: ${why}`);
  const all = plural(wanted.customers.length, wanted.one, wanted.many);
  const without = out.length > 0 ? ` (${out.join('; ')})` : '';
  return `${count(audience.contacts.length)} of ${all} for ${title}${without}.`;
}

/** Whose consent is known, and that none is set. */
function notesOf({ columns, isKnown }: Consents, format: AudienceFormat): string[] {
  const by = columns.map(label => `"${label}"`).join(' and ');
  const open = columns.length > 0 ? `The data says in ${by} who refused, but not` : 'The data does not say';
  const consent = isKnown
    ? `Consent is what the data says in ${by}, each customer's latest.`
    : `${open} who agreed to marketing: check it before you write to anybody.`;
  return [consent, `The file sets no consent in ${format.title}.`, ...(format.remark ? [format.remark] : [])];
}

/** What is known of telephone numbers; nothing where the data has none. */
function phoneNotes({ unclearPhones }: Audience, { columns }: Phones, shop: ShopView): string[] {
  if (columns.length === 0) return [];
  const why =
    shop.country === undefined
      ? 'no number, or of no known country (SHOP_COUNTRY sets the one of those without)'
      : `no number of the customer's country or of ${shop.country} (SHOP_COUNTRY)`;
  return [
    'Consent to e-mail is none to calls or text messages: ask for that before you use the telephone numbers.',
    ...(unclearPhones > 0 ? [`${plural(unclearPhones, 'telephone number')} left out: ${why}.`] : []),
  ];
}
