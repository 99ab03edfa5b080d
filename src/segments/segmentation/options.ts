import { dayFromIso, isoOf } from '../../core/calendar/days.js';
import type { SegmentMap } from '../maps/map.js';
import type { Maps } from '../maps/maps.js';
import { AXES, BINS, FREQUENCIES, MONETARIES, scorings, USUAL_METHOD } from '../scoring/method.js';
import { checkCuts, cutsOption, isOneScoring, scoringOption } from './axis-options.js';
import {
  type Changed,
  numbers,
  type Option,
  OptionError,
  oneOf,
  type SegmentationOptions,
  setMethod,
} from './option.js';

export { OptionError, type SegmentationOptions } from './option.js';

const OPTIONS: readonly Option[] = [
  {
    name: 'map',
    example: 'map:eleven',
    summary: "the segment map: one of those below, or the shop's own; `SEGMENT_MAP` unless named",
    read: (value, segmentation, maps) => {
      const map = maps.get(value.toLowerCase());
      if (!map)
        throw new OptionError(
          `There is no segment map "${value}". There are: ${maps.all.map(m => m.name).join(', ')}.`,
        );
      segmentation.map = map;
    },
    write: ({ map }, usual) => (map.name === usual.map.name ? undefined : map.name),
  },
  {
    name: 'scoring',
    example: 'scoring:rank',
    summary: 'how all three axes are cut into scores: one of those below; `quantile` unless named',
    read: (value, segmentation) => {
      const scoring = oneOf('scoring', value, [...scorings.keys()]);
      setMethod(segmentation, { r: scoring, f: scoring, m: scoring });
    },
    write: ({ method }, usual) =>
      isOneScoring(method) && method.r !== 'cutoffs' && AXES.some(axis => method[axis] !== usual.method[axis])
        ? method.r
        : undefined,
  },
  ...AXES.map(scoringOption),
  {
    name: 'frequency',
    example: 'frequency:lines',
    summary: 'what frequency counts: `orders` (default), `lines` (order lines), `days` (days with an order)',
    read: (value, segmentation) =>
      setMethod(segmentation, { frequency: oneOf('frequency', value, FREQUENCIES) }),
    write: ({ method }, usual) =>
      method.frequency === usual.method.frequency ? undefined : method.frequency,
  },
  {
    name: 'monetary',
    example: 'monetary:average',
    summary: 'what monetary adds up: `total` (default), or `average`, per order',
    read: (value, segmentation) =>
      setMethod(segmentation, { monetary: oneOf('monetary', value, MONETARIES) }),
    write: ({ method }, usual) => (method.monetary === usual.method.monetary ? undefined : method.monetary),
  },
  ...AXES.map(cutsOption),
  {
    name: 'bins',
    example: 'bins:4',
    summary: `the number of scores, ${BINS.least} to ${BINS.most}; ${BINS.usual} unless given`,
    read: (value, segmentation) => {
      const bins = Number(value);
      if (!Number.isInteger(bins) || bins < BINS.least || bins > BINS.most)
        throw new OptionError(`bins:${value} must be a whole number from ${BINS.least} to ${BINS.most}.`);
      setMethod(segmentation, { bins });
    },
    // Thresholds say how many groups there are.
    write: ({ method }, usual) =>
      method.bins === usual.method.bins || AXES.some(axis => method[axis] === 'cutoffs')
        ? undefined
        : String(method.bins),
  },
  {
    name: 'weights',
    example: 'weights:0.4,0.3,0.3',
    summary: 'the weights of R, F and M in a weighted score; those of the map unless given',
    read: (value, segmentation) => {
      const [r = Number.NaN, f = Number.NaN, m = Number.NaN, ...more] = numbers(value);
      if (![r, f, m].every(n => Number.isFinite(n) && n >= 0) || r + f + m === 0 || more.length > 0)
        throw new OptionError(
          `weights:${value} must be three numbers, of recency, frequency and monetary, ` +
            'for example weights:0.4,0.3,0.3.',
        );
      segmentation.weights = { r, f, m };
    },
    write: ({ weights }, usual) => {
      const text = weights && `${weights.r},${weights.f},${weights.m}`;
      const before = usual.weights && `${usual.weights.r},${usual.weights.f},${usual.weights.m}`;
      return text === before ? undefined : text;
    },
  },
  {
    name: 'best',
    example: 'best:1',
    summary:
      '`1` shows scores with 1 for the best, `highest` (default) the other way round; nothing else changes',
    read: (value, segmentation) => {
      segmentation.isOneBest = oneOf('best', value, ['1', 'highest']) === '1';
    },
    write: ({ isOneBest }, usual) =>
      isOneBest === usual.isOneBest ? undefined : isOneBest ? '1' : 'highest',
  },
  {
    name: 'scored',
    example: 'scored:filtered',
    summary:
      '`all` (default): a filter counts within the segments of all customers; ' +
      '`filtered`: the customers that it leaves are scored among themselves',
    read: (value, segmentation) => {
      segmentation.scoredAmong = oneOf('scored', value, ['all', 'filtered']);
    },
    write: ({ scoredAmong }, usual) => (scoredAmong === usual.scoredAmong ? undefined : scoredAmong),
  },
  {
    name: 'as-of',
    example: 'as-of:2026-03-31',
    summary: 'the day as of which customers are scored; the day after the last order unless given',
    read: (value, segmentation) => {
      const day = dayFromIso(value);
      if (day === undefined || !/^(19|20|21)/.test(value))
        throw new OptionError(`as-of:${value} is no day; write it as 2026-03-31.`);
      segmentation.asOf = day;
    },
    write: ({ asOf }, usual) => (asOf === undefined || asOf === usual.asOf ? undefined : isoOf(asOf)),
  },
];

/** What there is to know about all options. */
export const SEGMENTATION_OPTIONS: readonly Pick<Option, 'name' | 'example' | 'summary'>[] = OPTIONS;

/** How segments are made unless a setting says otherwise. */
export const defaultOptions = (map: SegmentMap): SegmentationOptions => ({
  map,
  method: USUAL_METHOD,
  isOneBest: false,
  scoredAmong: 'all',
});

/**
 * The usual options with some changed.
 * @param changes names and values of options, in the order of the text
 * @throws OptionError if an option cannot take a value
 */
export function optionsWith(
  changes: readonly (readonly [name: string, value: string])[],
  usual: SegmentationOptions,
  maps: Maps,
): SegmentationOptions {
  const segmentation: Changed = { ...usual };
  // An option for all axes comes before one for a single axis, in whichever order they stand.
  for (const option of OPTIONS)
    for (const [name, value] of changes) if (name === option.name) option.read(value, segmentation, maps);
  checkCuts(
    segmentation.method,
    changes.some(([name]) => name === 'bins'),
  );
  return segmentation;
}

/** The options that differ from the usual ones. */
export const changedOptions = (
  segmentation: SegmentationOptions,
  usual: SegmentationOptions,
): { readonly name: string; readonly value: string }[] =>
  OPTIONS.flatMap(option => {
    const value = option.write(segmentation, usual);
    return value === undefined ? [] : [{ name: option.name, value }];
  });

/** The same as a question takes them: `map:eleven scoring:rank`. */
export const optionsText = (segmentation: SegmentationOptions, usual: SegmentationOptions): string =>
  changedOptions(segmentation, usual)
    .map(({ name, value }) => `${name}:${value}`)
    .join(' ');
