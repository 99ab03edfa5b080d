/** Which customers Germans mean: what they did and did not do, and since when. */
export const customers = `
  (?:wer|welche[rn]? (?:unserer )?kunden?|kunden|leute|alle|diejenigen|wen)(?: von unseren kunden| von
      denen)?,? (?:(?:die|der|welche) )?(?:(?:haben|hat|sind|ist|hatten) )?(?:(?:sich|uns|wir|von
      denen) )*(?:langer|lange|ewig|eine weile|eine zeit ?lang|langere zeit|seit langem|seit langerem|
      eine ganze weile|seit ewigkeiten)(?: her)?,? (?:nichts|nicht|kein(?:e|en)?)(?: mehr)?(?: (?:gekauft|
      bestellt|gehort|gesehen|gemeldet|da|hier|aktiv|bestellung|kauf|gewesen|haben|hat|waren|war|von sich
      horen lassen|was))*$
      => which customers could leave
  (?:welche kunden|wen|welchen kunden|wer|bei wem|kunden,? die wir|welche) (?:sollten|sollte|sollen|soll|
      mussten|mussen|konnten|konnen|musste|konnte|wurdet|wurden)? ?(?:wir|ich|man)? ?(?:uns )?(?:wieder |
      mal |dringend |noch |ihr )*(?:anrufen|ansprechen|kontaktieren|anschreiben|reaktivieren|zuruckholen|
      zuruckgewinnen|melden|nachfassen|nachhaken|wachrutteln|kummern|aktivieren|anschreiben|
      mailen)(?: sollten?| konnten| mussen)?$
      => which customers could leave
  (?:wer|welche (?:unserer )?kunden) (?:ist|sind|waren|war|droht|drohen|konnte|konnten|stehen|
      steht)(?: uns)? (?:bald |demnachst |kurz )*(?:abzuspringen|abspringen|zu gehen|weg zu sein|davor
      abzuspringen|auf der kippe|vor dem absprung|uberfallig|abwanderungsgefahrdet|gefahrdet|am
      abspringen|verloren zu gehen|zu verlieren|weggehen|abwandern)$
      => which customers could leave
  (?:wen|welche kunden) (?:verlieren|verloren) wir(?: bald| demnachst| moglicherweise)?$
      => which customers could leave
  (?:wer|welche (?:unserer )?kunden|wie ?viele? kunden|wen|haben wir kunden) (?:ist|sind|haben wir|hat|
      haben|gehen|gingen|kommen|kommt)? ?(?:uns |wir )?(.*?) ?(?:abgesprungen|weggebrochen|abgewandert|
      verloren gegangen|weg|verloren|nicht mehr da|davongelaufen|flten gegangen|nicht mehr gekommen|
      verschwunden)(?: {have}| gegangen)?$ => lost customers $1
  (?:wer|welche kunden) (?:ist|sind|kam|kamen|wurde|wurden|haben wir) (.*?) ?(?:neu|dazugekommen|
      hinzugekommen|neu dabei|neu dazugekommen|neu gewonnen|dazugewonnen|gewonnen|neukunde|
      neukunden)(?: geworden)?$ => list customers whose first order was in $1
  (?:wie ?viele?) (?:neue )?(?:kunden|neukunden|neue) (?:haben wir |sind |kamen |gab es )?(.*?) ?(?:dazu|
      hinzu|neu)?(?:gekommen|gewonnen|bekommen|gekriegt|dazubekommen|neu|dazu|rein)$ => new customers $1
  (?:welche|wie ?viele?) kunden (?:sind|kamen|kommen) (?:immer )?(?:wieder|zuruck|wiedergekommen|
      zuruckgekommen)(?: gekommen)?$ => customers who ordered more than once
  (?:wie ?viele?|welcher anteil|wie ?viel prozent|wie ?viel %) (?:unserer |der |von unseren |
      aller )?kunden (?:kommen|kommt|kaufen|kauft|bestellen|bestellt|kehren) (?:ein zweites mal|erneut|
      nochmals?|noch ?mal|wieder|noch einmal|zuruck|mehrfach|ofter|mehr als einmal)(?: ein| zuruck)?$
      => what percent of customers come back
  (?:kommen|kaufen|bestellen) (?:die |unsere )?kunden (?:wieder|nochmal|erneut|ofter|auch wieder|
      mehrfach)$ => what percent of customers come back
  (?:wie (?:oft|haufig|viele? mal)|alle wie ?viele? tage) (?:bestellt|kauft|kommt|ordert) (?:ein|der|
      unser|jeder|so ein) (?:durchschnittlicher |typischer |normaler )?kunde(?: {average}| so| ein| im
      jahr)*$, bestellungen pro kunde(?: {average})? => average orders per customer
  (?:wie (?:oft|haufig|viele? mal)) (?:bestellen|kaufen|kommen) (?:unsere |
      die )?kunden(?: {average}| so| ein)*$ => average orders per customer
  wie ?viele? (?:tage|zeit|wochen) (?:liegen|liegt|vergehen|vergeht|sind|ist|dauert es)(?: {average})?
      (?:zwischen|bis zu) (?:zwei|2|den|einzelnen|der) (?:bestellungen|kaufen|einkaufen|nachsten
      bestellung)(?: {average}| eines kunden)*$, (?:zeit|abstand|tage|dauer) zwischen (?:zwei |2 |
      den )?(?:bestellungen|kaufen|einkaufen), wie lange (?:dauert es|braucht ein kunde)(?: {average})?,?
      bis (?:ein|der) kunde (?:wieder|erneut|nochmal|das zweite mal) (?:bestellt|kauft|kommt)$
      => average days between orders
  (?:wie ?viele?|was) (?:gibt|lasst|bringt|zahlt|kauft) (?:uns )?(?:ein|jeder|der|so ein)
      (?:durchschnittlicher |typischer )?kunde(?: (?:{average}|so|uns|insgesamt))*(?: (?:aus|da|ein|
      liegen))?$ => average revenue per customer
  (?:wie ?viele?|was) (?:geben|lassen|bringen|zahlen) (?:uns )?(?:die |unsere )?(.+?)(?: (?:{average}|so|
      uns|pro kauf|pro bestellung))+(?: (?:aus|da|ein|liegen))?$ => average order value $1
  (?:wie ?viele?|was) (?:geben|lassen|bringen|zahlen|gaben|brachten) (?:uns )?(?:die |
      unsere )?(.+?)(?: (?:so|uns|insgesamt|zusammen|alle))* (?:aus|da|ein|liegen)$ => revenue $1
  (?:was|wie ?viele?) (?:ist|sind|war|waren) (?:ein|eine|die|der|unsere?) (?:{average}|typische|
      normale)[rns]? (?:bestellung|einkauf|kauf|auftrag)(?: wert| hoch| gross)?$ => average order value
  (?:wie gross|wie hoch|wie teuer|wie viel wert) (?:ist|sind|war) (?:ein|eine|die|der|unsere?)
      (?:{average} )?(?:durchschnittlicher |durchschnittliche |typische |normale )?(?:bestellung|einkauf|
      kauf|auftrag)(?: {average})?(?: (.*))?$ => average order value $1
  wie ?viele? (?:wird|werden|wurde|geben wir|zahlt man) (?:{average} )?(?:pro|je) (?:bestellung|einkauf|
      kauf|auftrag) (?:ausgegeben|gekauft|bezahlt|umgesetzt)(.*)$ => average order value $1
  (?:kunden|leute|personen|kaufer|menschen|alle)(?: im alter)? (?:uber|ab|alter als)
      (\\d\\d)(?: jahren?)?[,:]? (?:wie viel )?umsatz$, umsatz (?:der|von|mit) (?:kunden|leuten?|personen|
      kaufern?|menschen|allen)(?: im alter)? (?:uber|ab|alter als) (\\d\\d)(?: jahren?)?$
      => revenue of people over $1
  (?:kunden|leute|personen|kaufer|menschen|alle)(?: im alter)? (?:uber|ab|alter als)
      (\\d\\d)(?: jahren?)?(?! (?:bestellungen|mal|euro|stuck|kaufe)|\\d| ?(?:€|eur|usd|\\$|k(?![a-z])))
      => people over $1
  (?:kunden|leute|personen|kaufer|menschen|alle)(?: im alter)? (?:unter|junger als|bis)
      (\\d\\d)(?: jahren?)?(?! (?:bestellungen|mal|euro|stuck|kaufe)|\\d| ?(?:€|eur|usd|\\$|k(?![a-z])))
      => people under $1
  (?:kunden|leute|personen|kaufer)?(?: )?(?:zwischen|von) (\\d\\d) (?:und|bis) (\\d\\d) (?:jahren?|jahre
      alt|jahrige?n?) => people between $1 and $2
  (?:u|ue) ?(\\d\\d)(?: jahrige?n?)?(?! ?uhr), (\\d\\d) ?\\+ ?jahrige, uber (\\d\\d) ?jahrige?n?
      => people over $1
  unter (\\d\\d) ?jahrige?n? => people under $1
  {whos} (?:{have} )?(?:(.+?) )?(?:fur )?({more} )({amount})(?: {money})?(?: (?:an|im|
      in))?(?: umsatz| wert| summe| einkaufswert)?(?: bei uns)?(?: (?:ausgegeben|gemacht|gebracht|
      eingebracht|hatten|haben|generiert|{bought}|bringen|machen|ausmachen|dagelassen|gelassen|umgesetzt|
      liegen|waren))*$
      => customers who spent $2 $3 $1
  kunden (?:mit )?(?:umsatz |einem umsatz
      (?:von )?)?({more} )({amount})(?: {money}| umsatz| jahresumsatz)+(?: (in|im|aus|seit|
      2\\d\\d\\d).*)?$ => customers who spent $1 $2 $3
  {whos} (?:{have} )?(?:(.+?) )?(weniger|mehr) (?:{bought}|ausgegeben|kaufen|gekauft|bestellen|umsatz
      (?:gemacht|bringen|machen))?(?: als| wie) (letztes jahr|im letzten jahr|fruher|im vorjahr|vorher|
      letzten monat|letztes quartal)(?: {bought}| ausgegeben| {have}| kaufen| bestellen)*$
      => growth by customer $3
  (?:welche kunden|wer|kunden,? die) (?:kaufen|kauft|bestellen|bestellt|haben|hat|geben|gibt) (?:dieses
      jahr |heuer )?(weniger|mehr)(?: {bought}| aus| umsatz| gemacht)*(?: als| wie) (?:letztes jahr|im
      letzten jahr|fruher|im vorjahr|vorher|letztes mal)(?: {bought}| ausgegeben| {have}| aus| kaufen)*$
      => growth by customer this year vs last year
  (?:welche kunden|wer) (?:haben|hat|ist|sind) (?:sich )?(?:am meisten |am starksten )?(?:nachgelassen|
      eingebrochen|zuruckgegangen|gesunken|verschlechtert)$ => growth by customer this year vs last year
  (?:welche kunden|wer) (?:hat|haben|ist|sind) (?:am meisten |am starksten )?(?:zugelegt|gewachsen|sich
      gesteigert|gesteigert|zugenommen)$ => growth by customer this year vs last year
  (?:seit wann|ab wann) (?:ist|kauft|bestellt|haben wir|kennen wir|gibt es) (?:der )?(?:kunde |die
      firma )?(.+?)(?: (?:kunde|kundin|bei uns|dabei|schon|als kunde|als kunden))*$
      => when did $1 first order
  wann (?:hat|haben|kam|war|ist) (.+?) (?:das erste mal|zum ersten mal|zuerst|erst)(?: (?:etwas|was|bei
      uns))*(?: {bought}| gekommen| da)?$ => when did $1 first order
  wann (?:hat|haben|kam|war|bestellte|kaufte) (?:der |die |kunde |firma )*(.+?) (?:zuletzt|letztmalig|das
      letzte mal|zum letzten mal)(?: (?:etwas|was|bei uns))*(?: {bought}| da| hier| aktiv)?$
      => when did $1 last order
  (?:wann war|wann kam) (?:die |der )?(?:letzte|jungste|neueste) (?:bestellung|auftrag|kauf|
      order)(?: (?:von|durch|der) (.+))?$ => when was the last order $1
  (?:wann war|wann kam) (?:die |der |unsere )?(?:allererste|erste) (?:bestellung|auftrag|kauf|order)$
      => when was the first order
  (?:alles|was wissen wir|infos|was gibt es|was weisst du|erzahl was|erzahl mir was|details|daten|
      infos)(?: alles)? (?:zu|uber|von|zum kunden|zu kunde|zum) (?:kunde |kunden |kundin |dem
      kunden )?(.+)$ => show me $1
  (?:die |unsere )?(?:letzten|neuesten|jungsten|aktuellsten) (\\d+|{number}) (?:bestellungen|auftrage|
      verkaufe) => last $1 orders
  (?:die |unsere )?(?:neuesten|jungsten|aktuellsten|letzten) (?:bestellungen|auftrage) => latest orders
  (?:wie oft|wie haufig|wie viele mal) (?:wurde|wurden|haben wir|verkaufen wir|ging|gingen|wird|hat|
      haben) (?:der |die |das |jemand )?(.+?) (?:bestellt|gekauft|verkauft|geordert|uber den tisch|
      raus)(?: {are})?$ => number of orders $1
  (?:wie oft|wie haufig) (?:hat|haben|bestellt|kauft|bestellte|kaufte) (?:uns |der |die |
      kunde )*(.+?)(?: (?:bei uns|etwas|was|bestellt|gekauft|ein|eingekauft))*$ => number of orders $1
  (?:gibt es|gab es|haben wir|existiert|existieren|hatten wir|findest du) kunden (?:aus|in) ((?:(?!die |
      welche |haben)[^,])+?)(?: (?:uberhaupt|schon|gehabt|dabei))*$ => customers in $1
`;
