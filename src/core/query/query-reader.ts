import { GRAINS } from '../calendar/grain.js';
import { ConditionReader } from './condition-reader.js';
import { BAND_FIGURES, type Query, type QueryFilter, type QueryInput, queryOf } from './query.js';
import { isReserved } from './reserved-words.js';

export { QueryTextError } from './text-reader.js';

/** Reads the text of a query. @throws QueryTextError, ZodError */
export function parseQueryText(text: string): Query {
  return queryOf(new QueryReader(text.trim().replace(/^(?:sales|segment)\s+(?=\S)/, '')).query());
}

type Draft = { -readonly [K in keyof QueryInput]: QueryInput[K] };

/** Reads one text from its start to its end. */
class QueryReader extends ConditionReader {
  /** What was read once must not be said again: one of the two would be lost. */
  readonly #read = new Set<string>();

  query(): QueryInput {
    const q: Draft = {};
    const where: QueryFilter[] = [];
    const having: NonNullable<QueryInput['having']> = [];
    while (!this.isAtEnd()) {
      const start = this.at;
      if (this.take('who(')) {
        this.#once('who', start);
        q.who = this.condition();
        this.expect(')');
        continue;
      }
      if (this.take('order-has(')) {
        this.#once('order-has', start);
        q.orderHas = this.filtersInside();
        continue;
      }
      const { name, isField, not } = this.filterName();
      if (isField || !isReserved(name)) where.push(this.filter(name, not));
      else if (name === 'having') {
        const measure = this.word();
        this.expect(':');
        having.push({ measure, range: this.range() });
      } else {
        this.#once(name === 'bottom' || name === 'ends' ? 'top' : name, start);
        this.#part(name, q);
      }
    }
    this.#withRank(q);
    q.rows ??= q.by && q.by.length > 0 ? 'groups' : 'total';
    return { ...q, where, having };
  }

  #rank: NonNullable<QueryInput['rank']> | undefined;
  #rankBy: string | undefined;
  #within: string | undefined;

  /** Reads what stands behind the name of a part. */
  #part(name: string, q: Draft): void {
    if (name === 'list') q.rows = this.oneOf(['customers', 'orders'] as const);
    else if (name === 'measure') q.measures = this.isAtGap() ? [] : this.words();
    else if (name === 'by') q.by = this.words();
    else if (name === 'bands') q.bands = this.#bands();
    else if (name === 'top' || name === 'bottom' || name === 'ends')
      this.#rank = { order: name, ...this.#limit() };
    else if (name === 'rank') this.#rankBy = this.word();
    else if (name === 'within') this.#within = this.word();
    else if (name === 'period') q.period = this.word();
    else if (name === 'versus') q.versus = this.word();
    else if (name === 'per') q.per = this.oneOf(GRAINS);
    else if (name === 'show') q.show = this.words() as NonNullable<QueryInput['show']>;
    else if (name === 'as-of') q.asOf = this.word();
    else if (name === 'map') q.map = this.word();
    else if (name === 'scored') q.scored = this.oneOf(['filtered'] as const);
    else if (name === 'fiscal-start') q.fiscalStart = this.number();
    else if (name === 'goal') q.goal = this.number();
    else if (name === 'part-of') q.partOf = this.words();
    else if (name === 'page') q.page = this.number();
  }

  /** `5`, or `20%` of the groups. */
  #limit(): Pick<NonNullable<QueryInput['rank']>, 'limit' | 'isPercent'> {
    const limit = this.number();
    return { limit, ...(this.take('%') && { isPercent: true }) };
  }

  #bands(): NonNullable<QueryInput['bands']> {
    const of = this.oneOf(BAND_FIGURES);
    const period = this.take('(') ? this.word() : undefined;
    if (period !== undefined) this.expect(')');
    this.expect(':');
    return { of, ranges: this.ranges(), ...(period !== undefined && { period }) };
  }

  #withRank(q: Draft): void {
    const [by, within] = [this.#rankBy, this.#within];
    if (this.#rank)
      q.rank = {
        ...this.#rank,
        ...(by !== undefined && { by }),
        ...(within !== undefined && { within }),
      };
    else if (by !== undefined || within !== undefined)
      throw this.error('"rank:" and "within:" need a limit such as top:5');
  }

  #once(name: string, start: number): void {
    if (this.#read.has(name)) throw this.error(`"${name}" stands twice`, start);
    this.#read.add(name);
  }
}
