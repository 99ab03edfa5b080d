import { unbroken } from '../foreign.js';

/** German idioms by what they ask for, which need words that later patterns drop ("noch", "mal"). */
export const asked = unbroken(`
  (?:kunden|kd) ((?:19|20)\\d\\d) ja,? ((?:19|20)\\d\\d) nein => customers who bought in $1 but not in $2
  ^[ ,]*([a-z\\u0001 ]{3,30}?) ja,? ([a-z\\u0001 ]{3,30}?) nein[ ,:]+(?:welche|wer)(?: kunden)?
      => customers who bought $1 but not $2
  mo (?:bis )?so(?= |$), montags? bis sonntags? => by weekday
  in welche[rmn] ({field}) wird (?:wie ?viel|am meisten) zuruck ?(?:geschickt|gegeben|gesendet),? in (?:%|
      prozent|
      percent) => return rate by $1
  wie gross ist (?:die |unsere )?kundschaft => number of customers
  wie ?viel (?:ist|war|liegt|haben wir) ([^,]*?) ?in der kasse -> umsatz $1
  (umsatz|verkaufe|bestellungen) (?:manner|frauen),? (?:und |vs |gegen |oder )?(?:manner|frauen)(?=[ ,]*$)
      -> $1 nach geschlecht
  ist (\\u0001.+?) (?:noch|weiterhin|immer noch) (?:ein )?kund(?:e|in)(?: bei uns| von uns)?(?=[ ,]*$),
      (?:kauft|bestellt|ordert) (\\u0001.+?) (?:noch|weiterhin|immer noch)(?: was| etwas)?(?: bei uns| ein)?
      (?=[ ,]*$) => is $1 still a customer
  (?:sorry |entschuldigung |tschuldigung )?(?:nochmals? ich|ich nochmals?|ich schon wieder|ich wieder|
      schon wieder ich)(?= ?[,:.-]) ->
  ich weiss,? (?:es ist |ist )?(?:schon )?(?:{weekdays}|spat|wochenende|feierabend|nervig)[ ,.]*
      (?:aber[ ,]*)? ->
  ^[ ,]*sag(?:t|en sie)?(?: mir| uns| doch| mal| bitte| schnell)+,(?= ) ->
  (?:fur (?:den |die |das |meinen |meine )?(?:chef(?:in)?|boss|geschaftsfuhrer(?:in)?|geschaftsfuhrung|
      vorstand|bank|steuerberater(?:in)?|meeting|team|buchhaltung) )?(?:noch )?(?:bis|vor) \\d{1,2} ?uhr
      (?: heute)?:(?= ) ->
  wo (?:landen|stehen) wir (?:am |zum |bis )?(?:ende (?:des jahres|dieses jahres|vom jahr)|jahresende),
      wo (?:landen wir|gehts hin|geht es hin|geht die reise hin)(?=[ ,]*$), wohin geht die reise,
      (?:womit|mit was) (?:konnen|durfen|mussen) wir (?:noch )?rechnen, was (?:kommt noch|kommt) auf uns zu,
      was erwartet uns(?: noch)?, wie (?:gehts|geht es) (?:jetzt |nun )?weiter(?: (?:beim|mit dem) umsatz)?
      (?=[ ,]*$) => forecast
  woran (?:lags|lag es|lag das|hats gelegen|hat es gelegen)(?: denn)?, wie (?:kommts|kam es|kommt es),
      aus welchem grund -> warum
  wie ?viele? (?:%|prozent|percent) +(?:der kunden |unserer kunden )?(?:kaufen|bestellen|kommen)(?: noch)?
      (?:nochmals?|wieder|erneut|zuruck|ein zweites mal|mehrfach|mehrmals)(?=[ ,]*$),
      wie ?viele (?:kunden )?(?:kaufen|bestellen|kommen) (?:nochmals?|wieder|erneut|zuruck),? in (?:%|
      prozent|
      percent) => repeat rate
  wie ?viel (?:geht|kommt) (?:wieder )?zuruck,? in (?:%|prozent|percent) => return rate
  wie ?viele? (?:%|prozent|percent) +(?:der ware |der bestellungen )?(?:kommt|kommen|geht|gehen|wird|werden)
      (?:wieder )?(?:zuruck(?: ?geschickt| ?gegeben| ?gesendet)?|retourniert|retour)(?=[ ,]*$),
      (?:wie hoch sind )?(?:die )?(?:retouren|rucksendungen) in (?:%|prozent|percent) => return rate
  (?:seit|ab) (?:dem )?(?:jahresbeginn|jahresanfang|anfang des jahres|beginn des jahres)
      (?! (?:19|20)\\d\\d|.*(?:nichts|nicht|nix|nie|kein)) => year to date
  (?:hinken|laufen|hangen) wir dem vorjahr (?:hinterher|voraus|nach)(?=[ ,]*$)
      => sales this year vs same time last year
  (?:liegen|sind|stehen) wir (?:da |jetzt |aktuell |gerade |besser |heuer )*(?:uber|unter|vor|hinter|
      besser als|
      besser da als|schlechter als|schlechter da als)(?: dem| das| im| vom)? (?:vorjahr|letzte[nsm]? jahr|
      vor (?:einem|1) jahr)(?=[ ,]*$) => sales this year vs same time last year
  (?:ein )?wie ?viel (?:geld |kohle )?(?:kam|kommt|kamen|ist|sind)
      (?!(?:so|denn|es|das|der|die|uns|an|aus|von|in) )([^,]*?) ?(?:rein|herein|rum|reingekommen|
      hereingekommen|zusammengekommen)(?=[ ,]*$), was (?:kam|kommt|ist) ([^,]*?) ?(?:rein|herein|
      reingekommen|hereingekommen)(?=[ ,]*$) -> umsatz $1
`);

