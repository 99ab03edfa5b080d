import type { QueryArguments } from '../answering/declaration.js';
import type { Day } from '../core/calendar/days.js';
import { isoOf } from '../core/calendar/days.js';
import { NotUnderstood } from '../core/errors.js';
import { typos } from '../core/text/typos.js';
import {
  OptionError,
  optionsText,
  optionsWith,
  SEGMENTATION_OPTIONS,
} from '../segments/segmentation/options.js';
import type { Segmenting } from '../segments/segmentation/settings.js';

/**
 * Options that a text about segments says, `map:eleven scoring:rank as-of:2026-03-31 page:2`, and the text
 * without them.
 */
export interface FoundOptions {
  readonly said: readonly (readonly [name: string, value: string])[];
  readonly page?: number;
  /** "as of" was said in words: what follows is the day, or a period whose last day it is. */
  readonly isAsOf: boolean;
  readonly rest: string;
}

const NAMES = [...SEGMENTATION_OPTIONS.map(o => o.name), 'page'];
/** What stands in quotes is a name; numbers of a list may have spaces between them. */
const OPTION = /"[^"]*"|(?<![^\s])([a-z][a-z-]*): ?("[^"]*"|[^\s"]+(?:(?<=,) ?\d[^\s"]*)*)/gi;
/** Customers that a filter leaves are scored among themselves. */
export const RESCORED = new RegExp(
  '\\b(?:re-?scored?|(?:and )?(?:scored?|scoring)(?: (?:them|it))? (?:on (?:their|its) own|' +
    'by (?:themselves|itself)|(?:only )?among(?:st)? themselves|separately))\\b',
  'i',
);
const PAGE = /\bpage (\d{1,4})\b/i;
const AS_OF = /\bas[- ]of\b:? ?(?:the )?(?:end of )?/i;
/** A date that is written in one order here and in another there. */
const OPEN_DATE = /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;

/** The option that is meant by a name, also without its hyphen or a letter off: `asof`, `bin`. */
const optionNamed = (name: string): string | undefined =>
  NAMES.find(n => n === name || n.replaceAll('-', '') === name.replaceAll('-', '')) ??
  (name.length >= 3 ? NAMES.find(n => typos(n, name) <= 1) : undefined);

/**
 * @param isTaken whether a name is one of the shop's own dimensions, which a text filters by
 * @param areWordsRead whether "as of" and "page 2" are options as well: not where a customer's name may hold
 * them
 */
export function takeOptions(
  text: string,
  isTaken: (name: string) => boolean,
  areWordsRead = true,
): FoundOptions {
  const said: [string, string][] = [];
  let page: number | undefined;
  let isAsOf = false;
  let rest = text.replace(OPTION, (whole, name: string | undefined, raw: string) => {
    const option = name === undefined ? undefined : optionNamed(name.toLowerCase());
    if (!option || isTaken(name?.toLowerCase() ?? '')) return whole;
    const value = raw.replaceAll('"', '').trim();
    if (option === 'page') {
      page = pageNumber(value);
      return ' ';
    }
    // Any other way to name a day is a period's.
    if (option === 'as-of' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      isAsOf = true;
      return ` as of ${/[a-z]/i.test(value) ? value.replaceAll('-', ' ') : value} `;
    }
    said.push([option, value]);
    return ' ';
  });
  if (areWordsRead || isAsOf) {
    isAsOf ||= AS_OF.test(withoutQuoted(rest));
    const open = isAsOf ? OPEN_DATE.exec(withoutQuoted(rest)) : null;
    if (open)
      throw new NotUnderstood(
        `"${open[0]}" can be two different days; write it as 2026-03-31.`,
        ['segment as-of:2026-03-31'],
        true,
      );
    rest = outsideQuotes(rest, AS_OF);
  }
  if (areWordsRead && RESCORED.test(withoutQuoted(rest))) {
    said.push(['scored', 'filtered']);
    rest = outsideQuotes(rest, RESCORED);
  }
  const words = areWordsRead ? PAGE.exec(withoutQuoted(rest)) : null;
  if (words && page === undefined) {
    page = pageNumber(words[1] as string);
    rest = outsideQuotes(rest, PAGE);
  }
  return { said, page, isAsOf, rest };
}

const withoutQuoted = (text: string): string => text.replace(/"[^"]*"/g, ' ');

/** A text without what a pattern finds in it, but for what stands in quotes. */
const outsideQuotes = (text: string, pattern: RegExp): string =>
  text
    .split(/("[^"]*")/)
    .map(part => (part.startsWith('"') ? part : part.replace(pattern, ' ')))
    .join('');

function pageNumber(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new NotUnderstood(`page:${value} is no page; pages are counted from 1.`, ['segment']);
}

/**
 * What segments are made by as the options say; undefined where they say nothing.
 * @param asOf the day that was said in words
 * @throws NotUnderstood where a value cannot be
 */
export function segmentationOf(
  { said }: Pick<FoundOptions, 'said'>,
  asOf: Day | undefined,
  { segmentation, maps }: Segmenting,
): QueryArguments['segmentation'] {
  if (said.length === 0 && asOf === undefined) return undefined;
  try {
    const all = asOf === undefined ? said : [...said, ['as-of', isoOf(asOf)] as const];
    const own = optionsWith(all, segmentation, maps);
    return { options: own, text: optionsText(own, segmentation) };
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const names = new Set(said.map(([name]) => name));
    const examples = SEGMENTATION_OPTIONS.filter(o => names.has(o.name)).map(o => `segment ${o.example}`);
    throw new NotUnderstood(error.message, [...new Set([...examples, 'segment maps'])].slice(0, 3));
  }
}
