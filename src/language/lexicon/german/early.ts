/** Spellings of talk and particles that say nothing in German: made plain before anything else is read, so
      that no later pattern has to allow for them. */
export const early = `
  na,? (?=wie|was|wer|wo|wann|und) ->
  zuruck (geschickt|gegeben|gesendet|gekommen|geschickte?n?) -> zuruck$1
  ,? ?(?:und )?zum vergleich(?: mit)?(?= (?:das |der |die )?(?:jahr |monat |quartal |letzte|vor|dem |\\d|
      {months})) -> gegen
  (?:lagen |liegen |sind |waren )?(?:genau|exakt) (?:am maximum von|am limit von|am|bei|auf|mit)
      (?=\\d{3,}) => of exactly
  land(?= \\bof\\b) => land
  (zahl|bezahl|verkauf|lauf|mach|kauf|geh|bestell|hol|komm|steh|lieg)n(?![a-z]) -> $1en
  (?:bis|bis zum) (?:jetzt|heute(?! (?:mittag|abend|fruh|nach|vor|um))|dato|heutigen tag) -> bisher
  nach oben (?:oder|und|bzw\\.?) (?:nach )?unten ->
  (zwei|drei|vier|funf|sechs|zehn)mal -> $1 mal
  (\\d{1,2}) ?x(?= (?:bestellt|gekauft)) -> $1 mal
  (?:ofter|haufiger) als (?=\\d+ mal|(?:zwei|drei|vier|funf|sechs|zehn|ein) ?mal) -> mehr als
  (?:(?:nur|genau|bloss|erst|lediglich) )?ein einziges mal -> nur einmal
  (?:mit|haben|hatten) (?:(?:nur|genau|bloss|erst|lediglich) )(?:1|ein|einer|eine|einer einzigen|eine
      einzige) (?:bestellung|kauf|auftrag|einkauf)(?: {have}| gemacht| aufgegeben)*
      -> die nur einmal bestellt haben
  (letzte[nsrm]? (?:jahr|monat|quartal|woche)) (?:zur gleichen zeit|zur selben zeit|um (?:diese|die) zeit|
      zum gleichen zeitpunkt|im (?:gleichen|selben) zeitraum|gleicher zeitraum) -> $1
  letzte[nsrm]? (jahr|monat|quartal|woche) (?:vs\\.?|gegen|gegenuber|zu|zum|oder|und|verglichen
      mit)(?: dem| der)? (?:vorletzte[nsrm]?(?: \\1)?|(?:das|dem|der|den) \\1 davor|davor)
      => last $1 vs previous period
  in (20\\d\\d) ?/ ?(20\\d\\d) -> von $1 bis $2
  (q[1-4]) (?:bisher |bis jetzt )?(?:ggub?\\.?|gegenuber|gegen|vs\\.?|zu|zum|im vergleich zu|verglichen
      mit) (?:dem )?(?:\\1 )?(?:letztes jahr|letzten jahres?|vorjahr(?:es)?|im vorjahr|des vorjahres|vom
      vorjahr|im letzten jahr) => $1 vs previous year
  wie ?(?:viele?|veil|vile|fiel|vil)(?: denn)?(?= (?:so|circa|ungefahr|rund|etwa|genau) ) -> wie viel
  wieviele[rns]?, wieveile -> wie viele
  wieviel, wieveil, wieviell, wifiel, wiviel -> wie viel
  welch(?= (?:ein|einen|eine)(?![a-z])) -> welche
  siehts, sieht s -> sieht es
  schauts -> schaut es
  wars -> war es
  warens -> waren es
  sinds -> sind es
  ists, isses -> ist es
  steht s, stehts -> steht es
  liegts -> liegt es
  kommts -> kommt es
  hats -> hat es
  haste, hastu -> hast du
  kannste, kannstu -> kannst du
  weisste -> weisst du
  hamwa, hamma, hammer, hamwir -> haben wir
  ham, hams -> haben
  hab, hatt -> habe
  nich, ned, nid -> nicht
  nix -> nichts
  keins, keinen einzigen, keine einzige -> kein
  mehrmals, mehrere male, oftmals -> mehrmals
  nen, nem, ner, ne, sone, sonen -> eine
  obs -> ob es
  (?:unsre|unsern|unsrer|unsren) -> unsere
  heuer -> dieses jahr
  bissl, bisserl, bisschen ->
  stk\\.? -> stuck
  durchschn\\.? -> durchschnittlich
  anz\\.? -> anzahl
  (?:umsatz|ums)\\.(?= ) -> umsatz
  bestellg\\.?, best\\.(?= ) -> bestellungen
  kd\\.?, kdn\\.? -> kunden
  art\\. -> artikel
  mtl\\.? -> monatlich
  jahrl\\.? -> jahrlich
  quartalsw\\.? -> quartalsweise
  (?:gj|geschaftsjahr) (?=(?:20)?\\d\\d(?!\\d)) => fiscal year
  inkl\\.? -> inklusive
  exkl\\.? -> ohne
  ,? ?(?<=[ ,])(?<!(?:gehen|gehn|ging|gingen|geht|sind|kam|kamen|ist|holen|
      wie) .*)([a-z]{4,}(?: [a-z]{4,})?) (?:raus|rausgerechnet|rausnehmen|weglassen|weggelassen|abgezogen|
      ausgenommen|herausgerechnet|nicht mitgerechnet|nicht mitgezahlt)(?= *$) -> ohne $1
  ggu\\.?, ggub\\.?, gegenub\\.? -> gegenuber
  v\\. -> von
  zw\\. -> zwischen
  max\\. -> maximal
  mind\\. -> mindestens
  usw\\.?, etc\\.?, o\\.? ?a\\. ->
  ca\\.? ?(?=\\d) ->
  (?:circa|zirka|ungefahr|etwa|so um die|schatzungsweise|grob|uber den daumen)\\.?(?= \\d) ->
  zum (?:ersten|1\\.?) mal, das erste mal, erstmals, erstmalig, zum erstenmal -> zum ersten mal
  zum letzten mal, das letzte mal, letztmals, letztmalig -> zuletzt
  (?<!\\d |ein |eine |ersten |letzte |letzten |letztes |jedes |zweites |zweite |paar |viel |viele |zwei |
      drei |vier |funf |zehn |einziges )mal
      ->
  (?:denn|eigentlich|halt|eben|bitte|wohl|grad|grade|gerade|derzeit|momentan|zurzeit|zur zeit|
      im moment|im augenblick|ja|nun|eh|tatsachlich|wirklich|uberhaupt|einfach|irgendwie|irgendwo|
      vielleicht|eventuell|evtl\\.?|ungefahr|circa|sozusagen|quasi|schon|bereits|
      grundsatzlich|generell|normalerweise|allgemein|jetzt|gleich(?! viel| haufig)|schnell|kurz|rasch|
      bei uns|fur uns|von uns aus|tja|hm+|ah|oh|ach|also|ok|okay|gell|ne|oder so|und so|so in etwa|
      rein interessehalber|interessehalber|aus neugier|nur aus neugier|aus interesse|zufallig|
      mittlerweile|inzwischen|hoffentlich|leider|endlich|wieder (?=ein|eine|einen)) ->
  aktuell(?:en|er|e|es)?(?! offen) ->
  noch(?! (?:nie|nicht|kein|ma))(?! \\w+ nicht) ->
  so(?! (?:viel|wenig|gut|oft|hoch)) ->
  doch(?! .*(?:nicht|kein|nie)) ->
  (?:seit|ab) (?:dem )?(?:anfang|beginn|jahresbeginn|jahresanfang)(?: von| des jahres| vom| des)?
      (?=(?:19|20)\\d\\d|{months}) -> seit
  (?:ab|seit) (?:dem |der |einschliesslich |inklusive )?(?:jahr )?(?=(?:19|20)\\d\\d|{months}) -> seit
  von (?:anfang|beginn)(?: von| des jahres)? (?=(?:19|20)\\d\\d|{months}) -> von
  bis (?:zum |zu |einschliesslich |inklusive )*(?:ende|schluss)(?: von| des jahres| des)? (?=(?:19|
      20)\\d\\d|{months}) -> bis
  kunden?(?:nummer|nr\\.?|id)? (?:nr\\.? |nummer |
      mit der nummer |id )?(?!(?:19|20)\\d\\d(?!\\d))(?=\\d{4,}) -> kunde
  (?:welche[rns]?|was|wie ?viel(?:e)?) kunde (?=\\d{4,}) -> kunde
  nur (?:die )?(\\w+e[nr]?) (?:bestellungen|auftrage)(?= *$|,) -> nur $1
  ^ *([a-z \u0001]{3,30}) oder ([a-z \u0001]{3,30}) *$ -> $1 gegen $2
`;
