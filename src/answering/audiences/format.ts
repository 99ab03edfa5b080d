/** A customer who can be written to. */
export interface Contact {
  /** Trimmed, in lower case. */
  readonly email: string;
  /** Null where the name does not tell the two apart for certain. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** In E.164, `+491711234567`; null where there is none that can be read. */
  readonly phone: string | null;
  /** What the shop's data says: `accepts marketing: yes`; null where it has no such column. */
  readonly consent: string | null;
}

/** How a tool takes a list of customers: one file in `formats`. */
export interface AudienceFormat {
  /** As in `for:klaviyo`. */
  readonly name: string;
  readonly title: string;
  /** Other words for it. */
  readonly aliases: readonly string[];
  /** Where its columns are documented. */
  readonly source: string;
  /** What the file holds in place of addresses and names, if not these: said in a note. */
  readonly remark?: string;
  /** The columns by their headers, in this order. */
  readonly columns: Readonly<Record<string, (contact: Contact) => string | null>>;
}

/** What each format calls the column of telephone numbers; it is left out where the data has none. */
export const PHONE_COLUMNS: ReadonlySet<string> = new Set(['Phone Number', 'Phone number', 'phone']);

/** The column in which the shop's own consent is carried; no tool takes it for its own. */
export const CONSENT_COLUMN = 'Consent in shop data';
