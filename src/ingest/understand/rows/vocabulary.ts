import { anyOf, CANCELLED_WORDS, RETURNED_WORDS, WAITING_WORDS } from '../../../core/text/status-words.js';

/** Words by which files say what a row is. All are compared lower-case and without accents. */

const whole = (list: string): RegExp =>
  new RegExp(
    `^(?:${list
      .trim()
      .split(/\s*,\s*/)
      .join('|')})$`,
    'u',
  );

/** Documents and states that are no sale, and what to call them. */
export const NOT_A_SALE: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'quotes and drafts',
    pattern: anyOf(`
      ^quot, ^(sales )?estimate, ^pro ?forma, ^draft, checkout draft, ^angebot, ^entwurf,
      kostenvoranschlag, ^devis, ^presupuesto, ^cotizacion,
      ^orcamento, ^rascunho, ^preventivo, ^bozza, ^offerte, ^offert$, ^brouillon, ^borrador,
      ^kladde, ^koncept, ^concept$, ^utkast, ^luonnos, ^szkic, ^proposal,
      ^sales order quot, ^teklif, ^tarjous, ^tilbud, ^(ar)?ajanlat, ^dijbekero, ^proposta, ^nabidka,
      ^zalohova, ^ponuka, ^ponuda, ^predracun, ^pakkumine, ^piedavajums, ^oferta,
      ^коммерческое предложение, ^черновик, ^見積, ^报价`),
  },
  {
    what: 'failed and voided payments',
    pattern: anyOf(`
      ^(payment )?failed, ^failure, ^fail$, ^declined, ^rejected, ^denied, ^void(ed)?$, ^expired,
      ^abandoned, ^incomplete, ^payment error, ^error$, ^makuler,
      ^unsuccessful, ^not paid.*(failed|expired), ^blocked, ^fehlgeschlagen, ^abgelehnt, ^verfallen,
      ^echou?e, ^echec, ^refuse, ^erreur, ^expire,
      ^fallid, ^rechazad, ^vencid, ^caducad, ^falhou, ^recusad, ^expirad, ^fallito, ^rifiutat, ^scadut,
      ^mislukt, ^geweigerd, ^verlopen,
      ^neuspesn, ^nieudan, ^odrzucon, ^basarisiz, ^отклонен, ^ошибка, ^payment failed, ^requires payment,
      ^requires_payment, ^交易关闭`),
  },
  {
    what: 'transfers, payouts and withdrawals',
    pattern: anyOf(`
      withdraw, payout, ^pay out, ^transfer, bank transfer to, ^deposit to, ^bank deposit,
      currency conversion, ^conversion, ^top[ -]?up, ^hold$,
      account hold, reserve, ^(opening |closing |starting |ending )?balance$,
      ^(anfangs|end|schluss)?saldo$, ^funds, ^disbursement, bill user payment, bill payment, ^auszahlung,
      ^uberweisung an, ^virement, ^retrait, ^retiro, ^retirada,
      ^saque, ^prelievo, ^opname, ^uitbetaling, ^utbetalning, ^utbetaling, ^udbetaling, ^wyplata, ^vyplata,
      ^vyber, ^para cekme, ^transferencia, ^вывод, ^выплата,
      ^入金, ^振込, ^提现, ^repasse, ^liquidacion, ^add(ed)? to balance, general card deposit,
      ^loan, ^mass pay`),
  },
  {
    what: 'fees',
    pattern: anyOf(`
      ^(.* )?fees?$, ^fee , ^commissions?$, ^gebuhr, ^frais, ^comision, ^comissao, ^tarifa, ^provision$,
      ^kosten$, ^transactiekosten, ^avgift, ^gebyr, ^oplata$, ^poplatek, ^prowizj, ^provize, ^commissione,
      ^komisyon, ^ucret$, ^комисси, ^手数料, ^手续费,
      ^service fee, ^subscription fee, ^advertising,
      ^fba, (unit|fulfil+ment|closing|handling|referral|listing|transaction|service|payment|processing)fees?$,
      ^listing, ^shipping label, ^postage label, ^fba inventory, ^adjustment$`),
  },
  {
    what: 'tests',
    pattern: anyOf(
      `^tests?$, ^test (order|sale|payment|mode|transaction), bogus, ^testbestellung, ^testmodus, ^sandbox`,
    ),
  },
  {
    what: 'deleted rows',
    pattern: anyOf(`^deleted$, ^removed$, ^geloscht$, ^supprime, ^eliminad,
      ^trash`),
  },
];

