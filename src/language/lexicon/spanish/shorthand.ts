import { abbreviations } from '../foreign.js';

/** Words that are shortened in Spanish chats and notes, and what they stand for. */
export const shorthand = abbreviations(`
  q, k, ke: que
  x: por
  xa: para
  d: de
  tmb, tb, tbn, tmbn: tambien
  pq, porq, xq, xk: por que
  cdo: cuando
  cto, cnto: cuanto
  ctos, cntos: cuantos
  cant: cantidad
  uds, unids, unds, und: unidades
  pzas, pzs, pza: piezas
  prom: promedio
  vtas, vts: ventas
  fact: facturacion
  facts: facturas
  trim: trimestre
  sem: semana
  dto, dcto, desc: descuento
  dtos, dctos: descuentos
  prods: productos
  prod: producto
  clte, cte: cliente
  cltes, ctes, clis: clientes
  nvos: nuevos
  ult: ultimo
  ults: ultimos
  ped: pedido
  peds, pdos: pedidos
  categ: categoria
  por cats?: por categoria
  pls, plis, xfa, porfis, pf: por favor
  hs: horas
  info: datos
  aprox: aproximadamente
`);
