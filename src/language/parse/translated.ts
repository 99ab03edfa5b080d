import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { cleaned, tokensOf } from '../../core/text/normal-text.js';
import { inEnglish, isForeign } from '../compose/translate.js';
import { LONGEST } from '../understand.js';
import { LONGEST_NAME, ValueIndex } from '../values/value-index.js';

/**
 * A text in English, and the language that it was in if that is another; names of this shop stay as they
 * are.
 */
export async function translated(
  text: string,
  shop: ShopView,
): Promise<{ readonly text: string; readonly language?: string }> {
  const said = cleaned(text).replace(/^\//, '');
  if (said.length > LONGEST || !isForeign(said)) return { text };
  const index = await indexOf(said, shop);
  const isOfShop = (word: string) => index.exact(word).length > 0 || index.holding([word]).length > 0;
  return inEnglish(said, namesIn(said, index), isOfShop);
}

const indexOf = async (text: string, { store }: ShopView): Promise<ValueIndex> =>
  ValueIndex.of(store, await groupingFields(store), tokensOf(text));

/** What stands in a text that is the name of a value or customer, of several words. */
function namesIn(text: string, index: ValueIndex): readonly string[] {
  const tokens = tokensOf(text);
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i++)
    for (let n = Math.min(LONGEST_NAME, tokens.length - i); n > 1; n--) {
      const run = tokens.slice(i, i + n);
      if (index.exact(run.map(t => t.text).join(' ')).length === 0) continue;
      names.push(text.slice(run[0]?.from, run.at(-1)?.to));
      i += n - 1;
      break;
    }
  return names;
}
