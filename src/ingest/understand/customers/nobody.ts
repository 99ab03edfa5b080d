import { withoutAccents } from '../../../core/text/accents.js';
import type { ColumnSurvey } from '../survey.js';

const NOBODY = new RegExp(
  `^(?:${[
    String.raw`0+|-+|\.+|\?+|x{3,}`,
    `#?n/a|none|null|nil|nobody|no name|not available|not specified|unknown( customer)?|undefined|blank`,
    String.raw`anonym\w*( \w+)?|guest( \w+)?|walk[ -]?ins?( \w+)*|cash( (customer|sale|client|sales))?|` +
      'counter( sales?)?',
    String.raw`(general|retail|pos|default|generic|misc\w*|various|one[ -]time|over the counter|otc|` +
      'regular|store|shop) (customer|client|sale|guest)s?',
    `no (customer|client)|customer|individual customer|passing trade|visitor`,
    String.raw`gast\w*|laufkund\w*|barverkauf|barkunde|unbekannt\w*|diverse?|tageskunde|kassenkunde|` +
      'sammelkunde|ohne kunde',
    `invite|inconnu|client (comptoir|divers|de passage|passage|anonyme|inconnu)|vente comptoir|comptoir`,
    'invitado|desconocido|cliente (mostrador|final|general|varios|generico|anonimo|contado|ocasional)|' +
      'publico( en)? general|consumidor final|venta (de )?mostrador|mostrador',
    'visitante|convidado|desconhecido|cliente (padrao|balcao|avulso|nao identificado)|consumidor|venda ' +
      'balcao',
    `neznam\\w*|anonym\\w*|host|bez (zakaznika|jmena)|nieznan\\w*|brak( klienta| danych)?`,
    `klient (detaliczny|indywidualny|anonimowy)|paragon`,
    `okand\\w*( kund)?|kontantkund\\w*|ukendt\\w*|ukjent\\w*|kontantkunde|tuntematon|kateisasiakas`,
    `ismeretlen|vasarlo|necunoscut`,
    `bilinmiyor|bilinmeyen|misafir|perakende( musteri)?|nihai tuketici|неизвестн\\S*|аноним\\S*|гость`,
    `розничны[йи] покупатель|частное лицо`,
    `不明|ゲスト|一般客|匿名|散客|游客|未知|비회원|손님`,
    `ospite|sconosciuto|cliente (generico|banco|privato)|privato|onbekend|kassaklant|passant|gost|nieznany`,
  ].join('|')})$`,
);

/** Whether a customer's name or id stands for nobody known. */
export const isNobody = (value: string): boolean => NOBODY.test(withoutAccents(value.trim()));

/** The lower-case values of these columns that stand for nobody known: `0`, `Guest`, `Walk-in Customer`. */
export function nobodyIn(columns: readonly ColumnSurvey[]): string[] {
  const found = columns.flatMap(c => [...c.distinct].filter(isNobody));
  return [...new Set(found.map(v => v.toLowerCase()))];
}
