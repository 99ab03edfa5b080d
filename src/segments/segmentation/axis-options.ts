import { AXES, type Axis, axisName, BINS, type Method, scorings } from '../scoring/method.js';
import { numbers, type Option, OptionError, oneOf, setMethod } from './option.js';

/** What the thresholds of each axis are given in. */
const CUT_UNITS = { r: 'in days', f: 'in orders, or what frequency counts', m: 'in major units' } as const;

/** How one axis is cut: `r-scoring:rank`. */
export function scoringOption(axis: Axis): Option {
  const name = `${axis}-scoring`;
  return {
    name,
    example: `${name}:rank`,
    summary: `how ${axisName(axis)} alone is cut`,
    read: (value, segmentation) =>
      setMethod(segmentation, { [axis]: oneOf(name, value, [...scorings.keys()]) }),
    write: ({ method }, usual) =>
      isOneScoring(method) || method[axis] === usual.method[axis] || method[axis] === 'cutoffs'
        ? undefined
        : method[axis],
  };
}

/** Thresholds of a person's own for an axis: `r-cuts:30,60,90,180`. */
export function cutsOption(axis: Axis): Option {
  const name = `${axis}-cuts`;
  const example = `${name}:${axis === 'r' ? '30,60,90,180' : axis === 'f' ? '1,2,3,5' : '50,100,200,500'}`;
  return {
    name,
    example,
    summary: `thresholds of your own for ${axisName(axis)}, ${CUT_UNITS[axis]}`,
    read: (value, segmentation) => {
      const cuts = numbers(value);
      if (cuts.some(n => !Number.isFinite(n)) || cuts.some((n, i) => i > 0 && n <= cuts[i - 1]!))
        throw new OptionError(`${name}:${value} must be rising numbers, for example ${example}.`);
      if (cuts.length + 1 < BINS.least || cuts.length + 1 > BINS.most)
        throw new OptionError(
          `${name} takes ${BINS.least - 1} to ${BINS.most - 1} thresholds, for example ${example}.`,
        );
      if (axis !== 'm' && cuts[0]! < 0)
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

/** Whether all axes are cut by the same method. */
export const isOneScoring = ({ r, f, m }: Method): boolean => r === f && f === m;

/** Thresholds must be there for each axis that is cut by them, and make as many groups as the scores have. */
export function checkCuts(method: Method, areBinsGiven: boolean): void {
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
          : `All thresholds must make the same number of groups, but ${axis}-cuts has ${cuts.length} ` +
              `and another ${method.bins - 1}.`,
      );
  }
}
