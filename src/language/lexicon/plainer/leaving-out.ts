/** What is left out, what alone is meant, and what is taken together. */
export const LEAVING_OUT = String.raw`
  (?:with the exception of|with exception of|exclusive of|disregarding|omitting|omit|besides|beside from|
    leaving aside|setting aside|never mind|discarding|dropping|cutting out|taking out|net of|
    not considering|not counting|subtracting|not looking at) -> excluding
  (by [a-z]+(?: line| method| group)?),? (?:bar|save|save for|drop|less|beyond|barring|cut|ditch|
    scrap) (?!chart|graph|plot|diagram|than|last|this|next)([a-z]+)$ -> $1 excluding $2
  with ([a-z]+) (?:taken|left|cut|kept|filtered|carved|stripped) out$ -> excluding $1
  (?:nothing|none) but ([a-z]+) (sales|revenue|orders) -> $2 in $1
  (sales|revenue|orders|customers) (?:for |in |from )?([a-z]+) (?:alone|solely|exclusively|
    and nowhere else|,? ?nowhere else|,? ?nothing else)$ -> $1 in $2
  (sales|revenue|orders|customers) (?:exclusively|solely|purely|strictly) (in|from|for) -> $1 $2
  (sales|revenue|orders|customers) (?:(?:limited|restricted|filtered|confined|narrowed|
    narrowed down) (?:down )?to|within|inside|inside of) -> $1 in
  ^(?:how'?s|how is|hows) ([a-z]+) (?:looking|shaping up|coming along|coming on|faring|holding up|
    getting on)$ -> how is $1 doing
  ^(?:how'?s|how is) (?:the )?(today|year|month|week|quarter|this year|this month|this week|
    this quarter) (?:going|shaping up|looking|coming along|coming on|faring|turning out)$ -> sales this $1
  sales this this -> sales this
  sales this today -> sales today
  (?:sales |revenue )?([a-z]+) (?:plus|\+|n|&) ([a-z]+)(?: (?:sales|revenue))?(?: (?:together|combined|
    in total))?$ -> sales of $1 and $2 together
  (?:combined|joint|total|summed|aggregate|added) (sales|revenue) (?:of|for|in|from) ([a-z]+) (?:and|&|
    plus|\+) ([a-z]+)$ -> $1 of $2 and $3 together
  (?:the )?(?:sum|total) of (?:the )?(sales|revenue) (?:of|for|in|from) ([a-z]+) (?:and|&|plus|
    \+) ([a-z]+)$ -> $1 of $2 and $3 together
  (sales|revenue|orders) (?:of |in |for |in both years |in both )?({year}) (?:and|plus|\+|
    &) ({year}) (?:combined|together|in total|added up|all together|altogether|taken together|summed up|
    summed)$ -> $1 $2-$3
  ^({year}) (?:and|plus|\+|&) ({year}) (?:in total|combined|together|all in) (sales|revenue|
    orders)$ -> $3 $1-$2
  ^(sales|revenue|orders) ({year}) (?:plus|\+) ({year})$ -> $1 $2-$3
  ^(?:the )?(?:sum|total) (?:of|for) ({year}) and ({year})(?: (sales|revenue))?$ -> sales $1-$2

  (?:sales|revenue) (?:segmented|itemi[sz]ed|bifurcated|cut|sliced|carved up|partitioned|divided|
    chopped) by -> sales by
  (?:cut|slice|chop|carve|divide|segment|bifurcate|partition) (?:up )?(?:the |our )?(sales|revenue|
    orders) by -> $1 by
  (sales|revenue|orders) bifurcation (?:by|of|per) -> $1 by
  \((?:product line|country|category|customer|city|status|product)\)$ ->
  by pl$ -> by product line
  (sales|revenue|orders) over (?=(?:the )?(?:product lines|countries|categories|customers|cities|states|
    territories|months|weeks|quarters|years)) -> $1 by
  by where (?:they|people|customers|our customers) live -> by location
  (?:geographic|geographical|geo|regional) (?:split|breakdown|distribution|spread|
    mix) -> sales by location
  by (?:type|kind|sort|department|dept) of products? -> by category
  where (?:do|are) (?:our |the )?customers (?:live|sit|based|located) by -> customers by
  by (?:age range|age bracket|age band|generation|age class) -> by age group
  over[- ](\d\d)'?s, (?:seniors?|people|customers|those|folks) (?:over|above|past|
    older than)(?: the age of)? (\d\d)(?: years)?$ -> customers over $1 years old
  the over sixties, over[- ]sixties, sixty-plus -> customers over 60 years old
  (?:customers|people) (?:above|over|past|beyond) the age of (\d\d) -> customers over $1 years old
  (?:gents|gentlemen|blokes|lads|fellas)(?= (?:vs|versus|v|or|and|against|sales)|$) -> men
  (?:gals|lasses)(?= (?:vs|versus|v|or|and|against|sales)|$) -> women
  (?:guys|boys) (vs\.?|versus|v|or|and|against) girls -> men vs women
  girls (vs\.?|versus|v|or|and|against) (?:guys|boys) -> women vs men
`;
