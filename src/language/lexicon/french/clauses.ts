/** Whole clauses of French: who did what, who did not, what is the most, what is compared. */
export const clauses = `
  ,? ?(?:les? )?({number}) premi(?:ers|eres)$ => top $1
  ,? ?(?:il )?y en a combien$ ->
  (?:payee?s?|reglee?s?) (?:par|avec|en) -> avec
  mois (?:qui (?:a ete |est )?)?le (?:plus (?:pourri|mauvais|faible|nul|bas|calme|creux)|moins bon)
      => worst month
  mois (?:qui (?:a ete |est )?)?le (?:plus (?:fort|eleve|haut)|meilleur) => best month
  (?:quels? |les |nos )*clients? (?:qu )?on (?:est en train de perdre|risque de perdre) => customers at risk
  clients? actifs?(?= (?:ce|cette|(?:en |le |l )*(?:mois|trimestre|an|annee|semaine|\\d{4}|{months}))(?= |$))
      -> clients
  factures? (annulee?s?) -> commandes $1
  moyenne des commandes => average order value
  ^[ ,]*(?!qui |quel|client|combien)(.+?) a {bought} quoi(?= |$) => what did $1 buy
  quel(?:le)?s? ({field}) on (?:vend|fait) le (?:plus|mieux) => top $1
  quel(?:le)?s? ({field}) on (?:vend|fait) le moins => worst $1
  (?:les )?({number}) ({field}) qui {brings} le (?:plus|mieux)(?= |$) => top $1 $2
  (?:les )?({number}) ({field}) qui {brings} le moins(?= |$) => bottom $1 $2
  (?:quels |les |nos )*clients (?:qui )?ne (?:commandent|achetent) plus(?= *$) => lost customers
  du (\\d{1,2})(?:er)? au (\\d{1,2}) ({months}) -> $1 $3 au $2 $3
  ^[ ,]*(.+?) (?:(?:ils|elles|il|elle) )?(?:ont|a) {bought} quand(?: pour)?(?: la derniere fois)?(?:,?
      et (?:pour |de )?(?:combien|quel montant|chiffre d affaires).*)?(?= *$)
      => when did $1 last order
  (?:de |du |entre )?mars (?:a|jusqu en|jusqu a)(?= ) => from march to
  (?:de |du )?mai (?:a|jusqu en|jusqu a)(?= ) => from may to
  bonjour, bonsoir, (?:pourriez|pouvez|pourrais|peux) (?:vous|tu) (?:me |nous
      )?(?:dire|indiquer|montrer|donner) ->
  quel est (?:le |notre )?stock => how much in stock
  places? de (?:la )?marche => marketplace
  (depuis|pendant|presque|environ|plus d|moins d|sur) une? (an|annee|mois|semaine|trimestre) -> $1 1 $2
  (?:un )?an et demi -> 18 mois
  (?:un|1) semestre -> 6 mois
  (?:quels|lesquels de nos|quelles) client(?:e)?s (?:de|du|d|a|en|au) ([^,]{2,25}?) (?={have} |n {have}
      |{buy} |n {buy} )
      => customers $1 who
  (?:quel(?:le)? |combien de |le )?(?:pourcentage|part|proportion|%|percent) (?:de |des |d )(?:nos |les
      )?clients
      (?:qui )?(?:reviennent|revient|rachetent|reachetent|recommandent|sont revenus|repassent commande)
      => what percent of customers come back
  (?:combien de |quels )clients (?:reviennent|rachetent|sont revenus) => how many returning customers
  quel(?:le)?s? ({field}) (?:a|ont) (?:le plus |le mieux )?(?:progresse|augmente|grandi|cru|grossi)(?: le
      plus)?
      => which $1 grew most
  quel(?:le)?s? ({field}) (?:a|ont) (?:le plus )?(?:baisse|recule|diminue|chute|perdu)(?: le plus)?
      => which $1 fell most
  comment (?:ont |a )?(?:evolue|change|varie)(?:nt)? (.+?) (?:entre|de) (\\d{4}) (?:et|a) (\\d{4})
      => growth $1 $2 vs $3
  ^[ ,]*(?:est ce que |les |le |la )*(?!quel|qui |combien|lesquel|(?:des |nos )?clients )(.+?) (?:a t il|a
      t elle|ont ils|ont elles|a|ont) (?:deja |encore )?{bought}
      (?:quelque chose|quoi que ce soit|chez nous) => did $1 buy anything
  (?:montant|valeur|somme|total)(?: total[e]?)? (?:des|de nos|de tous les) ({returns}) -> $1
  ({returns})( [^,]+?)?,? en (?:valeur|montant|argent|euros)(?= *$) -> $1$2
  combien (?:d argent )?(?:a t on|avons nous|on a|nous avons) rembourse => refunds
  quel(?:le)?s? ({field}) (?:a|ont|est|sont) (?:ete )?(?:le |la |les )?plus souvent {sentback}
      => top $1 by number of returns
  quel(?:le)?s? ({field}) (?:a|ont|est|sont) (?:ete )?(?:le |la |les )?plus {sentback} => top $1 by returns
  ({field}) (?:le |la |les )?plus souvent {sentback} => top $1 by number of returns
  ({field}) (?:le |la |les )?plus {sentback} => top $1 by returns
  (?:qui )?(?:depass(?:e|ent|aient|ait)|exced(?:e|ent)|au dela de)(?= [$€]?\\d) => more than
  repartition (?:du |des |de la |de l |de )?(.+?) (?:par|selon) -> $1 par
  ,? (?:en|selon le|d apres le) nombre de (?=commandes|clients|unites) => by number of
  (?:avons nous |on a |a t on |nous avons )?(?:depense[rs]?|depenses|investi|budget|frais|couts?)
      (?:en |de |pour la |dans la |du )?(?:publicite|pub|marketing|publicitaires?) => ad spend
  taux de conversion => conversion rate
  tranches? d age => age group
  deux -> 2
  trois -> 3
  quatre -> 4
  cinq -> 5
  qu est ce que, est ce qu(?:e|)(?= ) ->
  quels? ont ete, quelles? ont ete -> quels sont
  s il (?:vous|te) plait, svp, stp ->
  y a t il, il y a -> y a
  (?:a|avons) (?:t )?(?:on|nous) -> on a
  ca (?:brut) => gross sales
  quand (?:est ce que )?(.+?) a (?:t il |t elle )?{bought}(?: pour)?(?: la derniere fois| en dernier)
      => when did $1 last order
  (?:quand|a quand|de quand|c est quand|c quand|quelle) (?:est |etait |remonte |date )?(?:a )?(?:la
      )?derniere (?:commande|achat) (?:de |du |d |des )?(.+) => when did $1 last order
  date de (?:la )?derniere commande (?:de |du |d |des )?(.+) => when did $1 last order
  derniere commande (?:de |du |d |des )(.+) => when did $1 last order
  qu a (?:t il )?{bought} (.+), que a {bought} (.+) => what did $1 buy
  combien a (?:t il |t elle )?depense (.+?)(?: au total| en tout| chez nous)?$ => how much did $1 spend
  commandes annulee?s?(?: (.+?))?,? combien et (?:pour )?(?:quel montant|combien|quelle valeur)
      => value of cancelled orders $1
  quel(?:le)?s? ({field}) (?:vend|fait|vendait) on (?:le plus|le mieux)(?: de ventes)? => top $1
  quel(?:le)?s? ({field}) (?:vend|fait|vendait) on (?:le moins|le moins bien) => worst $1
  (?:quel(?:le)? )?(?:pourcentage|part|proportion|%) (?:de |des |d )(?:nos |les )?clients (?:qui
      )?(?={have} |n {have} |{buy} )
      => what percent of customers who
  combien (.+?) a (?:t il |t elle )?depense => how much did $1 spend
  liste (?:de (?:toutes les )?|des )commandes => list orders
  toutes les commandes => list orders

  (?:combien de )?clients? (?:avec|ont|qui ont|ayant)(?: fait| passe)? (\\d+) commandes?,? (.+?),? et
      (?:plus de|plus d) (\\d+)(?: commandes)? => customers with $1, $2, over $3 orders
  combien (?:de )?(?:nos )?clients? (?:qui )?(?={have} |n {have} |{buy} ) => how many customers who
  (?:quels|les|des|nos|tous les|lesquels de nos|liste des)? ?clients? qui(?= ) => customers who
  quels? clients?(?= {have} {bought}| n {have}| n {buy}| {buy} | {have} | {spend}) => customers who
  clients? ((?:en|au|aux|de|d|du) [^,]{2,25}?|{nation}),? qui(?= ) => customers $1 who
  clients? ((?:en|au|aux|de|d|du) [^,]{2,25}?|{nation}) ayant => customers $1 who
  clients? ayant => customers who
  (?:qui|lesquels)(?= {have} {bought}| {have} (?:passe|fait|effectue|depense)| n {have}| {buy} | n {buy})
      => customers who
  (?:{customers} )?{who} (?:{have} )?(?:{bought}|depense|{buy}|{spend}) le plus(?: d argent)?(?: (?:en |au
      )?(.+))?
      => who spent the most $1
  {who} (?:{have} )?(?:{bought}|{buy}) le plus souvent => who ordered most often
  (?:{customers} )?{who} (?:{buy}|depensent|commandent|depense) moins (?:qu|que)(?: en| l)? (.+)
      => growth by customer vs $1
  (?:{customers} )?{who} (?:{buy}|depensent|commandent|depense) plus (?:qu|que)(?: en| l)? (.+)
      => growth by customer vs $1
  {who} (?:n )?(?:{have} )?(?:{bought}|{buy}|passe|fait) (?:qu )?(?:une seule|une|1)(?: seule)? (?:fois|
      commande)(?: (en .+|au .+))? => who ordered only once $1
  {who} (?:{have} )?(?:{bought}|{buy}) (?:plusieurs|plus d une) fois(?: (.+))?
      => who ordered more than once $1
  {who} (?:{have} )?(?:{bought}|{buy}) ({more} |exactement )?({number}) fois(?: (.+))?
      => who ordered $1 $2 times $3
  {who} {have} (?:passe |fait |effectue )?({more} )?({number}) (?:commandes|achats)(?: (.+))?
      => with $1 $2 orders $3
  {who} (?:{have} )?(?:depense|{spend}|{bought}|achete pour)(?: pour)? ({more} )({amount})(?: {money})?(?:
      (.+))? => who spent $1 $2 $3
  {who} (?:{have} )?{bought} (?:{some} )?(.+?),? mais (?:n (?:y )?{have} )?{no}(?: {bought})?(?: {some})?
      (.+)$ => who bought $1 but not $2
  {who} n {have} {no} {bought}(?: {thing})? depuis (?:plus (?:de |d ))?({number}) ({days})
      => who have not bought for $1 $2
  {who} n {have} {no} {bought}(?: {thing})? (?:depuis|ces|dans les|sur les|au cours des|pendant les)
      ({number}) derni(?:ers|eres) ({days}) => who have not bought for $1 $2
  {who} n {have} {no} {bought}(?: {thing})? depuis (.+) => who have not bought since $1
  {who} n {buy} {no}(?: {thing})? depuis (?:plus (?:de |d ))?({number}) ({days})
      => who have not bought for $1 $2
  {who} n {buy} {no}(?: {thing})? depuis (.+) => who have not bought since $1
  {who} n {have} {no} {bought}(?: {thing})?(?: {some})? => who have not bought
  {who} n {have} {bought} (?:aucun|aucune|ni) => who have not bought
  {who} {have} {bought}(?: {some})? => who bought
  {who} {bought} (?:{some} )? => who bought
  {who} {buy}(?: {some})? => who bought
  (?:clients? )?sans (?:commande|achat)s? depuis (?:plus (?:de |d ))?({number}) ({days})
      => customers who have not bought for $1 $2
  (?:clients? )?sans (?:commande|achat)s? depuis => customers who have not bought since
  clients? sans (?:commande|achat)s? (?:en |au )? => customers who have not bought in
  clients? inactifs (?:depuis|pendant) (?:plus (?:de |d ))?({number}) ({days})
      => customers inactive for $1 $2
  clients? dont la (?:1re|premiere) commande (?:est|date|etait) (?:de |en |du )?
      => customers whose first order was in

  quel(?:le)?s? ({field}) {brings} (?:nous )?le plus (?:de |d )({figure}) => top $1 by $2
  quel(?:le)?s? ({field}) {brings} (?:nous )?le moins (?:de |d )({figure}) => worst $1 by $2
  quel(?:le)?s? ({field}) {brings} (?:nous )?(?:le plus|le mieux) => top $1
  quel(?:le)?s? ({field}) {brings} (?:nous )?(?:le moins|le moins bien|le plus mal) => worst $1
  (?:quel(?:le)?s? |le |la |les )?({field}) (?:qui )?{brings} (?:nous )?(?:le plus|le mieux) => top $1
  (?:quel(?:le)?s? |le |la |les )?({field}) (?:qui )?{brings} (?:nous )?(?:le moins|le moins bien)
      => worst $1
  (?:quel(?:le)?s? |le |la |les )?({field}) (?:avec |ayant )le plus (?:de |d )({figure}) => top $1 by $2
  (?:quel(?:le)?s? |le |la |les )?({field}) (?:avec |ayant )le moins (?:de |d )({figure}) => worst $1 by $2
  (?:quel(?:le)?s? )?({field}) (?:qui )?(?:se vend(?:ent)?|march(?:e|ent)|s est vendu|se sont vendus) (?:le
      mieux|le plus) => best selling $1
  (?:quel(?:le)?s? )?({field}) (?:qui )?(?:se vend(?:ent)?|march(?:e|ent)) (?:le moins|le moins bien|le
      plus mal) => worst $1
  (?:les )?({number}) ({field}) (?:les |le |la )plus (?:vendu(?:e)?s?|importants?|gros(?:ses)?|rentables|
      achete(?:e)?s|commande(?:e)?s) => top $1 $2
  ({field}) (?:les |le |la )?plus (?:vendu(?:e)?s?|importants?|rentables|achete(?:e)?s) => best $1
  ({field}) (?:les |le |la )?moins (?:vendu(?:e)?s?|importants?|rentables|achete(?:e)?s) => worst $1
  ({field}) (?:les |le |la )?plus (?:gros(?:se)?s?|grande?s?) => biggest $1
  (?:ce qui|quoi|que|qu est ce qui) se vend (?:le mieux|le plus|bien), meilleures ventes, best ?sellers?,
      (?:les )?produits phares => best sellers
  (?:ce qui|quoi|qu est ce qui|(?:quels|les)? ?(?:produits|articles) (?:qui )?) ?ne (?:se vend(?:ent)?|
      march(?:e|ent)) (?:pas|plus|mal), invendus, (?:quels )?(?:produits|articles) (?:qui )?ne se vendent
      (?:pas|plus)
    => what is not selling
  (?:quels |les )?(?:produits|articles) (?:qui )?(?:sont )?(?:souvent )?(?:achetes|vendus|commandes)
      ensemble => bought together
  ensemble => together

  (?:on )?vend(?:ons)?(?: (?:t )?on| nous)? (?:mieux|plus) (?:le |les )?week ?ends?(?: qu.+)?, (?:le |les
      )?week ?ends? (?:marche(?:nt)?|vend(?:ent)?) (?:mieux|plus)(?: qu.+)?
      => do weekends sell better than weekdays
  on (?:a )?(?:fait |vendu )?(?:plus|mieux|moins)(?: vendu| fait)? (?:en |au )?(.+?) qu(?:e|) (?:en |au
      )?(.+) => $1 vs $2
  (.+?) (\\d{4}) (?:c )?(?:etait|est|a ete) (?:mieux|moins bien|meilleure?|pire) que ce(?:lui|lle) de
      (\\d{4})(?: de combien)? => $1 $2 vs $1 $3
  (.+?) c (?:etait|est) (?:mieux|moins bien|plus|pire) que (?:celui de |celle de |en |le |la )?(.+?)(?: de
      combien)?$ => $1 vs $2
  (?:est ce que )?(.+?) (?:etait|est|a ete) (?:il |elle )?(?:meilleure?|mieux|pire) que (?:celui de |celle
      de |en |le |la )?(.+) => $1 vs $2
  (?:difference|ecart|comparaison) (?:entre )?(.+?) (?:et|avec) => compare $1 with
  compare[rz]? (?:moi )?(.+?) (?:a|au|avec|et) => compare $1 with
  de combien (?:(?:le |la |les )?(.+?) )?(?:a t il |a t elle |a |ont )(?:augmente|progresse|baisse|grandi)
      => growth $1
  (?:le |la |les )(.+?) (?:a t il |a t elle |a |ont (?:ils |elles )?)(?:augmente|progresse|baisse)
      => growth $1
  comment (?:ca se passe|vont (?:les affaires|les ventes)|marchent (?:les affaires|les ventes)|va (?:la
      boutique|le magasin|le business)|ca va|ca marche|on s en sort), ca va comment, ca marche comment,
    on en est ou, ou en est on, (?:on|ou) en sommes nous => how are we doing
  evolution (?:des? |du |de la |de l |d )?(?=.* (?:{vs}|entre) ) => growth
  comment (?:evoluent|evolue|ont evolue|a evolue)(?: t il| t elle)?(?: les| le| la| l)?, evolution (?:des? |
      du |de la |de l |d )? => sales trend
  comment (?:etait|etaient|a ete|s est passe|s est passee|marche|marchent|se porte|se portent)(?: le| la|
      les| l)? => sales
  (.+?) (?:ca|c) a donne quoi => sales $1
  ca donne quoi => sales
  (?:a )?(?:combien|quoi|que|quel ca|quelles ventes) (?:peut on |pouvons nous |on peut |doit on |devons
      nous |va t on |allons nous )(?:s )?(?:attendre|esperer|vendre|faire|prevoir)(?: a)?(?: en| pour)?
      => forecast
  a quoi (?:peut on |on peut |doit on )s attendre(?: en| pour)? => forecast
  (?:on a|avons nous) vendu (?:quelque chose |quoi que ce soit |des choses )?(?=a |au |aux |en )
      => did we sell anything in
  combien (?:de |d )(.+?) (?:on a |avons nous )?(?:vendu(?:es|s|e)?|ont ete vendu(?:es|s)?|a t on
      vendu(?:es|s)?) => how many $1 did we sell
  combien depense (?:un|chaque) client (?:en moyenne )?(?:par|a chaque) (?:commande|achat)
      => average order value
  combien depense (?:un|chaque) client(?: en moyenne)? => revenue per customer
  (?:(?:quelle|la) )?(?:part|pourcentage|proportion) (?:du ca |des ventes |du chiffre d affaires |de nos
      ventes )(?:vien(?:t|nent)|provien(?:t|nent)|est|sont|represente(?:nt)?)(?: realise)?(?: de| des| du|
      en| d| dans| par| par les)?(?: les| nos| la| l)?
    => what share of revenue comes from
  (?:quel |le )?(?:pourcentage|%|part) (?:du ca |des ventes |du chiffre d affaires )(?:represente(?:nt)?|
      font|fait)(?: la| le| les| l)? (.+) => share of $1 of revenue
  (?:quelle |la )?(?:part|poids|proportion|pourcentage) (?:de |des |du |d )(?:la |l |les )?(.+?) (?:dans|
      sur|du|des) (?:le |les |la )?(?:ca|chiffre d affaires|total|ventes)(?: total| totales)?
      => share of $1 of revenue
  (?:que |combien )represente(?:nt)? (?:la |le |les |l )?(.+?) (?:dans|sur|du|des) (?:le |les )?(?:ca|
      chiffre d affaires|total|ventes) => share of $1 of revenue
  retention des clients acquis en (\\d{4}),? annee par annee => cohorts by year $1
  (?:quel |le )?(?:pourcentage|taux|part|proportion) (?:de |des |d )(?:nos )?commandes (?:est |sont |ont
      ete )?(?:annule(?:e)?s?) => cancel rate
`;
