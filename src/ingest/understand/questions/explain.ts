import type { Decision } from '../decisions/decision.js';
import type { ColumnMap } from '../overrides.js';
import type { ReadingFigures } from './question.js';
import { figuresOf, type Readable } from './settle.js';

/** A decision, with what it gives and what the next best reading would give. */
export interface Explained {
  readonly decision: Decision;
  readonly figures: ReadingFigures | undefined;
  readonly secondFigures: ReadingFigures | undefined;
}

/** Says of each decision what it and the next best would give. */
export async function explain(
  file: Readable,
  said: ColumnMap,
  decisions: readonly Decision[],
): Promise<Explained[]> {
  const explained: Explained[] = [];
  for (const decision of decisions) {
    const [second] = decision.others;
    explained.push({
      decision,
      figures: await figuresOf(file, said, decision.chosen),
      secondFigures: second && (await figuresOf(file, said, second)),
    });
  }
  return explained;
}
