import type { TakenColumn } from './currencies/taken-column.js';
import { isCalledCustomerId } from './customers/customer-columns.js';
import type { MappingSettings, Recognised } from './mapping.js';
import { filledColumn, rolesOf } from './profiles/find-profile.js';
import type { Profile } from './profiles/profile.js';
import { ROLES, type Role, type RoleKey } from './roles.js';
import { areStates } from './rows/find-rules.js';
import { type ColumnSurvey, numberShare, type Survey } from './survey.js';

/** Roles whose columns are picked by more than their name. */
export const BY_VALUES: ReadonlySet<RoleKey> = new Set([
  'date',
  'orderId',
  'quantity',
  'unitPrice',
  'amount',
  'discount',
  'cost',
  'profit',
  'transactionType',
]);

/** What columns are, as far as it was decided. */
export class ColumnRoles {
  readonly byKey: Partial<Record<RoleKey, number>> = {};
  readonly recognised: Recognised[] = [];
  readonly #used = new Set<number>();

  constructor(
    readonly survey: Survey,
    readonly map: MappingSettings['map'],
    /** Columns that the file's currencies decide. */
    private readonly given: readonly TakenColumn[] = [],
    ignored: readonly number[] = [],
  ) {
    this.use(ignored);
    for (const [index, field] of map) {
      const column = survey.columns[index];
      const role = ROLES.find(r => r.key === field);
      if (column && role) this.take(role.key, column, 1, 'you said so');
    }
    for (const { role, column, reason } of given) {
      const taken = survey.columns[column];
      if (taken) this.take(role, taken, 0.95, reason);
    }
  }

  take(role: RoleKey, column: ColumnSurvey, confidence: number, reason: string): void {
    if (this.byKey[role] !== undefined) return;
    this.byKey[role] = column.index;
    this.recognised.push({ column: column.index, header: column.header, role, confidence, reason });
  }

  untake(role: RoleKey): void {
    delete this.byKey[role];
    const at = this.recognised.findIndex(r => r.role === role);
    if (at >= 0) this.recognised.splice(at, 1);
  }

  column(role: RoleKey): ColumnSurvey | undefined {
    return this.survey.columns[this.byKey[role] ?? -1];
  }

  /** Whether the person, or the file's currencies, decided the column. */
  isGiven(role: RoleKey): boolean {
    const column = this.byKey[role];
    return this.isSaid(role) || this.given.some(g => g.role === role && g.column === column);
  }

  isSaid(role: RoleKey): boolean {
    return this.map.get(this.byKey[role] ?? -1) === role;
  }

  /** Columns that belong to one that was taken: the time beside a date. */
  use(columns: readonly number[]): void {
    for (const column of columns) this.#used.add(column);
  }

  /** Whether a column is part of another. */
  isUsed(column: number): boolean {
    return this.#used.has(column);
  }

  free(): ColumnSurvey[] {
    return this.survey.columns.filter(
      c =>
        !this.map.has(c.index) &&
        !this.#used.has(c.index) &&
        !this.recognised.some(r => r.column === c.index),
    );
  }
}

/** Takes the columns that a known export has for its roles. */
export function takeByProfile(roles: ColumnRoles, profile: Profile): void {
  const found = rolesOf(profile, roles.survey);
  const { emailOfReturns } = profile;
  const email = found.get('email');
  if (email && emailOfReturns !== undefined && !filledColumn(profile, roles.survey, emailOfReturns)) {
    // The customer must be the same in a sale and in its return.
    roles.use([email.index]);
    found.delete('email');
  }
  for (const [role, column] of found)
    if (column && !roles.map.has(column.index)) roles.take(role as RoleKey, column, 0.99, profile.name);
}

/** Takes the columns whose names and values say what they are. */
export function takeByName(roles: ColumnRoles, profile: Profile | undefined): void {
  for (const role of ROLES) {
    if (BY_VALUES.has(role.key) || roles.byKey[role.key] !== undefined) continue;
    if (profile && role.key in profile.roles) continue;
    if (role.key === 'customerName' && roles.byKey.customerId === undefined) {
      const id = roles.free().find(c => c.filled > 0 && isCalledCustomerId(c));
      if (id) roles.take('customerId', id, 0.9, `named "${id.header}"`);
    }
    const column = bestByName(role, roles.free());
    if (column) roles.take(role.key, column, 0.95, `named "${column.header}"`);
    else if (role.key === 'customerName' && roles.byKey.customerId === undefined) takeNumbered(roles);
  }
}

/** A column called `Customer` that has numbers has the customers' numbers. */
function takeNumbered(roles: ColumnRoles): void {
  const isNumbers = (c: ColumnSurvey) => c.integers === c.tested.count && c.moneyLike === 0;
  const column = roles.free().find(c => c.filled > 0 && CUSTOMER.test(c.name) && isNumbers(c));
  if (column) roles.take('customerId', column, 0.8, `named "${column.header}", with numbers`);
}

const CUSTOMER = /^(customer|client|buyer|kunde|auftraggeber|debitor|klant|cliente|acheteur|klient|kund)$/;

/** The column that goes by the best known of a role's names, and looks like it. */
export function bestByName(role: Role, columns: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  for (const name of role.names) {
    const column = columns.find(c => c.name === name && fits(role, c));
    if (column) return column;
  }
  return undefined;
}

export const dateShare = (c: ColumnSurvey): number => (c.filled === 0 ? 0 : c.dates.read / c.filled);

/** A name only counts where the values look like it: 9 of 10 suffice, since files have damaged rows. */
export function fits(role: Role, column: ColumnSurvey): boolean {
  if (column.filled === 0) return false;
  if (role.key === 'quantity' && column.quantities) return true;
  if (role.key === 'promotion' && isMoneyOff(column)) return false;
  // "Estado" is a region or how an order stands.
  if (role.key === 'state' && areStates(column)) return false;
  if (role.key === 'status' && column.name === 'estado' && !areStates(column)) return false;
  if (role.content === 'number') return numberShare(column) >= 0.9;
  if (role.content === 'date') return dateShare(column) >= 0.8;
  if (role.content === 'text') return numberShare(column) < 0.9;
  return true;
}

/** Whether a column that is called a coupon says what was taken off, not which coupon it was. */
const isMoneyOff = (c: ColumnSurvey): boolean =>
  numberShare(c) >= 0.9 && (c.moneyLike >= c.tested.count * 0.3 || c.distinct.has('0'));