/** Movements of an account that are no sales, in a column of kinds that has fees as well. */
export const MOVEMENTS = anyOf(`
  ^deposit, ^marketing, ^advert, ^offsite ads, ^tax, ^vat$, ^subscription, ^shipping,
  ^postage, ^label, ^credit$,
  ^recoup, ^adjust, ^einzahlung, ^werbung, ^steuer, ^versandetikett, ^depot, ^publicite, ^taxe, ^deposito,
  ^publicidad, ^impuesto, ^imposto, ^pubblicita, ^tassa, ^storting, ^reclame, ^belasting`);

/** Documents of sales that are paid for by rows of their own. */
export const DOCUMENTS = anyOf(`
  invoice, sales receipt, rechnung, facture, factura, fattura, faktur, fatura, lasku, szamla, счет-фактура,
  請求書, 发票`);
/** What is paid for them, which is the same money again. */
export const PAYMENTS = anyOf(`
  ^(bill |customer |invoice )?payments?( received| in)?$, ^receive payment, ^deposits?$, ^zahlung(seingang)?$,
  ^paiement, ^reglement, ^encaissement, ^pagos?$, ^cobros?$, ^pagament[oi]$, ^incass[oi]$, ^betaling$,
      ^betalning$,
  ^platnosc, ^wplata, ^platba, ^odeme$, ^tahsilat, ^maksu$, ^入金$, ^收款$`);

/** States that a sale may be in, and that people should know of: they count, and are told. */
export const DOUBTFUL: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'cancelled', pattern: CANCELLED_WORDS },
  { what: 'returned or refunded', pattern: RETURNED_WORDS },
  { what: 'pending or unpaid', pattern: WAITING_WORDS },
];

/** Values of a column that says what each row of an order is: goods. */
export const GOODS = whole(`
  (line|order)?[ _-]?items?, products?, goods, articles?, artikel, ware, produkte?, produits?, productos?,
  produtos?, prodott[oi], merchandise, principal`);
/** Rows beside the goods in such a column. */
export const BESIDE_GOODS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'shipping and delivery charges',
    pattern: anyOf(`
      ^shipping, ^delivery, ^freight, ^postage, ^handling, ^versand, ^porto, ^livraison, ^port$, ^envio,
      ^frete, ^spedizione, ^verzend`),
  },
  { what: 'taxes', pattern: whole(`tax(es)?, vat, mwst, tva, iva, btw, steuer`) },
  { what: 'tips', pattern: whole(`tips?, gratuity, trinkgeld, pourboire, propina`) },
];

/** Values of a column of kinds: money given back. */
export const RETURN_TYPES = anyOf(`
  refund, ^retur, ^sales? return, credit ?(note|memo)?$, ^credit (note|memo), chargeback, reversal,
      ^storno, retour, gutschrift, erstattung, ruckgabe, rucksendung,
  ^avoir, ^facture d.?avoir, remboursement, devolucion, devolucao, reembolso, ^estorno, nota de credito,
  nota credito, ^egreso$, ^reso\\b,
      rimborso, ^creditnota, terugbetaling, ^zwrot, ^iade$,
  refusjon, aterbetalning, refundering, tilbagebetaling, ^dobropis, ^vraceni, ^ruckzahlung, ^nota di credito,
  ^korekta, ^faktura koryg, ^kreditnota, ^kreditfaktura, ^iade fatura, ^abono$,
  ^nota de abono, ^creditfactuur, ^hyvitys, ^palautus, ^kreditt?nota, ^kreditfaktur, ^jovairo, ^helyesbito,
  ^sztorno, ^visszaru, ^rechnungskorrektur, ^korrekturrechnung,
  возврат, 返品, 返金, 退货, 退款, 환불`);

