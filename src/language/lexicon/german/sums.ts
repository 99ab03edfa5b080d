import { joined } from '../foreign.js';

/** Sums, averages, shares, tails and those who buy no more in German; read before other talk. */
export const sums = joined(`
  (?:mir |uns )?(?:reicht|langt|genugt)(?: mir| uns| erstmal| schon| vollig| auch)*(?: die)? (?:anzahl|
      zahl)(?=[ ,.]*$) ->
  (?:die )?(?:anzahl|zahl) (?:reicht|langt|genugt)(?: mir| uns| erstmal| schon| vollig| auch)*(?=[ ,.]*$) ->
  (?:fur (?:die|unsere|den|das) )(?:weihnachts|geburtstags|gruss|post|dankes)karten(?=[ ,.]*$) ->
  (?:vorm|furs|beim|vor dem|fur das) (?:meeting|termin|call|gesprach|treffen|jour fixe|kaffee|
      wochenende)(?=[ ,:]) ->
  (?:bitte |mal )*(?:auflisten|aufzahlen|anzeigen)(?=[ ,.]*$| ?,) ->
  aber (?:bitte )?(?=ohne|nur) ->
  bloss(?= \\d) -> nur
  ([a-z]{4,}) (?:bitte )?(?:rauslassen|weglassen|ausschliessen|ausklammern|nicht mitzahlen)(?=[ ,.]*$)
      -> ohne $1
  ^[ ,]*([a-z ]{3,40}?),? (?:alle |aller |in allen )(?:sorten|farben|varianten|versionen|
      ausfuhrungen)(?: zusammen(?:genommen)?| gesamt)?,? => products with $1 in the name ,
  (?:alle |aller |in allen )(?:sorten|farben|varianten|versionen|
      ausfuhrungen)(?: zusammen(?:genommen)?| gesamt)?,? ->
  (?:seit|als|uber) (?:mindestens |mind\\.? |gut |rund |etwa |fast |uber |mehr als |einem |eine |einer |
      nem |ner )*halben
      jahr -> seit 6 monaten
  seit (?:dem )?(?:jahresanfang|jahresbeginn|jahreswechsel|anfang des jahres|beginn des jahres)(?! \\d| 20)
      -> seit januar
  kalifornien => california
  getrennt ?lebende[nr]? => separated
  (?:dem |im )?(?:2|zweiten?s?)\\.? halbjahr(?! *(?:von |des jahres )?(?:19|
      20)\\d\\d)(?= *$| *bisher| *bis jetzt) => second half of this year
  (?:dem |im )?(?:1|ersten?s?)\\.? halbjahr(?! *(?:von |des jahres )?(?:19|
      20)\\d\\d)(?= *$| *bisher| *bis jetzt) => first half of this year
  (?:die )?letzten? (\\d+) (tage|wochen|monate)n? (?:gegenuber|ggu?b?\\.?|vs\\.?|gegen|
      zu)(?: den| die)? (?:\\1 )?(?:\\2n? )?
      (?:davor|zuvor|vorher) => last $1 $2 vs previous period
  (?:{whos}|wer hat|wer)(?: hat| haben)? (?:im jahr |im |in )?({span}) (?:noch |etwas |was |
      schon )*{bought}(?: haben|
      hat)?,? (?:aber|und|doch|jedoch|dann)(?: aber)? (?:im jahr |im |in |dann )?({span}) (?:gar |
      uberhaupt |dann |aber
      )*(?:nichts|nicht|nix|nie)(?: mehr)?(?: {bought})?(?: haben| hat)?(?:[ ,–-]+wie ?viele(?: (?:sind|
      waren))?(?: das|
      es)?)? => customers who bought in $1 but not in $2
  was (?:nehmen|kaufen|bestellen|holen) (?:die )?(?:leute|kunden|kaufer),? die (?:die |den |das |ein |eine |
      einen )*(.+?)
      (?:kaufen|bestellen|nehmen|gekauft haben|bestellt haben)(?: (?:sonst|ausserdem|noch|dazu|so|mit|gerne))+
      => what is bought together with $1
  ^[ ,]*(?:der )?kunde?n? (\\d{3,})[:,]? was hat (?:der|die|er|sie) (?:bisher |insgesamt |schon |alles |
      so )*(?:{bought}|
      ausgegeben) und wie oft(?: (?:bestellt|gekauft))?(?=[ ,]*$) => number of orders and revenue customer $1
  wie oft hat (?:der )?(?:kunde )?(\\d{4,}) (?:bei uns |schon |bisher )*{bought}
      => number of orders customer $1
  und was (?:lasst|gibt|bringt|zahlt) (?:der|die|er|sie) (?:uns )?(?:im schnitt |durchschnittlich |
      so )*(?:pro|je)
      (?:bestellung|kauf|einkauf) (?:da|aus|ein|liegen) => and average order value
  (?:kunde |kd\\.? )?(\\d{4,})[,:]? letzte[rsn]? (?:rechnung|bestellung|auftrag|kauf|order)[ ,–-]*(?:wann|
      und) (?:war
      |kam )?(?:die|der|das|und|wie hoch|wie viel|wieviel|wann|fur| )*(?=[ ,]*$) => last order of customer $1
  ([^,:]{3,40}?)[,:]? letzte[rsn]? (?:rechnung|bestellung|auftrag|kauf|order)[ ,–-]*(?:wann|und) (?:war
      |kam )?(?:die|der|das|und|wie hoch|wie viel|wieviel|wann|fur| )*(?=[ ,]*$) => last order of $1
  (?:auftrage|bestellungen) ((?:uber|ab|unter|von mehr als|mit mehr als) [^,]+?),? (?:welche kunden|wer|
      von wem|von welchen
      kunden) (?:warn|waren|sind|war|ist)? ?(?:das|die|es|denn)*(?=[ ,]*$) => list orders $1
  (?:{whos}|wer)(?: hat| haben)? (?:(.+?) )?({more}) ({big})(?: {money})?(?: bei uns)? (?:ausgegeben|
      da ?gelassen|gelassen|
      {bought}|umgesetzt|eingebracht)(?: haben| hat)?(?=[ ,]*$) => customers who spent $2 $3 $1
  was (?:liegt|ist|steht|hangt) (?:alles |noch |gerade |grad )*(?:auf|in|bei) (.+?) und wie ?viel (?:geld|
      umsatz|wert)
      (?:hangt|steckt|liegt|ist) (?:da|dort|darin) ?(?:drin)?(?=[ ,]*$) => orders $1 : number and revenue
  was (?:kam|kommt) ((?:im|in|am|letzte|diese|heute|gestern)[^,]*?) (?:rein|zusammen|rum|herein)(?=[ ,]*$)
      => revenue $1
  (?:zeig(?:e|t|en)?(?: mir| uns)? )?(?:die |alle )?(stornierten|retournierten|zuruckgeschickten|offenen|
      ausstehenden|
      abgeschlossenen|versendeten|strittigen) (?=uber|unter|ab|mit mehr) -> $1 bestellungen
  bestellungen (?:hatten|haben|enthielten|mit) (?:nur |bloss |genau |lediglich )?(\\d+|ein) (?:stuck|
      artikel|teil|produkt)
      (?: drin| enthalten)? => orders with $1 units

  durchschnittsalter, {average} alter, mittleres alter => average age
  (?:das )?alter (?:im schnitt|im durchschnitt|im mittel) => average age
  medianalter, median (?:vom|des|von dem) alters? => median age
  durchschnitts(?:einkommen|gehalt), {average} (?:einkommen|gehalt), einkommen im (?:schnitt|durchschnitt|
      mittel)
      => average income
  median(?:es)? ?einkommen, median (?:vom|des|von dem) einkommens? => median income
  durchschnitts(?:note|bewertung)(?:en)?, {average} (?:note|bewertung|sternebewertung), (?:note|
      bewertung)(?:en)? (?:im
      schnitt|im durchschnitt|im mittel|durchschnittlich) => average rating
  durchschnittsrabatt, {average} rabatt, (?:wie ?viel |welchen )?rabatt (?:geben|gewahren|gaben|
      gewahrten) wir(?: denn|
      so)* {average}, rabatt im (?:schnitt|durchschnitt|mittel) => average discount
  {average} (?:kauf|einkauf|bestellung|rechnung|auftrag|kaufbetrag|rechnungsbetrag|verkauf)(?:s|
      es)?(?=[ ,]*$| (?:bei|von|
      in|im|pro|je|nach|der|aus)) => average order value
  median(?: (?:vom|von|des|der|beim))?(?: den| dem)? (?:kaufbetrag|bestellwert|kauf|warenkorb|auftragswert|
      rechnungsbetrag|
      bestellungen|kaufe|auftrage)(?:s|es)? => median order
  (?<=median.*)(?:bitte )?nicht (?:der|den|das) (?:mittelwert|durchschnitt|mittel)(?=[ ,]*$) ->
  wie ?viele? (?:stuck|artikel|teile) (?:gehen|sind|kommen|werden) (?:{average} )?(?:pro|je|
      auf eine) bestellung
      (?:{average} )?(?:raus|drin|verkauft|enthalten|gekauft|bestellt)? => average units per order
  (?:stuckzahl|stuck|menge|artikel) (?:pro|je) (?:bestellung|auftrag|kauf)(?: {average})?
      => average units per order

  (?<!(?:retour|ruckgab|rucksend|erstattung|gutschrift).*)anzahl(?: ?,| und| u| \\+| &)+ (?:der |
      dem )?(?:betrag|wert|summe|umsatz|gesamtbetrag)(?=[ ,?]*$)
      => number and amount
  (?:betrag|wert|summe|umsatz)(?: ?,| und| u| \\+| &)+ anzahl(?=[ ,?]*$) => amount and number
  (?:verteilung|aufteilung) (?:der |von )?kunden (?:auf|nach|uber|je)(?: die| den)? => number of customers by
  auftragen -> bestellungen
  segmentierungs?gruppen?, segmentgruppen? => segmentation group
  (?:welchen anteil|wie ?viel(?: prozent| %| percent)|wie ?viel) (?:hat|haben|macht|machen|tragt|
      tragen) (.+?) (?:am|an|vom|
      zum|von)(?: der| dem)? ([a-z\\u0001]{3,20})umsatz(?: aus| bei)?(?=[ ,]*$)(?<!gesamtumsatz[ ,]*)
      => share of $1 in $2 revenue
  pariser(?: kunden)? => customers in paris
  (?:wer|welche[rs]? (?:ort|stadt|land)?) ?(?:besser|schlechter) (?:dasteht|lauft|abschneidet|
      da steht),? (.+?) oder ([^,–-]+?)
      (?=[ ,–-]) => $1 vs $2
`);

/** Parts of these patterns. */
export const sumsParts = {
  big: '[$€]?\\d[\\d.]*k|[$€]?\\d{3,}[\\d.,]*',
  span: `\\d{4}|(?:{months}|jan|feb|sept|dez)\\.?(?: \\d{4})?|letztes jahr|letzten jahr|vorjahr|
      vorletztes jahr`,
};
