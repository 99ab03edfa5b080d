import { abbreviations } from '../foreign.js';

/** Words that are shortened in French chats and notes, and what they stand for. */
export const shorthand = abbreviations(`
  cb, cmb, cbien: combien
  cmd, cde, cmde: commande
  cmds, cdes, cmdes: commandes
  clt: client
  clts: clients
  qte, qtes: quantite
  moy: moyen
  evol: evolution
  trim: trimestre
  sem: semaine
  ds: dans
  pr: pour
  ss: sans
  tt, tte: tout
  ttes, ts: tous
  nvx, nvaux, nouv: nouveaux
  prods, pdts: produits
  pdt: produit
  fact: facture
  facts: factures
  bcp: beaucoup
  qd: quand
  pq, pk, pkoi, prquoi, pcq: pourquoi
  kel, kels, kelle, kelles: quel
  koi: quoi
  ki: qui
  ke: que
  auj, ajd: aujourdhui
  refs: references
  %age: pourcentage
  m ?- ?1: le mois precedent
  svp, stp, pls, plz: svp
  ms: mais
  stat: statut
  categ: categorie
  par cats?: par categorie
  repart: repartition
`);
