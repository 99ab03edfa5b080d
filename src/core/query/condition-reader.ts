import { typed } from '../text/typed-text.js';
import { CUSTOMER_FIGURES, type CustomerCondition, DEEPEST_CONDITION, type QueryFilter } from './query.js';
import { TextReader } from './text-reader.js';

/** Reads filters and conditions on customers. */
export class ConditionReader extends TextReader {
  #depth = 0;

  /** A name up to its colon, and whether it can only be that of a field. */
  protected filterName(): { name: string; isField: boolean; not: boolean } {
    const not = this.take('-');
    const isQuoted = this.peek() === '"';
    const name = this.word();
    this.expect(':');
    return { name, isField: not || isQuoted, not };
  }

  protected filter(name: string, not: boolean): QueryFilter {
    const kept = this.isAtRange() ? { range: this.range() } : { values: this.words() };
    return { field: name.replace(/^field\./, ''), ...kept, ...(not && { not: true as const }) };
  }

  /** Filters up to the parenthesis that ends them. */
  protected filtersInside(): QueryFilter[] {
    const filters: QueryFilter[] = [];
    while (!this.take(')')) {
      const { name, not } = this.filterName();
      filters.push(this.filter(name, not));
    }
    return filters;
  }

  protected condition(): CustomerCondition {
    const first = this.#term();
    const joiner = this.takeWord('and') ? 'and' : this.takeWord('or') ? 'or' : undefined;
    if (!joiner) return first;
    const of = [first, this.#term()];
    while (this.takeWord(joiner)) of.push(this.#term());
    return { kind: joiner, of };
  }

  #term(): CustomerCondition {
    if (++this.#depth > DEEPEST_CONDITION + 1)
      throw this.error(`conditions on customers go at most ${DEEPEST_CONDITION} deep`);
    try {
      if (this.takeWord('not')) return { kind: 'not', of: this.#term() };
      if (!this.take('(')) return this.#one();
      const inner = this.condition();
      this.expect(')');
      return inner;
    } finally {
      this.#depth--;
    }
  }

  #one(): CustomerCondition {
    if (this.take('bought(')) return this.#bought();
    const start = this.at;
    const name = this.word();
    const figure = CUSTOMER_FIGURES.find(f => f === name);
    if (figure) {
      const period = this.take('(') ? this.word() : undefined;
      if (period !== undefined) this.expect(')');
      this.expect(':');
      return { kind: 'figure', figure, range: this.range(), ...(period !== undefined && { period }) };
    }
    if (name !== 'segment' && name !== 'first-order' && name !== 'last-order')
      throw this.error(`${typed(name)} is no condition on customers`, start);
    this.expect(':');
    return name === 'segment'
      ? { kind: 'segment', values: this.words() }
      : { kind: name, period: this.word() };
  }

  #bought(): CustomerCondition {
    const where: QueryFilter[] = [];
    let period: string | undefined;
    while (!this.take(')')) {
      const start = this.at;
      const { name, isField, not } = this.filterName();
      if (isField || name !== 'period') where.push(this.filter(name, not));
      else if (period === undefined) period = this.word();
      else throw this.error('"period" stands twice', start);
    }
    return { kind: 'bought', where, ...(period !== undefined && { period }) };
  }
}