/** Values of a column of kinds or states: a sale. */
export const SALE_TYPES = anyOf(`
  ^sale, ^placed, sold, payment, charge, purchase, ^order, invoice, receipt, ^paid, complete, ship, deliver,
  fulfil,
      closed, ^new$, active, success, succe, approved, captured,
  process, verkauf, rechnung, kauf, bezahlt, abgeschlossen, versand, geliefert, vente, achat, facture,
      commande, livre, paye, termine, paiement, venta, compra,
  factura, ^ingreso$, pedido, entregad, pagad, completad, venda, fatura, concluid, entregue, pago,
  ^betaling, ^forsaljning, ^salg$, ^kop$, ^prodej, ^odeme$, ^zahlung, ^paragon,
  ^uctenka, ^doklad, ^lasku$, ^myyntilasku, ^kateislasku, ^kuitti, ^myynti$, ^tilaus, ^(vegszam|szam)la,
  ^nyugta, ^eladas, ^ordre, ^kvitto, ^kassakvitto, ^vanzar, ^prodaj, ^pardavim, ^muuk$, ^myydo, ^ban
  hang$, ^penjualan$, ^scontrino, ^verkaufsbeleg, ^чек, ^платеж,
  vendita, acquisto,
      fattura, ordine, consegnat, verkoop, factuur, betaald,
  sprzedaz, faktura, zamowien, satis, siparis, продажа, заказ, оплачен, выполнен, доставлен, 売上, 注文, 销售,
      订单, 판매, 주문,
  ^erledigt, ^verschickt, ^versendet, ^zugestellt, ^abgeholt, ^collected, ^picked up, ^expedie, ^regle,
  ^enviad, ^recibid, ^recebid, ^archivad, ^abiert, ^pronto, ^spedit, ^consegna, ^verzonden, ^geleverd,
  ^afgehaald, ^voltooid,
  ^leverer, ^skicka, ^betald, ^klar$, ^sendt, ^betalt, ^fullfort, ^fuldfort, ^afsluttet, ^toimitet,
  ^lahetet, ^maksett, ^valmis,
  ^noudett, ^zrealizowan, ^oplacon, ^wyslan, ^dostarczon, ^zakonczon, ^dorucen, ^zaplacen, ^vyrizen,
  ^odeslan, ^uhrazen,
  ^kiszallit, ^fizet, ^teljesit, ^kesz$, ^livrat, ^platit, ^finalizat, ^expediat, ^teslim, ^tamamlan,
  ^kargo, ^oden, ^onayla,
  ^selesai, ^dikirim, ^lunas, ^terkirim, ^hoan thanh, ^[dđ]a giao, ^[dđ]a thanh toan,
  発送, 完了, 支払い?済, 入金済, 已完成, 已发货, 已付款, 已出貨, 배송 ?완료, 결제 ?완료, 完成`);

export const YES = whole(
  `y, yes, true, t, 1, x, ja, j, oui, si, sim, tak, t, da, да, wahr, vrai, verdadero, verdadeiro, vero, evet,
  ano,  igen, kylla, jah, jep, ναι, waar, sant, sand, prawda, はい, 是, 有, 예`,
);
export const NO = whole(
  `n, no, false, 0, nein, non, nao, nie, ne, nej, nei, nee, nem, nu, ei, нет, ні, falsch, faux, falso, f,
  hayir,  hayır, οχι, onwaar, usant, falsk, falsz, いいえ, 否, 无, 無, 아니오, -`,
);

