import { type Draft, take } from './draft.js';

/** Fields that are no dimension of the data: `by segment`, `by order size`. */
export function groupedByFields(draft: Draft): void {
  for (const [pattern, key] of FIELDS) {
    if (draft.by.includes(key) || !take(draft, pattern)) continue;
    draft.by.push(key);
    draft.isComposed = true;
    // Of a period: the report on segments has all that customers ever spent.
    if (key === 'segment' && draft.period && /\b(?:revenue|sales|orders|units|turnover)\b/.test(draft.whole))
      draft.isStrong = true;
    // Seasonality is of months.
    if (key === 'season') draft.isStrong = true;
  }
  const cohort = take(
    draft,
    /\b(?:by |per )?(?:(?:monthly |customer )?cohorts?|retention by cohort|cohort retention)\b/,
  );
  if (cohort) {
    draft.by = ['first-order-month', 'month'];
    draft.measures = ['customers'];
    draft.isComposed = true;
  }
  if (take(draft, /\bby month of (?:first|the first) (?:order|purchase)\b/)) {
    draft.by.push('first-order-month');
    draft.isComposed = true;
  }
}

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:by|per|for each|in each|of each|each|across)(?: customer)? segments?\b|\bsegments? split\b/,
    'segment',
  ],
  [
    /\b(?:by|per) (?:order )?(?:size of (?:the )?order|order size|basket size|order value band)s?\b/,
    'order-size',
  ],
  [/\b(?:by|per) (?:month of )?first order(?: month)?\b/, 'first-order-month'],
  [/\b(?:by|per) (?:order number|number of orders so far|nth order)\b/, 'order-number'],
  [/\b(?:by|per|for each|each) seasons?\b/, 'season'],
  [
    /\b(?:(?:by|per|(?:in |for |of )?each|every|which) )?(?:fiscal|financial) (?:years?|yearly)\b/,
    'fiscal-year',
  ],
  [/\b(?:by|per|each|every) fy\b/, 'fiscal-year'],
  [
    /\b(?:(?:by|per|(?:in |for |of )?each|every|which) )?(?:fiscal|financial) (?:quarters?|quarterly)\b/,
    'fiscal-quarter',
  ],
  [
    new RegExp(
      '\\b(?:by|split by) (?:new (?:and|or|vs) returning|customer type|' +
        'buyer type)(?: (?:customers?|buyers?))?\\b',
    ),
    'buyers',
  ],
  [/\b(?:by|per) (?:weekend|part of the week)\b/, 'weekend'],
];
