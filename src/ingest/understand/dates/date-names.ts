import { wordsOf } from '../../../core/text/header-words.js';

/** What happened on the day that a column of dates says, by its name. */
export type DateKind =
  | 'ordered'
  | 'invoiced'
  | 'plain'
  | 'created'
  | 'completed'
  | 'paid'
  | 'shipped'
  | 'delivered'
  | 'due'
  | 'other'
  | 'updated'
  | 'returned'
  | 'exported'
  | 'joined'
  | 'expires'
  | 'made'
  | 'born';

/** Words of one kind, as they stand in headers. Words of five letters and more count within longer ones. */
const WORDS: readonly (readonly [DateKind, string])[] = [
  [
    'born',
    `born birth birthday birthdate dob geburt geboren naissance nacimiento nascimento nasc nascita
    fodelse fodsel fodt geboorte urodz urodzenia dogum рожд рождения народження syntyma szuletesi 生年月日
    誕生 出生 생년월일`,
  ],
  [
    'expires',
    `expiry expires expiration expire expired ablauf verfall gultig valable validite vencimiento_tarjeta
    caducidad validade scadenza_prodotto verloop geldig wygasa waznosci годен истекает срок_годности 有效期
    過期 賞味期限 warranty garantie garantia best_before`,
  ],
  [
    'made',
    `release released launch manufactured manufacture production produced hergestellt batch publish
    published erschienen fabrication fabricacion listed_on`,
  ],
  [
    'exported',
    `export exported exports exportiert exportdatum extract extracted printed print gedruckt report
    snapshot generated download downloaded imported import loaded run_date as_of stichtag pulled impreso
    imprime emis_le выгрузки 导出 出力日`,
  ],
  [
    'joined',
    `signup sign_up signed registered registration registriert registrierung inscription inscrit registro
    registrado cadastro member_since customer_since client_since kunde_seit client_depuis cliente_desde
    joined join_date account_created customer_created user_created member_created iscrizione rejestracji
    kayit регистрации 注册 注冊 登録 가입 anmeldung first_order first_purchase first_seen erste_bestellung hired
    hire`,
  ],
  [
    'returned',
    `returned return refund refunded cancelled canceled cancellation storno storniert retour ruckgabe
    erstattung rembourse remboursement annule devolucion devuelto reembolso devolucao cancelado zwrot
    возврата iade reso rimborso 退款 返品 void voided dispute disputed`,
  ],
  [
    'due',
    `due deadline fallig falligkeit faellig zahlbar echeance vencimiento vencimento scadenza vervaldatum
    vervaldag forfall forfallodatum termin_platnosci platnosci vade оплатить срок_оплаты 到期 支払期限
    payable_by pay_by zahlungsziel`,
  ],
  [
    'delivered',
    `delivered delivery deliver arrival arrived received receipt_of_goods liefer geliefert zustell
    zugestellt livraison livre_le recu_le entrega entregado entregue consegna levering bezorg dostawy
    teslim доставки получения 收货 送达 到着 納品 배송완료 promised required requested_delivery pickup abholung
    estimated eta`,
  ],
  [
    'shipped',
    `shipped ship shipment shipping dispatch dispatched despatch despatched sent fulfilled fulfilment
    fulfillment versand versendet verschickt expedie expedition envoi envoye envio enviado despachado
    spedizione spedito verzend verzonden wysylki wyslano leverans skickad sendt kargo gonderim отгрузки
    отправки 发货 發貨 出荷 発送 발송`,
  ],
  [
    'updated',
    `updated update modified changed last_change geandert aktualisiert modifie mise_a_jour actualizado
    modificado atualizado modificato gewijzigd bijgewerkt zmiany andrad guncelleme изменения обновления
    更新 수정`,
  ],
  [
    'other',
    `last_order last_purchase last_visit last_seen letzte_bestellung next renewal reminder review
    contacted follow_up available_on payout settlement settled deposit deposited cleared start_date
    end_date period_start period_end valid_from valid_to from_date to_date`,
  ],
  [
    'paid',
    `paid payment pay bezahlt zahlung zahlungs payee paye paiement regle_le pagado pago pagamento pagato
    betaald betaal platnosc zaplacono zaplaty betald betalt betalning odeme оплаты оплачен 付款 支付 支払 入金
    결제 captured charged approved authorized`,
  ],
  [
    'ordered',
    `order ordered orders purchase purchased bought buy sale sales sold transaction bestell bestellt
    auftrag auftrags kauf gekauft verkauf verkauft verkaufs umsatz commande achat achete vente vendu
    vendue pedido compra comprado venta vendido orden encomenda venda vendida ordine ordinato acquisto
    acquistato vendita venduto bestelling besteld aankoop gekocht verkoop verkocht zamowienia zamowiono
    zakup zakupu kupiono sprzedazy sprzedano bestallning kop kopt salg solgt ordre siparis satis alim
    заказа заказ покупки продажи продано замовлення objednavky prodeje rendeles eladas tilaus myynti
    παραγγελιας 下单 下單 订单 訂單 购买 購買 交易 销售 注文 購入 販売 売上 주문 구매 판매 거래 booking booked checkout placed till
    receipt kassenbon bon ticket`,
  ],
  [
    'invoiced',
    `invoice invoiced bill billed billing rechnung rechnungs faktura fakturiert beleg facture facturee
    factura facturado fatura faturado fattura factuur faktury faktur счета счёта накладной voucher
    document posting posted buchung buchungs 发票 開票 請求`,
  ],
  [
    'created',
    `created creation create entered erstellt erfasst angelegt cree creation_le creado creacion criado
    criacao creato aangemaakt utworzono skapad oprettet olusturma создан создания 创建 建立 作成 생성 logged
    recorded added`,
  ],
  [
    'completed',
    `completed completion complete closed finished abgeschlossen termine_le completado processed`,
  ],
  [
    'plain',
    `date datum fecha data dato day tag jour dia giorno dag dzien gun tarih tarihi дата день datetime
    timestamp time when wann quand cuando quando zeitpunkt zeitstempel paiva paivays paivamaara
    ημερομηνια 日期 时间 日時 日付 날짜 일자 datumtijd ngay tanggal month monat mois mes mese maand manad maned
    miesiac mesic honap kuukausi luna mjesec месяц week woche semaine semana settimana vecka uke uge
    tydzien tyden viikko
    hafta on at`,
  ],
];

