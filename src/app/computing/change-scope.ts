import { canonical, filterText, quoted } from '../../answering/declaration.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { NotUnderstood } from '../../core/errors.js';
import type { QueryFilter } from '../../core/query/query.js';
import { kebab } from '../../core/text/words.js';
import { parseQuestion } from '../../language/parse/parse.js';
import { shopExtent, shopNames, valuesOf } from '../../query/describe.js';

/** A field with the values that can be chosen of it, the largest by revenue first. */
export interface FieldChoice {
  readonly key: string;
  readonly label: string;
  readonly values: readonly string[];
  /** What it is limited to now, which may be beyond the end of a long list. */
  readonly chosen: readonly string[];
  /** How many values there are. */
  readonly count: number;
}

/** What can be changed about the scope of a question, and what it is now. */
export interface ScopeChoices {
  readonly takesPeriod: boolean;
  readonly period: string | undefined;
  /** Empty if the question takes no filters. */
  readonly fields: readonly FieldChoice[];
  /** The first and the last day of the data, ISO 8601. */
  readonly dataFrom: string;
  readonly dataThrough: string;
}

/** A period, or all of the data, and the values that each of some fields is limited to. */
export interface WantedScope {
  readonly period: string | undefined;
  readonly filters: readonly { readonly field: string; readonly values: readonly string[] }[];
}

const MOST_FIELDS = 6;
/** A field with more values is not chosen from a list. */
const MOST_VALUES = 100;

/** Whether a question can be asked of another period, and with other filters. */
export function scopeTaken({ question, query, versus }: ParsedQuery) {
  const slots = [...(question.required ?? []), ...question.optional];
  const isComparison = versus !== undefined || query?.versus !== undefined;
  return {
    takesPeriod: !isComparison && (query !== undefined || slots.includes('period')),
    takesFilters: query !== undefined || slots.includes('filters'),
  };
}

/** @param question its canonical text. @throws NotUnderstood, ShopkeeperError */
export async function scopeChoices(question: string, view: ShopView): Promise<ScopeChoices> {
  const asked = await parseQuestion(question, view);
  const { takesPeriod, takesFilters } = scopeTaken(asked);
  const { dataFrom, dataThrough } = await shopExtent(view);
  return {
    takesPeriod,
    period: asked.query ? asked.query.period : asked.period?.text,
    fields: takesFilters ? await fieldChoices(filtersOf(asked), view) : [],
    dataFrom,
    dataThrough,
  };
}

async function fieldChoices(filters: readonly QueryFilter[], view: ShopView): Promise<FieldChoice[]> {
  const choices: FieldChoice[] = [];
  for (const { key, label, kind } of (await shopNames(view)).fields) {
    if (kind !== 'dimension' || choices.length === MOST_FIELDS) continue;
    const { count, values } = await valuesOf(key, MOST_VALUES, undefined, view);
    const chosen = filters.filter(f => isChosen(f) && f.field === key).flatMap(f => f.values ?? []);
    if (chosen.length > 0 || (count > 1 && count <= MOST_VALUES))
      choices.push({ key, label, values, count, chosen: chosen.map(value => asListed(value, values)) });
  }
  return choices;
}

/** A value as the list writes it, whatever its case. */
const asListed = (value: string, values: readonly string[]): string =>
  values.find(other => other.toLowerCase() === value.toLowerCase()) ?? value;

/** What leaves values out, and ranges, are not chosen from lists, and stay. */
const isChosen = ({ not, values }: QueryFilter): boolean => !not && values !== undefined;

const filtersOf = ({ query, filters }: ParsedQuery): readonly QueryFilter[] =>
  query
    ? query.where
    : filters.map(({ field, values, exclude }) => ({
        field: kebab(field.key),
        values: values.map(({ value }) => value),
        ...(exclude && { not: true as const }),
      }));

/**
 * The canonical text of the same question with another scope.
 * @throws NotUnderstood if the question does not take it
 */
export async function changeScope(
  question: string,
  { period, filters }: WantedScope,
  view: ShopView,
): Promise<{ readonly question: string }> {
  const asked = await parseQuestion(question, view);
  const { takesPeriod, takesFilters } = scopeTaken(asked);
  const isReplaced = (field: string) => filters.some(wanted => wanted.field === field);
  const wanted = takesFilters ? filters.filter(({ values }) => values.length > 0) : [];
  if (asked.query) {
    const kept = asked.query.where.filter(f => !isChosen(f) || !isReplaced(f.field));
    const where = [...kept, ...wanted.map(({ field, values }) => ({ field, values: [...values] }))];
    const query = { ...asked.query, where, page: undefined };
    return { question: canonical({ ...asked, query: takesPeriod ? { ...query, period } : query }) };
  }
  const { period: now, page: _, ...rest } = asked;
  const kept = asked.filters.filter(f => f.exclude || !isReplaced(kebab(f.field.key)));
  const text = [
    canonical({ ...rest, ...(!takesPeriod && now && { period: now }), filters: [] }),
    takesPeriod ? (period ?? '') : '',
    filterText(kept),
    ...wanted.map(({ field, values }) => `${field}:${values.map(quoted).join(',')}`),
  ];
  const changed = await parseQuestion(text.filter(part => part !== '').join(' '), view);
  if (changed.question !== asked.question)
    throw new NotUnderstood(`\`${question}\` cannot be asked of that.`, [question]);
  return { question: canonical(changed) };
}
