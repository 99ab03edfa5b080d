import type { Period } from '../../core/calendar/period.js';
import { ofOneCourse, periodAtStart } from './customers-of-periods.js';
import { BUY, type Pass, PEOPLE, type ReadingContext, tidy } from './draft.js';

/** Those who are asked about. */
const OF_PEOPLE = new RegExp(`\\b(?:${PEOPLE}|who|folks)\\b`);
/** What the first period stands behind. */
const BOUGHT = new RegExp(
  `\\b(?:(?:who|that|which|have|has|had|did|all|they) )*(?:${BUY}|active|` +
    '(?:were|was|are) (?:active|customers|with us)|' +
    '(?:placed|made|had) (?:an? )?(?:orders?|purchases?))(?: (?:both|already|once|in|during|on))*$',
);
const HAS_BOUGHT = new RegExp(`\\b${BUY}|\\b(?:active|were customers|with us)\\b`);
/** What may stand between two periods without meaning anything of its own. */
const BETWEEN = new RegExp(
  `^(?:[,;:&+-]|and|but|then|again|also|as|well|too|both|once|more|in|during|on|or|nor|yet|still|so|far|at|` +
    `all|anything|any|orders?|purchases?|ever|back|came|come|returned|were|was|are|have|has|did|who|not|` +
    `nothing|none|no|never|silent|quiet|inactive|gone|${BUY})$`,
);
const NEGATIVE = /\b(?:not|nothing|none|no|never|nor|silent|quiet|inactive|gone)\b/;
/** Without one of these a list of periods is one of columns, or all of them together. */
const JOINS = new RegExp(
  '\\b(?:again|also|both|too|as well|came|come|returned|still|not|nothing|none|no|never|silent|quiet|' +
    'inactive)\\b',
);
/** Who was active in two years was so in each, while what was bought in them may be added up. */
const IS_BOTH = /\bboth\b|\b(?:active|were customers|with us)(?: in| during)?$/;
const IN = /\b(?:in|during)$/;

interface Said {
  readonly period: Period;
  readonly isNot: boolean;
}

/**
 * `bought in 2003 and again in 2004, nothing in 2005`: customers of each of several periods, whatever stands
 * around them. Read before the periods, which are the customers' own.
 */
export const customersOfSeveralPeriods: Pass = async (draft, context) => {
  if (!OF_PEOPLE.test(draft.text) || !HAS_BOUGHT.test(draft.text)) return;
  const words = draft.text.replace(/([,;:])(?=\s|$)/g, ' $1').split(/\s+/);
  const first = await firstPeriod(words, context);
  if (!first) return;
  const said: Said[] = [{ period: first.period, isNot: false }];
  let at = first.to;
  let joins = '';
  let isNot = false;
  for (;;) {
    const next = await nextPeriod(words, at, context);
    if (!next) break;
    const between = words.slice(at, next.from).join(' ');
    isNot = NEGATIVE.test(between) || (isNot && /^(?:,|or|nor|and|in|during| )+$/.test(between));
    joins += ` ${between}`;
    said.push({ period: next.period, isNot });
    at = next.to;
  }
  const start = words.slice(0, first.from).join(' ');
  const isRepeated = IN.test(start) && / (?:in|during)$/.test(joins);
  if (said.length < 2 || !(JOINS.test(joins) || isRepeated || IS_BOTH.test(start))) return;
  for (let i = 1; i < said.length; i++)
    [said[i - 1], said[i]] = (await ofOneCourse(said[i - 1] as Said, said[i] as Said, context)) as [
      Said,
      Said,
    ];
  const behind = words.slice(at);
  while (/^(?:too|both|again|also|as|well|either|yet|so|far)$/.test(behind[0] ?? '')) behind.shift();
  for (const { period, isNot: isExcluded } of said) {
    const bought = { kind: 'bought' as const, where: [], period: period.text };
    draft.who.push(isExcluded ? { kind: 'not', of: bought } : bought);
  }
  if (!/\b(?:revenue|sales|spend|spent)\b/.test(draft.text)) draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy(`${start.replace(BOUGHT, ' ')} ${behind.join(' ').replace(/^[,;:]/, ' ')}`);
};

interface Found {
  readonly period: Period;
  readonly from: number;
  readonly to: number;
}

/** The first period, which stands right behind the word for buying. */
async function firstPeriod(words: readonly string[], context: ReadingContext): Promise<Found | undefined> {
  for (let from = 1; from < words.length; from++) {
    if (!BOUGHT.test(words.slice(0, from).join(' '))) continue;
    const found = await periodAt(words, from, context);
    if (found) return found;
  }
  return undefined;
}

/** The next period, with nothing before it but words that join it to the one before. */
async function nextPeriod(
  words: readonly string[],
  at: number,
  context: ReadingContext,
): Promise<Found | undefined> {
  for (let from = at; from < words.length; from++) {
    const found = from > at ? await periodAt(words, from, context) : undefined;
    if (found) return found;
    if (!BETWEEN.test(words[from] as string)) return undefined;
  }
  return undefined;
}

async function periodAt(
  words: readonly string[],
  from: number,
  { periods }: ReadingContext,
): Promise<Found | undefined> {
  if (!/\d|^(?:last|this|the|[a-z]{3,})/.test(words[from] as string)) return undefined;
  // "Q1 and q2" would be read as one period from the first to the second.
  const end = words.findIndex((word, i) => i > from && /^(?:and|&|,|or|but|then|n|how)$/.test(word));
  const to = end < 0 ? words.length : end;
  const found = await periodAtStart(words.slice(from, to).join(' '), periods);
  if (!found) return undefined;
  const rest = tidy(found.rest);
  const left = rest === '' ? 0 : rest.split(' ').length;
  return { period: found.period, from, to: to - left };
}
