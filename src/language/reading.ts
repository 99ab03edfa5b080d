import { WIDER_THAN_COUNTRY } from '../answering/field-roles.js';
import type { Note } from '../core/answer/notes.js';
import type { Token } from '../core/text/normal-text.js';
import { ambiguous } from './ambiguous.js';
import {
  type FoundValue,
  LONGEST_PHRASE,
  type Meaning,
  meaningsOf,
  nearestPhrase,
  type Vocabulary,
} from './lexicon/lexicon.js';
import { kindBeside } from './values/code-kind.js';
import { countryOf, ofFieldBeside, readAsCountry } from './values/country-or-wider.js';
import { allWith, type NamedPart, namesakes, partsOfNames } from './values/parts-of-products.js';
import { LONGEST_NAME, type ValueIndex } from './values/value-index.js';

/** Words of a question that stand for something together. */
export interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** All that they can stand for; nothing where they are not known. */
  readonly meanings: readonly Meaning[];
}

/** How a question's words were read, and what the person should know about it. */
export interface Reading {
  readonly spans: readonly Span[];
  readonly remarks: readonly Note[];
  /** Words that stand for nothing. */
  readonly unknown: readonly string[];
}

/**
 * Reads words: as what is known of every shop first, the longest phrase first; what is left as values of the
 * store; then as misspellings.
 * @param said the text that the tokens are of
 * @param values looks the values of the store up, where they are needed
 * @param areAllOpen whether words of ours may be values as well: where nothing else fits
 * @param arePartsOpen whether words may stand for all products that have them in their names
 * @throws NotUnderstood where a word names several values
 */
export async function readWords(
  said: string,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  values: () => Promise<ValueIndex>,
  areAllOpen = false,
  arePartsOpen = false,
): Promise<Reading> {
  const known = knownSpans(tokens, vocabulary);
  const numbers = tokens.filter((t, i) => isCustomersNumber(t, tokens[i - 1]));
  if (!areAllOpen && numbers.length === 0 && known.every(s => s.meanings.length > 0))
    return { spans: known, remarks: [], unknown: [] };
  const remarks: Note[] = [];
  // What is no word of ours may be a value of this shop's data.
  const isUnknown = new Set(known.filter(s => s.meanings.length === 0).flatMap(s => tokensWithin(tokens, s)));
  const index = await values();
  for (const token of numbers)
    if (index.exact(token.text).some(v => v.field.key === 'customer')) isUnknown.add(token);
  const isOpen = areAllOpen ? new Set(tokens) : isUnknown;
  const parts = arePartsOpen ? partsOfNames(tokens, isUnknown, index) : undefined;
  const found = valueSpans(said, tokens, { isOpen, isUnknown }, index, vocabulary, remarks, parts);
  const rest = tokens.filter(t => !found.some(v => v.from <= t.from && t.to <= v.to));
  const spans = [...knownSpans(rest, vocabulary), ...found].sort((a, b) => a.from - b.from);
  // A text of many unknown words is none that is misspelt: comparing each would take long and help nobody.
  const isHopeless = spans.filter(s => s.meanings.length === 0).length > MOST_MISSPELT;
  const read = isHopeless ? spans : nearPhrases(spans, vocabulary, remarks);
  const again = isHopeless ? spans : nearValues(said, read, index, remarks);
  return { spans: again, remarks, unknown: again.filter(s => s.meanings.length === 0).map(s => s.text) };
}

/** `customer 3687`: the number of one, and not so many of them. */
const isCustomersNumber = ({ text }: Token, before: Token | undefined): boolean =>
  /^\d{3,4}$/.test(text) && /^(?:customer|client|account)$/.test(before?.text ?? '');

/** Words that are a misspelling away from words of ours, several together first: "prodct line". */
function nearPhrases(spans: readonly Span[], vocabulary: Vocabulary, remarks: Note[]): Span[] {
  const result = [...spans];
  for (let n = 3; n > 0; n--) {
    for (let i = 0; i + n <= result.length; i++) {
      const some = result.slice(i, i + n);
      const isOpen = some.some(s => s.meanings.length === 0);
      if (!isOpen || some.some(s => s.meanings.some(m => m.kind === 'value'))) continue;
      const text = some.map(s => s.text).join(' ');
      const phrase = nearestPhrase(text, vocabulary);
      if (!phrase || phrase.split(' ').length !== text.split(' ').length) continue;
      remarks.push({ kind: 'readAs', typed: text, as: phrase });
      const [from, to] = [some[0]?.from ?? 0, some.at(-1)?.to ?? 0];
      result.splice(i, n, { text, from, to, meanings: meaningsOf(phrase, vocabulary) });
    }
  }
  return result;
}

