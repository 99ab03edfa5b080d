/** Whole clauses of Spanish: who did what, who did not, what is the most, what is compared. */
export const clauses = `
  (?:pero |y )(?=(?:solo|solamente|unicamente) ) ->
  ni(?= [a-z]+ad[oa]s) -> y
  mes(?:es)? mas (?:flojos?|malos?|bajos?|debil(?:es)?) => worst month
  mes(?:es)? mas (?:fuertes?|altos?) => best month
  (?:los|las) ({number}) que mas(?= *$) => top $1
  (?:los|las) ({number}) que menos(?= *$) => bottom $1
  en que ({field}) (?:se )?(?:compran|venden|piden|compramos|vendemos)(?! mas| menos| mejor) => by $1
  (?:del|entre el|desde el) (\\d{1,2}) (?:al|y el|hasta el) (\\d{1,2}) de ({months}) -> $1 de $3 a $2 de $3
  clientes activos(?= (?:este|esta|(?:en |el |del )*(?:mes|trimestre|ano|\\d{4}|{months}))(?= |$)) -> clientes
  (?:la )?media de los pedidos => average order value
  (?:que |los |las )*clientes (?:que )?ya no (?:compran|piden)(?= *$) => lost customers
  (?<= )q(?= ) -> que
  (?:de )?marzo (?:a|hasta)(?= ) => from march to
  (?:de )?mayo (?:a|hasta)(?= ) => from may to
  dos -> 2
  tres -> 3
  cuatro -> 4
  cinco -> 5
  (hace|llevan|lleva|durante|de|casi|menos) una? (ano|mes|semana|trimestre) -> $1 1 $2
  como le (?:fue|va|ha ido|esta yendo) (?:a la|al|a los|a las|a) => sales
  medio ano, un semestre -> 6 meses
  (?:1|un) ano y medio -> 18 meses
  (?:que |cual es el )?(?:porcentaje|parte|proporcion|%|percent) de (?:los |nuestros |las )*clientes
      (?:que )?(?:vuelven?|repiten?|regresan?|vuelven a comprar|compran de nuevo)(?: a comprar| a pedir)?
      => what percent of customers come back
  cuant[oa]s (?:nuev[oa]s client[ea]s?|nuev[oa]s clientas|client[ea]s nuev[oa]s|clientas nuevas)
      (?:tuvimos|conseguimos|ganamos|hubo|tenemos|hay|captamos|entraron|llegaron) => new customers
  que ({field}) (?:ha |han )?(?:mas
      )?(?:crecio|crecieron|crecido|subio|subieron|subido|aumento|aumentado)(?: mas)?
      => which $1 grew most
  que ({field}) (?:ha |han )?(?:mas )?(?:cayo|cayeron|caido|bajo|bajaron|bajado)(?: mas)?
      => which $1 fell most
  ^[ ,]*(?:compro|compraron|ha comprado|han comprado|pidio|pidieron) (.+?) (?:algo|alguna cosa)
      => did $1 buy anything
  (?:valor|importe|monto|total|suma)(?: total)? de (?:las |los )?({returns}) -> $1
  ({returns})( [^,]+?)?,? en (?:valor|importe|dinero|euros)(?= *$) -> $1$2
  (?:que )?({field}) (?:que )?(?:se )?(?:mas (?:a menudo|veces) {sentback}|{sentback} mas (?:a
      menudo|veces))
      => top $1 by number of returns
  (?:que )?({field}) (?:que )?(?:se )?(?:mas {sentback}|{sentback} mas) => top $1 by returns
  a que horas? (?:del dia )?(?:se )?(?:hacen|hace|reciben|recibimos|entran|llegan|tenemos|piden|compran|hay)
      (?:mas|la mayoria de)(?: los)?(?: pedidos| compras| ventas)? => orders by hour
  (?:por que|porque|xq) (?:han |ha )?{moved}(?: tanto)?(?: las| los| la| el)? => why
  (?:que )?(?:superan?|excedan?|exceden?|supere)(?= [$€]?\\d) => more than
  (?:reparto|distribucion|desglose) de (?:las |los |la |el )?(.+?) (?:por|segun) -> $1 por
  (?:gastamos|gastado|gasto|gastos|inversion|invertimos|invertido|presupuesto)
      (?:en |de )(?:publicidad|marketing|anuncios) => ad spend
  (?:(?:quedan|queda|hay|tenemos) )?en (?:el |nuestro )?(?:almacen|stock|inventario|deposito), inventario
      => in stock
  tasa de conversion => conversion rate
  cuanto (?:dinero )?(?:nos )?devolvieron(?: los clientes)? => refunds
  por favor, porfa, buenos dias, buenas tardes, buenas,
      (?:me |nos )?(?:podrian|podrias|podria|puedes|pueden|puede) (?:decir|mostrar|indicar)(?:me|nos)? ->
  numero de (?:facturas|pedidos|tickets) => number of orders
  valoracion(?:es)? (?:media|promedio) => average rating
  (?:que |cual )?(?:porcentaje|parte) de (?:las |los |el )?(?:ventas|ingresos|facturacion)(?: totales)?(?:
      (?:de|en) (\\d{4}))?
      (?:corresponde|pertenece|va) (?:a|al) (.+) => share of $2 of revenue $1
  cuando (?:fue |es )?(?:la |el )?ultim[oa] (?:vez que (?:compro|pidio) |compra (?:de |del )|pedido (?:de |
      del ))(.+) => when did $1 last order
  cuando (?:compro|pidio|ha comprado|hizo (?:su |el )?(?:ultimo )?pedido) (.+?)(?: por ultima vez)?$
      => when did $1 last order
  ultim[oa] (?:compra|pedido) (?:de |del )(.+) => when did $1 last order
  que (?:ha )?(?:compro|comprado) (?!mas|nunca|menos)(.+) => what did $1 buy
  cuanto (?:ha )?(?:gasto|gastado) (.+?) (?:en total|hasta ahora|con nosotros)$ => how much did $1 spend
  cuantos pedidos (?:se )?(?:cancelados|cancelaron|anulados|anularon|fueron cancelados)(?: hubo| hay|
      tuvimos)?
      => how many cancelled orders
  (?:que |cual )?(?:porcentaje|parte|proporcion|%) de (?:los |nuestros |las )*clientes(?= {have} | {bought}
      | {buy} |
      {spent} | no | nunca )  => what percent of customers who
  ,? ?(?:pero|y) (?:ya )?(?:no|nunca|nada)(?: mas)? (?:desde entonces|despues|desde(?= |$)|de nuevo)
      => but not since
  (?:sin contar|quitando|sin incluir|descontando)(?: a| los| las| el| la)? => without
  cuanto (?:ha )?(?:gasto|gastado) (.+) => how much did $1 spend
  (?:lista(?:do)? de |todos los |{show} (?:todos )?los )pedidos => list orders

  (?:cuantos )?clientes (?:que )?(?:hicieron|con|tienen|han hecho|hacen) (\\d+) pedidos?,? (.+?),? y (?:mas
      de) (\\d+)(?: pedidos)? => customers with $1, $2, over $3 orders
  cuant[oa]s (?:de (?:nuestros |los ))?clientes(?= {have} | {bought} | {buy} | no | nunca | {spent} | solo
      ) => how many customers who
  (?:que|cuales|los|las|lista de|todos los|nuestros)? ?clientes (?:que|quienes)(?= ) => customers who
  que clientes(?= {have} | {bought} | {buy} | no | nunca | {spent} | solo | hicieron ) => customers who
  clientes ((?:de|en|del) [^,]{2,25}?|{nation}),? (?:que|quienes)(?= ) => customers $1 who
  (?:quien(?:es)?|alguien)(?= {have} | {bought} | {buy} | no | nunca | {spent} | solo | hicieron | mas |
      menos ) => customers who
  (?:{customers} )?{who} (?:{have} )?(?:mas (?:{bought}|{buy}|{spent}|gastado)|(?:{bought}|{buy}|{spent}|
      gastado) mas)(?: dinero)?(?: en ([^,]+?))?(?= *$) => who spent the most $1
  {who} (?:{have} )?(?:{bought}|{buy}) mas (?:a menudo|veces) => who ordered most often
  (?:{customers} )?{who} (?:{have} )?(?:{bought}|{buy}|{spent}) (?:menos|mas) que (?:en )?(.+)
      => growth by customer vs $1
  {who} (?:solo |unicamente )?(?:{have} )?(?:solo )?(?:{bought}|{buy}|hecho|hicieron)? ?(?:solo |solamente |
      nada mas que )?(?:una sola vez|una vez|1 vez|una unica vez|un solo pedido|un pedido)(?: (.+))?
      => who ordered only once $1
  {who} (?:{have} )?(?:{bought}|{buy}) (?:varias veces|mas de una vez)(?: (.+))?
      => who ordered more than once $1
  {who} (?:{have} )?(?:{bought}|{buy}) ({more} )?({number}) veces(?: (.+))? => who ordered $1 $2 times $3
  {who} (?:{have} )?(?:hecho |realizado |hicieron |hacen |tienen |realizaron )({more} )?({number})
      (?:pedidos|compras|ordenes)(?: (.+))? => with $1 $2 orders $3
  {who} (?:{have} )?(?:gastado|{spent}|{bought}|{buy}|gastan)(?: por)? ({more} )({amount})(?: {money})?(?:
      (.+))? => who spent $1 $2 $3
  {who} (?:{have} )?(?:{bought}|{buy}) (?:en )?(\\d{4}) y (?:en )?(\\d{4}) (?:pero|
      y) {no}(?: {have})?(?: {bought})?(?: {thing})? (?:en )?(\\d{4})
      => who bought in $1 and $2 but not in $3
  {who} (?:{have} )?(?:{bought}|{buy}) (?:{some} )?(.+?),? (?:pero|y) {no}(?: {have})?(?: (?:{bought}|
      {buy}))?(?: {some})? (.+)$ => who bought $1 but not $2
  {who} (?:llevan?|llevaban) (?:ya )?(?:mas de )?({number}) ({days}) sin (?:comprar|pedir|hacer
      (?:pedidos|compras)|volver)
      => who have not bought for $1 $2
  {who} (?:no )?(?:han vuelto|volvieron|vuelven) (?:a comprar |a pedir )?(?:desde hace|hace|en) (?:mas de
      )?({number}) ({days})
      => who have not bought for $1 $2
  {who} {no} (?:{have} )?(?:{bought}|{buy})(?: {thing})? (?:desde hace|hace|en) (?:mas de )?(?:los |las
      )?(?:ultim[oa]s )?({number}) ({days}) => who have not bought for $1 $2
  {who} {no} (?:{have} )?(?:{bought}|{buy})(?: {thing})? desde (?:hace )?(?:mas de )?({number}) ({days})
      => who have not bought for $1 $2
  {who} (?:hace|desde hace) (?:mas de )?({number}) ({days}) que no (?:{have} )?(?:{bought}|{buy})
      => who have not bought for $1 $2
  {who} {no} (?:{have} )?(?:{bought}|{buy})(?: {thing})? desde (.+) => who have not bought since $1
  {who} {no} (?:{have} )?(?:{bought}|{buy})(?: {thing})?(?: {some})? => who have not bought
  {who} {have} {no} (?:{bought})(?: {thing})?(?: {some})? => who have not bought
  {who} (?:{have} )?(?:{bought}|{buy})(?: {some})? => who bought
  (?:clientes )?sin (?:compras|pedidos)(?: en)?(?: los| las)? (?:desde hace|ultim[oa]s) (?:mas de
      )?({number}) ({days}) => customers who have not bought for $1 $2
  (?:clientes )?sin (?:compras|pedidos) desde => customers who have not bought since
  clientes sin (?:compras|pedidos) (?:en )? => customers who have not bought in
  clientes inactivos (?:desde hace|hace|desde|por) (?:mas de )?({number}) ({days})
      => customers inactive for $1 $2
  (?:clientes )?cuy[oa] primer[oa]? (?:compra|pedido) fue (?:en )? => customers whose first order was in

  (?:que|cuales|cual) ({field}) (?:nos )?{brings} mas ({figure}) => top $1 by $2
  (?:que|cuales|cual) ({field}) (?:nos )?{brings} menos ({figure}) => worst $1 by $2
  (?:que|cuales|cual) ({field}) (?:nos )?(?:{brings} mas|mas {brings}) => top $1
  (?:que|cuales|cual) ({field}) (?:nos )?(?:{brings} menos|menos {brings}) => worst $1
  (?:los |las |el |la )?({number}) ({field}) (?:que )(?:mas {brings}|{brings} mas) => top $1 $2
  (?:los |las |el |la )?({number}) ({field}) (?:que )(?:menos {brings}|{brings} menos) => worst $1 $2
  (?:los |las |el |la )?({field}) (?:que )(?:mas {brings}|{brings} mas) => top $1
  (?:los |las |el |la )?({field}) (?:que )(?:menos {brings}|{brings} menos) => worst $1
  (?:que )?(?:los |las |el |la )?({number}) ({field}) con mas ({figure}) => top $1 $2 by $3
  (?:que )?(?:los |las |el |la )?({field}) con mas (?!de )({figure}) => top $1 by $2
  (?:que )?(?:los |las |el |la )?({field}) con menos (?!de )({figure}) => worst $1 by $2
  (?:los |las |el |la )?({number}) ({field}) mas (?:vendid[oa]s?|grandes?|importantes?|rentables?|
      comprad[oa]s?) => top $1 $2
  (?:los |las |el |la )?({number}) ({field}) menos (?:vendid[oa]s?|importantes?|rentables?) => worst $1 $2
  que ({field}) (?:se vende(?:n)?|se vendio|se vendieron) (?:mas|mejor), ({field}) que (?:mas se venden?|se
      venden? mas|se venden? mejor) => best selling $1
  que ({field}) (?:se vende(?:n)?) (?:menos|peor), ({field}) que (?:menos se venden?|se venden? menos)
      => worst $1
  ({field}) mas (?:vendid[oa]s?|importantes?|rentables?|comprad[oa]s?) => best $1
  ({field}) menos (?:vendid[oa]s?|importantes?|rentables?|comprad[oa]s?) => worst $1
  ({field}) mas grandes? => biggest $1
  ({field}) mas pequen[oa]s? => smallest $1
  que (?:es lo que )?(?:mas se vende|se vende mas|se vende mejor|vendemos mas), lo (?:que )?mas (?:vendido|
      se vende), lo mas vendido, mas vendidos, (?:los )?superventas => best sellers
  (?:que )?(?:productos |articulos )?(?:que )?no se (?:vende|venden|estan vendiendo|vende nada), que no se
      vende => what is not selling
  que (?:productos?|articulos?) (?:mas )?(?:devuelven|se devuelven?|nos devuelven)(?: mas)?
      => top product by refunds
  (?:que )?(?:productos|articulos) (?:que )?se (?:compran|venden) juntos, comprados juntos
      => bought together

  (?:vendemos|se vende|vendimos) (?:mas|mejor) (?:en |los |el )*fin(?:es)? de semana(?: que.+)?
      => do weekends sell better than weekdays
  (?:hemos vendido|vendimos|vendemos|facturamos) (?:mas|menos|mejor) (?:en )?(.+?) que (?:en )?(.+)
      => $1 vs $2
  (?:fue|es|ha sido) (.+?) (?:mejor|peor) que (.+) => $1 vs $2
  (.+?) (?:fue|ha sido) (?:mejor|peor) que (.+) => $1 vs $2
  diferencia (?:entre )(.+?) y => compare $1 with
  compara(?:r|me)? (?:entre )?(.+?) (?:con|y) (?!malos) => compare $1 with
  (?:cuanto|como) (?:ha |han )?(?:crecido|crecieron|crecio|subido|bajado|aumentado)(?: las| los| la| el)?
      => growth
  (?:ha|han) (?:crecido|subido|bajado|aumentado)(?: las| los| la| el)? => growth
  (?:como )?(?:van |va |estan |esta )?(?:evolucionando|evolucionan|evoluciona|ha evolucionado|han
      evolucionado|evolucion|tendencia)(?: de)?(?: los| las| la| el)? => sales trend
  como (?:vamos|van las ventas|va el negocio|va la tienda|va todo|nos va|van las cosas), que tal (?:vamos|
      van las ventas|el negocio) => how are we doing
  (?:como (?:fue|fueron|va|van|esta|estuvo|ha ido|le va a|les va a)|que tal(?: fue| va)?)(?: el| la| los|
      las)? => sales
  (?:que|cuanto) (?:podemos |debemos |cabe )?(?:esperar|esperamos|venderemos|vamos a vender|
      facturaremos)(?: vender)?(?: en| para)? => forecast
  (?:hemos vendido|vendimos|se vendio) (?:algo|alguna cosa) => did we sell anything
  cuant[oa]s (.+?) (?:se vendieron|se vendio|vendimos|hemos vendido|se han vendido)
      => how many $1 did we sell
  cuanto gasta (?:de media |en promedio )?(?:un|cada) cliente (?:de media |en promedio )?(?:por|en cada)
      (?:pedido|compra), cuanto gastan (?:de media |en promedio )?(?:los clientes )?por pedido
      => average order value
  cuanto gasta (?:de media |en promedio )?(?:un|cada) cliente(?: de media| en promedio)?
      => revenue per customer
  (?:que|cual es el|el)? ?(?:porcentaje|parte|proporcion|porciento|percent) (?:de )?(?:los |las |la |
      nuestras |nuestros )?(?:ventas|ingresos|facturacion) (?:viene(?:n)?|proviene(?:n)?|es|son|
      corresponde(?:n)?|representa(?:n)?|aporta(?:n)?|procede(?:n)?)(?: de| del| a| en| por)?(?: los| las|
      la)?
    => what share of revenue comes from
  (?:que |cual es (?:el |la ))?(?:porcentaje|parte|proporcion|peso|cuota) (?:de |del )(.+?) (?:en|sobre|de|
      dentro de) (?:el |los |las |la )?(?:total|ventas|ingresos|facturacion)(?: total| totales)?
      => share of $1 of revenue
  (?:cuanto|que) (?:representa|pesa|aporta)n? (.+?) (?:en|sobre|de|del) (?:el |los |las |la )?(?:total|
      ventas|ingresos|facturacion)(?: total| totales)? => share of $1 of revenue
  (?:que |cual es el )?(?:porcentaje|porciento|percent|proporcion|tasa) (?:de )(?:los )?pedidos (?:que
      )?(?:se |son |fueron |esta |estan )?(?:cancela(?:n|dos|do|ron)?) => cancel rate
`;
