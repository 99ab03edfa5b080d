/** What Germans say around a question: who they are, why they ask, how soon, and how the answer should
      come. */
export const around = `
  (?:der|die|mein|meine|unser|unsere|dem|das)? ?\\w*(?:leiter(?:in)?|leitung|inhaber(?:in)?|
      geschaftsfuhrung|ceo|cfo|controller(?:in)?|praktikant(?:in)?|einkauf|lager|kundin|partner|
      investor(?:en)?|beirat|chefs?|vorgesetzte[rn]?) (?:will|mochte|wollte|fragt|fragte|braucht|brauchte|
      hatte gern|hatte gerne|muss|mussen|wollen|hat
      gefragt)(?: heute| morgen| mich| uns| immer| auch| unbedingt)*(?: wissen| sehen| haben)?,?(?: ob)? ->
  (?:habe |hatte |ich )*(?:gehort|gelesen|gemeint|gedacht|das gefuhl|den eindruck),?(?: dass)?,
      angeblich, stimmt (?:das|es|dass)(?: denn| so| uberhaupt)?, (?:ist )?(?:das )?richtig so, (?:ist|
      kann) (?:das )?(?:so|sein),?(?: dass)?, kommt (?:mir|uns) (?:das )?\\w+ \\w+ vor ->
  ,? (?:hast|habt|kriegst|bekomm|krieg) (?:du|ihr|ich|wir)(?: (?:die|das|da|so|was|sowas|es|den|etwas|
      davon|parat|schon|hin))*$ ->
  ,? ?(?:(?:ich|wir) )?(?:will|muss|mochte|soll|werde|wollen|mussen|wurde|mochten|kann|konnte) (?:die|sie|
      den|das|denen|ihn|ihr|ihnen|dann|damit|es)(?: \\w+){0,4} (?:anrufen|durchtelefonieren|anschreiben|
      ansprechen|besuchen|einladen|kontaktieren|mailen|abtelefonieren|schicken|verschicken|vorstellen|
      prasentieren|nachbestellen|bestellen|loben|belohnen|zeigen|wissen|haben|sehen|weitergeben|verkaufen|
      reinschreiben)$ ->
  (?:und )?(?:wie ?viel|was) (?:kam|kommt|war|ist|haben wir|hatten wir|wurde|wurden|ging|geht|sind|
      waren)(?: (?:das|da|dort|dabei|es|denn|so|dann|umsatz))*(?: (?:rein|raus|gemacht|verkauft|umgesetzt|
      zusammen|in summe|eingenommen|genau|in zahlen|in euro|drin))*(?=$| *$) ->
  (?:und )?wie (?:hoch|viel|gross) (?:war|ist|waren|sind) (?:der|die|das|er|sie|es)(?: da| dort| dann)?$ ->
  (?:und )?um wie ?viel(?: prozent| %)?$ ->
  lohnt (?:sich|es sich)(?: der| die| das)? ->
  (?:bei|mit|fur|von) (?:ihm|ihr|denen|ihnen|dem|der)(?= *$|,|$) ->
  (?:die )?(?:ersten|obersten|besten|top|grossten) (\\d{1,2}|drei|funf|zehn|zwei|vier)(?: (?:langen|
      reichen|genugen|sind genug|reicht|langt)(?: mir| uns)?)?(?=$| *$) -> top $1
  (?:langen|reichen|genugen|reicht|langt|genugt)(?: mir| uns| vollig| erstmal)*$ ->
  (?:ich )?(?:bin|binn) (?:(?:ganz|noch) )*neu(?: (?:hier|im team|in der firma|dabei))?(?:,? (?:und|aber))?,
    (?:ich|wir)? ?(?:muss|mussen|soll|sollen) (?:das |es |da )?(?:heute |morgen |nachher )?(?:im|fur|in|
      an|dem|der|den|die|das|zum|zur)
      [a-z ]{3,30} (?:zeigen|vorstellen|prasentieren|erklaren|melden|berichten|haben|liefern|
      abgeben),?(?: und| daher| deshalb)?
      ->
  (?:der |die |mein |meine |unser |unsere )?(?:chefin|chef|boss|vorstand|gf|geschaftsfuhrer(?:in)?|
      buchhaltung|
      marketing|vertrieb|kollegin|kollege|steuerberater(?:in)?|bank|controlling|team) (?:will|mochte|wollte|
      fragt|fragte|braucht|brauchte|hatte gern|hatte gerne|nervt|drangelt|meint|
      sagt)(?: heute| morgen| mich| uns| standig| immer| dauernd)*(?: wissen| sehen| haben)?,?(?: ob)?
      ->
  (?:ich )?(?:wurde?|wird)(?: mich)? (?:gerne? )?interessieren,?, mich (?:wurde |
      interessiert )(?:interessieren)?,?,
    interessant ware(?: (?:noch|auch|zu wissen))*,?, (?:ich )?(?:frag|frage) mich,?(?: ob)?,
    (?:ich )?wusste gerne?,?(?: ob)?, (?:wusste|wissen) gerne?,?, wir fragen uns,?(?: ob)?,
    (?:weiss|wisst) ihr,?(?: ob)?, keine ahnung,?(?: ob| aber)?(?: das geht)?,?,
    (?:es )?ware (?:super|toll|klasse|nett|prima|gut|schon|spitze|mega|cool|hilfreich)(?:,?
      wenn.*)?(?=$| *$),
    (?:falls|wenn) (?:ihr|du|man|es|das|sie) (?:das )?(?:habt|hast|hat|gibt|geht|weisst|wisst)(?: ist)?,?,
    (?:ich )?(?:hatte|habe) (?:gerne?|lieber)(?: noch| auch)?(?: gewusst)?,?, ware gut zu wissen,?,
    zu wissen, gut zu wissen,
    (?:ich )?(?:hatte|brauchte?|brauche|brauch|benotige|suche|will|
      mochte)(?: ich)?(?: gerne?| dringend| heute| auch| nur| mir| ganz)*
      (?:eine?n? |die |den |das )?(?:liste|ubersicht|auswertung|aufstellung|tabelle|statistik|zahl|info|
      infos|zahlen|grafik|report|auszug|zusammenfassung|daten|
      angaben)(?: mit| von| der| zu| zum| zur| uber| aller| fur)*
      ->
  (?:gibt es |habt ihr |hast du |haben wir |gibt |habe )(?:da |dazu )?(?:eine?n? |irgendwelche |
      schon )?(?:liste|ubersicht|auswertung|aufstellung|
      statistik|zahl|info|infos|zahlen|daten)(?: mit| von| der| zu| zum| zur| uber| aller| dazu,? (?:wie|
      was)| fur)*
      ->
  (?:mach|erstell|zieh|such|hol|schick|stell|druck|schreib)e?(?: mir| uns| raus| zusammen)*
      (?:eine?n? |die |den |das )?(?:liste|ubersicht|auswertung|aufstellung|tabelle|statistik|zahl|info|
      infos|zahlen|grafik|diagramm|chart|kurve|report|bericht|auszug|
      export)?(?: mit| von| der| zu| zum| zur| uber| aller| fur)*
      -> zeige
  (?:rechne?|rechnest du|schau|check|guck|sag|sagt|vergleich|such|verrat|verrate)(?:e|st|
      t)?(?: mir| uns| bitte| nach| aus| an| mal)*,?(?: ob)?(?= (?:wie|was|wer|wo|wann|welche|ob|den|die|
      das|der))
      ->
  (?:lass|lasst) (?:mich |uns )?(?:sehen|wissen|schauen|gucken),?, her mit(?: den| der| dem)?,
    (?:ich |wir )?bitten?
      um(?: die| den| eine?n?| das)?(?: zahlen?| info| auskunft| aufstellung)?(?: zu| zum| zur| uber)?
      ->
  (?:bis|noch|spatestens|gerne) (?:bis )?(?:heute|morgen|nachher|montag|dienstag|mittwoch|donnerstag|
      freitag) ?(?:mittag|abend|fruh|nachmittag|vormittag|feierabend|(?:um )?\\d{1,2} uhr|
      nachmittags)(?:,)?,
    bis (?:nachher|gleich|eben|feierabend|spater),?, (?:es )?(?:eilt|ist eilig|ist dringend|
      brennt)(?: sehr| etwas)?,?,
    dringend,?, so bald wie moglich, so schnell wie moglich
      ->
  (?:fur|wegen) (?:(?:die|den|das|der|dem|mein\\w*|unser\\w*|eine?[nrm]?|heutige[snr]?|morgige[snr]?|
      nachste[snr]?) )*(?:prasi|praesi|prasentation|prsi|meeting|jour fixe|jf|call|bankgesprach|bank|steuer|
      steuererklarung|steuerberater(?:in)?|chefin|chef|boss|vorstand|gf|newsletter|mailing|kampagne|
      planung|budget|
      budgetplanung|bericht|report|monatsbericht|quartalsbericht|wochenbericht|jahresbericht|abschluss|
      monatsabschluss|jahresabschluss|teammeeting|vertriebsmeeting|folien?|deck|kollegin|kollege|kollegen|
      investoren|buchhaltung|inventur|uberblick|unterlagen|akten|beirat|betriebsrat|standup|
      protokoll)(?: (?:heute|morgen|ubermorgen|nachher|gleich|nachste woche|am (?:montag|dienstag|
      mittwoch|donnerstag|freitag)|
      um \\d{1,2}(?: uhr)?|morgen fruh))*,?:?
      ->
  (?:grusse?|gruss|lg|vg|mfg|bg|liebe grusse|viele grusse|ciao|tschuss|bis dann|bis spater)(?: \\w+)?[ ,]*$
      ->
  (?:danke|dank|dankeschon|merci|dankend)(?: (?:im|dir|euch|schon|vorab|schonmal|voraus|ihnen|sehr|
      vielmals|lg|gruss))*[ ,]*$
      ->
  (?:frage|ruckfrage|zwischenfrage|info|hinweis|anfrage)(?: am rande| an alle| in die runde)?:,
    (?:mal|nur) (?:so )?(?:eine )?frage:?,
    (?:hi|hallo|hey|moin|moinmoin|moinsen|servus|tach|huhu|na|gude|grias di)(?: (?:du|ihr|leute|zusammen|
      alle|bot|shopkeeper|team|kollegen))?,?
      ->
  (?:als|in form von|in einem?|mit einem?|per|in) (?:kleine[nrsm]? |hubsche[nrsm]? |einem? )?(?:diagramm|
      grafik|chart|balkendiagramm|
      saulendiagramm|liniendiagramm|tortendiagramm|kuchendiagramm|kurve|schaubild|graph|bild|liste|zahl|
      zahlen|ubersicht)(?: darstellen| anzeigen| zeigen| sehen)?
      ->
  (?:in|auf) (?:absoluten |ganzen |konkreten |genauen )?zahlen, (?:nur |bloss )?(?:grob|ungefahr|pauschal|
      ganz grob)(?= *$|,) ->
  (?:kannst|konntest|konnt|kann|konnte|konntet|wurdest|magst|willst) (?:du|ihr|man|jemand|wer|
      einer)(?: (?:mir|uns|da|dazu|auch|vielleicht|es|das|die|den))*
      (?:(?:sagen|zeigen|nennen|raussuchen|verraten|mitteilen|geben|schicken|ausrechnen|aufschlusseln|
      auflisten|erklaren|helfen),?(?: ob)?)?
      ->
`;
