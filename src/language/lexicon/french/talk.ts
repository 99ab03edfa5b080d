import { joined } from '../foreign.js';

/** How French is typed at work: short, colloquial, with verbs in every form; read before the clauses. */
export const talk = joined(`
  (?:combien de |quels |les |des |nos |de )?(?:acheteurs|consommateurs|gens|personnes|mecs)(?= (?:qui|ont|n |
      ne |achetent|commandent|differents|par|avec|sans|a|en|au)(?= )) -> clients
  (?:la |notre )?clientele -> clients
  (?:du |de |d |le |la |les |l )?(?:fric|pognon|thunes?|tunes?|sous|oseille)(?= |$) -> argent
  (?:combien de |combien d |nombre de |nombre d |quels? |quelles? )?(?:articles|produits|
      references) (?:differente?s?|
      distincte?s?|uniques?)(?: (?:on (?:a|vend|propose|a vendu|a vendus)|vendus|sont vendus|il y a|
      y a t il))?
      => how many different products
  (combien de |nombre de )?(clients?|commandes) (?:differente?s?|distincte?s?|uniques?) -> $1 $2
  (?:delai|temps|duree|intervalle)(?: {mean})? entre (?:deux|2|les)? ?(?:commandes|
      achats) => days between orders
  (?:combien de |nombre de |combien )(?={person}(?= |$)) => number of customers
  ({person}) (?:de |ayant |agee?s? de )?(?:plus de|au dessus de) (\\d{2})(?: ans)? => customers over $2 $1
  ({person}) (?:de |ayant |agee?s? de )?(?:moins de|en dessous de) (\\d{2})(?: ans)? => customers under $2 $1
  (?:articles|produits|deco|decos|decorations|trucs|tout ce qui est)(?: de| d)? noel
      => products with christmas in the name
  (?:combien|cb) de fois(?: et)? -> nombre de commandes et
  (\\d+|un|une|deux|trois|quatre|cinq|six|dix) ({unit}) (?:ou|et) plus -> au moins $1 $2
  (\\d+|un|une|deux|trois|quatre|cinq|six|dix) ({unit}) (?:ou|et) moins -> au plus $1 $2
  ,? ?(?:du plus (?:gros|grand|haut|fort|eleve) au plus (?:petit|bas|faible)|par ordre decroissant|en ordre
      decroissant|trie[es]*(?: par ca)? decroissant|decroissant|du meilleur au (?:pire|moins bon)) ->
  (?:triee?s?|classee?s?|ordonnee?s?|rangee?s?) (?:par|selon) -> tries par
  (?:pour |de )?(?:chacune?|chaque)(?= *,| *$) ->
  (?:on|nous) (?:perd|perdons|a perdu) (?:combien )?(?=en |sur |avec ) -> combien
  ({field}) (?:la |le |les )?plus (?:parlee?s?|represente(?:e?s?)?|presente?s?) (?:par|chez|parmi) (?:nos |
      les )?clients
      => top $1 by number of customers
  (?:ils |elles |nous )?notent combien(?: {mean})?, quelle note (?:mettent|
      donnent)(?: ils| elles)? -> note moyenne
  ,? ?(?:evolution|variation|progression|croissance|difference|ecart)(?: en)?(?: (?:%|percent|pourcentage|
      valeur))?
      (?=[ ,]*$)(?<=(?:vs|contre|par rapport|face|compare) .*) ->
  (?:on peut |peut on |pouvons nous )?(?:tabler|compter|miser) sur (?:combien|quoi|
      quel ca)(?: pour)? => forecast
  (?:vs|contre|par rapport a) (?:la |le |celle |celui )?(?:precedente?|
      d avant)(?=[ ,]*$) => vs previous period
  (?:vs|contre|par rapport a(?:ux)?) (?:les )?(?:memes jours|meme periode|
      la meme periode) (?:de )?l an(?:nee)?
      (?:dernier|derniere|d avant|passee?|precedente) => vs previous year
  ([a-z\\u0001]+) (?:mis|mise|mises) a part -> sans $1
  (?:dans |de |d )?(?:tous les temps|l histoire) => ever
  (?:quelle |la )?part (?:du|de notre) (?:chiffre(?: d affaires)?|ca)(?: total)? (?:vient|provient|est fait|
      est realise|
      represente)(?:nt)?(?: (?:de|des|du|d|par|avec))?(?: les| nos)? => what share of revenue comes from
  qui (?:nous )?(?:a|ont) (?:deja )?annule(?: (?:des|une|sa|
      leurs?) commandes?)? => customers with cancelled orders
  (?:ticket|achat|depense|montant|valeur) {mean}(?! (?:par|d une|des?|du) )(?= |$) -> panier moyen
  (?:le |du |de )?(?:panier|ticket)(?= (?:en|au|aux|par|des|de|du|vs|chez|a|pour)(?= )|$) -> panier moyen
  (?:produits?|articles?|references?)? ?en rupture(?: de stock)?, (?:produits?|articles?|references?)? ?
      (?:disponibles?|dispo)(?: en (?:stock|magasin|rayon))?, il (?:nous )?reste combien, combien (?:nous
      )?reste t il, reste t il, combien il (?:nous )?(?:en )?reste => in stock
  (?:on|mon (?:chef|boss|patron)|ma (?:chef|patronne)|le (?:chef|boss|patron)|la (?:direction|compta|
      banque)) (?:m a|me|nous a|
      nous|vient de me|va me) (?:demande[rs]?|
      reclame)(?: ce matin| hier| tout a l heure| aujourdhui| encore)?(?: si|
      de savoir)? ->
  (?:mon|le|la|ma) (?:chef|boss|patron|patronne|direction|compta|banque) (?:veut|voudrait|demande|souhaite|
      attend)(?: savoir|
      voir| connaitre)? ->
  (?:je|on) (?:prepare|bosse sur|travaille sur|fais|fait|finis|finalise|boucle|monte) (?:le|la|l|un|une|mon|
      ma|mes|les)
      (?:point|reunion|presentation|rapport|bilan|compte rendu|slides?|deck|reporting|budget|dossier|note|
      memo|
      newsletter|tableau de bord)(?: (?:de|du|pour|d) (?:\\w+|la semaine|fin de mois))?(?=[ ,:]) ->
  (?:tu|vous) (?:sais|savez|peux verifier|pouvez verifier|penses quoi)(?=[ ,]*$), (?:selon|d apres) (?:toi|
      vous), a ton avis,
      c est urgent, au plus vite, question bete, petite question, une (?:derniere|autre) question ->
  top ventes? => best selling products
  delais? de livraison(?: {mean})? => delivery times
  paniers? abandonnee?s? => abandoned carts
  rupture(?:s)? de stock => in stock
  (?:visites|visiteurs|trafic|audience|sessions)(?: (?:sur|du|de|vers) (?:le |la |notre )?(?:site|page|
      boutique)(?: web| en ligne)?)? => visits
  taux d ouverture, taux de clics?, abonnes?, desabonnes? => newsletter subscribers
  (?:masse salariale|salaires?|loyers?|tresorerie|charges(?: fixes| sociales)?|cash ?flow) => overheads
  (?:benefices?|marge|resultat|profit) (?:net|nette|nets|d exploitation|operationnel) => net profit
  concurrents?, la concurrence, parts? de marche => market share
  (?:litiges?|contestations?) -> en litige

  commandes annulee?s?(?: ([^,]+?))?,? combien et (?:pour )?(?:quel montant|combien|quelle valeur)
      => value of cancelled orders $1
  ,? ?(?:et )?(?:ca|cela|c) (?:represente|fait|pese|vaut|monte|coute|rapporte|a represente|a fait|a rapporte|
      a coute|faisait|representait|donne)(?: nous)?(?: a)? (?:combien|quel montant|
      quelle somme)(?: en tout| au
      total| (?:en |d |de )?(?:ca|valeur|euros?|dollars?|argent|chiffre))*(?<={counted} .*)
      -> et chiffre d affaires
  ,? ?(?:et )?(?:ca|cela|c) (?:represente|fait|pese|vaut|rapporte|a represente|a fait|a rapporte)(?: nous)?
      (?:combien|quel montant|quelle somme)(?: en tout| au total| (?:en |d |de )?(?:ca|valeur|euros?|
      dollars?|argent|chiffre))*(?= *$) -> chiffre d affaires
  ,? ?(?:et )?(?:pour |de |a |d )?(?:un |le |leur |quel(?:le)? )?(?:montant|valeur|somme)(?:
      total[e]?)?(?: de combien)?(?: ca fait)?(?= *$|,)(?<={counted} .*) -> et chiffre d affaires
  ,? ?(?:et )?(?:pour|a|de) combien(?: (?:d )?argent| en tout| au total)*(?= *$)(?<={counted} .*)
      -> et chiffre d affaires
  (nombre|quantite) et (?:montant|valeur|somme|chiffre)(?: total[e]?)? (?:de |des |d )(?:nos )?
      -> nombre de et chiffre d affaires
  (?:montant|valeur) et nombre (?:de |des |d ) -> chiffre d affaires et nombre de
  ,? ?(?:elles |ils )?(?:lesquelles|lesquels)(?= *,| et| *$) ->
  (?<=commandes .*),? (?:et )?combien(?= *$)(?<!(?:nombre|combien) .*) -> et nombre de commandes
  (?:la |le |une )?(?:commande|facture|numero|n°|no) (?:numero |n° ?|no )?(\\d{3,}|\\u0001\\S+),? (?:(?:c|
      est|etait|ete|a|de|d|pour|qui|quel(?:le)?|client|montant|combien|quand|date|statut|et|de quand|total|ce|
      le|la|elle|il|fait|faite|passee|s agit|ca|y|quoi|dedans)(?= |$) ?)+$ => order $1
  (?:le |la )?cliente? (\\d{3,}|\\u0001\\S+),? (?:c est |c |est ce |est )?(?:un |une )?(?:one ?shot|fidele|
      occasionnel|ponctuel|recurrent|regulier|unique)(?: ou .*)?$ => number of orders and revenue customer $1

  (?:sans compter|hormis|en excluant|exclu(?:s|es|ant)?|excepte|en enlevant|en retirant|mis a part|moins|
      a l exclusion (?:de|des|du)|en dehors (?:de|des|du)|non compris|hors)(?: les| la| le| l| des|
      de)?(?= (?!que |de |d |vendu|bien|souvent|cher|import|gros)[a-z\\u0001"]) -> sans
  (?:non|pas) (annulee?s?|livree?s?|retournee?s?|expediee?s?|en litige) -> sans $1
  (?:passee?s?|faite?s?|realisee?s?|generee?s?|apportee?s?|achetee?s?|commandee?s?|rapportee?s?|vendue?s?)
      (?:par|aupres des?|chez) (?!{field}(?= |$)) -> de
  en (?:zone|milieu|secteur)s? (?=rural|urbain) ->
  (?:zones?|milieux?) (rurale?s?|rural|urbaine?s?) -> $1
  (?<!de )(?:paiements?|reglements?|payee?s?|reglee?s?) (?:par|avec|en|via)(?! (?:commande|client|mois|
      pays)) -> avec
  (?<={field}.* par {field}),? (?:et )?(?:qui|lequel|laquelle|lesquels|lesquelles|quel(?:le)?s? \\w+)
      [^,]* le plus[^,]*$ ->
  (.+) par ({field}),? (?:et )?(?:qui|lequel|laquelle|lesquels|lesquelles|quel(?:le)?s? \\w+) [^,]*?
      le (?:plus|mieux)(?! souvent)[^,]*$ => top $2 by $1
  (.+) par ({field}),? (?:et )?(?:qui|lequel|laquelle|lesquels|lesquelles|quel(?:le)?s? \\w+) [^,]*?
      le moins[^,]*$ => worst $2 by $1
  qui (?:brade|remise|solde|fait (?:le plus )?de (?:remises|rabais|reductions)|accorde .*remises) le plus
      (?:de remises)? => salesperson with the highest discount rate
  qui (?:vend|a vendu|vendait|fait (?:le plus )?de ventes) le (?:plus|mieux) => top salesperson
  qui (?:vend|a vendu|vendait) le moins => worst salesperson

  (?:a |de )?combien (?:s eleve(?:nt)?|se monte(?:nt)?|monte(?:nt)?|se chiffre(?:nt)?|s elevai(?:ent|t)|
      se situe(?:nt)?)(?: t (?:il|
      elle)s?)? -> combien
  (?:s eleve|se monte|monte) a combien -> combien
  (?:combien|cmb) (?:de |d )?(?:argent|ca|chiffre)? ?(?:est ce qu(?:e)? )?{we} {aux} (?:deja |bien |nous
      )?{made}(?: de (?:ca|chiffre d affaires|chiffre|ventes))?(?: comme ca)?(?: en tout| au total)?(?! (?:de|
      d)(?= )) -> chiffre d affaires
  {we} {aux} (?:deja |bien )?{made} combien(?: (?:de |d )?(?:ca|chiffre d affaires|argent|ventes))?(?: en
      tout| au total)?(?! (?:de|d)(?= )) -> chiffre d affaires
  (?:combien |cmb )(?:est ce qu(?:e)? )?(?:{we} {aux} |{aux} (?:t )?on |{aux} nous )(?:vendu|ecoule|sorti|
      place)(?:e?s?) (?:de |d )(?!ca(?= )|chiffre) -> combien d unites de
  (?:{we} {aux} |{aux} (?:t )?on |{aux} nous )(?:vendu|ecoule|sorti|place)(?:e?s?) combien (?:de |d )
      (?!ca(?= )|chiffre|argent) -> combien d unites de
  (?:il |elle |ils |elles )?(?:{aux} (?:deja )?)?(?:depense(?:e?s?|nt)?) combien(?: (?:chez nous|en tout|
      au total))?
      -> chiffre d affaires
  combien (?:{aux} )?(?:t (?:il|elle|ils|elles) )?depens(?:e|ent)(?: (?:t )?(?:il|elle|ils|
      elles))?(?: en tout| au total)?(?! (?:un|chaque|en moyenne|par))(?=[ ,]*$)
      -> chiffre d affaires
  (?:{we} |nous )(?:fait|faisait|fera|encaisse|facture|gagne|realise|tourne)(?: a)? (?:combien|quoi)
      (?: comme ca| de ca| d argent)? -> chiffre d affaires
  combien (?:est ce qu(?:e)? )?{we} (?:fait|faisait|encaisse|facture|gagne|realise|vend)(?: de (?:ca|
      chiffre))?(?= |$)(?! (?:de|d)(?= )) -> chiffre d affaires
  combien (?:{n})?(?:{aux} (?:nous )?)?(?:rapporte|ramene|genere|rapportent|generent|pese|represente)(?:e?s?|
      nt)?(?: t (?:il|elle|ils|elles))?(?: en tout| au total)?(?! (?:de|d|en pour)) -> chiffre d affaires
  (?:nous )?(?:{aux} )?(?:rapporte|ramene|genere|rapportent|generent)(?:nt)? combien(?: d argent| en tout| au
      total| de ca)* -> chiffre d affaires
  (?:total )?(?:encaisse|facture|vendu|collecte)(?: total)?(?= (?:en|au|par|avec|depuis|sur|le|hier|ce|cette|
      \\d{4}|{months}|t\\d)(?= |$))(?<=^ (?:le |total |montant )?(?:encaisse|facture|vendu|collecte))
      -> chiffre d affaires
`);

