import type { ColumnSurvey } from '../survey.js';
import { besideTheSales } from './beside.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { certaintyOf } from './certainty.js';
import { costOfProfit } from './cost-of-profit.js';
import { productOf } from './equations.js';
import type { Figure } from './figures.js';
import type { Money, MoneyPart } from './money.js';
import type { MoneyChoice, MoneyRival, Said, Taken } from './money-choice.js';
import type { Pricing } from './products.js';
import { discountsFor } from './take-discounts.js';
import { isSaidWithTax } from './taxes.js';

/**
 * Chooses the columns that revenue follows from. A column that is the sum of others is known by them: the one
 * after discounts, before tax, shipping and fees is the net sale. Without such proof the names decide.
 * @returns undefined where no column may be the revenue
 */
export function chooseMoney(
  figures: readonly Figure[],
  pricing: Pricing,
  said: Said,
  looksLikeMoney: (column: ColumnSurvey) => boolean,
): MoneyChoice | undefined {
  const candidates = candidatesOf(figures, pricing, looksLikeMoney);
  const asked = candidates.find(c => c.figure && c.figure.column.index === said.amount);
  const best =
    asked ?? candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best) return undefined;
  const discounts = discountsFor(best, candidates, figures, pricing, said);
  const beside = besideTheSales(best, figures, candidates, pricing.priced, said);
  const taken = [...discounts.parts, ...beside.parts];
  const costs = taken.some(p => p.what === 'cost') ? undefined : costOfProfit(best, figures, taken);
  const { priced } = pricing;
  const line = best.per === 'order' ? lineBeside(best, candidates) : undefined;
  const base = line ?? best;
  const money: Money = {
    base:
      base.figure === undefined && priced
        ? { kind: 'product', quantity: priced.quantity.column.index, price: priced.price.column.index }
        : { kind: 'amount', column: (base.figure as Figure).column.index, per: base.per },
    ...(line && best.figure && { orderNet: best.figure.column.index }),
    parts: costs ? [...taken, costs] : taken,
  };
  const others = candidates
    .filter(
      c => c !== best && c.figure && !(priced?.equal.includes(c.figure) && best.isAfterDiscount === false),
    )
    .sort((a, b) => b.score - a.score)
    .flatMap(c => (c.figure ? [c.figure.column] : []));
  return {
    money,
    taken: [...takenFrom(best, pricing, asked !== undefined), ...discounts.taken],
    assumptions: [
      ...namesUnknown(best, pricing),
      ...taxLeftIn(best, pricing, money.parts),
      ...unitSaid(best, pricing),
      ...priceSaid(best, pricing),
      ...discounts.assumptions,
      ...(costs ? [costsSaid(figures, costs)] : []),
    ],
    confidence: asked ? 1 : certaintyOf(best, candidates, pricing),
    reason: asked ? 'you said so' : best.reason,
    others,
    rivals: [...unitOrLine(best, pricing), ...rivalsOf(best, candidates, pricing)],
    openPlaces: beside.open,
    ...(discounts.left && { leftDiscount: discounts.left }),
    ...(discounts.open && { openDiscount: discounts.open }),
  };
}

/** The same column read the other way: as the amount of a line, or as the price of one piece. */
function unitOrLine({ figure }: Candidate, { priced, quantity, priceLike }: Pricing): MoneyRival[] {
  if (!figure && priced?.isOfLineToo)
    return [
      { columns: [priced.price.column], reason: `"${priced.price.column.header}" may be of the whole line` },
    ];
  return figure && quantity && priceLike.includes(figure)
    ? [
        {
          columns: [quantity.column, figure.column],
          reason: `"${figure.column.header}" is the same for a product whatever its quantity`,
        },
      ]
    : [];
}

/** That an amount was taken for the whole line's, where nothing shows that it is not of one piece. */
function unitSaid({ figure }: Candidate, { quantity, openUnit = [] }: Pricing): string[] {
  if (!figure || !quantity || !openUnit.includes(figure)) return [];
  const sum = (values: Figure['values']) =>
    values.reduce<number>((total, v) => total + (v ?? 0), 0).toLocaleString('en-US', TWO_DECIMALS);
  const [q, v] = [quantity.column.header, figure.column.header];
  return [
    `Nothing shows whether "${v}" is of the whole line or of one piece. It was taken for the line's, ` +
      `${sum(figure.values)} in the rows that were looked at; as a price of one, "${q}" x "${v}" would be ` +
      `${sum(productOf(quantity.values, figure.values))}: --map "${v}=unitPrice".`,
  ];
}

