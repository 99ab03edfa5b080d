import { findingsPart } from './findings.js';
import { customersPart } from './moves.js';
import type { DigestPart } from './part.js';
import { planPart } from './plan.js';
import { shiftsPart } from './shifts.js';

/** Every part of a digest's thread, in order. */
export const PARTS: readonly DigestPart[] = [shiftsPart, customersPart, planPart, findingsPart];
