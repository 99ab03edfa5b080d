/** What the columns of a made-up file are called, in languages that the documentation lists. */
export type Meaning =
  | 'order'
  | 'date'
  | 'customer'
  | 'email'
  | 'product'
  | 'quantity'
  | 'price'
  | 'gross'
  | 'discount'
  | 'net'
  | 'tax'
  | 'withTax'
  | 'shipping'
  | 'subtotal'
  | 'total';

type Names = Readonly<Record<Meaning, readonly string[]>>;

const english: Names = {
  order: ['Order Number', 'Invoice No', 'Order ID', 'Receipt Number', 'Transaction ID'],
  date: ['Order Date', 'Date', 'Invoice Date', 'Sold At', 'Transaction Date'],
  customer: ['Customer', 'Customer Name', 'Client', 'Buyer'],
  email: ['Email', 'Customer Email', 'Billing Email'],
  product: ['Product', 'Item', 'Product Name', 'Item Description'],
  quantity: ['Quantity', 'Qty', 'Units', 'Qty Ordered'],
  price: ['Unit Price', 'Price', 'Price Each', 'Item Price'],
  gross: ['Gross Sales', 'Gross Amount', 'Gross'],
  discount: ['Discount', 'Discount Amount', 'Discounts'],
  net: ['Net Sales', 'Net Amount', 'Line Total', 'Amount'],
  tax: ['Tax', 'VAT', 'Sales Tax', 'Tax Amount'],
  withTax: ['Total incl. VAT', 'Total incl. Tax', 'Amount incl. Tax'],
  shipping: ['Shipping', 'Delivery', 'Shipping Cost'],
  subtotal: ['Subtotal', 'Sub Total', 'Order Value'],
  total: ['Total', 'Order Total', 'Grand Total', 'Invoice Total'],
};
const german: Names = {
  order: ['Bestellnummer', 'Rechnungsnummer', 'Auftragsnr.', 'Beleg-Nr.'],
  date: ['Bestelldatum', 'Rechnungsdatum', 'Datum', 'Belegdatum'],
  customer: ['Kunde', 'Kundenname', 'Käufer'],
  email: ['E-Mail', 'E-Mail-Adresse'],
  product: ['Artikel', 'Produkt', 'Artikelbezeichnung', 'Bezeichnung'],
  quantity: ['Menge', 'Anzahl', 'Stück', 'Stückzahl'],
  price: ['Einzelpreis', 'Preis', 'Stückpreis', 'VK-Preis'],
  gross: ['Brutto', 'Bruttobetrag', 'Bruttoumsatz'],
  discount: ['Rabatt', 'Nachlass'],
  net: ['Netto', 'Nettobetrag', 'Betrag', 'Umsatz netto'],
  tax: ['MwSt', 'USt', 'Steuer', 'Umsatzsteuer'],
  withTax: ['Gesamt inkl. MwSt', 'Betrag brutto', 'Bruttobetrag'],
  shipping: ['Versand', 'Versandkosten', 'Porto'],
  subtotal: ['Zwischensumme', 'Warenwert'],
  total: ['Gesamtbetrag', 'Gesamtsumme', 'Rechnungsbetrag'],
};
const french: Names = {
  order: ['N° commande', 'Numéro de commande', 'N° facture'],
  date: ['Date de commande', 'Date', 'Date facture'],
  customer: ['Client', 'Nom du client', 'Acheteur'],
  email: ['Adresse e-mail', 'Courriel', 'Email'],
  product: ['Produit', 'Article', 'Désignation'],
  quantity: ['Quantité', 'Qté'],
  price: ['Prix unitaire', 'PU', 'Prix'],
  gross: ['Montant brut', 'Brut'],
  discount: ['Remise', 'Réduction'],
  net: ['Montant HT', 'Total HT', 'Montant'],
  tax: ['TVA', 'Montant TVA'],
  withTax: ['Montant TTC', 'Total TTC'],
  shipping: ['Frais de port', 'Livraison'],
  subtotal: ['Sous-total'],
  total: ['Total', 'Montant total'],
};
const spanish: Names = {
  order: ['Número de pedido', 'Nº pedido', 'Factura'],
  date: ['Fecha de pedido', 'Fecha', 'Fecha factura'],
  customer: ['Cliente', 'Nombre del cliente'],
  email: ['Correo electrónico', 'Correo'],
  product: ['Producto', 'Artículo', 'Descripción'],
  quantity: ['Cantidad', 'Unidades'],
  price: ['Precio unitario', 'Precio'],
  gross: ['Importe bruto', 'Bruto'],
  discount: ['Descuento'],
  net: ['Importe neto', 'Importe', 'Neto'],
  tax: ['IVA', 'Importe IVA', 'Impuesto'],
  withTax: ['Total con IVA', 'Importe con IVA'],
  shipping: ['Envío', 'Gastos de envío'],
  subtotal: ['Subtotal'],
  total: ['Total', 'Importe total', 'Total pedido'],
};
const portuguese: Names = {
  order: ['Número do Pedido', 'Pedido', 'Nota Fiscal'],
  date: ['Data do Pedido', 'Data', 'Data da Venda'],
  customer: ['Cliente', 'Nome do Cliente'],
  email: ['E-mail do cliente', 'Email'],
  product: ['Produto', 'Descrição'],
  quantity: ['Quantidade', 'Qtd'],
  price: ['Preço unitário', 'Valor unitário', 'Preço'],
  gross: ['Valor bruto', 'Bruto'],
  discount: ['Desconto'],
  net: ['Valor líquido', 'Receita', 'Valor'],
  tax: ['Imposto', 'IVA'],
  withTax: ['Total com IVA', 'Valor com imposto'],
  shipping: ['Frete', 'Envio'],
  subtotal: ['Subtotal'],
  total: ['Total', 'Valor total'],
};
const italian: Names = {
  order: ['Numero ordine', 'N. fattura', 'Ordine'],
  date: ['Data ordine', 'Data', 'Data fattura'],
  customer: ['Cliente', 'Ragione sociale'],
  email: ['Email', 'Indirizzo email'],
  product: ['Prodotto', 'Articolo', 'Descrizione'],
  quantity: ['Quantità', 'Qtà', 'Pezzi'],
  price: ['Prezzo unitario', 'Prezzo'],
  gross: ['Importo lordo', 'Lordo'],
  discount: ['Sconto'],
  net: ['Imponibile', 'Importo', 'Netto'],
  tax: ['IVA', 'Imposta'],
  withTax: ['Totale ivato', 'Totale con IVA'],
  shipping: ['Spedizione', 'Spese di spedizione'],
  subtotal: ['Subtotale'],
  total: ['Totale', 'Totale ordine'],
};
const dutch: Names = {
  order: ['Bestelnummer', 'Ordernummer', 'Factuurnummer'],
  date: ['Besteldatum', 'Datum', 'Factuurdatum'],
  customer: ['Klant', 'Klantnaam'],
  email: ['E-mail', 'E-mailadres'],
  product: ['Product', 'Artikel', 'Omschrijving'],
  quantity: ['Aantal', 'Stuks'],
  price: ['Prijs', 'Stukprijs'],
  gross: ['Brutobedrag', 'Bruto'],
  discount: ['Korting'],
  net: ['Nettobedrag', 'Netto', 'Bedrag excl. btw'],
  tax: ['Btw', 'Btw-bedrag'],
  withTax: ['Bedrag incl. btw', 'Totaal incl. btw'],
  shipping: ['Verzendkosten', 'Verzending'],
  subtotal: ['Subtotaal'],
  total: ['Totaal', 'Totaalbedrag'],
};
const polish: Names = {
  order: ['Numer zamówienia', 'Nr faktury'],
  date: ['Data zamówienia', 'Data sprzedaży'],
  customer: ['Klient', 'Nabywca'],
  email: ['E-mail', 'Adres e-mail'],
  product: ['Produkt', 'Nazwa towaru', 'Towar'],
  quantity: ['Ilość', 'Liczba sztuk'],
  price: ['Cena', 'Cena jednostkowa'],
  gross: ['Wartość przed rabatem'],
  discount: ['Rabat', 'Zniżka'],
  net: ['Wartość netto', 'Kwota netto'],
  tax: ['VAT', 'Kwota VAT', 'Podatek'],
  withTax: ['Wartość brutto', 'Kwota brutto'],
  shipping: ['Koszt dostawy', 'Dostawa', 'Wysyłka'],
  subtotal: ['Suma częściowa', 'Wartość towarów'],
  total: ['Suma', 'Razem', 'Do zapłaty'],
};
const swedish: Names = {
  order: ['Ordernummer', 'Fakturanummer', 'Kvittonummer'],
  date: ['Orderdatum', 'Datum', 'Försäljningsdatum'],
  customer: ['Kund', 'Kundnamn'],
  email: ['E-post', 'E-postadress'],
  product: ['Produkt', 'Artikel', 'Benämning'],
  quantity: ['Antal', 'Kvantitet'],
  price: ['Pris', 'Styckpris', 'À-pris'],
  gross: ['Brutto', 'Bruttobelopp'],
  discount: ['Rabatt'],
  net: ['Netto', 'Nettobelopp', 'Belopp'],
  tax: ['Moms', 'Momsbelopp'],
  withTax: ['Belopp inkl. moms', 'Totalt inkl. moms'],
  shipping: ['Frakt', 'Fraktkostnad'],
  subtotal: ['Delsumma'],
  total: ['Totalt', 'Totalbelopp', 'Att betala'],
};
const japanese: Names = {
  order: ['注文番号', '伝票番号'],
  date: ['注文日', '日付', '売上日'],
  customer: ['顧客名', '購入者名', 'お客様名'],
  email: ['メールアドレス'],
  product: ['商品名', '商品'],
  quantity: ['数量', '個数'],
  price: ['単価', '価格'],
  gross: ['割引前金額'],
  discount: ['割引', '値引額'],
  net: ['金額', '税抜金額', '売上金額'],
  tax: ['消費税', '税額'],
  withTax: ['税込金額'],
  shipping: ['送料'],
  subtotal: ['小計'],
  total: ['合計', '合計金額'],
};

export const LANGUAGES: Readonly<Record<string, Names>> = {
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  swedish,
  japanese,
};
export const LANGUAGE_NAMES = Object.keys(LANGUAGES);

const wordsOf = (header: string): string[] => header.split(/[^\p{L}\p{M}\p{N}°]+/u).filter(w => w !== '');

/** The ways in which programs write a header. */
export const SPELLINGS: Readonly<Record<string, (header: string) => string>> = {
  asIs: header => header,
  snake: header => wordsOf(header).join('_').toLowerCase(),
  upper: header => header.toUpperCase(),
  camel: header =>
    wordsOf(header)
      .map((w, i) => (i === 0 ? w.toLowerCase() : w.charAt(0).toUpperCase() + w.slice(1).toLowerCase()))
      .join(''),
  kebab: header => wordsOf(header).join('-').toLowerCase(),
};
export const SPELLING_NAMES = Object.keys(SPELLINGS);
