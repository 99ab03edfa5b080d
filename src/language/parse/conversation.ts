import { canonical, type Slot } from '../../answering/declaration.js';
import { findGrain } from '../../answering/grouping-fields.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import { periodBefore } from '../../core/calendar/grain.js';
import { namedRange } from '../../core/calendar/named-range.js';
import type { Query, QueryFilter } from '../../core/query/query.js';
import { queryOf } from '../../core/query/query.js';
import { cleaned } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { MEASURE_KEYS } from '../../query/measure-keys.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import { composeFragment } from '../compose/compose.js';
import { draftOf } from '../compose/draft.js';
import { asNamed } from '../compose/named.js';
import { writtenOut } from '../compose/spelling.js';
import { isOfCourse } from './course.js';
import { withRange } from './other-range.js';
import { type Change, overlaid } from './overlay.js';
import { translated } from './translated.js';
import { asQuestion } from './written-query.js';

/** Reads a text that stands alone. */
type Parse = (text: string, view: ShopView) => Promise<ParsedQuery>;

/** Words that a follow-up begins with, and what is left when they are gone. */
const LEAD = new RegExp(
  '^(?:(?:ok|okay|so|and|but|now|then|also)[, ]+)*(?:(?:what|how) about|not|(?:more|' +
    'less|fewer) than|at least|over|above|under|below|(?:do|show|give me|make it|can you ' +
    'show)? ?(?:the )?same(?: thing| again| question| numbers?)?(?: but)?(?: for| in| ' +
    'with| of)?|only|just|limit(?:ed)? to|exclud(?:e|ing)|without|minus|except|by|per|' +
    'split(?: it| that)? by|break(?: it| that| this)? down by|with their|with its|with ' +
    'the share|as|in|for|during|compared? (?:it |that )?(?:to|with)|vs|versus|against|' +
    String.raw`and)\b`,
);

/** What a follow-up in another language begins with, where nothing else of it tells the language. */
const OTHER_LEADS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(?:et|y|und)(?: (?:en|in|im|para|für))? /i, 'and in '],
  [/^(?:nur|solo|sólo|solamente|seulement|uniquement) /i, 'only '],
  [/^(?:ohne|sans|sin) /i, 'without '],
  [/^(?:en|im|dans) /i, 'in '],
];

/**
 * A text that changes the question before it: `and in germany?`, `same for 2004`, `by month`, `only VIPs`,
 * `as a table`,
 * `why?`, `next page`.
 * @param before the canonical text of the question before
 * @returns undefined where the text is a question of its own
 */
