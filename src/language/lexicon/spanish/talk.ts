import { joined } from '../foreign.js';

/** How Spanish is typed at work, on both sides of the ocean; read before the clauses. */
export const talk = joined(`
  (?:cuant[oa]s )?(?:personas|gente|compradores)(?= (?:que|han|compraron|distint[oa]s|con|por|en|no)(?= ))
      -> clientes
  (?:la |nuestra )?clientela -> clientes
  (?:cuanta )(?:lana|plata|guita|pasta)(?= |$) -> cuanto dinero
  (?:lana|plata|guita|pasta)(?= |$) -> dinero
  (?<!que )entre semana -> dias laborables
  (?:que|cuando) (?:no abrimos|estamos cerrados|cerramos|no trabajamos) ->
  (?:facturas|pedidos|tickets) de devolucion(?:es)? -> devoluciones
  (?:perdon(?:a|ad|en|e)?|disculp(?:a|ad|en|e)|siento) (?:por )?(?:la |mi )?pregunta(?: (?:tonta|boba|
      basica|rara))?,? ->
  (?:el|mi|la) (?:jef[ea]|director(?:a)?|gerente|contador(?:a)?|contable|duen[oa]|direccion|
      gerencia) (?:me |nos )?(?:pregunta|pide|
      pregunto|pidio|quiere|necesita)(?: saber| ver)?(?: si)? ->
  (?:me|nos) (?:preguntaron|pidieron|piden|preguntan)(?: saber)?(?: si| por)?(?= ) ->
  (?:estoy )?(?:preparando|armando|haciendo) (?:el|la|un|una|mi) (?:informe|reporte|presentacion|junta|
      cierre|presupuesto)(?: de
      \\w+)? ->
  top ventas? => best selling products
  (?:los )?que (?:nos )?(?:pusieron|dieron|dejaron) (\\d)(?: (?:o|y) (\\d))? estrellas => rating $1 or $2
  (\\d) (?:o|y|a) (\\d) estrellas => rating $1 or $2
  (?:cuant[oa]s |numero de |cantidad de )?(?:articulos|productos|referencias) (?:distint[oa]s|diferentes|
      unic[oa]s)(?:
      (?:vendemos|hay|tenemos|vendimos|se venden|se vendieron|se han vendido|
      manejamos))? => how many different products
  (clientes|pedidos) (?:distint[oa]s|diferentes|unic[oa]s) -> $1
  (?:tiempo|dias|intervalo)(?: {mean})? (?:entre|que pasa entre) (?:dos |los |las )?(?:pedidos|compras)
      => days between orders
  (?:cuant[oa]s |numero de )(?={person}(?= |$)) => number of customers
  ({person}) (?:mayores de|de mas de|con mas de) (\\d{2})(?: anos)? => customers over $2 $1
  ({person}) (?:menores de|de menos de|con menos de) (\\d{2})(?: anos)? => customers under $2 $1
  (?:articulos|productos|decoracion|cosas|lo)(?: de| con)? navidad => products with christmas in the name
  (?:en )?cuant[oa]s (?:veces|pedidos|compras)(?= y |$) -> numero de pedidos
  (\\d+|un|una|dos|tres|cuatro|cinco|seis|diez) ({unit}) o mas -> al menos $1 $2
  (\\d+|un|una|dos|tres|cuatro|cinco|seis|diez) ({unit}) o menos -> como maximo $1 $2
  ,? ?(?:de mayor a menor|en orden descendente|ordenad[oa]s? de mayor a menor|del mayor al menor|
      del mejor al peor) ->
  ,? ?(?:y )?(?:que |el )?(?:%|percent|porcentaje) (?:es|representa|tiene|son) cada un[oa](?=[ ,]*$)
      => and share of revenue
  (?:de )?cada un[oa](?= *,| *$) ->
  (?:perdemos|perdimos|se nos (?:va|fue|van)|se (?:fue|va)) (?=en |por |con ) ->
  ({field}) (?:mas |que mas se )(?:hablad[oa]s?|hablan?|comun(?:es)?|representad[oa]s?)(?: (?:por|
      entre) (?:los |nuestros
      )?clientes)? => top $1 by number of customers
  (?:nos )?(?:ponen|dan|dejan|pusieron|dieron)(?= .*(?:calificacion|nota|estrellas|rating|
      puntuacion))(?<!no .*) ->
  (?<=(?:calificacion|nota|puntuacion) (?:que )?)(?:nos )?(?:ponen|dan|dejan|pusieron|dieron) ->
  (?:vs|contra|frente a|respecto a) (?:la |el )?anterior(?=[ ,]*$) => vs previous period
  ,? ?(?:y )?(?:dime )?(?:si )?(?:vamos|estamos|va|van) (?:subiendo|bajando|mejorando|
      creciendo)(?: o .*)?(?=[ ,]*$)
      (?<=por mes.*|por trimestre.*|mes por mes.*|mes a mes.*) ->
  ({field}) (?:que )?(?:pasaron|superaron|pasan|superan|llegaron a|rebasaron|pasaron de) (?:los |las |
      de )*(?=[$€]?\\d)
      -> $1 con ventas mas de
  ({person}(?: {person})*) (?:que )?(?:compraron|han comprado|compran)(?= (?:en|este|esta|el|
      durante)(?= )) -> $1
  (?:de )?({nations}),? cuant[oa]s (?:clientes(?= )|(?={have}|{buy})) -> cuantos clientes de $1
  cuanto (?:crecimos|hemos crecido|subimos|bajamos|caimos|hemos bajado) -> crecimiento
  (?:de media |en promedio )?cuanto (?:se |nos )?(?:deja|gasta|compra|
      aporta)(?: de media| en promedio)? (?:un|cada)
      cliente(?: de media| en promedio)?(?! por) => average revenue per customer
  siguen?(?= en | pendiente| sin| abiert) ->
  (?:lleva|llevan) (?:comprad[oa]s?|gastad[oa]s?)(?= |$) -> gasto
  cuanto (?:ha |han )?(?:comprado|gastado)(?=,| y|$) -> facturacion
  cuanto (?:vendio|facturo|ha vendido|vende|factura)(?= (?!mas|menos|se )) -> facturacion de
  (?:ticket|compra|gasto|importe|monto|valor|cesta|factura) {mean}(?! (?:por|de|del|al|
      en cada)(?= )) -> ticket medio
  (?:el |del |la )?(?:ticket|cesta|carrito)(?= (?:en|por|de|del|vs|para)(?= )|$) -> ticket medio
  (?:productos?|articulos?)? ?(?:agotad[oa]s?|sin stock|sin existencias), (?:que |
      cuant[oa]s )?(?:nos )?quedan?(?:
      en (?:stock|almacen|bodega))?, (?:en )?(?:bodega|almacen|existencias|inventario|stock)(?: disponible)?,
      disponibles? => in stock
  (?:tiempos?|plazos?) de (?:entrega|envio)(?: {mean})?, cuanto tarda(?:n|mos)? (?:en )?(?:entregar|enviar|
      llegar)
      => delivery times
  carritos? abandonad[oa]s? => abandoned carts
  (?:visitas|visitantes|trafico|sesiones)(?: (?:al|del|en el|de la|en la) (?:sitio|pagina|web|tienda)(?: web|
      online)?)? => visits
  (?:tasa de apertura|suscriptores|bajas del boletin|seguidores) => newsletter subscribers
  (?:nomina|sueldos?|salarios?|alquiler|renta del local|flujo de caja|gastos fijos|planilla) => overheads
  (?:beneficio|ganancia|utilidad|margen|resultado)(?:es|s)? (?:net[oa]s?|operativ[oa]s?) => net profit
  utilidad(?:es)?(?: brutas?)? -> ganancias
  (?:la )?competencia, competidores, cuota de mercado => market share
  (?:disputas|disputa|reclamo|reclamos|litigio) -> en disputa
  (?:remitos?|facturas?|boletas?|tickets|ordenes de compra)(?= (?:por|de|en|hubo|hicimos|emitimos|del|mas|
      con|sin|
      mayores|superiores)(?= )) -> pedidos

  ,? ?(?:y )?(?:por|de|a) (?:que|cual|cuanto) (?:monto|importe|valor|total)(?: total)?(?<={counted} .*)
      -> y facturacion
  ,? ?(?:y )?(?:por |de |a |en )?cuanto(?: dinero| plata| suman?| es| son| representan?| hacen?| valen| total|
      suma)*(?= *$|,)(?<={counted} .*) -> y facturacion
  ,? ?(?:y )?(?:el |su |que |cual )?(?:monto|importe|valor)(?: total)?(?= *$|
      ,)(?<={counted} .*) -> y facturacion
  ,? ?(?:y )?(?:cuanto|que) (?:representan?|suman?|hacen|hace|valen?|vale|gastan?|gastaron|dejan?|
      dejaron)(?: en
      (?:total|dinero|plata|ventas|euros|dolares))*(?= *$)(?<={counted} .*) -> y facturacion
  (numero|cantidad) (?:y|e) (?:monto|importe|valor)(?: total)? de (?:los |las )? -> numero de y facturacion
  ,? ?(?:cuales|quienes) (?:son|fueron|eran)(?= *,| y| *$) ->
  ,? ?(?:y )?cuant[oa]s (?:son|fueron|hay|hubo|eran)(?= *,| y| *$)(?<=pedidos .*)(?<!(?:numero|cuantos) .*)
      -> y numero de pedidos
  ,? ?(?:y )?cuant[oa]s (?:son|fueron|hay|hubo|eran)(?= *$)(?<=clientes .*)(?<!(?:numero|cuantos) .*)
      -> y numero de clientes
  (?:el |la |del |de la )?(?:pedido|orden|factura|compra|numero|n°|no) (?:numero |n° ?|no |nro )?(\\d{3,}|
      \\u0001\\S+),? (?:(?:de|del|a|quien|es|fue|y|cuanto|que|cliente|cual|monto|importe|cuando|estado|
      total|por|
      era|en|la|lo|el|hizo|compro|tiene|dentro|trae|para|fecha|valor)(?= |$) ?)+$ => order $1
  (?:el |la )?cliente (\\d{3,}|\\u0001\\S+),? (?:es )?(?:un |una )?(?:fiel|ocasional|recurrente|frecuente|
      habitual|de una (?:sola )?(?:vez|compra))(?: o .*)?$ => number of orders and revenue customer $1

  (?:sin contar|sin incluir|sin considerar|quitando|sacando|descontando|excluyendo|excepto|exceptuando|salvo|
      menos|fuera de|aparte de|dejando fuera|omitiendo|ignorando)(?: a)?(?: l[oa]s| el| la)?(?= (?!que |de |
      del |vendid|mal|veces|dinero|pedidos|ventas|clientes|compr|unidades)[a-z\\u0001"])(?<!(?:los|las|el|
      la|al|
      por lo|que|venden|vende|gastan|mas o) (?:menos)) -> sin
  (?:no|que no (?:esten|estan|sean|fueron)) (cancelad[oa]s?|devuelt[oa]s?|enviad[oa]s?|anulad[oa]s?) -> sin $1
  (?:hech[oa]s?|realizad[oa]s?|generad[oa]s?|vendid[oa]s?|comprad[oa]s?|colocad[oa]s?) (?:por|a traves de)
      (?!{field}(?= |$)) -> de
  (?:en )?(?:zonas?|areas?) (?=rural|urban) ->
  (?:(?:que )?(?:se )?(?:pagad[oa]s?|pagaron|pagan|pago|cobrad[oa]s?|abonad[oa]s?|cobramos)) (?:con|por|
      en|via|mediante) -> con
  (.+) por ({field}),? (?:y )?(?:quien|cual|que \\w+) [^,]*?(?:mas|mejor)(?! veces)[^,]*$ => top $2 by $1
  (.+) por ({field}),? (?:y )?(?:quien|cual|que \\w+) [^,]*?menos[^,]*$ => worst $2 by $1
  quien (?:da|hace|ofrece|otorga|regala) (?:mas|los mayores) (?:descuentos?|rebajas?)
      => salesperson with the highest discount rate
  quien (?:vende|vendio|ha vendido|factura|facturo) (?:mas|mejor) => top salesperson
  quien (?:vende|vendio|ha vendido|factura|facturo) menos => worst salesperson

  (?:a )?(?:cuanto|cuanta) (?:asciende|ascienden|sube|suben|equivale|ascendio|ascendieron)(?: a)? -> cuanto
  cuanto (?:dinero |se )?(?:(?:hemos |llevamos |se ha |habiamos )(?:ya )?{made}|
      {earned})(?: ya)?(?: en total| de
      ventas| en ventas)? -> facturacion
  (?:llevamos|hemos|vamos) {made} cuanto -> facturacion
  {earned} cuanto -> facturacion
  cuanto (?:nos )?(?:aporta|aportan|aporto|aportaron|trae|traen|trajo|trajeron|rinde|rinden|genera|generan|
      genero|generaron|deja|dejan|dejo|dejaron|entra|entro|ingresa|ingreso|da|dan|produce|producen|representa|
      representan)(?! d)(?= *$| (?!d)) -> facturacion
  (?:total )?(?:cobrado|facturado|vendido|recaudado)(?: total)?(?= (?:en|con|por|desde|este|esta|hoy|ayer|el|
      \\d{4}|{months})(?= |$))(?<=^ (?:lo |el |total )?(?:cobrado|facturado|vendido|recaudado))
      -> facturacion
  cuant[oa]s (?:unidades )?(?:de )?(?:los |las )?(?!{field}(?= )|{person}(?= )|pedidos|client|productos|
      articulos|facturas|ordenes|
      compras|veces|ventas|unidades|nuev)([a-z\\u0001 ]{3,30}?) (?:se )?(?:{earned}|vendieron|vendio|
      llevamos {made}|hemos {made}|se han vendido) -> cuantas unidades de $1
`);

