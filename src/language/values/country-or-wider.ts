import { quoted } from '../../answering/declaration.js';
import { WIDER_THAN_COUNTRY } from '../../answering/field-roles.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { kebab } from '../../core/text/words.js';
import type { FoundValue } from '../lexicon/lexicon.js';

/** The country among values of one name, where the others are wider: Japan as a territory holds more. */
export function countryOf(found: readonly FoundValue[]): FoundValue | undefined {
  const [country, ...more] = found.filter(v => v.field.key === 'country');
  const others = found.filter(v => v !== country);
  const isSure =
    more.length === 0 &&
    others.length > 0 &&
    others.every(v => WIDER_THAN_COUNTRY.has(v.field.key) && v.value === country?.value);
  return isSure ? country : undefined;
}

/** What is said where a name was read as the country. */
export function readAsCountry(found: readonly FoundValue[], country: FoundValue): Note {
  const others = found.filter(v => v !== country).map(v => `${kebab(v.field.key)}:${quoted(v.value)}`);
  return remark(`"${country.value}" was read as the country; ${others.join(' and ')} is another value.`);
}

/** Of several values of one name those of a field that another word of the text names a value of. */
export const ofFieldBeside = (
  named: readonly FoundValue[],
  others: readonly FoundValue[],
): readonly FoundValue[] =>
  named.length < 2 ? [] : named.filter(value => others.some(other => other.field.key === value.field.key));
