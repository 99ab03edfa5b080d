import { type Guess, unnamedByContent } from '../by-content.js';
import { BY_VALUES, type ColumnRoles } from '../column-roles.js';
import { demandMoney } from '../demand.js';
import type { MappingSettings } from '../mapping.js';
import { moneyOf } from '../profiles/find-profile.js';
import type { Profile } from '../profiles/profile.js';
import type { ProfileFile } from '../profiles/profile-file.js';
import type { RoleKey } from '../roles.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, numberShare } from '../survey.js';
import { beforeFees } from './before-fees.js';
import { chooseMoney } from './choose.js';
import { discountByProducts } from './discount-by-products.js';
import { type Figure, figuresOf, type Orders } from './figures.js';
import type { MoneyChoice, Said } from './money-choice.js';
import { namedByProof } from './named-by-proof.js';
import { namedBySums } from './named-by-sums.js';
import { onlyMoney } from './only-money.js';
import { asSaid, orderFiguresBySums } from './order-figures.js';
import { findPricing } from './products.js';
import { vouchersAsPayments } from './voucher-payments.js';

/** How revenue follows from the columns, and what was guessed for it. */
export interface TakenMoney {
  readonly choice: MoneyChoice;
  readonly guesses: readonly Guess[];
}

/** The money of a known export; undefined where its sums do not hold. */
export function moneyOfProfile(profile: Profile, file: ProfileFile): TakenMoney | undefined {
  const written = profile.money(file);
  const money = written && moneyOf(file, written);
  if (!written || !money) return undefined;
  const choice = {
    money,
    taken: [],
    assumptions: written.says ?? [],
    confidence: 0.99,
    reason: profile.name,
    others: [],
    rivals: [],
  };
  return { choice, guesses: [] };
}

/** Which columns the person said are in the amount, or on top of it. */
const includedIn = ({ map }: ColumnRoles): ReadonlyMap<number, boolean> =>
  new Map([...map].flatMap(([column, field]) => (field in PLACES ? [[column, PLACES[field] === true]] : [])));

const PLACES: Readonly<Record<string, boolean>> = { included: true, onTop: false };

/** What the person, or the file's currencies, say that columns are. */
function givenKinds(roles: ColumnRoles): ReadonlyMap<number, string> {
  const given = roles.recognised.filter(r => roles.isGiven(r.role as RoleKey));
  return new Map([...roles.map, ...given.map(r => [r.column, r.role] as const)]);
}

/**
 * Takes the columns that revenue follows from, and those of what is beside it.
 * @throws IngestError where there are none
 */
export function takeMoney(
  file: string,
  sample: Sample,
  roles: ColumnRoles,
  orders: Orders,
  {
    isOrderDiscount = false,
    isPercentDiscount,
  }: Pick<MappingSettings, 'isOrderDiscount' | 'isPercentDiscount'>,
): TakenMoney {
  const { survey } = sample;
  const isOther = (c: ColumnSurvey) =>
    ['ignore', 'dimension'].includes(roles.map.get(c.index) ?? '') ||
    roles.recognised.some(r => r.column === c.index && !BY_VALUES.has(r.role as RoleKey)) ||
    c === roles.column('orderId') ||
    c === roles.column('date') ||
    roles.isUsed(c.index);
  const columns = survey.columns.filter(c => !isOther(c));
  const said = (role: RoleKey) => (roles.isGiven(role) ? roles.byKey[role] : undefined);
  const read = orderFiguresBySums(figuresOf(sample, columns, orders, givenKinds(roles)), orders);
  const named = namedBySums(namedByProof(asSaid(read, orders, said('discount'), isOrderDiscount)));
  const figures = said('discount') === undefined ? vouchersAsPayments(named) : named;
  const choose = (told?: Partial<Said>) =>
    chooseMoney(
      figures,
      findPricing(sample, figures),
      {
        ...{ amount: said('amount'), discount: said('discount'), isPercentDiscount },
        included: includedIn(roles),
        ...told,
      },
      looksLikeMoney,
    );
  const likely = byProducts(sample, roles, choose);
  const before = said('amount') === undefined ? beforeFees(sample, likely, choose) : likely;
  const choice = demandMoney(file, survey, before, () => onlyMoney(figures));
  for (const { role, column, confidence, reason } of choice.taken)
    roles.take(role, column, confidence, reason);
  takeBeside(roles, choice, figures);
  const guesses = unnamedByContent(survey, roles.byKey, roles.free());
  for (const { role, column, confidence, reason } of guesses) roles.take(role, column, confidence, reason);
  return { choice, guesses };
}

/** The choice, with what products tell of a discount that no sum explains. */
function byProducts(
  sample: Sample,
  roles: ColumnRoles,
  choose: (told?: Partial<Said>) => MoneyChoice | undefined,
): MoneyChoice | undefined {
  const choice = choose();
  if (!choice?.leftDiscount) return choice;
  const quantity = choice.taken.find(t => t.role === 'quantity')?.column;
  const product = roles.column('productId') ?? roles.column('productName');
  const { column } = choice.leftDiscount;
  const told = discountByProducts(sample, choice, product, quantity);
  if (told === undefined) return choice;
  return choose(told === 'stillIn' ? { discount: column.index } : { takenOff: column.index });
}

const looksLikeMoney = (c: ColumnSurvey): boolean =>
  c.moneyLike >= c.tested.count * 0.3 && c.distinct.size > 1 && numberShare(c) >= 0.95;

/** Costs and profits, which are no revenue and no breakdown. */
function takeBeside(roles: ColumnRoles, { money }: MoneyChoice, figures: readonly Figure[]): void {
  for (const part of money.parts) {
    const column = roles.survey.columns[part.column];
    if (part.what === 'cost' && !part.isProfit && column)
      roles.take('cost', column, 0.9, `named "${column.header}"`);
  }
  const profit = figures.find(f => f.kind === 'profit');
  if (profit) roles.take('profit', profit.column, 0.9, `named "${profit.column.header}"`);
}