/** Parts of these patterns. */
export const talkParts = {
  person: `(?:mujer(?:es)?|hombres?|medic[oa]s?|doctor(?:es|as?)?|maestr[oa]s?|profesor(?:es|as?)?|
      ingenier[oa]s?|
    abogad[oa]s?|enfermer[oa]s?|artistas?|emprendedor(?:es|as?)?|solter[oa]s?|casad[oa]s?|divorciad[oa]s?|
      viud[oa]s?|
    hispanohablantes)`,
  nations: `(?:los |las )(?:franceses|alemanes|espanoles|italianos|ingleses|britanicos|americanos|japoneses|
    estadounidenses|australianos|canadienses|noruegos|suecos|daneses|finlandeses|austriacos|belgas|suizos|
      irlandeses)`,
  unit: '(?:clientes?|articulos?|productos?|unidades|pedidos|compras|veces|facturas)',
  counted:
    '(?:pedidos?|facturas?|clientes?|clientas?|cuantos|cuantas|numero|cancelaciones|devoluciones|compras)',
  made: `(?:vendid[oa]|facturado|ingresado|hecho|ganado|cobrado|recaudado|generado|obtenido)`,
  earned: `(?:vendimos|facturamos|ingresamos|hicimos|ganamos|vendemos|tuvimos|cobramos|recaudamos|generamos|
    obtuvimos|sacamos|facturo|se vendio|se facturo|se ingreso|se cobro|entro|ingreso)`,
  which: `(?:(?:cuales?|que|en que|a que|de que|cual (?:es|fue)|cuales (?:son|fueron)|los|las|el|la|
      nuestr[oa]s?|
    quienes son)(?= ) )*`,
  between: `(?:(?!(?:no|ni|menos|mas|pero|y|o|que|sin|por|cuyo|{field})(?= ))[a-z0-9\\u0001.]+ ){0,4}?`,
};
