import type { ForeignLexicon } from '../foreign.js';
import { clauses } from './clauses.js';
import { conceptParts, concepts } from './concepts.js';
import { courtesy, courtesyParts } from './courtesy.js';
import { everyday, everydayParts } from './everyday.js';
import { fields } from './fields.js';
import { measures } from './measures.js';
import { most, mostParts } from './most.js';
import { shorthand } from './shorthand.js';
import { sums, sumsParts } from './sums.js';
import { talk, talkParts } from './talk.js';
import { talkOfComparisons } from './talk-of-comparisons.js';
import { talkOfCustomers } from './talk-of-customers.js';
import { talkOfRanks } from './talk-of-ranks.js';
import { times } from './times.js';
import { values } from './values.js';
import { verbParts } from './verbs.js';
import { words } from './words.js';

/** French for what people ask, without accents, and with a space for each apostrophe and hyphen. */
export const french: ForeignLexicon = {
  language: 'French',
  code: 'fr',
  accented: 'à où ça été t1 t2 t3 t4',
  // "ca total 2003" is the turnover, not California.
  turns: new RegExp(
    '^(?:(?:le|notre|quel) )?ca (?:total|totale|global|net|brut|mensuel|annuel|moyen|hors|svp|en|du|des|de|' +
      'par|sur|depuis|hier|jouets|t[1-4]|s[12]|avant|apres|entre|sans|ce|cette|mois|janvier|fevrier|mars|' +
      'avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ttc|ht|le|la|les|l|d|carte|moyen|' +
      'cumule|pour|chez|vs|1er|premier|premiere|trim|selon|detaille|ventile|reparti|semaine|' +
      'trimestre|client|clients|produit|pays)(?![a-z])|^s[12](?: |$)|' +
      '(?:^| )cb (?:de|d) |' +
      '^(?:le )?flop \\d+ |' +
      '^ca [a-z ]+ (?:[0-9]{4}|t[1-4]) et (?:[0-9]{4}|t[1-4])',
  ),
  smallWords: `de la le les des du d l un une en au aux et a y qui que on nous nos ce cette est sont
      par sur dans pour ou se s c qu
    ma mon mes il ne n pas avec`,
  markers: `montre montrer montrez donne donnez affiche liste quel quels quelle quelles combien
      affaires chiffre vendu achete achetes acheteurs annulee annulees compares
    commande commandes marche comment depense depenses evolue evoluent quand pourquoi souvent mieux rapport
      jamais rien celibataire celibataires maries mariee mariees femmes hommes vetements electronique
      medecins avocats
      infirmieres enseignants bateaux avions livrees retournees hier depuis derniere meilleure dernier
      francophones cb cmd cmds cdes cmdes qte qtes ttc livrees expediees annulation avoir avoirs
      voitures motos camions jouets livres professeurs ingenieurs electronique mariees`,
  parts: {
    ...courtesyParts,
    ...talkParts,
    ...everydayParts,
    ...verbParts,
    ...mostParts,
    ...sumsParts,
    ...conceptParts,
    have: '(?:ont|a|avait|avaient|aurait)(?: deja| bien| aussi| encore| toujours| souvent)*',
    bought: 'achetee?s?|commandee?s?|rachetee?s?|acquis|prise?s?|repris',
    buy: '{buying}|commande',
    spend: '{spending}|depense',
    months: `janvier|fevrier|fev|mars|avril|mai|juin|juillet|juil|aout|septembre|octobre|novembre|decembre`,
    customers: '\u0001customers',
    who: '\u0001who',
    n: '\u0001',
    vs: '\u0001vs|vs|contre|par rapport',
    month: `\u0001(?:january|february|march|april|may|june|july|august|september|october|november|
      december)`,
    no: `(?:encore |toujours |strictement )?(?:plus jamais|plus rien|pas|plus|rien|jamais|aucun|
      aucune)(?: encore)?`,
    some: '(?:un seul|une seule|des|du|de la|de l|de|d|les|le|la|l|un|une|nos)',
    thing: '(?:rien|quoi que ce soit|chez nous|de commande|quelque chose)',
    number: '\\d+|un|une|deux|trois|quatre|cinq|six|huit|neuf|dix|douze|vingt',
    amount: '[$€£]?\\d[\\d.,]*k?(?: ?(?:mille|millions?))?',
    money: 'euros?|€|eur|dollars?|\\$|usd|livres',
    more: 'plus (?:de|d)|au moins|moins (?:de|d)|au plus|exactement|minimum',
    returns: '(?:retours|remboursements|articles retournes|produits retournes|avoirs)',
    sentback: '(?:retourne|renvoye|rendu|rembourse)(?:e)?s?',
    days: 'jours?|semaines?|mois|ans?|annees?|trimestres?',
    mean: '(?:moyen(?:ne)?s?|en moyenne)',
    figure:
      'chiffre d affaires|ca|ventes|commandes|benefices?|clients|unites|quantites|argent|revenus?|achats|' +
      'retours|remboursements|annulations|remises',
    field: `pays|clients?|produits?|articles?|references?|villes?|categories?|lignes? de produits?|gammes?|
      canaux|
      canal|regions?|marques?|segments?|mois|jours? de (?:la )?semaine|jours?|trimestres?|annees?|commandes?|
      semaines?|heures?|vendeurs?|vendeuses?|commerciaux|commercial|(?:modes?|moyens?|types?) de paiement|
      langues?|professions?|metiers?|sexes?|genres?|tranches? d ages?|groupes? d ages?|lieux|lieu|magasins?|
      codes? promo|statuts?|territoires?|etats|provinces?|departements?|situations? familiales?|
      niveaux? d etudes?|diplomes?|tranches? de revenus?|tailles? de (?:deals?|commandes?|contrats?)|
      familles?(?: de produits?)?|fournisseurs?|
      zones?|secteurs?|endroits?|emplacements?|localisations?`,
    nation: `francais|allemands|espagnols|italiens|anglais|britanniques|americains|japonais|belges|suisses`,
    brings: `rapportent|rapporte|ont rapporte|a rapporte|vendent|vend|font|fait|ont fait|a fait|
      generent|genere|depensent|depense|
      achetent|achete|commandent|commande|ont|a|ont achete|ont depense|ont commande|a achete|a commande|a
      depense|compte|comptent|marche|marchent`,
    against: `(?:par rapport|compare[es]{0,2}|face|rapport) (?:a|au|aux)|contre|versus|vs|
      vis a vis (?:de|du)|(?<={month} \\d{4} )a`,
    the: '(?:(?:le|la|les|l|au|du|de|des|en|pour|sur|dans|ce|cette) )*',
    first: '(?:1er|1|premier)',
    second: '(?:2e|2eme|2nd|2|deuxieme|second)',
    third: '(?:3e|3eme|3|troisieme)',
    fourth: '(?:4e|4eme|4|quatrieme|dernier)',
  },
  spellings: [
    [/aujourd'?hui/g, 'aujourdhui'],
    [/(\p{L})[-'](?=\p{L})/gu, '$1 '],
    [/\bquest ce\b/g, 'qu est ce'],
    [/(?<=\d) ?mille\b/g, 'k'],
    [/(?<=\d) ?millions?\b/g, 'm'],
    [/\b(?:nbre|nbr|nb)\b\.?(?: de(?= )| d(?= )|(?= ))/g, 'nombre de'],
    [/\bjanv\b\.?/g, 'janvier'],
    [/\bavr\b\.?/g, 'avril'],
    [/\bdec\b\.?/g, 'decembre'],
    [/\bnov\b\.?/g, 'novembre'],
    [/\boct\b\.?/g, 'octobre'],
    [/\b(?:de|du) ca(?= |$)/g, 'du ca'],
    [/(?<=\d) ?k ?(?:€|eur(?:os?)?)(?![a-z])/g, 'k'],
    [/(?<=[a-z]{3})\/(?=[a-z]{3})/g, ' et '],
    [/(?<= )\(([^()]*)\)/g, ' , $1 , '],
    [/\bquon\b/g, 'qu on'],
    // "le + gros client"
    [/(?<= (?:le|la|les) )\+(?= ?[a-z])/g, 'plus '],
    [/\bqqch\b/g, 'quelque chose'],
    ...shorthand,
    [/(?<![a-z\d])(?:svp|s il (?:te|vous) plait)(?![a-z\d])/g, ' '],
  ],
  phrases: [
    courtesy,
    concepts,
    most,
    sums,
    everyday,
    talk,
    talkOfRanks,
    talkOfComparisons,
    talkOfCustomers,
    clauses,
    measures,
    times,
    fields,
    words,
  ],
  goods: `
    territory, state => location
    (?:les |des |de |d )?voitures? (?:de collection|anciennes?) => vintage cars
    (?:les |des |de |d )?voitures? classiques? => classic cars
    voitures? => cars
    trains? => trains
    avions? => planes
    bateaux?, navires? => ships
    motos? => motorcycles
    camions? => trucks
    jouets? => toys
    livres? => books
    chaussures? => shoes
    sacs? => bags
    cafes? => coffee
    thé, thes => tea
    moulins?(?: a cafe)? => grinders
    machines?(?: a cafe)? => machines
    tasses? => cups
    accessoires? => accessories
    ${values}
  `,
};