function knownSpans(tokens: readonly Token[], vocabulary: Vocabulary): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; ) {
    let taken: Span | undefined;
    for (let n = Math.min(LONGEST_PHRASE, tokens.length - i); n > 0 && !taken; n--) {
      const some = tokens.slice(i, i + n);
      // What stands in quotes is a value.
      if (some.some(t => t.quote !== undefined)) continue;
      const meanings = meaningsOf(phraseOf(some), vocabulary);
      if (meanings.length > 0) taken = spanOf(some, meanings);
    }
    const span = taken ?? spanOf(tokens.slice(i, i + 1), []);
    spans.push(span);
    i += tokens.slice(i).filter(t => t.to <= span.to).length;
  }
  return spans;
}

const phraseOf = (tokens: readonly Token[]): string => tokens.map(t => t.text).join(' ');
const spanOf = (tokens: readonly Token[], meanings: readonly Meaning[]): Span => ({
  text: phraseOf(tokens),
  from: tokens[0]?.from ?? 0,
  to: tokens.at(-1)?.to ?? 0,
  meanings,
});
const tokensWithin = (tokens: readonly Token[], span: Pick<Span, 'from' | 'to'>): Token[] =>
  tokens.filter(t => span.from <= t.from && t.to <= span.to);

/** With more unknown words than these none is read as a misspelling. */
const MOST_MISSPELT = 12;

/** Words of ours that stand within names: "toys of finland". */
const IN_NAMES: ReadonlySet<string> = new Set(['of', 'and', '&', 'the', 'for', 'in']);

/** The longest first; those of one length from left to right. */
function* runs(tokens: readonly Token[], open: ReadonlySet<Token>): Generator<Token[]> {
  for (let n = Math.min(LONGEST_NAME, tokens.length); n > 0; n--) {
    for (let i = 0; i + n <= tokens.length; i++) {
      const run = tokens.slice(i, i + n);
      const quotes = new Set(run.map(t => t.quote));
      if (quotes.size === 1 && run.some(t => open.has(t))) yield run;
    }
  }
}

function valueSpans(
  said: string,
  tokens: readonly Token[],
  { isOpen, isUnknown }: { readonly isOpen: ReadonlySet<Token>; readonly isUnknown: ReadonlySet<Token> },
  index: ValueIndex,
  vocabulary: Vocabulary,
  remarks: Note[],
  parts: readonly NamedPart[] | undefined,
): Span[] {
  const arePartsOpen = parts !== undefined;
  const spans: Span[] = [];
  const isFree = (run: readonly Token[]) => !spans.some(s => run.some(t => s.from <= t.from && t.to <= s.to));
  const take = (open: ReadonlySet<Token>, find: (run: readonly Token[]) => FoundValue[]) => {
    for (const run of runs(tokens, open)) {
      if (!isFree(run)) continue;
      const found = find(run);
      if (found.length === 0) continue;
      const named = settled(run, found, tokens, vocabulary);
      const country = countryOf(named);
      const others = tokens.filter(t => !run.includes(t)).flatMap(t => index.exact(t.text));
      // "Japan vs EMEA" compares territories.
      const isCountry = country !== undefined && !others.some(v => WIDER_THAN_COUNTRY.has(v.field.key));
      const beside = isCountry ? [] : ofFieldBeside(named, others);
      const meant = isCountry ? [country] : beside.length === 1 ? beside : named;
      if (isCountry) remarks.push(readAsCountry(named, country));
      // A number alone counts things, unless it is said what it is a value of: "group 5".
      if (/^\d+$/.test(phraseOf(run)) && meant === found) continue;
      const all = arePartsOpen ? namesakes(meant) : undefined;
      if (all) remarks.push(all.note);
      spans.push(valueSpan(said, run, all ? [all.value] : meant));
    }
  };
  take(isOpen, run => (run.length > 1 ? index.exact(phraseOf(run)) : []));
  for (const { span, note } of parts ?? [])
    if (isFree(tokensWithin(tokens, span))) {
      spans.push(span);
      remarks.push(note);
    }
  // Several words that only one name holds are that name, though one of them is a value: "tokyo
  // collectables".
  take(isUnknown, run => {
    const isName = [run[0], run.at(-1)].every(t => t && isUnknown.has(t));
    const isNew =
      run.length > 1 &&
      isName &&
      run.every(t => isUnknown.has(t) || IN_NAMES.has(t.text)) &&
      index.exact(phraseOf(run)).length === 0;
    const found = isNew ? index.holding(run.map(t => t.text)) : [];
    if (found.length !== 1 || !found[0]) return [];
    remarks.push(readAs(phraseOf(run), found[0]));
    return found;
  });
  take(isOpen, run => index.exact(phraseOf(run)));
  // Several words with one misspelt are that value rather than a part of others.
  const isNear = (t: Token) => isUnknown.has(t) || /^\d+$/.test(t.text);
  take(isUnknown, run => {
    const found = run.length > 1 && run.every(isNear) ? index.near(phraseOf(run)) : [];
    if (found.length === 1 && found[0]) remarks.push(readAs(phraseOf(run), found[0]));
    return found;
  });
  // A part of a name will do where it begins and ends with words that are not ours: "land of toys".
  const isPart = (run: readonly Token[]) => [run[0], run.at(-1)].every(t => t && isUnknown.has(t));
  take(isUnknown, run => {
    const found = isPart(run) ? index.holding(run.map(t => t.text)) : [];
    if (found.length === 1 && found[0]) remarks.push(readAs(phraseOf(run), found[0]));
    const all = arePartsOpen ? allWith(phraseOf(run), found) : undefined;
    if (!all) return found;
    remarks.push(all.note);
    return [all.value];
  });
  return spans;
}

