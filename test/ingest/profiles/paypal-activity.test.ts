import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Shipping and Handling Amount","Sales Tax","Reference Txn ID","Invoice Number","Quantity","Balance Impact"';
const SALE =
  '"03/15/2026","10:00:00","PST","Ana Ito","Express Checkout Payment","Completed","USD","63.32","-2.50","60.82","ana@example.com","shop@example.com","T1","5.00","4.32","","1201","3","Credit"';

/** The worked sample has no column of the receiver. */
const WITHOUT_RECEIVER = `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","Transaction ID","Shipping and Handling Amount","Sales Tax","Reference Txn ID","Invoice Number","Quantity","Balance Impact"
"03/15/2026","10:00:00","PST","Ana Ito","Express Checkout Payment","Completed","USD","63.32","-2.50","60.82","ana@example.com","T1","5.00","4.32","","1201","3","Credit"
"03/16/2026","11:00:00","PST","Ben Roy","Website Payment","Completed","USD","35.00","-1.50","33.50","ben@example.com","T2","5.00","0.00","","1202","1","Credit"
"03/17/2026","09:00:00","PST","Ben Roy","Payment Refund","Completed","USD","-30.00","0.00","-30.00","","T3","0.00","0.00","T2","1202","","Debit"
"03/17/2026","10:00:00","PST","","General Withdrawal","Completed","USD","-60.00","0.00","-60.00","","T4","0.00","0.00","","","","Debit"
"03/18/2026","10:00:00","PST","Cleo Day","Website Payment","Pending","USD","20.00","-1.00","19.00","cleo@example.com","T5","0.00","0.00","","1203","1","Memo"
`;

const GERMAN = `"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Artikelbezeichnung","Versand- und Bearbeitungsgebühr","Umsatzsteuer","Zugehöriger Transaktionscode","Rechnungsnummer","Anzahl","Guthaben","Auswirkung auf Guthaben"
"15.03.2026","10:00:00","Europe/Berlin","Ana Ito","PayPal Express-Zahlung","Abgeschlossen","EUR","1.204,90","-30,10","1.174,80","ana@example.com","shop@example.com","T1","Schrank","4,90","0,00","","1201","2","1.174,80","Haben"
"16.03.2026","11:00:00","Europe/Berlin","Ben Roy","Website-Zahlung","Abgeschlossen","EUR","35,00","-1,50","33,50","ben@example.com","shop@example.com","T2","Stuhl","5,00","0,00","","1202","1","1.208,30","Haben"
"17.03.2026","09:00:00","Europe/Berlin","Ben Roy","Rückzahlung","Abgeschlossen","EUR","-30,00","0,00","-30,00","shop@example.com","ben@example.com","T3","Stuhl","0,00","0,00","T2","1202","1","1.178,30","Soll"
"18.03.2026","09:00:00","Europe/Berlin","","Bankgutschrift auf PayPal-Konto","Abgeschlossen","EUR","50,00","0,00","50,00","","","T4","","0,00","0,00","","","","1.228,30","Haben"
"18.03.2026","09:00:01","Europe/Berlin","Paket AG","Zahlung im Einzugsverfahren mit Zahlungsrechnung","Abgeschlossen","EUR","-50,00","0,00","-50,00","shop@example.com","paket@example.com","T5","","0,00","0,00","","","","1.178,30","Soll"
"19.03.2026","09:00:01","Europe/Berlin","Cleo Day","Website-Zahlung","Ausstehend","EUR","20,00","0,00","20,00","cleo@example.com","shop@example.com","T6","Stuhl","0,00","0,00","","1203","1","1.178,30","Memo"
`;

