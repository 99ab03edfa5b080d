import { withoutAccents } from '../../core/text/accents.js';
import { COMMON_WORDS } from '../lexicon/common-words.js';
import { BY, FILLERS, FROM, JOINERS, NOT, REVENUE, VERSUS } from '../lexicon/english.js';
import { EVERYDAY_WORDS } from '../lexicon/everyday-words.js';
import {
  asRead,
  type ForeignLexicon,
  READ,
  type Replacement,
  replacementsOf,
  vocabularyOf,
} from '../lexicon/foreign.js';
import { french } from '../lexicon/french/french.js';
import { german } from '../lexicon/german/german.js';
import { countriesIn } from '../lexicon/places.js';
import { spanish } from '../lexicon/spanish/spanish.js';
import { tidy } from './draft.js';
import { withoutMisspellings } from './misspelt.js';

const LEXICONS: readonly ForeignLexicon[] = [german, french, spanish];

/** Words of these languages that are English, or names, as well: they prove neither. */
const ALSO_ENGLISH = new Set(
  `die den an am in im the to me a or so land client clients part plus us usa
  vip vips winter is hat was mal gab mit on son sin con hay pays tag tags segment segments segmente
  region regions article articles categories category promotion promotions status total totals rate rates
  gross
  top quota date orders order sales revenue margin margins product products customer customers france japan
  t1 t2 t3 t4 q1 q2 q3 q4 h1 h2 retention mars note once solo media fur art bis not man war taxes tax tips
  max min
  best bestseller bestsellers difference trains percent median page euro euros usd stuck evolution projection
  new compare compares net five next file important sellers ends never six hotel car mail emails retour
  rest menu format general central
  international national normal rose
  team meeting report call investor newsletter board marketing boss chef budget hello hey hi question
  website online nov jan feb sept oct dec april august september november web shop store export email index
  champions halt grad rum mar amis cash los pro circa kw ja lag
  alt id bin bot bank budget check such super thanks plus minus form chart graph mailing start shop online
  key order orders sales average rating per small medium large deal deals stand
  ticket tickets avg promo code one shot oneshot employee employees sessions session audience flop flops
  flow site reclamation silent sortie normal pause lots
  real base club local international regional original
  age ages pagan cobra commander commands passes genera compare note notes segmentation evaluation evaluations
  credit debit record ensemble median income`.split(/\s+/),
);

interface Language {
  readonly lexicon: ForeignLexicon;
  readonly knows: (word: string) => boolean;
  readonly smallWords: ReadonlySet<string>;
  /** Words with their accents that only this language has. */
  readonly marks: ReadonlySet<string>;
  /** Words that are put right where they are misspelt. */
  readonly everyday: ReadonlySet<string>;
  readonly replacements: () => readonly Replacement[];
}

let languages: readonly Language[] | undefined;

/** The languages. Their vocabularies and patterns take long to make, and are made when a text needs them. */
function allLanguages(): readonly Language[] {
  languages ??= LEXICONS.map(lexicon => {
    let vocabulary: ((word: string) => boolean) | undefined;
    let replacements: readonly Replacement[] | undefined;
    const countries = countriesIn(lexicon.code);
    return {
      lexicon,
      knows: word => {
        vocabulary ??= vocabularyOf(lexicon);
        return vocabulary(word) || countries.has(word);
      },
      smallWords: new Set(lexicon.smallWords.split(/\s+/)),
      marks: new Set(lexicon.accented.split(' ')),
      everyday: new Set(EVERYDAY_WORDS[lexicon.code].split(/\s+/)),
      replacements: () => {
        replacements ??= lexicon.phrases.flatMap(p => replacementsOf(p, lexicon.parts));
        return replacements;
      },
    };
  });
  return languages;
}

/** Words that no other of these languages has: one of them outweighs two that several have. */
const ENGLISH_ONLY = new Set(
  'why what which who whose how where when the did does were above below between than from'.split(' '),
);

const isEnglish = (word: string): boolean =>
  ENGLISH_ONLY.has(word) ||
  [FILLERS, COMMON_WORDS, BY, FROM, JOINERS, NOT, REVENUE, VERSUS].some(words => words.has(word)) ||
  /^(?:orders?|customers?|products?|country|countries|by|units?|spent|months?|years?|weeks?|last|than)$/.test(
    word,
  );

