/** Dimensions, conditions, places and small words of French, which stand alone. */
export const words = `
  (?:dans|pour|de) chaque => in each
  chaque => each
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
  (?:tu peux |vous pouvez |peux tu |pouvez vous )?(?:me |nous )?(?:montre[rz]?|donne[rz]?|affiche[rz]?|
      liste[rz]?|sors|sortir)(?: moi| nous)? => show me
  (?:quels?|quelles?) (?:est|sont|etait|etaient), qui (?:est|sont|etait), c est quoi, c quoi, quoi
      => what is
  moyen(?:ne)?s?, en moyenne => average
  nombre (?:de |d )? => number of
  quels?, quelles? => which
  combien(?: de| d)? => how much
  (?:en|dans|au|aux|pour|avec|chez|sur) (?:la|le|les|l) => in
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
  globale?s?, les?, la, des?, du, un, une, nos, notre, mes, mon, ma, nous, on, avons, ont, a, est, sont,
      qui, que, il, ils, elle, y, se,
    cette, cet, ce, c, l, d, j, s, qu, ete, fait, eue?s?, avait, etait, bonjour, salut, merci, alors, stp, je,
      veux, voudrais, voir, savoir, tous, toutes, tout, toute,
    actuellement, actuels?, deja, bien, t =>
`;
