/** Greetings, thanks, what a question is asked for and how politely, in Spanish: nothing of it is asked. */
export const courtesy = `
  (?:muy )?(?:buenos dias|buen dia|buenas tardes|buenas noches|buenas|hola|saludos|holi)(?: {all})*,?,
    (?:estimad[oa]s?|querid[oa]s?)(?: {all}| companer[oa]s?)*,? ->
  (?:muchas|muchisimas|mil) gracias(?: {thanked})*, gracias(?: {thanked})*, de antemano,
    un (?:cordial )?saludo, saludos(?: cordiales)?, (?:os|te|se) lo agradezco ->
  (?:solo )?(?:tengo )?(?:una )?(?:pregunta|duda|consulta)(?: rapida| rapidita)?,?:?,
    (?:perdon|perdona|perdonad|disculpa|disculpad|disculpen|disculpe|siento)(?: (?:por |que )?(?:la |os |te
      |les )?(?:molestia|moleste|molestar))?(?: otra vez| de nuevo)?,? ->
  (?:es |lo (?:necesito|quiero|pide|piden) |la necesito |los necesito )?para {ones} {occasion}(?:
      {when})?,?,
    (?:lo|la|los) (?:necesito|necesitamos)(?: (?:urgente|urgentemente|ya|pronto|cuanto antes))? ->
  (?:alguien|alguno de vosotros|algun[oa]|usted|ustedes)(?: me| nos)?
      (?:{could}|tiene)(?: {tell})?(?: si| idea de)?,?,
    (?:me |nos )?{could}(?: (?:alguien|usted|ustedes|vosotros))?(?: (?:por favor|porfa))?(?: {tell})?(?:
      (?:por favor|si))?,?,
    (?:me |nos )?(?:gustaria|interesa|interesaria|encantaria)(?: (?:saber|conocer|ver|tener))?(?: si)?,?,
    {want}(?: {know})?(?: si)?,?,
    (?:seria|es) posible (?:saber|{tell}|ver)(?: si)?, me haria falta, me hace falta, nos hace falta,
    hazme el favor de {tell}, por favor, porfa, porfavor, plis ->
  (?:me|nos) (?:pasas|pasan|dan|mandan|mandas|pasais|das|dais|dices|sacas|pasa|saca),?,
    (?:pasame|sacame|pasanos),?,
    (?:tendrias|tendriais|tendria|tienes|teneis)(?: a mano)?(?= (?:el|la|los|las) ) ->
  si (?:es|fuera) posible, cuando (?:puedas|podais|pueda|tengas (?:un momento|tiempo)) ->
`;

/** Parts of the patterns. */
export const courtesyParts = {
  all: `(?:a tod[oa]s(?: y tod[oa]s)?|a tod[oa]s|equipo|chic[oa]s|gente|companer[oa]s|team|amig[oa]s|
      familia)`,
  thanked: `(?:de antemano|por (?:la|vuestra|tu|su) (?:ayuda|respuesta)|a tod[oa]s|por adelantado|mil)`,
  tell: `(?:decir(?:me|nos)?|mostrar(?:me|nos)?|indicar(?:me|nos)?|dar(?:me|nos)?|pasar(?:me|nos)?|
    enviar(?:me|nos)?|sacar(?:me|nos)?|calcular(?:me|nos)?|confirmar(?:me|nos)?|facilitar(?:me|nos)?|
    ensenar(?:me|nos)?|listar(?:me|nos)?|ayudar(?:me|nos)? con)`,
  ones: '(?:la|el|las|los|una?|mi|mis|nuestr[oa]|esta|este)',
  occasion: `(?:reunion|gerencia|informe de gerencia|cierre de mes|presentacion|informe|jef[ea]|direccion|
      contable|asesor|gestor|gestoria|consejo|junta|
    inversores|boletin|comite|cierre|balance|banco|presupuesto|equipo de marketing|reporte|llamada)`,
  when: `(?:(?:de|del|de la|de esta) (?:las \\d{1,2}|manana|hoy|lunes|martes|miercoles|jueves|viernes|
      tarde|semana|
    proxima semana|semana que viene)|manana)`,
  could: `(?:podrian|podrias|podria|podriais|podeis|puedes|pueden|puede|sabrias|sabria|sabeis|sabes|saben|
    sabe)`,
  want: `(?:necesito|necesitamos|necesitaria|quisiera|querria|queria|queremos|quiero|busco)`,
  know: `(?:saber|conocer|ver|tener|que me digais|que me digas)`,
};
