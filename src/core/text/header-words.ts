/**
 * Column names as words. Files write the same name as `ORDERNUMBER`, `order_number`, `Order Number` and
 * `orderNumber`; here all of them are `order number`.
 */

/** The words that run-together names are split into, longest first. */
const VOCABULARY = `
  created paid sold spent days since transaction stock description average count volume full net gross
  acquisition address age amount campaign category channel city client code contact country
  customer date day deal discount education email first gender group id income invoice item
  language last level line marital method month name no number order ordered payment phone postal
  price product promotion purchase quantity quarter rating region revenue sale sales segment ship
  size state status store territory time total type unit value year each`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

/**
 * Accents, which people leave out as they like; also the vowel signs of Arabic and Hebrew. Not the signs
 * that make another letter: Cyrillic й and ї, Japanese が, the vowels of Thai.
 */
const ACCENTS = /(?<![иИіІ])[\u0300-\u036f]|[\u0591-\u05c7\u064b-\u0655]/g;

/** The words of a column name, lower-case, without accents and units in brackets. */
export function wordsOf(header: string): string[] {
  return (
    header
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .normalize('NFC')
      .replace(/ß/g, 'ss')
      // Spanish and Portuguese: "Valor s/ IVA" is without, "c/ IVA" with tax.
      .replace(/(?<![\p{L}\d])([sc])\/ ?(?=iva|igv|itbis|imp|desc)/giu, (_, letter: string) =>
        letter.toLowerCase() === 's' ? 'sem ' : 'com ',
      )
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{M}\d]+/u)
      .filter(word => word !== '')
      .flatMap(splitWord)
  );
}

/** `productline` -> `product line`; a word that cannot be split completely stays as it is. */
function splitWord(word: string): string[] {
  if (word === '' || VOCABULARY.includes(word)) return word === '' ? [] : [word];
  for (const known of VOCABULARY) {
    if (!word.startsWith(known)) continue;
    const rest = word.slice(known.length);
    const parts = splitWord(rest);
    if (parts.every(part => VOCABULARY.includes(part))) return [known, ...parts];
  }
  return [word];
}

/** `['product', 'line']` -> `productLine` */
export function camel(words: readonly string[]): string {
  return words.map((w, i) => (i === 0 ? w : w[0]?.toUpperCase() + w.slice(1))).join('');
}

/** `['product', 'line']` -> `Product line` */
export function sentence(words: readonly string[]): string {
  const text = words.join(' ');
  return (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, 100);
}