/** German idioms, compounds and abbreviations by what they ask for: a shop's figures, ranks and people. */
export const concepts = unbroken(`
  wv(?= [a-z]{3}) -> wie viel
  wie ?viel (?=bestellungen|auftrage|kunden|artikel|rechnungen) -> wie viele
  insg, ges(?= *$) -> insgesamt
  ([12]) hj -> $1 halbjahr
  einschl, einschliesslich(?=[ ,]*$) ->
  verkaufs(?:erlose?n?|einnahmen), warenumsatze?, warenerlose? -> umsatz
  ^[ ,]*kassiert -> umsatz
  (?:anzahl|menge|zahl) (?:der |an )?verkaufte[rn]? (?:teile?n?|artikeln?|produkten?|einheiten|stucke?|ware)
      -> stuckzahl
  wie ?viele? (?:stuck|teile|einheiten) (?=(?:pro|je|nach) ) -> stuckzahl
  (bestellungen|auftrage|auftragseingang|rechnungen|kunden|retouren|stornos)( [^,]*)?,? (?:anzahl|zahl|
      als zahl)(?=[ ,]*$) -> anzahl $1 $2
  wie ?viele (bestellungen|auftrage|rechnungen) (?:kamen|kommen|gingen|gehen|sind|kam) ([^,]*?) ?(?:rein|
      ein|
      reingekommen|eingegangen)(?=[ ,]*$) -> anzahl $1 $2
  wie ?viele (?:leute|menschen|personen) (?:kaufen|bestellen|
      shoppen)(?: bei uns)?(?=[ ,]*$) => number of customers
  (?:durchschnitts?|durchschnittliche[rs]? )?bon(?:grosse|hohe|wert)?s?(?: im (?:schnitt|mittel|
      durchschnitt))?, durchschnittsbons?, bongrosse, bonhohe => average order value
  wie ?viel gibt (?:man|ein kunde|jeder) (?:pro|je) (?:bestellung|auftrag|einkauf)(?: im schnitt)? aus
      => average order value
  im (?:mittel|schnitt|durchschnitt) (?:pro|je) (?:auftrag|bestellung|einkauf|bon|rechnung),?
      (?: wie ?viel)?(?=[ ,]*$) => average order value
  (?:typische[rs]? )?(?:bestellwert|auftragswert|warenkorb(?:wert)?|bon)(?:,| im)* \\(?median\\)?
      => median order value
  wie ?viele? (?:%|prozent|percent) +(?:macht|machen|bringt|bringen|kommt aus|kommen aus|kommt von|
      kommen von|entfallt auf|entfallen auf)(?: der| die| das| den)? (?!(?:das|es|wir|sie|er|die|der|
      aus|ein)(?![a-z]))([\\u0001a-z][\\u0001a-z ]{2,30}?)(?: aus| ein)?
      (?=[ ,]*$), ^[ ,]*([\\u0001a-z][\\u0001a-z ]{2,30}?) in (?:%|prozent|percent) +(?:vom|von|des|am)
      (?:ganzen|gesamten|gesamtumsatz(?:es)?|umsatz(?:es)?|total)(?=[ ,]*$) => share of $1

  (?:welche[rs]? )?({field}) (?:{leads})(?=[ ,]*$| (?:in|im|am|seit|dieses|letzte)) -> top $1
  wer (?:fuhrt|fuhrte|liegt vorne?|ist vorne?|hat die nase vorn|ist spitze) (?:bei|unter|in|von) (?:den |
      unseren )?
      ({field}) -> top $1
  (?:bestseller|topseller|renner|verkaufsschlager) (?:nr|nummer|platz|no|#) ?(?:1|eins) => top product
  ({field}) (?:nr|nummer|platz|no|#) ?(?:1|eins)(?= |$), (?:nr|nummer|platz|die) ?(?:1|eins) (?:bei|unter|
      von|der)(?: den)? ({field}) -> top $1
  schlusslichte?r?n? (?:bei|unter|der|
      von)(?: den| unseren)? ({field}), (?:welche[rs]? )?({field}) (?:{trails})
      (?=[ ,]*$) -> schlechteste $1
  was (?:geht|lauft|verkauft sich|zieht|rennt) am (?:schlechtesten|wenigsten|miesesten)(?=[ ,]*$)
      => worst products
  welche[rs]? (produkte?|artikel) (?:lauft|laufen|gehen|geht|ziehen|zieht) (?:gar |uberhaupt |so gut wie )?
      nicht(?: gut)?(?=[ ,]*$) => worst products
  flops? ({number}) (?:der |bei den )?({field}) -> schlechteste $1 $2
  (?:die )?letzten ({number}) (lander|produkte|artikel|stadte|verkaufer|kategorien|produktlinien|regionen)
      (?: nach umsatz)?(?=[ ,]*$) => worst $1 $2
  (?:die )?erste[n]? ({number}) platze (?:bei|unter|von)(?: den)? ({field}) -> top $1 $2
  podium(?: der| bei den| unter den| bei| von)? ({field}) -> top 3 $1
  (?:die )?(?:top )?({number}) (?:grossten |besten )?(?:verkaufsschlager|renner|topseller|kassenschlager|
      zugpferde) => top $1 products
  ruhigste(r?) (?={field}) -> schwachste$1
  (?:fetteste|dickste)(r?) (?=kunde) -> grosste$1
  (?:dickste|fetteste|gewaltigste|grosste einzel)[nrsm]? ?(?:bestellung|auftrag|order) => biggest order
  (?:absolute[rs]? )?rekord(?:bestellung|auftrag) => biggest order
  beste uhrzeit, (?:beste|umsatzstarkste|starkste) (?:stunde|tageszeit), wann kaufen (?:die )?(?:leute|
      kunden)
      am meisten,? (?:nach |welche )?uhrzeit => top hour
  uhrzeiten? => hour

  (?<!von )((?:19|20)\\d\\d) (?:zu|auf) (?=(?:19|20)\\d\\d) -> $1 gegen
  plus (?=(?:in )?(?:19|20)\\d\\d (?:gegenuber|gegen|zu)) -> wachstum
  welche[rsn]? ({field}) (?:haben|hat|sind|ist) ([^,]*?) ?am (?:meisten|starksten|kraftigsten|deutlichsten)
      (?:{grew}) => which $1 grew most $2
  welche[rsn]? ({field}) (?:haben|hat|sind|ist) ([^,]*?) ?am (?:meisten|starksten|deutlichsten) (?:{fell})
      => which $1 fell most $2
  (?:grosste[nr]? )?(?:gewinner|aufsteiger) ([^,]*?) ?(?:bei|
      unter) (?:den )?({field}) => which $2 grew most $1
  (?:grosste[nr]? )?(?:verlierer|absteiger) ([^,]*?) ?(?:bei|
      unter) (?:den )?({field}) => which $2 fell most $1

  (?:kunden|kaufer|abnehmer)(?: mit| die| von)? (?:>=?|uber|ab|oberhalb(?: von)?|jenseits(?: der| von)?|
      mehr als|grosser(?: als)?)(?: den| die)? ?({large}){notcounted}(?: umsatz)?
      => customers who spent more than $1
  (?:kunden|kaufer|abnehmer)(?: mit| die| von)? (?:<=?|unter|unterhalb(?: von)?|weniger als|
      kleiner(?: als)?)
      ?({large}){notcounted}(?: umsatz)?, (?:kunden|kaufer) die (?:noch )?nicht (?:mal |
      einmal )?({large}) (?:bringen|erreichen|
      schaffen|machen|ausgeben|kaufen) => customers who spent less than $1
  (?:bestellungen|auftrage|rechnungen) (?:grosser|hoher|jenseits|oberhalb)(?: als| von| der)? ({large})
      => orders over $1
  (?:bestellungen|auftrage|rechnungen)(?: von| zwischen)? ({large}) ?(?:bis|-|–|und) ?({large})
      => orders between $1 and $2

  (?:gegenuber|gegen|vs) (?:dem |den )?vorjahres(?:umsatz|werten?|wert|zahlen|niveau) -> gegenuber vorjahr
  vorjahres(umsatz|zahlen|bestellungen|gewinn) -> $1 letztes jahr
  vormonats(umsatz|zahlen|bestellungen|gewinn) -> $1 letzter monat
  vorquartals(umsatz|zahlen|bestellungen|gewinn) -> $1 letztes quartal
  vorwochen(umsatz|zahlen|bestellungen|gewinn) -> $1 letzte woche
  gestrige[rns]? (umsatz|bestellungen) -> $1 gestern
  stundlich, stundenweise => by hour
  landerweise -> nach land
  (produkt|artikel|kategorie|kunden|stadte|regionen|verkaufer|filial)weise -> nach $1
  vor zwolf(?=[ ,]*$) -> vor 12 uhr

  (?:dazugewonnene|hinzugewonnene|zugewonnene|gewonnene|frisch gewonnene|
      akquirierte)[nr]? (?:neu)?kunden -> neukunden
  (?:wiederkaufer|ruckkehrer|wiederbesteller)(?:quote|rate|anteil) => repeat rate
  rucklauf(?:quote|rate) => return rate
  eintagsfliegen(?: unter den kunden| bei den kunden)? => one time buyers
  (?:unsere |die )?treueste[n]?(?: kunden)?(?=[ ,]*$) => loyal customers
  (?:abgesprungene|weggelaufene|weggebrochene|verschwundene|abgegangene|davongelaufene)[nr]? kunden,
      kunden,? die (?:weg|abgesprungen|abgewandert|verschwunden|weggeblieben|weggebrochen) sind,
      wer ist uns (?:weggelaufen|abgesprungen|davongelaufen|abhanden gekommen|
      weggebrochen) => lost customers
  nimmer(?: mehr)?(?= (?:{bought})) -> nicht mehr
  ^[ ,]*seit ([^,]+?) (?:nichts|nicht|nie) mehr (?:bestellt|gekauft)[ ,]+(?:welche|
      wer)(?: kunden| alles)?(?=[ ,]*$)
      -> kunden die seit $1 nichts mehr gekauft haben
  kunden auf der kippe, wackelige kunden => at-risk customers
  uberfallige[nr]? (?:kunden|kaufer|besteller), (?:wer|kunden,? die) (?:hatten?|mussten?) (?:schon |langst |
      eigentlich |wieder |mal )*(?:bestellen|kaufen|wiederkommen)(?: mussen| sollen)? => overdue customers
  ^[ ,]*((?:19|20)\\d\\d) (?:noch )?(?:dabei|da|kunde),? (?:aber )?((?:19|20)\\d\\d) nicht(?: mehr)?[ ,:]+
      (?:welche|wer)(?: kunden)? => customers who bought in $1 but not in $2
  wer war ((?:19|20)\\d\\d) (?:noch )?da,? (?:und|aber) ((?:19|20)\\d\\d) nicht(?: mehr)?,
      ((?:19|20)\\d\\d) (?:noch )?(?:bestellt|gekauft),? (?:aber )?((?:19|20)\\d\\d) nicht(?: mehr)?[ ,:]+
      (?:welche|wer)(?: kunden)?
      => customers who bought in $1 but not in $2
  (?<!(?:\\d|{number}|grossten|grosste|besten|beste|wichtigsten) )(?:kaufer|besteller)n? von (?!\\u0001|
      wann|bis|\\d|{months}|letzte|diese)([^,]+?)(?=[ ,]*$)
      -> kunden die $1 gekauft haben
  (?:wer|kunden,? die) (?:{have} )?sowohl ([^,]+?) als(?: auch)? ([^,]+?)(?: (?:{bought}|
      {buy}))?(?: {have})?
      (?=[ ,]*$) => customers who bought $1 and $2

  kunden mit ([^,]+?),? aber (?:ohne|keine[nr]?) ([^,]+?)(?=[ ,]*$) => customers who bought $1 but not $2
  abbestellte[nr]?, geplatzte[nr]?(?= bestellungen| auftrage) -> stornierte
  (?:auftrage|bestellungen) im (?:streit|disput) => disputed orders
  wie ?viel haben wir ([^,]*?) ?(?:nachgelassen|rabattiert|an nachlass gegeben)
      => how much discount $1
  nachlass(?! von) => how much discount
  letzter auftrag -> letzte bestellung
  letzte bestellung (?=\\u0001) -> letzte bestellung von
  (?:von oben nach unten|von gross (?:nach|zu) klein|von hoch (?:nach|zu) niedrig)(?=[ ,]*$) -> nach umsatz
  (?:bloss|lediglich)(?= \\u0001) -> nur
  ,? (\\u0001?[a-z]{3,}) (?:ausgenommen|ausgeschlossen)(?=[ ,]*$) -> ohne $1
  was (?:bleibt|blieb) ([^,]*?) ?(?:hangen|unterm strich)(?=[ ,]*$), wie ?viel gewinn bleibt
      ([^,]*?) ?(?:hangen|ubrig)(?=[ ,]*$) => profit $1
  was (?:passt|geht|gehort) (?:gut )?zusammen, was kaufen (?:die )?(?:leute|kunden) (?:zusammen|dazu|
      gleich mit),
      (?:welche|was fur) (?:artikel|produkte) (?:landen|liegen|gehen|passen|gehoren) (?:oft |haufig |
      meist )*
      (?:zusammen|gemeinsam)(?: im (?:waren|einkaufs)?korb)? => what is bought together
  was (?:tun|machen wir|sollen wir|konnen wir|unternehmen wir) (?:mit|fur|gegen|wegen) (?:den |unseren |
      die )?
      (gefahrdete|verlorene|inaktive|treue)[nr]?(?: kunden)?(?: tun| machen)?(?=[ ,]*$)
      => what should we do about $1 customers
  wie (?:zahlen|bezahlen) (?:die |unsere )?(?:leute|kunden) -> umsatz nach zahlungsart
  wer verkauft wie ?viel -> umsatz nach verkaufer
  (verkaufer|kategorien|produktlinien|lander|stadte|standorte) im vergleich(?=[ ,]*$) -> umsatz nach $1
  norwegische[nr]? => norway
  schwedische[nr]? => sweden
  danische[nr]? => denmark
  finnische[nr]? => finland
  japanische[nr]? => japan
  australische[nr]? => australia
  kanadische[nr]? => canada
  osterreichische[nr]? => austria
  schweizerische[nr]? => switzerland
  belgische[nr]? => belgium
  irische[nr]? => ireland
  portugiesische[nr]? => portugal
  (?:niederlandische|hollandische)[nr]? => netherlands
`);

