import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { namesOfCountry } from '../lexicon/places.js';
import { ValueIndex } from './value-index.js';

/** Two letters that are English words, or short for something else, where no place is asked for. */
const ALSO_WORDS =
  /^(?:AD|AI|AM|AN|AS|AT|BE|BY|CC|CO|DO|HM|ID|IN|IO|IS|IT|LA|MA|ME|ML|MS|MY|NO|OM|PA|PM|PS|RE|SO|TO|TV)$/;
const CODE = /(?<![\p{L}\d:."'-])(?:(the )?(US|U\.S\.|USA|UAE|[A-Z]{2})|the us)(?![\p{L}\d:.'-]|\.\p{L})/gu;
const BEFORE_PLACE = /\b(?:in|from|for|to|of|vs|versus|and|or|the|without|except) $/i;

/**
 * A text with the shop's own name of a country in the place of its letters: `sales US` is `sales USA`,
 * where the shop has that. Small letters are words: "show us" asks for no country.
 */
export async function withCountries(text: string, { store }: ShopView): Promise<string> {
  if (text.length > 500 || !new RegExp(CODE.source, 'u').test(text)) return text;
  // In a text of capitals they say nothing.
  const isShouted = /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
  if (isShouted) return text;
  const index = await ValueIndex.of(store, await groupingFields(store), []);
  return text.replace(CODE, (whole, _the: string | undefined, typed: string | undefined, at: number) => {
    const code = (typed ?? 'us').toUpperCase().replaceAll('.', '');
    if (ALSO_WORDS.test(code) && !BEFORE_PLACE.test(text.slice(0, at))) return whole;
    // A state or territory of these letters is what is meant: CA is California where the shop has states.
    if (code !== 'US' && index.exact(code.toLowerCase()).length > 0) return whole;
    const names = namesOfCountry(code === 'USA' ? 'US' : code === 'UAE' ? 'AE' : code === 'UK' ? 'GB' : code);
    const found = new Set(names.flatMap(name => index.exact(name)));
    const [value] = found;
    return value && found.size === 1 ? (value.label ?? value.value) : whole;
  });
}