/** What stands between words. */
const NO_WORD = /[^\p{L}\d']+/u;

/** A word that may have an umlaut written with two letters. */
const GERMAN_DIGRAPH = new RegExp(`(?<![a-z${READ}])[a-z]*[aou]e[a-z]*(?![a-z])`, 'g');

const READ_WORDS = new RegExp(`${READ}\\S+`, 'g');

/** Words of a text that are looked at to tell its language. */
const MOST_WORDS = 40;

/** The language that most words of a text speak for; undefined where it is English, or nothing tells. */
function languageOf(text: string): Language | undefined {
  const [words, plain] = [text.toLowerCase(), plainOf(text)].map(said =>
    said
      .replace(READ_WORDS, ' ')
      .split(NO_WORD)
      .filter(w => /^\p{L}/u.test(w))
      .flatMap(w => w.split("'"))
      .filter(w => w !== '')
      .slice(0, MOST_WORDS),
  ) as [string[], string[]];
  if (isOfNoOther(words, plain)) return undefined;
  const scores = allLanguages().map(language => {
    const small = plain.filter(w => language.smallWords.has(w)).length;
    const known = plain.filter((w, i) => !language.smallWords.has(w) && knowsOne(language, w, words[i]));
    const strong = known.filter(w => w.length > 2 && !ALSO_ENGLISH.has(w) && !isEnglish(w)).length;
    const marked = words.filter(w => language.marks.has(w)).length;
    const notOfIt = plain.filter(w => isEnglish(w) && !language.smallWords.has(w) && !language.knows(w));
    const english = notOfIt.length + 2 * notOfIt.filter(w => ENGLISH_ONLY.has(w)).length;
    // Small words of no other language, where no word is English: "top 5 des clients en France".
    const own = plain.filter(w => language.smallWords.has(w) && !isEnglish(w) && !ALSO_ENGLISH.has(w)).length;
    const isAllKnown = small + known.length === plain.length && known.some(w => !isOfBoth(w));
    // "clients vip aux usa": words of it, and words of several languages, but none of English alone.
    const hasNoOther = plain.every(
      w => language.smallWords.has(w) || known.includes(w) || ALSO_ENGLISH.has(w),
    );
    const turn = language.lexicon.turns?.test(plain.join(' ')) ? 3 : 0;
    const all = turn + 2 * (strong + marked) + (known.length - strong) + small;
    const isSure =
      strong + marked + turn > 0
        ? all > english
        : (all > 2 && (own > english + 1 || (isAllKnown && english === 0))) ||
          (own > 0 && all > 1 && hasNoOther && english === 0);
    return { language, all, isSure };
  });
  const [best] = scores.filter(s => s.isSure).sort((a, b) => b.all - a.all);
  return best?.language;
}

/** Whether nothing speaks for another language, as in most English texts: no vocabulary is needed then. */
const isOfNoOther = (words: readonly string[], plain: readonly string[]): boolean =>
  plain.every(isOfBoth) &&
  !allLanguages().some(
    ({ marks, lexicon }) => words.some(w => marks.has(w)) || lexicon.turns?.test(plain.join(' ')) === true,
  );

const isOfBoth = (word: string): boolean => isEnglish(word) || ALSO_ENGLISH.has(word);

const knowsOne = ({ knows, marks, lexicon }: Language, plain: string, word = ''): boolean =>
  (knows(plain) || (lexicon.code === 'de' && knows(withoutDigraphs(plain)))) && !marks.has(word);

/** `verkaeufer` as `verkaufer`: umlauts that somebody wrote with two letters. */
const withoutDigraphs = (word: string): string => word.replace(/([aou])e/g, '$1');

/** Lower case, without accents; but "thé" and "the" are two words. */
const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, word => {
      const plain = withoutAccents(word);
      return plain.length > 1 && FILLERS.has(plain) ? word : plain;
    })
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/[’`´]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ');

/** Whether a text is in one of the languages that are put into English. */
export const isForeign = (text: string): boolean => languageOf(text) !== undefined;

/**
 * The text in English words, where it is in a language that we know; names and what is not known stay as
 * they are.
 * @param names names of this shop that stand in the text, which are never translated
 */
export function inEnglish(
  text: string,
  names: readonly string[] = [],
  isOfShop: (word: string) => boolean = () => false,
): { readonly text: string; readonly language?: string } {
  const language = languageOf(withNamesRead(text, names));
  const plain = withNamesRead(plainOf(text), names.map(plainOf));
  if (!language) return { text };
  let english = ` ${plain.replace(/[¿¡?!;]/g, ' ').replace(/\.(?=\s|$)/g, ' ')} `;
  // "groesste" is "größte", but "neue" and "steuer" stay: they are words as they stand.
  if (language.lexicon.code === 'de')
    english = english.replace(GERMAN_DIGRAPH, word => {
      const short = withoutDigraphs(word);
      return !language.knows(word) && language.knows(short) ? short : word;
    });
  for (const [pattern, words] of language.lexicon.spellings)
    english = typeof words === 'string' ? english.replace(pattern, words) : english.replace(pattern, words);
  english = withoutMisspellings(
    english,
    language.everyday,
    word => language.knows(word) || isEnglish(word) || ALSO_ENGLISH.has(word) || isOfShop(word),
  );
  english = isoDates(plainNumbers(tidy(english)));
  for (const [country, name] of countriesIn(language.lexicon.code))
    if (english.includes(country))
      english = english.replace(new RegExp(`(?<![a-z${READ}])${country}(?![a-z])`, 'g'), asRead(name));
  english = ` ${english} `;
  for (const [pattern, words] of language.replacements()) english = tidy(english.replace(pattern, words));
  english = english.replace(PRODUCT_CALLED, `$1 ${asRead('products')}`);
  english = english.replace(DAYS_COMPARED, (_, one: string, other: string) => asRead(`${one} vs ${other}`));
  return { text: asTyped(withoutLooseCommas(english)), language: language.lexicon.language };
}

/** `articles spaceboy par quantité`: a word after "product" that is not read says which of them. */
const PRODUCT_CALLED = new RegExp(`${READ}product (?!${READ})(\\p{L}{3,})(?= ${READ}by(?= ))`, 'u');

/** `on fridays vs on mondays`: two days of the week beside each other. */
const DAYS_COMPARED = new RegExp(`${READ}on ${READ}(\\w+day)s ${READ}?vs ${READ}on ${READ}(\\w+day)s`, 'g');

/** Commas that stood around what was taken out. */
const withoutLooseCommas = (text: string): string =>
  tidy(text.replace(/,(?:\s*,)+/g, ',').replace(/^[\s,:]+|[\s,:]+$/g, ''));

/** Stand in names for the hyphens and apostrophes that some languages take words apart at. */
const [HYPHEN, APOSTROPHE] = ['\u0002', '\u0003'];
const asItStands = (name: string): string => asRead(name).replaceAll('-', HYPHEN).replaceAll("'", APOSTROPHE);
const asTyped = (text: string): string =>
  text.replaceAll(READ, '').replaceAll(HYPHEN, '-').replaceAll(APOSTROPHE, "'");

/** The number of an order or a product, such as `A-10002`; `q1-2004` is a period. */
const CODE = /(?<![\p{L}\d-])\p{L}{1,3}-(?!(?:19|20)\d\d(?!\d))\d{2,}(?![\p{L}-])/giu;

/** Names, quotations and filters of a text are read as they stand. */
function withNamesRead(plain: string, names: readonly string[]): string {
  let text = plain.replace(/"[^"]*"|\S+:\S+/g, asItStands).replace(CODE, asItStands);
  for (const name of names) {
    const known = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    text = text.replace(new RegExp(`(?<![\\p{L}\\d${READ}])${known}(?![\\p{L}\\d])`, 'giu'), asItStands);
  }
  return text;
}

/** `1.000,50` and `1 000,50` as English has them. */
const plainNumbers = (text: string): string =>
  text
    .replace(
      /(?<![\d.,])(\d{1,3})((?:[. ]\d{3})+)(?![\d.]|,\d{3})/g,
      (_, a: string, b: string) => `${a}${b.replace(/[. ]/g, '')}`,
    )
    .replace(/(?<![\d.,])(\d+),(\d{1,2})(?![\d.,])/g, '$1.$2');

/** `31.12.2004` and `31/12/2004`, which have the day first. */
const isoDates = (text: string): string =>
  text.replace(
    /(?<![\d./-])(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?![\d./-])/g,
    (m, day: string, month: string, year: string) =>
      // One word that is read, or its days would be taken for numbers and years.
      Number(month) > 12 ? m : asItStands(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  );

/** A text from `inEnglish` with the goods that it still names in the other language in English. */
export function withGoods(text: string, language: string): string {
  const goods = LEXICONS.find(lexicon => lexicon.language === language)?.goods ?? '';
  let english = ` ${text} `;
  for (const [pattern, words] of replacementsOf(goods)) english = english.replace(pattern, words);
  return tidy(asTyped(english));
}
