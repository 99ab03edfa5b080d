import { joined } from '../foreign.js';

const NEXT = [
  ['janvier', 'fevrier'],
  ['fevrier', 'mars'],
  ['mars', 'avril'],
  ['avril', 'mai'],
  ['mai', 'juin'],
  ['juin', 'juillet'],
  ['juillet', 'aout'],
  ['aout', 'septembre'],
  ['septembre', 'octobre'],
  ['octobre', 'novembre'],
  ['novembre', 'decembre'],
];

/** Since the end of a month is from the next one on. */
const sinceTheEnd = NEXT.map(
  ([month, next]) => `  depuis (?:la )?fin (?:de |du mois de )?${month} -> depuis ${next}`,
);

/** Sums, averages, shares and their tails in French, in the word order in which they are typed. */
export const sums = joined(`
${sinceTheEnd.join('\n')}
  (?:tous )?(?:ceux|celles) qui (?=n |ne |ont |a |{buying}) -> clients qui
  (?:en ce moment|a l heure actuelle) ->
  ^[ ,]*(?:est ce qu(?:e)? )?(?:il )?y a(?: t il)?(?: encore)? (?:des |de |d )(?=commandes|clients|factures|
      retours|
      produits) ->
  (?:encore|toujours|deja) (?=en (?:attente|cours|litige|suspens)) ->
  (?:alors )?(?:qui|qu elles|qu ils) (?:datent|sont|remontent) (?:d |de |a )?(?=avant|apres) ->
  ,? ?(?:(?:il )?y en a|on en a|ca en fait|ca fait)(?: (?:bcp|beaucoup|
      combien))(?: en tout| au total)?(?=[ ,]*$)(?<=(?:commandes|factures) .*) -> , nombre de commandes
  (?:les |des )?litiges?(?: en cours)? -> commandes en litige
  (?:nombre|nb) de commandes (?:\\+|et|&) (?:le )?(?:montant|ca|valeur|total|chiffre)
      -> nombre de commandes et chiffre d affaires
  ^[ ,]*(?:les |nos )?clients (qui .+?),? (?:(?:ils|elles) sont |(?:il )?y en a |on en a |et |
      ca fait )?combien(?: sont
      ils)?(?=[ ,]*$) -> combien de clients $1
  {clq} (?:ont |a )?{bought} (?:quelque chose )?(?:en |au |l )?({span}) (?:et|mais) (?:n ont |
      n a )?(?:plus |pas )?
      (?:rien |plus rien |jamais )?(?:{bought} )?(?:en |au |l )?({span})
      => customers who bought in $1 but not in $2
  clients actifs(?= par | chaque | en (?:janv|fevr?|avr|juil|sept|oct|nov|dec)(?= |$)) -> clients

  ({rated}) {mean}s?(?! par (?:client|commande|achat)) -> average $1
  (?:la )?moyenne (?:de |des |d |du )(?:la |les |l |nos )?({rated}) -> average $1
  (?:l |le |la )?({rated}) median(?:e)?s?(?! par) -> median $1
  (?:la )?medianes? (?:de |des |d |du )(?:la |les |l |nos )?({rated}) -> median $1
  (?:average|median) (?:notes?|evaluations?) => average rating
  average ages? => average age
  median ages? => median age
  average (?:revenus?|salaires?) => average income
  median (?:revenus?|salaires?) => median income
  (?:la )?(?:mediane|montant median) (?:de |des |d |du )?(?:la |les |l |nos |une )?(?:montants? )?(?:de |
      des |d |par
      )?(?:commandes?|achats?|paniers?|factures?) => median order
  (?:{spends} )?combien en moyenne(?: (?:par|a chaque|pour un|pour une) (?:achat|commande|panier|facture))
      -> panier moyen
  (?:en moyenne )?(?:{spends} )?(?:en moyenne )?combien(?: {spends})? (?:par|a chaque) (?:achat|commande|
      panier|
      facture)(?: en moyenne)?(?=[ ,]*$) -> panier moyen
  combien {spends} en moyenne(?: (?:par|a chaque) (?:achat|commande|panier|facture))? -> panier moyen
  {spends} combien en moyenne -> panier moyen
  nombre moyen (?:d unites|d articles|de pieces) (?:par|/) (?:commande|facture) => average units per order

  (?:de |a |d )?\\+ (?:de |d )?(?=[$€]?\\d{2}) -> plus de
  ({field}) (?:qui )?(?:sont |est |font |fait |realisent |restent )?(?:sous|en dessous (?:de|des)|
      au dessous (?:de|
      des)|a moins de) (?:les |la barre des )?({amount}) => $1 with revenue less than $2
  ({field}) (?:qui )?(?:sont |est |font |fait |realisent |passent )?(?:au dessus (?:de|des)|au dela (?:de|
      des)) (?:les
      |la barre des )?({amount}) => $1 with revenue more than $2
  sous (?:les |la barre des )(?=[$€]?\\d) -> moins de
  (?:avec |les |leurs )*noms(?=[ ,]*$)(?<=.{15}) ->
  titulaires? d un(?:e)? ->
  (?:un |des |le |les )?revenus? (?:annuels? )?(?:<|inferieure?s? a|de moins de|sous) ?(?=[$€]?\\d)
      => income under
  (?:un |des |le |les )?revenus? (?:annuels? )?(?:>|superieure?s? a|de plus de|depassant) ?(?=[$€]?\\d)
      => income over
  ({person}) (?:de |ayant |agee?s? de )?(?:plus de|au dessus de) (\\d{2})(?: ans)?
      -> $1 \u0001age \u0001over $2
  ({person}) (?:de |ayant |agee?s? de )?(?:moins de|en dessous de) (\\d{2})(?: ans)?
      -> $1 \u0001age \u0001under $2
  (?:combien )(?:ont |a )?(?:{bought}|depense)e?s? (?=les? |la |l |nos ) -> chiffre d affaires
  ^[ ,]*(?:le |la )?(?:cliente? )?(\\d{4,}) (?:a|ont) (?:{bought}) combien de fois
      => number of orders customer $1
  ^[ ,]*(?:combien de fois )?(.{3,40}?) (?:a|ont) (?:{bought}) combien de fois => number of orders $1

  (?:quel(?:le)? (?:est le |est la )?)?(?:poids|part) (?:de |d |du |des )?(?:la |le |les |l )?(?!ca |
      chiffre|client|
      commande)(.{3,40}?) (?:dans|sur|en) (?:le |la |l |les |nos )?(?:(?:ca|chiffre d affaires|ventes|
      total) )(?:de |d |du |des
      |en )?(?:la |le |l |les )?([a-z\\u0001 ]{3,30}?)(?:[ ,]+(?:en )?(?:%|percent))?(?=[ ,]*$)
      => share of $1 in $2 revenue
  ^[ ,]*(?:la |le |les |l )?(.{3,40}?),? (?:ca |il |elle |ils )?(?:pesent?|represente(?:nt)?|fait|
      font) (?:combien|quel
      poids|quelle part|quel (?:%|percent|pourcentage)) (?:dans|sur|de|du) (?:le |la |l |les |
      nos )?(?:(?:ca|chiffre d affaires|
      ventes|total) )?(?:de |d |du |des |en )?(?:la |le |l |les )?(?!ca(?= |$)|chiffre|total|
      ventes)([a-z\\u0001
      ]{3,30}?)(?:[ ,]+(?:en )?(?:%|percent))?(?=[ ,]*$) => share of $1 in $2 revenue
  ,? ?(?:et )?(?:ca|cela) (?:fait|represente|donne) quel(?:le)? (?:%|percent|pourcentage|
      part)(?: (?:du total|en tout|
      au total))?(?=[ ,]*$) => : number and percent
  (?:evolution|progression) (?:entre |de )?(\\d{4}) ?(?:[-=]?[>]|vs|a|et|/) ?(\\d{4}) => growth $2 vs $1
  ,? ?(?:evolution|variation|ecart|difference|progression)(?: en)?(?: (?:%|percent|
      pourcentage))?(?=[ ,]*$)(?<=vs .*) ->
  (?:qui |ils |elles )?parlent? (?=anglais|francais|espagnol|allemand|mandarin|chinois) ->
  gros deals?, deals? gros(?:ses)? => large deals
  petits deals?, deals? petits => small deals
  deals? moyens?, moyens deals? => medium deals
  californie => california
  groupes? (?:de )?segmentation => segmentation group
  groupe (?=\\d(?= |$)) => segmentation group
  (?:l )?exercice (?=\\d{4}) => fiscal year
  (?:qui )?(?:comme|en) clients? (?=en |au |aux |a ) -> clients
  ,? avec (?:le |leur )?(?:ca|chiffre d affaires|montant)(?: de)? chac(?:un|une)(?: svp| stp)?(?=[ ,]*$)
      => revenue by customer
  parisien(?:ne)?s? => paris
  londonien(?:ne)?s? => london
  madrilenes? => madrid
  lyonnaise?s? => lyon
  new yorkaise?s? => nyc
  (?:toutes|tous) (?:les )?(?:couleurs|sortes|tailles|versions|modeles|variantes)(?: confondue?s)?,? ->
  (?<=[a-z] )(?<!(?:achet|vend|command|pris)[a-z]* )(?:ensemble|reunis|reunies|cumules|cumulees|confondus|
      confondues)(?=[ ,]*$) => together
`);

/** Parts of these patterns. */
export const sumsParts = {
  clq: '(?:clients qui|qui|quels clients)',
  rated: 'notes?|evaluations?|ages?|revenus?|salaires?',
  spends: `(?:(?:ils |elles |il |elle |nous )?(?:depensent|depense|achetent|laissent|laisse|paient|paye|
      payent|mettent))`,
  span: `\\d{4}|(?:{months})(?: \\d{4})?|an dernier|an passe|annee derniere`,
};
