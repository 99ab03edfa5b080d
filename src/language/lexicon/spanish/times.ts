/** Periods, comparisons of periods and grains in Spanish. */
export const times = `
  (?:{against}) (?:el |al |la |los )?(?:mism[oa]s? (?:periodo|mes|trimestre|dias|fechas|semana|epoca)
      (?:de |del ))?(?:el )?(?:ano
      (?:pasado|anterior)|interanual) => vs previous year
  (?:{against}) (?:el |al |la )?(?:mes|trimestre|semana|periodo) anterior => vs previous period
  interanual => vs previous year
  {against}(?: el| al| la| los| las)?, vs => vs
  {the}?(?:ultim[oa]s|pasad[oa]s) ({number}) meses => last $1 months
  {the}?(?:ultim[oa]s|pasad[oa]s) ({number}) dias => last $1 days
  {the}?(?:ultim[oa]s|pasad[oa]s) ({number}) semanas => last $1 weeks
  {the}?(?:ultim[oa]s|pasad[oa]s) ({number}) trimestres => last $1 quarters
  {the}?(?:ultim[oa]s|pasad[oa]s) ({number}) anos => last $1 years
  {the}?(?:proxim[oa]s|siguientes) ({number}) meses => next $1 months
  {the}?(?:proxim[oa]s|siguientes) ({number}) dias => next $1 days
  {the}?(?:proxim[oa]s|siguientes) ({number}) semanas => next $1 weeks
  {the}?(?:proxim[oa]s|siguientes) ({number}) trimestres => next $1 quarters
  {the}?(?:proximo mes|mes (?:que viene|proximo|siguiente)) => next month
  {the}?(?:proximo trimestre|trimestre (?:que viene|proximo)) => next quarter
  {the}?(?:proximo ano|ano (?:que viene|proximo)) => next year
  {the}?(?:proxima semana|semana (?:que viene|proxima)) => next week
  manana => tomorrow
  hace ({number}) meses => $1 months ago
  hace ({number}) anos => $1 years ago
  hace ({number}) semanas => $1 weeks ago
  {the}?(?:mes (?:antepasado|anterior al pasado)|penultimo mes) => month before last
  (?:el )?ano de antes => the year before
  {the}?(?:ano antepasado|penultimo ano) => year before last
  {the}?(?:mes (?:pasado|anterior)|ultimo mes) => last month
  {the}?(?:ano (?:pasado|anterior)|ultimo ano) => last year
  {the}?(?:semana (?:pasada|anterior)|ultima semana) => last week
  {the}?(?:trimestre (?:pasado|anterior)|ultimo trimestre(?! del? \\d)) => last quarter
  (?:en lo que va (?:de|del) (?:este )?ano|desde (?:principios de ano|enero de este ano|comienzo del ano|
      inicio de ano)|este ano hasta (?:hoy|ahora)) => year to date
  (?:en lo que va (?:de|del) (?:este )?mes) => month to date
  (?:en |de )?este mes => this month
  (?:en |de )?este ano => this year
  (?:en |de )?esta semana => this week
  (?:en |de )?este trimestre => this quarter
  anteayer, antes de ayer => day before yesterday
  ayer => yesterday
  hoy => today
  {the}?(?:primer|1er|1) trimestre(?: del?)?, t1 => q1
  {the}?(?:segundo|2º|2do|2) trimestre(?: del?)?, t2 => q2
  {the}?(?:tercer|3er|3) trimestre(?: del?)?, t3 => q3
  {the}?(?:cuarto|4º|4to|4|ultimo) trimestre(?: del?)?, t4 => q4
  {the}?(?:primer|1er|1) semestre(?: del?)?, {the}?primera mitad(?: del?)? => first half of
  {the}?(?:segundo|2º|2do|2) semestre(?: del?)?, {the}?segunda mitad(?: del?)? => second half of
  {the}?primeros ({number}) meses del? (\\d{4}) => first $1 months of $2
  (?:en )?(?:el )?verano(?: del?)? => summer
  (?:en )?(?:el )?invierno(?: del?)? => winter
  (?:en )?(?:el )?otono(?: del?)? => autumn
  (?:en )?(?:la )?primavera(?: del?)? => spring
  (?:en |la )*navidad(?:es)?(?: del?)? => christmas
  semana santa => easter
  (?:(\\d{1,2}) de )?enero(?: del?(?= \\d))? => $1 january
  (?:(\\d{1,2}) de )?febrero(?: del?(?= \\d))? => $1 february
  (?<=\u0001(?:to|until|since|before|after) )marzo(?: del?)? => march
  (?<=\u0001(?:to|until|since|before|after) )mayo(?: del?)? => may
  (\\d{1,2}) de marzo(?: del?)? => $1 march
  marzo(?: del?)? => in march
  (?:(\\d{1,2}) de )?abril(?: del?(?= \\d))? => $1 april
  (\\d{1,2}) de mayo(?: del?)? => $1 may
  mayo(?: del?)? => in may
  (?:(\\d{1,2}) de )?junio(?: del?(?= \\d))? => $1 june
  (?:(\\d{1,2}) de )?julio(?: del?(?= \\d))? => $1 july
  (?:(\\d{1,2}) de )?agosto(?: del?(?= \\d))? => $1 august
  (?:(\\d{1,2}) de )?(?:septiembre|setiembre)(?: del?(?= \\d))? => $1 september
  (?:(\\d{1,2}) de )?octubre(?: del?(?= \\d))? => $1 october
  (?:(\\d{1,2}) de )?noviembre(?: del?(?= \\d))? => $1 november
  (?:(\\d{1,2}) de )?diciembre(?: del?(?= \\d))? => $1 december
  (?:los |el )?lunes => on mondays
  (?:los |el )?martes => on tuesdays
  (?:los |el )?miercoles => on wednesdays
  (?:los |el )?jueves => on thursdays
  (?:los |el )?viernes => on fridays
  (?:los |el )?sabados? => on saturdays
  (?:los |el )?domingos? => on sundays
  (?:por|al|cada) mes, mensual(?:es|mente)?, mes a mes => by month
  (?:por|a la|cada) semana, semanal(?:es|mente)? => by week
  (?:por|al|cada) ano, anual(?:es|mente)?, ano a ano => by year
  (?:por|al|cada) trimestre, trimestral(?:es|mente)? => by quarter
  (?:por|segun el|cada) dia de la semana => by weekday
  (?:por|al|cada) dia, diari[oa]s?, diariamente => by day
  por horas? => by hour
  dias? de la semana => weekday
`;
