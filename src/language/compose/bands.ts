import type { BandFigure, NumberRange } from '../../core/query/query.js';
import { BAND } from '../../core/query/query.js';
import { type Pass, tidy } from './draft.js';
import { NUMBER, numberIn, RANGE, rangeIn } from './numbers.js';
import { isAboutPeople } from './people.js';

const FROM_TO = `(?:between )?(${NUMBER}) ?(?:-|–|to|and) ?(${NUMBER})`;
const OPEN = `${NUMBER} ?(?:\\+|plus|or more|and (?:more|over|above|up))`;
const ITEM = `(?:${OPEN}|${RANGE}|${FROM_TO.replace(/\((?!\?)/g, '(?:')}|${NUMBER})`;
const BETWEEN = ' ?(?:,|/|\\||\\bvs\\b|\\bversus\\b)(?: ?and\\b)? ?| and ';
/** Two bands or more: `under 10k, 10-30k and over 30k`. */
const LIST = new RegExp(
  `(?<![\\w.,-])(${ITEM}(?:(?:${BETWEEN})${ITEM})+)(?![\\w-])(?! ?(?:days|weeks|months|years)\\b)`,
);
const SPLIT = new RegExp(`^(${ITEM})(?:(?:${BETWEEN})|$)`);

const OPEN_END = new RegExp(
  '[<>+]|\\b(?:under|below|less|fewer|lower|smaller|up to|at (?:most|least)|over|above|more|' +
    'exceeding|larger|bigger|higher|plus|max|min)\\b',
);

/** What is named before or behind the bands, and the figure that it is. */
const OF_CUSTOMERS: readonly (readonly [words: RegExp, figure: BandFigure])[] = [
  [/\baverage (?:orders?|basket)(?: (?:value|size)s?)?\b|\baov\b/, 'average-order'],
  [/\b(?:different |distinct )products\b/, 'products'],
  [/\b(?:number of |how many )?(?:orders|purchases|invoices|times)\b|\border (?:count|number)s?\b/, 'orders'],
  [/\b(?:number of )?(?:units|items|pieces)\b/, 'units'],
  [/\bdays (?:since|inactive|without)\b.*/, 'inactive-days'],
];
const SPENT = /\b(?:total |lifetime |customer )?(?:spend(?:ing)?|spent|revenue|sales|value|turnover|worth)\b/;
const ORDERS = /\b(?:orders?|invoices?|baskets?|transactions?|purchases?)\b/;

/** `orders under 10k, 10-30k, over 30k`, `customers by spend: <100, 100-500, 500+`: what rows are of. */
export const bands: Pass = draft => {
  // Without an open end there are no bands.
  const isOpen = OPEN_END.test(draft.text);
  const m = isOpen ? LIST.exec(draft.text) : null;
  const ranges = m ? rangesIn(m[1] ?? '') : [];
  const figure = m && areBands(ranges, m[1] ?? '') ? figureOf(draft.text) : undefined;
  if (!m || !figure) return;
  draft.bands = { of: figure, ranges };
  draft.by.push(BAND);
  draft.isComposed = true;
  draft.isStrong = true;
  const before = draft.text.slice(0, m.index);
  const after = draft.text.slice(m.index + m[0].length);
  draft.text = tidy(`${withoutFigure(before, figure)} ${withoutFigure(after, figure)}`);
};

/** What bands are counted in, beside what else was asked for. */
export const measuresOfBands = (of: BandFigure): readonly string[] =>
  of === 'order-total'
    ? ['orders', 'revenue']
    : of === 'price'
      ? ['revenue', 'units']
      : ['customers', 'revenue'];

function rangesIn(list: string): NumberRange[] {
  const ranges: NumberRange[] = [];
  let rest = list;
  for (let m = SPLIT.exec(rest); m && rest !== ''; m = SPLIT.exec(rest)) {
    ranges.push(bandIn(m[1] ?? ''));
    rest = rest.slice(m[0].length);
  }
  return rest === '' ? ranges : [];
}

function bandIn(said: string): NumberRange {
  const between = new RegExp(`^${FROM_TO}$`).exec(said);
  if (between) {
    const [low = '', high = ''] = [between[1], between[2]];
    const to = numberIn(high);
    // "10-30k" begins at 10,000.
    const factor = to / Number.parseFloat(high.replace(/[^\d.]/g, ''));
    const from = numberIn(low);
    return { from: /[a-z]/.test(low) || from * factor >= to ? from : from * factor, to };
  }
  return rangeIn(said.replace(/ ?(?:and (?:more|over|above|up)|plus)$/, '+').replace(/ \+$/, '+'));
}

/** Whether ranges follow each other, so that they are no conditions of different things. */
function areBands(ranges: readonly NumberRange[], list: string): boolean {
  if (ranges.length < 2 || ranges.some(r => Number.isNaN(r.from ?? 0) || Number.isNaN(r.to ?? 0)))
    return false;
  if (!/[,/|]| vs | versus /.test(list) && ranges.length < 3) return false;
  if (!ranges.some(({ from, to }) => from === undefined || to === undefined)) return false;
  const isYear = (n: number | undefined) => n === undefined || (n >= 1990 && n <= 2040);
  if (!/[$€£¥<>]|\dk/.test(list) && ranges.every(r => isYear(r.from) && isYear(r.to))) return false;
  const sorted = [...ranges].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  return sorted.every((range, i) => {
    const before = sorted[i - 1]?.to;
    if (i === 0) return true;
    if (before === undefined || range.from === undefined) return false;
    return ranges.length > 2 ? range.from >= before : range.from >= before && range.from <= before * 1.02 + 1;
  });
}

function figureOf(text: string): BandFigure | undefined {
  if (isAboutPeople(text)) {
    for (const [words, figure] of OF_CUSTOMERS) if (words.test(text)) return figure;
    return 'spent';
  }
  if (/\bprices?\b|\bpriced\b/.test(text)) return 'price';
  return ORDERS.test(text) ? 'order-total' : undefined;
}

/** The words around bands, without those that say what they are of. */
function withoutFigure(text: string, figure: BandFigure): string {
  const words = text.replace(/[:,]\s*$/, ' ').replace(/^\s*:/, ' ');
  const plain = words.replace(
    /\b(?:bands?|buckets?|brackets?|ranges?|distribution|grouped|sorted|bucketed)\b/g,
    ' ',
  );
  if (figure === 'order-total')
    return plain
      .replace(/\b(?:by |per |of )?(?:order|basket|invoice) (?:sizes?|values?|totals?|amounts?)\b/g, ' ')
      .replace(/\b(?:that (?:are|were)|worth|of|with|totalling|by (?:size|value|total|amount))\s*$/, ' ');
  if (figure === 'price')
    return plain.replace(
      /\b(?:products? |items? )?(?:by |per |at )?(?:unit )?prices?d?(?: of| per unit)?\b/g,
      ' ',
    );
  const own = OF_CUSTOMERS.find(([, f]) => f === figure)?.[0] ?? SPENT;
  const connected = new RegExp(
    `(?:\\b(?:by|per|with|in|of|having|who|that|have|has|had|their|the|placed|made|ordered|` +
      `bought|spent|spending)\\s+)*(?:${own.source})`,
    'g',
  );
  return plain
    .replace(connected, ' ')
    .replace(/\b(?:with|by|who|that|have|has|had|placed|made|ordered|bought|spent|spending|worth)\s*$/, ' ');
}
