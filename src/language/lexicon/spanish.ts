import type { ForeignLexicon } from './foreign.js';

/** Spanish for what people ask most, without accents; what it stands for is read as English. */
export const spanish: ForeignLexicon = {
  language: 'Spanish',
  markers: `de en ganancias ganancia beneficio beneficios margen descuentos descuento impuestos propinas
    q riesgo en francia compraron gastaron dinero crecimiento verano invierno tabla porcentaje hora vende devuelven mas mil ventas venta clientes cliente pedidos pedido ingresos mes meses ano anos semana trimestre pasado pasada
    ultimo ultimos ultima ultimas cuanto cuantos cuantas cuanta cual cuales mejores mejor nuevos nuevo por pais paises
    productos producto ticket medio promedio cancelados cancelado reembolsos desde nunca compraron comprado gastado
    gastaron mas menos con sin entre quien quienes que nuestros nuestro el los las una del este esta muestrame dame
    ciudad ciudades facturacion facturamos vendimos devoluciones perdidos fieles dia dias ayer hoy han hemos hubo`,
  phrases: `
    ganancias?(?: brutas?)?, beneficios?(?: brutos?)? => profit
    (?:margen(?:es)?)(?: brutos?)?(?: de beneficios?)? => margin
    (?:tasa|porcentaje) de descuentos?, descuento medio => discount rate
    descuentos?(?: concedidos?| dados?)? => discounts
    ventas brutas, ingresos brutos => gross sales
    (?:gastos|ingresos) de envio => shipping income
    iva, impuestos? => tax
    propinas? => tips
    coste de (?:las? )?(?:mercancias?|ventas) => cost of goods
    q => que
    (\\d+) mil(?:es)? => $1k
    como (?:una )?tabla, en (?:una )?tabla => as a table
    crecimiento => growth
    (?:porcentaje|porcion|parte) de (?:las )?ventas de (.+?) en (.+)$ => share of $1 in $2
    (?:vendimos|vendemos) mas en verano o en invierno => summer vs winter
    a que hora (?:se vende|vendemos) mas => best hour
    verano => summer
    invierno => winter
    navidad(?:es)? => christmas
    pedidos cancelados,? cuanto dinero, cuanto dinero (?:en|de|por) pedidos cancelados
      => value of cancelled orders
    como (?:vamos|van las ventas|va el negocio), que tal vamos => how are we doing
    que (?:ha cambiado|cambio) => what changed
    cuanto (?:hemos )?(?:vendimos|vendido|facturamos|facturado|ingresamos) => how much revenue
    (?:ingresos|ventas|gasto) por cliente => revenue per customer
    (?:facturacion|ingresos) => revenue
    (?:ticket|pedido) (?:medio|promedio), valor (?:medio|promedio) (?:del|de los|de) pedidos?,
      cesta media => average order value
    (?:ticket|pedido) mediano => median order
    pedidos por cliente => orders per customer
    (?:unidades|articulos|productos) por pedido => units per order
    cuantos pedidos, numero de pedidos => how many orders
    cuantos clientes nuevos, clientes nuevos, nuevos clientes => new customers
    cuantos clientes, numero de clientes => how many customers
    cuantas unidades, numero de unidades => how many units
    (?:clientes )?nuevos (?:vs|contra|y|frente a) (?:recurrentes|existentes|antiguos|habituales)(?: clientes)?
      => new vs returning customers
    clientes (?:recurrentes|habituales|fieles|existentes) => returning customers
    tasa de (?:recompra|repeticion) => repeat rate
    (?:tasa|porcentaje|%) de (?:cancelacion(?:es)?|pedidos cancelados|cancelados),
      (?:percent|porciento) de pedidos cancelados => cancel rate
    pedidos cancelados => cancelled orders
    tasa de devolucion(?:es)? => return rate
    reembolsos, devoluciones => refunds
    clientes que no han (?:comprado|pedido)(?: nada)? desde => customers who have not bought since
    no (?:han )?(?:comprado|pedido|compran|compraron)(?: nada)? desde => not bought since
    clientes perdidos => lost customers
    (?:que )?(?:han )?(?:compraron|comprado|compran) (.+?) (?:pero|y) (?:no|nunca) (?:han comprado |compraron |compran )?(.+)$
      => who bought $1 but not $2
    nunca (?:han )?(?:comprado|compraron|compran) => never bought
    (?:solo )?(?:compraron|comprado|han comprado) (?:solo )?una (?:sola )?vez => bought only once
    una (?:sola )?vez => only once
    (?:que )?(?:(?:han )?gastado|gastaron) mas de => who spent more than
    (?:que )?(?:(?:han )?gastado|gastaron) menos de => who spent less than
    con mas de => with more than
    mas de => more than
    menos de => less than
    al menos => at least
    cuando (?:compro|pidio|ha comprado) (.+?) por ultima vez, cuando fue el ultimo pedido de (.+)$
      => when did $1$2 last order
    (?:productos )?mas vendidos, que (?:es lo que )?se vende (?:mejor|mas) => best sellers
    que no se vende => what is not selling
    (\\d+) mejores => top $1
    (?:los |las |el |la )?mejor(?:es)? => best
    (?:los |las |el |la )?peor(?:es)? => worst
    (?:los |las |el |la )?mayor(?:es)? => biggest
    (?:los |las |el |la )?menor(?:es)? => smallest
    (?:los |las )?(\\d+) (pedidos|clientes|meses|productos) mas grandes => top $1 $2
    (pedido|cliente|mes) mas grande => biggest $1
    se vende mas => sells best
    ultimos (\\d+) meses => last $1 months
    ultimos (\\d+) dias => last $1 days
    (?:el )?(?:mes pasado|ultimo mes) => last month
    (?:el )?(?:ano pasado|ultimo ano) => last year
    (?:la )?(?:semana pasada|ultima semana) => last week
    (?:el )?(?:trimestre pasado|ultimo trimestre) => last quarter
    (?:en )?este mes => this month
    (?:en )?este ano => this year
    (?:en )?esta semana => this week
    (?:en )?este trimestre => this quarter
    ayer => yesterday
    hoy => today
    (?:comparado con|en comparacion con|frente a|contra|respecto a(?:l)?) => vs
    primer trimestre => q1
    segundo trimestre => q2
    tercer trimestre => q3
    cuarto trimestre => q4
    enero => january
    febrero => february
    marzo => in march
    abril => april
    mayo => in may
    junio => june
    julio => july
    agosto => august
    septiembre => september
    octubre => october
    noviembre => november
    diciembre => december
    (january|february|in march|april|in may|june|july|august|september|october|november|december) del? (\\d{4})
      => $1 $2
    por mes, al mes, mensual(?:es)? => by month
    por semana => by week
    por ano => by year
    por trimestre => by quarter
    por dia de la semana => by weekday
    por dia => by day
    en cada => in each
    cada => each
    por => by
    (?:los )?fin(?:es)? de semana => on weekends
    lineas? de productos? => product line
    productos?, articulos? => product
    categorias? => category
    paises, pais => country
    ciudad(?:es)? => city
    clientes?, compradores? => customers
    pedidos?, ordenes => orders
    unidades => units
    ventas => sales
    en riesgo => at risk
    perdidos => lost
    (?:que )?(?:parte|proporcion) (?:de|del) => share of
    desde => since
    antes de => before
    despues de => after
    entre => between
    pero (?:no|nunca) => but not
    sin, excepto, salvo => without
    y => and
    alemania => germany
    francia => france
    espana => spain
    reino unido => uk
    estados unidos => usa
    italia => italy
    suecia => sweden
    noruega => norway
    suiza => switzerland
    belgica => belgium
    dinamarca => denmark
    finlandia => finland
    japon => japan
    paises bajos => netherlands
    irlanda => ireland
    muestra(?:me|nos)?, dame, danos, lista(?:me)?, ensename => show me
    (?:cual|cuales) (?:es|son|fue|fueron|era), quien(?:es)? (?:es|son) => what is
    cuales?, quien(?:es)?, cuant[oa]s? => which
    en (?:el|la|los|las), en => in
    con => with
    para => for
    mes(?:es)? => month
    anos? => year
    semanas? => week
    trimestres? => quarter
    dias? => day
    del?, el, la, los, las, un, una, al, nuestr[oa]s?, mis?, nos, se, es, son, fue, hay, hubo, que,
      ha, han, hemos, tenemos, tuvimos, por favor, lo, le, a =>
  `,
  goods: `
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
  `,
};
