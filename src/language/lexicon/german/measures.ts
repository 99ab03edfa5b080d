/** Measures, amounts and ranks in German. */
export const measures = `
  (?:roh)?gewinn(?:e|s)?, rohertrag, verdienst => profit
  (?:roh|gewinn|handels)?margen?, (?:roh|gewinn|handels)spanne => margin
  rabattquote, rabattsatz, durchschnittlicher? rabatt => discount rate
  wie ?viele? rabatte? (?:haben|gaben) wir(?: gegeben| gewahrt)? => how much discount
  (?:gewahrte )?(?:rabatte?|preisnachlasse?|nachlasse) => discounts
  bruttoumsatze?, umsatz vor rabatten => gross sales
  (?:einnahmen aus )?versand(?:kosten|erlose|einnahmen|gebuhren) => shipping income
  mehrwertsteuer, umsatzsteuer, mwst, ust, steuern? => tax
  trinkgeld(?:er)? => tips
  wareneinsatz, warenkosten => cost of goods
  (?:durchschnitts?|mittlerer )?(?:bestellwert|warenkorbwert|warenkorb|bon|auftragswert), {average}
      (?:bestellwert|warenkorb|warenkorbwert|auftragswert|bon)(?: (?:pro|je) kunde[n]?)?,
    (?:umsatz|einnahmen) (?:pro|je) (?:bestellung|auftrag|einkauf) => average order value
  median(?:er)? (?:bestellwert|warenkorb) => median order
  (?:{average} )?(?:umsatz|ausgaben) (?:pro|je) (?:kunden?|kopf), kundenwert => revenue per customer
  (?:{average} )?(?:anzahl )?bestellungen (?:pro|je) kunden?, bestellhaufigkeit
      => average orders per customer
  (?:{average} )?(?:anzahl )?(?:artikel|stuck|teile|einheiten|produkte) (?:pro|je) (?:bestellung|auftrag)
      => units per order
  (?:anzahl (?:der )?|zahl der )(?:bestellungen|auftrage), wie ?viele (?:bestellungen|auftrage), wieviel
      bestellungen => number of orders
  (?:anzahl (?:der )?|zahl der )(?:neuen kunden|neukunden) => new customers
  (?:anzahl (?:der )?|zahl der )kunden => number of customers
  umsatz (?:mit|von|durch) (?:neukunden|neuen kunden) (?:und|vs|gegen) (?:stammkunden|bestandskunden|
      bestehenden kunden),
    umsatz (?:mit|von|durch|nach) (?:stammkunden|bestandskunden|bestehenden kunden) (?:und|vs|gegen)
      (?:neukunden|neuen kunden),
    umsatz (?:nach )?neu ?- ?und (?:stammkunden|bestandskunden) => new vs returning revenue
  (?:neu ?- und|neue? (?:vs\\.?|gegen|und)) (?:stammkunden|bestandskunden|bestehende kunden|
      wiederkehrende(?: kunden)?),
    neukunden (?:vs\\.?|gegen|und) (?:stammkunden|bestandskunden),
    (?:stammkunden|bestandskunden) (?:vs\\.?|gegen|und) neukunden => new vs returning customers
  umsatz (?:mit|von|durch) (?:neukunden|neuen kunden) => revenue from new customers
  umsatz (?:mit|von|durch) (?:stammkunden|bestandskunden|bestehenden kunden)
      => revenue from returning customers
  wie ?viele? (?:neue kunden|neukunden), neue[nr]? kund(?:en|innen), neukund(?:en|innen), erstkaufer,
      erstbesteller, neukundengewinnung
    => new customers
  (?:gewonnen|dazugewonnen|hinzugewonnen|dazugekommen|hinzugekommen|geholt|bekommen) =>
  wiederkehrende[nr]? kunden, stammkunden, bestandskunden, bestehende[nr]? kunden => returning customers
  (?:wiederkaufs?|wiederbestell|wiederkehr)(?:rate|quote) => repeat rate
  storno(?:quote|rate), stornierungs(?:quote|rate), (?:anteil|prozentsatz|wie ?viel (?:prozent|%)) (?:der |
      von |an )?(?:stornierte[rn]? bestellungen|stornierungen|stornos),
    (?:wie ?viel )?(?:prozent|%) (?:der bestellungen )?(?:werden |wurden |sind )?storniert => cancel rate
  stornierte[nr]? (?:bestellungen|auftrage), stornierungen, stornos? => cancelled orders
  (?:retouren|rucksende|ruckgabe)(?:quote|rate) => return rate
  (?:retouren|ruckerstattungen|erstattungen|ruckgaben|rucksendungen)(?: (.+?))?,? anzahl und (?:betrag|wert|
      summe) => refunds and number of returns $1
  retouren?, ruckerstattungen, erstattungen, ruckgaben?, rucksendungen => refunds
  treue[nr]? kunden => loyal customers
  anzahl (?:der |an |von )?(?=vip|bestands|gefahrdet|verloren) => number of
  {average} => average
  (?:anzahl|wie ?viele) kunden und umsatz => customers and revenue
  wie ?viele kunden, wieviel kunden, kundenzahl, kundenanzahl => how many customers
  wie ?viele (?:stuck|artikel|einheiten|teile), wieviel stuck => how many units
  wie ?viele? (?:umsatz|geld) (?:haben|machten|hatten) wir(?: gemacht| erzielt)?, wie hoch (?:ist|war)
      (?:der|unser) umsatz => how much revenue
  einmalkaufer, einmalkunden, einmalbesteller => one time buyers
  produktpaare, cross.?selling, zusammen gekauft => bought together
  (?:umsatz)?(?:prognosen?|vorhersagen?|ausblick|hochrechnung) => forecast
  was hat sich (?:verandert|geandert)(?! an) => what changed
  warum, wieso, weshalb, woran liegt (?:das|es) => why
  mehr davon, weiter, nachste seite => next page

  als tabelle, in einer tabelle, tabellarisch => as a table
  mit (?:ihrer |der )?e ?mail(?: adressen?)? => with email
  mit mehr als => with more than
  mehr als, {over}(?= [$€]?\\d) => more than
  weniger als, (?:unter|unterhalb von)(?= [$€]?\\d) => less than
  mindestens, wenigstens => at least
  hochstens, maximal => at most
  zwischen => between
  kumuliert(?:er|e)?, aufsummiert, laufende summe => cumulative
  (?:in|nach) prozent, prozentual(?:er)?, prozent => percent

  meistverkaufte[nsr]?(?: (?:produkte?|artikel))?, bestsellers?, topsellers?, verkaufsschlager,
      kassenschlager, renner => best sellers
  ({number}) (?:umsatz|verkaufs)?(?:starksten|besten|grossten|wichtigsten|meistverkauften) => top $1
  (?:umsatz|verkaufs)?(?:schwachsten|schlechtesten|kleinsten|umsatzschwachsten) ({number}) => worst $1
  ({number}) (?:umsatz|verkaufs)?(?:schwachsten|schlechtesten|kleinsten) => worst $1
  am (?:meisten|haufigsten|besten) verkaufte[nr]?, umsatzstarkste[nsr]?, verkaufsstarkste[nsr]?, am besten
      laufende[nr]? => best
  am (?:wenigsten|seltensten|schlechtesten) verkaufte[nr]?, umsatzschwachste[nsr]? => worst
  beste[nrsm]?, starkste[nrsm]?, wichtigste[nrsm]? => best
  schlechteste[nrsm]?, schwachste[nrsm]? => worst
  grosste[nrsm]?, hochste[nrsm]? => biggest
  kleinste[nrsm]?, niedrigste[nrsm]? => smallest
  die top ({number}) => top $1
  (?:aller zeiten|jemals|bisher uberhaupt|insgesamt) => ever

`;
