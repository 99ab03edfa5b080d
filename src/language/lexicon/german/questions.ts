/** Frames of German questions with their verbs in any form and place: what leads, what falls, who did what,
      which of two. What stands between is kept and read by the patterns after these. */
export const questions = `
  (?:was|wie ?viel) (?:erwartet|kommt auf) uns (.+?)(?: zu)?$, womit (?:konnen|mussen|durfen) wir (.+?)
      rechnen$, mit wie ?viel (?:umsatz )?(?:konnen|mussen|durfen) wir (.+?) rechnen$ => forecast $1
  (?:wie|was) (?:wird|werden) (?:der umsatz |das geschaft |wohl )?((?:im |in der |das )?(?:nachste|
      kommende)\\w* \\w+)(?: (?:werden|laufen|aussehen|bringen))?$ => forecast $1
  (?:welche[rsn]? |gibt es |gab es |hatten wir |haben wir |an welche[nm] )*(?:eine[nrms]? |
      schon )*({field}) (?:mit|machen|machten|hatten|haben|hat|macht|bringen|liegen|kommen|
      waren)(?: wir)?(?: (?:auf|bei))? (?:eine[mn] )?(?:umsatz (?:von )?)?({more})
      ({amount})(?: {money})?(?: umsatz| kohle| geld)?(?: (?:gemacht|{have}|gehabt|gebracht|erzielt|
      gelegen|in summe))*(?! ?(?:bestellungen|kunden|stuck|mal|kaufe))( im .*| in .*| \\d{4})?$
      => $1 with revenue $2 $3 $4
  welche[rsn]? (?:kunden)?segmente? (?:ist|sind|hat|haben) (?:das |die |am |den )*(?:grossten?|grosste|
      starkste[n]?|meisten kunden|meisten|grosste segment)(?: kunden)?$ => number of customers by segment
  (.*)(stornos?|stornierungen)(.*?),? anzahl (?:und|u|\\+|&|mit) (?:wert|
      summe|betrag|hohe|umsatz|volumen)$ -> $1$2 und umsatz $3
  umsatz (?:und|u|\\+|&|mit) anzahl(?= *$|,) -> umsatz und anzahl bestellungen
  ^(?!.*(?:retour|ruckgab|rucksend|erstattung|storn))(.*)anzahl (?:und|u|\\+|&) (?:umsatz|summe|wert|
      betrag)(?= *$|,) -> $1umsatz und anzahl bestellungen
  ^[ ,]*(?:und |sag |zeige )*(?:zeige )(?=zeige) ->
  wie ?viel(?:e)? (?:mehr|weniger)(?: umsatz)? als (?:im jahr |in |im )?(.+?) (?:haben|hatten|machten|
      machen|war|waren|sind) (?:wir )?(?:im jahr |in |im )?(.+?)(?: {rest})?$
      => growth $2 vs $1
  (?:um )?wie ?viel(?: (?:prozent|%))? (?:mehr|weniger|besser|schlechter)(?: umsatz)? (?:haben|hatten|
      machten|machen|war|waren|sind|ist|lief) (?:wir |es )?(.+?) als (?:im jahr |in |im |
      letztes )?(.+?)(?: {rest})?$
      => growth $1 vs $2
  um wie ?viel (?:prozent |% )?(?:ist|sind|hat|haben)(?: sich)? (?:der |die |das |unser |unsere )?(.+?)
      (?:{risen}|{fallen})(?: {have}| {are})? => growth $1

  (?:warum|wieso|weshalb|woran (?:liegt|lag) (?:es|das),? (?:dass )?|wie kommt es,? dass )(?: )?(?:ist|
      sind|war|waren|hat|haben|lief|liefen|lauft|laufen|ging|geht|gehen|gingen|{falls}) (?:sich |der |
      die |das |den |unser |unsere |wir )*(.+?) (?:so |viel |derart |eine? |stark |sehr |um )*(?:{fallen}|
      schlecht|schlechter|mies|runter|zuruck|schwach|wenig|weniger|niedrig|eingeknickt|abgestuzt|im
      keller|nach unten)(?: {rest}| {are}| als.*)?$
      => why did revenue fall $1
  (?:warum|wieso|weshalb|woran (?:liegt|lag) (?:es|das),? (?:dass )?|wie kommt es,? dass )(?: )?(?:ist|
      sind|war|waren|hat|haben|lief|liefen|lauft|laufen|ging|geht|gehen|gingen|{rises}) (?:sich |der |
      die |das |den |unser |unsere |wir )*(.+?) (?:so |viel |derart |stark |sehr |um )*(?:{risen}|gut|
      besser|hoch|hoher|stark|viel|mehr|nach oben)(?: {rest}| {are}| als.*)?$
      => why did revenue rise $1
  (?:warum|wieso|weshalb) (?:{falls}) (?:der |die |das |unser |unsere )?(.+)$ => why did revenue fall $1
  (?:warum|wieso|weshalb) (?:{rises}) (?:der |die |das |unser |unsere )?(.+)$ => why did revenue rise $1

  (?:wie )?(?:hat|haben) sich (?!.*(?:von|zwischen) \\d{4})(?:der |die |das |unser |unsere )?(.+?)
      (?:verbessert|verschlechtert|verandert)(?: oder (?:verbessert|verschlechtert|verandert|nicht))?$
      => is revenue up or down $1
  (?:{goes}) (?:es |der |die |das |unser |unsere |bei |mit |in |im |den |dem )*(.+?) (?:{well}) oder
      (?:eher )?(?:{badly})$ => is revenue up or down $1
  (?:wird|werden) (?:der |die |das |unser |unsere |es )*(.+?) (?:immer )?(?:mehr|weniger|besser|
      schlechter|kleiner|grosser)(?: oder (?:mehr|weniger|besser|schlechter|nicht))?$
      => is revenue up or down $1
  (?:{goes}|nimmt|nehmen|legt|legen) (?:es |der |die |das |unser |unsere |bei |mit |in |im |den |
      dem )*(.+?) (?:zuruck|runter|hoch|rauf|bergab|bergauf|abwarts|aufwarts|ab|zu|nach unten|nach oben|
      ruckwarts)$ => is revenue up or down $1
  (?:{falls}|{rises}) (?:der |die |das |unser |unsere )?(.+?)(?: oder (?:{falls}|
      {rises})(?: er| sie| es)?)?$ => is revenue up or down $1
  (?:ist|sind) (?:der |die |das |unser |unsere |bei den |bei der |bei )?(.+?) (?:rucklaufig|auf dem
      absteigenden ast|im plus|im minus|am wachsen|am sinken|am schrumpfen)(?: oder.*)?$
      => is revenue up or down $1
  (?:geht|ging|laufts|lauft) (?:bei |mit |in |im |den |dem |der |die |das |unsere[nm]? )*(.+?) (?:was|
      etwas)$ => sales $1
  (?:ist|war) (?:bei |mit |in |im |den |dem |der |die |das )+(.+?) (?:was|etwas|irgendwas) (?:los|
      passiert)(?:,.*| kommt.*)?$ => sales trend $1
  was (?:ist|war|geht) (?:denn )?(?:mit|bei|in) (?:den |dem |der |unseren |unserem )?(.+?) (?:los|ab|
      passiert)(?:[ ,]+.*)?$ => sales trend $1
  was (?:ist|wird|war) (?:denn )?mit (?:den |dem |der |unseren |unserem )?(.+)$ => sales $1
  (?:was machen|was macht|was treiben|wie machen sich|wie macht sich|wie schlagen sich|wie schlagt sich|
      wie performen|wie performt) (?:die |der |das |unsere[nr]? |unser )?(?!(?:wir |ich ))(?!.*(?:umsatz|
      prozent|anteil|%))(.+?)$ => sales $1
  wie (?:sieht|sah|sehen|schaut|schaute|steht|stehen|stand) (?:es |das |die |der |wir )*(?:(?:so|da|
      dort) )?(?:(?:mit|bei|in|im|um|fur|beim) )?(?:dem |den |der |die |das |unserem |unseren |
      unserer )?(.+?)(?: (?:denn|so|da))* aus(?:,? (.+))?$ => sales $1 $2
  wie (?:steht|stehen|standen|stand|sieht|schaut) (?:es |wir |das )?(?:mit |bei |in |im |um |fur |den |
      dem |der |die |das |unsere[nmr]? )+(.+?)(?: da)?$ => sales $1
  wie (?:lauft|lief|laufen|liefen|geht|ging|gehen) (?:es |das |der |die |unser |unsere )*(?:geschaft |
      laden |verkauf )?(?:(?:in|im|bei|mit|der|den|dem) )*(?!laden|geschaft)(.+?)$ => sales $1
  wie (?:gut |schlecht )(?:lauft|lief|laufen|liefen|geht|ging|gehen|verkauft|verkaufen|verkauften)
      (?:sich |uns |wir )*(?:der |die |das |den |dem |unser |unsere )*(.+?)(?: {rest})?$ => sales $1

  welche[rsn]? ({field}) (?:hat|haben|hatten?|macht|machen|machten?|bringt|bringen|brachten?|erzielt|
      erzielen|kriegt|bekommt|zeigt|weist|verursacht|verursachen|liefert|liefern|produziert) (?:uns |wir |
      da )*(.*?) ?(?:die |den |das |dem )?(?:{mostof}) (?!$)(?!{bought}|verkauft|gewachsen|zugelegt|
      gestiegen|zugenommen|verloren|geschrumpft|eingebrochen|gesunken|nachgelassen|zuruckgegangen|
      {rest}$)(.+?)(?: {rest}| auf| aus)?$ => top $1 by $3 $2
  welche[rsn]? ({field}) (?:hat|haben|hatten?|macht|machen|machten?|bringt|bringen|brachten?|erzielt|
      erzielen|kriegt|bekommt|zeigt|weist|liefert|liefern|produziert) (?:uns |wir |da )*(.*?) ?(?:die |
      den |das |dem )?(?:{leastof}) (?!$)(?!{bought}|verkauft|gewachsen|
      {rest}$)(.+?)(?: {rest}| auf| aus)?$ => worst $1 by $3 $2
  (?:wer|welche kunden?|welcher kunde) (?:hat|haben|hatte|macht|machte|bringt|brachte) (?:uns |bei
      uns )?(.*?) ?(?:die |den |das )?(?:{mostof}) (?!{bought}|$|umsatz|kohle|
      geld)(.+?)(?: {bought}| gemacht| aufgegeben| {have}| gebracht)*$ => top customers by $2 $1
  (?:wer|welche kunden?|welcher kunde) (?:hat|haben|hatte|macht|machen|machte|bringt|bringen|brachte|
      kauft|kaufen|bestellt|bestellen|gibt|geben|ist|war|sind|waren|lasst|lassen|zahlt|zahlen) (?:uns |
      bei uns |fur uns )?((?:(?!aber|nicht|kein|nie |als |seit)[^,])*?) ?(?:die |den |das )?(?:am meisten|
      meisten|meiste|am starksten|am fleissigsten|hochsten|grossten)(?: (?:umsatz|geld|kohle))?(?: (?:ein|
      aus|da|gemacht|gekauft|bestellt|eingekauft|gebracht|ausgegeben|eingebracht|liegen lassen|gelassen|
      {have}|bei uns|rein|fur uns|von allen))*$ => top customers $1
  (?:wer|welche kunden?|welcher kunde) (?:hat|haben|hatte|macht|machen|bringt|bringen|kauft|kaufen|
      bestellt|bestellen|gibt|geben|ist|war) (?:uns |bei uns )?((?:(?!aber|nicht|kein|nie |als |
      seit)[^,])*?) ?(?:die |den |das )?(?:am wenigsten|wenigsten|am schwachsten|geringsten|
      niedrigsten)(?: (?:umsatz|geld|kohle))?(?: (?:ein|aus|gemacht|gekauft|bestellt|eingekauft|gebracht|
      ausgegeben|eingebracht|{have}))*$ => worst customers $1
  (?:wer|welche kunden?|welcher kunde) (?:hat|haben|kauft|kaufen|bestellt|bestellen|kommt) (?:bei
      uns )?((?:(?!aber|nicht|kein|nie |als |seit)[^,])*?) ?am (?:haufigsten|oftesten)(?: (?:ein|gekauft|
      bestellt|eingekauft|{have}|wieder))*$ => top customers by orders $1
  (?:wer|welche[rs]? (?:verkaufer(?:in)?|mitarbeiter(?:in)?)) (?:hat|verkauft|verkaufte) (.*?) ?am
      meisten(?: verkauft| umsatz)?$ => top salesperson $1
  (?:wer|welche[rs]? (?:verkaufer(?:in)?|mitarbeiter(?:in)?)) (?:hat|verkauft|verkaufte) (.*?) ?am
      wenigsten(?: verkauft| umsatz)?$ => worst salesperson $1
  was (?:wird|wurde|haben|hat|kaufen|kauft|kauften|bestellen|bestellt|bestellten|geht|lauft|lief|verkauft|
      verkaufen|nehmen) (?:sich |wir |denn |uns )*(?:die |der |das |unsere |unser |
      alle )*(?!(?:sich|wir|denn|uns|die|der|das|unsere|unser|alle) )((?:(?!als)[^,])+?) (?:am (?:meisten|
      besten|haufigsten|liebsten|oftesten|ehesten|starksten)|
      besonders (?:gern|gut|oft|viel)|gerne?|gut)(?: {rest}| mit| weg| los)?$ => top products $1
  was (?:wird|wurde|haben|hat|kaufen|kauft|kauften|bestellen|bestellt|geht|lauft|lief|verkauft|verkaufen)
      (?:sich |wir |denn |uns )*(?:die |der |das |unsere )*(?!(?:sich|wir|denn|uns|die|der|das|unsere|
      unser|alle) )((?:(?!als)[^,])+?) (?:am (?:wenigsten|
      schlechtesten|seltensten|schwachsten))(?: {rest})?$ => worst products $1
  was (?:kaufen|kauft|kaufte|bestellt|bestellte) (?:kunde |der kunde )?(\\d{4,})(?: alles| so| ein)*$
      => what did $1 buy
  was (?:kaufen|kauft|kauften|bestellen|bestellt|bestellten) (?:die |der |das |unsere |denn |
      kunde )*(.+?)(?: so| alles| ein| normalerweise| typischerweise)*$ => top products $1
  (?:wann|zu welcher zeit|in welcher zeit|an welchen tagen) (?:verkaufen|verkauften|machen|machten|haben|
      hatten|verdienen) wir (.*?) ?(?:am meisten|am besten|den meisten|am starksten)(?: {rest})?$
      => top months $1
  (?:wann|in welcher zeit) (?:lauft|lief|laufen|liefen|geht|gehen|verkauft|verkaufen) (?:es |sich |das
      geschaft |der laden |die |der |das )*(.*?) ?(?:am besten|am meisten|am starksten)(?: {rest})?$
      => top months $1
  (?:wann|in welcher zeit) (?:lauft|lief|laufen|liefen|geht|gehen|verkauft|verkaufen|verkaufen wir|machen
      wir|haben wir) (?:es |sich |das geschaft |der laden |die |der |das |wir )*(.*?) ?(?:am
      schlechtesten|am wenigsten|am schwachsten)(?: {rest})?$ => worst months $1
  (?:in|an|zu|bei|mit|aus|fur) welche[mnrs]? ({field}) (?:{does}|haben|hatten|sitzen|wohnen|leben|kaufen|
      kommt|kommen|wird|werden|stammen|geben) (?:wir |die |der |das |unsere |uns |sich )*(.*?) ?(?:die |
      den |das )?(?:am meisten|meisten|am haufigsten|am besten|am starksten|hochsten|grossten|beste[nr]?|
      am oftesten)(?: (kunden|bestellungen|retouren|stornos|neukunden|stuck|kaufe|umsatz))?(?: (?:{rest}|
      rein|her|ab|zusammen|an|auf))?$ => top $1 by $3 $2
  (?:in|an|zu|bei|mit|aus|fur) welche[mnrs]? ({field}) (?:{does}|haben|hatten|sitzen|wohnen|leben|kaufen|
      kommt|kommen|wird|werden|stammen|geben) (?:wir |die |der |das |unsere |uns |sich )*(.*?) ?(?:die |
      den |das )?(?:am wenigsten|wenigsten|am seltensten|am schlechtesten|am schwachsten|geringsten|
      niedrigsten)(?: (kunden|bestellungen|retouren|stornos|neukunden|stuck|kaufe|umsatz))?(?: (?:{rest}|
      rein|her|ab|an))?$ => worst $1 by $3 $2
  welche[rsn]? ({field}) (?:sind|ist|war|waren) (?:(?:bei|in|im|aus) (.+?) )?(?:am )?(?:besonders |
      sehr )?(?:beliebtesten|gefragtesten|gefragt|beliebt|begehrt|begehrtesten|wichtigsten|
      erfolgreichsten|profitabelsten|starksten|besten|umsatzstarksten|grossten|top|vorne|ganz vorn|vorn|
      fuhrend|spitze|auf platz 1|gut|lukrativ|lukrativsten)(?: (.+?))?$ => top $1 $2 $3
  welche[rsn]? ({field}) (?:sind|ist|war|waren|lauft|laufen|lief|liefen|geht|gehen|verkauft|verkaufen|
      performt|performen) (?:sich |uns |da )*(?:(?:bei|in|im|aus) (.+?) )?(?:am )?(?:besonders |sehr |
      eher |gerade |so )*(?:unbeliebtesten|unbeliebt|schwachsten|schlechtesten|schlecht|schwach|mies|mau|
      unterirdisch|hinten|ganz hinten|schlusslicht|am ende|kaum|nicht|umsatzschwachsten)(?: {rest})?$
      => worst $1 $2
  welche[rsn]? ({field}) (?:lauft|laufen|lief|liefen|geht|gehen|verkauft|verkaufen|verkauften|performt|
      performen) (?:sich |uns |da )*(?:besonders |sehr |so |richtig |am )*(?:gut|super|prima|
      besten)(?: {rest})?$ => top $1
  welche[rsn]? ({field}) (?:kauft|kaufen|kauften|bestellt|bestellen|nehmen|mogen) (?:die |der |das |
      unsere )?(.+?) (?:am (?:meisten|liebsten|haufigsten|oftesten|besten)|gerne?|besonders|
      bevorzugt)(?: ein)?$ => top $1 $2
  welche[rsn]? ({field}) (?:kauft|kaufen|kauften|bestellt|bestellen) (?:die |der |das |
      unsere )?((?:\\u0001\\w+|kunden|leute|frauen|manner) ?.*)$ => top $1 $2

  (.+?) oder (.+?)[,:]? (?:-|–)? ?(?:was|wer|wo|welche[rsn]?|wovon|womit|wen) {does} {us}(?:es )?(?:mehr|
      besser|am meisten|am besten|starker|hoher|grosser|schneller|vorne|vorn|wichtiger|beliebter|haufiger|
      ofter){rest} => $1 vs $2
  (?:was|wer|wo|welche[rsn]?(?: von beiden)?|wovon|womit) {does} {us}(?:mehr|besser|am meisten|am besten|
      starker|hoher|grosser|wichtiger|beliebter|haufiger){rest}? ?[,:-]? ?(?!als)(?:mit |in |bei |die |
      der |an |am )*(.+?) oder (?:mit |in |bei |die |der |an |am )*(.+?)$ => $1 vs $2
  (?:{does}) (?!.*wochenende)(?:wir |uns |sich )*(?:mehr|besser|ofter|haufiger) (?:umsatz |geld )?(?:mit |
      in |bei |an |die |den |der )*(.+?) (?:oder|als) (?:mit |in |bei |an |die |den |
      der )*(?!\\d+ )(.+?)(?: {rest})?$ => $1 vs $2
  (?:{does}) (?!.*wochenende)(?:uns |sich |wir |bei |mit |in |den |die |der |dem |das )*(.+?) (?:mehr|
      besser|ofter|haufiger|starker|schlechter|schwacher|weniger)(?: umsatz| geld| ein)? (?:oder|als)
      (?:mit |in |bei |an |die |den |der )*(?!eine?[nrms]? |\\d{1,3} |[$€])(.+?)(?: {rest})?$ => $1 vs $2
  (.+?),? (?:was|wer) {does} {us}(?:mehr|besser|starker|vorne|vorn){rest}$ -> $1
  (.+?) (?:im vergleich (?:zu|mit|zum)|verglichen mit|gegenuber|versus|im vgl\\.? zu) (?!vor|dem vor|
      letzt|dem letzt|gleich|selb)(.+?)(?: (?:aus|da|so))?$ => $1 vs $2
  (?:vergleich|vergleiche|unterschied|differenz) (?:mir |den |die |das |umsatz |von |zwischen |
      der )*(.+?) (?:und|mit|zu|gegen|vs\\.?) (.+)$ => $1 vs $2
`;

