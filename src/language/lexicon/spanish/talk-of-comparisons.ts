import { joined } from '../foreign.js';

/** What is compared with what, who buys no more, how old people are, as it is typed in Spanish. */
export const talkOfComparisons = joined(`
  (?:vendemos|se vende|vendimos) (?:mas|mejor) (?:en |los |el )*fin(?:es)? de semana(?: que.+)?
      => do weekends sell better than weekdays
  (?:(?:estan |han |ha )?(?:bajando|subiendo|cayendo|creciendo|bajan|suben|caen|crecen|aumentan|
      disminuyen)) (?:o
      .*? )?(?:las |los |la |el |nuestras )?(?:ventas|ingresos|
      facturacion)(?: o .*)?(?= *$) => are sales falling
  (?:las |los |la |el |nuestras )?(?:ventas|ingresos|facturacion) (?:estan |va |van )?(?:bajando|subiendo|
      cayendo|
      creciendo|bajan|suben|caen|crecen|aumentan|disminuyen|sube|baja)(?: o .*)?(?= *$) => are sales falling
  (?:estamos |vamos )(?:creciendo|bajando|cayendo|mejorando|mejor|peor)(?: o .*)?(?= *$) => are sales falling
  (?:quien(?:es)? |que |cual )?(?:gastan?|compran?|venden?|vende|aportan?|facturan?|rinden?|piden?|dejan?|
      gastaron|compraron|vendio|vendieron|se vende|se venden|vendemos|vendimos|
      facturamos)(?: mas| menos| mejor)
      (?: dinero| plata)?,? (?:a |en |de |entre )?(?:los |las |el |la )?(?!que |en que )(.{2,40}?) (?:o|u|
      vs|que|
      y) (?:a |en |de )?(?:los |las |el |la )?([^,]{2,40}?)(?= *$)(?<!(?:pais|paises|ciudad) .*) => $1 vs $2
  ^[ ,]*(?:los |las |el |la )?(?!quien|que |cual|clientes que|los que|en |como |cuanto|
      .*clientes (?:compran|gastan|piden))(.{2,40}?) (?:gastan?|compran?|
      venden?|aportan?|facturan?|rinden?|piden?|dejan?|gastaron|compraron|vendio|vendieron|se vende|se
      venden)(?: mas| menos| mejor)(?: dinero| plata)? que (?:en )?(?:los |las |el |la )?
      (?!\\d+(?= |$)(?<!(?:19|20)\\d\\d))([^,]{2,40}?)(?= *$) => $1 vs $2
  (?:los |las |el |la )?(?!quien|que |cual|como |cuanto)(.{2,40}?) (?:o|vs|contra|y) (?:los |las |el |la
      )?([^,]{2,40}?),? (?:quien(?:es)?|cual|que|cuales|donde|en cual|en que) (?:nos |se |es |
      de los dos )*(?:{brings}
      (?:mas|menos|mejor)|(?:mas|menos|mejor) {brings}|vendimos mas|
      vendemos mas)(?: dinero)?(?= *$) => $1 vs $2
  (?:nos fue|fue|vendimos|facturamos|hicimos) (?:mejor|mas|peor|menos) (?:en |el |la )?(.+?) que (?:en |el |la
      )?(.+?)(?= *$) => $1 vs $2

  (clientes|quienes) (?:que )?(?:ya )?no (?:hemos|vemos|hemos visto|han vuelto|volvieron|vuelven|regresan|
      regresaron|han regresado|aparecen|aparecieron|vienen|vinieron)(?: a ver| a comprar| visto)? desde
      -> clientes que no compran desde
  clientes (?:dormidos?|inactivos?|apagados?|silenciosos?|sin actividad|sin movimiento) (?:desde hace|hace|
      por)
      (?:mas de )?({number}) ({days}) => customers who have not bought for $1 $2
  clientes (?:dormidos?|inactivos?|sin actividad|sin movimiento) desde -> clientes que no compran desde
  clientes (?:dormidos?|apagados?|silenciosos?) => inactive customers
  clientes (?:que )?(?:dejaron|han dejado|pararon) de (?:comprar|pedir) (?:desde|en)
      -> clientes que no compran desde
  clientes (?:que )?(?:dejaron|han dejado|pararon) de (?:comprar|pedir)(?:nos)? => lost customers
  clientes (?:que )?(?:cuya |con |tienen )?(?:su )?ultim[oa] (?:compra|pedido) (?:fue |es |
      de )?(?:hace )?(?:mas de )
      ({number}) ({days}) => customers who have not bought for $1 $2
  clientes (?:que )?(?:cuya |con |tienen )?(?:su )?ultim[oa] (?:compra|pedido) (?:fue |es |de )?(?:antes del?)
      => customers whose last order was before
  clientes (?:que )?(?:estamos (?:perdiendo|por perder)|se nos van|se estan yendo|a punto de irse|en peligro|
      podemos perder|vamos a perder), (?:que |a que )?clientes estamos (?:perdiendo|por perder)
      => customers at risk
  clientes (?:que )?(?:perdimos|se fueron|hemos perdido|se nos fueron)(?! en| este| el) => lost customers
  clientes (?:que )?(?:perdimos|se fueron|hemos perdido) => customers we lost
  clientes (?:de )?(?:una (?:sola |unica )?(?:compra|vez|pedido)|un (?:solo |unico )?pedido)
      -> clientes que compraron una sola vez
  (clientes?|que) (?:{have} )?({buy}|{bought}) (?:una vez|una sola vez|1 vez) y (?:nunca mas|no volvieron|
      ya no|
      nada mas|no regresaron|mas nunca)(?: .*)?$ -> $1 $2 una sola vez
  clientes (?:de|con|que (?:gastan|gastaron|facturan|superan|compran|pasan de)) (?:mas de |> ?|al menos
      )?([$€]?\\d[\\d.,]*k|[$€]\\d[\\d.,]*|
      \\d{4,}(?: ?euros| ?€| ?dolares| ?\\$))(?: en (?:compras|ventas|
      total)|
      de (?:compra|facturacion|gasto))?(?= |$) => customers who spent more than $1
  (?:los |las |clientes )?(?:de )?menores de (\\d{2})(?: anos?)?(?! ?(?:k|mil))(?=:|,| |
      $) => customers under $1
  (?:los |las |clientes )?(?:de )?(?:menores|menos) de (\\d{2})(?: anos?)?(?=:|,| *$| (?:anos|en|que|cuant|
      y|por)(?= |$))
      (?<=(?:menores de \\d\\d|anos|clientes .*)) => customers under $1
  (?:los |las |clientes )?(?:de )?(?:mayores|mas) de (\\d{2}) anos, (?:los |las |
      clientes )?mayores de (\\d{2})
      (?=:|,| *$| (?:en|que|cuant|y|por)(?= |$)) => customers over $1
  (?:los |clientes )?(?:de )?entre (\\d{2}) y (\\d{2}) anos, (?:de )?(\\d{2}) ?(?:a|-) ?(\\d{2}) anos
      => customers between $1 and $2
  (?:de |con )?({number}) estrellas? => rating $1
  (?:que |cual es el )?(?:porcentaje|parte|%|percent|proporcion) de (?:los |
      nuestros )?pedidos (?:que (?:estan |fueron )?)?(
      completad[oa]s?|pendientes?|enviad[oa]s?|entregad[oa]s?) => percent of orders $1
  (?:que |cual es el )?(?:porcentaje|parte|%|percent|proporcion|tasa) de (?:los |las )?(?:devoluciones|
      devolucion|
      (?:pedidos|ventas|articulos|productos) (?:que (?:se |fueron )?)?{sentback}) => return rate
  (?:cuant[oa]s |cantidad de |numero de )?(?:unidades|articulos|productos|piezas)(?: {mean})? (?:por|
      en cada|tiene
      cada|trae cada|hay por) pedido(?: {mean})? => average units per order
  como se (?:reparten?|distribuyen?|dividen?|desglosan?) (?:las |los |la |el |nuestr[oa]s )?(.+?) (?:por|
      segun|
      entre)(?: los| las| el)?(?= ) -> $1 por
  (?:tod[oa]s? )?(?:lo|los productos|los articulos|productos|articulos|cosas) (?:que )?(?:contengan?|
      contienen?|con|
      diga|digan|tenga|tengan|dice|se llamen?|incluyan?) (?:la palabra |el nombre |en el nombre )?
      (?!mas|menos|el |la |los |las |email|correo)([a-z\\u0001 ]+?)(?: en (?:el|su) (?:nombre|titulo|
      descripcion))?(?= *,|$|
      (?:en|este|por|cuanto) ) => products with $1 in the name
  (?:desde (?:siempre|el (?:mero )?(?:principio|inicio|comienzo)|que (?:empezamos|abrimos|existimos))|
      en toda la
      historia|historic[oa]|de todos los anos|todos los anos juntos|
      de todo el periodo)(?!(?: del?| de la)(?= ))
      -> en total
  (?:ventas|ingresos|facturacion|venta) {mean}s? (?:por|al|a la|cada) (mes|dia|semana|ano|trimestre)
      => average revenue per $1
  (?:venta|facturacion|ventas|ingresos) (?:mensual(?:es)? {mean}s?|
      {mean}s? mensual(?:es)?), (?:la )?{mean} mensual(?: de
      (?:ventas|ingresos|facturacion))? => average revenue per month
  (?:la )?(?:{mean}) (?:de )?(?:ventas|ingresos|facturacion) (?:por|al|a la|cada) (mes|dia|semana|ano|
      trimestre)
      => average revenue per $1
  pedidos {mean}s? (?:por|al|a la|cada) (mes|dia|semana|ano|trimestre), (?:{mean}) de pedidos (?:por|al|
      a la|cada) (mes|dia|
      semana|ano|trimestre) => average number of orders per $1
`);
