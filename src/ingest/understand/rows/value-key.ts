import { withoutAccents } from '../../../core/text/accents.js';

/** A cell's value as values of rules are compared: lower-case, without accents, one space between words. */
export function valueKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  // Korean letters fall apart with the accents; the Turkish ı has none to lose.
  const key = withoutAccents(text)
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .trim()
    // WooCommerce writes `wc-completed`.
    .replace(/^wc-/, '')
    .replace(/[\s_-]+/g, ' ');
  if (keys.size < KEPT && text.length < 100) keys.set(text, key);
  return key;
}

/** A file has few statuses and many rows. */
const KEPT = 2_000;
const keys = new Map<string, string>();
