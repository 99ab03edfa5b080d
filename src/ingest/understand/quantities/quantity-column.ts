import { type Decimal, multiply, parseDecimal } from '../../../core/money/money.js';
import { type Unit, unitOf } from './units.js';

/** A quantity as it is written: `2 pcs`, `2.5 kg`, `x3`. */
export interface WrittenQuantity {
  readonly value: Decimal;
  /** Undefined where the number stands alone. */
  readonly unit?: Unit;
}

/** In characters: `approx. 1,250.75 kilograms` is longer than any that is meant. */
const LONGEST = 30;
const BEHIND = /^([-+−]?\d[\d.,\s'’]*?)\s*([\p{L}×*][\p{L}²2.]*(?:\(s\))?)$/u;
const BEFORE = /^([\p{L}×*]+\.?)\s*([-+−]?\d[\d.,]*)$/u;

const HALF_DOZEN = /^(?:half|1\/2|½)(?: an?)? (?:dozen|doz)$/i;
const A_DOZEN = /^(?:an?|one) (dozen|doz|pair)$/i;

/**
 * Reads a number with a unit, or a number alone.
 * @returns undefined if it is neither
 */
export function parseQuantity(text: string, decimalMark: '.' | ',' = '.'): WrittenQuantity | undefined {
  const s = text.trim().replace(HALF_DOZEN, '6 pieces').replace(A_DOZEN, '1 $1');
  if (s === '' || s.length > LONGEST) return undefined;
  const behind = BEHIND.exec(s);
  const before = behind ? undefined : BEFORE.exec(s);
  const unit = unitOf(behind?.[2] ?? before?.[1] ?? '');
  // Only counts stand before their number: `x3`, `Qty 3` is no unit.
  if (unit && (behind || /^[x×*]$/i.test(before?.[1] ?? ''))) {
    const value = parseDecimal(behind?.[1] ?? before?.[2] ?? '', decimalMark);
    return value && { value, unit };
  }
  const value = parseDecimal(s, decimalMark);
  return value && { value };
}

/** How the quantities of a column are read that are written with units. */
export interface QuantityColumn {
  /**
   * The unit that all are given in: `pieces`, `kg`; undefined if they have several that do not go
   * together.
   */
  readonly unit?: string;
  /** The quantity in that unit; undefined if it cannot be read or converted. */
  read(text: string): Decimal | undefined;
  /** What to say about it, in sentences. */
  readonly assumptions: readonly string[];
}

/**
 * Decides how a column of quantities with units is read. Grams among kilograms are converted into the unit
 * that most values have; units that cannot be converted (pieces and kilograms) are counted as they are, which
 * is said.
 * @param header the column's name, for what is said
 * @returns undefined if no value has a unit, or fewer than nine of ten can be read
 */
export function quantityColumn(
  header: string,
  values: Iterable<string>,
  decimalMark: '.' | ',',
): QuantityColumn | undefined {
  const counts = new Map<Unit, number>();
  let [looked, read] = [0, 0];
  for (const text of values) {
    looked++;
    const quantity = parseQuantity(text, decimalMark);
    if (!quantity) continue;
    read++;
    if (quantity.unit) counts.set(quantity.unit, (counts.get(quantity.unit) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
  const [main] = byCount;
  if (!main || read < looked * 0.9) return undefined;
  // Of dozens and pieces, the pieces are counted.
  const target = main.kind === 'count' ? (byCount.find(unit => unit.size === 1) ?? main) : main;
  const isOneKind = byCount.every(unit => unit === target || canConvert(unit, target));
  const names = [...new Set(byCount.map(unit => unit.name))];
  return {
    unit: isOneKind ? target.name : undefined,
    read: text => {
      const quantity = parseQuantity(text, decimalMark);
      if (!quantity?.unit || quantity.unit === target) return quantity?.value;
      if (canConvert(quantity.unit, target)) return converted(quantity.value, quantity.unit, target);
      return isOneKind ? undefined : quantity.value;
    },
    assumptions: sentences(header, target, names, isOneKind),
  };
}

function sentences(header: string, target: Unit, names: readonly string[], isOneKind: boolean): string[] {
  if (!isOneKind)
    return [
      `"${header}" has quantities in ${names.join(' and ')}, which cannot be converted: the numbers are ` +
        'added as they are.',
    ];
  if (names.length > 1)
    return [`"${header}" has quantities in ${names.join(' and ')}; all were converted to ${target.name}.`];
  return target.name === 'pieces' ? [] : [`Quantities are in ${target.name}, as "${header}" has them.`];
}

const canConvert = (a: Unit, b: Unit): boolean => a.kind === b.kind && a.kind !== 'package';

/** Exact: 500 g is 0.5 kg. */
function converted(value: Decimal, from: Unit, to: Unit): Decimal {
  const factor = parseDecimal((from.size / to.size).toFixed(FACTOR_PLACES)) as Decimal;
  return multiply(value, shortened(factor));
}

const FACTOR_PLACES = 9;

/** Without zeros at the end of its decimals. */
function shortened({ digits, scale }: Decimal): Decimal {
  let [d, s] = [BigInt(digits), scale];
  while (s > 0 && d % 10n === 0n) {
    d /= 10n;
    s--;
  }
  return { digits: Number(d), scale: s };
}
