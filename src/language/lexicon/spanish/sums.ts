import { joined } from '../foreign.js';

/** Sums, averages, shares and their tails in Spanish, in the word order in which they are typed. */
export const sums = joined(`
  (?<=quien(?:es)? |clientes |clientas |que )no (?:nos|me|le) (?={having}|{buying}) -> no
  (?<=quien(?:es)? |clientes |clientas |que |cuanto |cuantos |cuantas |mas )(?:nos|me) (?={having}|{buying}|
      {spending}) ->
  (?:de )?({nations}),? cuant[oa]s (?:{having}(?:{bought})|{buying}) -> cuantos clientes de $1
  (?:cuant[oa]s )?(?:clientes|clientas|gente) (?:que )?(?:repiten?|repitieron|vuelven|han vuelto|han
      repetido)[ ,]*cuant[oa]s(?: (?:son|hay))?(?=[ ,]*$) => customers with more than one order
  cuanto (?:dinero |plata |lana )?(?:ya )?(?:{having}(?:{bought}|gastado)|{buying}|{spending}|gasto)(?=
      *,| *$| (?:en|este|esta|desde|hasta|el|entre|durante|y|por) ) -> facturacion
  cuanto (?:dinero |plata |lana )?(?:facturaron|vendieron|ingresaron|gastaron|compraron|generaron|dejaron)(?=
      *,| *$) -> facturacion
  (?:en )?lo que va (?:de|del)(?: este)? (ano|mes)(?= |$) => $1 to date
  ,? ?(?:pero|y) (?:ya )?(?:no|nunca) (?:{having}(?:vuelto|regresado|{bought})|volvieron|vuelven|regresan|
      regresaron|{buying})(?: a (?:comprar|pedir))?(?: nada)?(?: mas)? (?:desde entonces|despues|desde ahi)
      => but not since
  ^[ ,]*(?:los |las |nuestros )?(?:clientes|clientas) (?=que |sin |con |de )(.+?),? cuant[oa]s(?: (?:son|hay|
      fueron|eran|serian))?(?=[ ,]*$) -> cuantos clientes $1
  ^[ ,]*(?:los |las |quienes |gente |clientes |personas )(?:que )?hablan? ([a-z\\u0001]+)(?:[ ,]+cuant[oa]s(?:
      son| hay)?)?(?=[ ,]*$) -> cuantos clientes $1
  (?:que )hablan?(?= (?:ingles|aleman|frances|espanol|mandarin|chino|italiano|portugues)(?= |$)) ->
  (?:cuant[oa]s? )?(?:gente|clientes|personas|clientas|compradores) (?:de |con )?(?:menos|menores) de
      (\\d\\d)(?: anos)?(?! ?(?:%|k|anos|pedidos|compras|unidades|veces|facturas|euros|\\$|€))
      -> cuantos clientes \u0001age \u0001under $1
  (?:cuant[oa]s? )?(?:gente|clientes|personas|clientas|compradores) (?:de |con )?(?:mas|mayores) de
      (\\d\\d)(?: anos)?(?! ?(?:%|k|anos|pedidos|compras|unidades|veces|facturas|euros|\\$|€))
      -> cuantos clientes \u0001age \u0001over $1
  ({person}) (?:mayores de|de mas de|con mas de) (\\d{2})(?: anos)? -> $1 \u0001age \u0001over $2
  ({person}) (?:menores de|de menos de|con menos de) (\\d{2})(?: anos)? -> $1 \u0001age \u0001under $2
  (?:que |cual es el )?(?:{pct}) de (?:los |nuestros |las )*(?:clientes|
      clientas) (?:que )?(?:nos )?(?:{having}
      (?:{bought})|{buying}|compra)(?: mas de una vez| varias veces| dos veces o mas| de nuevo)
      => what percent of customers come back
  (?:cuant[oa]s )?(?:clientes|clientas|personas) (?:que )?(?:nos )?(?:{having}(?:{bought})|{buying}|compra)
      mas de una vez(?=[ ,]*$) => customers with more than one order
  ^[ ,]*(?:cuanto )?(?:{grown}) (?=en |este |el |la |los |con |desde |respecto |contra |vs ) -> crecimiento
  (?<=crecimiento .*),? (?:y )?(?:en )?cuanto(?: por ciento| percent)?(?=[ ,]*$) ->
  (?:con )?(?:unos |los )?(?:ingresos|renta|sueldos?) (?:<|inferior(?:es)? a|de menos de|menor(?:es)? (?:de|
      a|que)) ?(?=[$€]?\\d)
      => income under
  (?:con )?(?:unos |los )?(?:ingresos|renta|sueldos?) (?:>|superior(?:es)? a|de mas de|mayor(?:es)? (?:de|a|
      que)) ?(?=[$€]?\\d)
      => income over
  compara(?:r|me|nos)? (.+?) (?:contra|vs|frente a) -> $1 vs
  (?<=vs )(?:el |los |todos los )?(?:resto|demas)(?: (?:del mundo|de (?:los )?paises|paises|de todo))?
      => the rest
  (?:con )?tarjetas?[ ,]+(?:de )?(?:credito (?:y|\\+|o|e) (?:de )?debito|debito (?:y|\\+|o) (?:de
      )?credito)(?:[ ,]*(?:juntas|juntos|en total))?[ ,]* => with credit card and debit card
  (?:de|en) toda (?:la|nuestra) historia => ever
  deals? grandes? => large deals
  deals? (?:pequen|chic)[oa]s? => small deals
  deals? median[oa]s? => medium deals
  numero de (?:compras|facturas|tickets|ordenes|transacciones) => number of orders
  grupos? (?:de )?segmentacion => segmentation group
  (?:rating|calificacion|nota|con|de|pusieron|dieron|dejaron)? ?([1-5]) (?:o|y) ([1-5]) estrellas
      => ratings $1 and $2
  cuant[oa]s (?:{having}(?:{bought}|gastado)|{buying})(?= *,| *$| (?:en|este|esta|desde|hasta|el|entre|
      durante|por) ) -> cuantos clientes
  ({rated}) {mean}s? -> average $1
  {mean} (?:de |del )?(?:la |los |las |el |su )?({rated}) -> average $1
  median[oa]s? (?:de |del )?(?:la |los |las |el |su )?({rated}) -> median $1
  ({rated}) median[oa]s? -> median $1
  average (?:la )?(?:calificacion|nota|puntuacion|valoracion|rating|estrellas)(?:es)? => average rating
  average edad(?:es)? => average age
  average (?:nivel de )?(?:ingresos|renta|sueldos?) => average income
  median (?:nivel de )?(?:ingresos|renta|sueldos?) => median income
  median edad(?:es)? => median age
  median[oa]s? (?:de |del )?(?:la |los |las |el )?(?:importe|monto|valor|gasto)?(?: ?(?:por|de|del|de los)
      )?(?:pedidos?|compras?|facturas?|ventas?|tickets?) => median order
  (?:pedidos?|compras?|facturas?|ventas?|tickets?|importe|gasto|monto) median[oa]s? => median order
  (?<!\\d)(?:con )?(?:nota|calificacion|puntuacion|rating|valoracion) (?:de )?([1-5])(?! ?[a-z%]*estr)
      => rating $1

  (.{3,40}?) (?:cuanto pesa|pesa cuanto|que peso tiene|cuanto representa|representa cuanto|que parte es|que
      {pct} (?:es|representa|tiene|supone|hace)|cuanto supone)n? (?:en|de|del|dentro de|sobre|respecto a)
      (?:el |la |los |las )?(?:(?:total|ventas|ingresos|facturacion) )?(?:de |del |en )?(?:la |el |los |las
      )?([a-z\\u0001 ]{3,40}?)(?:[ ,]+(?:en )?(?:%|percent|porcentaje))?(?=[ ,]*$)
      => share of $1 in $2 revenue
  (?:y )?(?:que|cual|cuanto) (?:{pct}|%) (?:es|son|representan?|hace|supone)(?: (?:eso|del total|de todo|en
      total|sobre el total))*(?=[ ,]*$) => and percent
  ,? ?(?:en |y )?(?:el )?(?:porcentaje|%)(?=[ ,]*$)(?<=[a-z] .*) => in percent

  (?:en )?general(?=[ ,]*$) ->
  (?<=[a-z] )(?<!(?:compra|venden?|vend|pid)[a-z]* )(?:juntos|juntas|en conjunto|sumados|sumadas)(?=[ ,]*$|
      [ ,]) => together
`);

/** Parts of these patterns. */
export const sumsParts = {
  grown: `crecimos|caimos|subimos|bajamos|mejoramos|empeoramos|hemos (?:crecido|caido|subido|bajado|
      mejorado)`,
  rated: `nota|calificacion(?:es)?|puntuacion|valoracion(?:es)?|rating|edad(?:es)?|renta|nivel de ingresos|
    estrellas|sueldos?`,
};
