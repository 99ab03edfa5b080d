import type { Day } from '../../core/calendar/days.js';
import { ShopkeeperError } from '../../core/errors.js';
import type { SegmentMap, Weights } from '../maps/map.js';
import type { Maps } from '../maps/maps.js';
import type { Method } from '../scoring/method.js';

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
  /**
   * Whether a filter counts within all customers' scores, or the customers that it leaves are scored
   * anew.
   */
  readonly scoredAmong: 'all' | 'filtered';
}

/** An option has a value that it cannot take; `message` says which values it takes. */
export class OptionError extends ShopkeeperError {
  override readonly name = 'OptionError';
}

/** Options that are being read. */
export type Changed = { -readonly [K in keyof SegmentationOptions]: SegmentationOptions[K] };

/** One option: its name, and how its value is read and written. */
export interface Option {
  readonly name: string;
  readonly example: string;
  /** What it sets and which values it takes, for docs/segments.md. */
  readonly summary: string;
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

/** The allowed value that a text means, also in the singular or plural. @throws OptionError */
export const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const wanted = SYNONYMS.get(value.toLowerCase()) ?? value.toLowerCase();
  const found = allowed.find(a => [wanted, `${wanted}s`, wanted.replace(/s$/, '')].includes(a));
  if (found === undefined) throw new OptionError(`${name}:${value} is none of ${allowed.join(', ')}.`);
  return found;
};

/** Numbers of a list: `30,60,90`; with signs of money and thousands: `$50,100,1k`. */
export const numbers = (value: string): number[] =>
  value.split(/[,/]/).map(part => {
    const m = /^\p{Sc}?\s*(-?\d+(?:\.\d+)?)(k?)$/iu.exec(part.trim());
    return m ? Number(m[1]) * (m[2] ? 1_000 : 1) : Number.NaN;
  });

/** Changes some of how customers are scored. */
export const setMethod = (segmentation: Changed, changes: Partial<Method>): void => {
  segmentation.method = { ...segmentation.method, ...changes };
};
