import { joined } from '../foreign.js';

/** The most and the least of a figure in German, and in which order it is wanted; read before other talk. */
export const most = joined(`
  laufts, laufs -> lauft es
  liefs -> lief es
  (?<=[ ,.])(?:die |den |das |der )?(?:meiste|hochste|grosste|schlimmste|starkste|beste|
      teuerste)[nrs]? (?:zuerst|oben|
      als erstes?)(?=[ ,]*$) => , highest first
  (?<=[ ,.])(?:die |den |das |der )?(?:wenigste|niedrigste|kleinste|geringste|schlechteste|
      schwachste)[nrs]? (?:zuerst|
      oben|als erstes?)(?=[ ,]*$) => , lowest first
  (?<=(?:pro|je|nach) .*)(?:und )?(?:wo|wann|bei wem|in welche[mnr] {field}) (?:war|ist|waren|sind) (?:es|
      das|sie)
      (?:denn )?am (?:schlimmsten|hochsten|meisten|grossten|starksten)(?=[ ,]*$) => , highest first
  (?:an|in|zu|bei|aus) welche[mnr] ({field}) ((?:in|im|aus|bei) [^,]{3,25}? )?(?:{does}) (?:es |wir |sich |
      uns |denn )*am
      (?:meisten|besten|starksten)(?! {bought})(?: {rest})?(?=[ ,]*$| im | in | seit | dieses | letzte)
      => top $1 $2
  (?:an|in|zu|bei|aus) welche[mnr] ({field}) ((?:in|im|aus|bei) [^,]{3,25}? )?(?:{does}) (?:es |wir |sich |
      uns |denn )*am
      (?:wenigsten|schlechtesten|
      schwachsten)(?! {bought})(?: {rest})?(?=[ ,]*$| im | in | seit | dieses | letzte)
      => worst $1 $2
  (?:an|in|zu) welche[mnr] ({field}) (?:gab|gibt|gabs|hatten|haben|kamen|waren|sind) (?:es |wir )*(?:die |
      den |
      das )?meiste[ns]? ({measured})(?: {rest})?(?=[ ,]*$| im | in | seit | dieses | letzte) => top $1 by $2
  (?:an|in|zu) welche[mnr] ({field}) (?:gab|gibt|gabs|hatten|haben|kamen|waren|sind) (?:es |wir )*(?:die |
      den |
      das )?wenigste[ns]? ({measured})(?: {rest})?(?=[ ,]*$| im | in | seit | dieses | letzte)
      => worst $1 by $2
  (?:welche[rsn]? |die )?({number} )?({field})(?: mit)? (?:hat|haben|hatte|hatten|mit|macht|machen|bringt|
      bringen|bekam|
      bekamen) (?:die |den |das |der )?(?:meiste|hochste|grosste)[nrs]? ({measured}) => top $1$2 by $3
  (?:welche[rsn]? |die )?({number} )?({field})(?: mit)? (?:hat|haben|hatte|hatten|mit|macht|machen|bringt|
      bringen|bekam|
      bekamen) (?:die |den |das |der )?(?:wenigste|niedrigste|geringste|kleinste)[nrs]? ({measured})
      => worst $1$2 by $3
  (?:was|welche (?:artikel|produkte)) (?:kaufen|kauft|bestellen|bestellt|nehmen|nimmt|holen) (?:die |
      unsere |der )?
      (?!wir|man|ich|sich)(.+?) (?:denn |so )*am (?:liebsten|meisten|haufigsten|ehesten)(?=[ ,]*$)
      => top products $1
  (?:der )?kunde?n? (\\d{3,})[:,]? was (?:kauft|bestellt|nimmt|holt) (?:der|die|er|
      sie)(?: denn| so)*(?: am (?:liebsten|
      meisten|haufigsten))?(?=[ ,]*$) => top products of customer $1
  teuerste[rns]? (?:einzelne[rn]? )?(?:bestellung|auftrag|order|rechnung|kauf|einkauf)(?!.* wer )
      => biggest order
  (?:das |der |die |unser |unsere )?teuerste[rns]? ({field}) => most expensive $1
  (?:das |der |die |unser |unsere )?(?:billigste|gunstigste)[rns]? ({field}) => cheapest $1
  aller(kleinst|grosst|best|schlechtest|teuerst|neuest)([a-z]*) -> $1$2
`);

/** Parts of these patterns. */
export const mostParts = {
  measured: `{figure}|retouren|rucksendungen|stornos?|stornierungen|auftrage|rechnungen|rabatte?|artikel|
      stuck|
    neukunden|umsatz`,
};
