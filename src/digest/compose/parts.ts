import type { DigestPart } from './part.js';
import { findingsPart } from './parts/findings.js';
import { customersPart } from './parts/moves.js';
import { planPart } from './parts/plan.js';
import { shiftsPart } from './parts/shifts.js';

/** Every part of a digest's thread, in order. */
export const PARTS: readonly DigestPart[] = [shiftsPart, customersPart, planPart, findingsPart];
