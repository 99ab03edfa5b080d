import { joined } from '../foreign.js';

/** The most and the least of something, as it is typed in Spanish. */
export const talkOfRanks = joined(`
  top ({number}) (?:de |de los |de las |los |las )?({field}) (?:que )?(?:menos (?:vendid[oa]s?|venden?|se
      venden?)|peores) => worst $1 $2
  (?:los |las )?({number}) ({field}) (?:que )?(?:nos |se )*(?:{brings} menos|menos (?:se )?(?:{brings}|
      vendid[oa]s?)|peores|mas (?:flojos?|malos?|bajos?|debiles)) => worst $1 $2
  (?:los |las )?({number}) (?:peores|mas flojos) ({field}) => worst $1 $2
  (?:mejor(?:es)?|mas fuertes?) y (?:peor(?:es)?|mas debil(?:es)?) ({field}) => best and worst $1
  ({field}) (?:mejor(?:es)? y peor(?:es)?) => best and worst $1
  ({field}) (?:mas|que mas se|que mas) (?:usad[oa]s?|utilizad[oa]s?|popular(?:es)?|frecuentes?|comun(?:es)?|
      elegid[oa]s?|usan?|utilizan?|preferid[oa]s?) => top $1 by number of orders
  ({field}) (?:menos|que menos se|que menos) (?:usad[oa]s?|utilizad[oa]s?|popular(?:es)?|frecuentes?|
      comun(?:es)?|elegid[oa]s?|usan?|utilizan?) => worst $1 by number of orders
  con que (?:pagan|pagaron|se paga|nos pagan) mas => top payment method by number of orders
  (?:los |nuestros |quienes son los )*clientes mas (?:fieles|leales|frecuentes|
      asiduos) => most loyal customers
  (?:el |los |nuestros? |nuestro )*(?:mayor(?:es)?|principal(?:es)?|mejor(?:es)?) (?:comprador(?:es)?|
      clientes?) -> mejores clientes
  (?:el |los |nuestros? )*clientes? mas (?:grandes?|importantes?|gordos?|fuertes?) -> mejores clientes
  ({field}) mas (?:rentables?|lucrativ[oa]s?) => most profitable $1
  ({field}) menos (?:rentables?|lucrativ[oa]s?) => least profitable $1
  clientes (?:que )?mas (?:seguido|veces|a menudo|frecuentemente) (?:compran|piden|vuelven|compraron|
      regresan),
      clientes (?:que )?(?:compran|piden|vuelven|compraron|regresan) mas (?:seguido|veces|a menudo|
      frecuentemente)
      => customers with the most orders
  (?:a )?(?:que|cual) horas? (?:del dia )?(?:es )?(?:se |nos )?(?:hacen?|
      vende|vendemos|reciben?|recibimos|hay|
      tenemos|entran|llegan|
      compran|piden|facturamos)(?: con)? mas(?: (?:pedidos|ventas|compras|gente))? => orders by hour
  horas? pico, horas? punta, mejor hora => top hour by orders
  (?:cuando|en que epoca) (?:es que )?(?:se )?(?:vende|vendemos|vendimos|compran|facturamos) (?:mas|mejor)
      => best month
  (?:donde|en que lugar) (?:es que )?(?:se )?(?:vende|vendemos|vendimos|compran|facturamos) (?:mas|mejor)
      => top country
  (?:donde|en que lugar) (?:es que )?(?:se )?(?:vende|vendemos|vendimos|compran|facturamos) (?:menos|peor)
      => worst country
  {which}({number}) ({field}) ({between})(?:que )?(?:(?:nos|se|le|les) )*(?:mas {brings}|
      {brings} mas)(?: dinero|
      ventas| facturacion)?(?! (?:veces|seguido|a menudo|que|de)(?= )) => top $1 $2 $3
  {which}({field}) ({between})(?:que )?(?:(?:nos|se|le|les) )*(?:mas {brings}|{brings} mas) ({figure})
      => top $1 by $3 $2
  {which}({field}) ({between})(?:que )?(?:(?:nos|se|le|les) )*(?:menos {brings}|{brings} menos) ({figure})
      => worst $1 by $3 $2
  {which}({field}) ({between})(?:que )?(?:(?:nos|se|le|les) )*(?:mas {brings}|{brings} (?:mas|
      mejor))(?: dinero|
      ventas)?(?! (?:veces|seguido|a menudo|que|de)(?= )) => top $1 $2
  {which}({field}) ({between})(?:que )?(?:(?:nos|se|le|les) )*(?:menos {brings}|{brings} (?:menos|
      peor))(?: dinero|
      ventas)?(?! (?:veces|seguido|a menudo|que|de)(?= )) => worst $1 $2
  ({field}) con (?:el |la |los )?(?:mayor|mas alt[oa]|mejor|maxim[oa]) (?:facturacion|ingresos?|monto|venta|
      ventas|
      importe) => top $1
  ({field}) con (?:el |la |los )?(?:menor|mas baj[oa]|peor|minim[oa]) (?:facturacion|ingresos?|monto|venta|
      ventas|
      importe) => worst $1
  ({field}) con (?:el |la |los )?(?:mayor|mas alt[oa]|mejor|maxim[oa]) (ticket medio|calificacion|valoracion|
      descuento|descuento promedio|precio promedio|cantidad)(?: mas alt[oa])? => top $1 by $2
  ({field}) con (?:el |la |los )?(?:menor|mas baj[oa]|peor|minim[oa]) (ticket medio|calificacion|valoracion|
      descuento|descuento promedio|precio promedio|cantidad) => worst $1 by $2
  ({field}) con (?:el |la |los )?(ticket medio|calificacion|valoracion|descuento|precio) (?:promedio |
      media )?mas
      alt[oa]s? => top $1 by $2
  ({field}) con (?:el |la |los )?(ticket medio|calificacion|valoracion|descuento|precio) (?:promedio |
      media )?mas
      baj[oa]s? => worst $1 by $2
  (?:que|lo que|cuales|que cosas?) (?:es lo que )?(?:nos |se )?(?:mas {brings}|{brings} (?:mas|
      mejor))(?= *$| en|
      este| el| la) => best sellers
  (?:que|lo que|que cosas?) (?:es lo que )?(?:nos |se )?(?:menos {brings}|{brings} (?:menos|peor))(?= *$| en|
      este| el| la) => what sells worst
  (?:productos|articulos|que) (?:que )?(?:ya )?(?:no )?(?:dejaron de venderse|dejo de venderse|
      dejamos de vender|
      no se mueven|no rotan|estan parados|no salen) => what is not selling
  (?:productos|articulos) (?:que )?ya no (?:se venden|vendemos|salen|se mueven) => what is not selling
`);
