import type { DigestPart } from '../part.js';
import { planByMoney } from '../plan-by-money.js';
import { planBySegment } from '../plan-by-segment.js';

const part: DigestPart = {
  name: 'plan',
  order: 30,
  description: 'what to do for whom, by the money that is at stake or expected, and who is to be won back',
  compose: async material => (await planByMoney(material)) ?? planBySegment(material),
};

export default part;
