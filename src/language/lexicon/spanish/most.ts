import { joined } from '../foreign.js';

/** The most and the least of a figure in Spanish: "más" and "menos" before or behind a noun or a verb. */
export const most = joined(`
  (?:a )?(?:que|cual) horas? (?:del dia )?(?:es )?(?:se |nos )?(?:{doing} mas|mas {doing})(?: {measured})?
      => orders by hour
  (?<!web |los )sitios?(?! web)(?= |$) -> ubicaciones
  (top |\\d )estados(?! (?:de|del|civil)) -> $1provincias
  (dia|fecha|mes|hora) exact[oa]s? -> $1
  ^[ ,]*(?:los |las |el |la )?([^,]{2,40}?) (?:o|vs|contra|u) (?:los |las |el |la )?([^,]{2,40}?),?
      (?:quien(?:es)?|cual(?:es)?|que) (?:nos |se |es |de los dos )*(?:{trades} (?:mas|menos|mejor)|(?:mas|
      menos|mejor) {trades})(?: dinero| plata)?(?=[ ,]*$) => $1 vs $2
  (?:los |el |en )*fin(?:es)? de semana (?:se |nos )*(?:{trades}) (?:mas|menos|mejor) que (?:los dias )?
      (?:entre semana|laborables)(?:[ ,]+total de cada.*)? => weekends vs weekdays
  (?:los |las |el |la )?(?:top )?({number}) (?:de )?(?:los |las )?({field}) (?:que |con |donde )(?:nos |se )*
      (?:{doing} )?mas {amountof}({measured})(?: {doing})?(?! que) => top $1 $2 by $3
  (?:los |las |el |la )?(?:top )?({number}) (?:de )?(?:los |las )?({field}) (?:que |con |donde )(?:nos |se )*
      (?:{doing} )?menos {amountof}({measured})(?: {doing})?(?! que) => worst $1 $2 by $3
  {which}({field}) (?:que |con |donde )?(?:nos |se )*(?:{doing} )?mas {amountof}({measured})(?:
      (?:{doing}|comprando|pidiendo|vendiendo))?(?! que) => top $1 by $2
  {which}({field}) (?:que |con |donde )?(?:nos |se )*(?:{doing} )?menos {amountof}({measured})(?:
      (?:{doing}|comprando|pidiendo|vendiendo))?(?! que) => worst $1 by $2
  zonas? (rural(?:es)?|urban[oa]s?),? (?:los|las) ({number}) que (?:nos |se )*(?:mas {trades}|{trades} mas)
      => top $2 location $1
  ({field}) ([a-z\\u0001]+),? (?:los|las) ({number}) que (?:nos |se )*(?:mas {trades}|{trades} mas)
      => top $3 $1 $2
  ({field}) ([a-z\\u0001]+),? (?:los|las) ({number}) que (?:nos |se )*(?:menos {trades}|{trades} menos)
      => worst $3 $1 $2
  (?:los|las) ({number}) que (?:nos |se )*(?:mas {buys}|{buys} mas)(?! de | que ) => top $1 customers
  (?:los|las) ({number}) que (?:nos |se )*(?:menos {buys}|{buys} menos)(?! de | que ) => worst $1 customers
  (?:el|la|quien) que (?:nos |se )*(?:mas {buys}|{buys} mas)(?! de | que ) => top customer
  {which}({field}) (?:que )?(?:nos |se )*(?:menos {trades}|{trades} menos){after} => worst $1
  {which}({field}) (?:que )?(?:nos |se )*(?:mas {trades}|{trades} (?:mas|mejor)){after} => top $1
  (?:quien(?:es)?|el que|la que) (?:nos )?(?:menos {buys}|{buys} menos){after} => worst customers
  (?:quien(?:es)?|el que|la que) (?:nos )?(?:mas {buys}|{buys} mas){after} => top customers
  ^[ ,]*que (?:es lo que )?(?:nos |se )?(?:suelen? )?(?:{having}{bought}|{buying}|compra)(?: mas)? (?=(?:las?|
      los|el|mis|nuestr[oa]s|en) ) => top products
  (?:los |las |el |la )?({field}) mas car[oa]s?(?: que (?:tenemos|vendemos|hay))? => most expensive $1
  (?:los |las |el |la )?({field}) mas barat[oa]s?(?: que (?:tenemos|vendemos|hay))? => cheapest $1
  (?:los |las |el |la )?(?:venta|pedido|factura|compra|orden|ticket) mas (?:car[oa]|gord[oa]|alt[oa])
      => biggest order
  ({field}) (?:mas|que mas) {sentback} (?:en|por) (?:unidades|piezas|cantidad) => top $1 by returned units
  ({field}) (?:mas|que mas) {sentback} => top $1 by returns
  (?:el |la |los |las )?(?:mas alt[oa]s?|mas grandes?|peor(?:es)?|mas) (?:primero|arriba)(?=[ ,]*$)
      => , highest first
  ,? ?(?:donde|cuando|cual|en cual|en que {field}) (?:fue |es |hubo |hay |nos )*(?:peor|
      mas)(?=[ ,]*$)(?<=\\bpor .*) => , highest first
  (?<=(?:mas|mejor|facturamos|vendimos|top) .*|mas),? (?:el |la |nuestro )record(?=[ ,]*$) ->
`);

/** Parts of these patterns. */
export const mostParts = {
  doing: '{being}|{trading}',
  trades: '(?:{trading})',
  buys: '(?:(?:{having})?(?:{bought}|gastado)|{buying}|{spending}|gasto|compra)',
  after: '(?= (?:en|este|esta|desde|durante|hasta|el|la|por|con|del|a lo largo)(?= )|[ ,]*$)',
  amountof: '(?:cantidad de |numero de |n° de )?',
  measured: `{figure}|clientas?|compradores|articulos|devoluciones|unidades|gente|facturas|ganancia|
    beneficio|descuento`,
};