const costsSaid = (figures: readonly Figure[], { column }: MoneyPart): string => {
  const header = figures.find(f => f.column.index === column)?.column.header;
  return `The file has no costs; the cost of a line is taken as its revenue less "${header}".`;
};

/** What an export or a maker of lists calls the price of one piece, which needs no saying. */
const OF_ONE =
  /unit|einzel|stuck|stk|piece|each|\bper\b|unidad|jednostk|\bkus|styck|styk|yksikko|birim|egyseg|単価|单价|단가/;

/** That a price was taken for that of one piece by its name alone. */
function priceSaid({ figure }: Candidate, { priced, priceLike }: Pricing): string[] {
  if (figure || !priced || priced.isProven || priced.isOfLineToo || priceLike.includes(priced.price))
    return [];
  const { quantity, price, gross } = priced;
  const several = quantity.values.filter((q, i) => q !== undefined && Math.abs(q) !== 1 && price.values[i]);
  if (several.length < 2 || OF_ONE.test(price.column.name)) return [];
  const sum = (values: Figure['values']) =>
    values.reduce<number>((total, v) => total + (v ?? 0), 0).toLocaleString('en-US', TWO_DECIMALS);
  const [q, p] = [quantity.column.header, price.column.header];
  return [
    `"${p}" was taken for the price of one piece: "${q}" x "${p}" is ${sum(gross)} in the rows that were ` +
      `looked at. If it is of the whole line, they come to ${sum(price.values)}: --map "${p}=amount".`,
  ];
}

const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** The other candidates that may be meant, the best first. */
function rivalsOf(best: Candidate, candidates: readonly Candidate[], { priced }: Pricing): MoneyRival[] {
  return candidates
    .filter(c => c !== best)
    .sort((a, b) => b.score - a.score)
    .map(({ figure, reason }) => ({
      columns: figure ? [figure.column] : priced ? [priced.quantity.column, priced.price.column] : [],
      reason,
    }));
}

/** That values told what columns are whose names are not known. */
function namesUnknown(best: Candidate, { priced }: Pricing): string[] {
  const isUnknown = [best.figure, priced?.quantity, priced?.price].some(f => f?.kind === 'unknown');
  return priced?.isProven && isUnknown
    ? [`Not the names of the columns but their values tell: ${priced.reason}.`]
    : [];
}

/** Says that the revenue has tax in it, where the amount's name says so and nothing takes the tax out. */
function taxLeftIn({ figure }: Candidate, { priced }: Pricing, parts: Money['parts']): string[] {
  const column = figure?.column ?? priced?.price.column;
  const isTakenOut = parts.some(({ what, factor }) => what === 'tax' && factor !== 0);
  if (!column || isTakenOut || !isSaidWithTax(column)) return [];
  return [`Revenue includes tax, as "${column.header}" does: the file does not say how much it is.`];
}

/** The amounts of lines that the orders' net sales are spread over. */
const lineBeside = (best: Candidate, candidates: readonly Candidate[]): Candidate | undefined =>
  candidates
    .filter(c => c !== best && c.per === 'line' && c.score >= 40 && c.values.some(v => v !== undefined))
    .sort((a, b) => b.score - a.score)[0];

function takenFrom(best: Candidate, { priced, quantity, linePrice }: Pricing, isSaid: boolean): Taken[] {
  const taken: Taken[] = [];
  const amount = best.figure;
  if (priced) {
    taken.push({
      role: 'quantity',
      column: priced.quantity.column,
      confidence: priced.isProven ? 0.98 : 0.95,
      reason: priced.reason,
    });
    if (priced.price !== amount)
      taken.push({
        role: 'unitPrice',
        column: priced.price.column,
        confidence: priced.isProven ? 0.98 : 0.95,
        reason: priced.reason,
      });
  } else if (quantity && quantity !== amount)
    taken.push({
      role: 'quantity',
      column: quantity.column,
      confidence: 0.95,
      reason: `named "${quantity.column.header}"`,
    });
  if (amount && !isSaid)
    taken.push({
      role: 'amount',
      column: amount.column,
      confidence: best.score >= 60 ? 0.98 : best.score >= 30 ? 0.9 : 0.5,
      reason: amount === linePrice?.figure ? linePrice.reason : best.reason,
    });
  return taken;
}
