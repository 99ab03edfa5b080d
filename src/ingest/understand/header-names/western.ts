import type { HeaderWords } from './languages.js';

export const italian: HeaderWords = {
  orderId: `
    numero ordine, numero d ordine, n ordine, ordine, id ordine, numero fattura, fattura, n fattura,
    numero scontrino, scontrino, n scontrino, nr scontrino, n documento, numero documento, n ricevuta`,
  date: `
    data ordine, data dell ordine, data vendita, data acquisto, data fattura, data documento, data
    creazione`,
  customerId: `codice cliente, id cliente, numero cliente, cod cliente`,
  customerName: `cliente, nome cliente, acquirente, ragione sociale, nominativo`,
  email: `indirizzo email, posta elettronica`,
  productId: `codice prodotto, codice articolo, id prodotto, cod articolo`,
  productName: `prodotto, nome prodotto, articolo, descrizione, descrizione articolo`,
  category: `categoria prodotto, reparto`,
  quantity: `quantità, qta, q ta, pezzi, unità vendute`,
  unitPrice: `prezzo, prezzo unitario, prezzo di vendita, prezzo di listino`,
  amount: `
    importo, totale, importo totale, totale ordine, totale riga, imponibile, fatturato, vendite, ricavo,
    ricavi, valore`,
  discount: `sconto`,
  cost: `costo`,
  currency: `valuta, divisa`,
  country: `paese, nazione`,
  region: `regione`,
  state: `provincia`,
  city: `città, comune, località`,
  channel: `canale, canale di vendita`,
  status: `stato, stato ordine, stato dell ordine`,
};

export const dutch: HeaderWords = {
  orderId: `ordernummer, bestelnummer, order nr, ordernr, bestelling, factuurnummer, factuurnr, bonnummer,
    bestelnr, kassabon, kassabonnummer, bon nummer`,
  date: `besteldatum, orderdatum, factuurdatum, verkoopdatum, aankoopdatum`,
  customerId: `klantnummer, klantnr, klant id, klantcode`,
  customerName: `klant, klantnaam, naam klant, koper, naam, debiteur, debiteurnaam`,
  productId: `artikelcode, productcode, productnummer`,
  productName: `productnaam, artikelnaam, artikelomschrijving, omschrijving`,
  category: `categorie, productcategorie, productgroep`,
  quantity: `aantal, hoeveelheid, stuks, aantal stuks`,
  unitPrice: `prijs, stukprijs, eenheidsprijs, verkoopprijs, prijs per stuk`,
  amount: `
    bedrag, totaal, totaalbedrag, totaal bedrag, omzet, regeltotaal, ordertotaal, nettobedrag, brutobedrag`,
  discount: `korting, kortingsbedrag`,
  cost: `kostprijs, inkoopprijs`,
  currency: `valuta, munteenheid`,
  region: `regio`,
  state: `provincie`,
  city: `plaats, woonplaats, plaatsnaam`,
  channel: `kanaal, verkoopkanaal`,
  status: `orderstatus, bestelstatus`,
};

export const swedish: HeaderWords = {
  orderId: `ordernummer, ordernr, order nr, beställningsnummer, beställning, fakturanummer, kvittonummer,
    kvittonr, kvitto nr, kvitto, fakturanr, notanummer`,
  date: `orderdatum, beställningsdatum, fakturadatum, försäljningsdatum, köpdatum`,
  customerId: `kundnummer, kundnr, kund id`,
  customerName: `kund, kundnamn, köpare, namn`,
  productId: `artikelnummer, artikelnr, produktnummer, produktkod`,
  productName: `produkt, produktnamn, artikel, artikelnamn, benämning, vara`,
  category: `kategori, produktkategori, varugrupp, produktgrupp`,
  quantity: `antal, kvantitet, mängd`,
  unitPrice: `pris, styckpris, à pris, enhetspris`,
  amount: `belopp, summa, totalt, totalbelopp, radbelopp, försäljning, omsättning, ordersumma`,
  discount: `rabatt`,
  cost: `kostnad, inköpspris`,
  currency: `valuta`,
  country: `land`,
  region: `region, län`,
  city: `stad, ort, postort`,
  channel: `kanal, försäljningskanal`,
  status: `orderstatus`,
};

