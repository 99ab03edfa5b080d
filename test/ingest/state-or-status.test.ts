import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

const CITIES = ['Ana;Lisboa', 'Rui;Porto', 'Eva;Lisboa'];

/** "Estado" is a region in one file and how an order stands in another, in Spanish and in Portuguese. */
describe('a column named Estado', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-05-01T10:00:00Z');
  });
  afterEach(() => shop.close());

  const load = (states: readonly string[]) =>
    shop.load(
      'vendas.csv',
      ['Fatura;Data;Cliente;Localidade;Total;Estado']
        .concat(
          states.map((state, i) => `FT ${i};0${i + 1}/04/2026;${CITIES[i % 3]};${10 * (i + 1)},00;${state}`),
        )
        .join('\n'),
    );

  it('of states of orders is their status, whatever its language', async () => {
    await load(['Concluída', 'Anulada', 'Concluída', 'Anulada', 'Concluída', 'Concluída']);
    // 20 + 40 of 10 + 20 + ... + 60
    expect(await shop.figures('cancelled revenue', 'value')).toMatchObject({ revenue: 60, orders: 2 });
    expect(await shop.figures('sales without cancelled', 'value')).toMatchObject({ revenue: 150 });
    expect((await shop.answer('cancel rate')).headline).toContain('33.3% of orders cancelled');
    const { notes } = await shop.answer('sales');
    expect(notes.join('\n')).toContain('2 cancelled orders worth $60.00 are counted');
  });

  it('of regions is the state, and Localidade the city', async () => {
    await load(['SP', 'RJ', 'MG', 'SP', 'RJ', 'SP']);
    // 10 + 40 + 60, 20 + 50, 30
    expect(await shop.figures('sales by state', 'revenue')).toEqual({ SP: 110, RJ: 70, MG: 30 });
    // Ana and Eva: 10 + 30 + 40 + 60
    expect(await shop.figures('sales by town', 'revenue')).toEqual({ Lisboa: 140, Porto: 70 });
  });
});
