import { countryCodeOf } from '../../core/text/countries.js';
import { isPhoneHeader } from '../../core/text/phone-header.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { latestValues } from '../../store/scope/latest-values.js';
import { type Dimension, listDimensions, listValues } from '../../store/tables/dimensions.js';

/** What the shop's data says of telephone numbers. */
export interface Phones {
  /** The labels of the columns that have them; none unless they were loaded by `--map "Phone=dimension"`. */
  readonly columns: readonly string[];
  /** A customer's number in E.164; `unclear` if it is none or of no known country; undefined without one. */
  of(customer: number): string | 'unclear' | undefined;
}

/**
 * Reads telephone numbers. A customer's latest number counts; one that is written without a country is of the
 * customer's country, if the data has it, else of the shop's.
 * @param shopCountry ISO 3166 code
 */
export async function phonesOf(reader: StoreReader, shopCountry?: string): Promise<Phones> {
  const dimensions = await listDimensions(reader);
  const columns = dimensions.filter(d => isPhoneHeader(d.sourceColumn ?? d.label));
  if (columns.length === 0) return { columns: [], of: () => undefined };
  const numbers = await Promise.all(columns.map(column => textsOf(reader, column)));
  const { e164Of } = await import('./e164.js');
  const country = dimensions.find(d => d.key === 'country');
  const countries = country && (await textsOf(reader, country));
  return {
    columns: columns.map(({ label }) => label),
    of: customer => {
      const written = numbers.flatMap(textOf => textOf(customer) ?? []);
      if (written.length === 0) return undefined;
      const own = countryCodeOf(countries?.(customer) ?? '') ?? shopCountry;
      return written.flatMap(text => e164Of(text, own) ?? [])[0] ?? 'unclear';
    },
  };
}

/** Each customer's latest value of a column; of two on one day the first by the alphabet. */
async function textsOf(reader: StoreReader, dimension: Dimension) {
  const texts = new Map((await listValues(reader, dimension)).map(v => [v.id, v.label ?? v.value]));
  const text = (id: number) => texts.get(id) ?? '';
  const latest = await latestValues(reader, dimension, (before, value) => text(value) < text(before));
  return (customer: number): string | undefined => texts.get(latest[customer] ?? 0);
}
