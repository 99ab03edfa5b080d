/** Periods, comparisons of periods and grains in German. */
export const times = `
  {inthe}?diese[nrsm]? jahr (?:gegen|vs|oder|und|gegenuber) (?:dem |der )?letzte[nrsm]?(?! [a-z\\d])
      => this year vs last year
  {inthe}?diese[nrsm]? monat (?:gegen|vs|oder|und|gegenuber) (?:dem |der )?letzte[nrsm]?(?! [a-z\\d])
      => this month vs last month
  {inthe}?diese[nrsm]? quartal (?:gegen|vs|oder|und|gegenuber) (?:dem |der )?letzte[nrsm]?(?! [a-z\\d])
      => this quarter vs last quarter
  {inthe}?diese[nrsm]? woche (?:gegen|vs|oder|und|gegenuber) (?:dem |der )?letzte[nrsm]?(?! [a-z\\d])
      => this week vs last week
  (?:im )?(?:vergleich (?:zum|zu|zur|mit)|gegenuber(?: dem| der)?|verglichen mit(?: dem| der)?|versus|
      gegen)(?: dem)?
    (?:vorjahr(?:es)?(?:quartal|monat|zeitraum|woche)?|letzten jahr|gleichen (?:zeitraum|monat|quartal)
      (?:des vorjahres|im vorjahr|letztes jahr)|vorjahr) => vs previous year
  zum (?:vorjahr(?:es)?(?:quartal|monat|zeitraum|woche)?) => vs previous year
  (?:im )?(?:vergleich (?:zum|zu|zur|mit)|gegenuber(?: dem| der)?|verglichen mit(?: dem| der)?)(?: dem)?
      (?:vormonat|vorquartal|vorwoche|vorperiode) => vs previous period
  zum (?:vormonat|vorquartal) => vs previous period
  (?:im )?(?:vergleich (?:zum|zu|zur|mit)|verglichen mit), gegenuber(?: dem| der)?, gegen, versus, vs => vs
  (?:vorjahr(?:es)?(?:quartal|monat|zeitraum)) => vs previous year
  vergleiche? => compare
  {inthe}?ersten ({number}) monaten? (?:von |des jahres |im jahr )?(\\d{4}) => first $1 months of $2
  {inthe}?letzten ({number}) monaten? (?:von |des jahres |im jahr )(\\d{4}) => last $1 months of $2
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? ({number}) (?:monaten?) => last $1 months
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? ({number}) (?:tagen?) => last $1 days
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? ({number}) (?:wochen) => last $1 weeks
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? ({number}) (?:jahren?) => last $1 years
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? ({number}) (?:quartalen?) => last $1 quarters
  (?:(?:fur )?(?:die|den|der) )?(?:nachste|kommende)[nrsm]? ({number}) (?:monaten?) => next $1 months
  (?:(?:fur )?(?:die|den|der) )?(?:nachste|kommende)[nrsm]? ({number}) (?:wochen) => next $1 weeks
  (?:(?:fur )?(?:die|den|der) )?(?:nachste|kommende)[nrsm]? ({number}) (?:tagen?) => next $1 days
  (?:(?:fur )?(?:die|den|der) )?(?:nachste|kommende)[nrsm]? ({number}) (?:quartalen?) => next $1 quarters
  {inthe}?(?:nachste|kommende)[nrsm]? monat => next month
  {inthe}?(?:nachste|kommende)[nrsm]? quartal => next quarter
  {inthe}?(?:nachste|kommende)[nrsm]? jahr => next year
  {inthe}?(?:nachste|kommende)[nrsm]? woche => next week
  (?:in )?(?:der )?(?:kw|kalenderwoche) ?(\\d{1,2}) (?:in |von |des jahres )?(\\d{4}) => week $1 of $2
  (?:in )?(?:der )?(?:kw|kalenderwoche) ?(\\d{1,2}) => week $1
  morgen => tomorrow
  vor ({number}) monaten => $1 months ago
  vor ({number}) wochen => $1 weeks ago
  vor ({number}) jahren => $1 years ago
  {inthe}?vorletzte[nrsm]? monat => month before last
  {inthe}?vorletzte[nrsm]? quartal => quarter before last
  {inthe}?vorletzte[nrsm]? woche => week before last
  {inthe}?(?:vorletzte[nrsm]? jahr|vorvorjahr) => year before last
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? monat, (?:im )?vormonat => last month
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? jahr, (?:im )?vorjahr => last year
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? woche, vorwoche => last week
  {inthe}?(?:letzte|vergangene|vorige)[nrsm]? quartal, vorquartal => last quarter
  (?:seit jahresbeginn|seit anfang des jahres|seit jahresanfang|dieses jahr bisher|bisher dieses jahr|im
      laufenden jahr|bis heute dieses jahr) => year to date
  (?:seit monatsbeginn|diesen monat bisher|bisher diesen monat|im laufenden monat) => month to date
  {inthe}?diese[nrsm]? monat => this month
  {inthe}?diese[nrsm]? jahr, heuer => this year
  {inthe}?diese[nrsm]? woche => this week
  {inthe}?diese[nrsm]? quartal => this quarter
  vorgestern => day before yesterday
  gestern => yesterday
  heute => today
  bisher => so far
  (?:{inthe}?)?(?:erste[nsrm]?|1\\.?) quartal, q1 => q1
  (?:{inthe}?)?(?:zweite[nsrm]?|2\\.?) quartal, q2 => q2
  (?:{inthe}?)?(?:dritte[nsrm]?|3\\.?) quartal, q3 => q3
  (?:{inthe}?)?(?:vierte[nsrm]?|4\\.?|letzte[sn]) quartal, q4 => q4
  (?:{inthe}?)?(?:erste[nsrm]?|1\\.?) (?:halbjahr|jahreshalfte) => first half of
  (?:{inthe}?)?(?:zweite[nsrm]?|2\\.?) (?:halbjahr|jahreshalfte) => second half of
  (?:im )?sommer => summer
  (?:im )?winter => winter
  (?:im )?herbst => autumn
  (?:im )?(?:fruhling|fruhjahr) => spring
  (?:an |zu )?weihnachten, weihnachtszeit, weihnachtsgeschaft, weihnachts => christmas
  ostern, oster => easter
  (?:(\\d{1,2})\\.? )?(?:januar|janner|jan) => $1 january
  (?:(\\d{1,2})\\.? )?(?:februar|feb) => $1 february
  (?:(\\d{1,2})\\.? )?(?:marz|mrz|mar) => $1 march
  (?:(\\d{1,2})\\.? )?april => $1 april
  (\\d{1,2})\\.? mai => $1 may
  mai => may
  (?:(\\d{1,2})\\.? )?juni => $1 june
  (?:(\\d{1,2})\\.? )?juli => $1 july
  (?:(\\d{1,2})\\.? )?august => $1 august
  (?:(\\d{1,2})\\.? )?(?:september|sept) => $1 september
  (?:(\\d{1,2})\\.? )?(?:oktober|okt) => $1 october
  (?:(\\d{1,2})\\.? )?(?:november|nov) => $1 november
  (?:(\\d{1,2})\\.? )?(?:dezember|dez) => $1 december
  (?:am |an )?montage?n?, montags => on mondays
  (?:am |an )?dienstage?n?, dienstags => on tuesdays
  (?:am |an )?mittwoche?n?, mittwochs => on wednesdays
  (?:am |an )?donnerstage?n?, donnerstags => on thursdays
  (?:am |an )?freitage?n?, freitags => on fridays
  (?:am |an )?(?:samstage?n?|sonnabende?n?), samstags => on saturdays
  (?:am |an )?sonntage?n?, sonntags => on sundays
  (?<=\\d |{month} )bis(?: zum| ende| einschliesslich)? => to
  bis(?: zum| zur| ende| einschliesslich)? => until
  (?:pro|je|nach) monat(?:en)?, monatlich(?:e[rns]?)?, monatsweise, jeden monat, monat fur monat => by month
  (?:pro|je|nach) woche(?:n)?, wochentlich(?:e[rns]?)?, jede woche => by week
  (?:pro|je|nach) jahr(?:en)?, jahrlich(?:e[rns]?)?, jedes jahr => by year
  (?:pro|je|nach) quartal(?:en)?, quartalsweise, jedes quartal => by quarter
  (?:pro|je|nach) tag(?:en)?, taglich(?:e[rns]?)?, jeden tag => by day
  (?:pro|je|nach) wochentag(?:en)? => by weekday
  (?:pro|je|nach) (?:stunde|uhrzeit|tageszeit)n? => by hour
`;
