import { type Replacement, replacementsOf } from '../foreign.js';
import { COMPARISONS } from './comparisons.js';
import { CUSTOMERS } from './customers.js';
import { FIGURES } from './figures.js';
import { LEAVING_OUT } from './leaving-out.js';
import { MISREAD, SALESPEOPLE, SELLERS } from './misread.js';
import { ORDERS } from './orders.js';
import { PARTS } from './parts.js';
import { PERIODS } from './periods.js';
import { RANKS } from './ranks.js';
import { REPORTS } from './reports.js';
import { TALK } from './talk.js';

/**
 * What people say of a shop's figures, concept by concept, and the plain words that are read. They are
 * tried only on a text that is not understood as it stands, so none of them takes a word from an answer.
 * Patterns of whole words in lower case, separated by commas, in the order in which they are replaced.
 */
export const PLAINER: readonly Replacement[] = [
  TALK,
  PERIODS,
  CUSTOMERS,
  ORDERS,
  FIGURES,
  RANKS,
  LEAVING_OUT,
  COMPARISONS,
  REPORTS,
].flatMap(phrases => replacementsOf(phrases, PARTS));

/** Replaced before anything is read. */
export const READ_FIRST: readonly Replacement[] = replacementsOf(MISREAD, PARTS);

/** Also replaced before anything is read, where the sales have salespeople. */
export const OF_SALESPEOPLE: readonly Replacement[] = replacementsOf(SALESPEOPLE);

/** The same as `PLAINER`, where the sales have no salespeople. */
export const WITHOUT_SALESPEOPLE: readonly Replacement[] = [...replacementsOf(SELLERS, PARTS), ...PLAINER];
