import { joined } from '../foreign.js';

/** The most and the least of a figure in French: "le plus de" and "le moins de" in any place. */
export const most = joined(`
  ,? ?(?:c est )?(?:laquelle|lequel|lesquels|lesquelles)(?: c est)?(?=[ ,]*$)(?<=plus .*|moins .*) ->
  (?:les |le |la )?(?:top )?({number}) (?:des |de )?(?:nos |les )?({field}) (?:qui |ou |avec |ayant |
      a )(?:on |nous |
      y |se |s )*(?:(?:{being}|{trading}) )*le plus (?:de |d )({measured}) => top $1 $2 by $3
  (?:les |le |la )?(?:top )?({number}) (?:des |de )?(?:nos |les )?({field}) (?:qui |ou |avec |ayant |
      a )(?:on |nous |
      y |se |s )*(?:(?:{being}|{trading}) )*le moins (?:de |d )({measured}) => worst $1 $2 by $3
  {which}({field}) (?:qui |ou |avec |ayant |a )?(?:on |nous |y |se |s )*(?:(?:{being}|{trading}) )*le plus
      (?:de |d )({measured})(?! que | qu ) => top $1 by $2
  {which}({field}) (?:qui |ou |avec |ayant |a )?(?:on |nous |y |se |s )*(?:(?:{being}|{trading}) )*le moins
      (?:de |d )({measured})(?! que | qu ) => worst $1 by $2
  (?:le |la |quel est le |quelle est la )?({field}) ou (?:le |la |l )?({ratio}) (?:est|etait|a ete|sont)
      (?:le |la )?plus (?:eleve|haut|fort|gros|grand|grosse|bon|bonne)e?s? => top $1 by $2
  (?:le |la |quel est le |quelle est la )?({field}) ou (?:le |la |l )?({ratio}) (?:est|etait|a ete|sont)
      (?:le |la )?(?:plus (?:bas|basse|faible|petit|petite)|moins (?:bon|bonne|eleve))e?s? => worst $1 by $2
  (?<=^[ ,]*|,[ ])qui (?:nous )?(?:a|ont|avait) le plus (?:vendu|rapporte|fait de ventes) => top salesperson
  (?<=^[ ,]*|,[ ])qui (?:nous )?(?:a|ont|avait) le moins (?:vendu|rapporte|fait de ventes)
      => worst salesperson
  (?<=^[ ,]*|,[ ])qui (?:nous )?(?:a|ont|avait) le plus (?:{bought}|depense) => top customers
  (?<=^[ ,]*|,[ ])qui (?:nous )?(?:a|ont|avait) le moins (?:{bought}|depense) => worst customers
  ^[ ,]*(.{3,30}?) on (?:vend|fait|realise) (?:mieux|plus|moins|moins bien) que (.{3,30}?)(?: ou (?:pas|
      non))?(?=[ ,]*$) => $1 vs $2
  ^[ ,]*qu?e? (?:est ce qu )?(?:{buying}) (?:le plus )?(?=les?|la|l|nos|des|en) => top products
  (?:les |nos )?({number}) ({field}) (?:qui )?(?:nous )?(?:ont|a|est|sont|s est|se sont|on a) le plus
      (?:{bought}|depense|vendu|rapporte)e?s?(?! souvent) => top $1 $2
  (?:les |nos )?({number}) ({field}) (?:qui )?(?:nous )?(?:ont|a|est|sont|s est|se sont|on a) le moins
      (?:{bought}|depense|vendu|rapporte)e?s?(?! souvent) => worst $1 $2
  {which}({field}) (?:qui )?(?:nous )?(?:(?:ont |a )?(?:{bought}|depense|vendu|rapporte)|{buying}|
      {selling}) le
      moins{after} => worst $1
  {which}({field}) (?:qui )?(?:nous )?(?:(?:ont |a )?(?:{bought}|depense|vendu|rapporte)|{buying}|
      {selling}) le
      (?:plus|mieux){after} => top $1
  {which}({field}) (?:qui )?(?:nous )?(?:ont|a|est|sont|s est|se sont|on a) le plus
      (?:{bought}|depense|vendu|rapporte)e?s?(?! souvent) => top $1
  {which}({field}) (?:qui )?(?:nous )?(?:ont|a|est|sont|s est|se sont|on a) le moins
      (?:{bought}|depense|vendu|rapporte)e?s?(?! souvent) => worst $1
  (?:les |nos )?({number}) qui (?:nous )?(?:(?:ont |a )?(?:{bought}|depense)|{buying}|depensent) le plus
      => top $1 customers
  (?:les |nos )?({number}) qui (?:nous )?(?:ont |a )le plus (?:{bought}|depense) => top $1 customers
  (?:ou )?(?:est ce qu )?on vend le moins(?: bien)?[ ,]+(?:les )?({number}) derni(?:ers|eres) ({field})
      => worst $1 $2
  (?:les )?({number}) derni(?:ers|eres) (?!mois|jours|semaines|annees|trimestres|ans|commandes|
      factures)({field})
      => worst $1 $2
  (?:le |la |les |l )?({field}) (?:le |la |les )?plus ch(?:er|ere|ers|eres) => most expensive $1
  (?:la |une )?(?:commande|vente|facture) (?:la )?plus (?:grosse|chere|elevee|importante) => biggest order
  (?:la |notre )?plus (?:grosse|grande|importante) (?:commande|vente|facture) => biggest order
  ({field}) (?:le |la |les )?plus {sentback},? en (?:quantite|unites|nombre d unites)
      => top $1 by returned units
  ({field}) (?:le |la |les )?plus {sentback} => top $1 by returns
  ,? ?(?:les |la |le )?(?:plus (?:gros|grosses?|forts?|hauts?|eleve[es]*)|pires?|meilleure?s?)
      (?:en premier|d abord|en tete) => , highest first
`);

/** Parts of these patterns. */
export const mostParts = {
  after: '(?= (?:en|ce|cette|cet|depuis|pendant|l|le|la|sur|au)(?= )|[ ,]*$)',
  measured: `{figure}|clientes|unites|articles|retours|avoirs|factures|acheteurs|monde|marge|annulations`,
  ratio: `panier moyen|panier|note moyenne|note|remise moyenne|prix moyen|ca|chiffre d affaires|marge|
    taux (?:de|d) (?:retour|annulation|marge)`,
};
