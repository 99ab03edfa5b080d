import { unbroken } from '../foreign.js';

/** French idioms by what they ask for: a shop's figures, ranks, periods and people. */
export const concepts = unbroken(`
  ^[ ,]*(?:avant|pour|d ici) \\d{1,2} ?h(?:\\d\\d)? ?:(?= ) ->
  (ca|ventes|commandes) (?:hommes|femmes),? (?:et |vs |contre )?(?:hommes|femmes)(?=[ ,]*$) -> $1 par sexe
  commandes (?:en suspens|en souffrance|pas encore traitees) -> commandes en attente
  combien (?:de |en )?remises? (?:on a|avons nous|nous avons) (?:accorde|lache|donne|
      fait)e?s?, combien (?:on a|avons
      nous) (?:accorde|lache|donne|fait) (?:en|de) remises? => how much discount
  comment (?:les gens|les clients|nos clients|ils) (?:paient|payent|reglent) -> ca par moyen de paiement
  qui vend combien -> ca par vendeur
  ^[ ,]*re,(?= ) ->
  ^[ ,]*allo,?(?= ) ->
  (?:j ai|on a|j) (?:une |un )?(?:reunion|call|meeting|rdv|rendez vous)(?: (?:dans|a|
      vers) \\d+ ?(?:min(?:utes)?|
      h(?:\\d\\d)?|heures?)?)? ?,(?= ) ->
  pour (?:le |la |mon |ma |l )?(?:boss|chef|cheffe|patron(?:ne)?|directeur|directrice|direction|reunion|
      banque|compta|comptable)(?: (?:avant|pour|d ici) \\d{1,2} ?h(?:\\d\\d)?)? ?:(?= ) ->
  (?:gros )?(?:bisous|bises|biz|bisou)(?=[ ,.!]*$) ->

  combien (?:de |d )?(?:fric|sous|pognon|thunes?|oseille|argent|cash|tune)(?: (?:on a|
      avons nous))?(?: (?:fait|
      encaisse|gagne|rentre))?(?= *$| (?:en|au|ce|cette|l|le|la|hier|depuis|sur)) -> ca
  combien (?:est|sont|a|il est|c est) (?:rentre|entre|tombe)e?s?(?: dans (?:la|les) caisses?)? -> ca
  (?:montant|somme|volume|total) (?:total |globale? )?(?:des |de |du |d )?(?:vendus?|ventes|encaisse|
      facture|
      facturation)(?= *$| (?:en|au|ce|cette|l|le|la|hier|depuis|sur|par|\\d)), facturation -> ca
  ^[ ,]*combien (?:en tout|au total)(?=[ ,]*$) -> ca total
  (?<!client (?:en )?)(?:(?:valeur|montant) )?(?:en )?moyen(?:ne)? (?:par|d une|de la|des|de) (?:commandes?|
      facture|ticket) => average order value
  (?:montant|valeur|panier) medianee? (?:par|des|d une|de la|d) commandes?, (?:montant|valeur|
      panier) mediane?
      (?:par|des|d une|de la|d) commandes? => median order value
  (?:ca|chiffre|depense|ventes|montant) par (?:tete|personne|acheteur|tete de pipe), combien (?:nous )?
      (?:rapporte|laisse|depense|pese|lache) (?:un|
      chaque) client(?: en moyenne)?(?! (?:en moyenne )?par)
      => average revenue per customer
  une commande (?:vaut|fait|represente) combien en moyenne => average order value
  bons? de commande -> commandes
  combien de fois (?:commande|achete|revient|vient) (?:un|chaque) client(?: en moyenne)?
      => average orders per customer
  (?:la |le |les |l )?((?!{thatis} )[\\u0001a-z]+(?: (?!{thatis} )[\\u0001a-z]+)?) (?:pese|represente|
      fait) (?:combien|quel (?:%|
      pourcentage|poids)|quelle part)(?: (?:du|de|dans|sur) (?:le |la )?(?:ca|total|gateau|
      ventes))?(?=[ ,]*$),
      combien (?:de |d )?(?:%|pour ?cent|percent) +(?:fait|pese|represente|vient de|
      viennent de)(?: la| le| l| les|
      du| des)? (?!{thatis}(?![a-z]))([\\u0001a-z]+(?: [\\u0001a-z]+)?)(?=[ ,]*$), (?:la |le |les |
      l )?([\\u0001a-z]+(?: [\\u0001a-z]+)?)
      c est (?:quelle part|combien|quel (?:%|pourcentage)) (?:du|de|dans le) (?:gateau|ca|total)(?=[ ,]*$)
      => share of $1
  (?:poids|part) (?:de |des |du |d )?(?:chaque |la |le |l |les )?({field})(?: en (?:%|pourcentage|percent)|
      dans le ca)?(?=[ ,]*$) => share by $1

  (?:notre |le |la |les )?produits? (?:phares?|vedettes?|stars?|qui (?:cartonne(?:nt)?|marche le mieux)),
      (?:une |la |les )?tetes? de gondole, (?:la |notre )?meilleure vente(?=[ ,]*$) => top products
  ({field}) (?:n°|no|numero|n) ?(?:1|un)(?= |$) -> meilleur $1
  (?:notre |le |la )?(?:principal|principale) ({field})(?=[ ,]*$) -> meilleur $1
  (?:qui|quel client|lequel) nous rapporte le plus(?=[ ,]*$) => top customers
  (?:quel(?:le)?s? |le |la )({field}) (?:qui )?(?:{leads})(?=[ ,]*$) -> meilleur $1
  (?:le )?premier (pays|produit|vendeur|marche)(?=[ ,]*$) -> meilleur $1
  qui (?:est devant|mene|gagne|est en tete|est le meilleur|fait mieux),? (?:entre )?(?:la |le |l |les )?
      ([\\u0001a-z]+(?: [\\u0001a-z]+)?) (?:ou|et) (?:la |le |l |les )?([\\u0001a-z]+(?: [\\u0001a-z]+)?)
      (?=[ ,]*$) => $1 vs $2
  quel(?:le)?s? ({field}) (?:a|ont) (?:le )?(?:mieux|plus) (?:marche|tourne|cartonne|
      performe) -> meilleur $1
  journees?(?! type| de travail) -> jour
  (?:le |la |l |quel(?:le)? )?({field}) ou (?:on|l on|nous) (?:a|avons|fait) (?:le )?(?:plus|mieux)
      (?:vendu|encaisse|facture|fait) -> meilleur $1
  (?:le |la |l )?(jour|mois|annee|semaine|trimestre) records? -> meilleur $1
  (?:plus grosse|plus forte|plus belle) (jour|semaine|annee) -> meilleur $1
  commandes? records? => biggest order
  (?:la )?commandes? (?:la )?(?:moins (?:chere|elevee|importante|grosse)|plus (?:faible|petite|basse))
      => smallest order
  ^[ ,]*(?:le |les )?flops?(?=[ ,]*$) => worst products
  (?:le )?flops? ({number}) (?:des )?({field}) => worst $1 $2
  (?:la |les )?lanternes? rouges?(?: des| du| de| de la| chez les)? ({field}), (?:le |la |les )?({field})
      (?:a la traine|qui traine(?:nt)?|bons? derniers?)(?=[ ,]*$) -> pires $1
  podium(?: des| de| du)? ({field}) -> top 3 $1
  (?:le )?(?:classement|palmares|ranking|hit parade) (?:des |de |du |
      d )?({number}) (?:meilleurs? )?({field})
      (?: les plus importants| les plus gros)? => top $1 $2

  ({field}) en (?:plus )?forte (?:hausse|progression|croissance) => which $1 grew most
  ({field}) en (?:plus )?forte (?:baisse|chute|regression) => which $1 fell most
  (?:comparaison|comparatif|ecart|difference) (?:entre )?((?:19|20)\\d\\d)(?: et| a|,)? ((?:19|20)\\d\\d)
      => sales $1 vs $2
  (?:quel(?:le)?s? |les? |la )?({field}) (?:qui )?(?:ont|a|sont|est) le plus (?:{grew})e?s?,
      (?:quel(?:le)?s? |les? |la )({field}) (?:qui )?(?:{growing})(?: le plus)? => which $1 grew most
  (?:quel(?:le)?s? |les? |la )?({field}) (?:qui )?(?:ont|a|sont|est) le plus (?:{fell})e?s?,
      (?:quel(?:le)?s? |les? |la )({field}) (?:qui )?(?:{falling})(?: le plus)? => which $1 fell most

  (?:clients?|acheteurs?) (?:>=?|(?:au dessus|au dela) (?:de|des)|(?:a|avec|de) plus (?:de|d)|
      depassant(?: les)?|
      superieurs? a|qui depassent(?: les)?|qui (?:ont passe|passent|depassent) (?:la barre|le cap) (?:des|
      de))
      ?({large}){notcounted}(?: de (?:ca|chiffre))? => customers who spent more than $1
  (?:clients?|acheteurs?) (?:<=?|sous(?: les)?|en dessous (?:de|des)|a moins (?:de|d)|
      (?:qui )?n (?:atteignent|
      arrivent|depassent) pas(?: a| les)?) ?({large}){notcounted} => customers who spent less than $1
  commandes (?:excedant|depassant|(?:au dela|au dessus) (?:de|des)) ({large}) => orders over $1
  commandes (?:comprises? )?(?:entre|de) ({large}) (?:et|a) ({large}) => orders between $1 and $2

  (?:depuis|a partir de|a compter de|a dater de) (?=mars|mai) => since
  (?<=(?:{months}) \\d{4} )(?:a|au) (?=(?:{months}) \\d{4}) => to
  avant (?=(?:mars|mai) \\d{4}) => before
  apres (?=(?:mars|mai) \\d{4}) => after
  jusqu (?:en|a|au|a fin|a la fin de|fin)(?: de| d)? (?={months}|\\d{1,2} {months}|\\d{4}) => until
  (?:inclus|inclusivement|compris)(?=[ ,]*$)(?<={n}until .*) ->
  (?:a date|cumule?e?) (?:de |sur )?(?:cette annee|l annee(?: en cours)?|annee en cours), cette annee
      (?:a date|a ce jour), (?:de |sur |pour )?(?:l )?(?:annee|exercice) (?:en cours|courante?) => this year
  (?:du |sur le |le )?mois (?:en cours|courant) => this month
  (?:du |sur le |le )?trimestre (?:en cours|courant) => this quarter
  (?:de |sur )?(?:la )?semaine (?:en cours|courante) => this week
  (?:la )?premiere moitie (?:de |d )?(?:l annee )?(?=\\d{4}) => first half of
  (?:la )?(?:deuxieme|seconde) moitie (?:de |d )?(?:l annee )?(?=\\d{4}) => second half of
  (?:les |sur )?({number}) mois glissants => last $1 months
  (?:ventilation|repartition|detail) (mensuel|trimestriel|annuel|hebdomadaire)(?:le)?(?: du ca| des ventes)?
      -> ca $1
  decoupage (?:du ca |des ventes )?(?=par ) -> ca
  (?:detaille|eclate|splitte|ventile|decompose|decoupe)e?s? (?=par ) ->
  (jour|semaine|mois|trimestre|annee|pays|client|produit|vendeur) par \\1 -> par $1
  du lundi au dimanche => by weekday
  (?:selon|en fonction de) l heure, heure par heure, par tranches? horaires?,
      a quelle heure (?:est ce que )?
      (?:les gens|les clients|nos clients) (?:achetent|commandent)(?=[ ,]*$) => by hour
  avant midi(?=[ ,]*$) => before noon

  clients? (?:acquis|gagnes?|recrutes?|conquis), primo (?:acheteurs?|clients?|commandes?), nouvelles tetes
      -> nouveaux clients
  qui a (?:commande|achete) pour la (?:premiere|1ere|1re) fois => customers whose first order was
  combien (?:de |d |en )?(?:%|pour ?cent|percent) +(?:de clients |des clients )?(?:reviennent|rachetent|
      recommandent) => repeat rate
  (?:nos |les )habitues, clients? (?:reguliers?|assidus?)(?=[ ,]*$) => loyal customers
  clients? (?:partis|disparus|envoles|evapores)(?=[ ,]*$), clients? qui (?:nous )?(?:ont|
      sont) (?:quittes?|partis|
      laches?|abandonnes?|disparus)(?=[ ,]*$), qui (?:est ce qu )?(?:on a|a t on|avons nous) perdu(?: comme
      clients?)?(?=[ ,]*$) => lost customers
  ^[ ,]*plus (?:de |d |aucune )(?:commande|achat)s? depuis ([^,]+?)[ ,]+(?:quels? clients?|qui|
      lesquels)(?=[ ,]*$)
      -> clients sans commande depuis $1
  clients? en retard(?: de commande| d achat)?(?=[ ,]*$), (?:qui|clients? qui) (?:aurait|auraient|devrait|
      devraient)
      (?:deja |normalement )*(?:du |avoir )?(?:deja )?(?:re)?(?:commander|acheter|commande|achete|venir|
      revenir)
      (?=[ ,]*$) => overdue customers
  (?:clients?|qui)(?: etai(?:en)?t)? (?:presents?|la|actifs?) en ((?:19|20)\\d\\d) (?:et|mais) (?:plus|pas|
      absents?) en ((?:19|20)\\d\\d), clients? (?:de |en )?((?:19|20)\\d\\d) (?:non|pas) revenus? en
      ((?:19|20)\\d\\d) => customers who bought in $1 but not in $2
  (?<!(?:gros|grands|meilleurs|\\d|top) )(?:les )?acheteurs? (?:de|d|des) (?!\\u0001|\\d|{months}|moins|
      plus)([^,]+?)(?=[ ,]*$) => customers who bought $1
  qui a (?:pris|achete|commande) a la fois (?:des |du |de la |de )?([^,]+?) et (?:des |du |de la |
      de )?([^,]+?)
      (?=[ ,]*$) => customers who bought $1 and $2
  ^[ ,]*jamais (?:achete|pris|commande) (?:de |d |des )?([^,]+?)[ ,]+(?:qui|quels clients)(?=[ ,]*$)
      => customers who never bought $1
  clients? avec ([^,]+?),? mais (?:sans|pas de) ([^,]+?)(?=[ ,]*$) => customers who bought $1 but not $2
  clients? venus? (?:1|une|qu une|
      juste une) (?:seule )?fois, (?:clients? )?one shots?(?: clients?)?(?=[ ,]*$)
      => one time buyers
  combien de (?:gens|personnes|monde) (?:achetent|
      commandent)(?: chez nous)?(?=[ ,]*$) => number of customers

  (?<=commandes? )(?:tombees? a l eau|avortees?) -> annulees
  derni?ere commande (?=\\u0001) -> derniere commande de
  (?:c est |c etait |est ce )?quand (?:c est |remonte )?(?:est )?(?:la )?derniere fois (?:que|qu)
      ([^,]+?) (?:a|ont) (?:achete|commande)(?=[ ,]*$), c est quand la derniere fois (?:que|
      qu) ([^,]+?) (?:a|ont)
      (?:achete|commande)(?=[ ,]*$) => when did $1 last order
  (?:la |le |l |les )?([\\u0001a-z]+) ca (?:dit|donne) quoi(?=[ ,]*$) => sales of $1
  (?:classe|trie|range)e?s? par (?=ca|ventes|chiffre) -> par
  a part (?:les?|la|l) (?=[\\u0001a-z]), a part (?=\\u0001) => except
  (?:est ce que |est ce qu )?(\\u0001.+?) (?:est|est il|est elle) (?:toujours|encore|tjs) (?:un |
      une )?client(?:e)?
      (?=[ ,?]*$), (?:est ce que |est ce qu )?(\\u0001.+?) (?:achete|commande) (?:encore|toujours|tjs)
      (?:chez nous)?(?=[ ,?]*$) => is $1 still a customer
  (?:est ce qu |est ce que )?(?:on|nous) (?:est|sommes|fait|va|se situe) (?:devant|derriere|(?:au|
      en) dessus (?:de|du)|
      en dessous (?:de|du)|en avance sur|en retard sur|mieux que)(?: l| le| la)? (?:an|annee) (?:derniere?|
      passee?|precedente?|d avant)(?=[ ,?]*$) => sales this year vs same time last year
  (?<=\\u0001[a-z]+ )(?:cumulee?s?|additionnee?s|reunie?s|combinee?s)(?=[ ,]*$) => together
  (?:est on|sommes nous|on est) (?:en avance|en retard|devant|
      derriere)(?: sur| par rapport a)?(?: l)? (?:an|annee)
      (?:derniere?|passee?)(?=[ ,?]*$) => sales this year vs same time last year
  a combien (?:on|nous) (?:va|allons) (?:finir|terminer|cloturer) l annee(?=[ ,]*$) => forecast
  (?:on|nous) (?:va|allons) (?:finir|terminer|atterrir|cloturer) (?:ou|a combien|
      comment)(?: cette annee| l annee)?
      (?=[ ,]*$), (?:l )?atterrissage(?: de fin d annee| prevu| estime)?(?=[ ,]*$), (?:on|
      nous) (?:s attend|peut s
      attendre) a (?:combien|quoi)(?=[ ,]*$) => forecast
  pourquoi (?:ca|le ca|le chiffre) a (baisse|chute|diminue|recule|plonge) -> pourquoi les ventes ont baisse
  pourquoi (?:ca|le ca|le chiffre) a (?:augmente|monte|grimpe|progresse) -> pourquoi les ventes ont augmente
  (?:comment (?:on )?expliquer?|qu est ce qui explique) (?:la |cette |le )?(?:baisse|chute|
      recul)(?: des ventes)?(?: de| en| du)? (?={months}|\\d{4}) -> pourquoi les ventes ont baisse en
  d ou vient (?:la |cette |le )?(?:baisse|chute|recul)(?: des ventes| du ca)?(?: de| du| en)? (?={months}|
      \\d{4}) -> pourquoi les ventes ont baisse en
  quoi va avec quoi, (?:quel(?:le)?s? )?(?:produits?|articles?) (?:qui )?vont ensemble(?: dans (?:le|les|
      un|les
      memes) paniers?)? => what is bought together
  (?:que|quoi) faire (?:des|avec les|pour les|de nos|avec nos) (clients? [^,]+?)(?=[ ,]*$), (?:on|
      nous) fait quoi
      (?:avec|des|pour|de) (?:les |nos )?(clients? [^,]+?)(?=[ ,]*$) => what should we do about $1
  parts? de marche => competitors
  benefs? -> benefice
  ^[ ,]*(?:gains?(?: tota(?:l|ux))?|resultat)(?=[ ,]*$), combien (?:il )?(?:nous )?reste (?:a la fin|
      dans la poche)
      => profit
`);

/** Parts of these patterns. */
export const conceptParts = {
  thatis: '(?:ca|cela|on|il|elle|ils|elles|qui|que|et|y|a|quoi|combien|nous|total)',
  large: '[$€£]?(?:\\d[\\d.,]{2,}k?|\\d+ ?k)',
  notcounted: `(?! ?(?:ans|annees|commandes|achats|fois|articles|pieces|unites|points|%|percent|jours|
    mois))`,
  leads: `(?:est|sont) (?:en tete|devant|premiere?s?|au top|leaders?)|mene(?:nt)?|domine(?:nt)?|en tete|
    tire(?:nt)? le plus|
    cartonne(?:nt)? le plus|caracole(?:nt)? en tete`,
  grew: 'progresse|augmente|grandi|grimpe|monte|explose|bondi|decolle',
  growing: '(?:progress|grimp|augment|decoll|explos|mont)e(?:nt)?',
  fell: 'baisse|recule|chute|diminue|plonge|decline|degringole|regresse|flechi',
  falling: '(?:baiss|recul|chut|diminu|plong|degringol|regress|declin)e(?:nt)?',
};
