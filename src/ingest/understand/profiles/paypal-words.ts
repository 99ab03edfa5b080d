import type { OtherNames } from './profile-file.js';

/** What the headers of PayPal's activity download are called in other languages, and were called before. */
export const PAYPAL_NAMES: OtherNames = {
  Date: ['Datum', 'Fecha', 'Data'],
  Name: ['Nom', 'Nombre', 'Nome', 'Naam'],
  Type: ['Typ', 'Beschreibung', 'Tipo', 'Description', 'Descripción', 'Descrizione'],
  Status: ['État', 'Estado', 'Stato'],
  Gross: [
    'Brutto',
    'Valor bruto',
    'Brut',
    'Avant commission',
    'Montant brut',
    'Bruto',
    'Importe bruto',
    'Lordo',
  ],
  Fee: [
    ...['Gebühr', 'Entgelt', 'Fees', 'Frais', 'Commission', 'Comisión', 'Tarifa', 'Tariffa', 'Tariffe'],
    ...['Commissione', 'Kosten', 'Vergoeding', 'Taxa'],
  ],
  Net: ['Netto', 'Montant net', 'Neto', 'Importe neto', 'Líquido', 'Valor líquido'],
  Currency: ['Währung', 'Devise', 'Divisa', 'Moneda', 'Moeda', 'Valuta'],
  'From Email Address': [
    ...['Absender E-Mail-Adresse', "De l'adresse email", "Adresse email de l'expéditeur"],
    ...['Correo electrónico del remitente', 'Desde la dirección de correo electrónico'],
    ...[
      'Do e-mail',
      'Do endereço de e-mail',
      'Indirizzo email mittente',
      "Dall'indirizzo email",
      'Van e-mailadres',
    ],
  ],
  'To Email Address': [
    ...['Empfänger E-Mail-Adresse', "À l'adresse email", 'Adresse email du destinataire'],
    ...['Correo electrónico del destinatario', 'A la dirección de correo electrónico'],
    ...[
      'Para o e-mail',
      'Para o endereço de e-mail',
      'Indirizzo email destinatario',
      "All'indirizzo email",
      'Naar e-mailadres',
    ],
  ],
  'Transaction ID': [
    ...['Transaktionscode', 'Numéro de transaction', 'Id. de transacción', 'Identificador de transacción'],
    ...[
      'Número de transacción',
      'Código da transação',
      'ID da transação',
      'Codice transazione',
      'ID transazione',
      'Transactiereferentie',
      'Transactie-ID',
    ],
  ],
  'Item Title': [
    'Artikelbezeichnung',
    "Titre de l'objet",
    'Título del artículo',
    'Nome oggetto',
    'Titolo oggetto',
  ],
  'Item ID': ['Artikelnummer', "Numéro d'objet", 'Id. del artículo', 'ID oggetto', 'Codice oggetto'],
  'Shipping and Handling Amount': [
    ...['Postage and Packaging Amount', 'Versand- und Bearbeitungsgebühr'],
    ...['Frais de livraison et de traitement', "Montant des frais d'expédition et de traitement"],
    ...["Frais d'expédition et de traitement", 'Importe de envío y gestión', 'Gastos de envío y gestión'],
    ...[
      'Importe de envío y manipulación',
      'Valor de frete e manuseio',
      'Spese di spedizione',
      'Importo spedizione e imballaggio',
    ],
    ...['Importo per spedizione e imballaggio', 'Verzend- en verwerkingskosten'],
  ],
  'Insurance Amount': [
    ...['Versicherungsbetrag', "Montant de l'assurance", 'Importe del seguro', 'Cantidad del seguro'],
    ...['Importo assicurazione', 'Verzekeringsbedrag'],
  ],
  'Sales Tax': [
    'VAT',
    'Umsatzsteuer',
    'TVA',
    'IVA',
    'Impuesto sobre las ventas',
    'Impuestos',
    'Imposte',
    'Btw',
  ],
  'Reference Txn ID': [
    ...['Zugehöriger Transaktionscode', 'Numéro de transaction de référence'],
    ...[
      'Id. de transacción de referencia',
      'Codice transazione di riferimento',
      'ID transazione di riferimento',
    ],
  ],
  'Invoice Number': [
    ...[
      'Rechnungsnummer',
      'Numéro de facture',
      'Número de factura',
      'Número da fatura',
      'Numero di fattura',
      'Factuurnummer',
    ],
    'Numero fattura',
  ],
  'Custom Number': ['Zollnummer', 'Numéro de client', 'Número personalizado', 'Numero personalizzato'],
  Quantity: ['Anzahl', 'Quantité', 'Cantidad', 'Quantità', 'Hoeveelheid', 'Aantal'],
  'Receipt ID': ['Empfangsnummer', "Numéro d'avis de réception", 'Id. de recibo', 'ID ricevuta'],
  Balance: ['Guthaben', 'Solde', 'Saldo'],
  'Balance Impact': [
    ...['Auswirkung auf Guthaben', 'Impact sur le solde', 'Impacto en el saldo', 'Efecto en el saldo'],
    ...[
      'Repercusión en el saldo',
      'Impacto no saldo',
      'Efeito no saldo',
      'Impatto sul saldo',
      'Effetto sul saldo',
      'Effect op saldo',
      'Impact op saldo',
    ],
  ],
  Subject: ['Betreff', 'Objet', 'Asunto', 'Oggetto', 'Onderwerp'],
  Note: ['Hinweis', 'Remarque', 'Nota'],
  Country: ['Land', 'Pays', 'País', 'Paese', 'Nazione'],
  'Country Code': ['Ländervorwahl', 'Indicatif pays', 'Código de país', 'Prefisso internazionale'],
};

