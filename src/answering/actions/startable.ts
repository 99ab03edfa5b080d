import type { Startable } from '../../core/answer/answer.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import { filterText, type QueryArguments } from '../declaration.js';
import type { ChosenAction } from './chosen.js';

/** For which customers of the shop a question is: `at-risk country:Spain`; empty for all. */
export const within = ({ segment, segmentation, filters }: QueryArguments): string =>
  [segment === undefined ? '' : segmentWord(segment), segmentation?.text ?? '', filterText(filters)]
    .filter(part => part !== '')
    .join(' ');

/** Actions as they can be started, for the same customers: `win-back at-risk country:Spain`. */
export const startable = (actions: readonly ChosenAction[], query: QueryArguments): Startable[] =>
  actions
    .filter(({ kind }) => kind.name !== 'leave-alone')
    .map(({ kind, customers }) => ({
      label: kind.title,
      text: `${kind.name} ${within(query)}`.trim(),
      customers: customers.length,
    }));
