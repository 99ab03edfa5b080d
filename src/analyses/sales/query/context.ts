import type { Answer } from '../../../core/answer/answer.js';
import type { Format } from '../../../core/answer/format.js';
import type { ResolvedQuery } from '../../../query/run.js';
import type { Setting } from '../../../query/setting.js';

/** What an answer to a query is made of, whatever its rows are. */
export interface QueryContext {
  readonly resolved: ResolvedQuery;
  readonly setting: Setting;
  readonly format: Format;
  /** What the figures cover, as people read it. */
  readonly text: string;
}

/** What an answer says beside what all answers have. */
export type QueryAnswer = Pick<Answer, 'headline' | 'columns' | 'rows'> &
  Partial<Pick<Answer, 'charts' | 'observations' | 'notes' | 'keepLast' | 'audience' | 'actions'>>;
