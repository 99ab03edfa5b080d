import { discover } from '../../../core/files/discover.js';
import { withoutAccents } from '../../../core/text/accents.js';
import type { Money, MoneyPart } from '../money/money.js';
import type { RowRule, RowValues } from '../rows/row-rules.js';
import { valueKey } from '../rows/value-key.js';
import { type ColumnSurvey, DISTINCT_MOST, type Survey } from '../survey.js';
import type { Profile, ProfileMoney, ProfileValues } from './profile.js';
import { columnsByName, nameOf, type ProfileFile, withOtherNames } from './profile-file.js';

/** All known exports, the longest signatures first. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const profiles = await discover<Profile>(new URL('./systems/', import.meta.url));
  const length = ({ signature: { all, any = [] } }: Profile) => all.length + Math.min(1, any.length);
  return [...profiles].sort((a, b) => length(b) - length(a) || a.name.localeCompare(b.name));
}

/** The known exports whose signature a file's header has. */
export function profilesOf(profiles: readonly Profile[], { columns }: Survey): Profile[] {
  const byName = columnsByName(columns);
  return profiles.filter(({ signature: { all, any, none }, otherNames }) => {
    const names = withOtherNames(byName, otherNames);
    const has = (header: string) => names.has(nameOf(header));
    return all.every(has) && (!any || any.some(has)) && !none?.some(has);
  });
}

/** The columns of a profile's roles that the file has; -1 for roles that have none. */
export function rolesOf(
  { roles, otherNames }: Profile,
  { columns }: Survey,
): Map<string, ColumnSurvey | null> {
  const byName = withOtherNames(columnsByName(columns), otherNames);
  const found = new Map<string, ColumnSurvey | null>();
  for (const [role, headers] of Object.entries(roles)) {
    if (headers === null) {
      found.set(role, null);
      continue;
    }
    const list = typeof headers === 'string' ? [headers] : headers;
    const present = list.map(h => byName.get(nameOf(h))).filter(c => c !== undefined);
    const column = present.find(c => c.filled > 0) ?? present[0];
    found.set(role, column && column.filled > 0 ? column : null);
  }
  return found;
}

/** The column of a header, where it holds anything. */
export function filledColumn(
  { otherNames }: Profile,
  { columns }: Survey,
  header: string,
): ColumnSurvey | undefined {
  const column = withOtherNames(columnsByName(columns), otherNames).get(nameOf(header));
  return column && column.filled > 0 ? column : undefined;
}

/**
 * A profile's money with columns in place of headers; undefined where the columns of its base are not
 * there.
 */
export function moneyOf(file: ProfileFile, { base, orderNet, parts = [] }: ProfileMoney): Money | undefined {
  const index = (header: string) => file.column(header)?.index;
  const found = parts.flatMap((part): MoneyPart[] => {
    const column = file.column(part.column);
    if (!column || column.filled === 0) return [];
    const ofTotal = part.ofTotal === undefined ? undefined : index(part.ofTotal);
    const pieces = part.pieces === undefined ? undefined : index(part.pieces);
    const ofGoods = part.ofGoods?.map(index).filter(i => i !== undefined);
    const { what, per = 'line', unit = 'money', sign = 1, factor = 0, isRemainder } = part;
    const refund = {
      ...(ofTotal !== undefined && { ofTotal }),
      ...(isRemainder && { isRemainder }),
      ...(pieces !== undefined && { pieces }),
      ...(ofGoods && { ofGoods }),
    };
    return [{ what, column: column.index, per, unit, sign, factor, ...refund }];
  });
  const net = orderNet === undefined ? undefined : index(orderNet);
  const rest = { parts: found, ...(net !== undefined && { orderNet: net }) };
  if ('amount' in base) {
    const column = index(base.amount);
    const instead = base.instead?.map(index).filter(c => c !== undefined);
    return column === undefined
      ? undefined
      : { base: { kind: 'amount', column, per: base.per ?? 'line', ...(instead && { instead }) }, ...rest };
  }
  const [quantity, price] = [index(base.quantity), index(base.price)];
  return quantity === undefined || price === undefined
    ? undefined
    : { base: { kind: 'product', quantity, price }, ...rest };
}

/**
 * A profile's rules with columns in place of headers. Those of columns that are not there are left out, and
 * those about blank cells where a column has no others.
 */
export function rulesOf({ rows = [] }: Profile, file: ProfileFile): RowRule[] {
  const rules = typeof rows === 'function' ? rows(file) : rows;
  return rules.flatMap(({ and, kind, what, ...first }): RowRule[] => {
    const own = valuesOf(first, file);
    const also = and && valuesOf(and, file);
    if (!own || (and && !also)) return [];
    return [{ ...own, kind, what, ...(also && { and: also }) }];
  });
}

/** Undefined where no row can have them. */
function valuesOf({ column: header, values }: ProfileValues, file: ProfileFile): RowValues | undefined {
  const column = file.column(header);
  if (!column || (values === 'blank' && column.filled === 0)) return undefined;
  if (values === 'filled' || values === 'blank') return { column: column.index, values };
  // Not all values are known of a column that has many.
  if (values instanceof RegExp && column.distinct.size >= DISTINCT_MOST)
    return { column: column.index, values };
  const keys =
    values instanceof RegExp
      ? [...column.distinct].map(valueKey).filter(v => values.test(v))
      : values.map(v => valueKey(withoutAccents(v)));
  return keys.length === 0 ? undefined : { column: column.index, values: new Set(keys) };
}