/** Parts of these patterns. */
export const questionParts = {
  are: 'ist|sind|war|waren|wurde|wurden|worden',
  goes: `(?:lauft|laufen|lief|liefen|geht|gehen|ging|gingen|entwickelt sich|entwickeln sich|wird|werden|
      ist|sind)`,
  falls: `(?:fallt|fallen|fiel|fielen|sinkt|sinken|sank|sanken|schrumpft|schrumpfen|bricht|brechen|brach)`,
  rises: `(?:steigt|steigen|stieg|stiegen|wachst|wachsen|wuchs|wuchsen)`,
  fallen: `(?:eingebrochen|gesunken|gefallen|zuruckgegangen|runtergegangen|abgesturzt|geschrumpft|
      nachgelassen|verloren|abgesackt|abgeschmiert|abgefallen|weggebrochen|runter|abgenommen)`,
  risen: `(?:gestiegen|gewachsen|hochgegangen|zugelegt|zugenommen|explodiert|angestiegen|hochgeschossen|
      raufgegangen|verbessert)`,
  well: '(?:gut|besser|bergauf|aufwarts|hoch|rauf|mehr|rauf|nach oben)',
  badly: '(?:schlecht|schlechter|bergab|abwarts|runter|weniger|nach unten|nicht)',
  mostof: `(?:meisten|meiste|hochsten?|grossten?|starksten?|besten?|hochster|grosster|starkster)`,
  leastof: `(?:wenigsten?|niedrigsten?|geringsten?|kleinsten?|schwachsten?|schlechtesten?|niedrigster|
      kleinster)`,
};
