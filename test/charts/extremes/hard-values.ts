import type { ChartKind, ChartSpec } from '../../../src/core/answer/chart-spec.js';

/**
 * Charts that are hard to draw, by kind and by what is hard. One named "nothing: ..." has no series to see.
 */
export type Extremes = Readonly<Partial<Record<ChartKind, Readonly<Record<string, ChartSpec>>>>>;

const base = {
  title:
    'Revenue of the twelve largest countries grew by 1,234.5% in a year that had only eleven months of sales',
  subtitle:
    'Jan 1, 2024 – Mar 28, 2026 · country: Deutschland, Österreich, Ελλάδα, Россия · without cancelled orders',
  alt: '',
  currency: 'USD',
} as const;
export const money = { ...base, unit: 'money' } as const;
export const count = { ...base, unit: 'count' } as const;
export const share = { ...base, unit: 'share' } as const;

export const HUGE = 987_654_321_098_765;
export const BLUE = '#0b6fb8';
export const RED = '#c2553a';
export const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** Greek, Cyrillic, Hebrew, Arabic, Turkish and Vietnamese, an emoji, and a name that has no letter. */
export const SCRIPTS = [
  'Ελληνικό Κατάστημα Αθηνών',
  'Магазин подарков «Матрёшка»',
  'חנות המתנות',
  'متجر الهدايا',
  'İğdır Çiçekçilik Ürünleri',
  'Cửa hàng Hà Nội',
  '🎉 Party 🎈',
  '🎉',
  LONG,
];
export const upTo = <T>(length: number, make: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => make(i));
export const longNames = (length: number) => upTo(length, i => `${i + 1}. ${LONG}`);
export const days = (length: number) =>
  upTo(length, i => `Wed, Jan ${1 + (i % 28)}, ${2024 + Math.floor(i / 28)}`);
