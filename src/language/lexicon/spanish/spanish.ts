import type { ForeignLexicon } from '../foreign.js';
import { clauses } from './clauses.js';
import { conceptParts, concepts } from './concepts.js';
import { courtesy, courtesyParts } from './courtesy.js';
import { everyday, everydayParts } from './everyday.js';
import { fields } from './fields.js';
import { measures } from './measures.js';
import { most, mostParts } from './most.js';
import { shorthand } from './shorthand.js';
import { sums, sumsParts } from './sums.js';
import { talk, talkParts } from './talk.js';
import { talkOfComparisons } from './talk-of-comparisons.js';
import { talkOfRanks } from './talk-of-ranks.js';
import { times } from './times.js';
import { values } from './values.js';
import { verbParts } from './verbs.js';
import { words } from './words.js';

/** Spanish for what people ask, without accents. */
export const spanish: ForeignLexicon = {
  language: 'Spanish',
  code: 'es',
  accented: 'más año sí qué cuál cuánto t1 t2 t3 t4',
  // In French, "clientes" are women.
  turns: /(?:^| )clientes?(?= |$)/,
  smallWords: `de la el los las del en un una al y o a que se es no con por para lo le nos su sus e u ha`,
  markers: `cuanto cuantos cuanta cuantas cual cuales quien quienes que compraron compro comprado
      vendimos vende venden vendemos gastaron
    gastado gastan nuestros nuestro nuestras muestrame dame mas menos pasado pasada ultimo ultima ultimos
      ultimas ventas pedidos mejor
    mejores facturacion facturamos ticket anterior compara comparar tabla correo activos inactivos mujeres
      hombres solteros casados barcos aviones trenes motos
      comparado comparada comparativo numero
      crecimos pasaron siguen llevamos hicimos cobramos completados cancelados devueltos enviados pendientes
      coches camiones juguetes libros ropa medicos abogados ingenieros profesores casadas solteras`,
  parts: {
    ...courtesyParts,
    ...talkParts,
    ...everydayParts,
    ...verbParts,
    ...mostParts,
    ...sumsParts,
    ...conceptParts,
    have: '(?:han|ha|habian|hayan|hubieran)(?: ya| tambien)*',
    bought: 'comprad[oa]|pedido|encargad[oa]|adquirid[oa]|consumid[oa]',
    buy: `{buying}|compra`,
    spent: '{spending}|gastado|gasto',
    months:
      'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|' +
      'diciembre',
    customers: '\u0001customers',
    newcustomers: '\u0001new \u0001customers',
    who: '\u0001who',
    month: `\u0001(?:january|february|march|april|may|june|july|august|september|october|november|
      december)`,
    no: '(?:todavia |aun |ya )?(?:no|nunca|jamas|nada|ningun[oa]?)(?: mas| nunca)?',
    some: '(?:algun[oa]?s?|los|las|el|la|un|una)',
    thing: '(?:nada|nada mas|ningun pedido|nunca|mas)',
    number: '\\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte',
    amount: '[$€£]?\\d[\\d.,]*k?',
    money: 'euros?|€|eur|dolares|\\$|usd|libras',
    more: 'mas de|al menos|menos de|como minimo|exactamente|por lo menos|como maximo',
    returns: '(?:devoluciones|reembolsos|articulos devueltos|productos devueltos)',
    sentback: '(?:devuelt[oa]s?|devuelven|devolvieron|devolvio|devuelve|reembolsad[oa]s?)',
    moved: `(?:bajaron|bajo|bajado|subieron|subio|subido|cayeron|cayo|caido|disminuyeron|crecieron|aumentaron|
      descendieron)`,
    days: 'dias?|semanas?|mes(?:es)?|anos?|trimestres?',
    mean: '(?:medi[oa]s?|promedio|de media|en promedio)',
    figure:
      'ventas|ingresos|pedidos|facturacion|beneficios?|ganancias|clientes|unidades|dinero|compras|' +
      'devoluciones|reembolsos|cancelaciones|descuentos',
    field: `paises|pais|clientes?|productos?|articulos?|referencias?|ciudad(?:es)?|categorias?|
      lineas? de productos?|lineas?|gamas?|canales|canal|region(?:es)?|marcas?|segmentos?|mes(?:es)?|
      dias? de la semana|dias?|trimestres?|anos?|pedidos?|semanas?|horas?|vendedor(?:es|as?)?|comerciales|
      (?:formas?|metodos?|medios?|modos?|tipos?) de pagos?|idiomas?|lenguas?|profesion(?:es)?|
      ocupacion(?:es)?|
      oficios?|sexos?|generos?|(?:grupos?|rangos?|tramos?|franjas?) de edad(?:es)?|ubicacion(?:es)?|
      lugar(?:es)?|
      tiendas?|sucursal(?:es)?|estados? civil(?:es)?|estados?|territorios?|zonas?|provincias?|
      nivel(?:es)? (?:educativos?|de estudios)|(?:nivel(?:es)?|tramos?|rangos?) de ingresos?|
      tamanos? de (?:negocios?|pedidos?|tratos?|deals?)|familias?(?: de productos?)?|proveedor(?:es)?`,
    nation: `franceses|alemanes|espanoles|italianos|ingleses|britanicos|americanos|japoneses|
      estadounidenses`,
    brings: `venden|vende|vendieron|vendio|vendemos|compran|compra|compraron|compro|gastan|gasta|
      gastaron|gasto|generan|genera|generaron|
      facturan|factura|facturaron|facturo|facturamos|aportan|aporta|aportaron|aporto|dan|da|dieron|dejan|deja|
      dejaron|dejo|salen|sale|salieron|funcionan|funciona|rotan|rota|mueven|mueve|rinde|rindieron|trae|
      trajeron|
      trajo|vendimos|ingresa|ingresaron|contribuyen|contribuye|pagan|paga|pagaron|recauda|recaudan|tienen|
      tiene|tuvieron|tuvo|piden|pide|
      ingresan|rinden|hacen|hicieron|traen`,
    against: `comparad[oa]s? (?:con|a)|en comparacion (?:con|a)|frente (?:a|al)|contra|versus|vs|
      respecto (?:a|al|de|del)|con respecto (?:a|al)`,
    country: 'espana|francia|alemania|italia|estados unidos|reino unido|japon|\u0001[a-z]+',
    the: '(?:(?:en|el|la|los|las|del|de|durante|para|al) )*',
    show: `muestra(?:me|nos)?|dame|danos|lista(?:me)?|ensename|ensena|muestreme|dime|quiero ver|ver|
      pon(?:me|nos)|saca(?:me|nos)|pasa(?:me|nos)|calcula(?:me|nos)`,
  },
  spellings: [
    [/(\p{L})-(?=\p{L})/gu, '$1 '],
    [/(?<=\d) ?mil\b/g, 'k'],
    [/(?<=\d) ?millones\b/g, 'm'],
    [/\bene\b\.?/g, 'enero'],
    [/\babr\b\.?/g, 'abril'],
    [/\bago\b\.?/g, 'agosto'],
    [/\bdic\b\.?/g, 'diciembre'],
    [/\bnov\b\.?/g, 'noviembre'],
    [/\boct\b\.?/g, 'octubre'],
    [/\b(?:nro|num)\b\.?/g, 'numero'],
    [/(?<![a-z])n[º°]\.? ?(?=[a-z\d])/g, 'numero '],
    [/(?<=[a-z]{3})\/(?=[a-z]{3})/g, ' y '],
    [/(?<= )\(([^()]*)\)/g, ' , $1 , '],
    ...shorthand,
  ],
  phrases: [
    courtesy,
    concepts,
    most,
    sums,
    everyday,
    talk,
    talkOfRanks,
    talkOfComparisons,
    clauses,
    measures,
    times,
    fields,
    words,
  ],
  goods: `
    territory, state => location
    (?:coches|autos) (?:antiguos|viejos|de epoca|de coleccion) => vintage cars
    (?:coches|autos) clasicos => classic cars
    coches?, autos? => cars
    trenes, tren => trains
    barcos? => ships
    aviones, avion => planes
    motos?, motocicletas? => motorcycles
    camiones, camion => trucks
    juguetes? => toys
    libros? => books
    zapatos? => shoes
    bolsos? => bags
    cafes? => coffee
    té, tes => tea
    molinillos? => grinders
    maquinas?, cafeteras? => machines
    tazas? => cups
    accesorios? => accessories
    (?:la )?tienda (?:web|online) => web shop
    ${values}
  `,
};
