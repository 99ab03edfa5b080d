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

/** What segments are made by. The shop has one by its settings; a question may ask for another. */
export interface SegmentationOptions {
  readonly map: SegmentMap;
  readonly method: Method;
  /** How much R, F and M count in a weighted score, where it is not as the map says. */
  readonly weights?: Weights;
  /** Whether scores are shown with 1 for the best. They are worked with the other way. */
  readonly isOneBest: boolean;
  /** The day that customers are scored as of; the one after the last order unless given. */
  readonly asOf?: Day;
}

/** A value that an option cannot have; `message` says which it can. */
export class BasisError extends ShopkeeperError {
  override readonly name = 'BasisError';
}

type Changed = { -readonly [K in keyof SegmentationOptions]: SegmentationOptions[K] };

interface Option {
  readonly name: string;
  readonly example: string;
  /** @throws BasisError */
  read(value: string, segmentation: Changed, maps: Maps): void;
  /** What was said, where it is not as usual; undefined otherwise. */
  write(segmentation: SegmentationOptions, usual: SegmentationOptions): string | undefined;
}

/** What else values are called. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['avg', 'average'],
  ['mean', 'average'],
  ['sum', 'total'],
  ['day', 'days'],
]);

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const wanted = ALSO.get(value.toLowerCase()) ?? value.toLowerCase();
  const found = allowed.find(a => [wanted, `${wanted}s`, wanted.replace(/s$/, '')].includes(a));
  if (found === undefined) throw new BasisError(`${name}:${value} is none of ${allowed.join(', ')}.`);
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
        throw new BasisError(`${name}:${value} must be rising numbers, for example ${example}.`);
      if (cuts.length + 1 < BINS.least || cuts.length + 1 > BINS.most)
        throw new BasisError(
          `${name} takes ${BINS.least - 1} to ${BINS.most - 1} thresholds, for example ${example}.`,
        );
      if (axis !== 'm' && (cuts[0] as number) < 0)
        throw new BasisError(`${name}:${value} begins below 0, where nobody is.`);
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
        throw new BasisError(
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
        throw new BasisError(`bins:${value} must be a whole number from ${BINS.least} to ${BINS.most}.`);
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
        throw new BasisError(
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
    name: 'as-of',
    example: 'as-of:2026-03-31',
    read: (value, segmentation) => {
      const day = dayFromIso(value);
      if (day === undefined || !/^(19|20|21)/.test(value))
        throw new BasisError(`as-of:${value} is no day; write it as 2026-03-31.`);
      segmentation.asOf = day;
    },
    write: ({ asOf }, usual) => (asOf === undefined || asOf === usual.asOf ? undefined : isoOf(asOf)),
  },
];

/** The names of all options, and an example of each. */
export const BASIS_OPTIONS: readonly { readonly name: string; readonly example: string }[] = OPTIONS;

/** What segments are made by where no setting says otherwise. */
export const usualBasis = (map: SegmentMap): SegmentationOptions => ({
  map,
  method: USUAL_METHOD,
  isOneBest: false,
});

/**
 * A segmentation with these options.
 * @param said option names and values, in the order they were said
 * @throws BasisError where a value cannot be
 */
export function optionsWith(
  said: readonly (readonly [name: string, value: string])[],
  usual: SegmentationOptions,
  maps: Maps,
): SegmentationOptions {
  const segmentation: Changed = { ...usual };
  // What is asked for all axes comes before what is asked for one, in whichever order they are said.
  for (const option of OPTIONS)
    for (const [name, value] of said) if (name === option.name) option.read(value, segmentation, maps);
  checkCuts(
    segmentation.method,
    said.some(([name]) => name === 'bins'),
  );
  return segmentation;
}

/** Thresholds must be there for each axis that is cut by them, and make as many groups as the scores have. */
function checkCuts(method: Method, isBinsSaid: boolean): void {
  for (const axis of AXES) {
    if (method[axis] !== 'cutoffs') continue;
    const cuts = method.cuts[axis];
    if (!cuts)
      throw new BasisError(
        `scoring:cutoffs needs thresholds for ${axisName(axis)}, for example ${cutsOption(axis).example}.`,
      );
    if (cuts.length !== method.bins - 1)
      throw new BasisError(
        isBinsSaid
          ? `${method.bins} groups need ${method.bins - 1} thresholds, but ${axis}-cuts has ${cuts.length}.`
          : `All thresholds must make the same number of groups, but ${axis}-cuts has ${cuts.length} and another ${method.bins - 1}.`,
      );
  }
}

/** The options that tell a segmentation from the usual one, as they can be said: `map:eleven scoring:rank`. Empty where there are none. */
export const optionsText = (segmentation: SegmentationOptions, usual: SegmentationOptions): string =>
  OPTIONS.flatMap(option => {
    const value = option.write(segmentation, usual);
    return value === undefined ? [] : [`${option.name}:${value}`];
  }).join(' ');
