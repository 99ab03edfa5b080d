/** Rankings: who leads, who trails, by whatever word. */
export const RANKS = String.raw`
  deadest, sleepiest, calmest, softest, leanest, thinnest, crappiest, lamest, lousiest, crummiest,
    shittiest, dullest, feeblest, flattest, tamest, meagrest, meagerest, suckiest, rubbishest, coldest,
    ropiest, dodgiest -> worst
  tiniest, littlest, teeniest, teensiest, weeniest, puniest, skimpiest, least valuable -> smallest
  hottest, juiciest, bumper, blockbuster, hugest, mightiest, greatest, finest, fiercest, top[- ]grossing,
    highest[- ]grossing, top[- ]earning, stellar -> best
  (?:rush hour|peak hour|(?:peak|rush) time(?: of (?:the )?day)?) -> best hour
  rock[- ]bottom (?={grain}), low(?:est)?[- ]point (?={grain}), low (?={grain}),
    slow (?={grain}(?: of| in|$)) -> worst
  (?:hero|star|winner|winning|fave|favourite|favorite|flagship|standout|stand-out|money[- ]?maker|
    money[- ]?spinner|cash cow|champion|leading) (product|item|article|sku|product line|category|
    model) -> best $1
  (?:underperformer|underperforming|under-performing) product,? the worst(?: one)? -> worst product
  (?:dud|laggard|lagging|flop|loser|losing|no-hoper|underperforming|under-performing|slow-moving|
    slow moving|slowest[- ]moving|struggling|unloved|lamest|dead) (product|item|article|sku|product line|
    category|model) -> worst $1
  (best|worst|top|bottom|slowest|poorest|strongest|weakest) (?:performing|performers?|earners?|moving|
    movers?|selling|sellers?) (?=products?|items?|articles?|skus?|product lines?|categories|
    category) -> $1
  ({n}) (best|worst|top|bottom|slowest|poorest|strongest|weakest) (?:performing|performers?|earners?|
    moving|movers?|selling|sellers?) (?=products?|items?|articles?|skus?|product lines?|categories|
    category) -> $2 $1
  (?:biggest |the )?(?:flop|dud|dog|loser|laggard|lemon|turkey) (?:among|of|in|
    from)(?: the| our)?(?: whole)? (?:range|products|product range|catalogue|catalog|assortment|
    line-up) -> worst product
  (\d+|{n}) (?:flops|duds|dogs|losers|laggards|lemons|turkeys|non-sellers)(?: (?:among|of|in|
    from)(?: the| our)?(?: whole)? (?:range|products|product range|catalogue|catalog|assortment|
    line-up))? -> worst $1 products
  (\d+|{n}) (?:winners|stars|heroes|champions|hits|leaders|high flyers) (?:among|of|in|
    from)(?: the| our)? ([a-z]+(?: lines| methods)?) -> top $1 $2
  ^(?:which|what) ((?:[a-z]+ )?[a-z]+?)(?: of ({period}))? (?:is|was|are|were) an? (?:flop|dud|ghost town|
    washout|write-off|disaster|dead loss)$ -> worst $1 $2
  ^(?:which|what) ((?:[a-z]+ )?[a-z]+?)(?: of ({period}))? (?:is|was|are|were) an? (?:hit|smash|winner|
    star|record|blockbuster|goldmine)$ -> best $1 $2
  (?:tail|trailing) (\d+|{n}) (products|items|customers|countries|categories) -> bottom $1 $2
  (?:the )?(\d+|{n}) (products|items|articles|skus) to (?:drop|axe|cut|bin|delist|discontinue|
    kill)(?: by (?:sales|revenue))? -> worst $1 $2
  (?:{n} )?(?:top )?performers product$ -> top products
  (?:top|best) (\d+|{n}) things we sell -> top $1 products
  ^(?:the )?(product|item|article) (?:nobody|no one|noone|hardly anyone|hardly anybody) (?:wants|buys|
    likes|orders)$ -> worst product
  ^(?:which|what) ((?:[a-z]+ )?[a-z]+?)(?: of ({period}))? {leads}(?: in ({period}))?$ -> top $1 $2$3
  ^(?:which|what) ((?:[a-z]+ )?[a-z]+?)(?: of ({period}))? {trails}(?: in ({period}))?$ -> bottom $1 $2$3
  ^(?:on |in )?(?:which|what) ((?:[a-z]+ )?[a-z]+?) (?:is|are) (?:usually |normally |always |
    the )*(?:dead|slow|quiet|weak|sluggish|soft|lousy)$ -> worst $1
  ^(?:on |in )?(?:which|what) ((?:[a-z]+ )?[a-z]+?) (?:is|are) (?:usually |normally |always |
    the )*(?:strong|hot|packed|buzzing|rocking)$ -> best $1
  least (?:busy|popular|active|strong) -> worst
  ^(?:which|what) ((?:[a-z]+ )?[a-z]+?) is the (?:big|main|major|key) one$ -> top $1
  ^(?:who|who's|who is|which one|which) {leads} (?:among|amongst|of|in|for|
    by)(?: the| our| all)? ([a-z]+(?: lines| methods)?)$ -> top $1
  ^(?:who|who's|who is) (?:leading|leads) (?:the )?(?:board|table|pack|charts?|
    ranking) ([a-z]+)$ -> top $1
  ^(?:who|who's|who is|which one|which) {trails} (?:among|amongst|of|in|for|
    by)(?: the| our| all)? ([a-z]+(?: lines| methods)?)$ -> bottom $1
  (?:our |the )?star seller (?:among|amongst|of)(?: the| our| all)? ([a-z]+) -> top $1
  ^([a-z]+)(?:'s)? (?:position|standing|placing|spot|place|rank)(?: (?:among|amongst|in|within|
    of)(?: the| all)? (?:[a-z]+))?$ -> rank of $1
  ^(?:which|what) (?:position|spot|place|rank|standing) (?:does|do|did|is|
    has) ([a-z][a-z &-]*?)(?: (?:hold|have|take|occupy|in|at))?$ -> rank of $1
  ^where (?:does|do|did) ([a-z][a-z &-]*?) (?:stand|sit|come|end up|finish|land)(?: (?:among|amongst|in|
    within)(?: the| all)? (?:ranking|list|[a-z]+))?$ -> rank of $1
  (?:leader ?boards?|score ?boards?|league tables?|league|standings|hit parade|
    pecking order)(?: of| for| by)? -> ranking
  ([a-z]+) (?:ranked|ranking),? (?:the )?first (\d+|{n})$ -> top $2 $1
  ^ranking ?(?:of |for |by )?([a-z]+),? (?:top )?(\d+|{n})$ -> top $2 $1
  ^([a-z]+) ranking,? (?:top )?(\d+|{n})$ -> top $2 $1
  ^(?:the )?first (\d+|{n}) (countries|products|customers|categories|cities|territories|states|
    locations)$ -> top $1 $2
  (?:sort|sorted|order|ordered|arranged|listed)(?: from)?,? (?:high|large|big|best|
    top)(?:est)?[- ](?:to )?(?:low|small|worst|bottom)(?:est)?$, from (?:the )?top to (?:the )?bottom$,
    (?<=by [a-z]+(?: line)?) ordered by (?:sales|revenue)$, (?:,? ?)(?:the )?winners (?:first|on top|
    at the top)$ ->
  ^(?:the )?(?:biggest|largest|best|strongest) ([a-z]+)(?:,)? first$ -> sales by $1
  number 1 to (\d+) ([a-z]+)$ -> top $1 $2
  among(?:st)? (?:the |our |all )?(?=products|customers|countries|categories) -> of 
`;
