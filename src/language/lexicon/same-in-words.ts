import { AMOUNTS } from './same/amounts.js';
import { AS_TYPED } from './same/as-typed.js';
import { BUYERS } from './same/buyers.js';
import { CAUSES } from './same/causes.js';
import { COMPARISONS } from './same/comparisons.js';
import { CUSTOMERS } from './same/customers.js';
import { EVERYDAY } from './same/everyday.js';
import { FIGURES } from './same/figures.js';
import { ONE_OR_THE_OTHER } from './same/one-or-the-other.js';
import { PERIODS } from './same/periods.js';
import { PLAIN_TALK } from './same/plain-talk.js';
import { PRICES } from './same/prices.js';
import { REPORTS } from './same/reports.js';
import { RETURNING_BUYERS } from './same/returning-buyers.js';
import type { Same } from './same/same.js';
import { SEVERAL } from './same/several.js';
import { SHARES } from './same/shares.js';
import { SHORTHAND } from './same/shorthand.js';
import { SLANG } from './same/slang.js';
import { SLANG_OF_FIGURES } from './same/slang-of-figures.js';

/** What people say in other words, and the words that every reader knows for it, in the order of reading. */
export const SAME_IN_WORDS: Same = [
  ...CAUSES,
  ...PRICES,
  ...AMOUNTS,
  ...AS_TYPED,
  ...PERIODS,
  ...FIGURES,
  ...ONE_OR_THE_OTHER,
  ...RETURNING_BUYERS,
  ...BUYERS,
  ...SEVERAL,
  ...SLANG,
  ...SLANG_OF_FIGURES,
  ...PLAIN_TALK,
  ...SHORTHAND,
  ...EVERYDAY,
  ...COMPARISONS,
  ...SHARES,
  ...CUSTOMERS,
  ...REPORTS,
];
