import { rounded } from '../decisions/decision.js';
import type { Candidate } from './candidates.js';

/** From this score on the sums of the file prove a candidate. */
const PROVEN = 58;
/** By how much a candidate must lead another until hardly a doubt is left. */
const LEAD = 12;

/** How sure it is that the best candidate is the revenue: by what proves it, and by how far it leads. */
export function certaintyOf(best: Candidate, candidates: readonly Candidate[]): number {
  const alone = certaintyAlone(best);
  const next = Math.max(...candidates.filter(c => c !== best).map(c => c.score));
  if (best.score >= PROVEN || !Number.isFinite(next)) return alone;
  return rounded(Math.min(alone, 0.5 + (1 - Math.exp((next - best.score) / LEAD)) / 2));
}

function certaintyAlone({ score, figure }: Candidate): number {
  if (score >= PROVEN) return 0.97;
  // Quantity and price with names of their own: nothing else is named like an amount.
  if (!figure) return 0.85;
  if (score >= 38) return 0.9;
  if (score >= 30) return 0.85;
  return score >= 24 ? 0.7 : 0.4;
}
