import { type ConsentMeaning, consentMeaning, yesOrNo } from '../../core/text/consent.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { latestValues } from '../../store/scope/latest-values.js';
import { type Dimension, listDimensions, listValues } from '../../store/tables/dimensions.js';

/** What the shop's data says of who agreed to marketing. */
export interface Consents {
  /** The labels of the columns that say it. */
  readonly columns: readonly string[];
  /** Whether one of them says who agreed, and not only who refused. */
  readonly isKnown: boolean;
  /** Whether a customer may be written to, as far as the data says. */
  mayWriteTo(customer: number): boolean;
  /** What the data says of a customer: `accepts marketing: yes`; null where it says nothing. */
  textOf(customer: number): string | null;
}

/**
 * Reads all columns of consent. A customer's latest value counts, and of two on one day the one that refuses.
 * Who agreed in one column and refused in another has refused; a value that is neither yes nor no is none.
 */
export async function consentsOf(reader: StoreReader): Promise<Consents> {
  const columns = (await listDimensions(reader)).flatMap(dimension => {
    const meaning = consentMeaning(dimension.sourceColumn ?? dimension.label);
    return meaning ? [{ dimension, meaning }] : [];
  });
  const read = await Promise.all(columns.map(column => readColumn(reader, column)));
  const found = read.filter(column => column !== undefined);
  const isKnown = found.some(({ meaning }) => meaning === 'given');
  return {
    columns: found.map(({ label }) => label),
    isKnown,
    mayWriteTo: customer =>
      found.every(c => c.meaning === 'given' || c.saysYes(customer) !== true) &&
      found.filter(c => c.meaning === 'given').every(c => c.saysYes(customer) === true),
    textOf: customer => {
      const said = found.flatMap(({ label, textOf }) => {
        const value = textOf(customer);
        return value === undefined ? [] : [`${label.toLowerCase()}: ${value}`];
      });
      return said.length === 0 ? null : said.join('; ');
    },
  };
}

/** Undefined where no value of the column is a yes or a no: then it is about something else. */
async function readColumn(
  reader: StoreReader,
  { dimension, meaning }: { readonly dimension: Dimension; readonly meaning: ConsentMeaning },
) {
  const values = new Map((await listValues(reader, dimension)).map(v => [v.id, v.label ?? v.value]));
  const said = new Map([...values].map(([id, value]) => [id, yesOrNo(value)]));
  if (![...said.values()].some(answer => answer !== undefined)) return undefined;
  const refuses = (id: number) => (meaning === 'given' ? said.get(id) !== true : said.get(id) === true);
  const latest = await latestValues(reader, dimension, (_before, value) => refuses(value));
  return {
    label: dimension.label,
    meaning,
    saysYes: (customer: number) => said.get(latest[customer] ?? 0),
    textOf: (customer: number) => values.get(latest[customer] ?? 0),
  };
}