const readAs = (text: string, { value, label }: FoundValue): Note => ({
  kind: 'readAs',
  typed: text,
  as: label ?? value,
});

/** Where several dimensions have the value, the one that is named beside it: `city Singapore`. */
function settled(
  run: readonly Token[],
  found: readonly FoundValue[],
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): readonly FoundValue[] {
  if (found.length === 1 && !/^\d+$/.test(phraseOf(run))) return found;
  const kind = kindBeside(run, tokens);
  const meant = found.filter(v => v.field.key === kind);
  if (meant.length > 0) return meant;
  const [first, last] = [tokens.indexOf(run[0] as Token), tokens.indexOf(run.at(-1) as Token)];
  for (let n = 3; n > 0; n--) {
    for (const beside of [
      tokens.slice(Math.max(0, first - n), first),
      tokens.slice(last + 1, last + 1 + n),
    ]) {
      const named = meaningsOf(phraseOf(beside), vocabulary).flatMap(m =>
        m.kind === 'dimension' ? [m.dimension.key] : [],
      );
      const of = found.filter(v => named.includes(v.field.key));
      if (of.length > 0) return of;
    }
  }
  return found;
}

function valueSpan(said: string, run: readonly Token[], found: readonly FoundValue[]): Span {
  const [only] = found;
  if (found.length > 1 || !only) throw ambiguous(said, run, found);
  return spanOf(run, [{ kind: 'value', value: only }]);
}

/** What is still open, as values with a misspelling. */
function nearValues(said: string, spans: readonly Span[], index: ValueIndex, remarks: Note[]): Span[] {
  const result = [...spans];
  for (let n = 4; n > 0; n--) {
    for (let i = 0; i + n <= result.length; i++) {
      const some = result.slice(i, i + n);
      if (some[0]?.meanings.length !== 0 && some.at(-1)?.meanings.length !== 0) continue;
      if (some.some(s => s.meanings.some(m => m.kind === 'value'))) continue;
      const text = some.map(s => s.text).join(' ');
      // A number that is a value is not a misspelling of others.
      if (/^\d+$/.test(text) && index.exact(text).length > 0) continue;
      const found = index.near(text);
      if (found.length === 0) continue;
      const tokens = some.map(s => ({ text: s.text, from: s.from, to: s.to }));
      const span = valueSpan(said, tokens, found);
      const value = found[0] as FoundValue;
      remarks.push(readAs(text, value));
      result.splice(i, n, span);
    }
  }
  return result;
}
