import {
  CUSTOMER_FIGURES,
  type CustomerCondition,
  type NumberRange,
  type Query,
  type QueryFilter,
  type QueryInput,
  queryOf,
} from './query.js';

/** Words before a colon that say something of the query itself; a field of that name is written `field.top:`. */
const RESERVED = [
  'measure',
  'list',
  'by',
  'top',
  'bottom',
  'within',
  'rank',
  'period',
  'versus',
  'having',
  'show',
  'as-of',
  'map',
  'goal',
  'part-of',
  'page',
] as const;

/**
 * A query as a line of text that `parseQueryText` reads back as the same query:
 * `measure:orders by:country top:5 period:2004 country:France,Spain who(segment:vip and orders:>3)`.
 */
export function queryText(query: Query): string {
  const {
    rows,
    by,
    measures,
    period,
    versus,
    where,
    who,
    rank,
    having,
    show,
    asOf,
    map,
    goal,
    page,
    partOf,
  } = query;
  const part = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`${name}:${typeof value === 'number' ? value : quoted(value)}`];
  const parts = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name}:${values.map(quoted).join(',')}`];
  return [
    ...(rows === 'customers' || rows === 'orders' ? [`list:${rows}`] : []),
    ...(measures.length > 0
      ? parts('measure', measures)
      : rows === 'customers' || rows === 'orders'
        ? []
        : ['measure:']),
    ...parts('by', by),
    ...(rank
      ? [`${rank.order}:${rank.limit}`, ...part('rank', rank.by), ...part('within', rank.within)]
      : []),
    ...part('period', period),
    ...part('versus', versus),
    ...having.map(h => `having:${quoted(h.measure)}:${rangeText(h.range)}`),
    ...where.map(filterText),
    ...(who ? [`who(${conditionText(who)})`] : []),
    ...parts('show', show),
    ...part('as-of', asOf),
    ...part('map', map),
    ...(goal === undefined ? [] : [`goal:${plain(goal)}`]),
    ...parts('part-of', partOf ?? []),
    ...part('page', page),
  ].join(' ');
}

/** Whether a text is the text of a query rather than words of a person. */
export const isQueryText = (text: string): boolean =>
  /^(?:(?:sales|segment)\s+)?(?:measure|list):/.test(text.trim());

const RANGE = /^(?:[<>]=?-?\d+(?:\.\d+)?|-?\d+(?:\.\d+)?\.\.-?\d+(?:\.\d+)?)$/;

/** A value that needs no quotes is left as it is. */
const quoted = (value: string): string =>
  /^[\p{L}\d_.-]+$/u.test(value) && !RANGE.test(value)
    ? value
    : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `>3`, `>=3`, `<5`, `<=5`, `3..5`; an end of two that is left out makes two parts: `>3&<5`. */
function rangeText({ from, to, isOver, isUnder }: NumberRange): string {
  if (from !== undefined && to !== undefined && !isOver && !isUnder) return `${plain(from)}..${plain(to)}`;
  return [
    ...(from === undefined ? [] : [`${isOver ? '>' : '>='}${plain(from)}`]),
    ...(to === undefined ? [] : [`${isUnder ? '<' : '<='}${plain(to)}`]),
  ].join('&');
}

/** A number without an exponent. */
const plain = (value: number): string =>
  Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(10).replace(/0+$/, '');

/** A filter as text: `country:France,Spain`, `-status:Cancelled`, `order-total:>500`. */
export function filterText({ field, values, range, not }: QueryFilter): string {
  const name =
    (RESERVED as readonly string[]).includes(field) || field.startsWith('field.') ? `field.${field}` : field;
  const key = /^[\p{L}\d_.-]+$/u.test(name) && !name.startsWith('-') ? name : quoted(name);
  return `${not ? '-' : ''}${key}:${values ? values.map(quoted).join(',') : rangeText(range as NumberRange)}`;
}

/** A condition on customers as text. */
export function conditionText(condition: CustomerCondition): string {
  const inner = (c: CustomerCondition) =>
    c.kind === 'and' || c.kind === 'or' ? `(${conditionText(c)})` : conditionText(c);
  const within = (period: string | undefined) => (period === undefined ? '' : `(${quoted(period)})`);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map(inner).join(` ${condition.kind} `);
    case 'not':
      return `not ${inner(condition.of)}`;
    case 'segment':
      return `segment:${condition.values.map(quoted).join(',')}`;
    case 'figure':
      return `${condition.figure}${within(condition.period)}:${rangeText(condition.range)}`;
    case 'first-order':
    case 'last-order':
      return `${condition.kind}:${quoted(condition.period)}`;
    case 'bought': {
      const period = condition.period === undefined ? [] : [`period:${quoted(condition.period)}`];
      return `bought(${[...condition.where.map(filterText), ...period].join(' ')})`;
    }
  }
}

/** A text is not one of a query: what could not be read, from where on. */
export class QueryTextError extends Error {
  override readonly name = 'QueryTextError';
}

/** Reads the text of a query. @throws QueryTextError, ZodError */
export function parseQueryText(text: string): Query {
  return queryOf(new QueryReader(text.trim().replace(/^(?:sales|segment)\s+(?=\S)/, '')).query());
}

/** Reads one text from its start to its end. */
class QueryReader {
  #at = 0;
  constructor(private readonly text: string) {}

  query(): QueryInput {
    const q: { -readonly [K in keyof QueryInput]: QueryInput[K] } = {};
    const where: QueryFilter[] = [];
    const having: NonNullable<QueryInput['having']> = [];
    let list: string | undefined;
    let rank: { order: 'top' | 'bottom'; limit: number; by?: string; within?: string } | undefined;
    let [rankBy, within]: (string | undefined)[] = [];
    while (!this.#isAtEnd()) {
      if (this.#take('who(')) {
        q.who = this.#condition();
        this.#expect(')');
        continue;
      }
      const not = this.#take('-');
      const isQuoted = this.#peek() === '"';
      const name = this.#word();
      this.#expect(':');
      if (not || isQuoted || !(RESERVED as readonly string[]).includes(name)) {
        where.push(this.#filter(name, not));
        continue;
      }
      if (name === 'list') list = this.#word();
      else if (name === 'measure') q.measures = this.#isAtGap() ? [] : this.#words();
      else if (name === 'by') q.by = this.#words();
      else if (name === 'top' || name === 'bottom') rank = { order: name, limit: Number(this.#word()) };
      else if (name === 'rank') rankBy = this.#word();
      else if (name === 'within') within = this.#word();
      else if (name === 'period') q.period = this.#word();
      else if (name === 'versus') q.versus = this.#word();
      else if (name === 'show') q.show = this.#words() as NonNullable<QueryInput['show']>;
      else if (name === 'as-of') q.asOf = this.#word();
      else if (name === 'map') q.map = this.#word();
      else if (name === 'part-of') q.partOf = this.#words();
      else if (name === 'goal') q.goal = Number(this.#word());
      else if (name === 'page') q.page = Number(this.#word());
      else {
        const measure = this.#word();
        this.#expect(':');
        having.push({ measure, range: this.#range() });
      }
    }
    if (rank) q.rank = { ...rank, ...(rankBy && { by: rankBy }), ...(within && { within }) };
    q.rows = (list ?? (q.by && q.by.length > 0 ? 'groups' : 'total')) as NonNullable<QueryInput['rows']>;
    return { ...q, where, having };
  }

  #filter(name: string, not: boolean): QueryFilter {
    const field = name.replace(/^field\./, '');
    const rest = this.text.slice(this.#at);
    const isRange = /^[<>]|^-?\d+(?:\.\d+)?\.\.-?\d/.test(rest);
    const kept = isRange ? { range: this.#range() } : { values: this.#words() };
    return { field, ...kept, ...(not && { not: true as const }) };
  }

  #condition(): CustomerCondition {
    const first = this.#term();
    const joiner = this.#take('and ') ? 'and' : this.#take('or ') ? 'or' : undefined;
    if (!joiner) return first;
    const of = [first, this.#term()];
    while (this.#take(`${joiner} `)) of.push(this.#term());
    return { kind: joiner, of };
  }

  #term(): CustomerCondition {
    this.#skip();
    if (this.#take('not ')) return { kind: 'not', of: this.#term() };
    if (this.#take('(')) {
      const inner = this.#condition();
      this.#expect(')');
      return inner;
    }
    if (this.#take('bought(')) return this.#bought();
    const name = this.#word();
    const figure = CUSTOMER_FIGURES.find(f => f === name);
    if (figure) {
      const period = this.#take('(') ? this.#word() : undefined;
      if (period !== undefined) this.#expect(')');
      this.#expect(':');
      return { kind: 'figure', figure, range: this.#range(), ...(period !== undefined && { period }) };
    }
    this.#expect(':');
    if (name === 'segment') return { kind: 'segment', values: this.#words() };
    if (name === 'first-order' || name === 'last-order') return { kind: name, period: this.#word() };
    throw this.#error(`"${name}" is no condition on customers`);
  }

  #bought(): CustomerCondition {
    const where: QueryFilter[] = [];
    let period: string | undefined;
    while (!this.#take(')')) {
      this.#skip();
      const not = this.#take('-');
      const isQuoted = this.#peek() === '"';
      const name = this.#word();
      this.#expect(':');
      if (name === 'period' && !not && !isQuoted) period = this.#word();
      else where.push(this.#filter(name, not));
      this.#skip();
    }
    return { kind: 'bought', where, ...(period !== undefined && { period }) };
  }

  #range(): NumberRange {
    const m = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)/.exec(this.text.slice(this.#at));
    if (m) {
      this.#at += m[0].length;
      return { from: Number(m[1]), to: Number(m[2]) };
    }
    const ends = /^(?:(>=?)(-?\d+(?:\.\d+)?))?&?(?:(<=?)(-?\d+(?:\.\d+)?))?/.exec(this.text.slice(this.#at));
    if (!ends || ends[0] === '') throw this.#error('a range such as >3 is missing');
    this.#at += ends[0].length;
    return {
      ...(ends[2] !== undefined && { from: Number(ends[2]) }),
      ...(ends[1] === '>' && { isOver: true }),
      ...(ends[4] !== undefined && { to: Number(ends[4]) }),
      ...(ends[3] === '<' && { isUnder: true }),
    };
  }

  #words(): string[] {
    const words = [this.#word()];
    while (this.#take(',')) words.push(this.#word());
    return words;
  }

  #word(): string {
    const rest = this.text.slice(this.#at);
    const m = /^"((?:[^"\\]|\\.)*)"/u.exec(rest) ?? /^([\p{L}\d_.-]+)/u.exec(rest);
    if (!m) throw this.#error('a word is missing');
    this.#at += m[0].length;
    return m[0].startsWith('"') ? (m[1] as string).replace(/\\(.)/g, '$1') : (m[1] as string);
  }

  #skip(): void {
    while (this.text[this.#at] === ' ') this.#at++;
  }

  #isAtEnd(): boolean {
    this.#skip();
    return this.#at >= this.text.length;
  }

  #isAtGap = (): boolean => this.#peek() === ' ' || this.#peek() === '';

  #peek = (): string => this.text[this.#at] ?? '';

  #take(what: string): boolean {
    this.#skip();
    if (!this.text.startsWith(what, this.#at)) return false;
    this.#at += what.length;
    return true;
  }

  #expect(what: string): void {
    if (this.text.startsWith(what, this.#at)) this.#at += what.length;
    else throw this.#error(`"${what}" is missing`);
  }

  #error(what: string): QueryTextError {
    return new QueryTextError(`${what}: "${this.text.slice(this.#at, this.#at + 40)}".`);
  }
}
