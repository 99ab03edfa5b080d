import { groupingFields } from '../../answering/grouping-fields.js';
import type { Shop, ShopView } from '../../answering/shop.js';
import type { Day } from '../../core/calendar/days.js';
import { ShopkeeperError } from '../../core/errors.js';
import { takeFilters } from '../../language/filters.js';
import { segmentationOf, takeOptions } from '../../language/options.js';
import type { DigestRequest } from '../compose/digest.js';
import type { DigestPart } from '../compose/part.js';
import { PARTS } from '../compose/parts.js';
import type { DigestGrain } from '../compose/periods.js';
import { readAlert } from './alert-words.js';
import { readConditions, takeCondition } from './condition-words.js';
import { maskNames, nearestWord, tidied } from './when-words.js';

const GRAINS: ReadonlyMap<string, DigestGrain> = new Map([
  ['daily', 'day'],
  ['day', 'day'],
  ['weekly', 'week'],
  ['week', 'week'],
  ['monthly', 'month'],
  ['month', 'month'],
]);
const EXAMPLE =
  'monthly map:eleven country:Spain parts:plan quiet:nothing only if revenue fell by more than 10%';
/** Options of a digest. A column of the same name can be filtered by in quotes. */
const OPTION = /(?<!\S)(parts|quiet|fresh):("[^"]*"|\S+)|"[^"]*"/gi;

/** A request as read from a text, with the day it is as of if the text has one. */
export interface ParsedRequest extends DigestRequest {
  readonly asOf?: Day;
}

/**
 * Reads `weekly`,
 * `monthly map:eleven country:Spain as-of:2026-03-31 parts:plan only if revenue fell by more than 10%`;
 * nothing is the usual week.
 * @param example given with an error
 * @throws ShopkeeperError where a word is none of these, NotUnderstood where an option or a filter cannot be
 */
export function readDigestRequest(text: string, shop: Shop, example = EXAMPLE): Promise<ParsedRequest> {
  return shop.read(view => requestIn(text, view, example));
}

async function requestIn(
  text: string,
  { store, segmenting, currency }: ShopView,
  example: string,
): Promise<ParsedRequest> {
  const { clause, rest: unconditional } = takeCondition(tidied(text));
  const { parts, isQuiet, rest: plain } = takeDigestOptions(unconditional);
  const options = takeOptions(plain, () => false, false);
  const days = new Set(options.said.filter(([name]) => name === 'as-of').map(([, day]) => day));
  if (days.size > 1)
    throw new ShopkeeperError(`As of which day: ${[...days].join(' or ')}?`, 'Give one: as-of:2026-03-31');
  const { filters, rest } = await takeFilters(options.rest, store, await groupingFields(store));
  const grain = grainIn(rest, example);
  const segmentation = segmentationOf(options, undefined, segmenting)?.options ?? segmenting.segmentation;
  const { asOf, ...undated } = segmentation;
  const alert = readAlert(clause, grain);
  if (alert?.kind === 'out of line' && grain && grain !== alert.grain)
    throw new ShopkeeperError(
      `A ${grain} is looked at, but "${clause}" is about a ${alert.grain}.`,
      `For example: when a ${grain} is out of line by more than 10%`,
    );
  return {
    filters,
    segmentation: undated,
    ...(alert ? { alert } : { conditions: readConditions(clause, undated.map.segments, currency) }),
    ...(parts && { parts }),
    ...(isQuiet && { isQuiet }),
    ...(grain && { grain }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The period named in a text; the rest of the text is not read. */
export const grainNamedIn = (text: string): DigestGrain | undefined =>
  maskNames(tidied(text))
    .masked.split(/\s+/)
    .map(word => GRAINS.get(word.toLowerCase()))
    .find(grain => grain !== undefined);

function grainIn(words: string, example: string): DigestGrain | undefined {
  let grain: DigestGrain | undefined;
  for (const word of words.split(/\s+/)) {
    if (word === '') continue;
    const named = GRAINS.get(word.toLowerCase());
    if (!named || (grain && grain !== named)) {
      const near = named ? undefined : nearestWord(word);
      throw new ShopkeeperError(
        `A digest has no option called "${word}".`,
        `${near ? `Did you mean ${near}? ` : ''}For example: ${example}`,
      );
    }
    grain = named;
  }
  return grain;
}

interface DigestOptions {
  readonly parts?: readonly DigestPart[];
  readonly isQuiet?: boolean;
  readonly rest: string;
}

function takeDigestOptions(text: string): DigestOptions {
  let parts: readonly DigestPart[] | undefined;
  let isQuiet: boolean | undefined;
  const rest = text.replace(OPTION, (whole, name: string | undefined, raw: string) => {
    // Quoted text is a name.
    if (name === undefined) return whole;
    const value = raw.replaceAll('"', '').toLowerCase();
    if (name.toLowerCase() === 'fresh') mustBeTime(value);
    else if (name.toLowerCase() === 'parts') parts = partsIn(value);
    else if (value === 'line' || value === 'nothing') isQuiet = value === 'nothing';
    else
      throw new ShopkeeperError(
        `There is no setting called quiet:${value}.`,
        'If nothing happened, quiet:line posts one line and quiet:nothing posts nothing.',
      );
    return ' ';
  });
  return { ...(parts && { parts }), ...(isQuiet !== undefined && { isQuiet }), rest };
}

/** It is the schedule that waits for fresh data: a digest is the same with and without. */
function mustBeTime(value: string): void {
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(value))
    throw new ShopkeeperError(`fresh:${value} is no time of day.`, 'For example: when fresh until 11:00');
}

/** The named parts in the order of the thread; `none` is the headline alone. */
function partsIn(text: string): readonly DigestPart[] {
  const names = text.split(',').filter(name => name !== '');
  if (names.length === 1 && names[0] === 'none') return [];
  const unknown = names.find(name => !PARTS.some(part => part.name === name));
  if (unknown !== undefined || names.length === 0) {
    const list = PARTS.map(part => `${part.name} (${part.description})`).join(', ');
    throw new ShopkeeperError(
      `A digest has no part called "${unknown ?? ''}".`,
      `Its parts are ${list}; parts:none is the headline alone. For example: parts:plan,customers`,
    );
  }
  return PARTS.filter(part => names.includes(part.name));
}
