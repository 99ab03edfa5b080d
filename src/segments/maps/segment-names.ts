import { ShopkeeperError } from '../../core/errors.js';
import { normal } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { OTHERS, type Segment, type SegmentMap } from './map.js';

/** A segment as a word of a question: `at-risk` for At-Risk Customers. */
export const segmentWord = (title: string): string => kebab(title).replace(/-customers$/, '');

/** The segment of a map that has a title. @throws ShopkeeperError if the map has none */
export function segmentTitled(title: string, { map }: { readonly map: SegmentMap }): Segment {
  const segment = [...map.segments, OTHERS].find(s => s.title === title);
  if (segment) return segment;
  throw new ShopkeeperError(
    `The segment map ${map.name} has no segment "${title}".`,
    `It has ${map.segments.map(s => s.title).join(', ')}.`,
  );
}

/** The names that a segment goes by, as they are compared: `at risk`, `vip customers`. */
export function segmentNames(segment: Segment, withAliases = true): readonly string[] {
  const known = withAliases ? namesWithAliases : ownNames;
  let names = known.get(segment);
  if (!names) {
    names = namesOf(segment, withAliases);
    known.set(segment, names);
  }
  return names;
}

const namesWithAliases = new WeakMap<Segment, readonly string[]>();
const ownNames = new WeakMap<Segment, readonly string[]>();

/** `champions` are customers wherever they are named, `risk` and `gone` only among words about segments. */
const isOfPeople = (alias: string): boolean => /^\p{L}+s$/u.test(alias);

function namesOf({ title, one, many, aliases }: Segment, withAliases: boolean): string[] {
  const names = [title, one, many, ...(withAliases ? aliases : aliases.filter(isOfPeople))].map(normal);
  return [...new Set(names.flatMap(n => [n, n.replace(/ customers?$/, '')]))];
}

/**
 * The segments that a phrase names: by a name, or by a word of it that only one segment has. Among words
 * about sales only by their own names: "best customers" is a segment's alias, and a question about sales.
 */
export function findSegments(
  phrase: string,
  segments: readonly Segment[],
  isAboutSegments: boolean,
): Segment[] {
  const wanted = phrase.replace(/ customers?$/, '');
  const forms = [wanted, `${wanted}s`, wanted.replace(/s$/, '')];
  const exact = segments.filter(s => segmentNames(s, isAboutSegments).some(n => forms.includes(n)));
  if (exact.length > 0 || !isAboutSegments) return exact.slice(0, 1);
  const byWord = segments.filter(s =>
    segmentNames(s).some(n =>
      n.split(' ').some(w => w !== 'customer' && w !== 'customers' && forms.includes(w)),
    ),
  );
  return byWord.length === 1 ? byWord : [];
}