interface Word {
  readonly kind: DateKind;
  readonly words: readonly string[];
  readonly isWithin: boolean;
}

const KINDS: readonly Word[] = WORDS.flatMap(([kind, list]) =>
  list
    .trim()
    .split(/\s+/)
    .map(entry => {
      const words = wordsOf(entry);
      const [word = ''] = words;
      // Scripts without spaces between words write the noun behind it: 注文日.
      return {
        kind,
        words,
        isWithin: words.length === 1 && (word.length > 4 || /[\u2e80-\uffdc\u1100-\u11ff]/.test(word)),
      };
    }),
);

/** What a column of dates is of, by its name; undefined if the name says nothing of it. */
export function kindOfDate(name: string): DateKind | undefined {
  const words = name.split(' ');
  const text = ` ${name} `;
  return KINDS.find(({ words: [word = '', ...rest], isWithin }) =>
    rest.length > 0
      ? text.includes(` ${[word, ...rest].join(' ')} `)
      : isWithin
        ? words.some(w => w.includes(word))
        : words.includes(word),
  )?.kind;
}

const CALLED = `date datum fecha data time timestamp created day tag jour datetime tarih tarihi дата dato when
  month monat mois mes mese maand manad maned miesiac mesic honap kuukausi luna mjesec week woche semaine
  semana settimana vecka uke uge
    tydzien tyden viikko hafta period`
  .split(/\s+/)
  .join('|');
const CALLED_A_DATE = new RegExp(`(?:^| )(?:${CALLED})(?: |$)|(?:datum|date)$| (?:at|on)$|日`);

/** Whether a column's name promises dates, so that its numbers may be days or seconds. */
export const isCalledDate = (name: string): boolean => CALLED_A_DATE.test(name);