/** Parts of these patterns. */
export const conceptParts = {
  large: '[$€£]?(?:\\d[\\d.,]{2,}k?|\\d+ ?k)',
  notcounted: `(?! ?(?:jahre?n?|jahrige|bestellungen|auftrage|stuck|kaufe|kaufen|einkaufe|mal|artikel|
    punkte|
    prozent|%|percent|uhr|tage|kunden))`,
  weekdays: 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag',
  leads: `(?:fuhrt|fuhren|dominiert|dominieren|hat die nase vorn|haben die nase vorn|liegt vorne?|
    liegen vorne?|steht (?:ganz )?(?:vorne?|oben)|ist (?:ganz )?(?:vorne?|oben|spitze)|(?:steht|ist|
    liegt) an der
    spitze|macht das rennen)`,
  trails: `(?:ist|liegt|steht) (?:ganz )?(?:hinten|unten|letzte[rs]?|abgeschlagen)|(?:ist|bildet) das
    schlusslicht|hinkt hinterher`,
  grew: 'zugelegt|gewachsen|gestiegen|zugenommen|verbessert|gewonnen|angezogen|hochgegangen|aufgeholt',
  fell: `verloren|eingebusst|nachgelassen|gefallen|gesunken|eingebrochen|abgenommen|zuruckgegangen|
    geschrumpft|abgesackt|abgesturzt|gelitten|verschlechtert`,
};
