/** What columns of sales files are called in French, and what they are called in English. */
export const fields = `
  vendeurs?, vendeuses?, commercial(?:e|es)?, commerciaux, representants? => salesperson
  serveurs?, serveuses? => waiter
  (?:modes?|moyens?|methodes?|types?|facons?) de (?:paiement|reglement) => payment method
  langues?(?: maternelles?)? => language
  professions?, metiers?, emplois? => occupation
  genres?, sexes? => gender
  (?:situation|statut|etat) (?:familiale?|matrimoniale?|marital|maritale|civil) => marital status
  niveaux? (?:d etudes?|d education|scolaires?), diplomes?, etudes => education level
  (?:tranches?|niveaux?|groupes?|classes?) de (?:revenus?|salaires?) => income group
  (?:tranches?|groupes?|classes?) d ages?, ages? => age group
  notes?(?= |$), evaluations? => rating
  lieux, lieu, emplacements?, localisations?, endroits? => location
  etats?(?= |$), provinces? => state
  territoires?, secteurs?, zones? => territory
  tailles? (?:de |des )?(?:deals?|commandes?|contrats?|affaires?) => deal size
  departements? => state
  statuts?(?: des? commandes?)? => status
  magasins?, boutiques?, points? de vente => store
  fournisseurs? => supplier
  fabricants? => manufacturer
  (?:modes?|methodes?) de livraison => shipping method
  codes? promos?, promotions?, coupons? => promotion
  types? de produits?, familles?(?: de produits?)?, rayons? => category
`;
