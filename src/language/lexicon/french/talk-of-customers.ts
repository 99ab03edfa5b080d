import { joined } from '../foreign.js';

/** Who buys no more, who bought once, who spends much: as it is typed in French; read after other talk. */
export const talkOfCustomers = joined(`
  (?<=(?:clients?|qui|ceux|gens|ceux qui) )(?:nous )?(ont|a|avaient) ((?:pas|plus|jamais|rien)(?:
      rien| jamais| encore)?) (?={bought}) -> n $1 $2
  (?<=(?:clients?|qui) )(?:ne |n )?(?:nous )?({buy}) (plus|pas|rien|jamais)(?: rien)?(?= (?:depuis|ces|en|au)
      ) -> n $1 $2
  ne (?={buy} (?:plus|pas|rien|jamais)|ont|a (?:plus|pas|rien|jamais)) -> n
  (clients?|cliente|ceux|qui) (?:qu(?:e)? )?(?:{we} )?(?:n )?(?:{aux} )?(?:pas|plus|jamais) (?:re)?vue?s?
      depuis -> clients inactifs depuis
  clients? (?:dormants?|endormis?|silencieux|sans nouvelles?|muets?)(?= depuis) -> clients inactifs
  clients? (?:dormants?|endormis?|silencieux) -> clients inactifs
  clients? (?:qui )?(?:ne |n )?(?:sont |est )?(?:pas|plus|jamais) (?:re)?venue?s? depuis
      -> clients inactifs depuis
  clients? (?:qui )?(?:{have} )?(?:arrete|cesse|stoppe) (?:d acheter|de commander|d acheter chez nous) depuis
      -> clients inactifs depuis
  clients? (?:qui )?(?:{have} )?(?:arrete|cesse|stoppe) (?:d acheter|de commander) => lost customers
  clients? (?:qui )?(?:ne |n )?(?:ont )?(?:plus )?(?:donne|donnent) (?:plus )?signe de vie(?= depuis)
      -> clients inactifs
  (?:(?:qui|lesquels|quels clients|clients)(?: est ce qui)?|les) inactifs depuis -> clients inactifs depuis
  clients inactifs depuis (?:plus (?:de |d ))?({number}) ({days}) => customers who have not bought for $1 $2
  clients? (?:dont|avec|ayant) (?:la |une |leur )?derniere (?:commande|vente|visite|facture) (?:date |remonte
      |est |etait |a )*(?:de |d |a )?(?:il y a )?plus (?:de |d )({number}) ({days})
      => customers who have not bought for $1 $2
  clients? (?:dont|avec|ayant) (?:la |une |leur )?derniere (?:commande|vente|visite|facture) (?:date |remonte
      |est |etait |a )*(?:de |d |a )?(?:l )?avant => customers whose last order was before
  clients? (?:en perte de vitesse|sur le (?:point de partir|depart)|qui (?:decrochent|decroche|risquent? de
      partir|vont partir)|qu on va perdre|en danger) => customers at risk
  clients? (?:perdus|partis|qui (?:sont partis|nous ont quittes?|ont decroche|ne reviennent (?:plus|pas)))
      (?!en |au |depuis)(?= |$) => lost customers
  (?:qui |clients? )?(?:(?:ont|a) )?{bought} (?:une fois|1 fois|qu une fois|une seule fois) et (?:plus|c est
      tout|jamais (?:plus|revenus?)|(?:pas|plus|ne sont (?:jamais|pas|plus)|sont (?:jamais|pas|
      plus)).*)(?= |$)
      -> clients qui ont achete une seule fois
  clients? (?:one ?shots?|d une seule commande|a une commande|mono ?commande|uniques?)(?= |$)
      -> clients qui ont achete une seule fois
  one ?shots? -> clients qui ont achete une seule fois
  clients? (?:a|avec|de|pour|depassant|au dessus de|qui font|qui pesent|qui depassent) (?:plus de |> ?|
      au moins
      )?([$€]?\\d[\\d.,]*k|[$€]\\d[\\d.,]*|\\d{4,}(?: ?euros| ?€| ?dollars| ?\\$))(?: de (?:ca|chiffre
      d affaires|chiffre|ventes|depenses?|commandes)| d achats?)?(?= |$) => customers who spent more than $1
`);
