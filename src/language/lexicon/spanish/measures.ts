/** Measures, amounts and ranks in Spanish. */
export const measures = `
  ganancias?(?: brutas?)?, beneficios?(?: brutos?)? => profit
  (?:margen(?:es)?)(?: brutos?)?(?: de beneficios?)? => margin
  (?:tasa|porcentaje) de descuentos?, descuento {mean} => discount rate
  descuentos?(?: concedidos?| dados?)?, rebajas => discounts
  ventas brutas, ingresos brutos => gross sales
  (?:gastos|costos?|costes?) de envio => postage
  ingresos de envio => shipping income
  iva, impuestos? => tax
  propinas? => tips
  coste de (?:las? )?(?:mercancias?|ventas) => cost of goods
  (?:ticket|pedido|compra|cesta|carrito) {mean}, (?:valor|importe|gasto) {mean} (?:del|de los|de|por)
      (?:pedidos?|compra), (?:ventas|ingresos|facturacion|gasto)(?: {mean})? por pedido, {mean} por pedido
    => average order value
  (?:ticket|pedido) mediano, mediana (?:de|del) pedidos? => median order
  (?:ingresos|ventas|gasto|facturacion)(?: {mean})? por cliente => revenue per customer
  (?:numero {mean} de |{mean} de )?pedidos(?: {mean})? por cliente => average orders per customer
  (?:numero {mean} de |{mean} de |cuant[oa]s )?(?:unidades|articulos|productos)(?: {mean})? (?:por|en cada|
      hay en un|tiene un) pedido => units per order
  (?:cuantos |numero de )?(?:clientes nuevos|nuevos clientes), (?:cuantas |numero de )?(?:nuevas clientas|
      clientas nuevas), nuevos compradores => new customers
  (?:cuantos|numero de|cantidad de|total de) (?:pedidos|ordenes) => number of orders
  (?:cuantos|numero de|cantidad de|total de) clientes => number of customers
  (?:cuantas|numero de|cantidad de) unidades => how many units
  (?:ventas|ingresos|facturacion) (?:de|por|con|a) (?:{newcustomers}|nuevos) (?:y|vs|contra|frente a)(?:
      de)?(?: clientes)? (?:recurrentes|existentes|habituales|antiguos) => new vs returning revenue
  {newcustomers} (?:y|vs|contra|frente a)(?: clientes)? (?:recurrentes|existentes|habituales|antiguos)
      => new vs returning customers
  (?:clientes )?nuevos (?:vs|contra|y|frente a) (?:recurrentes|existentes|antiguos|habituales)(?:
      clientes)? => new vs returning customers
  clientes (?:recurrentes|habituales|existentes|que repiten|que vuelven) => returning customers
  clientes (?:fieles|leales), fieles => loyal customers
  (?:tasa|indice) de (?:recompra|repeticion|fidelizacion) => repeat rate
  (?:tasa|porcentaje) de (?:cancelacion(?:es)?|cancelados|anulacion(?:es)?) => cancel rate
  pedidos (?:cancelados|anulados),? (?:en )?cuanto dinero, cuanto dinero (?:en|de|por) pedidos
      (?:cancelados|anulados) => value of cancelled orders
  pedidos (?:cancelados|anulados), cancelaciones => cancelled orders
  tasa de devolucion(?:es)? => return rate
  reembolsos, devoluciones, devuelto, devueltos => refunds
  (?:cuanto |cuantas ventas )(?:dinero )?(?:hemos |se ha )?(?:vendimos|vendido|facturamos|facturado|
      ingresamos|ingresado|hicimos|ganamos|vendemos|tuvimos) => how much revenue
  (?:cual fue |cuales fueron )?(?:la |las |los |nuestra |nuestras )?(?:facturacion|ingresos|recaudacion)(?:
      total| totales)? => revenue
  cuanto (?:nos )?(?:dejan?|dejaron|dejo) => how much revenue
  que (?:ha cambiado|cambio) => what changed
  a que hora (?:se vende|vendemos) mas => best hour
  (?:la |las )?(?:prevision(?:es)?|pronostico|proyeccion)(?: de ventas| de las ventas)? => forecast
  por que, porque => why
  siguiente pagina, pagina siguiente, mas resultados => next page

  como (?:una )?tabla, en (?:una |forma de )?tabla => as a table
  con (?:su |el |sus )?(?:e ?mails?|correos?(?: electronicos?)?) => with email
  crecimiento, aumento, variacion => growth
  acumulad[oa]s? => cumulative
  en porcentaje, en percent, porcentual => in percent
  porcentaje => percent
  con mas de => with more than
  (?:(?:de )?mas de|superiores? a|por encima de|mayores (?:de|a|que))(?= ?[$€]?\\d) => more than
  mas de => more than
  (?:inferiores? a|(?:de )?menos de|por debajo de) => less than
  (?:al|por lo) menos, como minimo, minimo => at least
  como maximo, maximo => at most
  entre => between

  (?:los |las |nuestros |nuestras )?({number}) mejores => top $1
  (?:los |las |nuestros |nuestras )?mejores ({number}) => top $1
  (?:los |las )?({number}) peores => worst $1
  (?:los |las )?({number}) (?:principales|primeros|primeras) => top $1
  (?:los |las |el |la |nuestr[oa]s? )?(?:mejor(?:es)?|principal(?:es)?) => best
  (?:los |las |el |la |nuestr[oa]s? )?peor(?:es)? => worst
  (?:los |las |el |la )?mayor(?:es)? => biggest
  (?:los |las |el |la )?menor(?:es)? => smallest
  se vende(?:n)? mas => sells best
  top (?:de )?({number}) (?:de )? => top $1
  de la historia, de todos los tiempos, hasta ahora => ever

`;
