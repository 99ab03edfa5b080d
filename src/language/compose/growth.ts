import type { Grain } from '../../core/calendar/grain.js';
import { type Pass, take } from './draft.js';

const ADVERBS: Readonly<Record<string, Grain>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
  mom: 'month',
  wow: 'week',
  qoq: 'quarter',
};
const GROWTH = '(?:growth(?: rates?)?|(?:percent(?:age)? )?change)';

/** `yoy growth each year since 2019`, `yoy % for each year`. */
const EACH_YEAR = new RegExp(
  `\\b(?:yoy|year (?:over|on) year) (?:${GROWTH}|%|percent)(?: (?:for|in|of|by))? ` +
    '(?:each|every|all|per|by|the)(?: of the)? years?\\b',
);
const BY_PERIOD = new RegExp(
  '\\b(?:by|per|each|every) (?:fiscal )?(?:day|week|month|quarter|year)s?\\b|' +
    '\\b(?:dai|week|month|quarter|year)ly\\b',
);
const CHANGED = new RegExp(
  '\\b(?:gr[eo]w(?:n|s|th)?|fell|fall(?:en)?|dropp?(?:ed)?|declin\\w*|increas\\w*|decreas\\w*|' +
    'chang\\w*|rose|risen)\\b',
  'i',
);

/**
 * `month over month growth`, `monthly growth rate`, `by month with growth`: each period with its change from
 * the one before. Read before periods, which take "month over month" for two of them.
 */
export const growthByPeriod: Pass = draft => {
  const named =
    take(draft, EACH_YEAR) ??
    take(draft, new RegExp(`\\b(day|week|month|quarter) (?:over|on|by|to) \\1 ${GROWTH}`)) ??
    take(draft, new RegExp(`\\b(daily|weekly|monthly|quarterly|yearly|annual|mom|wow|qoq) ${GROWTH}`));
  const isBeside =
    !named &&
    BY_PERIOD.test(draft.text) &&
    take(
      draft,
      new RegExp(`\\b(?:with|and|incl(?:uding|\\.)?|plus|showing) (?:the |its |their )?${GROWTH}\\b`),
    );
  if (!named && !isBeside) return;
  take(draft, /\b(?:in|as a) (?:percent(?:age)?s?|%)(?= |$)|(?<= )%(?= |$)/);
  if (named) {
    const grain = named[1] === undefined ? 'year' : (ADVERBS[named[1]] ?? (named[1] as Grain));
    if (!draft.by.includes(grain)) draft.by.push(grain);
    take(draft, new RegExp(`\\b(?:by|per) ${grain}\\b`));
  }
  draft.show.add('growth');
  draft.isComposed = true;
  draft.isStrong = true;
};

/** A text without "in percent", where it asks how something grew: every such answer has the percentage. */
export const withoutPercent = (text: string): string =>
  CHANGED.test(text) ? text.replace(/ (?:in|as a) (?:percent(?:age)?s?\b|%)| in per ?cent\b/gi, '') : text;