/** Parts of these patterns. */
export const talkParts = {
  we: '(?:l on|on|nous|la boite|l entreprise|la boutique|le magasin)',
  aux: '(?:a|ai|avons|avez|ont|avait|avions|avaient|aura)',
  made: `(?:fait|realise|encaisse|facture|gagne|genere|degage|ramene|rentre|touche|totalise|engrange|
      rapporte|enregistre|vendu)(?:e?s?)`,
  sold: '(?:vendu|ecoule|achete|commande|depense|marche|cartonne|tourne)(?:e?s?)',
  person: `(?:femmes?|hommes?|medecins?|docteurs?|enseignante?s?|profs?|professeurs?|ingenieure?s?|avocate?s?|
    infirmiers?|infirmieres?|artistes?|entrepreneurs?|managers?|celibataires?|mariee?s?|divorcee?s?|veufs?|
      veuves?|
    jeunes|francophones|anglophones)`,
  unit: '(?:commandes|clients|articles|produits|achats|fois|unites|factures|ventes)',
  counted: '(?:commandes?|factures?|clients?|clientes?|combien|nombre|annulations|retours|achats)',
  which: `(?:(?:quel(?:le)?s?|lequel de nos|lesquels|c est quoi|quel est|quels sont|de quel(?:le)?s?|
    dans quel(?:le)?s?|en quel(?:le)?s?|a quel(?:le)?s?|sur quel(?:le)?s?|le|la|les|nos|notre|des) )*`,
  between: `(?:(?!(?:ne|n|pas|moins|plus|mais|et|ou|qui|dont|que|sans|par|
      {field})(?= ))[a-z0-9\\u0001.]+ ){0,4}?`,
  brought: `(?:on (?:a )?(?:vendu|vend|fait)|{have} (?:ete )?(?:rapporte|vendu|fait|genere|depense|achete|
      commande|
    realise|ramene|pese|encaisse|marche|cartonne|degage|facture|passe)(?:e?s?)|(?:est|sont|s est|
      se sont) (?:vendu|
    ecoule|parti)(?:e?s?)|rapport(?:e|ent|ait|aient)|vend|vendent|vendait|fait|font|gener(?:e|ent)|depens(?:e|
    ent)|achet(?:e|ent)|command(?:e|ent)|realis(?:e|ent)|ramen(?:e|ent)|pes(?:e|ent)|march(?:e|ent|ait|aient)|
    cartonn(?:e|ent)|tourn(?:e|ent)|part|partent|sort|sortent|ecoul(?:e|ent)|degag(?:e|ent)|compt(?:e|ent)|
    passe|passent|recoit|recoivent|factur(?:e|ent)|contribu(?:e|ent)|perform(?:e|ent)|plait|plaisent)`,
  most: `(?:le (?:plus gros|meilleur|plus grand) (?:ca|chiffre|montant|chiffre d affaires)|le plus|le mieux|
    fort|du tonnerre)(?: (?:d argent|de ca|de chiffre(?: d affaires)?|de ventes|de revenus?))?`,
  least: `(?:le (?:plus petit|pire|plus faible) (?:ca|chiffre|montant|chiffre d affaires)|le moins(?: bien)?|
    le plus mal|mal)(?: (?:d argent|de ca|de chiffre(?: d affaires)?|de ventes|de revenus?))?`,
};
