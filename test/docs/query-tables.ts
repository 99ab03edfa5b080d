import { conditionText, filterText } from '../../src/core/query/query-text.js';
import { COMPUTED_FIELDS } from '../../src/query/fields.js';
import { CUSTOMER_FILTERS, LINE_FILTERS } from '../../src/query/guide.js';
import { type Needed, QUERY_MEASURES, type QueryMeasure } from '../../src/query/measures.js';
import { FOLLOWED, QUERIES, SHORTENED } from '../questions/queries-in-words.js';
import { code, table } from './markdown.js';

/** Units that a table calls otherwise than the code. */
const UNITS: Partial<Record<QueryMeasure['unit'], string>> = { share: '%' };

const NEEDS: Readonly<Record<Needed, string>> = {
  orders: 'orders',
  customers: 'customers',
  quantity: 'quantities',
  ratings: 'ratings',
  status: 'a status',
  returned: 'a status that says returned',
  products: 'products',
  discount: 'discounts',
  tax: 'tax',
  shipping: 'shipping',
  tip: 'tips',
  cost: 'costs',
};

/** Every measure. */
export const measures = (): string =>
  table(
    ['measure', 'unit', 'what it is', 'needs', 'adds up'],
    QUERY_MEASURES.map(({ key, unit, formula, needs = [], addsUp }) => [
      code(key),
      UNITS[unit] ?? unit,
      formula,
      needs.map(need => NEEDS[need]).join(', '),
      addsUp ? 'yes' : 'no',
    ]),
  );

/** Fields that are worked out, beside the columns of the data. */
export const computedFields = (): string =>
  table(
    ['field', 'its groups'],
    COMPUTED_FIELDS.map(({ key, about }) => [code(key), about]),
  );

/** Filters on order lines, each with an example in both forms. */
export const lineFilters = (): string =>
  table(
    ['filter', 'what it is about', 'as JSON'],
    LINE_FILTERS.map(({ about, example }) => [
      code(filterText(example)),
      about,
      code(JSON.stringify(example)),
    ]),
  );

/** Conditions on customers, each with an example in both forms. */
export const customerConditions = (): string =>
  table(
    ['condition', 'what it is about', 'as JSON'],
    CUSTOMER_FILTERS.map(({ about, example }) => [
      code(`who(${conditionText(example)})`),
      about,
      code(JSON.stringify(example)),
    ]),
  );

/** Texts that become queries, as the tests try them. */
export const inWords = (): string =>
  table(
    ['typed', 'becomes'],
    QUERIES.map(([text, query]) => [text, code(`sales ${query}`)]),
  );

/** Texts that become named questions, as the tests try them. */
export const shortened = (): string =>
  table(
    ['typed', 'becomes'],
    SHORTENED.map(([text, question]) => [text, code(question)]),
  );

/** Two texts one after the other, as the tests try them. */
export const followUps = (): string =>
  table(
    ['after', 'typed', 'becomes'],
    FOLLOWED.map(([first, then, question]) => [first, then, code(question)]),
  );
