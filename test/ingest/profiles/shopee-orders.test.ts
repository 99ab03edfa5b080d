import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Harga Awal,' +
  'Harga Setelah Diskon,Jumlah,Returned quantity,Total Harga Produk,Voucher Ditanggung Penjual,' +
  'Voucher Ditanggung Shopee,Total Pembayaran,Username (Pembeli)';

const rows = (subtotal: string) => `${HEADER}
260305AAAA01,Selesai,2026-03-05 10:00,Mug,MUG,25.000,20.000,2,0,${subtotal},6.000,2.000,57.000,ana_i
260305AAAA01,Selesai,2026-03-05 10:00,Teh,TEA,20.000,20.000,1,0,20.000,6.000,2.000,57.000,ana_i
260306AAAA02,Selesai,2026-03-06 11:00,Teko,POT,30.000,30.000,2,1,60.000,0,0,65.000,ben_r
260306AAAA03,Batal,2026-03-06 12:00,Teh,TEA,20.000,20.000,1,0,20.000,0,0,25.000,cleo_d
260307AAAA04,Belum Bayar,2026-03-07 12:00,Teh,TEA,20.000,20.000,1,0,20.000,0,0,25.000,dev_f
`;

describe('Shopee orders', () => {
  const shop = useShop({ SHOP_CURRENCY: 'IDR' });

  it("takes the seller's voucher off each order once, and not Shopee's", async () => {
    const result = await shop.load(rows('40.000'));
    expect(result.profile).toBe('Shopee orders');
    // 60,000 - 6,000, and 60,000 of which one of two came back.
    expect(result.figures).toMatchObject({ revenue: 84_000, orders: 2, customers: 2, quantity: 4 });
    expect(result.cancelled).toEqual([1, 20_000]);
    expect(result.leftOut).toEqual({ 'orders that are not paid': [1, 20_000] });
  });

  it('is not known by subtotals that are not the price of all pieces', async () => {
    expect(await shop.profileOf(rows('45.000'))).toBeUndefined();
  });
});
