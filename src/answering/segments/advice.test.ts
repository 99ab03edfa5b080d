import { describe, expect, it } from 'vitest';
import { formatFor } from '../../core/answer/format.js';
import { shippedMaps } from '../../segments/maps/maps.js';
import { segmentTitled } from '../../segments/maps/segment-names.js';
import { adviceFor } from './advice.js';

const format = formatFor('USD');
const map = shippedMaps().find(m => m.name === 'five') ?? shippedMaps()[0];
const five = (title: string) => segmentTitled(title, { map: map as NonNullable<typeof map> });
const nobody = { customers: 0, revenue: 0 };

describe('advice', () => {
  it('is personal for customers who were in the best segment before, whatever they spent', () => {
    const group = {
      segment: five('Lost Customers'),
      customers: 4,
      bigSpenders: { customers: 3, revenue: 40_000_00 },
      cameFromBest: five('VIP'),
    };
    expect(adviceFor(group, format)).toEqual(['Contact each of them personally: they were VIP before']);
  });

  it('tells those who spent more than the average customer from the others', () => {
    const lost = five('Lost Customers');
    const some = { segment: lost, customers: 29, bigSpenders: { customers: 2, revenue: 12_475_70 } };
    expect(adviceFor(some, format)).toEqual([
      'Personally contact the 2 who each spent more than the average customer ($12,475.70 together)',
      'For the other 27: send one low-cost "we miss you" e-mail and see how many come back; ' +
        'leave them out of costly campaigns',
    ]);
    expect(adviceFor({ ...some, bigSpenders: nobody }, format)).toEqual(lost.actions);
  });

  it('is that of the map for segments of those who stay', () => {
    const vip = five('VIP');
    const group = { segment: vip, customers: 9, bigSpenders: { customers: 9, revenue: 900_00 } };
    expect(adviceFor(group, format)).toEqual(vip.actions);
  });
});
