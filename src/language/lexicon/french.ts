import type { ForeignLexicon } from './foreign.js';

/** French for what people ask most, without accents; what it stands for is read as English. */
export const french: ForeignLexicon = {
  language: 'French',
  markers: `t1 t2 t3 t4 marge marges remises benefice benefices tva pourboires pourboire
    svp taux quand derniere en de meilleurs francais annulation tableau dans nb risque ventes vente clients client commandes commande affaires chiffre mois annee annees semaine trimestre dernier
    derniere derniers combien quel quels quelle quelles nos notre meilleurs meilleures meilleur meilleure nouveaux
    nouveau par pays produits produit panier moyen annulees annulee remboursements depuis jamais achete commande
    depense plus moins avec sans dans entre est sont qui pour les des du au cette cet ce le la un une montre
    donne ville villes evolution part remboursement perdus fideles jour jours hier aujourd'hui ont avons`,
  phrases: `
    benefices?(?: bruts?)? => profit
    (?:taux de )?marges?(?: brutes?)? => margin
    taux de remise, remise moyenne => discount rate
    (?:montant des )?remises?(?: accordees?)?, rabais => discounts
    chiffre d'?affaires brut, ca brut, ventes brutes => gross sales
    frais de (?:port|livraison) => shipping income
    tva, taxes? => tax
    pourboires? => tips
    cout des (?:marchandises|produits|ventes) => cost of goods
    (?:c'?|c'?est )?quand (?:est |etait )?la derniere commande (?:de|du|d') ?(.+)$ => when did $1 last order
    taux d'?annulation(?: global)? => cancel rate
    part (?:de l'|de la |du |des |de |d')?(.+?) dans le (?:ca|chiffre d'?affaires|total)
      => share of $1 of revenue
    nb (?:de|d') ?, nombre (?:de|d') ? => number of
    t([1-4])(?= |$) => q$1
    (?:en|comme|sous forme de) (?:un )?tableau => as a table
    croissance => growth
    evolution => growth
    (?:en |cet )?ete(?= \\d| dernier|$) => summer
    hiver => winter
    noel => christmas
    paques => easter
    clients? (?:en )?france qui, clients? francais qui => customers in france who
    comment (?:vont|marchent) les (?:affaires|ventes), comment ca va, ca marche comment => how are we doing
    qu'?est[- ]ce qui a change => what changed
    quel (?:est|etait) (?:le|notre) chiffre d'?affaires,
      combien (?:avons[- ]nous|a[- ]t[- ]on|on a) (?:vendu|fait)(?: de chiffre d'?affaires)?
      => how much revenue
    chiffre d'?affaires par client, ca par client => revenue per customer
    (?<!:|\\b(?:en|in|dans|a|etat) )(?:le |notre )?ca(?! va| marche) => revenue
    (?:le )?chiffre d'?affaires, recettes => revenue
    panier moyen, valeur moyenne des? commandes? => average order value
    panier median, commande mediane => median order
    commandes par client => orders per customer
    (?:articles|unites|produits) par commande => units per order
    (?:combien|nombre) de clients (?:qui )?n'?ont (?:rien|pas|plus|jamais)(?: rien)? (?:achete|commande)(?: rien)?
      => how many customers who have not bought
    nombre de commandes, combien de commandes => how many orders
    nombre de clients, combien de clients => how many customers
    combien d'?(?:unites|articles), nombre d'?(?:unites|articles) => how many units
    combien de nouveaux clients, nouveaux clients, nouvelles clientes => new customers
    nouveaux (?:vs|contre|et) (?:anciens|existants|fideles)(?: clients)? => new vs returning customers
    clients (?:fideles|recurrents|existants) => returning customers
    taux de (?:reachat|fidelite|retour client) => repeat rate
    taux d'?annulation, part des commandes annulees, pourcentage de commandes annulees => cancel rate
    commandes annulees => cancelled orders
    taux de retour => return rate
    remboursements?, retours => refunds
    (?:quels|les)? ?clients? qui n'?ont (?:rien|pas|plus)(?: rien)? (?:achete|commande)(?: rien)? depuis
      => customers who have not bought since
    n'?ont (?:rien|pas|plus) (?:achete|commande) depuis => not bought since
    (?:combien de )?clients (?:qui )?n'?ont (?:rien|pas|plus) (?:achete|commande) => customers who not bought
    clients? (?:perdus) => lost customers
    qui ont (?:achete|commande) (.+?) mais (?:pas|jamais)(?: d[eu]s?| de)? (.+)$ => who bought $1 but not $2
    (?:qui )?n'?ont jamais (?:achete|commande)(?: d[eu]s?| de)? => never bought
    (?:une seule fois|qu'?une fois) => only once
    ont (?:achete|commande) => bought
    ont depense plus de => spent more than
    qui ont, ayant => who
    avec plus de => with more than
    plus de => more than
    moins de => less than
    au moins => at least
    quand est[- ]ce que (.+?) a (?:commande|achete) (?:pour )?la derniere fois,
      quand (.+?) a[- ]t[- ]il (?:commande|achete) => when did $1 last order
    meilleures ventes, produits les plus vendus, qu'?est[- ]ce qui se vend le mieux => best sellers
    qu'?est[- ]ce qui ne se vend pas => what is not selling
    (\\d+) (?:meilleurs?|meilleures?) => top $1
    (?:les )?meilleure?s? => best
    (?:la |le |les )?pires? => worst
    (?:la |le |les )?plus (?:grande?s?|grosse?s?|gros) => biggest
    (?:la |le |les )?plus petite?s? => smallest
    (produits?|clients?|pays|commandes?|villes?) les plus (?:importants|gros|grands|vendus) => biggest $1
    (\\d+) derniers mois, derniers (\\d+) mois => last $1$2 months
    (\\d+) derniers jours => last $1 days
    (?:le )?mois dernier, mois passe => last month
    (?:l'?)?annee derniere, l'?an dernier, l'?annee passee => last year
    (?:la )?semaine derniere => last week
    (?:le )?(?:trimestre dernier|dernier trimestre) => last quarter
    ce mois(?:-ci)? => this month
    cette annee => this year
    cette semaine => this week
    ce trimestre => this quarter
    hier => yesterday
    aujourd'?hui => today
    (?:par rapport a|compare a|contre|face a) => vs
    (?:le )?(?:1er|premier) trimestre => q1
    (?:le )?(?:2e|2eme|deuxieme) trimestre => q2
    (?:le )?(?:3e|3eme|troisieme) trimestre => q3
    (?:le )?(?:4e|4eme|quatrieme) trimestre => q4
    janvier => january
    fevrier => february
    mars => in march
    avril => april
    mai => in may
    juin => june
    juillet => july
    aout => august
    septembre => september
    octobre => october
    novembre => november
    decembre => december
    par mois, mensuel(?:le)?s? => by month
    par semaine => by week
    par an(?:nee)? => by year
    par trimestre => by quarter
    par jour de (?:la )?semaine => by weekday
    par jour => by day
    dans chaque, pour chaque, par => by
    chaque => each
    (?:le |les )?week-?ends? => on weekends
    lignes? de produits?, gammes? => product line
    produits?, articles? => product
    categories? => category
    pays => country
    villes? => city
    clients?, clientes?, acheteurs? => customers
    commandes? => orders
    unites?, quantites? => units
    ventes? => sales
    a risque => at risk
    perdus? => lost
    part (?:de|du|des) => share of
    depuis => since
    avant => before
    apres => after
    entre => between
    mais (?:pas|jamais) => but not
    sans, sauf, hors => without
    et => and
    (?<=\\S )ou(?! sont) => or
    allemagne => germany
    espagne => spain
    royaume[- ]uni, angleterre => uk
    etats[- ]unis => usa
    italie => italy
    suede => sweden
    norvege => norway
    suisse => switzerland
    belgique => belgium
    autriche => austria
    danemark => denmark
    finlande => finland
    australie => australia
    japon => japan
    pays[- ]bas => netherlands
    irlande => ireland
    montre[rz]?(?:[- ]moi|[- ]nous)?, donne[rz]?(?:[- ]moi|[- ]nous)?, liste[rz]? => show me
    (?:quels?|quelles?) (?:est|sont|etait|etaient|a ete), qui (?:est|sont), c'?est quoi => what is
    quels?, quelles?, combien => which
    (?:en|dans|au|aux|pour|avec|chez|sur) (?:la|le|les|l') => in
    en, au, aux, dans => in
    pour => for
    avec => with
    (?:l|d|n|qu|s|c|j)'(?=[a-z]) =>
    mois => month
    annees?, ans? => year
    semaines? => week
    trimestres? => quarter
    jours? => day
    totale?s? => total
    globale?s? =>
    les?, la, des?, du, un, une, nos, notre, mes, mon, ma, nous, on, est-ce que, a-t-on,
      avons-nous, avons, ont, a, est, sont, qui, que, il, ils, elle, y, se, s'il vous plait, svp,
      cette, cet, ce, ete, fait, eu =>
  `,
  goods: `
    (?:les |des |de |d'?)?voitures? de collection => vintage cars
    (?:les |des |de |d'?)?voitures? classiques? => classic cars
    voitures? => cars
    avions? => planes
    bateaux?, navires? => ships
    motos? => motorcycles
    camions? => trucks
    jouets? => toys
    livres? => books
    chaussures? => shoes
    sacs? => bags
  `,
};
