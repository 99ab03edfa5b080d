/** German nouns of trade in their forms and compounds, made the few words that the other patterns read. */
export const nouns = `
  (?:die|den|in den|aus den) staaten => in usa
  (?:(?:der|die|den|anzahl|viele|aller|alle|mit) )(?:ein)?kaufen?(?= |
      $)(?! wir| ich| die| sie| kunden| unsere| ein) -> anzahl bestellungen
  (?:ein)?kaufe(?= pro| je| nach| im| in| von| mit| aus| letzt| dies| seit| uber| unter| \\d|,|$)
      -> bestellungen
  (?:mit )?(?:nur |genau )?(\\d) (?:stern(?:en?)?|punkten?)(?: bewertung| bewertet)? => with rating $1
  (\\d\\d) ?(?:-|bis|–) ?(\\d\\d) ?jahrige?n? => $1-$2
  (?:prozentuale |anteilige |prozentual )?(?:verteilung|aufteilung|zusammensetzung|aufschlusselung)
      (?:des |vom |der |von )?(?:umsatz(?:es)?|einnahmen|verkaufe)? ?(?:auf|nach|uber|je|pro) (?:die |
      den |einzelne[nr]? )*(?={field}) -> umsatz nach
  (?:wie ?viel )?umsatz (?:geht|ging|haben wir|verlieren wir|verloren wir|kosten) (?:uns )?(?:durch|wegen|
      an) (retouren|stornos|stornierungen|rucksendungen)(?: (?:verloren|floten|weg|eingebusst))?
      -> $1 und umsatz
  umsatz (?:steckt |liegt |steht |hangt )?(?:in|von|aus|mit|an|der) (?:den |der )?(offenen?r?|
      storniertenr?|abgeschlossenenr?|retourniertenr?|verschicktenr?|versendetenr?|stornierten|
      abgeschlossenen|retournierten|verschickten|versendeten|strittigen) (?:bestellungen|auftragen?)
      -> umsatz $1
  (?:telefon|handy|tel)(?: ?nummern?| ?nr\\.?)?, (?:post|liefer|rechnungs)?(?:adresse|anschrift)n?
      => phone number
  (?:wie ?viel|das meiste|viel) geld -> wie viel umsatz
  uber (?:den tisch|die theke|den ladentisch|die ladentheke)(?: gegangen| gehen)?, (?:an den mann|in die
      kassen?|unter die leute|ins haus|ins land) ->
  skandinavien, skandinavischen? landern? => sweden, norway and denmark
  (?:dach|d a ch)(?: region| raum)? => germany, austria and switzerland
  (?:gesamt|netto|brutto|waren|laden|shop|firmen|konzern)(umsatze?n?|umsatzes|erlose?n?|einnahmen|
      bestellungen|verkaufe) -> $1
  (?:umsatz|verkaufs|absatz|erlos|geschafts)(?:zahlen|zahl|daten|werte|ergebnisse?|summen?|volumen|hohe|
      betrage?|leistung) -> umsatz
  (?:gesamt|end|rechnungs|umsatz|auftrags|bestell|verkaufs|waren|geld)(?:summe|betrag|betrage|volumen)
      -> umsatz
  tagesgeschaft, erlos(?:e|en|es)?, umsatzen?, einkunfte, ertrage?, erwirtschaftet, absatz in euro,
      gesamteinnahmen -> umsatz
  (?:bestell|auftrags|order)(?:eingange?|eingangen|aufkommen|menge|mengen|zahlen|zahl|anzahl|frequenz)
      -> bestellungen
  (?:einzel|neu|kunden|web|online|sammel|einzelne)(?:bestellung(?:en)?|auftrage?n?)
      -> bestellung
  vorgange?n?, transaktion(?:en)?, rechnung(?:en)?, belege?n?, kassenbons?, bons, verkaufsvorgange?,
      packchen, pakete?n?, sendung(?:en)?, lieferung(?:en)?(?! dauer) -> bestellungen
  (?:bestell|auftrags|rechnungs)positionen, positionen, zeilen -> order lines
  (?:stuck|absatz|verkaufs|artikel|liefer)(?:zahlen|zahl|mengen?|anzahl), absatz(?:es|e)?, abverkaufe?,
      verkaufte (?:stuck|menge|einheiten|teile) -> stuckzahl
  (?:durchschnitts|mittlere[rn]? |durchschnittliche[rns]? )(?:bestellwert|bestellung|warenkorb|bon|
      bonwert|auftragswert|einkaufswert|kaufwert|rechnung|umsatz (?:pro|je) (?:bestellung|auftrag|
      kauf))(?:es|s|e)?(?: (?:pro|je) (?:bestellung|auftrag|kauf))?
      => average order value
  (?:einkaufs|kauf|kassenbon|bon|rechnungs|korb)(?:wert|betrag)(?:es|s)?, warenkorb(?:wert|grosse|
      hohe)(?:es|s)?, bestellgrosse, auftragsgrosse, (?:grosse|hohe|wert) (?:der|einer) bestellung(?:en)?
      => average order value
  (?:durchschnitts|stuck|verkaufs|einzel)preise?s?(?: (?:pro|je) (?:stuck|einheit|artikel))?,
      (?:durchschnittliche[rn]? |mittlere[rn]? )(?:stuck|verkaufs|einzel)?preise?, preis (?:pro|je)
      (?:stuck|einheit|artikel) => price per unit
  (?:durchschnitts|pro kopf )umsatz(?: (?:pro|je) kunden?)? -> durchschnittlicher umsatz pro kunde
  (?:kunden|kaufer|besteller)(?:zahlen|zahl|anzahl|stamm|basis|bestand|kreis) -> anzahl kunden
  (?:kunden|kaufer)(?:liste|ranking|rangliste|ubersicht) -> kunden
  (produkt|artikel|lander|kategorie|verkaufer|stadte|marken|regionen|standort)(?:liste|ranking|rangliste|
      ubersicht|hitliste|charts?|statistik|auswertung|verteilung) -> $1 nach umsatz
  (?:lieblings|haupt|spitzen|top |top)(kunden?|produkte?|artikel|land|lander|landern|stadt|stadte|
      kategorien?|verkaufer) -> top $1
  grosskunden?, schlusselkunden?, hauptabnehmer, stammkauferschaft -> top kunden
  (?:best|rekord|spitzen)(monat|tag|jahr|woche|quartal)(?:s|e|es)? -> bester $1
  (?:verkaufs|umsatz|bestell|einkaufs|geschafts)(monat|tag|jahr|woche|quartal)(?:s|e|en|es)? -> $1
  (umsatz|verkaufs|kunden|bestell)(?:entwicklung|verlauf|trend|kurve|historie)(?:en)? -> entwicklung umsatz
  (?:produkt|waren|artikel|sorti?ments?)(?:reihen?|gruppen?|familien?|bereiche?n?) -> produktlinie
  sortimente?s?, erzeugnisse?n?, gerate?, titel -> produkte
  artikelbezeichnung(?:en)?, produktnamen?, produktname -> produkt
  (?:produkt|waren|artikel)?(?:kategorie|rubrik|sparte|segmente der produkte)(?:n|en)? -> kategorie
  (?:absatz|ziel|verkaufs|kunden|export|auslands|liefer)(?:markte?n?|lander|landern|land), markte?n?
      -> lander
  (?:herkunfts|kunden)(?:land|lander|landern) -> land
  staaten(?! von) -> lander
  ortschaften, gemeinden, metropolen -> stadte
  vertreter(?:n|in|innen)?, vertriebspersonal, verkaufspersonal, aussendienst, verkauferteam,
      vertriebsteam, berater(?:n|in|innen)? -> verkaufer
  konsumenten?, klienten?, kauferinnen, kaufern, kaufers?, shopper, handler(?:n|s)?, firmen,
      kundenfirmen, geschaftskunden, debitoren, einkaufer(?:n)? -> kunden
  (?:deal|auftrags|geschafts|abschluss)(?:grossen?|klassen?) => deal size
  (?:gross|grosse[nr]?)(?: )?(?:deals?|abschlusse?n?) => large deals
  (?:klein|kleine[nr]?)(?: )?(?:deals?|abschlusse?n?) => small deals
  (?:mittel|mittlere[nr]?)(?: )?(?:deals?|abschlusse?n?) => medium deals
  (?:stadt|land)bevolkerung -> $1
  stadt (?:gegen|vs\\.?|oder|versus|und) land(?: vergleich)?, stadtische? (?:gegen|vs\\.?|oder|versus|
      und) landliche?(?: (?:gebiete|regionen|standorte|orte|kunden))? => urban vs rural
  land (?:gegen|vs\\.?|oder|versus|und) stadt => rural vs urban
  stadtische[nr]? (?:gebieten?|regionen|standorten?|orten?|kunden), auf stadtseite => urban
  landliche[nr]? (?:gebieten?|regionen|standorten?|orten?|kunden) => rural
  (?:storno|stornierungs|ausfall|abbruch|absage)(?:quoten?|raten?|anteile?) -> stornoquote
  (?:stornierungs|storno)(?:zahlen?|summe|wert|hohe) -> stornos
  gecancelte[nr]?, gecancelt, abgesagte[nr]?, abgesagt, zuruckgezogene?, annullierte[nr]?, annulliert
      -> storniert
  (?:retouren|rucksende|ruckgabe|rucklaufer|reklamations)(?:quoten?|raten?|anteile?) -> retourenquote
  (?:retouren|ruckgabe|rucksende)(?:zahlen?|summe|wert|hohe|betrag) -> retouren
  rucklaufer, ruckgange? an ware, retoursendungen, zuruckgekommene?[nr]? (?:ware|artikel|sachen),
      gutschriften, rucknahmen -> retouren
  (?:wiederkaufs?|wiederbestell|wiederkehr|ruckkehr|bindungs|kundenbindungs|loyalitats|treue)(?:raten?|
      quoten?) -> wiederkaufsrate
  (?:alt|dauer|bestands|treue|wiederkehrende|wiederholungs)(?:kunden|kaufer|kundschaft) -> stammkunden
  (?:neu|erst)(?:kunden|kundschaft|kaufern?|bestellern?)(?:gewinnung|zahlen|zahl|anzahl|zuwachs|
      zugange?)? -> neukunden
  kunden die (?:neu|zum ersten mal dabei) sind, frische kunden, zugange an kunden -> neukunden
  (?:vip|premium|gold)kunden -> vip kunden
  (?:schlaf|schlummer|karteileichen|inaktive)kunden, karteileichen, schlafer, eingeschlafene kunden
      -> inaktive kunden
  (?:risiko|wackel|absprung|abwanderungs)kunden, absprunggefahrdete[nr]?(?: kunden)?, wackelkandidaten,
      abwanderungskandidaten -> gefahrdete kunden
  (?:kunden)?(?:abwanderung|abgange|kundenverlust|kundenschwund)(?: rate| quote)? -> verlorene kunden
  ladenhutern?, penner, lagerleichen, schlecht(?:dreher|laufer), (?:langsamdreher|regalhuter)s?
      -> ladenhuter
  schnell(?:dreher|laufer), dauerbrenner, zugpferde?, topseller, verkaufshits?, bestsellern -> bestseller
  (?:alters|kunden)(?:struktur|verteilung) -> umsatz nach altersgruppe
  umsatz(?:struktur|verteilung|aufteilung) -> umsatz
  (?:kunden|durchschnitts|produkt)?bewertung(?:en|s)?(?: (?:im schnitt|durchschnittlich))?,
      sternebewertung(?:en)?, durchschnittliche bewertung(?:en)? => average rating
  (?:nach|pro|je) average rating => by rating
  zufriedenheit(?: der kunden)?, kundenzufriedenheit => average rating
  (?:liefer|versand|zustell|bearbeitungs)(?:zeit|dauer|zeiten|tage|geschwindigkeit)(?:en)?, wie lange
      (?:dauert|dauerte|dauern|brauchen|braucht) (?:die |eine |unsere |der )?(?:lieferung(?:en)?|versand|
      zustellung|pakete?) => delivery times
  lager(?:bestande?n?|bestands?|stand|vorrat|menge|wert)?, warenbestand, bestande?, vorrate?, vorratig,
      auf vorrat, am lager, auf lager, im lager, nachbestellen, nachordern, bestandsliste, lagerhaltung,
      lagernd, verfugbar(?:keit)? => stock level
  (?:webseiten|seiten)?(?:besucher(?:zahlen|zahl|n|s)?|besuche?n?|aufrufe?n?|zugriffe?n?|
      klicks?)(?: (?:auf|der|im|in)(?: der| dem| die| unserer| unserem)? (?:seite|internetseite|
      web ?seite|homepage|onlineshop))?, leute (?:auf|waren auf) (?:der|unserer) (?:seite|webseite|
      homepage) => website visits
  (?:conversion|konversions|abschluss|kaufabschluss|umwandlungs|convers)(?: )?(?:rate|quote|raten|
      quoten), warenkorbabbruche?, abbruchquote im warenkorb, abgebrochene warenkorbe => conversion rate
  (?:werbe|marketing|anzeigen|kampagnen)(?: )?(?:ausgaben|kosten|budget|aufwand|etat)(?: ausgegeben)?,
      kundenakquisekosten, akquisekosten => ad spend
  (?:newsletter)(?: )?(?:offnungsrate|offnungen|abonnenten|abos|anmeldungen|klickrate|zahlen)?,
      offnungsraten?, follower, abonnenten => newsletter
  wettbewerb(?:er|ern|s)?, konkurrenz, konkurrenten, mitbewerber(?:n)?, marktanteile? => competitors
  (?:personal|lohn|gehalts|miet|fix|neben|betriebs)kosten, gehalter, lohne, miete, liquiditat, kontostand
      => overheads
  wetter(?:s|einfluss)?, regen, temperatur(?:en)? => weather
  ebit(?:da)?, reingewinn, nettogewinn, betriebsergebnis, jahresuberschuss => net profit
  (?:roh)?(?:ertrag|uberschuss), deckungsbeitrag(?:e|s)?, db -> gewinn
  (?:gewinn|roh|handels|verkaufs)?(?:marge|margen|spanne), handelsspannen -> marge
`;
