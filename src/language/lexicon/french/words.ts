/** Dimensions, conditions, places and small words of French, which stand alone. */
export const words = `
  (?:dans|pour|de) chaque => in each
  chaque => each
  (?:payee?s?|reglee?s?|passees?|commandees?|vendues?|achetees?)(?=
      (?:in|with|by|en|a|au|aux|chez|dans)(?= )) ->
  selon, reparti(?:e)?s? par, ventile(?:e)?s? par,
    (?:repartition|ventilation|detail) (?:des ventes |du {n}revenue )?par => by
  par => by
  (?:le |les |pendant le |durant le )?week ?ends? => on weekends
  en semaine, les jours ouvres => on weekdays
  lignes? de produits?, gammes?(?: de produits?)? => product line
  produits?, articles?, references? => product
  categories? => category
  (?:la |une )?liste(?: de(?: tous)?(?: les| nos)?| des)? => show me
  pays => country
  villes? => city
  regions? => region
  canaux, canal(?: de vente)? => channel
  fiche (?:du |de |d )?(?:client|la cliente)? => customer
  thé => tea
  segments? => segment
  marques? => brand
  clients?, clientes?, acheteurs? => customers
  commande, achat => order
  commandes, achats, factures => orders
  facture => order
  (?:passe|realise|effectue)es? => 
  unites?, quantites?, pieces => units
  ventes?, vendu => sales
  a risque, menaces => at risk
  perdus? => lost
  inactifs?(?= depuis| since) => who have not bought
  inactifs? => inactive
  (?:part|pourcentage) (?:de|du|des) => share of
  part => share
  depuis (?:la )?fin (?:de |du )?(?:{n}in )?({month}) => after $1
  depuis(?: le)?(?: debut)? => since
  avant(?: le)? => before
  apres(?: le)? => after
  mais (?:pas|jamais|sans) => but not
  sans(?: les?| la| l)?, sauf(?: les?| la| l)?, hors(?: les?| la| l)?, excepte(?: les?| la| l)?, a part, a
      l exception (?:de la |des |du |de l |de ) => without
  seulement, uniquement, que pour, juste, rien que => only
  et => and
  ou => or
  (?<=\\d |{month} )(?:a|au|jusqu au|jusqu a) => to
  jusqu (?:a |au |en )?(?:fin )? => until
  royaume uni, angleterre, grande bretagne => uk
  (?:aux |les |des )?(?:etats unis|usa) => usa
  hollande => netherlands
  francaise?s? => france
  allemande?s? => germany
  espagnole?s? => spain
  italien(?:ne)?s? => italy
  anglaise?s?, britanniques? => uk
  americaine?s? => usa
  japonaise?s? => japan
  australien(?:ne)?s? => australia
  autrichien(?:ne)?s? => austria
  belges? => belgium
  canadien(?:ne)?s? => canada
  danoise?s? => denmark
  finlandaise?s? => finland
  (?:neer|hol)landaise?s? => netherlands
  irlandaise?s? => ireland
  norvegien(?:ne)?s? => norway
  philippine?s? => philippines
  suedoise?s? => sweden
  suisses? => switzerland
  portugaise?s? => portugal
  chinoise?s? => china
  indien(?:ne)?s? => india
  singapourien(?:ne)?s? => singapore
  (?:tu peux |vous pouvez |peux tu |pouvez vous )?(?:me |nous )?(?:montre[rz]?|donne[rz]?|affiche[rz]?|
      liste[rz]?|sors|sortir)(?: moi| nous)? => show me
  (?:quels?|quelles?) (?:est|sont|etait|etaient), qui (?:est|sont|etait), c est quoi, c quoi, quoi
      => what is
  moyen(?:ne)?s?, en moyenne => average
  nombre (?:de |d )? => number of
  quels?, quelles? => which
  combien(?: de| d)? => how much
  (?:en|dans|au|aux|pour|avec|chez|sur) (?:la|le|les|l) => in
  sur(?: les?| la| l)? => in
  parmi => among
  (?:a|ont)
      (?=(?:{bought}|{made}|(?:depense|annule|paye|retourne|renvoye|ete|eu|pris|bien|deja)(?:e?s?))(?= |$)) ->
  en, au, aux, dans, a => in
  pour => for
  avec => with
  mois => month
  annees?, ans? => year
  semaines? => week
  trimestres? => quarter
  jours? => day
  totale?s? => total
  quelque chose, quoi que ce soit =>
  un seul => 1
  six => 6
  huit => 8
  neuf => 9
  dix => 10
  douze => 12
  vingt => 20
  (?:en |le |la |au )?(?:total|somme)(?: general[e]?| global[e]?)? => total
  represente(?:nt)?, pese(?:nt)?, compte(?:nt)?, existe(?:nt)?, encaissee?s?, facturee?s?, realisee?s?,
    generee?s?, concernee?s?, sorti(?:e|s|es)?, obtenu(?:e|s|es)?, enregistree?s?, recoit, recoivent,
    recu(?:e|s|es)?,
    vend, vends, vendons, vendent, vendait, fais, faisons, fait(?:e|s|es)?, font, faisait, trouve(?:nt)?,
    aura, aurait,
    leurs?, elles?, eux, vos, votre, vous, tu, te, me, moi, toi, lui, si, jai,
    aussi, donc, du coup, en fait, enfin, bref, voila, hein, euh, heu, bah, ben, bon, ok, okay, oui, genre,
    dis,
    dites(?: moi)?, dis moi, en gros, grosso modo, environ, a peu pres, approximativement, precisement,
    exactement,
    exact(?:e|s|es)?, rapidement, vite, vite fait, svp, s il (?:vous|te) plait, please, quand meme, au fait,
    au juste, peut etre, deja, maintenant, en ce moment, actuellement, a ce jour, a date, a l heure actuelle,
    (?:chez|pour|a) nous,
    (?:dans|selon|d apres|sur) (?:notre|nos|la|les|le) (?:base|fichiers?|donnees|systeme|chiffres),
    faut, faudrait, dois, doit, doivent, devrait, peux, peut, puis, sait, connait, regarde[rz]?, check(?:er)?,
    calcule[rz]?, sors, sortez, balance[rz]?, file[rz]?, envoie[rz]?, envoyer,
    chiffres?(?= (?:de|du|des)(?= )),
    donnees(?= (?:de|du|des)(?= )), etre, avoir, faire, aller, va, vont, allez, ait, soit, soient, serait,
    sera =>
  {buying}, {having}(?={bought}|depense), {spending}, {selling} =>
  dedans, globale?s?, les?, la, des?, du, un, une, nos, notre, mes, mon, ma, nous, on, avons, ont, a, est,
    sont,
      qui, que, il, ils, elle, y, se,
    cette, cet, ce, c, l, d, j, s, qu, ete, fait, eue?s?, avait, etait, bonjour, salut, merci, alors, stp, je,
      veux, voudrais, voir, savoir, tous, toutes, tout, toute,
    actuellement, actuels?, deja, bien, t =>
`;
