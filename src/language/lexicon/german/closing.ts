/** Words of German that are left when all else is read, and that cannot change what is asked: verbs of
      selling, buying, showing and being in their forms, and people. Words that negate, limit, compare or
      count are never among them. */
export const closing = `
  geld, kohle => revenue
  (?:am )?(?:beliebteste|gefragteste|begehrteste|erfolgreichste|lukrativste|profitabelste|fuhrende|
      meistgekaufte|meistbestellte|umsatztrachtigste|starkste|ertragreichste)[nrsm]? => best
  (?:unbeliebteste|unwichtigste|umsatzarmste|erfolgloseste|mieseste|lahmste)[nrsm]? => worst
  (?:meist|haufigst)(?:e|en|er|es)?(?: verkaufte[nsr]?| gekaufte[nsr]?| bestellte[nsr]?) => best
  teuerste[nrsm]? (?:order|orders) => biggest order
  (?:rangliste|ranking|hitliste|hitparade|rangfolge|reihenfolge)(?: der| von| nach)? => top
  (?:zusammen|gemeinsam|zusammengenommen|zusammengerechnet|summe|in summe|gesamt|total|alles in allem|
      unterm strich|komplett|summiert|aufaddiert|addiert) =>
  (?:sortiert|geordnet|gelistet|aufgelistet|sortieren|ordnen)(?: nach (?:hohe|grosse|wert|umsatz|
      betrag))?(?: absteigend| aufsteigend)? =>
  (?:absteigend|aufsteigend)(?: sortiert)? =>
  (?:aufgeteilt|aufgeschlusselt|unterteilt|gesplittet|getrennt|aufgesplittet|heruntergebrochen|
      runtergebrochen|verteilt|gegliedert|gruppiert)(?: in| auf| nach)? => by
  (?:pro|je|nach|per) => by
  (?:getatigt|umgesetzt|verkauft|verkaufe?n?|verkauften?|abgesetzt|eingenommen|einnehmen|erwirtschaftet|
      erwirtschaften|verdient|verdienten?|eingebracht|eingespielt|reingekommen|reinkommen|rein|
      rausgegangen|raus|weggegangen|gegangen|gelaufen|verbucht|gebucht|zusammengekommen|angefallen|
      entstanden|entfallen|entfallt|ausgemacht|ausmachen|ausmacht|dagelassen|gelassen|erreicht|erreichen|
      geschafft|hereingekommen|hereingeholt|aufgegeben|platziert|abgeschlossen worden|eingegangen|
      eingehen|eingetrudelt|reingeflattert|abgegeben|gefahren|zustande gekommen|gezahlt|bezahlt|zahlen|
      zahlt|sprechen|spricht|wohnen|wohnt|leben|lebt|arbeiten|shoppen|einkaufen|einkauft) =>
  (?:bekommen|bekommt|kriegen|kriegt|erhalten|hole?n|holt|spiele?n|spielt|liefern|liefert|generieren|
      generiert|steuern|steuert|tragen|tragt|leisten|leistet|zeigen|zeigt|sieht|aussehen|stehen|steht|
      liegen|liegt|lag|lagen|betragt|betragen|betrug|belauft|belief|sitzen|sitzt|stammen|stammt|gehoren|
      gehort|fallen|fallt|steckt|stecken|beigetragen|bei|dran|drin|drauf|daran|darin|darauf|da|dort|
      drunter|dahinter|ein|aus|ab|los|bei uns|herum|rum|rein) =>
  (?:konnen|kann|konnte|konnten|sollen|soll|sollte|sollten|durfen|darf|wurde|wurden|wollen|wollte|(?:ich|
      er|sie) will|will (?:ich|er|sie|das|den|die)|
      mussen|muss|mag|mochten?|werden|sei|seien|ware|waren|hatte|hatten|brauchte?n?|brauche?n?|habe|hast|
      habt|haben|gehabt|worden|geworden) =>
  (?:wie|was|wer|wo|woher|wohin|womit|wovon|wobei|wofur|welch) (?=\\u0001) =>
  (?:leute|menschen|personen|sachen|dinge|zeug|kram|geschichten|krempel|typen|jungs|madels|damen und
      herren|herrschaften) =>
  (?:gerne?|lieber|normalerweise|meistens|meist|typischerweise|ublicherweise|tatsachlich|offenbar|
      anscheinend|scheinbar|vermutlich|wahrscheinlich|bestimmt|sicher|sicherlich|ehrlich|ehrlich gesagt|
      echt|richtig|krass|ziemlich|relativ|sehr|recht|eher|besonders|vor allem|vorallem|insbesondere|
      hauptsachlich|speziell|ubrigens|nebenbei|apropos|namlich|dann|dazu|dafur|damit|darum|deshalb|daher|
      noch|auch|einzelne[nrs]?|einzeln|entsprechende[nrs]?|verschiedene[nrsm]?|unterschiedliche[nrsm]?|
      diverse[nrs]?|so|wirklich|exakt|genau|genaue[rnsm]?|konkrete[rnsm]?|ganze[nrsm]?|gesamte[nrsm]?|
      komplette[nrsm]?|jeglich(?:e|er|en)?|samtliche[rn]?|selbst|selber|eigene[nrsm]?|hiesige[rn]?|
      lieb(?:e|er|en)?|fleissig|brav|ordentlich|schon|schone[nsr]?|aktuelle[nrsm]?|jetzige[nrsm]?|
      heutige[nrsm]?|derzeitige[nrsm]?) =>
  (?:dies(?:e|er|es|em|en)|jene[rnsm]?|solche[rnsm]?|deren|dessen|ihre[nrsm]?|ihr|sie|ihm|ihn|ihnen|
      seine[nrsm]?|sein|mich|dich|dir|euch|eure[nrsm]?|wem|wen|wessen|selbe[nr]?|dass|ob|weil|wenn|falls|
      damit|beim|vom|zum|zur|ins|ans|fur|um|bei|zu|als wert) =>
  (?:interessier|brauch|benotig|kenn|denk|glaub|vermut|hoff|wunsch|frag|antwort|erklar|nenn|erzahl|
      bericht|schreib|hor|seh|schau|guck|pruf|kontrollier|prasentier|diskutier|bleib|
      funktionier|klapp|gefall|passier|existier|bedeut|heiss|helf|dank|freu|wunder|erinner|wirk|
      schein|verzeichn|verbuch|registrier|erfass|tatig|shopp|erwerb|vertreib|absetz|umsetz|erziel|
      rausspring|anfall|eingeh|reinhol|vorlieg|vorhand|ansteh|anschau|angucken|ansehen|nachschau|
      nachseh|nachguck|hangbleib|ubrigbleib|zusammenkomm|abschneid|dastehen|performt|performen|
      abgeschnitten|aufschlag|zubuche?n|beisteuer|reinbring|einfahr|hinleg|hinbekomm)(?:e|st|t|en|te|ten|
      et|est)? =>
  (?:gesehen|gesucht|gefunden|gezeigt|genannt|gesagt|gefragt|gehabt|gehalten|gekommen|geholt|gelegen|
      gestanden|gesessen|gegangen|gewesen|geworden|gegeben|genommen|geholfen|gedacht|gewollt|gemeint|
      geschickt|gestellt|gelaufen|abgeschnitten|angefallen|angekommen|beigesteuert|hingelegt|verzeichnet|
      reingeholt|reingebracht|rausgesprungen|hangengeblieben|herausgekommen|rausgekommen|eingefahren|
      zustandegekommen|dazugetan|stattgefunden|vorgekommen|abgewickelt|bearbeitet worden|getan) =>
  (?:uberblick|ubersicht|gesamtuberblick|auswertung|auswertungen|aufstellung|zahlenwerk|kennzahl|
      kennzahlen|angaben?|ergebnisse?|infos?|statistik|statistiken|situation|thema|daten|datensatz|
      system|liste|tabelle) =>
  (?:gleichzeitig|zusatzlich|ausserdem|zudem|ebenfalls|ebenso|sowieso|sonst so|demnach|dementsprechend|
      sozusagen|im prinzip|im grunde|grundsatzlich|im allgemeinen|im groben|der vollstandigkeit halber|
      rein rechnerisch|rechnerisch|faktisch|offiziell|insgesamt gesehen|uber alles|alles zusammen|in etwa|
      naherungsweise|gefuhlt|theoretisch|praktisch|nur mal so|spasseshalber|zur sicherheit|zur info|zur
      kontrolle|zum abgleich|vergleichsweise) =>
`;