/** One of several words, as they begin or stand anywhere. */
const any = (...words: readonly string[]): RegExp => new RegExp(words.join('|'));

const COMPLETED = [
  'completed?|cleared|((partially|teilweise) )?(refunded|reversed)|abgeschlossen',
  '(partiellement )?(termine|effectue|complete|rembourse|compense)e?',
  '(parcialmente )?(completad|finalizad|reembolsad|compensad)[oa]',
  '(parcialmente )?(concluid|reembolsad)[oa]',
  '(parzialmente )?(completat|rimborsat|compensat)[oa]|voltooid|verwerkt|terugbetaald',
].join('|');

/**
 * What PayPal calls statuses and movements, in English, German, French, Spanish, Italian, Portuguese and
 * Dutch, as `valueKey` writes them.
 */
export const PAYPAL_WORDS = {
  notCompleted: new RegExp(`^(?!(?:${COMPLETED})$)`),
  memo: any('^memo$', '^nota$', '^promemoria$', '^note$'),
  credit: any('^credit$', '^haben$', '^credito$', '^abono$', '^accredito$', '^entrata$', '^bij$'),
  debit: any('^debit$', '^soll$', '^debito$', '^cargo$', '^addebito$', '^uscita$', '^debet$', '^af$'),
  movements: any(
    'conversion|withdrawal|deposit|transfer|hold|release|reserve|authori[sz]ation|\\bfee|shopping cart item',
    'umrechnung|abbuchung|auszahlung|bankgutschrift|kontobewegung|einbehalt|autorisierung|gebuhr',
    'warenkorbartikel|virement|retrait|blocage|deblocage|autorisation|\\bfrais\\b|commission|depot',
    'approvisionnement',
    'transferencia|retirad|retiro|retencion|autorizacion|comision|tarifa|deposito|liberacion',
    'trasferimento|bonifico|prelievo|conversione|trattenuta|sblocco|blocco|autorizzazione',
    'commissione|tariffa',
    'transferencia|saque|retirada|retencao|autorizacao|conversao|taxa|deposito',
    'opname|overboeking|overschrijving|omrekening|reservering|kosten',
  ),
  reversal: any(
    'reversal|chargeback|ruckbuchung|annulation|contre passation|opposition|reversion|contracargo|anulacion',
    'estorno|storno|riaddebito|terugboeking',
  ),
  refund: any(
    'refund|ruckzahlung|erstattung|remboursement|reembolso|devolucion|devolucao|rimborso|terugbetaling',
  ),
  noPayment: /^(?!.*(payment|checkout|zahlung|paiement|achat|pago|pagamento|acquisto|betaling|aankoop))/,
  general: any(
    '^general payment$',
    '^allgemeine zahlung$',
    '^paiement general$',
    '^pago general$',
    '^pagamento generico$',
  ),
} as const;
