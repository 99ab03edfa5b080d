import { NotUnderstood } from '../core/errors.js';
import { normal } from '../core/text/normal-text.js';
import { typed } from '../core/text/typed-text.js';
import { kebab } from '../core/text/words.js';
import { findSegments } from '../segments/maps/segment-names.js';
import type { Setting } from './setting.js';

async function segmentsCalled(values: readonly string[], setting: Setting) {
  const snapshot = await setting.segments();
  const wanted = values.map(value => {
    const [found] = findSegments(normal(value.replaceAll('-', ' ')), snapshot.segments, true);
    const exact = snapshot.segments.find(s => kebab(s.title) === kebab(value));
    const segment = exact ?? found;
    if (segment) return segment;
    const all = snapshot.segments.map(s => s.title).join(', ');
    throw new NotUnderstood(
      `There is no segment ${typed(value)} in the map "${snapshot.map.name}". There are: ${all}.`,
      ['segment'],
    );
  });
  return { snapshot, wanted };
}

/** The titles of segments by what they are called. @throws NotUnderstood */
export const segmentTitles = async (values: readonly string[], setting: Setting): Promise<string[]> =>
  (await segmentsCalled(values, setting)).wanted.map(segment => segment.title);

/** Marks the customers of segments. @throws NotUnderstood */
export async function segmentMarks(values: readonly string[], setting: Setting): Promise<Uint8Array> {
  const { snapshot, wanted } = await segmentsCalled(values, setting);
  const isWanted = snapshot.segments.map(segment => wanted.includes(segment));
  const marks = new Uint8Array(setting.highestCustomer + 1);
  const { customer } = snapshot.scored.figures;
  for (let i = 0; i < customer.length; i++)
    if (isWanted[snapshot.segment[i] as number]) marks[customer[i] as number] = 1;
  return marks;
}
