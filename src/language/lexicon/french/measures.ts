/** Measures, amounts and ranks in French. */
export const measures = `
  benefices?(?: bruts?)? => profit
  (?:taux de )?marges?(?: brutes?)? => margin
  taux de remise, remise moyenne => discount rate
  (?:montant des )?remises?(?: accordees?)?, rabais, reductions? => discounts
  chiffre d affaires brut, ventes brutes => gross sales
  frais de (?:port|livraison|envoi) => postage
  tva, taxes? => tax
  pourboires? => tips
  cout des (?:marchandises|produits|ventes) => cost of goods
  (?:panier|montant|valeur|prix) (?:d achat )?{mean}(?: (?:des?|d une|par) commandes?)?, (?:panier|
      commande) {mean}, montant d une commande {mean},
    (?:ca|chiffre d affaires|montant) (?:{mean} )?par commande => average order value
  panier median, commande mediane => median order
  (?:ca|chiffre d affaires|depenses?|montant|ventes)(?: {mean})? par client => revenue per customer
  (?:nombre (?:{mean} )?(?:de |d ))?commandes(?: {mean})? par client => average orders per customer
  (?:nombre (?:{mean} )?(?:de |d )|combien (?:de |d ))?(?:articles|unites|produits)(?: {mean})? (?:par|dans
      une|dans chaque|y a dans une) commande => units per order
  (?:nombre (?:total )?(?:de |d )|combien (?:de |d ))(?:nouveaux clients|nouvelles clientes), nouve(?:aux|
      lles) client(?:e)?s => new customers
  (?:nombre (?:total )?(?:de |d )|combien (?:de |d ))commandes => number of orders
  (?:nombre (?:total )?(?:de |d )|combien (?:de |d ))clients? => number of customers
  (?:nombre (?:total )?(?:de |d )|combien (?:de |d ))(?:unites|articles|pieces) => how many units
  (?:ca|chiffre d affaires|ventes) (?:des |par |aupres des )?(?:new customers|nouveaux) (?:et|vs|contre|et
      des) (?:clients )?(?:existants|fideles|anciens|recurrents) => new vs returning revenue
  {n}new {n}customers (?:et|vs|contre|et des) (?:clients )?(?:existants|fideles|anciens|recurrents)
      => new vs returning
  nouveaux (?:et|vs|contre) (?:anciens|existants|fideles|recurrents)(?: clients)?
      => new vs returning customers
  clients (?:recurrents|existants|qui reviennent|habituels) => returning customers
  clients? fideles?, fideles => loyal customers
  taux de (?:reachat|fidelite|retour client|fidelisation|recurrence) => repeat rate
  taux d annulation(?: global)?, part des commandes annulees, (?:pourcentage|%) de commandes annulees
      => cancel rate
  commandes annulees, annulations? => cancelled orders
  taux de retour => return rate
  remboursements?, retours, produits retournes => refunds
  (?:le |notre |nos )?(?<!:)(?:ca|chiffres? d affaires?|recettes|chiffre|rentrees)(?: total| global| net)?
      => revenue
  combien (?:est ce qu )?on a (?:vendu|fait|encaisse|gagne|realise)(?: de revenue)?, on a (?:vendu|fait|
      encaisse|gagne|realise) combien, combien avons nous (?:vendu|fait|encaisse),
    quelles? (?:sont|etaient) (?:les |nos )?ventes => how much revenue
  qu est ce qui a change, ce qui a change => what changed
  (?:les )?previsions?(?: de revenue| de ventes?| des ventes)?, prevision(?:nel)?, projections? => forecast
  pourquoi, comment ca se fait => why
  page suivante, la suite => next page

  (?:en|comme|sous forme de|dans un) (?:un )?tableau => as a table
  (?:avec )(?:leurs? |l |les )?(?:e ?mails?|adresses? (?:e ?)?mails?) => with email
  croissance, progression, hausse => growth
  evolution (?=.* (?:{vs}|entre) ) => growth
  tendance, evolution => trend
  cumulee?s?, cumul => cumulative
  en (?:pourcentage|%|percent), pourcentage => in percent
  avec plus (?:de |d ) => with more than
  plus d un(?:e)?(?= ) => more than one
  (?:plus (?:de|d)|superieure?s? a|au dessus (?:de|d)|depassant)(?= ?[$€]?\\d) => more than
  plus (?:de |d ) => more than
  (?:inferieure?s? a|moins (?:de |d )|en dessous (?:de |d )) => less than
  au moins, minimum => at least
  au plus, au maximum => at most
  entre => between

  (?:les |nos |le |la |l )?({number}) (?:meilleure?s?|plus (?:gros(?:ses)?|grande?s?|importante?s)|
      premi(?:ers|eres)) => top $1
  (?:les |nos )?({number}) (?:pires|moins bons|moins bonnes) => worst $1
  (?:le |la |les |nos |notre )?meilleure?s? => best
  (?:la |le |les |nos |notre )?(?:pires?|moins bonne?s?) => worst
  (?:la |le |les |nos |notre )?plus (?:grande?s?|grosse?s?|gros|importante?s?) => biggest
  (?:la |le |les |nos |notre )?plus (?:petite?s?|faibles?) => smallest
  top (?:des |de )?({number})?(?: des| de)? => top $1

`;