export async function followUp(
  text: string,
  before: string,
  view: ShopView,
  parse: Parse,
): Promise<ParsedQuery | undefined> {
  const said = writtenOut(await inEnglishWords(cleaned(text).replace(/^\//, ''), view))
    .replace(
      /^how (?:many|much) (\p{L}+) (?:is|was|are|were) (?:that|this|it|those|these)$/u,
      'and number of $1',
    )
    .replace(/^(?:and |but )?(?:the )?((?:top|bottom) \d+)(?: only| instead|,? please)$/, 'only $1')
    .replace(
      /^(?:(?:show|use|give me|take|rather|no,?)(?: me)? )?(?:the )?(.+) (?:instead|rather)$/,
      'same in $1',
    );
  const isWhy = new RegExp(
    '^(?:but |and |so )*(?:why|how come|what happened|what is behind (?:it|that|this)|' +
      'explain(?: that| it)?)(?: is that| so| was that| that)?$',
  ).test(said);
  const isNext = /^(?:next|next page|more|show (?:me )?more|go on)$/.test(said);
  if (!isWhy && !isNext && !LEAD.test(said)) return undefined;
  let earlier: ParsedQuery;
  try {
    earlier = await parse(before, view);
  } catch {
    return undefined;
  }
  if (isWhy) return why(earlier, view, parse);
  if (isNext) return nextPage(earlier, view, parse);
  const fragment = said
    .replace(/^(?:(?:ok|okay|so|and|but|now|then|also)[, ]+)+/, '')
    .replace(
      new RegExp(
        '^(?:(?:what|how) about|(?:do |show |give me )?(?:the )?same(?: thing| again| ' +
          'question| numbers?)?(?: but)?|make it|limit(?:ed)? to|just|only)(?: for| in| ' +
          String.raw`with| of)?\b`,
      ),
      '',
    )
    .replace(/^(?:split|break)(?: it| that| this)?(?: down)?(?= by)/, '')
    .trim();
  const shift = /^(?:the )?(?:month|week|quarter|year|period|one) before(?: that| it)?$/.test(fragment)
    ? earlier.period
    : undefined;
  if (shift?.grain) {
    const period = namedRange(periodBefore(shift.grain, shift.range.from));
    return changed(earlier, { ...draftOf(''), period }, view, parse, false);
  }
  const versus = /^(?:compared? (?:it |that )?(?:to|with)|vs|versus|against) (.+)$/.exec(fragment);
  const ranged = earlier.query && withRange(earlier.query, fragment);
  if (ranged) return asQuestion(ranged, [], view);
  const draft = await composeFragment(versus?.[1] ?? fragment, view);
  if (!draft) return undefined;
  const change = versus ? { ...draft, versus: draft.period, period: undefined } : draft;
  return changed(earlier, change, view, parse, /^(?:and )?also by\b/.test(said));
}

/** A fragment in English words, where only its first word may be in another language. */
async function inEnglishWords(typed: string, view: ShopView): Promise<string> {
  const { text, language } = await translated(typed, view);
  if (language !== undefined) return text;
  return OTHER_LEADS.reduce((said, [pattern, words]) => said.replace(pattern, words), typed);
}

async function changed(
  earlier: ParsedQuery,
  change: Change,
  view: ShopView,
  parse: Parse,
  isAdded: boolean,
): Promise<ParsedQuery | undefined> {
  if (isOfCourse(earlier.question)) return changedCourse(earlier, change);
  const query = toQuery(earlier);
  const remarks = [...change.remarks];
  const says =
    change.by.length + change.measures.length + change.who.length + change.having.length + change.show.size;
  const isOnlyScope = says === 0 && !change.rank && !change.versus && !change.rows;
  if (isOnlyScope && !change.isComposed) {
    const same = await sameQuestion(earlier, change, view, parse);
    if (same) return same;
  }
  if (!query) return undefined;
  const next = overlaid(query, change, isAdded);
  const named = asNamed(next);
  if (named) {
    try {
      const parsed = await parse(named, view);
      return { ...parsed, remarks: [...parsed.remarks, ...remarks] };
    } catch {
      // As a query then.
    }
  }
  return asQuestion(next, remarks, view);
}

/** The same forecast or the same anomalies of other lines, another measure or by other periods. */
function changedCourse(earlier: ParsedQuery, change: Change): ParsedQuery | undefined {
  const [field, ...others] = change.by;
  const grain = field === undefined ? earlier.grain : findGrain(field);
  if (!earlier.query || others.length > 0 || change.rank || change.versus || !grain !== !earlier.grain)
    return undefined;
  const query = overlaid(earlier.query, { ...change, by: [] }, false);
  const { limit: _, ...rest } = earlier;
  return {
    ...(field === undefined ? earlier : rest),
    query,
    ...(grain && { grain }),
    remarks: change.remarks,
  };
}

/** The same named question with another period or other filters, if it takes them. */
async function sameQuestion(
  earlier: ParsedQuery,
  { period, where }: Change,
  view: ShopView,
  parse: Parse,
): Promise<ParsedQuery | undefined> {
  const { question } = earlier;
  if (earlier.query) return undefined;
  const takes = (slot: Slot) => [...(question.required ?? []), ...question.optional].includes(slot);
  if ((period && !takes('period')) || (where.length > 0 && !takes('filters'))) return undefined;
  const kept = earlier.filters.filter(
    f => !where.some(w => w.field === kebab(f.field.key) && w.not !== true),
  );
  const filters = where.map(
    f => `${f.not ? '-' : ''}${f.field}:${(f.values ?? []).map(v => `"${v}"`).join(',')}`,
  );
  const text = canonical({ ...earlier, filters: kept, ...(period && { period, versus: undefined }) });
  try {
    return await parse([text, ...filters].join(' '), view);
  } catch {
    return undefined;
  }
}

/** A question as a query, where a query can say it. */
export function toQuery(asked: ParsedQuery): Query | undefined {
  if (asked.query) return asked.query;
  const { question, dimension, second, measure, grain, limit, period, versus, filters, segment } = asked;
  const where = filters.map(
    (f): QueryFilter => ({
      field: kebab(f.field.key),
      values: f.values.map(v => v.value),
      ...(f.exclude && { not: true as const }),
    }),
  );
  const measures = [measure ? (MEASURE_KEYS[measure.key] ?? 'revenue') : 'revenue'];
  const base = {
    where,
    measures,
    ...(period && { period: period.text }),
    ...(versus && { versus: versus.text }),
  };
  const by = [grain, dimension && kebab(dimension.key), second && kebab(second.key)].filter(
    key => key !== undefined,
  );
  switch (question.name) {
    case 'totals':
      return queryOf(base);
    case 'by':
      return queryOf({ ...base, rows: 'groups', by });
    case 'trend':
      return queryOf({ ...base, rows: 'groups', by: grain ? by.slice(0, 2) : ['month', ...by].slice(0, 2) });
    case 'repeat':
      return queryOf({ ...base, measures: ['repeat-rate'] });
    case 'compare':
    case 'why':
      return queryOf({ ...base, ...(by.length > 0 && { rows: 'groups', by }) });
    case 'top':
    case 'bottom':
      if (by.length === 0) return undefined;
      return queryOf({ ...base, rows: 'groups', by, rank: { order: question.name, limit: limit ?? 10 } });
    case 'members':
      return segment === undefined
        ? undefined
        : queryOf({ rows: 'customers', where, who: { kind: 'segment', values: [segmentWord(segment)] } });
    default:
      return undefined;
  }
}

/** Why a figure is what it is: what explains the change from the period before. */
async function why(earlier: ParsedQuery, view: ShopView, parse: Parse): Promise<ParsedQuery | undefined> {
  const query = toQuery(earlier);
  const where = (query?.where ?? []).filter(f => f.values);
  const named = asNamed(
    queryOf({
      measures: ['revenue'],
      where,
      ...(query?.period && { period: query.period }),
      ...(query?.period && query.versus && { versus: query.versus }),
    }),
  );
  const text = (named ?? 'sales').replace(/^sales(?: compare)?/, 'sales why');
  try {
    const parsed = await parse(text, view);
    return {
      ...parsed,
      remarks: [...parsed.remarks, remark('What explains the change from the period before.')],
    };
  } catch {
    return undefined;
  }
}

async function nextPage(
  earlier: ParsedQuery,
  view: ShopView,
  parse: Parse,
): Promise<ParsedQuery | undefined> {
  if (earlier.query && !isOfCourse(earlier.question))
    return asQuestion({ ...earlier.query, page: (earlier.query.page ?? 1) + 1 }, [], view);
  if (!earlier.question.optional.includes('page')) return undefined;
  return parse(canonical({ ...earlier, page: (earlier.page ?? 1) + 1 }), view);
}
