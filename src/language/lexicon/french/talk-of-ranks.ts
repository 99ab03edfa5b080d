import { joined } from '../foreign.js';

/** The most and the least of something, as it is typed in French. */
export const talkOfRanks = joined(`
  top (?:des? |du )?({number}) (?:des |de |du )?(?:nos |les )?({field}) (?:les |qui se |le |la )*(?:moins
      (?:vendue?s?|vendent|bons|bonnes|rentables)|vendent le moins) => worst $1 $2
  (?:flops?|pires?|plus mauvais) (?:des? )?({number}) (?:des |de |du )?(?:nos )?({field}) => worst $1 $2
  flops? ({field}) => worst $1
  top (?:et|\\/|&|ou) flops? (?:des |de |du |\\d+ )*({field}) => best and worst $1
  (?:meilleure?s?|plus fortes?) et (?:pires?|moins bonn?e?s?|plus faibles?) ({field}) => best and worst $1
  ({field}) (?:le |la |les )?plus (?:utilise|populaire|frequent|courant|employe|choisi|repandu|prise)e?s?
      => top $1 by number of orders
  ({field}) (?:le |la |les )?moins (?:utilise|populaire|frequent|courant|employe|choisi|repandu|prise)e?s?
      => worst $1 by number of orders
  ({field}) (?:qui )?(?:est |sont |etait )?(?:le |la |les )?plus (?:fort|eleve|haut|performant|actif|
      dynamique)e?s?(?: en (?:ca|
      ventes|chiffre(?: d affaires)?))? => top $1
  ({field}) (?:qui )?(?:est |sont |etait )?(?:le |la |les )?plus (?:faible|calme|creux|creuse|mou|
      molle)s?(?: en (?:ca|
      ventes|chiffre(?: d affaires)?))? => worst $1
  (?:qui sont |quels sont |les |nos )*clients les plus (?:fideles|reguliers|assidus) => most loyal customers
  (?:les |nos )*plus (?:fideles|gros|grands|importants) (?:clients|acheteurs) -> meilleurs clients
  (?:les |nos |le |notre |la )*plus (?:gros|grand|important)e?s?(?: (?:de nos|
      des))? clients? -> meilleurs clients
  ({field}) (?:le |la |les )?plus (?:rentable|profitable|lucratif|lucrative|margee?)s? => most profitable $1
  ({field}) (?:le |la |les )?moins (?:rentable|profitable|lucratif|lucrative|margee?)s? => least profitable $1
  clients? (?:qui )?(?:reviennent|revient|achetent|commandent|commande|achete) le plus souvent
      => customers with the most orders
  (?:les |nos )?(?:plus )?(?:gros|grosses) (?:acheteurs|depensiers|budgets) -> meilleurs clients
  (?:a )?(?:quelle|quelles) heures? {we}? ?(?:recoit|recevons|a|fait|vend|vendons|prend|enregistre|
      encaisse|y a)(?: t (?:on|il))?(?: nous| on)? (?:le |la )?(?:plus|majorite)(?: (?:de |d |des )(?:ventes|
      commandes|ca|monde))? => top hour by orders
  heures? de pointe, heures? (?:la |les )?plus (?:forte|chargee|active|rentable)s?,
      meilleure heure => top hour by orders
  quand (?:est ce qu )?(?:{we} |nos clients )?(?:vend|vendons|fait|achetent|commandent)(?: t on)? le plus(?:
      de ca)? => best month
  (?:ou|dans quel pays) (?:est ce qu )?{we} (?:vend|vendons|fait|realise)(?: t on)? le (?:plus|mieux)
      (?: de (?:ca|ventes))? => top country
  (?:ou|dans quel pays) (?:est ce qu )?{we} (?:vend|vendons|fait|realise)(?: t on)? le moins(?: bien)?
      => worst country
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y|leur|lui) )*{brought} {most} (?:de |d
      |en )({figure}) => top $1 by $3 $2
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y|leur|lui) )*{brought} {least} (?:de |d
      |en )({figure}) => worst $1 by $3 $2
  {which}({number}) ({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y) )*{brought} {most}(?! souvent)
      => top $1 $2 $3
  {which}({number}) ({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y) )*{brought} {least}
      => worst $1 $2 $3
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y) )*{brought} {most}(?! souvent)
      => top $1 $2
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s|y) )*{brought} {least} => worst $1 $2
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s) )*(?:{have} |est |sont )le plus (?:{made}|{sold}|
      progressed) => top $1 $2
  {which}({field}) ({between})(?:qui )?(?:(?:nous|vous|se|s) )*(?:{have} |est |sont )le moins (?:{made}|
      {sold})
      => worst $1 $2
  (?:quel (?:est )?le |le |quel )?({field}) (?:a|avec|au|ayant|qui a) (?:le |la )(?:plus (?:gros|grand|haut|
      fort)e?|meilleure?) (?:chiffre d affaires|ca|chiffre|montant|total) => top $1
  (?:quel (?:est )?le |le |quel )?({field}) (?:a|avec|au|ayant|qui a) (?:le |la )(?:plus (?:petit|bas|
      faible)e?|
      pire) (?:chiffre d affaires|ca|chiffre|montant|total) => worst $1
  (?:quel (?:est )?le |le |quel )?({field}) (?:a|avec|au|ayant|qui a) (?:le |la )(?:plus (?:gros|grand|haut|
      fort|eleve)e?s?|meilleure?) (panier moyen|note|remise|prix moyen|quantite) => top $1 by $2
  (?:quel (?:est )?le |le |quel )?({field}) (?:a|avec|au|ayant|qui a) (?:le |la )(?:plus (?:petit|bas|faible|
      basse)e?s?|pire|moins bonne) (panier moyen|note|remise|prix moyen|quantite) => worst $1 by $2
  ({field}) (?:au|avec le|avec la|a la|a) (panier moyen|note|remise|prix moyen) (?:moyenne? )?(?:le |la |les
      )?plus (?:hauts?|eleve|haute|elevee|forte?|gros|grosse) => top $1 by $2
  ({field}) (?:au|avec le|avec la|a la|a) (panier moyen|note|remise|prix moyen) (?:moyenne? )?(?:le |la |les
      )?plus (?:bas|basse|faible|petit|petite) => worst $1 by $2
  (?:ce qui|quoi|qu est ce qui|qu est ce qu {we}|quels? (?:trucs?|choses?)|les (?:trucs|choses) qui)
      (?:s |se |nous )?{brought} {most}(?! souvent) => best sellers
  (?:ce qui|quoi|qu est ce qui|quels? (?:trucs?|choses?)|les (?:trucs|choses) qui)
      (?:s |se |nous )?{brought} {least} => what sells worst
  (?:produits|articles|references) (?:qu {we} )?(?:qui )?(?:ne |n )?(?:vend|vendent|se vend|se vendent|
      part|partent|bouge|bougent|sort|sortent|tourne|tournent) (?:plus|
      pas)(?: du tout)? => products not selling
  (?:ce qui|quoi|qu est ce qui) (?:ne |n )?(?:se vend|part|bouge|sort|tourne) (?:plus|pas)(?: du tout)?
      => what is not selling
`);
