import { typed } from '../text/typed-text.js';
import type { NumberRange } from './query.js';

/** A text is not one of a query: what could not be read, from where on. */
export class QueryTextError extends Error {
  override readonly name = 'QueryTextError';
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const WORD = /"((?:[^"\\]|\\.)*)"|[\p{L}\d_.*-]+/suy;
/** A range with what may stand behind it. */
const fromTo = (end: string) => new RegExp(`(${NUMBER})\\.\\.(${NUMBER})(?=${end}|$)`, 'y');
const ends = (end: string) =>
  new RegExp(`(?:(>=?)(${NUMBER})(?:&(<=?)(${NUMBER}))?|(<=?)(${NUMBER}))(?=${end}|$)`, 'y');
const ALONE = { fromTo: fromTo('[\\s)]'), ends: ends('[\\s)]') };
const AMONG_OTHERS = { fromTo: fromTo('[\\s,]'), ends: ends('[\\s,]') };

/** Reads words, numbers and ranges of a text from its start on. */
export class TextReader {
  /** How far it has read. */
  protected at = 0;
  constructor(private readonly text: string) {}

  protected range({ fromTo, ends: open } = ALONE): NumberRange {
    const between = this.#match(fromTo);
    if (between) return { from: Number(between[1]), to: Number(between[2]) };
    const ends = this.#match(open);
    if (!ends) throw this.error('a range such as >3, <=10 or 3..10 is missing');
    const [, over, from, andUnder, andTo, onlyUnder, onlyTo] = ends;
    const [under, to] = [andUnder ?? onlyUnder, andTo ?? onlyTo];
    return {
      ...(from !== undefined && { from: Number(from) }),
      ...(over === '>' && { isOver: true as const }),
      ...(to !== undefined && { to: Number(to) }),
      ...(under === '<' && { isUnder: true as const }),
    };
  }

  /** Ranges with commas between them. */
  protected ranges(): NumberRange[] {
    const ranges = [this.range(AMONG_OTHERS)];
    while (this.take(',')) {
      this.skip();
      ranges.push(this.range(AMONG_OTHERS));
    }
    return ranges;
  }

  /** Whether a range comes next rather than a value. */
  protected isAtRange(): boolean {
    ALONE.fromTo.lastIndex = this.at;
    return /[<>]/.test(this.peek()) || ALONE.fromTo.test(this.text);
  }

  protected number(): number {
    const start = this.at;
    const number = Number(this.word());
    if (!Number.isFinite(number)) throw this.error('a number is missing', start);
    return number;
  }

  protected oneOf<const T extends string>(all: readonly T[]): T {
    const start = this.at;
    const word = this.word();
    const found = all.find(one => one === word);
    if (found === undefined) throw this.error(`one of ${all.join(', ')} is missing`, start);
    return found;
  }

  protected words(): string[] {
    const words = [this.word()];
    while (this.take(',')) {
      this.skip();
      words.push(this.word());
    }
    return words;
  }

  protected word(): string {
    const m = this.#match(WORD);
    if (!m) throw this.error(this.peek() === '"' ? 'a quotation is not closed' : 'a word is missing');
    return m[1] === undefined ? m[0] : m[1].replace(/\\(.)/gs, '$1');
  }

  #match(regex: RegExp): RegExpExecArray | null {
    regex.lastIndex = this.at;
    const m = regex.exec(this.text);
    if (m) this.at = regex.lastIndex;
    return m;
  }

  protected skip(): void {
    while (/\s/.test(this.peek())) this.at++;
  }

  protected isAtEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  protected isAtGap = (): boolean => this.peek() === '' || /\s/.test(this.peek());

  protected peek = (): string => this.text[this.at] ?? '';

  /** Goes past a text, and the spaces before it, if it comes next. */
  protected take(what: string): boolean {
    this.skip();
    if (!this.text.startsWith(what, this.at)) return false;
    this.at += what.length;
    return true;
  }

  /** Goes past a word that a space or a bracket follows. */
  protected takeWord(word: string): boolean {
    this.skip();
    const next = this.text[this.at + word.length] ?? '';
    return /[\s(]/.test(next) && this.take(word);
  }

  /** Goes past a text that must come next; a bracket may stand after a space. */
  protected expect(what: ':' | ')'): void {
    if (what === ')') this.skip();
    if (!this.text.startsWith(what, this.at)) throw this.error(`"${what}" is missing`);
    this.at += what.length;
  }

  protected error(what: string, start = this.at): QueryTextError {
    const rest = this.text.slice(start, start + 100);
    return new QueryTextError(rest.trim() === '' ? `${what} at the end.` : `${what}: ${typed(rest)}.`);
  }
}
