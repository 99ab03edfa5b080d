import type { Column, Row } from '../../core/answer/answer.js';
import type { Format } from '../../core/answer/format.js';
import { isoOf } from '../../core/calendar/days.js';
import type { Goal } from './goals.js';
import { goalSentence } from './sentences.js';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Goals as rows, each in the unit of its measure. */
export function goalTable(goals: readonly Goal[]): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { key: 'number', label: 'No.', unit: 'count' },
      { key: 'goal', label: 'Goal', unit: 'text' },
      { key: 'target', label: 'Target', unit: 'perRow' },
      { key: 'soFar', label: 'So far', unit: 'perRow' },
      { key: 'reached', label: 'Reached', unit: 'share' },
      { key: 'neededPerDay', label: 'Needed a day', unit: 'perRow' },
      { key: 'state', label: 'State', unit: 'text' },
      { key: 'lastDay', label: 'Last day', unit: 'date', secondary: true },
    ],
    rows: goals.map(({ id, query, progress }) =>
      progress
        ? {
            number: id,
            goal: progress.name,
            target: progress.target,
            soFar: progress.soFar,
            reached: Math.round((progress.soFar / progress.target) * 1e6) / 1e6,
            neededPerDay: progress.perDay ? rounded(progress.perDay.needed) : null,
            state: progress.state,
            lastDay: isoOf(progress.range.to),
            unit: progress.measure.unit,
          }
        : {
            number: id,
            goal: query,
            target: null,
            soFar: null,
            reached: null,
            neededPerDay: null,
            state: 'without figures',
            lastDay: null,
            unit: 'number',
          },
    ),
  };
}

/** A sentence for each goal of a figure that is shown beside it. */
export const besideFigure = (goals: readonly Goal[], format: Format): string[] =>
  goals.flatMap(({ id, progress }) => (progress ? [`Goal ${id}: ${goalSentence(progress, format)}`] : []));

/** A line for each goal: `2. Orders in 2026: missed by 12: 988 of 1,000.` */
export const goalSentences = (goals: readonly Goal[], format: Format): string[] =>
  goals.map(
    ({ id, query, progress, problem }) =>
      `${id}. ${progress ? `${progress.name}: ${goalSentence(progress, format)}` : `${query}: ${problem}`}`,
  );

/** How many goals stand where: `1 on pace, 1 missed`. */
export function stateCounts(goals: readonly Goal[]): string {
  const counts = new Map<string, number>();
  for (const { progress } of goals) {
    const state = progress?.state ?? 'without figures';
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
