import { type Day, dayFromIso, isoOf } from '../core/calendar/days.js';
import { ShopkeeperError } from '../core/errors.js';
import type { SegmentMap, Weights } from './maps/map.js';
import type { Maps } from './maps/maps.js';
import {
  AXES,
  type Axis,
  axisName,
  BINS,
  FREQUENCIES,
  type Method,
  MONETARIES,
  scorings,
  USUAL_METHOD,
} from './scoring/method.js';

/** How segments are made. The settings say it for the shop; a question may ask for something else. */
export interface SegmentationOptions {
  readonly map: SegmentMap;
  readonly method: Method;
  /** How much R, F and M count in a weighted score, where it is not as the map says. */
  readonly weights?: Weights;
  /** Whether scores are shown with 1 for the best. They are worked with the other way. */
  readonly isOneBest: boolean;
  /** The day that customers are scored as of; the one after the last order unless given. */
  readonly asOf?: Day;
  /** Among whom customers are scored if a question filters: among all customers of the shop, or those the filter leaves. */
  readonly scoredAmong: 'all' | 'filtered';
}

/** An option has a value that it cannot take; `message` says which values it takes. */
export class OptionError extends ShopkeeperError {
  override readonly name = 'OptionError';
}

type Changed = { -readonly [K in keyof SegmentationOptions]: SegmentationOptions[K] };

interface Option {
  readonly name: string;
  readonly example: string;
  /** @throws OptionError */
  read(value: string, segmentation: Changed, maps: Maps): void;
  /** The value that `read` would make this of; undefined if it is the usual one. */
  write(segmentation: SegmentationOptions, usual: SegmentationOptions): string | undefined;
}

/** Other words for values. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['avg', 'average'],
  ['mean', 'average'],
  ['sum', 'total'],
  ['day', 'days'],
]);

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const wanted = SYNONYMS.get(value.toLowerCase()) ?? value.toLowerCase();
  const found = allowed.find(a => [wanted, `${wanted}s`, wanted.replace(/s$/, '')].includes(a));
  if (found === undefined) throw new OptionError(`${name}:${value} is none of ${allowed.join(', ')}.`);
  return found;
};

/** Numbers of a list: `30,60,90`; with signs of money and thousands: `$50,100,1k`. */
const numbers = (value: string): number[] =>
  value.split(/[,/]/).map(part => {
    const m = /^\p{Sc}?\s*(-?\d+(?:\.\d+)?)(k?)$/iu.exec(part.trim());
    return m ? Number(m[1]) * (m[2] ? 1_000 : 1) : Number.NaN;
  });

const setMethod = (segmentation: Changed, changes: Partial<Method>): void => {
  segmentation.method = { ...segmentation.method, ...changes };
};

function scoringOption(axis: Axis): Option {
  const name = `${axis}-scoring`;
  return {
    name,
    example: `${name}:rank`,
    read: (value, segmentation) =>
      setMethod(segmentation, { [axis]: oneOf(name, value, [...scorings.keys()]) }),
    write: ({ method }, usual) =>
      isOneScoring(method) || method[axis] === usual.method[axis] || method[axis] === 'cutoffs'
        ? undefined
        : method[axis],
  };
}

function cutsOption(axis: Axis): Option {
  const name = `${axis}-cuts`;
  const example = `${name}:${axis === 'r' ? '30,60,90,180' : axis === 'f' ? '1,2,3,5' : '50,100,200,500'}`;
  return {
    name,
    example,
    read: (value, segmentation) => {
      const cuts = numbers(value);
      if (cuts.some(n => !Number.isFinite(n)) || cuts.some((n, i) => i > 0 && n <= (cuts[i - 1] as number)))
        throw new OptionError(`${name}:${value} must be rising numbers, for example ${example}.`);
      if (cuts.length + 1 < BINS.least || cuts.length + 1 > BINS.most)
        throw new OptionError(
          `${name} takes ${BINS.least - 1} to ${BINS.most - 1} thresholds, for example ${example}.`,
        );
      if (axis !== 'm' && (cuts[0] as number) < 0)
        throw new OptionError(`${name}:${value} begins below 0, where nobody is.`);
      setMethod(segmentation, {
        [axis]: 'cutoffs',
        bins: cuts.length + 1,
        cuts: { ...segmentation.method.cuts, [axis]: cuts },
      });
    },
    write: ({ method }, usual) => {
      const own = method.cuts[axis]?.join(',');
      return own === undefined || own === usual.method.cuts[axis]?.join(',') ? undefined : own;
    },
  };
}

