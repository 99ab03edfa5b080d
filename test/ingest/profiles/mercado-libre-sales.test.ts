import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  '# de venta,Fecha de venta,Estado,Paquete de varios productos,Unidades,Ingresos por productos (MXN),' +
  'Cargo por venta e impuestos (MXN),Costos de envío (MXN),Descuentos y bonificaciones,' +
  'Anulaciones y reembolsos (MXN),Total (MXN),SKU,Comprador';

const rows = (total: string) => `Reporte de ventas
${HEADER}
2000000001,5 de marzo de 2026 10:00 hs.,Paquete de 2 productos,,,239.00,-57.00,-76.00,,,${total},,Ana
2000000011,5 de marzo de 2026 10:00 hs.,Entregado,Sí,1,,,,,,,MUG,Ana
2000000012,5 de marzo de 2026 10:00 hs.,Entregado,Sí,1,,,,,,,TEA,Ana
2000000002,6 de marzo de 2026 11:00 hs.,Entregado,,2,250.00,-60.00,-38.00,-10.00,,142.00,TEA,Ben
2000000003,6 de marzo de 2026 12:00 hs.,Cancelada por el comprador,,1,100.00,0.00,0.00,,-100.00,0.00,TEA,Cleo
2000000004,7 de marzo de 2026 12:00 hs.,Devuelta,,1,100.00,-5.00,0.00,,-100.00,-5.00,TEA,Dev
`;

describe('Mercado Libre sales', () => {
  const shop = useShop();

  it('counts what products brought before fees, less what was paid back', async () => {
    const result = await shop.load(rows('106.00'));
    expect(result.profile).toBe('Mercado Libre sales');
    expect(result.currency).toBe('MXN');
    // 239 + 250 + 100, less 100 that were paid back; the cancelled sale is not counted.
    expect(result.figures).toMatchObject({ revenue: 489, orders: 3, customers: 3 });
    expect(result.leftOut).toMatchObject({ 'articles of packages, without amounts': [2, 0] });
    expect(result.cancelled[0]).toBe(1);
  });

  it('is not known by a payout that is no sum of the others', async () => {
    expect(await shop.profileOf(rows('206.00'))).toBeUndefined();
  });
});