const NO_SHIPPING = '"0,00","0,00","0,00"';
const FRENCH = `"Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Brut","Frais","Net","De l'adresse email","À l'adresse email","Numéro de transaction","Frais de livraison et de traitement","Montant de l'assurance","TVA","Numéro de transaction de référence","Solde","Impact sur le solde"
"05/01/2026","07:05:00","CET","Claire","Paiement Express Checkout","Terminé","EUR","138,30","-4,36","133,94","claire@example.com","boutique@example.com","T1","6,90","0,00","0,00","","233,94","Crédit"
"08/01/2026","07:52:35","CET","Noël","Paiement Express Checkout","Terminé","EUR","42,30","-1,58","40,72","noel@example.com","boutique@example.com","T2",${NO_SHIPPING},"","274,66","Crédit"
"17/01/2026","07:46:52","CET","","Virement standard","Terminé","EUR","-200,00","0,00","-200,00","","boutique@example.com","T3",${NO_SHIPPING},"","74,66","Débit"
"25/01/2026","07:03:15","CET","Noël","Remboursement","Terminé","EUR","-42,30","0,00","-42,30","boutique@example.com","boutique@example.com","T4",${NO_SHIPPING},"T2","32,36","Débit"
"27/01/2026","07:56:50","CET","Emballages","Paiement Express Checkout","Terminé","EUR","-20,00","0,00","-20,00","boutique@example.com","colis@example.com","T5",${NO_SHIPPING},"","12,36","Débit"
"28/01/2026","07:56:50","CET","Ana","Paiement Express Checkout","En attente","EUR","54,00","0,00","54,00","ana@example.com","boutique@example.com","T6",${NO_SHIPPING},"","12,36","Mémo"
`;
const ITALIAN = `"Data","Orario","Fuso orario","Nome","Tipo","Stato","Valuta","Lordo","Tariffa","Netto","Indirizzo email mittente","Indirizzo email destinatario","Codice transazione","Importo per spedizione e imballaggio","Saldo","Impatto sul saldo"
"05/01/2026","07:05:00","CET","Anna","Pagamento Express Checkout","Completata","EUR","100,00","-3,00","97,00","anna@example.com","negozio@example.com","T1","5,00","97,00","Accredito"
"06/01/2026","07:05:00","CET","","Prelievo generico","Completata","EUR","-90,00","0,00","-90,00","","","T2","0,00","7,00","Addebito"
"07/01/2026","07:05:00","CET","Anna","Rimborso del pagamento","Completata","EUR","-10,00","0,00","-10,00","negozio@example.com","anna@example.com","T3","0,00","-3,00","Addebito"
`;
const SPANISH = `"Fecha","Hora","Zona horaria","Nombre","Tipo","Estado","Divisa","Bruto","Comisión","Neto","Correo electrónico del remitente","Correo electrónico del destinatario","Id. de transacción","Saldo","Impacto en el saldo"
"05/01/2026","07:05:00","CET","Ana","Pago en sitio web","Completado","EUR","100,00","-3,00","97,00","ana@example.com","tienda@example.com","T1","97,00","Crédito"
"06/01/2026","07:05:00","CET","Ben","Pago en sitio web","Pendiente","EUR","70,00","-3,00","67,00","ben@example.com","tienda@example.com","T2","97,00","Nota"
"07/01/2026","07:05:00","CET","","Transferencia a cuenta bancaria","Completado","EUR","-50,00","0,00","-50,00","","","T3","47,00","Débito"
"08/01/2026","07:05:00","CET","Ana","Reembolso de pago","Completado","EUR","-10,00","0,00","-10,00","tienda@example.com","ana@example.com","T4","37,00","Débito"
`;
const PORTUGUESE = `"Data","Hora","Fuso horário","Nome","Tipo","Status","Moeda","Bruto","Tarifa","Líquido","Do e-mail","Para o e-mail","Código da transação","Saldo","Impacto no saldo"
"05/01/2026","07:05:00","BRT","Ana","Pagamento de site","Concluído","BRL","100,00","-5,00","95,00","ana@example.com","loja@example.com","T1","95,00","Crédito"
"06/01/2026","07:05:00","BRT","","Transferência para conta bancária","Concluído","BRL","-95,00","0,00","-95,00","","","T2","0,00","Débito"
`;

