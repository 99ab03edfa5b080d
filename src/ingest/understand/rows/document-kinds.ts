import { anyOf } from '../../../core/text/status-words.js';
import { DOCUMENTS, RETURN_TYPES } from './vocabulary.js';

/** The documents that one sale may stand in a list as, in the order in which they are written. */
export type DocumentKind = 'quote' | 'order' | 'deliveryNote' | 'invoice';
export const IN_TURN: readonly DocumentKind[] = ['quote', 'order', 'deliveryNote', 'invoice'];

/** What rows of a document are called. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  quote: 'quotes',
  order: 'orders',
  deliveryNote: 'delivery notes',
  invoice: 'invoices',
};

const QUOTES = anyOf(`
  ^quot, ^estimate, ^pro ?forma, ^angebot, ^offert, ^devis, ^presupuesto, ^cotizacion, ^orcamento,
  ^preventivo, ^oferta, ^tilbud, ^tarjous, ^(ar)?ajanlat, ^nabidka, ^teklif`);
const ORDERS = anyOf(`
  ^(sales|customer|web|online|shop)? ?orders?( confirmation)?$, ^so$, ^(kunden|verkaufs|web)?auftrag,
  ^ab$, ^au$, ^(kunden)?bestellung, ^(bon de )?commande, ^bdc$, ^(nota de |orden de )?pedido,
  ^orden( de venta)?$,
  ^encomenda, ^(conferma )?(d.)?ordine, ^(verkoop|klant)?order(bevestiging)?$, ^bestelling,
  ^(kund|salgs?|kunde)?ordre(bekraeftelse|bekreftelse)?$,
  ^(kund|order)?order(bekraftelse|erkannande)?$,
  ^(myynti)?tilaus, ^zamowieni, ^zam$, ^objednavk, ^(meg)?rendeles, ^comanda, ^siparis, ^narudzb, ^narocil,
  ^заказ, ^замовлення, ^поръчка, ^παραγγελι, ^注文, ^受注, ^订单, ^訂單, ^주문`);
const DELIVERY_NOTES = anyOf(`
  ^deliver(y|ies)( note| docket| order)?$, ^delivery note, ^dispatch, ^despatch, ^packing (slip|list),
  ^dn$, ^ls$,
  ^liefer, ^bon de livraison, ^bl$, ^albaran, ^remito, ^remision,
  ^guia de (remessa|transporte|despacho),
  ^ddt$, ^documento di trasporto, ^bolla, ^pakbon, ^leveringsbon, ^verzendbon, ^folge?seddel, ^foljesedel,
  ^lahet, ^dodaci, ^szallitolevel, ^aviz, ^irsaliye, ^wz$, ^wydanie, ^отгрузка, ^накладная, ^納品, ^送货,
  ^出库`);
const INVOICES = anyOf('^inv$, ^re$, ^rg$, ^fa$, ^fac$, ^fv$, ^fatt');

/** What document a value (as `valueKey` writes it) names; undefined for credit notes and all else. */
export function documentOf(key: string): DocumentKind | undefined {
  if (RETURN_TYPES.test(key)) return undefined;
  if (QUOTES.test(key)) return 'quote';
  if (DELIVERY_NOTES.test(key)) return 'deliveryNote';
  if (ORDERS.test(key)) return 'order';
  return INVOICES.test(key) || DOCUMENTS.test(key) ? 'invoice' : undefined;
}
