import { capital } from '../../core/answer/format.js';
import type { Offer } from '../follow-ups.js';
import type { ActionKind } from './kinds.js';

/** Whom an action is for: `Customers to win back`. */
export const offerAction = ({ name, many }: ActionKind): Offer => ({
  family: 'segment',
  question: 'action',
  figure: name,
  label: capital(many),
});
