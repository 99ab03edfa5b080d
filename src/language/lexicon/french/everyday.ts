import { joined } from '../foreign.js';

/** What is asked most often in French, in the word order in which it is typed; read before other talk. */
export const everyday = joined(`
  ^[ ,]*(.+?) (?:ou|vs|contre|et) ([^,]+?),? (?:et )?(?:qui|lequel|laquelle|c est qui)(?: des deux)?
      (?:est|fait|
      vend|gagne|l emporte|mene|marche|a gagne|etait|va)(?: (?:devant|en tete|mieux|le mieux|le
      plus|plus|gagnant|
      premier|meilleure?))?(?=[ ,]*$) -> $1 vs $2
  ^[ ,]*(?:(?:il )?y a eu |y avait il |on a eu |on a |a t on (?:eu )?|est ce qu on a (?:eu )?)?(?:plus|moins)
      (?:de |d )({figure}) (?:en |au |ce |cette |le )?(.+?)
      qu ?(?:en |au |a |ce |le )?(?=\\d{4}|{months}|t[1-4]
      |s[12] |l an)(.+) -> $1 $2 vs $3
  ^[ ,]*(?:est ce qu )?(?:on |nous )?(?:a )?(?:vend|vendons|vendu|ecoule|fait)(?: t on)? (?:plus|moins)
      (?:de |d
      |des )(.+?) que (?:de |d |des )(.+?)(?=[ ,]*$) -> $1 vs $2
  ^[ ,]*(?:est ce que )?(?:les |en )?([a-z\\u0001]+) (?:achetent|prennent|commandent|ont achete|ont commande)
      (?:plus|moins) (?:de |d |des )(.+?) que (?:les |en )*([a-z\\u0001]+)(?=[ ,]*$) -> $2 $1 vs $3
  (?:de |en )?(?:combien|quel(?:le)? {pct}) (?:le |la |les )*(.+?) (?:depassent?|a depasse|bat|surpassent?|est
      au
      dessus (?:de|du)|est superieure? (?:a|au))
      (?:le |la |les )*(?=t[1-4]|\\d{4}|{months}|s[12] |celui|ceux)(.+)
      -> $1 vs $2
  depuis (?:le )?(?:debut(?= (?:de |d )?(?:l |cette )?an)|1er janvier|premier janvier)(?: (?:de |d )?(?:(?:l |
      cette )?annee|l an))?
      => year to date
  (?:a (?:ce jour|date)) (?=\\d{4}) ->
  (\\d{4}) a (?:ce jour|date)(?= (?:{against})) -> $1
  (?:{against}) (?:a |la |au )*(?:memes?) (?:periode|jours|dates?|mois|epoque)(?: de| en)? (?=\\d{4}) -> vs
  (?:{against}) (?:a |la |au )*(?:memes?) (?:periode|jours|dates?|mois|epoque)(?: (?:de |l )*(?:n ?1|an
      dernier|
      an passe|annee derniere|annee (?:d avant|precedente)))?(?=[ ,]*$) => vs previous year
  (?:de |du |d )({month}|{months}|t[1-4]) (\\d{4}) a (?={months}|t[1-4]) -> $1 $2 to
  (?:quand )?(?:est |etait |date |remonte )?(?:la |notre |sa )?(?:toute )?premiere (?:commande|vente|facture)
      (?:de
      |du |d )(?!tous|l histoire|{months}|\\d{4}|l an|cette|la boite)(.+) => when did $1 first order
  (?:quand )?(?:est |etait |date )?(?:la |notre )?(?:toute )?premiere (?:commande|vente|facture)(?: de tous
      les
      temps)?,? ?(?:c (?:etait|est) quand|quand|de quand|date)?(?=[ ,]*$) => first order ever
  (?:quel(?:le)? )?{pct} (?:de |des |d )(?:nos |les )?client(?:e)?s
      (?:qui )?(?:est|sont|viennent|vient|habitent?)
      (?:en|au|aux|de|du|des|a) => what percent of customers are in
  (?:quel(?:le)? )?{pct} (?:de |des |d )(?:nos |les )?(?:commandes|factures)
      (?=(?:terminee|expediee|livree|payee|
      en attente|en cours)) -> share of commandes
  {pct} (?:du|de notre) (?:ca|chiffre d affaires) (?=par |selon ) => share of revenue
  (?:les |nos )?(?:top (\\d+)|(\\d+) (?:premiers?|premieres?|meilleure?s?|plus gros)) ({field}),?
      (?:ils |ca )?
      (?:pesent|representent|font|font ils|pese|represente|fait) (?:combien|quelle part|quel
      {pct})(?: (?:dans|
      de|du|sur|en)(?: le| notre| nos| la)?(?: (?:ca|chiffre d affaires|total|ventes))?(?: total)?)?(?=[ ,]*$)
      => what share of revenue comes from the top $1$2 $3
  (?:quelle |quel )?{pct} (?:du |des |de )(?:ca|chiffre d affaires|ventes) (?:avec |pour |des |de |chez |vient
      des
      |font )*(?:les |nos )?(?:top (\\d+)|(\\d+) (?:premiers?|premieres?|meilleure?s?|
      plus gros)) ({field})(?=[ ,]*$) => what share of revenue comes from the top $1$2 $3
  {whose}(?:{have} )?(?:depens[a-z]+|achet[a-z]+) (?:pour )?entre ({amount})(?: {money})? et ({amount})
      (?: {money})? => customers who spent between $1 and $2
  clients? (?:dont|avec|ayant) (?:la |une |leur )?derniere (?:commande|facture|vente)
      (?:date |remonte |est |etait
      |a )*(?:d |de |a )?(?:apres) => customers whose last order was after
  (?:part|poids|{pct}) (?:de |des |d )(?:grosses?|grandes?) (?:commandes|ventes) (?:dans|sur|du|de|des)
      (?:le |la
      |les |nos |notre )?(?:ca|chiffre d affaires|total|ventes)(?: total)?
      => share of revenue from large deals
  a (?:partir|compter) (?:de|du|d) (?:la )? -> depuis
  pourquoi (?:est ce que )?(?:le |la )?(?:mois de )?(.+?) (?:etait|est|a ete|fut|c etait)(?: (?:il|elle))?
      (?:si|
      aussi|tellement) (?:mauvaise?|faible|nul(?:le)?|bas(?:se)?|mal)(?=[ ,]*$) => why was $1 so bad
  pourquoi (?:est ce que )?(?:le |la )?(?:mois de )?(.+?) (?:etait|est|a ete|fut|c etait)(?: (?:il|elle))?
      (?:si|
      aussi|tellement) (?:bonne?|forte?|haute?|bien)(?=[ ,]*$) => why was $1 so good
  prix (?:unitaires?(?: {mean})?|{mean}(?: (?:unitaire|a l unite|par (?:unite|piece)))?|(?:a l|par)
      (?:unite|piece))
      (?: (?:de|des|du|d)(?: (?:les|nos))?)? => price per unit
  (?:(?:a |de |c est )?(?:quand|quelle) )?(?:est |etait |date |remonte )?(?:a )?(?:la |sa )?derniere
      (?:facture|commande) (?:de |du |d )(?:client )?
      (?!{months}|\\d{4}(?= |$)|l an|cette|ce |la |le )(.+) => when did $1 last order
  (?:la )?(?:1ere|1re|premiere) semaine (?:de |d )({months}) => first week of $1
  (?:la )?(?:2e|2eme|deuxieme|seconde) semaine (?:de |d )({months}) => second week of $1
  (?:la )?(?:3e|3eme|troisieme) semaine (?:de |d )({months}) => third week of $1
  (?:la )?derniere semaine (?:de |d )({months}) => last week of $1
  avoirs?(?= (?:en|au|par|sur|depuis|du|de|emis|ce|cette|le)(?= )|[ ,]*$)(?<!(?:peut|peux|faut|besoin
      d|aimerais|
      voudrais|puis je|pour|pourrais|sans compter les) avoirs?) -> remboursements
  clients? (?:avec|ayant|a|qui ont|de) (?:juste |seulement |qu )?(?:une seule|une unique|1 seule) (?:commande|
      facture|achat) => customers with only one order
  clients? (?:avec|ayant|a|qui ont) (?:juste|seulement|qu) (?:une|1) (?:commande|facture|achat)
      => customers with only one order
  (?:(?:le|les|dans la|en|du) )(?:matins?|matinee) => in the morning
  (?:(?:l|les|dans l|en) )apres midi => in the afternoon
  (?:(?:le|les|dans la|en|du) )(?:soirs?|soiree) => in the evening
  (?:ca|chiffre d affaires|ventes?|depenses?|montants?|achats?|
      revenus?)(?: {mean})? par client(?: {mean})?(?<={mean}.*) => average revenue per customer
  (?:qui|quels? clients?|clients? qui) (?:nous )?(?:renvoien?t?|retournen?t?|renvoient|a
      (?:renvoye|retourne)|ont
      (?:renvoye|retourne)|rend|rendent)(?: des? (?:produits?|articles?|marchandises?))? le plus(?: d
      articles| de
      produits)? => refunds by customer
  (?:le |la )?cliente? (\\d+|\\u0001\\S+),? (?:il |elle |ca |qu est ce qu il |que )?(?:achete|commande|prend)
      (?:quoi
      |habituellement|d habitude|en general)+(?=[ ,]*$) => what did $1 buy
  ({field}) (?:qui (?:sont |est )?)?(?:en (?:baisse|recul|chute|declin)|baissent|reculent|chutent|declinent|
      perdent|ont (?:baisse|recule|perdu))(?= (?:en |ce |cette |depuis |{against})|[ ,]*$)
      => $1 with falling revenue
  ({field}) (?:qui (?:sont |est )?)?(?:en (?:hausse|croissance|progression)|progressent|montent|augmentent|ont
      (?:progresse|augmente|grandi))(?= (?:en |ce |cette |depuis |{against})|[ ,]*$)
      => $1 with growing revenue
  ^[ ,]*(?:est ce qu(?:e)? )?(?!qui |que |quel|combien|(?:les |nos |des )?client|ceux|cb |on |nous |quoi |n |
      ne )(.+?) (?:a (?:t (?:il|elle) )?|ont (?:ils )?)(?:deja |jamais )?(?:achete|commande|pris) (?:un jour |
      deja )?(?:des |du |de la |de l |de |d |les |le |la |un |
      une )(?!la derniere|plus|moins|commande)(.+?)(?: un jour)?(?=[ ,]*$) => did $1 buy $2
  (?:les |nos |mes )?(?:({number}) dernier(?:e)?s|dernier(?:e)?s ({number}))
      (?:commandes|factures|ventes|achats)
      => last $1$2 orders
  (?:en |de )?scandinavie => in sweden, norway and denmark
  (?:commandes )?(?:litigieuses?) -> commandes en litige
  (?:commandes|factures) en attente -> commandes attente
  (?:les |nos )?(\\d+) (?:meilleure?s?|premiers?|premieres?|plus gros) ({field}),? (?:ca |ils |cela )?(?:pese|
      pesent|fait|font|represente|representent) (?:combien|quoi)(?: en)? {pct}(?=[ ,]*$)
      => what share of revenue comes from the top $1 $2
  (?:les )?(?!on |il |elle |client |combien )([a-z\\u0001]+),? (?:c est |ca fait |ils font )?combien par
      (?:achat|commande|panier)(?: en moyenne)?(?=[ ,]*$) => average order value $1
  (?:commandes|achats) (?:de |d |avec |a |comportant )?(plus de|moins de|au moins|plus d|moins d) (\\d+)
      (?:articles|
      unites|pieces|produits)(?: (?:ou|et) .*)? -> commandes avec $1 $2 unites
  commandes avec plus d?e? ?(\\d+) unites => orders with more than $1 units
  commandes avec moins d?e? ?(\\d+) unites => orders with less than $1 units
  commandes avec au moins (\\d+) unites => orders with at least $1 units
  (?:commandes|achats) (?:d |avec |a )?(?:un seul|une seule|1 seul|un unique)
      (?:article|produit|unite|piece),?
      (?: ?(?:il y en a )?combien)?(?=[ ,]*$) => orders with 1 units
  (?:les )?(?:commandes|ventes|achats|factures) (?:a|de) plus (?:de|que) ({amount}),? (?:il y en a (?:eu )?)?
      combien(?=[ ,]*$) => number of orders over $1
  (?:les )?(?:commandes|ventes|achats|factures) (?:a|de) plus (?:de|que) (?={amount}) => orders over
  (?:notre |nos |la |le |les )?plus (?:mauvais|faible|basse?)e?s? ({field}|annee|mois|trimestre|semaine|jour)
      => worst $1
  (?:les |un |une )?(hommes?|femmes?) (?:depensent?|achetent?) combien en moyenne(?: par (?:achat|commande))?
      => average order $1
  ,? avec (?:le )?(?:ca|chiffre d'affaires) de chac(?:un|une)(?=[ ,?]*$) => revenue by customer
  (?:et|mais) rien (?:pris|achete|commande|repris|rachete)(?= (?:en|cette|depuis|au)) => and nothing
  ,? (?:ca |cela |c'est en )?(?:baisse|monte|augmente|progresse|recule|descend)
      (?:ou (?:pas|non))(?=[ ,?]*$) ->
`);

/** Parts of these patterns. */
export const everydayParts = {
  pct: '(?:pourcentage|percent|%|part|proportion)',
  whose: '(?:(?:(?:quels |les |nos )?client(?:e)?s (?:qui |ayant )|qui |ceux qui ))',
};
