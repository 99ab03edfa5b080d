/** Dimensions, conditions, places and small words of Spanish, which stand alone. */
export const words = `
  (?:en|de|para) cada => in each
  cada => each
  desglosad[oa]s? por, agrupad[oa]s? por, separad[oa]s? por, repartid[oa]s? por, segun => by
  por => by
  entre semana, dias laborables => on weekdays
  (?:en |los |el )*fin(?:es)? de semana => on weekends

  lineas? de productos?, lineas?, gamas? => product line
  productos?, articulos? => product
  categorias? => category
  (?:la |una |el |un )?(?:listado|lista)(?: de| de los)? => show me
  paises, pais => country
  ciudad(?:es)? => city
  region(?:es)? => region
  canales, canal(?: de venta)? => channel
  (?:ficha|perfil) (?:del |de |de la )?(?:cliente|clienta)? => customer
  segmentos? => segment
  marcas? => brand
  clientes?, clientas?, compradores? => customers
  pedido, compra => order
  pedidos, ordenes, compras, facturas => orders
  factura => order
  unidades, cantidad(?:es)? => units
  ingresos, ventas?, facturamos, vendimos, vendido, facturado => sales
  en riesgo => at risk
  perdid[oa]s? => lost
  inactiv[oa]s? => inactive
  (?:que )?(?:parte|proporcion|porcentaje|cuota) (?:de|del) => share of
  cuota => share
  desde(?: el| la)? => since
  antes de(?:l)? => before
  despues de(?:l)? => after
  pero (?:no|nunca|ningun[oa]?) => but not
  sin(?: los| las| el| la)?, excepto(?: los| las| el| la)?, salvo(?: los| las| el| la)?, menos (?=los |las |
      {country}), excluyendo, quitando, fuera del? => without
  solo, solamente, unicamente => only
  no => not
  nunca => never
  y, e => and
  o, u => or
  (?<=\\d |{month} |{month} \\d{4} )(?:a|hasta) => to
  hasta(?: el| la)?(?: fin(?:al)? de)? => until
  (?:los |las )?(?:estados unidos|ee ?uu|eeuu) => usa
  holanda => netherlands
  inglaterra, gran bretana => uk
  frances(?:es|as|a)? => france
  aleman(?:es|as|a)? => germany
  espanol(?:es|as|a)? => spain
  italian[oa]s? => italy
  britanic[oa]s?, ingles(?:es|as|a)? => uk
  american[oa]s?, estadounidenses? => usa
  japones(?:es|as|a)? => japan
  australian[oa]s? => australia
  austriac[oa]s? => austria
  belgas? => belgium
  canadienses? => canada
  danes(?:es|as|a)? => denmark
  (?:finlandes(?:es|as|a)?|fines(?:es|as|a)?) => finland
  (?:holandes|neerlandes)(?:es|as|a)? => netherlands
  irlandes(?:es|as|a)? => ireland
  norueg[oa]s? => norway
  filipin[oa]s? => philippines
  suec[oa]s? => sweden
  suiz[oa]s? => switzerland
  portugues(?:es|as|a)? => portugal
  chin[oa]s? => china
  indi[oa]s? => india
  singapurenses? => singapore
  {show}, ver => show me
  (?:cual|cuales) (?:es|son|fue|fueron|era), quien(?:es)? (?:es|son) => what is
  {mean} => average
  cuanto (?:es|fue|fueron|son), cuanto => how much
  cuales?, quien(?:es)?, cuant[oa]s? => which
  en (?:el|la|los|las), en => in
  con => with
  para => for
  mes(?:es)? => month
  anos? => year
  semanas? => week
  trimestres? => quarter
  dias? => day
  totales?, total => total
  seis => 6
  siete => 7
  ocho => 8
  nueve => 9
  diez => 10
  doce => 12
  veinte => 20
  (?:en )?(?:el |la )?total(?: general| global)? => total
  representan?, suman?, existen?, cobrad[oa]s?, facturad[oa]s?, realizad[oa]s?, generad[oa]s?,
    registrad[oa]s?,
    llevamos, lleva, llevan, esta, estan, estaban, estuvo, estuvieron, ser, era, eran, sean, sea, haya,
    hayan, habia,
    cobramos, hacemos, hace(?! \\d), hacen, hizo, hicieron, tengo, tienes, tener, tenga, tendria,
    hubieron, ido,
    salio,
    salieron, quedo, quedan, va, van, vamos, ir, puede, pueden, podemos, podria, debe, deben,
    pues, entonces, oye, oigan, a ver, mira, o sea, vale, che, ya, nomas, nada mas, ahora(?: mismo)?, ahorita,
    actualmente, por cierto, en realidad, realmente, exactamente, mas o menos, aproximadamente, aprox,
    tambien,
    mas bien, asi, ok, okey, si, bueno, venga, dale, porfa, por favor, favor, rapido, rapidito, urgente,
    yo, tu, usted, ustedes, ellos, ellas, me, te, nosotros, les, vuestr[oa]s?, esto, eso, este, estos,
    estas, ese,
    esos, aqui, aca, alli, ahi,
    (?:en|segun) (?:el|la|los|nuestr[oa]s?) (?:sistema|base|datos|archivo|registros),
    datos, cifras?, saca(?:me|r)?, pasa(?:me|r)?, manda(?:me|r)?, envia(?:me|r)?, calcula(?:me|r)?,
    checa(?:r|me)?,
    revisa(?:r)?, busco, necesito, quisiera, quieren?, queremos =>
  dinero => revenue
  {buying}, {selling}, (?:{having})?(?:{bought}|{sold}) =>
  del?, el, la, los, las, un, una, al, nuestr[oa]s?, mis?, nos, se, es, son, fue, hay, hubo, que, tuvieron,
      dame, quiero, hola, gracias, actualmente,
    ha, han, hemos, tenemos, tuvimos, hicimos, tiene, tienen, lo, le, a, algo, todos?, todas?,
      global(?:es)?, su, sus, saber =>
`;
