/** Periods, comparisons of periods and grains in French. */
export const times = `
  (?:{against}) (?:l )?(?:an(?:nee)? (?:dernier|derniere|precedente|d avant|passee)|n ?- ?1|la meme periode
      (?:de )?l an(?:nee)? (?:dernier|derniere|precedente)) => vs previous year
  (?:{against}) (?:le |au |la |du )?(?:mois|trimestre|semaine|periode) (?:precedente?|d avant)
      => vs previous period
  {against}(?: l| le| la| les)?, vs => vs
  ({number}) (?:derniers?|dernieres) mois, derniers ({number}) mois => last $1 months
  ({number}) derniers jours, derniers ({number}) jours => last $1 days
  ({number}) dernieres semaines, dernieres ({number}) semaines => last $1 weeks
  ({number}) derniers trimestres => last $1 quarters
  ({number}) dernieres annees => last $1 years
  ({number}) (?:prochains?) mois, prochains ({number}) mois => next $1 months
  ({number}) prochaines semaines => next $1 weeks
  ({number}) prochains jours => next $1 days
  ({number}) prochains trimestres => next $1 quarters
  (?:le )?mois prochain => next month
  (?:le )?(?:trimestre prochain|prochain trimestre) => next quarter
  (?:l )?annee prochaine, l an prochain => next year
  (?:la )?semaine prochaine => next week
  demain => tomorrow
  il y a ({number}) mois => $1 months ago
  il y a ({number}) (?:ans|annees) => $1 years ago
  il y a ({number}) semaines => $1 weeks ago
  (?:{the})?mois (?:dernier|passe|precedent), dernier mois => last month
  (?:{the})?(?:annee (?:derniere|passee|precedente)|an (?:dernier|passe)), n ?- ?1 => last year
  (?:{the})?semaine (?:derniere|passee|precedente) => last week
  (?:{the})?(?:trimestre (?:dernier|passe|precedent)|dernier trimestre(?! \\d)) => last quarter
  avant dernier mois => month before last
  avant derniere annee => year before last
  (?:le )?mois d avant => the month before
  (?:l )?annee d avant => the year before
  depuis (?:le )?(?:debut (?:de l |d )?annee|debut de cette annee|1er janvier) => year to date
  depuis (?:le )?debut (?:du |de ce )mois => month to date
  jusqu (?:a |ici|present)(?: present| maintenant)? => so far
  ce mois(?: ci)? => this month
  cette annee => this year
  cette semaine => this week
  ce trimestre => this quarter
  avant hier => day before yesterday
  hier => yesterday
  aujourdhui => today
  (?:{the})?({first}) trimestre(?: de)?, t1 => q1
  (?:{the})?({second}) trimestre(?: de)?, t2 => q2
  (?:{the})?({third}) trimestre(?: de)?, t3 => q3
  (?:{the})?(?:{fourth}) trimestre(?: de)?, t4 => q4
  (?:{the})?({first}) semestre(?: de)?, s1 => first half of
  (?:{the})?({second}) semestre(?: de)?, s2 => second half of
  ({number}) premiers mois (?:de |d )?(\\d{4}) => first $1 months of $2
  ({number}) derniers mois (?:de |d )(\\d{4}) => last $1 months of $2
  (?:a |pour |pendant |en |cet |l )*ete(?= \\d| dernier|$| {vs}) => summer
  (?:l )?hiver => winter
  automne => autumn
  printemps => spring
  (?:a |pour |pendant )?(?:les fetes de (?:fin d annee)?|noel) => christmas
  paques => easter
  (?:(\\d{1,2})(?:er)? )?janvier => $1 january
  (?:(\\d{1,2})(?:er)? )?(?:fevrier|fev) => $1 february
  (?<={n}(?:to|until|since|before|after) )mars => march
  (?<={n}(?:to|until|since|before|after) )mai => may
  (\\d{1,2})(?:er)? mars => $1 march
  mars(?= \\d{4} {n}to ) => march
  mars => in march
  (?:(\\d{1,2})(?:er)? )?avril => $1 april
  (\\d{1,2})(?:er)? mai => $1 may
  mai(?= \\d{4} {n}to ) => may
  mai => in may
  (?:(\\d{1,2})(?:er)? )?juin => $1 june
  (?:(\\d{1,2})(?:er)? )?(?:juillet|juil) => $1 july
  (?:(\\d{1,2})(?:er)? )?aout => $1 august
  (?:(\\d{1,2})(?:er)? )?(?:septembre|sept) => $1 september
  (?:(\\d{1,2})(?:er)? )?octobre => $1 october
  (?:(\\d{1,2})(?:er)? )?novembre => $1 november
  (?:(\\d{1,2})(?:er)? )?decembre => $1 december
  (?:le |les )?lundis? => on mondays
  (?:le |les )?mardis? => on tuesdays
  (?:le |les )?mercredis? => on wednesdays
  (?:le |les )?jeudis? => on thursdays
  (?:le |les )?vendredis? => on fridays
  (?:le |les )?samedis? => on saturdays
  (?:le |les )?dimanches? => on sundays
  (?:par|chaque) mois, mensuel(?:le)?s?, mois par mois => by month
  (?:par|chaque) semaine, hebdomadaires?, hebdo => by week
  (?:par|chaque) an(?:nee)?, annee par annee, annuel(?:le)?s? => by year
  (?:par|chaque) trimestre, trimestriel(?:le)?s? => by quarter
  (?:par|selon le) jour de (?:la )?semaine => by weekday
  (?:par|chaque) jour, quotidien(?:ne)?s?, journalier => by day
  par heure => by hour
  jours? de (?:la )?semaine => weekday
`;
