import { rounded } from '../decisions/decision.js';
import type { Candidate } from './candidates.js';
import { isClose } from './equations.js';
import type { Pricing } from './products.js';
import { isBeforeOther, isUntied } from './untied.js';

/** From this score on the sums of the file prove a candidate. */
const PROVEN = 58;
/** By how much a candidate must lead another until hardly a doubt is left. */
const LEAD = 12;

/** How sure it is that the best candidate is the revenue: by what proves it, and by how far it leads. */
export function certaintyOf(
  best: Candidate,
  candidates: readonly Candidate[],
  { priced, priceLike }: Pricing,
): number {
  const alone = certaintyAlone(best);
  if (best.score < PROVEN && (best.figure ? priceLike.includes(best.figure) : priced?.isOfLineToo))
    return UNIT_OR_LINE;
  if (isContradicted(best, candidates)) return CONTRADICTED;
  const next = Math.max(...candidates.filter(c => c !== best).map(c => c.score));
  if (best.score < PROVEN && isUntied(best, candidates)) return UNTIED;
  if ((best.score >= PROVEN || !best.figure) && isBeforeOther(best, candidates)) return UNTIED;
  if (best.score >= PROVEN || !Number.isFinite(next)) return alone;
  return rounded(Math.min(alone, 0.5 + (1 - Math.exp((next - best.score) / LEAD)) / 2));
}

/** Quantity x price says something else than the amount, and no sum shows why: either may be meant. */
const CONTRADICTED = 0.45;

/** Nothing tells whether a column is the amount of a line or the price of one piece. */
const UNIT_OR_LINE = 0.45;

/** Another column is named like an amount as well, and nothing ties the two. */
const UNTIED = 0.45;

/**
 * Share of rows in which an amount differs from quantity x price if they contradict each other. Where they
 * agree in some rows, it is no chance: the others have a discount, or a price that is cut off at a maximum.
 */
const APART = 0.9;

/** Whether an amount that only its name speaks for differs from quantity x price in nearly every row. */
function isContradicted(
  { figure, score, values, per }: Candidate,
  candidates: readonly Candidate[],
): boolean {
  const gross = candidates.find(c => c.figure === undefined);
  if (!figure || !gross || score >= PROVEN || per !== 'line') return false;
  if (candidates.some(c => c.equation?.base === figure)) return false;
  const pairs = values.map((v, i) => [v, gross.values[i]] as const).filter(([v, g]) => v && g);
  const apart = pairs.filter(([v = 0, g = 0]) => !isClose(Math.abs(v), Math.abs(g)));
  return apart.length > pairs.length * APART;
}

function certaintyAlone({ score, figure }: Candidate): number {
  if (score >= PROVEN) return 0.97;
  // Quantity and price with names of their own: nothing else is named like an amount.
  if (!figure) return 0.85;
  if (score >= 38) return 0.9;
  if (score >= 30) return 0.85;
  return score >= 24 ? 0.7 : 0.4;
}