const isOneScoring = ({ r, f, m }: Method): boolean => r === f && f === m;

const OPTIONS: readonly Option[] = [
  {
    name: 'map',
    example: 'map:eleven',
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
    read: (value, segmentation) =>
      setMethod(segmentation, { frequency: oneOf('frequency', value, FREQUENCIES) }),
    write: ({ method }, usual) =>
      method.frequency === usual.method.frequency ? undefined : method.frequency,
  },
  {
    name: 'monetary',
    example: 'monetary:average',
    read: (value, segmentation) =>
      setMethod(segmentation, { monetary: oneOf('monetary', value, MONETARIES) }),
    write: ({ method }, usual) => (method.monetary === usual.method.monetary ? undefined : method.monetary),
  },
  ...AXES.map(cutsOption),
  {
    name: 'bins',
    example: 'bins:4',
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
    read: (value, segmentation) => {
      const [r = Number.NaN, f = Number.NaN, m = Number.NaN, ...more] = numbers(value);
      if (![r, f, m].every(n => Number.isFinite(n) && n >= 0) || r + f + m === 0 || more.length > 0)
        throw new OptionError(
          `weights:${value} must be three numbers, of recency, frequency and monetary, for example weights:0.4,0.3,0.3.`,
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
    read: (value, segmentation) => {
      segmentation.isOneBest = oneOf('best', value, ['1', 'highest']) === '1';
    },
    write: ({ isOneBest }, usual) =>
      isOneBest === usual.isOneBest ? undefined : isOneBest ? '1' : 'highest',
  },
  {
    name: 'scored',
    example: 'scored:filtered',
    read: (value, segmentation) => {
      segmentation.scoredAmong = oneOf('scored', value, ['all', 'filtered']);
    },
    write: ({ scoredAmong }, usual) => (scoredAmong === usual.scoredAmong ? undefined : scoredAmong),
  },
  {
    name: 'as-of',
    example: 'as-of:2026-03-31',
    read: (value, segmentation) => {
      const day = dayFromIso(value);
      if (day === undefined || !/^(19|20|21)/.test(value))
        throw new OptionError(`as-of:${value} is no day; write it as 2026-03-31.`);
      segmentation.asOf = day;
    },
    write: ({ asOf }, usual) => (asOf === undefined || asOf === usual.asOf ? undefined : isoOf(asOf)),
  },
];

/** The names of all options, and an example of each. */
export const SEGMENTATION_OPTIONS: readonly { readonly name: string; readonly example: string }[] = OPTIONS;

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

/** Thresholds must be there for each axis that is cut by them, and make as many groups as the scores have. */
function checkCuts(method: Method, areBinsGiven: boolean): void {
  for (const axis of AXES) {
    if (method[axis] !== 'cutoffs') continue;
    const cuts = method.cuts[axis];
    if (!cuts)
      throw new OptionError(
        `scoring:cutoffs needs thresholds for ${axisName(axis)}, for example ${cutsOption(axis).example}.`,
      );
    if (cuts.length !== method.bins - 1)
      throw new OptionError(
        areBinsGiven
          ? `${method.bins} groups need ${method.bins - 1} thresholds, but ${axis}-cuts has ${cuts.length}.`
          : `All thresholds must make the same number of groups, but ${axis}-cuts has ${cuts.length} and another ${method.bins - 1}.`,
      );
  }
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
