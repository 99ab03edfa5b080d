import type { Answer } from '../../core/answer/answer.js';
import type { DigestMaterial } from './material.js';

/** What a digest can have in its thread. */
export interface DigestPart {
  /** As `parts:` names it. */
  readonly name: string;
  /** What it shows, for help. */
  readonly says: string;
  /** @returns its answers, none where there is nothing to say */
  compose(material: DigestMaterial): Promise<Answer[]>;
}
