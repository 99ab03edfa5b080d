import type { Answer } from '../core/answer/answer.js';
import type { ScopePart } from '../core/answer/scope.js';
import { ShopkeeperError } from '../core/errors.js';
import type { QueryFilter } from '../core/query/query.js';
import { filterText } from '../core/query/query-text.js';
import { camel, wordsOf } from '../core/text/header-words.js';
import type { ReadTransaction } from '../store/engine/transaction.js';
import { readingPartOfShop } from '../store/scope/part-of-shop.js';
import type { Filter } from '../store/scope/sums.js';
import {
  type DimensionValue,
  dimensionColumn,
  listDimensions,
  listValues,
} from '../store/tables/dimensions.js';
import type { PartOfShop } from './shop.js';

/**
 * The same transaction, limited to the lines that pass all filters of at least one of the lists. Filters name
 * columns of the data and their exact values, whatever the case; a value that is not there has no lines.
 * @throws ShopkeeperError if a filter names no column of the data: nothing is shown rather than too much
 */
export async function partOfShop(
  transaction: ReadTransaction,
  lists: readonly (readonly QueryFilter[])[],
): Promise<ReadTransaction> {
  const resolved: Filter[][] = [];
  for (const filters of lists) {
    const list: Filter[] = [];
    for (const filter of filters) list.push(await resolve(filter, transaction));
    resolved.push(list);
  }
  return readingPartOfShop(transaction, resolved);
}

async function resolve(filter: QueryFilter, transaction: ReadTransaction): Promise<Filter> {
  const key = camel(wordsOf(filter.field));
  const dimension = (await listDimensions(transaction)).find(d => d.key === key);
  if (!dimension)
    throw new ShopkeeperError(
      `You may see a part of the shop here, ${filterText(filter)}, but the data has no ${filter.field}.`,
      'Nothing is shown until an administrator corrects the access file.',
    );
  const wanted = new Set((filter.values ?? []).map(plain));
  const values = (await listValues(transaction, dimension)).filter(v => namesOf(v).some(n => wanted.has(n)));
  const found = new Set(values.flatMap(namesOf));
  const missing = (filter.values ?? []).find(value => !found.has(plain(value)));
  // A misspelt value would leave out nothing.
  if (filter.not && missing !== undefined)
    throw new ShopkeeperError(
      `You may not see ${filter.field} ${missing} here, and the data has no ${filter.field} of that name.`,
      'Nothing is shown until an administrator corrects the access file.',
    );
  return {
    field: { key, label: dimension.label },
    column: dimensionColumn(dimension),
    values,
    exclude: filter.not === true,
  };
}

const namesOf = ({ value, label }: DimensionValue): string[] =>
  [value, label ?? ''].filter(name => name !== '').map(plain);

/** Whatever the case, and however an accented letter is stored. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase();

/** The answer, saying in its scope which part of the shop it covers, in those in its thread too. */
export function sayingPart(answer: Answer, part: PartOfShop | undefined): Answer {
  if (!part) return answer;
  const scope: ScopePart = { kind: 'part', lists: part };
  const isSaid = answer.scope.some(own => own.kind === 'part');
  return {
    ...answer,
    scope: isSaid ? answer.scope : [...answer.scope, scope],
    thread: answer.thread.map(own => sayingPart(own, part)),
  };
}
