import type { ColumnRoles } from '../column-roles.js';
import type { ColumnSurvey } from '../survey.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

/** What such rows are called. */
export const SHIPPING_ROWS = 'shipping and delivery';
export const TIP_ROWS = 'tips';

/** What tips are called where they stand among the goods, as `valueKey` writes it: the whole text. */
const CALLED_TIP = new RegExp(
  '^(?:tips?|gratuit(?:y|ies)|trinkgeld(?:er)?|pourboires?|propinas?|manc(?:ia|e)|gorjetas?|fooi(?:en)?|' +
    'dricks|drikkepenge|drikkepenger|napiwek|napiwki|spropitne|service ?charge)$',
  'u',
);

/** What shipping is called where it stands among the goods, as `valueKey` writes it: the whole text. */
const CALLED_SHIPPING = new RegExp(
  `^(?:\\[[^\\]]{1,20}\\] ?)?(?:${[
    '(?:(?:standard|express|next day|priority|domestic|international|economy|tracked|courier|home|local) )*' +
      '(?:shipping|postage|freight|delivery|carriage|courier|p&p|shipping and handling|postage and packing|' +
      'shipping & handling)(?: (?:costs?|charges?|fees?|service|flat rate))*',
    '(?:standard|express)?versand(?:kosten)?(?:pauschale|anteil)?|porto(?:kosten)?|lieferkosten|' +
      'versand (?:und|&|u\\.) verpackung|porto (?:und|&) versand|fracht(?:kosten)?|versand (?:dhl|dpd|' +
      'gls|ups|hermes)',
    '(?:frais de )?(?:port|livraison|transport|expedition)(?: (?:offerts?|standard|express|' +
      'colissimo))?|frais d.envoi',
    '(?:gastos|costes?|portes) (?:de )?envio|envio(?: (?:estandar|express|urgente))?|portes',
    'frete|custos? de envio|portes de envio|spese di spedizione|spedizione|trasporto',
    'verzendkosten|verzending|bezorgkosten|frakt|fraktkostnad|fragt|koszt(?:y)? (?:wysylki|dostawy)|' +
      'postovne|' +
      'kargo(?: ucreti)?|доставка|送料|运费|배송비',
  ].join('|')})(?:[ :,/-]+(?:by |with |mit |per |par |con |via |med )?(?:${[
    'dhl|dpd|gls|ups|hermes|fedex|usps|tnt|ems|express|standard|royal mail|parcelforce|evri|postnl|bpost|' +
      'colissimo|chronopost|mondial relay|la poste|seur|correos|mrw|brt|bartolini|poste italiane|ctt|' +
      'inpost|paczkomat|poczta polska|postnord|bring|posti|swiss ?post|osterreichische post|deutsche post|' +
      'canada post|auspost|australia post|courier|kurier|ceska posta|zasilkovna|packeta|balikovna|sda|nacex',
  ].join('|')})(?: .{0,30})?)?$`,
  'u',
);

/**
 * Shipping or tips as a row among the goods: it counts, and people are told, since many keep it apart from
 * sales. Only where other rows are goods: a file of a courier's sales has nothing else.
 */
export const shippingRules = (roles: ColumnRoles): RowRule[] =>
  itemColumns(roles).flatMap((column): RowRule[] => {
    const values = [...column.distinct];
    return AMONG_GOODS.flatMap(([what, pattern]): RowRule[] => {
      const found = values.filter(value => pattern.test(valueKey(value)));
      return found.length > 0 && found.length * 2 < values.length + 1
        ? [{ column: column.index, values: pattern, kind: 'doubtful', what }]
        : [];
    });
  });

const AMONG_GOODS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [SHIPPING_ROWS, CALLED_SHIPPING],
  [TIP_ROWS, CALLED_TIP],
];

/** The columns that may say what a row sold: the product's, or else those called a position or service. */
function itemColumns(roles: ColumnRoles): ColumnSurvey[] {
  const product = roles.column('productName') ?? roles.column('productId');
  return product ? [product] : roles.free().filter(c => ITEM.test(c.name));
}

const ITEM = new RegExp(
  `^(?:${[
    'positions?|positionen|items?|line|line description|details?|text|service|services|what|sold',
    'leistung|ligne|prestation|concepto|voce|omschrijving',
  ].join('|')})$`,
);
