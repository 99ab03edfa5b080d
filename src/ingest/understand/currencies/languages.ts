import type { Survey } from '../survey.js';

/** Words of headers in languages that are at home with one currency which is not the euro. */
const WORDS: readonly (readonly [currency: string, words: RegExp])[] = [
  [
    'PLN',
    /(?<!\p{L})(kwota|wartość|ilość|zamówieni\p{L}|sprzedaż\p{L}?|towar|paragon\p{L}?|nabywca)(?!\p{L})/u,
  ],
  [
    'CZK',
    /(?<!\p{L})(částka|množství|zákazník|odběratel|objednávk\p{L}|dph|účtenk\p{L}|tržb\p{L})(?!\p{L})/u,
  ],
  ['HUF', /(?<!\p{L})(mennyiség|összeg|rendelés\p{L}*|vevő|áfa|egységár|számlaszám)(?!\p{L})/u],
  ['RON', /(?<!\p{L})(cantitate|comandă|comenzii|valoare|preț|factură)(?!\p{L})/u],
  [
    'SEK',
    /(?<!\p{L})(belopp|kvitto\p{L}*|beställning\p{L}*|försäljning\p{L}*|köpare|kundnummer|moms)(?!\p{L})/u,
  ],
  ['NOK', /(?<!\p{L})(beløp|antall|mva|varenavn)(?!\p{L})/u],
  ['DKK', /(?<!\p{L})(beløb|stykpris|varenummer|ordrenr)(?!\p{L})/u],
  ['TRY', /(?<!\p{L})(tutar\p{L}*|miktar|müşteri|kdv|fiyat\p{L}*|sipariş)(?!\p{L})/u],
  ['UAH', /(?<!\p{L})(сума|кількість|замовлення|покупець)(?!\p{L})/u],
  ['RUB', /(?<!\p{L})(сумма|количество|заказ\p{L}?|покупатель|выручка)(?!\p{L})/u],
  ['JPY', /金額|売上|単価|伝票|注文/],
  ['KRW', /금액|수량|주문|단가/],
  ['CNY', /金额|数量|订单|单价/],
];

/** Languages that are at home with several currencies: nothing is said of a likely one. */
const OF_SEVERAL = /(?<!\p{L})(quantidade|qtde?|desconto|frete|preço|venda|vendas|faturamento)(?!\p{L})/u;

/**
 * The currency that the language of a file's headers is at home with, where it is not the euro; `several`
 * where it is spoken in countries of several.
 * @returns undefined where no header tells
 */
export function currencyOfLanguage({ columns }: Survey): string | 'several' | undefined {
  const headers = columns.map(c => c.header.toLowerCase()).join(' | ');
  const [found] = WORDS.map(([code, words]) => ({
    code,
    count: headers.match(new RegExp(words, 'gu'))?.length ?? 0,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return found?.code ?? (OF_SEVERAL.test(headers) ? 'several' : undefined);
}
