import { joined } from '../foreign.js';

/** What is asked most often in Spanish, in the word order in which it is typed; read before other talk. */
export const everyday = joined(`
  ^[ ,]*(?:que |quien )?(?:vende |vendio |va |tiene )?(.+?) (?:o|vs|contra|y) ([^,]+?),? (?:y )?(?:quien|cual)
      (?:de los dos |de las
      dos )?(?:va|esta|gana|gano|fue|es|vende|vendio|factura|facturo|quedo)(?: (?:ganando|
      (?:por )?(?:de)?lante|mejor|mas|arriba|(?:a )?la cabeza|primero))?(?=[ ,]*$) -> $1 vs $2
  (?:(?:hubo|tuvimos|hicimos|hay|hemos tenido|tenemos|recibimos|se hicieron) )?(?:mas|menos) ({figure})
      (?:en |el |este |de )*(.+?) que (?:en |el |la |de )*(?=\\d|{months}|t[1-4]|ano|mes)(.+) -> $1 $2 vs $3
  (?:los |las |en )?([a-z\\u0001]+) (?:compran?|piden?|compraron|pidieron|se venden?) (?:mas|menos) (?!de |que
      |veces)(.+?) que (?:los |las |en )*([a-z\\u0001]+)(?=[ ,]*$) -> $2 $1 vs $3
  (?:en |por )?(?:cuanto|que) (?:{pct} )?(?:supera|superan|supero|superaron|crecio|subio|mejoro)
      (?:el |la |las |los )*(.+?) (?:al?|a la|a los|sobre|respecto a|vs)
      (?=(?:el |la )?(?:t[1-4]|\\d{4}|{months}|ano|mes|primer|segundo|tercer|cuarto))(.+) -> $1 vs $2
  (?:desde )(?:el |los )?(?:principios?|inicios?|comienzos?)(?: (?:de|del))?(?: este)? ano => year to date
  desde (?:el )?(?:1|primero) de enero(?! de)(?: de este ano)? => year to date
  (?:en )?lo que va de(?= \\d{4}) ->
  (?:{against}) (?:el |la |los |las |al )?mism[oa]s? (?:periodo|fechas?|dias|meses|epoca)
      (?:del? |en )?(?=\\d{4})
      -> vs
  (?:{against}) (?:el |la |los |las |al )?mism[oa]s? (?:periodo|fechas?|dias|meses|epoca)(?=[ ,]*$)
      => vs previous year
  ({field}|pedido|venta) mas (?:chic[oa]s?|pequen[oa]s?|baj[oa]s?) => smallest $1
  (?:cuando |cual )?(?:fue |es )?(?:el |la |nuestr[oa] |su )?primer[oa]? (?:pedido|compra|factura|venta)
      (?:de|del)
      (?!todos|la historia|{months}|\\d|este|el ano)(.+) => when did $1 first order
  (?:cuando |cual )?(?:fue |es )?(?:el |la |nuestr[oa] )?primer[oa]? (?:pedido|venta|factura)(?: de
      todos(?: los
      tiempos)?| de la historia)?(?=[ ,]*$) => first order ever
  (?:que |cual es (?:el |la ))?{pct} de (?:los |nuestros |las )?client[ea]s
      (?:que )?(?:es|son|esta|estan|viven?)
      (?:de|del|en) => what percent of customers are in
  (?:que |cual es (?:el |la ))?{pct} de (?:los |las )?(?:pedidos|facturas|ordenes)
      (completad|enviad|pendiente|
      pagad|entregad)([oa]?s?)(?= |$) -> share of pedidos $1$2
  (?:los |las |nuestr[oa]s )?(?:top (\\d+)|(\\d+) (?:mejores|primer[oa]s|principales)) ({field}),?
      (?:cuanto|que
      (?:parte|{pct})?) ?(?:pesan?|representan?|suman?|suponen?|son|hacen|aportan?)(?: (?:en|de|del|sobre|a)
      (?:las |los |la |el )?(?:ventas|ingresos|facturacion|total)(?: totales| total)?)?(?=[ ,]*$)
      => what share of revenue comes from the top $1$2 $3
  (?:que |cual es (?:el |la ))?{pct} de (?:las )?(?:ventas|ingresos|facturacion) (?:es |son |viene
      de |hacen )?(?:de
      |con )?(?:los |las |nuestros )*(?:top (\\d+)|(\\d+) (?:mejores|primer[oa]s|principales)|mejores (\\d+))
      ({field})(?=[ ,]*$) => what share of revenue comes from the top $1$2$3 $4
  pedido (\\d{3,}),? (?:y )?(?:que|cual)
      (?:traia|tenia|llevaba|contenia|habia|trae|tiene|incluye|incluia|lleva|
      contiene)[^,]*(?=$) => order $1
  {whose}(?:{have} )?(?:gast[a-z]+|compr[a-z]+|factur[a-z]+|dej[a-z]+) (?:por )?entre ({amount})(?: {money})?
      y ({amount})(?: {money})? => customers who spent between $1 and $2
  {whose}(?:{have} )?(?:gast[a-z]+|compr[a-z]+|factur[a-z]+|dej[a-z]+) (?:por )?(?:al menos|como minimo|por lo
      menos|minimo) ({amount})(?: {money})?(?! pedid| vece| unid| product| articul)
      => customers who spent at least $1
  clientes (?:de|con) (?:al menos|como minimo|por lo menos|minimo) ({amount})(?: {money})?(?: (?:de|en)
      (?:ventas|
      compras|facturacion|gasto))(?= |$) => customers who spent at least $1
  (?:clientes )?(?:cuy[oa]|con (?:su |el |la )?) ?ultim[oa] (?:pedido|compra|factura)(?: (?:fue|es|era|sea))?
      (?:anterior a|antes del?) => customers whose last order was before
  (?:clientes )?(?:cuy[oa]|con (?:su |el |la )?) ?ultim[oa] (?:pedido|compra|factura)(?: (?:fue|es|era|sea))?
      (?:posterior a|despues del?) => customers whose last order was after
  (?:peso|{pct}) de (?:los |las )?(?:pedidos|ventas|ordenes) grandes (?:en|sobre|de) (?:las |el |la |los
      )?(?:ventas|total|facturacion|ingresos)(?: totales| total)? => share of revenue from large deals
  a partir (?:del?|de la) -> desde
  (?:por que|porque|xq) (?:fue |es |salio )?(.+?) (?:fue |ha
      sido |es |estuvo |va |salio )?(?:tan )(?:mal[oa]?|
      floj[oa]|baj[oa]|debil|pobre)(?=[ ,]*$) => why was $1 so bad
  (?:por que|porque|xq) (?:fue |es |salio )?(.+?) (?:fue |ha
      sido |es |estuvo |va |salio )?(?:tan )(?:buen[oa]?|
      bien|fuerte|alt[oa])(?=[ ,]*$) => why was $1 so good
  precios? (?:{mean} )?(?:por (?:unidad|pieza)|unitarios?)(?: {mean})?(?: (?:de|del)(?: los| las)?)?
      => price per unit
  precios? {mean}(?: de(?: los| las)?)? => price per unit
  (?:(?:cual|cuando) (?:fue|es) )?(?:la |el )?ultim[oa] (?:factura|ticket|pedido|compra)
      (?:de|del)(?: cliente)?
      (?!{months}|este|esta|\\d{4}(?= |$)|el |la |ano|mes)(.+) => when did $1 last order
  (?:la )?primera semana (?:de|del) ({months}) => first week of $1
  (?:la )?segunda semana (?:de|del) ({months}) => second week of $1
  (?:la )?tercera semana (?:de|del) ({months}) => third week of $1
  (?:la )?ultima semana (?:de|del) ({months}) => last week of $1
  notas? de (?:credito|abono), abonos -> devoluciones
  (?:clientes )?(?:con|de|que tienen|que hicieron) (?:solo |solamente )?un[oa]? (?:sol[oa]|unic[oa])
      (?:pedido|
      factura|compra|orden) => customers with only one order
  clientes (?:con|de|que tienen|que hicieron) (?:solo|solamente|unicamente) (?:1|un[oa]?)
      (?:pedido|factura|compra|
      orden) => customers with only one order
  (?:por|en|durante) la manana => in the morning
  (?:por|en|durante) la tarde => in the afternoon
  (?:por|en|durante) la noche => in the evening
  (?:{mean} (?:de )?)?(?:ventas?|facturacion|gasto|compras?|ingresos?|importe)(?: {mean})? por cliente(?:
      {mean})?(?<={mean}.*) => average revenue per customer
  clientes perdidos (?:de|en|del|durante) (?:el )?(?=\\d{4}) => customers lost in
  (?:clientes )?sin (?:comprar|pedir)(?: nada)? (?:desde hace|desde|hace|en|durante)(?: los| las)?(?: mas de|
      ultim[oa]s)* ({number}) ({days}) => customers who have not bought for $1 $2
  clientes sin (?:comprar|pedir)(?: nada)? desde => customers who have not bought since
  (?:cada cuant[oa]s?(?: tiempo| dias)?|con que frecuencia) (?:nos )?(?:compran?|piden?|vuelven?|hacen?
      pedidos?)
      (?:(?:a comprar|un|una|cada|el|la|los|las|nuestros) )*clientes?(?: {mean})?
      => average days between orders
  (?:del|desde el|entre el|de) (\\d{1,2}) de ({months}) (?:de|del) (\\d{4}) (?:al|a|hasta el|y el) (\\d{1,2})
      de
      ({months}) -> $1 de $2 de $3 \u0001to $4 de $5
  (?:del|desde el|entre el|de) (\\d{1,2}) de ({months}) (?:al|hasta el|y el) (\\d{1,2}) de ({months})
      -> $1 de $2 \u0001to $3 de $4
  (?:quien(?:es)?|que clientes?|clientes que) (?:nos )?(?:mas )?(?:devuelven?|devolvio|devolvieron|(?:ha|han)
      devuelto)(?: mas)?(?<=mas.*) => refunds by customer
  que (?:suele |suelen )?(?:compra|pide|comprar|pedir)(?: habitualmente| mas)?
      (?:el |la )?(?:cliente )?(?!cada |un
      |los )(\\d+|\\u0001\\S+) => what did $1 buy
  ({field}) (?:que |en )(?:bajan?|caen?|bajaron|cayeron|(?:han|estan) (?:bajado|caido|bajando|cayendo)|pierden
      ventas|van a la baja|la baja|caida)(?= (?:en |este |esta |desde |{against})|[ ,]*$)
      => $1 with falling revenue
  ({field}) (?:que |en )(?:suben?|crecen?|subieron|crecieron|(?:han|estan) (?:subido|crecido|subiendo|
      creciendo)|alza|van a mas)(?= (?:en |este |esta |desde |{against})|[ ,]*$) => $1 with growing revenue
  ^[ ,]*(?:ha |han )?(?!que |quien|cuant|client|cual|a |hemos |se |no )(.+?) (?:ha |han |nos ha )(?:ya |alguna
      vez )?(?:comprado|pedido) (?:ya |alguna vez )?(?!algo|alguna|mas|menos|nada|todo|poco|mucho|desde|en )
      (.+?)(?: alguna vez| antes)?(?=[ ,]*$) => did $1 buy $2
  (?:los |las |mis |nuestros )*(?:ultim[oa]s|mas recientes) ({number})
      (?:pedidos|facturas|compras|ordenes|ventas)
      => last $1 orders
  (?:los |las |mis |nuestros )*({number}) (?:ultim[oa]s|mas recientes)
      (?:pedidos|facturas|compras|ordenes|ventas)
      => last $1 orders
  (?:los |las |mis |nuestros )*({number}) (?:pedidos|facturas|compras|ordenes|ventas) mas recientes
      => last $1 orders
  estados(?= (?:con|que) (?:mas|menos|mejor|peor|venden|compran)(?= )) -> provincias
  (?:de |en )?escandinavia => in sweden, norway and denmark
  (?:cuant[oa]s )?(?:client[ea]s |gente )(?:que )?(?:repiten?|vuelven a comprar|han repetido|
      repitieron)(?=[ ,]*$) => customers with more than one order
  ({field}) mas (?:floj[oa]s|mal[oa]s|debiles|pobres),?
      (?:dame |muestrame |los |las |solo )*({number})(?=[ ,]*$)
      => worst $2 $1
  ({field}) mas (?:fuertes|buen[oa]s|potentes),? (?:dame |muestrame |los |las |solo )*({number})(?=[ ,]*$)
      => top $2 $1
  ({field}) mas (?:floj[oa]s?|mal[oa]s?|debil(?:es)?|pobres?) => worst $1
  (?:que |cual es (?:el |la ))?{pct} (?:viene|vienen|proviene|sale|salen|sacamos) de
      (?:los |las )?(?:pedidos|ventas)
      (large|medium|small)(?= |$) => what share of revenue comes from $1 deals
  (?:que |cual es (?:el |la ))?{pct} (?:viene|vienen|proviene|provienen|sale|salen|sacamos)
      (?:de |del )(?:los |las
      |la |el )? => what share of revenue comes from
  (?:como )?(?:hemos|ha|han) (?:ido )?(?:evolucionado|evolucionando|ido|crecido) (?:las ventas )?(?:ano a
      ano|ano por
      ano|por ano|anualmente) => sales trend by year
  (?:como )?(?:hemos|ha|han) (?:ido )?(?:evolucionado|evolucionando|ido|crecido) (?:las ventas )?(?:mes a
      mes|mes por
      mes|por mes|mensualmente) => sales trend by month
  (?:los )?(?:portes|fletes?) -> gastos de envio
  (?:me |nos )?(?:ayudan?|ayudas|pueden ayudar|ayudenme) con (?:el |la |los |las )? ->
  {mean} (?:de )?(?:ventas?|facturacion|ingresos) (?:al|por|cada) mes, (?:venta|facturacion|ingreso)s?
      mensual(?:es)?
      {mean}, (?:venta|facturacion) {mean} (?:mensual|al mes|por mes) => average revenue per month
  client[ea] (\\d{3,}|\\u0001\\S+),? (?:y )?cuanto (?:lleva|ha|llevaba)(?: ya)? (?:comprado|gastado|facturado)
      (?:y )?(?:en )?cuant[oa]s (?:veces|pedidos|compras)(?=[ ,]*$)
      => revenue and number of orders of customer $1
  (?:de |entre )(?:los |las |nuestros )?vendedor(?:es|as),? (?:quien|cual)
      (?:mueve|vende|coloca|factura|vendio) mas
      => top salesperson
  (?:cuant[oa]s? )?(?:gente|personas|client[ea]s|compradores) (?:que |nuev[oa]s )?(?:nos )?
      (?:compr[a-z]+|pidi[a-z]+|pidieron) por primera vez => number of new customers
  (?:la |las )?(?:gente|personas|client[ea]s|compradores) con ingresos(?= (?:entre|de mas|de menos|por|
      superior|mayor|menor|mas|menos)) -> customers with income
  ,? cuanto (?:nos )?(?:compra|gasta|compro|gasto|deja|dejo|factura) cada (?:un[oa]|cliente)(?=[ ,?]*$)
      => revenue by customer
  quien(?:es)? (?:nos )?(?:compra|compro|compran|gasta|gasto|gastan|pide|pidio)n? mas(?=[ ,]*$| (?:en|de|
      desde|este)) => top customers
  importe (?:medio|promedio)(?: (?:por|de) (?:factura|pedido|compra|venta|ticket))? => average order value
  cuanta gente => how many customers
`);

/** Parts of these patterns. */
export const everydayParts = {
  pct: '(?:porcentaje|percent|por ?ciento|%|proporcion|parte|cuota)',
  whose: '(?:(?:(?:que |los |las )?client[ea]s (?:que |quienes )|quien(?:es)? |l[oa]s que ))',
};
