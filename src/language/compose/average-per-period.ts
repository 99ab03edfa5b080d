import type { Grain } from '../../core/calendar/grain.js';
import { type Draft, type Pass, take, tidy } from './draft.js';

const UNIT = '(day|week|month|quarter|year)';
const GRAIN_OF: Readonly<Record<string, Grain>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
};
const ADVERB = `(${Object.keys(GRAIN_OF).join('|')})`;
const USUAL = '(?:average|typical|normal|usual|ordinary)';
const WEEKDAY = '((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?';

/** Averages of something else than a period's sum: of an order, a price, an age. */
const OTHERWISE = new RegExp(
  String.raw`\b(?:order (?:value|size|amount|total)|(?:order|sale|purchase|basket|ticket|price|rating|` +
    String.raw`discount|margin|age|cost|aov|bill|cheque|check|receipt)\b(?!s)|lifetime|between|median|` +
    String.raw`rates?\b|(?:per|by|an?|each|every) (?:order|customer|client|buyer|head|person|line|unit|` +
    String.raw`invoice|transaction|purchase|visit)\b)`,
);
const SAYS_AVERAGE = new RegExp(String.raw`\b(?:on average|${USUAL}|averaged|typically|usually|normally)\b`);

/** In the order in which they are tried: each names the period, and is taken out with the word "average". */
const WAYS: readonly RegExp[] = [
  // monthly average of revenue; average monthly revenue
  new RegExp(`\\b${ADVERB} averages?(?: of| for| in)?\\b`),
  new RegExp(`\\b${USUAL} (?:total |overall |net |number of )?${ADVERB}(?: number of| amount of| total)?\\b`),
  // in an average month, what does a typical week look like
  new RegExp(
    `\\b(?:(?:in|on|for|during|of|over) )?(?:(?:an?|our|the) )?${USUAL} ${UNIT}(?: looks? like)?\\b`,
  ),
  // average orders per day; how much do we make a week on average
  new RegExp(`\\b(?:per|an?|in (?:an?|each|every)|each|every) (?:calendar |single )?${UNIT}\\b(?! of\\b)`),
];

/**
 * `average sales per month`, `on average how much a week`: the mean of all whole periods. Read before the
 * periods, which would take "monthly" for a course.
 */
export const averagePerPeriod: Pass = draft => {
  if (onUsualWeekday(draft)) return;
  if (!SAYS_AVERAGE.test(draft.text) || OTHERWISE.test(draft.text)) return;
  if (perWeekday(draft)) return;
  for (const way of WAYS) {
    const m = take(draft, way);
    if (!m) continue;
    average(draft, GRAIN_OF[m[1] as string] ?? (m[1] as Grain));
    return;
  }
};

function average(draft: Draft, grain: Grain): void {
  draft.per = grain;
  draft.text = tidy(
    draft.text
      .replace(
        /\b(?:on|in) average\b|\b(?:averages?|averaged|typical|typically|usually|normally|usual)\b/g,
        ' ',
      )
      .replace(/\bnumber of (?=\p{L})/u, ''),
  );
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `average sales per weekday`: of each weekday over all of its days. */
function perWeekday(draft: Draft): boolean {
  if (!take(draft, /\b(?:per|for each|each|every|by) (?:week ?day|day of the week)\b/)) return false;
  draft.by.push('weekday');
  average(draft, 'day');
  return true;
}

/** `what do we take on an average saturday`. */
function onUsualWeekday(draft: Draft): boolean {
  const m = take(draft, new RegExp(`\\b(?:on |for |of )?(?:an?|our|the) ${USUAL} ${WEEKDAY}\\b`));
  if (!m) return false;
  const day = m[1] as string;
  draft.where.push({ field: 'weekday', values: [`${day.charAt(0).toUpperCase()}${day.slice(1)}`] });
  average(draft, 'day');
  return true;
}

/**
 * A list has no average per period, and "how many a week" does not say of what: these words are left over,
 * and nothing is answered. Read behind the rows.
 */
export const averageOfWhat: Pass = draft => {
  if (!draft.per) return;
  if (draft.rows === 'customers' || draft.rows === 'orders') draft.text = tidy(`${draft.text} average`);
  else if (draft.measures.length === 0 && /\bhow many\b/.test(draft.whole))
    draft.text = tidy(`${draft.text} how many`);
};
