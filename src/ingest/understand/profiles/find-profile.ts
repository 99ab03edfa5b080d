import { discover } from '../../../core/files/discover.js';
import { withoutAccents } from '../../../core/text/accents.js';
import type { Money, MoneyPart } from '../money/money.js';
import type { RowRule } from '../rows/row-rules.js';
import { valueKey } from '../rows/value-key.js';
import type { ColumnSurvey, Survey } from '../survey.js';
import type { Profile, ProfileMoney } from './profile.js';
import { columnsByName, nameOf, type ProfileFile } from './profile-file.js';

/** All known exports, the longest signatures first. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const profiles = await discover<Profile>(new URL('./systems/', import.meta.url));
  const length = ({ signature: { all, any = [] } }: Profile) => all.length + Math.min(1, any.length);
  return [...profiles].sort((a, b) => length(b) - length(a) || a.name.localeCompare(b.name));
}

/** The known exports whose signature a file's header has. */
export function profilesOf(profiles: readonly Profile[], { columns }: Survey): Profile[] {
  const names = columnsByName(columns);
  const has = (header: string) => names.has(nameOf(header));
  return profiles.filter(
    ({ signature: { all, any, none } }) => all.every(has) && (!any || any.some(has)) && !none?.some(has),
  );
}

/** The columns of a profile's roles that the file has; -1 for roles that have none. */
export function rolesOf({ roles }: Profile, { columns }: Survey): Map<string, ColumnSurvey | null> {
  const byName = columnsByName(columns);
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
    const { what, per = 'line', unit = 'money', sign = 1, factor = 0 } = part;
    const found = { what, column: column.index, per, unit, sign, factor };
    return [
      {
        ...found,
        ...(ofTotal !== undefined && { ofTotal }),
        ...(pieces !== undefined && { pieces }),
        ...(ofGoods && { ofGoods }),
      },
    ];
  });
  const net = orderNet === undefined ? undefined : index(orderNet);
  const rest = { parts: found, ...(net !== undefined && { orderNet: net }) };
  if ('amount' in base) {
    const column = index(base.amount);
    return column === undefined
      ? undefined
      : { base: { kind: 'amount', column, per: base.per ?? 'line' }, ...rest };
  }
  const [quantity, price] = [index(base.quantity), index(base.price)];
  return quantity === undefined || price === undefined
    ? undefined
    : { base: { kind: 'product', quantity, price }, ...rest };
}

/** A profile's rules with columns in place of headers; those of columns that are not there are left out. */
export function rulesOf({ rows = [] }: Profile, file: ProfileFile): RowRule[] {
  const rules = typeof rows === 'function' ? rows(file) : rows;
  return rules.flatMap(({ column: header, values, kind, what }): RowRule[] => {
    const column = file.column(header);
    if (!column) return [];
    if (values === 'filled' || values === 'blank') return [{ column: column.index, values, kind, what }];
    const keys =
      values instanceof RegExp
        ? [...column.distinct].map(valueKey).filter(v => values.test(v))
        : values.map(v => valueKey(withoutAccents(v)));
    return keys.length === 0 ? [] : [{ column: column.index, values: new Set(keys), kind, what }];
  });
}
