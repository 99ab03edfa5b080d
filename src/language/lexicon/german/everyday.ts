import { joined } from '../foreign.js';

/** What is asked most often in German, in the word order in which it is typed; read before other talk. */
export const everyday = joined(`
  (?:wer (?:sind |waren )?)?(?:unsere |die )?({number})
      (?:besten|grossten|starksten|wichtigsten)(?= (?:in|aus) )
      -> top $1 kunden
  ^[ ,]*(?:haben|hatten|gab es|gabs|machten|bekamen|nehmen|verkaufen|verkauften|verdienen|machen)(?: wir)?
      (?:mit |in |im )?(.+?) (?:mehr|weniger)(?: ein| geld| umsatz)? (?:als|wie) (?:mit |in |im )?(.+?)
      (?: ein| {bought}| gemacht| verkauft)?(?=[ ,]*$)(?<!(?:bestellungen|auftrage|kunden|stuck) .*)
      -> $1 vs $2
  ^[ ,]*(?:haben|hatten|gab es|gabs|machten|bekamen|waren es)(?: wir)? (?:in |im )?(.+?) (?:mehr|weniger)
      ({figure}|auftrage) (?:als|wie) (?:in |im )?(.+?)(?: {bought}| gehabt)?(?=[ ,]*$) -> $2 $1 vs $3
  ^[ ,]*(?:kaufen|bestellen|nehmen|kauften|kauft|bestellt)(?: die)? ([a-z\\u0001]+) (?:mehr|weniger) (.+?)
      (?:als|
      wie) (?:die )?([a-z\\u0001]+)(?: ein)?(?=[ ,]*$) -> $2 $1 vs $3
  (?:gegen|gegenuber|ggu?|vs|im vergleich zu|verglichen mit|zum|mit)(?: dem| den| im)?
      (?:gleiche[nrms]?|selbe[nr]?|
      denselben) (?:zeitraum|tagen?|monaten?|stand)(?: von| in| im jahr| im)? (?=\\d{4}) -> vs
  bisher (?=\\d{4} (?:vs|gegen)) ->
  (?:wann (?:war|kam) )?(?:der |die |das |unser |unsere )?(?:aller)?erste[rs]? (?:auftrag|bestellung|verkauf|
      rechnung)(?: uberhaupt| aller zeiten| jemals)?[ ,]*(?:wann (?:war|kam)
      (?:der|die|das)(?: denn)?)?(?=[ ,]*$)
      => first order ever
  (?:die |unsere )?(?:top )?(\\d+) (?:besten |grossten |wichtigsten )?({field})
      (?:machen|bringen|ergeben|stehen fur|
      sorgen fur|haben) (?:wie ?viele?|welchen anteil|wie ?viel (?:prozent|%))(?: (?:prozent|%))?
      (?:vom|am|des|von)
      (?:gesamt)?umsatz(?:es)?(?: aus)?(?=[ ,]*$) => what share of revenue comes from the top $1 $2
  (?:wie ?viel (?:prozent|%)|welcher anteil)? ?(?:vom|am|des|von) (?:gesamt)?umsatz(?:es)?
      (?:machen|bringen|haben)
      (?:die |unsere )?(?:top )?(\\d+) (?:besten |grossten |wichtigsten )?({field})(?: aus)?(?=[ ,]*$)
      => what share of revenue comes from the top $1 $2
  (?:wer|{whos}) (?:hat |haben )?(?:fur )?zwischen ({amount})(?: {money})? und ({amount})(?: {money})?
      (?: umsatz)? (?:ausgegeben|{bought}|gelassen|gemacht|gebracht)(?: {have})?
      => customers who spent between $1 and $2
  kunden (?:mit|ab) (?:mindestens |wenigstens |ab )?({amount})(?:(?: ?{money})? umsatz| ?{money})(?= |$)
      => customers who spent at least $1
  kunden,? (?:deren|wo die) (?:letzte|letzter) (?:bestellung|auftrag|kauf|rechnung) vor
      (.+?)(?: (?:war|ist|liegt|
      lag|stammt|kam))?(?=[ ,]*$) => customers whose last order was before $1
  kunden,? (?:deren|wo die) (?:letzte|letzter) (?:bestellung|auftrag|kauf|rechnung) nach
      (.+?)(?: (?:war|ist|liegt|
      lag|stammt|kam))?(?=[ ,]*$) => customers whose last order was after $1
  (?:umsatz)?anteil
      (?:der |von |an )?(?:gross(?:en )?(?:auftrage|bestellungen)|gross(?:auftragen|bestellungen)|
      grossauftrage) (?:am|vom|an) (?:gesamt)?umsatz => share of revenue from large deals
  ab (?:dem )?(?=\\d{1,2}\\.? ?(?:{months})|{months}|\\u0001\\d{4}|(?:19|20)\\d\\d(?= |$)) -> seit
  (?:wann (?:war|kam) )?(?:die |der )?(?:letzte|letzter|jungste) (?:rechnung|bestellung|auftrag) (?:von|des
      kunden)
      (?:kunde )?(?!{months}|\\d{4}(?= |$)|diese|letzte|heute|gestern)(.+) => when did $1 last order
  (?:welche |die )?({number} )?(artikel|produkte?|kunden|waren) (?:kommen|kommt|kamen|gehen|gehn|werden) am
      (?:haufigsten|oftesten) (?:zuruck|retour|zuruckgeschickt|retourniert)(?: geschickt)?
      => top $1$2 by number of returns
  (?:welche |die )?({number} )?(artikel|produkte?|kunden|waren) (?:kommen|kommt|kamen|gehen|gehn|werden) am
      meisten (?:zuruck|retour|zuruckgeschickt|retourniert)(?: geschickt)? => top $1$2 by returns
  kunden mit (?:nur|bloss|genau|lediglich) (?:einer|eine|einem|ner|1)
      (?:einzigen )?(?:rechnung|bestellung|auftrag|
      kauf), kunden mit (?:einer|einem) einzigen (?:rechnung|bestellung|auftrag|kauf)
      => customers with only one order
  (?:lohnen|lohnt|rechnen|rechnet) sich (?:der |die |das |unsere )?(.+?)(?: uberhaupt| eigentlich)?(?: noch)?,
      -> $1,
  ({whos}|wer hat) (?:hat |haben )?seit (.+?) (?:nicht|nichts|nix)(?: mehr)?(?: {bought})?(?: {have})?,?
      (?:aber|und)
      (?:davor |vorher )?(?:in |im )?(?:jahr )?(\\d{4}) (?:schon|noch|schon noch)(?: (?:{bought}))?(?=[ ,]*$)
      -> kunden die $3 gekauft haben aber nicht seit $2
  (?:liste |alle |aller )*kunden,? die (?:in |im )?(\\d{4}) (?:dabei|da|aktiv|kunde|bei uns)
      (?:waren|war)?,? ?(?:aber|
      und) (?:in |im )?(\\d{4}) nicht(?: mehr)?(?=[ ,]*$) => customers who bought in $1 but not in $2
  (?:kunden)?liste ((?:aus |in |von )?(?!der|aller|mit|von)[a-z\\u0001]+) mit umsatz(?:en)?(?=[ ,]*$)
      => list of customers in $1
  kunden in ([a-z\\u0001]+) mit umsatz(?:en)?(?=[ ,]*$) => list of customers in $1
  (?:welche )?({field}) (?:sind|ist|liegen|gehen|gingen|waren|haben)
      (.*?)(?:ruckgang|zuruckgegangen|rucklaufig|
      gefallen|gesunken|eingebrochen|im minus|zuruck|nach unten|
      verloren)(?: gegangen)?(?=[ ,]*$)(?<!(?:geschickt|kunden) .*) => $1 with falling revenue $2
  (?:welche )?({field}) (?:sind|ist|liegen|gehen|gingen|waren|haben) (.*?)(?:im plus|gestiegen|nach
      oben|zugelegt)
      (?: gegangen)?(?=[ ,]*$) => $1 with growing revenue $2
  (?:uhrzeit|tageszeit|stunde) mit den meisten (bestellungen|auftragen|kunden) => top hour by $1
  (?:uhrzeit|tageszeit|stunde) mit dem meisten umsatz => top hour
  (?:zuruckgegebene[rn]?|zuruckgeschickte[rn]?|retournierte[rn]?) (?:bestellungen|auftrage) (?:pro|je|nach)
      ({field})
      in (?:%|prozent|percent) => return rate by $1
  (?:anteil|%|prozent) (?:der |an )?(?:zuruckgegebene[rn]?|zuruckgeschickte[rn]?|retournierte[rn]?)
      (?:bestellungen|
      auftrage)(?: (?:pro|je|nach) ({field}))? => return rate by $1
  stornierte (?:bestellungen|auftrage) (.*?),? ?(?:wie ?viel (?:geld|umsatz|euro|wert)|welcher
      (?:wert|betrag))
      (?: (?:war|ist|waren|sind|macht|machen))?(?: (?:das|die|es|zusammen|aus))*(?=[ ,]*$)
      => cancelled orders $1 and revenue
  (?:unsere |die )?({number}) (?:grossten |schlimmsten )?ladenhuter => worst $1 products
  wer (?:von |aus )(?:unseren |den )?stammkunden (?:droht|drohen|ist dabei|konnte|wird)(?: uns)?(?: bald)?
      (?:wegzubrechen|abzuspringen|abzuwandern|verloren zu gehen|wegbrechen|abspringen|abwandern|zu gehen)
      => customers at risk
  (?:droht|drohen) (?:uns )?(?:bald )?(?:wegzubrechen|abzuspringen|abzuwandern|verloren zu gehen)
      -> gefahrdet
  (?:welche[rs]? |wer )?({field}) (?:ist |war |bildet )?(?:insgesamt |aktuell |derzeit )?(?:das |unser )?
      schlusslicht => worst $1
  (?:[:,–-] ?|mit )(?:die )?anzahl(?: ?,| und| u| \\+| &)+ (?:der |dem )?
      (?:betrag|wert|summe|umsatz)(?=[ ,?]*$) => : number and amount
  aller(?=kleinst|grosst|best|schlechtest|teuerst|neuest|erst|letzt) ->
  (?:,? )?was (?:kam|kommt) (?:dabei |da )?(?:rum|rein|raus|zusammen)(?=[ ,?]*$) ->
  (?:die )?(?:anzahl|zahl) (?:reicht|genugt|langt)(?: mir| uns| erstmal| vollig| schon)* ->
`);
