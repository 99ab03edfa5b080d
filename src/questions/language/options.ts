import type { Day } from '../../calendar/days.js';
import { isoOf } from '../../calendar/days.js';
import { NotUnderstood } from '../../errors.js';
import { BASIS_OPTIONS, BasisError, basisText, basisWith } from '../../segments/basis.js';
import type { Segmenting } from '../../segments/settings.js';
import type { Given } from '../question.js';

/** Options that a text about segments says, `map:eleven scoring:rank as-of:2026-03-31 page:2`, and the text without them. */
export interface FoundOptions {
  readonly said: readonly (readonly [name: string, value: string])[];
  readonly page?: number;
  /** "as of" was said in words: what follows is the day, or a period whose last day it is. */
  readonly isAsOf: boolean;
  readonly rest: string;
}

const NAMES = [...BASIS_OPTIONS.map(o => o.name), 'page'];
const OPTION = new RegExp(`(?<![^\\s])(${NAMES.join('|')}): ?("[^"]*"|[^\\s"]+)`, 'gi');
const PAGE = /\bpage (\d{1,4})\b/i;
const AS_OF = /\bas[- ]of\b:? ?/i;

/** @param isTaken whether a name is one of the shop's own dimensions, which a text about sales filters by */
export function takeOptions(text: string, isTaken: (name: string) => boolean): FoundOptions {
  const said: [string, string][] = [];
  let page: number | undefined;
  let isAsOf = false;
  let rest = text.replace(OPTION, (whole, name: string, raw: string) => {
    const option = name.toLowerCase();
    if (isTaken(option)) return whole;
    const value = raw.replaceAll('"', '').trim();
    if (option === 'page') {
      page = pageNumber(value);
      return ' ';
    }
    // Any other way to name a day is a period's.
    if (option === 'as-of' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      isAsOf = true;
      return ` ${value.replaceAll('-', ' ')} `;
    }
    said.push([option, value]);
    return ' ';
  });
  if (AS_OF.test(rest)) {
    isAsOf = true;
    rest = rest.replace(AS_OF, ' ');
  }
  const words = PAGE.exec(rest);
  if (words && page === undefined) {
    page = pageNumber(words[1] as string);
    rest = rest.replace(PAGE, ' ');
  }
  return { said, page, isAsOf, rest };
}

function pageNumber(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new NotUnderstood(`page:${value} is no page; pages are counted from 1.`, ['segment']);
}

/**
 * What segments are made by as the options say; undefined where they say nothing.
 * @param asOf the day that was said in words
 * @throws NotUnderstood where a value cannot be
 */
export function basisOf(
  { said }: Pick<FoundOptions, 'said'>,
  asOf: Day | undefined,
  { basis, maps }: Segmenting,
): Given['basis'] {
  if (said.length === 0 && asOf === undefined) return undefined;
  try {
    const all = asOf === undefined ? said : [...said, ['as-of', isoOf(asOf)] as const];
    const own = basisWith(all, basis, maps);
    return { basis: own, text: basisText(own, basis) };
  } catch (error) {
    if (!(error instanceof BasisError)) throw error;
    const names = new Set(said.map(([name]) => name));
    const examples = BASIS_OPTIONS.filter(o => names.has(o.name)).map(o => `segment ${o.example}`);
    throw new NotUnderstood(error.message, [...new Set([...examples, 'segment maps'])].slice(0, 3));
  }
}
