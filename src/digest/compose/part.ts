import type { Answer } from '../../core/answer/answer.js';
import type { DigestMaterial } from './material.js';

/** A section of a digest's thread: the default export of a file in `parts/`. */
export interface DigestPart {
  /** Its name in `parts:`. */
  readonly name: string;
  /** Parts appear in the thread in ascending order. */
  readonly order: number;
  /** What it shows, for help. */
  readonly description: string;
  /** @returns its answers; none if there is nothing to report */
  compose(material: DigestMaterial): Promise<Answer[]>;
}
