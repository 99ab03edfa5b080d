/** How Germans write at work: short, with particles, slang and verbs in every form; read before
      all else. */
export const talk = `
  wie ?viele? (?:verschiedene[rn]?|unterschiedliche[rn]?) (?:artikel|produkte|waren|
      (?:artikel|produkt)nummern?) => how many different products
  wie (?:lauft|lief|steht|geht)(?: es)? (?:um )?(?:der|den|dem|die|das|unser|unserem|im)? ?(?:laden|
      geschaft|verkauf)(?: (?:so|denn|gerade|momentan))*$ => how are we doing
  (?:um|zu|ab|in) (?:welche[rnm]?|wie ?viel|was fur einer) (?:uhrzeit|uhr|tageszeit|stunde)n? (?:{does}|
      bestellen|kaufen|ist|sind|haben|kommen|machen|shoppen)(?: (?:die|unsere|wir|leute|kunden|denn|so|
      da))*(?: (?:am meisten|die meisten|am haufigsten|am liebsten|meisten|viel|besonders
      viel))?(?: (?:los|bestellungen|kunden|rein|umsatz|bestellt|gekauft|leute|bestellungen rein|ein))*$
      => orders by hour
  (?:wer|welche[rs]? kunden?) (?:schickt|schicken|sendet|gibt|geben|bringt|retourniert|retournieren|
      reklamiert|reklamieren|schickte|retournierte)(?: uns)? (.*?) ?(?:am (?:meisten|haufigsten|oftesten)|
      die meisten(?: sachen| artikel| waren)?|besonders viel|viel|
      oft)(?: ware| sachen| artikel)?(?: zuruck)?$ => refunds by customer $1
  (?:was|welche (?:artikel|produkte)) (?:schicken|geben|senden|bringen|retournieren) (?:die |unsere |
      uns )?(?:kunden |leute )?(.*?) ?(?:am (?:meisten|haufigsten|oftesten)|oft|viel|besonders
      oft)(?: zuruck)?$ => top product by number of returns $1
  wie ?viel(?:e)? (?:prozent|%) (?:der |von den |aller |unserer )?(?:bestellungen|auftrage|artikel|waren|
      sendungen) (?:wurden|werden|kommen|kamen|gehen|gingen|sind) (?:wieder )?(?:{sentback}|zuruck|
      retour)(?: gekommen| geschickt| worden)? => return rate
  (?:welche[rsn]? )({field}) {does} (?:sich |uns )?(.*?) ?am (?:besten|meisten|starksten)(?:,? und|,)
      (?:welche[rsn]?|was|und) (?:{does} )?(?:sich )?am (?:schlechtesten|wenigsten|
      schwachsten)(?: {rest})?$ => top 3 and bottom 3 $1 $2
  (?:beste[rns]?|starkste[rns]?|umsatzstarkste[rns]?|top|grosste[rns]?) (?:und|u|/|sowie)
      (?:schlechteste[rns]?|schwachste[rns]?|umsatzschwachste[rns]?|flop|kleinste[rns]?) ({field})
      => top 3 and bottom 3 $1
  (?:tops? und flops?|gewinner und verlierer)(?: bei| der| unter)?(?: den| unseren)? ({field})
      => top 3 and bottom 3 $1
  welche[rsn]? ({field}) (?:liegt|liegen|lag|lagen|ist|sind|war|waren|fuhrt|steht|stehen) (.*?) ?(?:vorne|
      vorn|an der spitze|ganz oben|auf platz (?:1|eins)|an erster stelle)$ => top $1 $2
  welche[rsn]? ({field}) (?:fuhrt|fuhren|fuhrte|dominiert)(?: (.*))?$ => top $1 $2
  (?:welche kunden|wer) (?:spring(?:t|en)|wander(?:t|n)|brechen|bricht|laufen|lauft|driftet|driften|kommt|
      kommen|rutscht|rutschen|gehen|geht|fallen|fallt)(?: (?:uns|denn|da|gerade|so|bald|demnachst))*
      (?:ab|weg|davon|abhanden|verloren|von der stange)(?:,.*)?$ => at risk customers
  wo (?:haben|hatten) wir (.*?) ?umsatz (?:verloren|eingebusst|liegen lassen) => which country fell most $1
  (?:haben wir|hatten wir|haben sie|gibt es|sind es)(?: denn| schon| auch)? (?:mehr|weniger) als \\d+
      kunden => number of customers
  wie lange (?:ist|kauft|bestellt|haben wir|kennen wir) (?:der |die |kunde )*(.+?)(?: (?:kunde|kundin|
      dabei|schon|als kunde|bei uns|ein))*$ => when did $1 first order
  (?:was|wie ?viel(?: (?:prozent|%))?) (?:macht|machen) (?:der |die |das )?(.+?) (?:vom|am|von unserem|an
      unserem) (?:gesamt)?umsatz(?: aus)?$ => share of $1 of revenue
  wie ?viele? (?:bestellungen|auftrage)(?: (?:kamen|kommen|hat|haben|macht|gibt|sind|hatten|wir|es|ein))*
      {average}(?: \\w+)? (?:pro|je|auf) (?:einen )?kunden?(?: (?:rein|ein|auf|gemacht))*
      => average orders per customer
  ^(.*?)(?:nachgelassen|zugelegt|nachlassen|zugenommen)(.*\\d{4} (?:gegen|vs\\.?|zu|gegenuber) \\d{4}.*)$
      -> $1$2
  (?:stammkunden|bestandskunden) (?:oder|gegen|vs\\.?|und) neukunden,?:?(?: -)? (?:umsatz|(?:wer|was)
      {does} {us}(?:mehr|besser|am meisten){rest})$, neukunden (?:oder|gegen|vs\\.?|und) (?:stammkunden|
      bestandskunden),?:?(?: -)? (?:umsatz|(?:wer|was) {does} {us}(?:mehr|besser|am meisten){rest})$,
      (?:wer|was) {does} {us}mehr(?: umsatz)?(?: ein)?,?:?(?: -)? (?:neukunden oder (?:stammkunden|
      bestandskunden)|(?:stammkunden|bestandskunden) oder neukunden)$ => new vs returning revenue
  wie ?viele? (?:verschiedene[rn]?|unterschiedliche[rn]?|einzelne[rn]?) -> wie viele
  (?:wieviele|wie viel|wieviel)(?= (?:kunden|bestellungen|auftrage|artikel|produkte|stuck)) -> wie viele
  durchschnittl\\.? -> durchschnittlicher
  ggu\\.?, ggub\\.?, im vgl\\.? (?:zu|zum|zur|mit), vgl\\.? (?:zu|zum|zur|mit) -> gegenuber
  verkaufst?(?: ihr)? -> verkaufen
  (?:gibt|gab) s, gibts(?: denn)?, gabs(?: denn)?, gibt es, gab es ->
  (?:grossten?|besten?|wichtigsten?) abnehmern? -> besten kunden
  abnehmer(?:n|in|innen|s)?, kundschaft, besteller(?:n|in|innen)?, auftraggeber(?:n|s)? -> kunden
  welche (?:bestellungen|auftrage|(?:bestell|auftrags|order)nummern?)(?= (?:sind|waren|hangen|
      stehen|liegen|
      haben|hatten|wurden|kamen)(?![a-z])) => list orders
  (?:bestell|auftrags|order)(?:nummern?|nrn?\\.?|ids?) -> bestellungen
  (?:artikel|produkt)(?:nummern?|nrn?\\.?|ids?) -> produkte
  (?:wie ?viele? )?(?:kaufe|einkaufe)(?: waren das| sind das)?(?= (?:und|u) ) => orders
  wie ?viele? (?:kaufe|einkaufe) -> wie viele bestellungen
  kaufe(?= *,|$) => number of orders
  wie ?viele? kunden (?:haben|hatten) wir(?! .*(?:verloren|gewonnen|dazu|bekommen|geholt))
      => number of customers
  (?:noch )?(?:nie|niemals) (?:etwas |was )?storniert => niemals storniert
  waren es(?= ) -> sind es
  (wer|was|wann|wo|wie|welches|das|es|davon) waren(?= (?:die|der|das|den|unsere?|es|in|am|im)(?![a-z]))
      -> $1 sind
  (?:pro|je) (?:kauf|einkauf) -> pro bestellung
  (?:und |u )wie ?viele?(?: ist das| war das| sind das)?(?: alles)? (?:zusammen|insgesamt|in summe)
      => and revenue
  (?:und |u )?(?:was|wie ?viele?) (?:ist|sind|war|waren) (?:das|die|sie|der|es)(?: alles| insgesamt|
      zusammen)? wert => and revenue
  wie ?viele? (?:sinds|sind es|sind das|waren es|warens|waren das) => how many

  (?:kohle|knete|asche|zaster|schotter|moneten|mause) -> umsatz
  (?:am )?meiste[ns]? (?:geld|kohle|umsatz|cash) -> am meisten umsatz
  wenigste[ns]? (?:geld|kohle|umsatz|cash) -> wenigsten umsatz

  vor (\\d{1,2}) uhr (?:oder|vs\\.?|gegen|und) (?:danach|spater|nach \\1 uhr|ab \\1 uhr)(?:,?
      (?:wo|wann|was) {does} {us}(?:mehr|besser)(?: umsatz)?)?
      => before $1 o'clock vs after $1 o'clock
  (.+?) oder (.+?),? (?:was|wer|wo|welche[rsn]?|wovon) {does} {us}(?:mehr|besser|am meisten|am besten|
      starker|hoher|grosser|schneller|vorne){rest} => $1 vs $2
  (?:was|wer|wo|welche[rsn]?|wovon) {does} {us}(?:mehr|besser|am meisten|am besten|
      starker|hoher|grosser){rest}?[,:]? (?!als)(.+?) oder (.+?)$ => $1 vs $2
  (.+? (?:gegen|vs\\.?|gegenuber) .+?),? (?:was|wer|wo|welche[rsn]?) {does} {us}(?:mehr|besser|am meisten|
      am besten|starker|hoher|grosser|vorne|vorn){rest} -> $1
  (?:{does} )(?!.*wochenende)(.+?) (?:mehr|besser|schlechter|weniger|starker|schwacher)(?: umsatz|
       kohle| geld| ein)?
      als (?:in |im |bei |mit )?(?!eine?[nrms]? |{number}k?(?![a-z\\d])(?<!(?:19|20)\\d\\d)|
      [$€])(.+?)(?: {rest})?$
      => $1 vs $2
  (?:von|zwischen) (\\d{1,2})(?: uhr)? (?:bis|und) (\\d{1,2}) uhr => from $1 to $2 o'clock
  (?:vor|bis) (\\d{1,2}) uhr => before $1 o'clock
  (?:nach|ab) (\\d{1,2}) uhr => after $1 o'clock
  vormittags?, am vormittag, morgens, am morgen => in the morning
  nachmittags?, am nachmittag => in the afternoon
  abends?, am abend => in the evening
  nachts?, in der nacht => at night

  (?:gerechnet|betrachtet|gesehen)(?=,|$) ->
  ,? ?(?:und )?was bleibt (?:da |dann |uns |noch |dann noch )*(?:ubrig|uber)?$ ->
  (?:die |unsere )?(?:besten|grossten|obersten|top|wichtigsten) (\\d{1,2}) ?(?:%|prozent|percent) (?:der |
      unserer )?kunden (?:machen|bringen|haben|stehen fur|sorgen fur)
      (?:wie ?viele? |welchen |was fur einen )?(?:%|prozent|percent|anteil)?(?: vom| des| am|
      an)?(?: ganzen
      | gesamten )? ?(?:gesamt)?umsatz(?:es)?(?: aus)? => share of revenue of the top $1% of customers
  (?:tage?n?|monate?n?|wochen?),? die (?:komplett |vollig |total |vollkommen |irgendwie )?(?:aus der reihe
      fallen|auffallen|auffallig (?:sind|waren)|rausfallen|herausstechen|rausstechen|ungewohnlich
      (?:sind|waren))(?: beim umsatz)? => unusual days
  (?:auffallige|ungewohnliche|komische|seltsame|merkwurdige) tage?, ausreisser => unusual days
  anteil (?:der |von |an )?(.+?) (?:am|an|vom) (\\u0001?\\w+) (?:gesamt)?umsatz(?: (?:in|in %|in prozent|
      percent))* => share of $1 in $2 revenue
  (?:und|u) (?:der |die |ihr |umsatz)?anteile? => and share of revenue

  wo (?:verkaufen|verkauften|machen|machten|verdienen|haben) wir (?:denn )?(?:am meisten|am besten|
      den meisten umsatz)(?: umsatz)?(?: {rest})? => top country
  wo (?:verkaufen|verkauften|machen|machten|verdienen|haben) wir (?:denn )?(?:am wenigsten|am
      schlechtesten)(?: umsatz)?(?: {rest})? => worst country
  (?:an|in|zu) welche[mnr] ({field}) (?:{does}|haben|hatten)
      (?:wir )?(?:am meisten|am haufigsten|die meisten)(?: {bought}| bestellungen| kaufe)
      => top $1 by orders
  (?:an|in|zu) welche[mnr] ({field}) (?:haben|hatten|machen|machten|verkaufen) wir (.*?) ?(?:am wenigsten|
      den wenigsten|am schlechtesten)(?: umsatz)?(?: {rest})? => worst $1 $2
  (?:an|in|zu) welche[mnr] ({field}) (?:haben|hatten|machen|machten|verkaufen) wir (.*?) ?(?:am meisten|
      den meisten|den hochsten|am besten)(?: umsatz)?(?: {rest})? => top $1 $2
  welche[rsn]? ({field}) (?:gibt|geben|gab|gaben) (.*?) ?(?:am wenigsten)(?: umsatz)?(?: aus)
      => worst $1 $2
  welche[rsn]? ({field}) (?:gibt|geben|gab|gaben) (.*?) ?(?:am meisten)(?: umsatz)?(?: aus)
      => top $1 $2
  welche[rsn]? ({field}) (?:{does} )(?:sich |uns )?(.*?) ?am (?:besten|meisten|starksten)(?: umsatz)?
      {rest}$ => top $1 $2
  welche[rsn]? ({field}) (?:{does} )(?:sich |uns )?(.*?) ?am (?:schlechtesten|wenigsten|
      schwachsten)(?: umsatz)? {rest}$ => worst $1 $2
  welche[rsn]? ({field}) (?:{does}) (?:sich |uns )?(.+?) am (?:besten|meisten|starksten)(?: umsatz)?$
      => top $1 $2
  welche[rsn]? ({field}) (?:{does}) (?:sich |uns )?(.+?) am (?:schlechtesten|wenigsten|
      schwachsten)(?: umsatz)?$ => worst $1 $2
  (?:was|welche (?:artikel|produkte)) (?:wird|wurde|werden|wurden|kam|kamen|kommt) (.*?) ?am
      (?:haufigsten|oftesten|meisten)
      (?:{sentback}|zuruck) => top product by number of returns $1
  wann (?:war|ist|hatten wir|haben wir) (?:denn )?(?:unser |der |unseren |den )?(?=(?:best|starkst|
      schwachst|schlechtest|umsatzst|umsatzsch)\\w+ (?:monat|tag|woche|jahr|quartal)) ->
  (?:womit|wie) (?:zahlen|bezahlen|zahlten|bezahlten) (?:die |unsere )?(?:leute|kunden|meisten)
      (?:am (?:liebsten|haufigsten|meisten))? => top payment method by orders
  wie ?viele? (?:bringt|bringen|macht|gibt|lasst) (?:uns )?(?:ein|jeder|der|so ein) kunde
      {average}(?: ein|
      aus| da)? => average revenue per customer
  wie ?viele? {average} (?:pro|je) kunde => average revenue per customer
  was (?:kostet|bringt) (?:uns )?(?:eine|die) bestellung {average}(?: ein)? => average order value
  {average} (?:pro|je) (?:bestellung|kauf)(?! aus) => average order value
  welche[rsn]? (?:kunden?|kundin) (?:hat|haben) (.*?) ?am (?:haufigsten|oftesten) {sentback}
      => number of returns by customer $1
  (?:welche[rsn]? (?:kunden?|kundin)|wer) (?:hat|haben) (?:uns )?(.*?) ?am meisten {sentback}
      => refunds by customer $1
  (?:wie ?viele?|was) hat (?:uns |bei uns )?(?:kunde )?(\\d{4,}) {sentback} => refunds customer $1
  wie ?viele? hat (?:uns |bei uns )?(.+?) {sentback} => refunds $1
  was hat (?:uns |bei uns )?(.+?) {sentback} => refunds $1
  was hat (?:uns )?(.+?) (?:eingebracht|gebracht|reingebracht) => revenue $1
  wie ?viele? (?:umsatz )?hat (?:uns )?(.+?) (?:eingebracht|gebracht|reingebracht) => revenue $1
  (?:was|wie ?viele?) (?:ist|war) (?:denn )?(?:in|mit) (\\u0001?\\w+) (?:los|passiert)(?:
      gewesen)? => sales $1
  und (\\u0001?\\w+),? wie (?:laufts|lauft es|lief es|liefs)(?: da| dort)? => sales in $1
  alle (\\u0001?\\w+) mit dem,? was sie (?:so )?(?:{bought}|ausgegeben)(?: {have})?(?: \\(?summe\\)?)?
      => top customers in $1
  {customers} (?:sind|waren) (?:denn |grad |gerade |aktuell |jetzt |zur zeit )*(?:unsere|die) ->
  (?:welche kunden|wer) (?:sind|waren) (?:denn |grad |gerade |aktuell |jetzt |zur zeit )*(?:unsere |die
      )?champions => vip customers
  (?:sachen|dinger|teile|zeug|geschichten)(?=:|,|$) ->
  (?:hangen|hangt|liegen|liegt|stehen|steht|schwirren|gammeln) (?:da |hier |denn )*(?:noch |so |alle
      )*(?:rum|herum|fest) ->
  hangende[rn]?(?= (?:bestellungen|auftrage)) ->
  {customers} (\\d{4}) {bought},? aber (\\d{4}) {no}(?: {bought})?(?: {have})?
      => customers who bought in $1 but not in $2
  welche kunden (?:haben )?(?:in |im jahr )?(\\d{4}) (?:etwas |was )?{bought}(?: {have})?,? (?:aber|und)
      (?:in |im jahr )?(\\d{4}) {no}(?: {bought})?(?: {have})? => customers who bought in $1 but not in $2
  (?:{customers}|welche kunden|wer) (?:kaufen|kauft|bestellen|bestellt) jeden monat
      => customers who bought every month
  (?:absteigend|aufsteigend|der grosse nach)(?: sortiert)?(?=[ ,]*$) ->
  (?:ich )?(?:will|mochte|wollte) (?:ja |damit |aber )*(?:keinen|niemanden|niemand|keine?n?)
      \\w+(?:,? (?:nur|
      bloss|sondern|will|wollt|wollte|es))* wissen ->
  (?:ich )?(?:will|wills|wollt|wollte) (?:es |das )?(?:nur|bloss|einfach)(?: mal)? wissen ->
  (?:geben|schicken|raussuchen|zeigen|auflisten|nennen)(?=[ ,]*$) ->
`;

/** Parts of these patterns. */
export const talkParts = {
  does: `(?:bringt|bringen|brachten?|macht|machen|machten?|verkauft|verkaufen|verkaufte?n?|lauft|laufen|
    liefe?n?|lief|geht|gehen|ging(?:en)?|liegt|liegen|lag(?:en)?|ist|sind|war|waren|hat|haben|hatten?|
    gibt|geben|gab(?:en)?|kauft|kaufen|kauften?|bestellt|bestellen|bestellten?|wird|werden|
      wurden?|verdienen|
    verdienten?|spult|kommt|kommen|kam(?:en)?)`,
  us: '(?:(?:uns|wir|sich|denn|eigentlich|da|so|mal|im schnitt|insgesamt) )*',
  rest: `(?: ?(?:ein|aus|rein|umsatz|geld|gemacht|verkauft|gebracht|eingebracht|gelaufen|{bought}|
      ausgegeben|
    verdient|{have}|worden|herein|ab))*`,
};
