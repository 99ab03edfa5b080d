import { withoutAccents } from '../../core/text/accents.js';
import { type ForeignLexicon, type Replacement, replacementsOf } from '../lexicon/foreign.js';
import { french } from '../lexicon/french.js';
import { german } from '../lexicon/german.js';
import { spanish } from '../lexicon/spanish.js';
import { tidy } from './draft.js';

const LEXICONS: readonly ForeignLexicon[] = [german, french, spanish];
const known = LEXICONS.map(lexicon => ({
  lexicon,
  markers: new Set(lexicon.markers.split(/\s+/)),
  replacements: undefined as readonly Replacement[] | undefined,
}));

/** Words of these languages that are English, or names, as well. */
const ALSO_ENGLISH = new Set(
  'die den an am in the to me a or so land client clients part pour par produit plus la le les des usa vip winter is hat was us mal gab mit en us a is par france japan t1 t2 t3 t4'.split(
    ' ',
  ),
);

/**
 * The text in English words, where it is in a language that we know; values and what is not known stay as they are.
 * @param isValue whether words name something of this shop, which is never translated
 */
export function inEnglish(text: string): { readonly text: string; readonly language?: string } {
  const plain = withoutAccents(text.toLowerCase()).replace(/ß/g, 'ss').replace(/[’`´]/g, "'");
  const words = plain.split(/[^\p{L}\d']+/u).filter(w => w !== '');
  const scores = known.map(({ markers }) => ({
    strong: words.filter(w => markers.has(w) && !ALSO_ENGLISH.has(w)).length,
    all: words.filter(w => markers.has(w)).length,
  }));
  const best = scores.reduce(
    (a, s, i) => (s.strong * 2 + s.all > (scores[a]?.strong ?? 0) * 2 + (scores[a]?.all ?? 0) ? i : a),
    0,
  );
  const language = known[best];
  const score = scores[best];
  if (!language || !score || score.strong === 0 || (score.all < 2 && words.length > 4)) return { text };
  language.replacements ??= replacementsOf(language.lexicon.phrases);
  let english = ` ${plain.replace(/[¿¡?!]/g, ' ')} `;
  for (const [pattern, instead] of language.replacements) english = english.replace(pattern, instead);
  return { text: tidy(english), language: language.lexicon.language };
}

/** A text from `inEnglish` with the goods that it still names in the other language in English. */
export function withGoods(text: string, language: string): string {
  const goods = LEXICONS.find(lexicon => lexicon.language === language)?.goods ?? '';
  let english = ` ${text} `;
  for (const [pattern, instead] of replacementsOf(goods)) english = english.replace(pattern, instead);
  return tidy(english);
}