/** Headers of yes and no: what a yes says. */
export const FLAGS: readonly {
  readonly kind: 'returned' | 'cancelled' | 'notASale';
  readonly what: string;
  readonly header: RegExp;
  /** Whether a no says so: `livemode`. */
  readonly isNo?: boolean;
}[] = [
  {
    kind: 'returned',
    what: 'returned',
    header: anyOf(`
      \\breturned\\b, \\bis return\\b, \\breturn\\b, \\brefunded\\b, \\bis refund\\b, \\bretourniert\\b,
      \\bretoure\\b, \\bzuruckgegeben\\b, \\bretourne\\b, \\brembourse\\b,
      \\bdevuelt[oa]\\b, \\bdevolvid[oa]\\b, \\breembolsad[oa]\\b, \\bres[oa]\\b, \\brimborsat[oa]\\b,
      \\bwas returned\\b, \\bgeretourneerd\\b, \\bretour\\b, \\breturnerad\\b, \\breturneret\\b,
      \\breturnert\\b, \\bpalautettu\\b, \\bvraceno\\b, \\bvratene\\b, \\bzwrocon[oey]\\b,
      \\bvisszakuldve\\b, \\biade\\b, \\breturnat\\b, (^| )возвращ`),
  },
  {
    kind: 'cancelled',
    what: 'cancelled',
    header: anyOf(`
      \\bcancell?ed\\b, \\bis cancel, \\bcancell?ation\\b, \\bstorniert\\b, \\bstorno\\b, \\bannulee?\\b,
      \\banulad[oa]\\b, \\bcancelad[oa]\\b, \\bannullat[oa]\\b, \\bgeannuleerd\\b, \\bstornovan[oayei]\\b,
      \\bstornirano\\b, \\bsztornozva\\b, \\bsztorno\\b, \\bzruseno\\b, \\bzrusene\\b, \\banulowan[oaey]\\b,
      \\bperuutettu\\b, \\bperuttu\\b, \\bannullerad\\b, \\bannulleret\\b, \\bkansellert\\b, \\bavbokad\\b,
      \\biptal\\b, \\banulat\\b, (^| )отмен,
      \\bcancell?ed at\\b, \\bcancell?ed on\\b, \\bcancell?ed date\\b, \\bcancell?ation date\\b,
      \\bcancell?ation time\\b, \\bdate cancell?ed\\b`),
  },
  {
    kind: 'notASale',
    what: 'tests, drafts and voided rows',
    header: anyOf(
      `\\btest( order| mode| payment| transaction| sale| purchase)?$, ^test( |$), \\b(is|was) test\\b,
      \\bdraft\\b, \\bvoid(ed)?\\b, \\bdeleted\\b, \\btraining( mode)?\\b, \\bsandbox\\b, \\bdummy( order)?$,
      \\bdemo( order| mode)?$, \\btest(bestellung|modus|auftrag|kauf|ordre|order|bestelling|tilaus)\\b,
      \\b(commande|mode|paiement) (de )?test\\b, \\b(de|di) prueba\\b, \\bprueba$,
      \\bmodo (de )?(prueba|teste)\\b,
      \\b(ordine|modalita) (di )?(prova|test)\\b, \\bpedido (de )?teste\\b, \\bproef(bestelling|order)\\b,
      \\bzamowienie testowe\\b, \\btestovac\\p{L}+\\b, \\bteszt( rendeles)?\\b, (^| )тест, ^テスト`,
    ),
  },
  {
    kind: 'notASale',
    what: 'tests',
    header: /^(is |in )?(live ?mode|live|production|produktiv|echtbetrieb)( mode)?$/,
    isNo: true,
  },
  {
    kind: 'notASale',
    what: 'deferred items, such as gift cards that were sold',
    header: /^(is )?deferred( (item|revenue|sale))?$/,
  },
  {
    kind: 'notASale',
    what: 'service charges and gratuities',
    header: /^(is )?(service charge|gratuity|trinkgeld|servicegebuhr)$/,
  },
];

/** In a column that says where an order was made: for real, or to try the shop. */
export const LIVE = whole('live, prod, production, real, echt, sales?, normal, regular, reg, registration');
export const TRIED = whole(
  'tests?, test mode, sandbox, staging, demo, dev, development, dummy, training( mode)?, schulung, ubung',
);

/** Headers of columns that say what a row is, or in which state. */
export const SAYS_KIND = new RegExp(
  String.raw`\b(type|kind|art|typ|tipo|document|record|event|vorgang\p{L}*|belegart|buchungsart|` +
    `category of transaction|movement|operation|action|clase|soort|tur|turu|tip|tipi|druh|rodzaj|tyyppi|` +
    String.raw`tipus|laji|tositelaji|asiakirja|bilagsart|bilagstype|dokumenttyp\p{L}*|` +
    String.raw`вид|тип)\b|種別|类型|` +
    '類型',
  'u',
);
export const SAYS_STATE = new RegExp(
  String.raw`\b(status|state of|financial|fulfil+ment|payment|order state|zustand|estado|etat|` +
    'statut|situacao|stato|stav|durum|tila|trang thai|stare|stan|allapot|' +
    String.raw`tilstand|lage|tilanne|статус|состояние|stage|outcome|result)\b|ステータス|状态|` +
    '狀態|상태',
  'u',
);
