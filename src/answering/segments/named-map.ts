import { NotUnderstood } from '../../core/errors.js';
import { normal } from '../../core/text/normal-text.js';
import { typos } from '../../core/text/typos.js';
import type { SegmentMap } from '../../segments/maps/map.js';
import type { Maps } from '../../segments/maps/maps.js';

/** The map that a text names. @throws NotUnderstood where there is none, with the nearest */
export function namedMap(text: string, { all }: Maps): SegmentMap {
  const wanted = normal(text).replace(/^map |( segment)? map$/g, '');
  const called = all.find(map => normal(map.name) === wanted || normal(map.title) === wanted);
  if (called) return called;
  const near = [...all].sort((a, b) => typos(normal(a.name), wanted) - typos(normal(b.name), wanted));
  throw new NotUnderstood(
    `There is no segment map "${text}". There are: ${all.map(m => m.name).join(', ')}.`,
    near.slice(0, 3).map(map => `segment map ${map.name}`),
  );
}

/**
 * The two maps that a text names: `five eleven`, `five and eleven`, `five vs eleven`. @throws NotUnderstood
 */
export function twoMaps(text: string, maps: Maps): [SegmentMap, SegmentMap] {
  const names = text
    .split(/\s*(?:,|\bvs\.?|\bversus\b|\band\b|\bwith\b|\bto\b|&|\s)\s*/i)
    .filter(name => name !== '' && !/^maps?$/i.test(name));
  const [first, second, third] = names;
  if (first === undefined || second === undefined || third !== undefined)
    throw new NotUnderstood(
      `Two segment maps are compared, but "${text}" names ${['none', 'one'][names.length] ?? 'more'}.`,
      ['segment compare five eleven', 'segment maps'],
    );
  const [a, b] = [namedMap(first, maps), namedMap(second, maps)];
  if (a === b)
    throw new NotUnderstood(`The map ${a.name} is the same as itself.`, [
      'segment compare five eleven',
      'segment maps',
    ]);
  return [a, b];
}
