/** Whole clauses of German: who did what, what is the most, what is compared. Verbs may stand at their
      ends. */
export const clauses = `
  (?:konntest|konnten|kannst|konnt|wurdest) (?:du|sie|ihr)(?: mir| uns)?(?: bitte| mal| kurz| schnell)*
      (?:sagen|zeigen|mitteilen|verraten|nennen),? ->
  (?:ich )?(?:wurde|mochte|wollte)(?: ich)?(?: gerne?)? wissen,? ->
  (?:seit|als|uber|vor|mindestens) (?:gut |rund |etwa |fast )?einem halben jahr -> seit 6 monaten
  (?:seit|als|uber) anderthalb jahren -> seit 18 monaten
  (seit|als|uber|mindestens|gut|rund|etwa|fast) eine[mrn] ({days}) -> $1 1 $2
  kunden (.+? )?von denen wir seit (?:mehr als |uber )?({number}) ({days}) nichts mehr (?:gehort|gesehen)
      haben
      -> kunden $1 die seit $2 $3 nichts bestellt haben
  wie ?viele (?:der |unserer )?kunden ((?:aus|in|im) [^,]+?) (?={have} ) => customers $1 who
  wie ?viele (?:stammkunden|bestandskunden) ((?:aus|in|im) [^,]+?) (?={have} ) => returning customers $1 who
  (?:wie ?viel|welcher) (?:prozent|%|anteil) (?:der |unserer |aller |von unseren )kunden
      (?:kommen|kommt|kaufen|kauft|bestellen|bestellt|kehren|kehrt) {again}
      => what percent of customers come back
  welche[rsn]? ({field}) (?:ist|sind|hat|haben) (.*?) ?am (?:starksten|meisten|schnellsten)
      (?:gewachsen|zugelegt|gestiegen|zugenommen)(?= |$) => which $1 grew most $2
  welche[rsn]? ({field}) (?:ist|sind|hat|haben) (.*?) ?am (?:starksten|meisten|schnellsten)
      (?:geschrumpft|verloren|nachgelassen|gesunken|eingebrochen|zuruckgegangen) => which $1 fell most $2
  ^[ ,]*(?:ob )?(?:haben|hat|hatten|hatte) (?!jemand|irgend|wir )(.+?) (?:noch |schon |uberhaupt |je
      |jemals |auch
      )*(?:etwas|was|irgendwas|irgendetwas)
      {bought} => did $1 buy anything
  wie (?:hat|haben) sich (.+?) (?:von|zwischen) (\\d{4}) (?:auf|zu|und|bis|nach) (\\d{4})
      (?:verandert|entwickelt|gewandelt) => growth $1 $2 vs $3
  (.+?) (?:mehr|weniger|besser|schlechter) verkauft (?:haben )?als (?:im jahr |in |im )?(.+) => $1 vs $2
  welche[rsn]? ({field}) (?:sich )?(.*?) ?am besten (?:verkauft|verkaufen|gelaufen)(?: haben| wurden|
      sind)?$
      => best selling $1 $2
  (?:wert|betrag|summe|hohe|volumen) (?:der|aller|von) ({returns}) -> $1
  ({returns})( [^,]+?)?,? (?:in euro|in geld|als betrag|nach wert|wertmassig|wert|betrag|summe|im wert)(?=
      *$)
      -> $1$2
  welche[rsn]? ({field}) (?:wird|werden|wurden?|hat|haben) (.*?) ?am (?:haufigsten|oftesten)
      {sentback} => top $1 by number of returns $2
  welche[rsn]? ({field}) (?:wird|werden|wurden?|hat|haben) (.*?) ?am meisten {sentback}
      => top $1 by returns $2
  (?:am )?(?:haufigsten|oftesten) (?:zuruckgegebene|retournierte|zuruckgeschickte)[nr]? ({field})
      => top $1 by number of returns
  (?:am )?(?:meisten |meist ?)(?:zuruckgegebene|retournierte|zuruckgeschickte)[nr]? ({field})
      => top $1 by returns
  ,? ?gemessen an(?: der| dem| den| ihrem| ihrer)? => by
  ({figure})s?(?:verteilung|aufteilung|struktur|mix) -> $1
  (?:werbe|marketing)(?:ausgaben|kosten|budget|aufwand|etat) => ad spend
  (?:geld )?(?:fur|in) (?:die )?(?:werbung|marketing|anzeigen)(?: {have} wir)?(?: ausgegeben| gesteckt|
      investiert)?
      => ad spend
  (?:konversions|conversion) ?rate => conversion rate
  furs -> fur
  welche (vip|neuen|treuen|verlorenen|gefahrdeten|inaktiven) kunden(?= {have}| {buy}) => $1 customers who
  in (?:euro|eur|€)(?= |$) ->
  (?:um wie ?viel uhr|zu welcher (?:uhrzeit|tageszeit|stunde)|wann am tag)
      (?:wird|werden|bestellen|kaufen|kommen)
      (?:am meisten|die meisten) ?(?:bestellt|gekauft|kunden|bestellungen|leute)? => orders by hour
  zwei -> 2
  drei -> 3
  vier -> 4
  funf -> 5
  (?:und )?(?:das )?jahr davor, (?:und )?(?:ein|im) jahr davor => and the year before
  (?:und )?(?:der |den |im )?monat davor => and the month before
  von (.{3,20}?) bis(?: zum)? => from $1 to
  median(?:er|e)? ?(?:bestellwert|warenkorb|bestellung) => median order
  nix mehr -> nichts mehr
  nix -> nichts
  (?:{show} )?(?:eine )?(?:liste|ubersicht) (?:der|aller|von|mit|an) => show me
  (?:monats|quartals|wochen|tages|jahres)(?=vergleich) ->
  monats({figures}) -> $1 pro monat
  quartals({figures}) -> $1 pro quartal
  wochen({figures}) -> $1 pro woche
  tages({figures}) -> $1 pro tag
  jahres({figures}) -> $1 pro jahr
  (weihnachts|oster|sommer|winter|herbst|fruhjahrs|fruhlings|wochenend)({figures}) -> $2 $1
  ({figure})s?(?:entwicklung|verlauf|trend|kurve) -> entwicklung $1
  ({figure})s?(?:wachstum|zuwachs|steigerung|veranderung) -> wachstum $1
  ({figure})s?(?:vergleich) -> vergleich $1
  ({figure})s?(?:anteil)e? -> anteil $1
  ({figure})s?(?:prognose|vorhersage) -> prognose $1
  (?:bestell|auftrags)(?:anzahl|zahlen|zahl|menge|volumen) => number of orders
  kunden(?:anzahl|zahlen|zahl) => number of customers
  (?:absatz|verkaufs)(?:zahlen|menge|mengen) => units
  land ?/ ?(?=produkt|stadt|kunde) -> land und

  wann hat (.+?) (?:zuletzt|(?:das|zum) letzte[ns]? mal) (?:etwas )?(?:bei uns )?{bought}
      => when did $1 last order
  wann war (?:die|der) letzte (?:bestellung|kauf|einkauf|auftrag) (?:von|der firma) (.+)
      => when did $1 last order
  letzte (?:bestellung|kauf|einkauf) von (.+) => when did $1 last order
  was hat (.+?) (?:(?:insgesamt|alles|bei uns|bisher) )*ausgegeben => how much did $1 spend
  was hat (.+?) (?:(?:alles|so|bei uns|insgesamt) )*{bought} => what did $1 buy
  wie ?viel hat (.+?) (?:(?:insgesamt|bei uns|bisher) )+ausgegeben => how much did $1 spend
  wo verkaufen wir (?:die meisten|am meisten|am besten) (.+) => top countries $1
  wo verkaufen wir (?!am |die )(.+) => sales by country $1
  (?:welche (?:unserer )?)?kunden (?:sind (?:uns )?|haben wir
      )(?:abgesprungen|abgewandert|weggeblieben|verloren)
      => lost customers
  wie ?viele? (.+?) wir (.+ )?verkauft haben => how many $1 did we sell $2
  (?:wie ?viele?|welcher) (?:prozent|%|anteil) (?:der|unserer|aller|von unseren) kunden
      => what percent of customers who
  wie ?viel hat (.+?) ausgegeben => how much did $1 spend
  (?:{show} )?(?:alle |eine liste (?:der|aller) )bestellungen (?!pro|je|nach|uber|unter|zwischen)
      => list orders

  (?:wie ?viele )?kunden (?:mit|haben|hatten|hat) (\\d+) bestellung(?:en)?,? (.+?),? und (?:mehr als|uber)
      (\\d+)(?: bestellungen)?(?: {have})? => customers with $1, $2, over $3 orders
  wie ?viele (?:unserer |der )?kunden(?= {have}| {buy}| {spend}) => how many customers who
  (?:welche|alle|die) (?:unserer |der )?kunden ((?:aus|in|im|mit|ohne) [^,]+?) (?={have} |{buy} )
      => customers $1 who
  (?:welche|alle) (?:unserer |der )?kunden(?= {have}| {buy}| {spend}) => customers who
  kunden,? (?:die|welche)(?= ) => customers who
  kunden ((?:aus|in|im) [^,]{2,30}),? (?:die|welche)(?= ) => customers $1 who
  (?:wer|alle,? die|diejenigen,? die|leute,? die|welcher kunde)(?= {have}| {buy}| {spend}) => customers who
  (?:hat|haben) (?:schon )?(?:jemand|irgendwer|irgendjemand|kunden) => customers who
  (?:{customers} )?{who} (?:{have} )?(?:(2\\d\\d\\d|im [^ ]+ 2\\d\\d\\d) )?am (?:meisten|haufigsten|
      oftesten) (?:geld
      )?(?:{bought}|ausgegeben)(?: {have})?
    => who spent the most $1
  {who} am haufigsten {buy} => who ordered most often
  (?:{customers} )?{who} (?:{have} )?weniger {bought} als (?!{number})(.+?)(?: {have})?, (?:{customers}
      )?{who} {buy} weniger als (?!{number})(.+) => growth by customer vs $1
  (?:{customers} )?{who} (?:{have} )?mehr {bought} als (?!{number})(.+?)(?: {have})?, (?:{customers}
      )?{who} {buy} mehr als (?!{number})(.+) => growth by customer vs $1
  {who} (?:{have} )?{only} (?:einmal|ein mal|1 mal|eine bestellung)(?: (?:{bought}|gemacht|aufgegeben|
      getatigt))?(?: {have})?
    => who ordered only once
  {who} (?:{have} )?(?:(?:im jahr )?(2\\d\\d\\d) )?(?:mehrmals|mehrfach|ofter|mehr als einmal|mehr als ein
      mal|wieder|erneut) {bought}(?: {have})?
    => who ordered more than once $1
  {who} (?:{have} )?(?:(im .+?|in .+?|2\\d\\d\\d) )?({more} |genau )?({number}) ?(?:mal|x|male)(?:
      (.+?))?(?: bei uns)? {bought}(?: {have})?
    => who ordered $2 $3 times $4 $1
  {who} (?:{have} )?(?:(im .+?|in .+?|2\\d\\d\\d) )?({more} )?({number}) bestellungen(?: (.+?))?(?:
      (?:{bought}|gemacht|aufgegeben|getatigt))?(?: {have})?
    => with $2 $3 orders $4 $1
  {who} (?:{have} )?(?:(.+?) )?(?:fur )?({more} )({amount})(?: {money})?(?: (.+?))? (?:ausgegeben|umsatz
      gemacht|{bought})(?: {have})?
    => who spent $2 $3 $4 $1
  {who} (?:{have} )?(.+?)(?: {bought})?(?: {have})?,? (?:aber|jedoch|doch|und)
      (?:seitdem|danach|seither|spater)
      {no}(?: {bought})?(?: {have})? => who bought $1 but not since
  {who} (?:{have} )?(.+?)(?: {bought})?(?: {have})?,? (?:aber|jedoch|doch|
      und) {no} ?(.+?) {bought}(?: {have})? => who bought $1 but not $2
  {who} (?:{have} )?(.+?) {bought}(?: {have})?,? (?:aber|jedoch|doch|und) {no} (.+)$
      => who bought $1 but not $2
  {who} {buy} (.+?),? (?:aber|jedoch|doch|und) {no} (.+)$ => who bought $1 but not $2
  {who} (?:{have} )?seit (?:uber |mehr als |mindestens )?({number}|eine[mnr])
      ({days}) {no}(?: {bought})?(?: {have})? => who have not bought for $1 $2
  {who} (?:{have} )?{no} seit (?:uber |mehr als |mindestens )?({number}|eine[mnr])
      ({days}) {bought}(?: {have})? => who have not bought for $1 $2
  {who} (?:{have} )?(?:in|wahrend) (?:den|der) letzten ({number}) ({days}) {no}(?: {bought})?(?: {have})?
      => who have not bought for $1 $2
  {who} (?:{have} )?(?:seit|nach) (.+?) {no}(?: {bought})?(?: {have})? => who have not bought since $1
  {who} (?:{have} )?{no} (?:seit|nach) (.+?)(?: {bought})(?: {have})? => who have not bought since $1
  {who} (?:{have} )?zuletzt (vor|seit|nach|im|in) (.+?) {bought}(?: {have})? => whose last order was $1 $2
  {who} (?:{have} )?(.+?) zum ersten mal {bought}(?: {have})? => whose first order was in $1
  {who} (?:{have} )?zum ersten mal (.+?) {bought}(?: {have})? => whose first order was in $1
  {who} (?:{have} )?(?:(.+?) )?{no}(?: (.+?))?(?: {bought})(?: {have})? => who have not bought $1 $2
  {who} (?:{have} )?(.+?) {bought}(?: {have})? => who bought $1
  {who} {buy} (.+) => who bought $1
  kunden ohne (?:bestellung(?:en)?|kauf|einkauf) seit => customers who have not bought since
  kunden ohne (?:bestellung(?:en)?|kauf|einkauf) (?:in den |in der )?letzten ({number}) ({days})
      => customers who have not bought for $1 $2
  kunden ohne (?:bestellung(?:en)?|kauf|einkauf)(?: in| im)? => customers who have not bought in
  (?:seit )?({number}) ({days}) (?:inaktiv|nicht aktiv)e?n?(?: kunden)? => customers inactive for $1 $2
  inaktive kunden seit ({number}) ({days}) => customers inactive for $1 $2

  welche[rsn]? ({field}) {brings} (?:uns )?(?:am meisten|{the}meisten|{the}hochsten|{the}grossten|am besten|
      am starksten) ({figure})(?: ein)? => top $1 by $2
  welche[rsn]? ({field}) {brings} (?:uns )?(?:am meisten|am besten|am starksten)(?: ein)? => top $1
  welche[rsn]? ({field}) {brings} (?:uns )?(?:am wenigsten|{the}wenigsten|{the}niedrigsten|{the}geringsten)
      ({figure})(?: ein)? => worst $1 by $2
  welche[rsn]? ({field}) {brings} (?:uns )?(?:am wenigsten|am schlechtesten|am schwachsten)(?: ein)?
      => worst $1
  (?:welche[rsn]? )?({field}) mit {the}(?:meisten|hochsten|grossten|starksten) ({figure}) => top $1 by $2
  (?:welche[rsn]? )?({field}) mit {the}(?:wenigsten|niedrigsten|geringsten|kleinsten|schwachsten)
      ({figure}) => worst $1 by $2
  welche[rsn]? ({field}) (?:wird|werden|wurde|wurden|hat|haben) (?:sich )?am (?:meisten|haufigsten|besten|
      oftesten) (?:{bought}|verkauft) => best selling $1
  welche[rsn]? ({field}) (?:wird|werden|wurde|wurden|hat|haben) (?:sich )?am (?:wenigsten|seltensten|
      schlechtesten) (?:{bought}|verkauft) => worst $1
  welche ({number}) ({field}) (?:verkaufen sich|verkauften sich|laufen|liefen|gehen|gingen) (.*?) ?am besten
      => top $1 $2 $3
  welche[rsn]? ({field}) (?:verkauf(?:t|en|te|ten)|lauft|laufen|lief|liefen|geht|gehen) (?:sich )?am besten
      => best selling $1
  welche[rsn]? ({field}) (?:verkauf(?:t|en|te|ten)|lauft|laufen|lief|liefen|geht|gehen) (?:sich )?am
      schlechtesten => worst $1
  (?:die )?({field}),? die (?:sich )?am besten (?:verkaufen|laufen) => best selling $1
  (?:an|in|zu) welche[mnr] ({field}) (?:verkaufen|verkauften|verdienen|machen) wir (?:am meisten|am besten|
      den meisten umsatz|den hochsten umsatz) => top $1
  (?:an|in|zu) welche[mnr] ({field}) (?:verkaufen|verkauften|verdienen|machen) wir (?:am wenigsten|am
      schlechtesten) => worst $1
  was (?:verkauft|verkaufte|lauft|lief|geht) (?:sich )?(?:am besten|am meisten|gut), was (?:wird|wurde) am
      (?:meisten|haufigsten) (?:verkauft|{bought}),
    was verkaufen wir am (?:meisten|besten|haufigsten), was sind unsere bestseller => best sellers
  was (?:verkauft|lauft|geht) (?:sich )?(?:nicht|schlecht|kaum), was (?:wird|wurde) (?:nicht|kaum)
      verkauft, ladenhuter,
    produkte,? die sich (?:nicht|schlecht|kaum) verkaufen, welche (?:produkte|artikel) (?:verkaufen sich|
      laufen|gehen) (?:nicht|schlecht|kaum) => what is not selling
  (?:was|welche (?:produkte|artikel)) (?:wird|werden|wurden) (?:oft |haufig |meistens |gerne? )?(?:zusammen|
      gemeinsam) {bought} => bought together
  wie ?viele? (?:kunden|bestellungen)? ?(?:wurden|sind) storniert(?: worden)? => how many cancelled orders
  wie ?viele (?:bestellungen|auftrage) (?:wurden|sind) (.+? )?storniert(?: worden)?
      => how many cancelled orders $1

  (?:verkaufen|verkauften|haben) wir am wochenende (?:besser|mehr)(?: verkauft)?(?: als .+)?, lauft das
      wochenende besser(?: als .+)?
    => do weekends sell better than weekdays
  (?:haben wir|war|ist|lief) (?:der umsatz )?(?:in |im )?(.+?) (?:mehr|besser|hoher|weniger|schlechter|
      starker)(?: umsatz)?(?: verkauft| gemacht)? als (?:in |im )?(.+?)(?: verkauft| gemacht)?$
    => $1 vs $2
  (?:unterschied|vergleich|vergleiche)(?: mir| den umsatz| umsatz)? (?:zwischen |von )?(.+?) (?:mit|und|
      gegen|zu) => compare $1 with
  wie (?:stark |sehr |viel )?(?:ist|sind|hat sich) (?:der |die |unser )?(.+?) (?:gewachsen|gestiegen|
      verandert|gesunken) => growth $1
  (?:ist|sind) (?:der |die |unser )?(.+?) (?:gewachsen|gestiegen|gesunken) => growth $1
  wie (?:laufts|gehts|lauft es|geht es|lauft das geschaft|laufen die geschafte|geht dem laden)(?: uns| dem
      laden| bei uns| so)?, wie stehen wir da, wie stehts => how are we doing
  wie (?:hat|haben) sich (.+?) entwickelt, wie entwickel(?:t|n) sich (.+) => sales trend $1
  wie (?:war|waren|lief|liefen|lauft|laufen) => sales
  (?:was|welchen umsatz|wie ?viel(?: umsatz)?) (?:konnen|durfen|sollten|mussen) wir (.+?) erwarten
      => forecast $1
  (?:was|wie ?viel(?: umsatz)?) (?:werden|erwarten) wir (.+?)(?: (?:verkaufen|machen|einnehmen|umsetzen|
      erzielen))?$ => forecast $1
  (?:habe[n]?|hatten) wir (.+?) verkauft$ => did we sell $1
  wie ?viele? (.+?) (?:haben|hatten) wir (.+ )?verkauft => how many $1 did we sell $2
  was gibt (?:ein|der|jeder) kunde (?:im schnitt|durchschnittlich|im durchschnitt) (?:pro|je) (?:bestellung|
      einkauf) aus => average order value
  (?:was|wie ?viel) gibt (?:ein|der|jeder) kunde (?:im schnitt|durchschnittlich|im durchschnitt) aus
      => revenue per customer
  wie ?viele? (?:artikel|stuck|teile|produkte) (?:sind|werden|hat|enthalt) (?:im schnitt |durchschnittlich |
      im durchschnitt )?(?:in|pro|je) (?:einer |eine )?bestellung(?: {bought}| enthalten)?
      => units per order
  (?:welchen |welcher )?(?:umsatz)?anteil (?:der |von |an )?(.+?) (?:am|an|vom) (?:gesamt)?umsatz
      => share of $1 of revenue
  welchen anteil (?:am (?:gesamt)?umsatz )?(?:hat|haben|macht|machen) (.+?)(?: am (?:gesamt)?umsatz)?(?:
      aus)?$ => share of $1 of revenue
  (?:wie ?viel|welcher) (?:prozent|%|anteil) (?:des|vom|am|unseres) (?:gesamt)?umsatz(?:es)? (?:kommt|
      stammt|entfallt|machen wir|ist|kommen|entfallen|machen|macht)(?: wir)?(?: von| aus| auf| mit| in)?(?:
      den| der)?
    => what share of revenue comes from
`;
