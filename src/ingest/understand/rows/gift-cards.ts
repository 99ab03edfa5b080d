import type { ColumnSurvey } from '../survey.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

/** What such rows are called. */
export const GIFT_CARDS = 'gift cards';

/** What gift cards are called, as `valueKey` writes it; not what they are put into. */
const CALLED_GIFT_CARD = new RegExp(
  `^(?:e |e-|digital )?(?:${[
    'gift ?(?:cards?|certificates?|vouchers?)',
    'geschenk(?:gutscheine?|karten?)|wertgutscheine?|gutscheinkarten?',
    'cartes? cadeaux?|bons? cadeaux?|cheques? cadeaux?',
    'tarjetas? (?:de )?regalo|cheques? regalo|vales? regalo',
    'cart(?:ao|oes) (?:de )?presente|vales? presente|cheques? prenda',
    'buon[oi] regalo|cart[ae] regalo',
    'cadeaubon(?:nen)?|cadeaukaart(?:en)?|presentkort|gavekort|lahjakort(?:ti|it)',
    'kart[ay] podarunkow[ae]|bony? podarunkowy?|darkov[ey] (?:poukaz|kupon|karta)\\p{L}*',
    'hediye (?:kart|cek)\\p{L}*',
    'подарочн\\p{L}+ (?:карт|сертификат)\\p{L}*|ギフト(?:カード|券)|礼品卡|기프트카드',
  ].join('|')})(?![\\p{L}])(?! (?:holder|box|envelope|sleeve)s?)`,
  'u',
);

/** Whether a text, as `valueKey` writes it, names a gift card. */
export const isGiftCard = (key: string): boolean => CALLED_GIFT_CARD.test(key);

/**
 * Gift cards among the goods: they count, and people are told, since most books have them as revenue only
 * when they are used.
 */
export const giftCardRules = (columns: readonly (ColumnSurvey | undefined)[]): RowRule[] =>
  columns.flatMap((column): RowRule[] => {
    const hasAny = column && [...column.distinct].some(value => CALLED_GIFT_CARD.test(valueKey(value)));
    return hasAny
      ? [{ column: column.index, values: CALLED_GIFT_CARD, kind: 'doubtful', what: GIFT_CARDS }]
      : [];
  });
