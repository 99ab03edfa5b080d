import { withoutAccents } from '../../core/text/accents.js';
import { wordsOf } from '../../core/text/header-words.js';
import type { Dimension } from '../../store/tables/dimensions.js';

/** What stands on a line in place of a forgotten customer's own value. */
export const REMOVED = 'removed';

/** Columns that say who or where a person is; a country or a city alone does not. */
const CONTACT = new RegExp(
  `^(?:phone|mobile|telephone|telefon|telefono|telefone|tel|handy|movil|celular|
  portable|cellulare|fax|address|adresse|direccion|indirizzo|street|strasse|
  postal|postcode|zip|plz|contact|email|mail|birthday|birthdate|birth|vorname|nachname|prenom|apellido|
  surname|lastname|firstname|fullname|username|iban|instagram|facebook|twitter|website)$`.replace(/\s/g, ''),
);
const NAME_OF_PERSON = /\b(?:first|last|middle|full|customer|client|buyer|user|billing|shipping) name\b/;

/** How a customer is known: by an id, a name and an e-mail address. */
export interface Known {
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** The places and states that many share, though they never vary within a customer. */
const SHARED: ReadonlySet<string> = new Set(['country', 'region', 'state', 'city', 'channel', 'status']);

/** Whether a column's values on a customer's lines say who the customer is. */
export function isPersonalIn(
  dimension: Pick<Dimension, 'key' | 'label' | 'level'>,
): (value: { readonly value: string; readonly label: string | null }, known: readonly Known[]) => boolean {
  if (isContactColumn(dimension.key) || isContactColumn(dimension.label)) return () => true;
  const isOwn = dimension.level === 'customer' && !SHARED.has(dimension.key);
  return ({ value, label }, known) => {
    const texts = [value, label ?? ''].map(spaced);
    const names = known
      .flatMap(one => [...namesOf(one), ...(isNamedByKey(one) ? [one.key] : [])])
      .map(spaced);
    // A column of customers, such as the company, may have the surname alone.
    const parts = isOwn ? names.flatMap(name => name.trim().split(' ')).map(spaced) : [];
    const wanted = [...names, ...parts.filter(part => part.length > PART)].filter(
      name => name.length > SHORT,
    );
    return wanted.some(name => texts.some(text => text.includes(name)));
  };
}

/** Whether a column of this name is contact data: a shop may have had it loaded by `--map`. */
function isContactColumn(name: string): boolean {
  const words = wordsOf(name);
  return words.some(word => CONTACT.test(word)) || NAME_OF_PERSON.test(words.join(' '));
}

/** Names of fewer letters, with the spaces around them, are words of other things. */
const SHORT = 4;
/** The same for one word of a name. */
const PART = 5;

/** The name and the e-mail address, where there are any. */
export const namesOf = ({ name, email }: Known): string[] => [name, email].flatMap(text => text ?? []);

/** Whether a customer's id is their name or an e-mail address, as in files without ids. */
export const isNamedByKey = (known: Known): boolean =>
  known.key.includes('@') ||
  !/\d/.test(known.key) ||
  namesOf(known).some(text => spaced(known.key).includes(spaced(text)));

/** Words in lower case with one space around each. */
const spaced = (text: string): string =>
  ` ${withoutAccents(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