export const danishAndNorwegian: HeaderWords = {
  orderId: `ordrenummer, ordrenr, ordre, ordre nr, ordre id, bestillingsnummer, fakturanummer, fakturanr,
    bonnummer, kvitteringsnummer, kvittering, kvitteringsnr, bilagsnummer, bilagsnr`,
  date: `dato, ordredato, bestillingsdato, fakturadato, salgsdato, købsdato, kjøpsdato`,
  customerId: `kundenummer, kundenr, kunde id`,
  customerName: `kunde, kundenavn, køber, kjøper, navn`,
  productId: `varenummer, varenr, produktnummer, produktkode`,
  productName: `produkt, produktnavn, vare, varenavn, varetekst, beskrivelse`,
  category: `kategori, produktkategori, varegruppe, produktgruppe`,
  quantity: `antal, antall, mængde, mengde, stk`,
  unitPrice: `pris, stykpris, stykkpris, enhedspris, enhetspris`,
  amount: `
    beløb, beløp, total, sum, i alt, totalbeløb, totalbeløp, linjebeløb, omsætning, omsetning, salg,
    ordretotal`,
  discount: `rabat, rabatt`,
  currency: `valuta`,
  country: `land`,
  region: `region, fylke`,
  city: `by, sted, poststed`,
  channel: `kanal, salgskanal`,
  status: `ordrestatus`,
};

export const finnish: HeaderWords = {
  orderId: `tilausnumero, tilaus, tilausnro, laskunumero, laskun numero, kuittinumero,
    kuitti, kuittinro, tositenumero`,
  date: `päivämäärä, pvm, tilauspäivä, päiväys, laskupäivä, myyntipäivä`,
  customerId: `asiakasnumero, asiakasnro`,
  customerName: `asiakas, asiakkaan nimi, ostaja, nimi`,
  productId: `tuotekoodi, tuotenumero`,
  productName: `tuote, tuotenimi, tuotteen nimi, nimike, kuvaus`,
  category: `kategoria, tuoteryhmä, luokka`,
  quantity: `määrä, kpl, lukumäärä`,
  unitPrice: `hinta, yksikköhinta, kappalehinta`,
  amount: `summa, yhteensä, loppusumma, myynti, rivisumma`,
  discount: `alennus`,
  currency: `valuutta`,
  country: `maa`,
  region: `alue, maakunta`,
  city: `kaupunki, paikkakunta`,
  status: `tila, tilauksen tila`,
};

export const indonesian: HeaderWords = {
  orderId: `no pesanan, nomor pesanan, id pesanan, pesanan, nomor order, no order, nomor faktur, no invoice`,
  date: `tanggal, tanggal pesanan, tgl, tanggal order, waktu pesanan dibuat, tanggal transaksi`,
  customerId: `id pelanggan, kode pelanggan`,
  customerName: `pelanggan, nama pelanggan, pembeli, nama pembeli, username pembeli`,
  productId: `kode produk, kode barang, nomor referensi sku`,
  productName: `produk, nama produk, barang, nama barang`,
  category: `kategori, kategori produk`,
  quantity: `jumlah, kuantitas, qty terjual`,
  unitPrice: `harga, harga satuan, harga jual`,
  amount: `total harga, total harga produk, nilai, jumlah harga, total pembayaran, penjualan, omzet`,
  discount: `diskon, potongan harga`,
  currency: `mata uang`,
  country: `negara`,
  region: `wilayah`,
  state: `provinsi`,
  city: `kota, kota kabupaten`,
  status: `status pesanan`,
};

export const vietnamese: HeaderWords = {
  orderId: `mã đơn, mã đơn hàng, số đơn hàng, mã hóa đơn, số hóa đơn, số chứng từ, đơn hàng`,
  date: `ngày, ngày bán, ngày đặt, ngày đặt hàng, ngày mua, ngày hóa đơn, thời gian, thời gian đặt hàng`,
  customerId: `mã khách hàng, mã kh`,
  customerName: `khách hàng, tên khách hàng, khách, người mua`,
  productId: `mã sản phẩm, mã hàng`,
  productName: `sản phẩm, tên sản phẩm, tên hàng, mặt hàng, hàng hóa`,
  category: `danh mục, nhóm hàng, loại hàng`,
  quantity: `số lượng`,
  unitPrice: `đơn giá, giá bán, giá`,
  amount: `thành tiền, tổng tiền, tổng cộng, doanh thu, số tiền`,
  discount: `giảm giá, chiết khấu`,
  currency: `tiền tệ`,
  state: `tỉnh`,
  city: `thành phố`,
  status: `trạng thái, trạng thái đơn hàng`,
};

/** What tills, bookings and workshops call orders and customers, beside the usual names. */
export const furtherEnglishAndFrench: HeaderWords = {
  orderId: `
    n ticket, no ticket, book number, booking number, reservation number, folio, job no, basket, basket id,
    basket no, cart id, sale id, sale no, sale number, purchase id, checkout id, bill, bill no, bill number`,
  customerName:
    'shopper, shopper name, purchaser, retailer name, member, member name, nombre ' +
    'receptor, razon social',
};