describe('PayPal activity', () => {
  const shop = useShop();

  it('counts goods sold less refunds, and no other movement of the account', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
"03/16/2026","11:00:00","PST","Ben Roy","Website Payment","Completed","USD","35.00","-1.50","33.50","ben@example.com","shop@example.com","T2","5.00","0.00","","1202","1","Credit"
"03/17/2026","09:00:00","PST","Ben Roy","Payment Refund","Completed","USD","-30.00","1.20","-28.80","shop@example.com","ben@example.com","T3","0.00","0.00","T2","1202","1","Debit"
"03/17/2026","10:00:00","PST","","General Withdrawal","Completed","USD","-60.00","0.00","-60.00","shop@example.com","","T4","0.00","0.00","","","","Debit"
"03/18/2026","10:00:00","PST","Cleo Day","Website Payment","Pending","USD","20.00","-1.00","19.00","cleo@example.com","shop@example.com","T5","0.00","0.00","","1203","1","Memo"
"03/19/2026","10:00:00","PST","Parcel Co","PreApproved Payment Bill User Payment","Completed","USD","-8.00","0.00","-8.00","shop@example.com","parcel@example.com","T6","0.00","0.00","","","1","Debit"
"03/20/2026","10:00:00","PST","Parcel Co","Payment Refund","Completed","USD","8.00","0.00","8.00","parcel@example.com","shop@example.com","T7","0.00","0.00","T6","","1","Credit"
"03/21/2026","10:00:00","PST","Dan Fox","Chargeback","Completed","USD","-40.00","0.00","-40.00","shop@example.com","dan@example.com","T8","0.00","0.00","T0","","","Debit"
"03/28/2026","10:00:00","PST","Dan Fox","Chargeback Reversal","Completed","USD","40.00","0.00","40.00","dan@example.com","shop@example.com","T9","0.00","0.00","T8","","","Credit"
`,
    );
    expect(result.profile).toBe('PayPal activity');
    expect(result.currency).toBe('USD');
    // 63.32 - 5.00 - 4.32 is 54.00; 35.00 - 5.00 is 30.00, and 30.00 went back.
    // Dan bought before; his chargeback of 40.00 was undone.
    expect(result.figures).toEqual({ revenue: 54, orders: 2, customers: 3, quantity: 3 });
    expect(await shop.by('customer')).toMatchObject({
      'ana@example.com': 54,
      'ben@example.com': 0,
      'dan@example.com': 0,
    });
    expect(result.leftOut).toEqual({
      'withdrawals, conversions and other movements of the account': [1, -60],
      'pending, denied and cancelled payments': [1, 20],
      'payments to others': [1, -8],
      'refunds from others': [1, 8],
    });
  });

  it('tells customers apart by name where refunds do not say who got them', async () => {
    const result = await shop.load(WITHOUT_RECEIVER);
    expect(result.profile).toBe('PayPal activity');
    // How many pieces came back is not said.
    expect(result.figures).toEqual({ revenue: 54, orders: 2, customers: 2, quantity: 4 });
  });

  it('reads the German download', async () => {
    const result = await shop.load(`\ufeff${GERMAN}`);
    expect(result.profile).toBe('PayPal activity');
    expect(result.currency).toBe('EUR');
    // 1,204.90 - 4.90 + 35.00 - 5.00 - 30.00
    expect(result.figures).toEqual({ revenue: 1200, orders: 2, customers: 2, quantity: 2 });
    expect(await shop.by('product')).toEqual({ Schrank: 1200, Stuhl: 0 });
    expect(result.leftOut).toEqual({
      'withdrawals, conversions and other movements of the account': [1, 50],
      'payments to others': [1, -50],
      'pending, denied and cancelled payments': [1, 20],
    });
  });

  it('reads the French download, also where a refund has the shop at both ends', async () => {
    const result = await shop.load(`\ufeff${FRENCH}`);
    expect(result.profile).toBe('PayPal activity');
    // 138.30 - 6.90 + 42.30 - 42.30
    expect(result.figures).toMatchObject({ revenue: 131.4, orders: 2, customers: 2 });
    expect(await shop.by('customer')).toEqual({ 'claire@example.com': 131.4, 'noel@example.com': 0 });
    expect(result.leftOut).toEqual({
      'withdrawals, conversions and other movements of the account': [1, -200],
      'payments to others': [1, -20],
      'pending, denied and cancelled payments': [1, 54],
    });
  });

  it.each([
    // 100.00 - 5.00 - 10.00
    ['Italian', ITALIAN, 85],
    // 100.00 - 10.00
    ['Spanish', SPANISH, 90],
    ['Portuguese', PORTUGUESE, 100],
  ])('reads the %s download', async (_, content, revenue) => {
    const result = await shop.load(content);
    expect(result.profile).toBe('PayPal activity');
    expect(result.figures).toMatchObject({ revenue, orders: 1, customers: 1 });
  });

  it('leaves out what was paid to others in another currency', async () => {
    const others = `"03/16/2026","10:00:00","PST","Paper AG","PreApproved Payment Bill User Payment","Completed","EUR","-20.00","0.00","-20.00","shop@example.com","paper@example.com","T2","0.00","0.00","","","","Debit"
"03/16/2026","10:00:00","PST","","General Currency Conversion","Completed","EUR","20.00","0.00","20.00","","shop@example.com","T3","0.00","0.00","T2","","","Credit"
"03/16/2026","10:00:00","PST","","General Currency Conversion","Completed","USD","-22.40","0.00","-22.40","shop@example.com","","T4","0.00","0.00","T2","","","Debit"
`;
    const result = await shop.load(`${HEADER}\n${SALE}\n${others}`);
    expect(result.profile).toBe('PayPal activity');
    expect(result.currency).toBe('USD');
    expect(result.figures).toMatchObject({ revenue: 54, orders: 1, customers: 1 });
    expect(result.leftOut).toEqual({
      'payments to others': [1, 0],
      'withdrawals, conversions and other movements of the account': [2, -22.4],
    });
  });

  it('is refused where sales are in several currencies', async () => {
    const inEuro = SALE.replace('"USD"', '"EUR"').replace('"T1"', '"T2"');
    await expect(shop.load(`${HEADER}\n${SALE}\n${inEuro}\n`)).rejects.toThrow('several currencies');
  });

  it('is not read so where the net is not gross and fee', async () => {
    expect(await shop.profileOf(`${HEADER}\n${SALE.replace('60.82', '12.00')}\n`)).toBeUndefined();
  });
});
