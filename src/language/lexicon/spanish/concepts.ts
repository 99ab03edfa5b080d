import { unbroken } from '../foreign.js';

/** Spanish idioms by what they ask for: a shop's figures, ranks, periods and people. */
export const concepts = unbroken(`
  ^[ ,]*antes de las \\d{1,2}(?: ?h| horas)? ?:(?= ) ->
  (?:podrias?|puedes|podrian|puede) (?:mirar|ver|revisar|checar|chequear)(?= ) ->
  ^[ ,]*(?:mirar|revisar|checar) (?=cual|que|el|los|las|la) ->
  (ventas|facturacion|pedidos) (?:hombres|mujeres),? (?:y |vs |contra )?(?:hombres|
      mujeres)(?=[ ,]*$) -> $1 por sexo
  (?:los |las )?({number}) ({field}) que mejor (?:van|funcionan|salen|marchan) -> mejores $1 $2
  (?:devoluciones en (?:%|percent)|(?:%|percent) +devuelto) por -> tasa de devolucion por
  para (?:el|la|mi) (?:jefe|jefa|director|directora|gerente|banco|gerencia|contador|contadora|reunion)(?:
      antes de las \\d{1,2}(?: ?h| horas)?)? ?:(?= ) ->
  (?:una )?(?:preguntita|preguntilla|pregunta rapida|pregunta tonta|consultita)[,:](?= ) ->
  tengo (?:una )?(?:reunion|junta|llamada)(?: (?:en|a) (?:las )?\\d+ ?(?:min(?:utos)?|h|horas)?)? ?,(?= ) ->
  (?:un )?(?:abrazo|abrazos|besos|saludo|saludos|saludito)(?=[ ,.!]*$) ->

  (?<!por )cuant[oa] (?:plata|lana|pasta|guita|dinero|billete)(?: (?:hicimos|entro|ingreso|ingresamos|
      ganamos|hemos
      hecho|sacamos|recaudamos))?(?= *$| (?:en|el|la|este|esta|ayer|hoy|desde|por)) => revenue
  (?:el )?(?:monto|importe|valor|total) (?:total )?(?:de )?(?:lo )?(?:vendido|facturado|cobrado|recaudado|
      las
      ventas|ventas) -> ventas
  monto => revenue
  (?:numero|cantidad) de (?:articulos|productos|unidades|piezas) vendid[oa]s, (?:piezas|unidades|articulos)
      vendid[oa]s(?= en| \\d| por| este| el|[ ,]*$), cuant[oa]s (?:piezas|unidades|articulos) (?:salieron|
      movimos|despachamos|se movieron) -> unidades
  piezas -> unidades
  cuant[oa]s (?:pedidos|ordenes) (?:entraron|llegaron|cayeron|recibimos|entran|
      llegan), cuantas veces (?:nos )?
      (?:compraron|pidieron) -> numero de pedidos
  numero (?=pedidos|clientes|ordenes|facturas|unidades) -> numero de
  valor median[oa] (?:de|del|por)(?: los)? pedidos? -> pedido mediano
  (?:ingresos?|ventas|gasto|facturacion) (?:por cabeza|per capita|por persona|por comprador)
      => average revenue per customer
  cuanto (?:se )?gastan?(?: en promedio)? por pedido(?: en promedio| de media)? => average order value
  cuanto (?:nos )?(?:devuelven|regresan) en (?:%|porcentaje|percent) => return rate
  cuantas veces (?:compra|pide) (?:un|
      cada) cliente(?: en promedio| de media)? => average orders per customer
  (?:participacion|tajada|cuota) (?:de |del )(?:la |
      el )?(?!mercado)([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$),
      (?:que|cual) +(?:%|porcentaje|percent|tajada|parte|peso) +(?:representa|tiene|aporta|pesa|supone|
      hace)(?: la|
      el)? ([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$), cuanto (?:pesa|representa|supone)(?: la| el)?
      ([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$) => share of $1
  que parte (?:corresponde|pertenece) a(?: la| el|l)? ([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$)
      => share of $1
  (?:participacion|cuota) por ({field}), peso de cada ({field})(?: en (?:%|porcentaje|percent))?, reparto
      (?:porcentual|en (?:%|percent)) por ({field}) => share by $1

  (?:el |nuestro )?producto (?:estrella|lider|insignia), (?:el|
      lo) (?:producto )?mas vendido(?: por (?:ingresos|
      ventas|importe))?(?=[ ,]*$), que es lo que (?:mejor (?:sale|se vende)|
      mas sale)(?=[ ,]*$) => top products
  (?:el |la )?(?:numero|n) (?:1|uno) (?:en|de)(?: los| las)? ({field}), (?:el |la )?({field}) numero (?:1|
      uno)(?= |$)
      -> mejor $1
  el que mas (?:se vende|factura|deja|vende) (?:de|entre) (?:los|las) ({field}) -> mejores $1
  (?:el|la) que mas (?:gasta|compra) (?:de|entre) (?:los|las) clientes, quien nos (?:deja|da|
      trae) mas (?:dinero|plata|
      lana|pasta) => top customers
  (?:que |cual )?(?:el |la )?({field}) (?:que )?(?:va primer[oa]|va en cabeza|va a la cabeza|va ganando|
      lidera|lider|
      encabeza|manda)(?=[ ,]*$) -> mejor $1
  ({field}) (?:pico|record|cumbre)(?= |$), (?<!(?:\\d|dos|tres|cinco|diez) )(pais|dia|mes|producto|cliente|
      ciudad|semana|ano|trimestre) mas (?:fuerte|potente) -> mejor $1
  (?:quien(?:es)?|cual) (?:va ganando|gana|va primero|va delante|
      va mejor),? (?:entre )?([\\u0001a-z]+(?: [\\u0001a-z]+)?)
      (?:o|y) ([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$) => $1 vs $2
  (?:el|lo) que menos (?:se vende|sale|se mueve)(?=[ ,]*$), (?:el )?producto colista => worst products
  (?:el |la )?(?:farolillo rojo|colista) (?:de|entre)(?: los| las)? ({field}) -> peores $1
  (dia|mes|dia de (?:la )?semana) mas (?:muerto|tranquilo|parado|bajo|malo) -> $1 mas flojo
  dia de semana(?= mas) -> dia de la semana
  (?:los |las )?({number}) ultim[oa]s (paises|productos|ciudades|vendedores|categorias|
      lineas)(?=[ ,]*$) => worst $1 $2
  podio de(?: los| las)? ({field}) -> top 3 $1
  (?:los |las )?({number}) que mas se venden => top $1 products
  ({number}) productos mas vendidos por (?:ingresos|ventas|importe|valor) => top $1 products
  (?:pedido|venta|orden) record => biggest order

  (?:pedidos|ordenes) (?:que se cayeron|caidos) => cancelled orders
  (?:los |las )?({field}) con (?:mayor|mas) (?:crecimiento|aumento|subida) => which $1 grew most
  (?:los |las )?({field}) con (?:mayor|mas) (?:caida|baja|bajada|descenso) => which $1 fell most
  (?:comparativ[oa]|comparacion|variacion|diferencia) (?:entre |de )?((?:19|20)\\d\\d)(?: y| vs| a| con|,)?
      ((?:19|20)\\d\\d) => sales $1 vs $2
  (?:que |los |las )?({field}) (?:que )?(?:se )?(?:mas (?:{grew})|(?:{grew})(?: mas)?)
      (?= este| esta| en| desde|[ ,]*$) => which $1 grew most
  (?:que |los |las )?({field}) (?:que )?(?:se )?(?:mas (?:se )?(?:{fell})|(?:{fell})(?: mas)?)
      (?= este| esta| en| desde|[ ,]*$) => which $1 fell most

  (?:clientes|compradores) (?:>=?|(?:de|con) mas de|(?:por )?(?:encima|arriba) de|a partir de|
      que (?:superan|pasan de|gastaron arriba de|gastan arriba de|
      rebasan|gastaron mas de|gastan mas de)|superiores a)(?: los)? ?({large}){notcounted}(?: (?:de|
      en) (?:ventas|compras))?, quien(?:es)? (?:gasto|
      gastaron|gasta|gastan) (?:mas de|arriba de) ({large}){notcounted} => customers who spent more than $1
  (?:clientes|compradores) (?:<=?|(?:de|con) menos de|(?:por )?(?:debajo|abajo) de|que no (?:llegan|
      alcanzan|pasan)
      (?: a| de)?)(?: los)? ?({large}){notcounted} => customers who spent less than $1
  pedidos (?:de|entre) ({large}) (?:a|y) ({large}) => orders between $1 and $2

  de ((?:{months})(?: (?:de |del )?\\d{4})?) en adelante -> desde $1
  (?:desde|a partir de|a contar de)(?: el| la)? (?=marzo|mayo) => since
  hasta(?: el| la)?(?: fin(?:ales)? de)? (?=marzo|mayo) => until
  inclusive(?=[ ,]*$) ->
  (?:hasta la fecha|hasta hoy|acumulad[oa]s?)(?: de| del)? (?:este )?ano, este ano (?:hasta la fecha|
      hasta hoy|
      acumulado), (?:de|desde) enero (?:a|hasta) (?:hoy|la fecha|ahora), acumulado anual => year to date
  (?:en el |del |de |el )?(?:ano|ejercicio) (?:en curso|actual|corriente) => this year
  (?:en el |del |de |el )?mes (?:en curso|actual|corriente) => this month
  (?:en el |del |de |el )?trimestre (?:en curso|actual|corriente) => this quarter
  (?:en la |de la |la )?semana (?:en curso|actual|corriente) => this week
  (?:del )?ano a la fecha => year to date
  ejercicio (anterior|pasado) -> ano $1
  s1(?= (?:de )?\\d{4}) -> primer semestre
  s2(?= (?:de )?\\d{4}) -> segundo semestre
  ({number}) (mes|semana|dia)(e?s) pasad[oa]s -> ultimos $1 $2$3
  antes de (?=(?:marzo|mayo) (?:de |del )?\\d{4}) => before
  despues de (?=(?:marzo|mayo) (?:de |del )?\\d{4}) => after
  de lunes a domingo => by weekday
  segun la hora, por tramos? horarios?, (?:a )?que hora (?:compra|pide) la gente, a que hora (?:compran|
      piden)
      los clientes => by hour
  antes del? medio ?dia(?=[ ,]*$), antes de las (?:12|doce)(?=[ ,]*$) => before noon

  altas de clientes, clientes (?:captados|ganados|conquistados|debutantes|estrenados) -> clientes nuevos
  cuantos clientes (?:ganamos|captamos|sumamos|conseguimos) -> cuantos clientes nuevos
  cuantos clientes nuevos (?:entran|llegan|caen|entraron|llegaron) -> cuantos clientes nuevos
  (?:quien(?:es)?|clientes que) (?:nos )?compr(?:o|aron) por (?:primera|1ra|
      1a) vez => customers whose first order was
  que +(?:%|porcentaje|percent) +(?:de (?:los )?clientes )?(?:vuelven?|repiten?|
      regresan?)(?: a comprar)?(?=[ ,]*$),
      (?:%|porcentaje|percent) +de (?:los )?clientes que (?:repiten|vuelven|
      regresan)(?: a comprar)?(?=[ ,]*$)
      => repeat rate
  clientes (?:de siempre|de toda la vida|asiduos)(?=[ ,]*$) => loyal customers
  clientes que (?:nos dejaron|nos abandonaron|ya no estan|se nos fueron|abandonaron|desaparecieron|
      se han ido)
      (?=[ ,]*$) => lost customers
  ^[ ,]*desde ([^,]+?),? (?:quien(?:es)?|que clientes) no (?:nos )?(?:compra|compran|pide|piden)(?=[ ,]*$)
      -> clientes que no compran desde $1
  clientes en la cuerda floja, clientes tambaleantes => at-risk customers
  clientes que (?:ya )?(?:deberian|debieron|tendrian que) (?:haber )?(?:vuelto a )?(?:comprar|comprado|
      pedido|volver a
      comprar), clientes atrasados(?: en (?:su|la) compra)?(?=[ ,]*$) => overdue customers
  quien(?:es)? compr(?:o|aron) en ((?:19|20)\\d\\d) y en ((?:19|20)\\d\\d) (?:ya )?no, clientes (?:de|
      del) ((?:19|20)\\d\\d)
      que no (?:volvieron|regresaron|repitieron) en ((?:19|20)\\d\\d), ^[ ,]*compraron en ((?:19|
      20)\\d\\d) (?:y|pero)
      (?:ya )?no en ((?:19|20)\\d\\d) => customers who bought in $1 but not in $2
  (?<!(?:\\d|mayores|mejores|principales|grandes) )compradores de (?!\\u0001|\\d|{months}|mas|
      menos)([^,]+?)(?=[ ,]*$), (?:clientes que|quien(?:es)?)
      (?:llevaron|se llevaron|llevo) ([^,]+?)(?=[ ,]*$)(?<! (?:pero|y|no) .*) => customers who bought $1
  clientes (?:con|que llevan) ([^,]+?),? (?:pero|y) (?:sin|no) ([^,]+?)(?=[ ,]*$)
      => customers who bought $1 but not $2
  ^[ ,]*compraron ([a-z\\u0001 ]+?) (?:pero|y) (?:nunca|no) ([a-z\\u0001 ]+?)(?=[ ,]*$)
      => customers who bought $1 but not $2
  (?:quien(?:es)? compr(?:o|aron)|clientes que compraron) tanto ([^,]+?) como ([^,]+?)(?=[ ,]*$)
      => customers who bought $1 and $2
  quien(?:es)? (?:nunca|jamas) (?:compro|ha comprado|compraron|pidio) ([^,]+?)(?=[ ,]*$)
      => customers who never bought $1

  (?:pedidos|ordenes) (?:por|sin) (?:completar|cerrar|terminar|procesar) -> pedidos pendientes
  ^[ ,]*disputas(?=[ ,]*$) => disputed orders
  (?:que|qué) +(?:%|porcentaje|percent) +se (?:devuelve|regresa|devolvio) => return rate
  cuanto (?:dimos|hemos dado|regalamos|damos) en (?:descuentos|rebajas), cuanto (?:descontamos|rebajamos)
      => how much discount
  que onda con -> que tal
  ordenad[oa]s? por (?=ventas|ingresos|facturacion) -> por
  por (ventas|ingresos|facturacion) (?:descendente|de mayor a menor)(?=[ ,]*$) -> por $1
  ^[ ,]*desglose (?=por) -> ventas
  (\\u0001.+?) (?:sigue siendo|es todavia|todavia es|aun es|
      es aun) (?:un )?client[ea](?=[ ,]*$), (\\u0001.+?) (?:todavia|aun)
      (?:nos )?compra(?=[ ,]*$), (\\u0001.+?) sigue comprando(?:nos)?(?=[ ,]*$) => is $1 still a customer
  (?:vamos|estamos|andamos) (?:mejor que|peor que|por encima del?|por delante del?|por debajo del?|
      por detras del?|
      arriba del?|abajo del?|adelante del?|atras del?)(?: el)? (?:ano (?:pasado|anterior))(?=[ ,]*$)
      => sales this year vs same time last year
  vamos (?:atrasados|adelantados|
      retrasados) (?:respecto |con respecto |frente )?al ano (?:pasado|anterior)(?=[ ,]*$)
      => sales this year vs same time last year
  (?:en |con )?(?:cuanto|como|donde) (?:vamos a |iremos a )?(?:cerrar|terminar|acabar|cerraremos|terminaremos|
      acabaremos)
      (?:el|este) ano, que se espera(?: vender| facturar| ingresar)?(?=[ ,]*$) => forecast
  a que se debe (?:la |el |esta |este )?(?:caida|bajon|baja|descenso|
      bajada)(?: de(?: las)? ventas)?(?: de| en| del)? (?={months}|\\d{4})
      -> por que cayeron las ventas en
  que (?:se )?(?:compra|compran|lleva|llevan|
      vende)(?: la gente)? junt[oa]s?, que va con que, que suelen (?:llevar|
      comprar) junt[oa]s? => what is bought together
  que (?:hacemos|hacer|podemos hacer|hago|haria) con (?:los |las |nuestros )?(clientes [^,]+?)(?=[ ,]*$)
      => what should we do about $1
  como (?:paga la gente|pagan(?: la gente| los clientes)?)(?=[ ,]*$) -> ventas por metodo de pago
  quien vende cuanto -> ventas por vendedor
  (?:cuota|participacion) de mercado => competitors
  asesor(?:es|as)?(?: de ventas| comercial(?:es)?)? -> vendedor
  cuanto (?:nos )?queda (?:limpio|de ganancia|en limpio) => profit
`);

/** Parts of these patterns. */
export const conceptParts = {
  large: '[$€£]?(?:\\d[\\d.,]{2,}k?|\\d+ ?k)',
  notcounted: '(?! ?(?:anos|pedidos|compras|veces|articulos|piezas|unidades|puntos|%|percent|dias|meses))',
  grew: 'crecieron|subieron|aumentaron|mejoraron|despegaron',
  fell: `cayeron|bajaron|descendieron|perdieron|desplomaron|hundieron|retrocedieron|disminuyeron|
    empeoraron`,
};
