/** More of how Germans name periods and grains, made the forms that the patterns of times read. */
export const periods = `
  (?:jahres)?(?:ende|schluss)(?: von| des jahres)? (?=(?:19|20)\\d\\d(?!\\d)) => q4 of
  (?:zu |zum )?(?:jahres)?(?:anfang|beginn)(?: von| des jahres)? (?=(?:19|20)\\d\\d(?!\\d)) => q1 of
  (?:zu |zum )?(?:anfang|beginn)(?: des| vom)? ({months})s?(?: ((?:19|20)\\d\\d))?
      -> vom 1 $1 $2 bis 10 $1 $2
  mitte(?: des| vom)? ({months})s?(?: ((?:19|20)\\d\\d))? -> vom 11 $1 $2 bis 20 $1 $2
  ende(?: des| vom)? (april|juni|september|sept|november|nov)s?(?: ((?:19|20)\\d\\d))?
      -> vom 21 $1 $2 bis 30 $1 $2
  ende(?: des| vom)? (februar|feb)s?(?: ((?:19|20)\\d\\d))? -> vom 21 $1 $2 bis 28 $1 $2
  ende(?: des| vom)? ({months})s?(?: ((?:19|20)\\d\\d))? -> vom 21 $1 $2 bis 31 $1 $2
  ({months})(umsatze?n?|zahlen|geschaft|verkaufe|bestellungen) -> umsatz $1
  (?:im |in den |in |ins )?(?:jahre?n?|anno|kalenderjahr) (?:von )?(?=(?:19|20)\\d\\d(?!\\d)) ->
  (in|seit|ab|jahr|fur|gegen|vs|von|bis|oder|und|zu) (0\\d)(?= *(?:$|,|gegen|vs|und|bis|oder|zu |mit |war|
      haben|hatten|nach|pro|je))(?! ?uhr) -> $1 20$2
  ({months}) (0\\d|1\\d|2\\d)(?= *(?:$|,|gegen|vs|und|bis|oder|zu |mit |war|haben|hatten|nach|pro|je|
      gegenuber)) -> $1 20$2
  (0\\d) (gegen|vs|und|bis|oder|zu) (?=20\\d\\d) -> 20$1 $2
  (?:in |innerhalb )?(?:den |der |die )?(?:letzte|vergangene|vorige|zuruckliegende)[nrsm]? (?:beiden|zwei|
      2) (monaten?|jahren?|wochen|quartalen?|tagen?) -> letzten 2 $1
  (?:in |innerhalb )?(?:den |der |die |des )?(?:zuruckliegende|abgelaufene|verflossene)[nrsm]? -> letzten
  (?:im )?(?:letzte|vergangene|vorige)[nrsm]? halb(?:en |es )?jahr(?:es)? => last 6 months
  (?:im )?letzten dreivierteljahr => last 9 months
  (?:im )?(?:letzten|vergangenen) vierteljahr => last 3 months
  (?:dies(?:es|em|en|er)|im aktuellen|aktuelles|im laufenden|laufendes) (jahr|monat|quartal)s?
      (?:bis ?her|bislang|bis jetzt|bis heute|bis dato|soweit|bis hierhin) -> dieses $1 bisher
  (?:bis ?her|bislang|bis jetzt|bis heute|bis dato|soweit) (?:dies(?:es|em|en|er)|im laufenden) (jahr|
      monat|quartal)s? -> dieses $1 bisher
  dieses jahr bisher => this year so far
  diesen monat bisher, dieses monat bisher => month to date
  dieses quartal bisher => this quarter
  (?:bislang|bis jetzt|bis heute|bis dato|soweit|bis hierhin|bisher) -> bisher
  (?:im |in der |im selben |in )?(?:aktuelle|laufende|jetzige|momentane)[nsrm]? (jahr|monat|quartal|
      woche)s? -> dieses $1
  vor (?:2|zwei) jahren, im vorletzten jahr => year before last
  vor (?:1|einem|eine) jahr => last year
  vor (?:1|einem|eine) monat => last month
  vor (?:2|zwei) monaten => month before last
  (?:im |in der |das )?(?:folgejahr|jahr darauf|jahr danach) => the year after
  (?:vj|vorjahres)(?=(?: |$)) -> vorjahr
  vm(?= |$) -> vormonat
  (?:zum|zur|gegen|gegenuber|vs\\.?|mit|im vergleich zum|verglichen mit|als)(?: dem| der| den)?
      (?:gleichen|selben|vergleichbaren) (?:zeitraum|monat|monats|quartal|quartals|zeit|woche)(?: (?:im|
      des|vom|in|letztes|letzten|ein))*(?: (?:vorjahres?|jahr(?:es)?|jahr davor|jahr zuvor))?, wie
      letztes jahr um (?:die|diese) zeit, (?:als |zu |gegen )?letztes jahr um (?:die|diese) zeit, im
      jahresvergleich => vs previous year
  (?:im vergleich (?:zum|zur|zu|mit)|verglichen mit|zum|gegenuber|gegen|vs\\.?|im vergleich zum|als|
      verglichen mit|zu)(?: dem)? (?:letzten|vorigen|
      vergangenen)(?= *(?:$|,|und )) => vs previous period
  (?:im vergleich (?:zum|zur|zu|mit)|verglichen mit|zum|zur|zu|gegenuber|gegen|vs\\.?|als im|
      als)(?: dem| der)? (?:vorjahr|jahr davor|jahr zuvor|letzten
      jahr|vorjahreszeitraum|vorjahreswert|vorjahreszahlen?|vorjahresmonat|vorjahresquartal)(?:es|s)?
      => vs previous year
  (?:im vergleich (?:zum|zur|zu|mit)|verglichen mit|zum|zur|zu|gegenuber|gegen|vs\\.?|als im|
      als)(?: dem| der)? (?:vormonat|monat davor|monat zuvor|
      vorquartal|quartal davor|vorwoche|woche davor|vorperiode)(?:s)? => vs previous period
  (\\d{1,2})\\.? (?:kw|kalenderwoche)(?: ((?:19|20)\\d\\d))? -> kw $1 $2
  kw ?(\\d{1,2}) ?/ ?((?:19|20)?\\d\\d) -> kw $1 $2
  (?:erste|ersten|1\\.?) (?:mai)?woche (?:im |des |vom |von )?({months})s? => first week of $1
  (?:in der )?ersten? ({months})woche => first week of $1
  (?:in der )?letzten? ({months})woche => last week of $1
  ({months})woche ->
  (?:von )?(jahr|monat|quartal|woche|tag) (?:fur|zu|um) \\1 -> pro $1
  (?:uber|im verlauf|im laufe|entlang) (?:der|die|den|aller|des) (jahre|monate|quartale|wochen|tage)s?
      -> pro $1
  (?:im|auf|in|nach|aus) (?:dem |der )?(monats|quartals|jahres|wochen|tages)(?:verlauf|basis|vergleich|
      sicht|ebene|rhythmus|schritten|weise|abstand) -> pro $1
  pro (monat|quartal|jahr|tag)s -> pro $1
  pro wochen -> pro woche
  (?:im jahresverlauf|ubers jahr|uber das jahr|im laufe des jahres|saisonal|im saisonverlauf|
      saisonverlauf) => by month
  (?:im zeitverlauf|im zeitablauf|uber die zeit|im laufe der zeit|im verlauf|zeitlich|verlauf) => by month
  (?:auf|nach|je|pro|in) (?:die |den |einzelnen? |einzelne |einzelnem? )?(monate|monaten|jahre|jahren|
      quartale|quartalen|wochen|tage|tagen)(?: (?:aufgeteilt|verteilt|heruntergebrochen|runtergebrochen|
      aufgeschlusselt|aufgesplittet|gesplittet|getrennt))? -> pro $1
  p\\. ?m\\., p\\. ?a\\. ->
  montags? bis (?:freitags?|samstags?), wochentags -> werktags
  (?:an )?(?:sams|sonn)tagen und (?:sams|sonn)tagen, samstags? (?:und|u|\\+|bis) sonntags?, sa (?:und|u|
      \\+) so -> am wochenende
`;
