import type { ForeignLexicon } from './foreign.js';

/** German for what people ask most, without accents; what it stands for is read as English. */
export const german: ForeignLexicon = {
  language: 'German',
  markers: `gewinn rabatt rabatte rabattquote bruttoumsatz versandkosten mehrwertsteuer mwst
    trinkgeld wareneinsatz
    storno nix gesamtumsatz verkaufen durchschnitt is deutschland frankreich spanien usa risiko den am vip tabelle vergleiche sommer winter umsatz umsatze kunden kunde bestellungen bestellung verkaufe verkauft monat monaten jahr jahres woche
    quartal letzten letzter letztes letzte diesen dieses diese dieser wieviel wieviele welche welcher welches wer
    unsere unser beste besten neue neuen neukunden stammkunden je pro nach produkt produkte produkten land laendern
    landern durchschnittlich durchschnittlicher warenkorb storniert stornierte stornierten stornoquote retouren
    zeig zeige gib wie haben gekauft bestellt nie niemals seit ohne ausser gegenuber vergleich entwicklung anteil
    wochenende verlorene stammkunde gute guter verlauf laufen lauft geht gab gabs wir uns im mit und oder mehr als
    weniger mindestens hat wann zuletzt kategorie stadt stadte quartale monate jahre wochen tag tage tagen`,
  phrases: `
    (?:roh)?gewinn(?:e|s)?, rohertrag => profit
    (?:roh|gewinn|handels)?margen?, (?:roh|gewinn|handels)spanne => margin
    (?:rabattquote|rabattsatz|durchschnittliche(?:r|n)? rabatt) => discount rate
    wie ?viel(?:e)? rabatte? (?:haben|gaben) wir(?: gegeben| gewahrt)? => how much discount
    (?:gewahrte )?(?:rabatte?|preisnachlasse?|nachlasse) => discounts
    bruttoumsatze?, umsatz vor rabatten => gross sales
    (?:einnahmen aus )?versand(?:kosten|erlose|einnahmen|gebuhren) => shipping income
    mehrwertsteuer, umsatzsteuer, mwst, ust => tax
    trinkgeld(?:er)? => tips
    wareneinsatz, warenkosten => cost of goods
    gegeben, gewahrt => gave
    nix mehr => nichts mehr
    (?:wer|die|welche)? ?(?:hat|haben)? ?seit (.+?) (?:nichts|nicht|keine bestellung)(?: mehr)? ?(?:gekauft|bestellt)?(?: haben| hat)?
      => customers who not bought since $1
    wie ?viele bestellungen (?:wurden|sind) storniert(?: worden)? => how many cancelled orders
    durchschn(?:ittlich(?:er?|en?)?|\\.)? bestellwert => average order value
    verkaufen wir => do we sell
    anteil (?:der |von |an )?(.+?) (?:am|an|vom) (?:gesamt)?umsatz => share of $1 of revenue
    gesamtumsatz => total revenue
    als tabelle => as a table
    im sommer, sommer => summer
    im winter => winter
    weihnachten, weihnachtszeit, weihnachtsgeschaft => christmas
    ostern => easter
    wachstum => growth
    wie laufen die geschafte, wie lauft es, wie geht es dem laden, wie laufts => how are we doing
    was hat sich (?:verandert|geandert) => what changed
    wie ?viel(?:e)? umsatz (?:haben|machten|hatten) wir(?: gemacht)?,
      wie hoch (?:ist|war) (?:der|unser) umsatz => how much revenue
    durchschnittliche(?:r|n)? (?:bestellwert|warenkorb|auftragswert|bon),
      (?:mittlerer )?(?:bestellwert|warenkorbwert|warenkorb|durchschnittsbon) => average order value
    median(?:er)? (?:bestellwert|warenkorb) => median order
    umsatz (?:pro|je) kunden?, umsatz (?:pro|je) kopf => revenue per customer
    bestellungen (?:pro|je) kunden? => orders per customer
    (?:artikel|stuck|teile|einheiten|produkte) (?:pro|je) bestellung => units per order
    anzahl (?:der )?bestellungen => number of orders
    anzahl (?:der )?kunden => number of customers
    wie ?viel(?:e)? neue kunden, wie ?viele neukunden, neue kunden, neukunden => new customers
    (?:neu- und|neue? (?:vs\\.?|gegen|und)) (?:stammkunden|bestandskunden|bestehende kunden|wiederkehrende(?: kunden)?)
      => new vs returning customers
    neukunden (?:vs\\.?|gegen|und) (?:stammkunden|bestandskunden) => new vs returning customers
    umsatz mit neukunden, umsatz von neukunden => revenue from new customers
    wiederkehrende kunden, stammkunden, bestandskunden => returning customers
    wiederkaufs?rate, wiederkaufsquote => repeat rate
    storno(?:quote|rate), stornierungsquote, anteil (?:der )?stornierte[rn]? bestellungen,
      (?:prozent|%) storniert => cancel rate
    stornierte bestellungen => cancelled orders
    (?:retouren|rucksende|ruckgabe)(?:quote|rate) => return rate
    retouren, ruckerstattungen, erstattungen => refunds
    wie ?viele bestellungen, wieviel bestellungen => how many orders
    wie ?viele kunden, wieviel kunden => how many customers
    wie ?viele (?:stuck|artikel|einheiten|teile), wieviel stuck => how many units
    welche kunden haben, kunden,? die, wer hat, welche kunden => customers who
    haben? seit (.+?) nicht(?:s)?(?: mehr)? (?:gekauft|bestellt) => not bought since $1
    seit (.+?) nicht(?:s)?(?: mehr)? (?:gekauft|bestellt)(?: haben| hat)? => not bought since $1
    (?:nie|niemals|noch nie) (.+?) (?:gekauft|bestellt)(?: haben| hat)? => never bought $1
    nur einmal (?:gekauft|bestellt)(?: haben| hat)? => bought only once
    einmalkaufer, einmalkunden => one time buyers
    mehr als (\\d+) (?:mal|male) (?:gekauft|bestellt)(?: haben| hat)? => ordered more than $1 times
    mehr als ([\\d.,k]+)(?: ?(?:euro|€|dollar))? ausgegeben(?: haben| hat)? => spent more than $1
    haben (.+?),? aber (?:keine?n?|nie|nicht) (.+?) (?:gekauft|bestellt) => bought $1 but not $2
    (.+?),? aber (?:keine?n?|nie|nicht) (.+?) (?:gekauft|bestellt)(?: haben)? => bought $1 but not $2
    mit mehr als => with more than
    mehr als => more than
    weniger als => less than
    mindestens => at least
    hochstens => at most
    zwischen => between
    uber(?= [$€]?\\d) => over
    unter(?= [$€]?\\d) => under
    wann hat (.+?) zuletzt (?:gekauft|bestellt) => when did $1 last order
    meistverkaufte(?:n|s)? (?:produkte|artikel)?, bestseller, verkaufsschlager,
      was verkauft sich am besten, was lauft am besten => best sellers
    was verkauft sich nicht, ladenhuter => what is not selling
    beste(?:n|r|s)? => best
    schlechteste(?:n|r|s)?, schwachste(?:n|r|s)? => worst
    grosste(?:n|r|s)? => biggest
    kleinste(?:n|r|s)? => smallest
    starkste(?:n|r|s)? => best
    letzte(?:n|r|s|m)? (\\d+) monate => last $1 months
    letzte(?:n|r|s|m)? (\\d+) tage => last $1 days
    letzte(?:n|r|s|m)? (\\d+) wochen => last $1 weeks
    letzte(?:n|r|s|m)? monat => last month
    letzte(?:n|r|s|m)? jahr, im vorjahr, vorjahr => last year
    letzte(?:n|r|s|m)? woche => last week
    letzte(?:n|r|s|m)? quartal => last quarter
    diese(?:n|r|s|m)? monat => this month
    diese(?:n|r|s|m)? jahr, heuer => this year
    diese(?:n|r|s|m)? woche => this week
    diese(?:n|r|s|m)? quartal => this quarter
    gestern => yesterday
    heute => today
    bisher => so far
    (?:im )?(?:vergleich (?:zum|zu|mit)|gegenuber|verglichen mit), im vergleich zu => vs
    erstes quartal => q1
    zweites quartal => q2
    drittes quartal => q3
    viertes quartal => q4
    januar => january
    februar => february
    marz => march
    mai => in may
    juni => june
    juli => july
    oktober => october
    dezember => december
    (?:pro|je|nach) monat(?:en)?, monatlich, monatsweise => by month
    (?:pro|je|nach) woche(?:n)?, wochentlich => by week
    (?:pro|je|nach) jahr(?:en)?, jahrlich => by year
    (?:pro|je|nach) quartal(?:en)? => by quarter
    (?:pro|je|nach) tag(?:en)?, taglich => by day
    (?:pro|je|nach) wochentag(?:en)? => by weekday
    in jedem => in each
    jede(?:s|r|m|n)? => each
    (?:pro|je|nach) => by
    am wochenende, an wochenenden => on weekends
    (?:unter der|in der) woche, an werktagen, werktags => on weekdays
    (?:top|die) (\\d+) => top $1
    landern?, lander, land => country
    stadten?, stadt => city
    regionen, region => region
    produktlinien?, produktgruppen? => product line
    produkten?, artikeln?, artikel, waren => product
    kategorien?, warengruppen? => category
    kanalen?, kanale, kanal => channel
    umsatze?, verkaufe, einnahmen, erlose? => revenue
    bestellungen, auftrage, bestellung, auftrag => orders
    kunden, kundinnen, kund\\*innen, kunde, kaufer => customers
    stuckzahl, menge, stuck, einheiten => units
    gefahrdete(?:n)? => at risk
    verlorene(?:n)? => lost
    inaktive(?:n)? => inactive
    anteil (?:der|von|des|an) => share of
    anteil => share
    aber nie => but never
    aber kein(?:e|en)? => but not
    ohne => without
    ausser => except
    nicht => not
    und => and
    oder => or
    seit => since
    vor(?= (?:\\d{4}|jan(?:uary?)?)) => before
    (?:aus|in|im|fur|von|vom|zum|zur|auf|bei|mit) der => in the
    (?:aus|im) => in
    fur => for
    von => of
    mit => with
    deutschland => germany
    frankreich => france
    spanien => spain
    osterreich => austria
    schweiz => switzerland
    italien => italy
    norwegen => norway
    schweden => sweden
    danemark => denmark
    finnland => finland
    belgien => belgium
    niederlande, holland => netherlands
    (?:den )?(?:grossbritannien|vereinigten konigreich|england) => uk
    (?:den )?(?:vereinigten staaten|usa|amerika) => usa
    australien => australia
    japan => japan
    zeig(?:e|t)?(?: mir| uns)?, gib(?: mir| uns)?, liste(?: mir| uns)? => show me
    was (?:sind|ist|war|waren), wie (?:hoch |gross )?(?:ist|sind|war|waren),
      welche[rs]? (?:ist|sind|war|waren)?, wer (?:ist|sind) => what is
    wie ?viele?, wie hoch => how much
    haben wir|hatten wir|machen wir|machten wir|haben|hat|hatten|hatte|gab es|gibt es|gemacht|verkauft|gekauft|bestellt|kamen|kommen
      => 
    monat(?:e|en)? => month
    jahr(?:e|en)? => year
    wochen? => week
    quartal(?:e|en)? => quarter
    tag(?:e|en)? => day
    storniert => cancelled orders
    u => and
    wer => who
    durchschn(?:ittlich(?:er?|en?)?|\\.)? => average
    wurden, wurde, worden, wird, werden, sind, ist, war, waren, is, was, etwas, denn =>
    unsere[nrsm]?, unser, mein(?:e[nrsm]?)?, der, die, das, den, dem, des, ein, eine[nrsm]?, es,
      am, an, zu, uns, wir, mir, bitte, denn, mal, alle[rsn]? =>
  `,
  goods: `
    autos? => cars
    zuge?n? => trains
    schiffe?n? => ships
    flugzeuge?n? => planes
    motorrad(?:er)?n? => motorcycles
    lastwagen, lkws? => trucks
    spielzeuge?, spielsachen => toys
    bucher, buch => books
    schuhe?n? => shoes
    taschen? => bags
  `,
};
