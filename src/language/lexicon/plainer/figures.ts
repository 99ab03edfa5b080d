/** Figures by other names: money, units, means, shares, profit. */
export const FIGURES = String.raw`
  top[- ]?line(?= |$), receipts(?= (?:in|by|per|for|last|this|{year})|$), billings, inflows? -> revenue
  ({year}) receipts -> revenue $1
  how much (?:cash|money|dough) (?:came|comes|has come) (?:through the door|into the till|
    in the door) -> how much revenue
  what did (?:the|our) (?:tills?|registers?) (?:say|ring|ring up|take)(?: for)? -> revenue
  (?:dollars?|dollar|usd|euros?|pounds?|rupees?|bucks) (?:sales|revenue|amount|amounts|value)(?= |
    $) -> revenue
  (?:sales|revenue) in (?:dollars?|usd|euros?|pounds?|rupees?|bucks|money)(?= |$) -> revenue
  ^(?:how many )?(?:dollars?|euros?|pounds?|rupees?|bucks|quid)(?= (?:in|by|per|for|from|last|this|
    {year})) -> revenue
  by (?:\$+|dollars|dollar value|value in dollars|money)(?= |$) -> by revenue
  (?:qty|qtys|quantity|units|pieces|volume) ?(?:\+|&|and|n|,) ?(?:\$+|£|€|dollars|value|money|
    amounts?) -> units and revenue
  (?:\$+|£|€|dollars|value|money) ?(?:\+|&|and|n|,) ?(?:qty|qtys|quantity|units|pieces|
    volume) -> revenue and units

  (?:item|piece|article) counts?(?= (?:by|per|in)) -> units
  qtys, quantites, quantitys -> units
  (?:units|items|pieces|articles|goods) (?:shifted|moved|shipped out|flogged|dispatched|
    despatched)(?= ) -> units sold
  how many (?:items|pieces|units|articles|things) (?:did |does |do )?(?:each|every) (.+?) (?:move|shift|
    sell|do)(?=$| in) -> units by $1
  (?:we )?(?:shift|shifted|move|moved) the most(?: of)? -> we sell the most units of
  how many bits(?: and bobs)? (?:did|do|have) we (?:sell|sold|shift|move) -> how many units
  (?:count|number|no\.?|nr) of (?:items|pieces|articles|things)(?= (?:by|per|in|sold|for)) -> units

  (?:atv|av order value|av\.? order|avge order|avrg order|averge order|
    aver order)(?: value)? -> average order
  how much (?:do|does|did) (?:people|customers|they|folks) spend (?:on average )?(?:per|an|each) (?:order|
    purchase|basket)(?: on average)? -> average order
  how (?:big|large) (?:are|were|is|was) (?:the |our )?(?:orders|baskets|invoices|
    tickets) (.*?) ?on average -> average order $1
  (?:the )?(?:middle|midpoint|mid|middling) (?:order|basket|invoice|purchase)(?: value)?,
    (?:the )?(?:order|basket|invoice) in the middle, (?:the )?(?:50th percentile|50th pctile|p50|
    q2 percentile)(?: (?:of|for))?(?: {our})?(?: ?{order})? -> median order
  median (?:spend|spending|value|amount|size) (?:per|of an|of) (?:order|basket|invoice|
    purchase) -> median order
  median per ([a-z]+(?: line| method| group)?) of (?:the )?orders -> median order by $1
  (?:what|how much) (?:does|do|did) (?:the |a |an |each |every )?(?:average |typical |
    normal )?(?:customer|client|buyer|person|shopper) spend(?: (?:on )?average)?(?= |
    $) -> average revenue per customer
  (?:average|avg|mean) (?:spend|spending|revenue|sales) per (?:person|head|capita|buyer|soul|shopper|
    account) -> average revenue per customer
  how (?:often|many times|frequently) (?:does|do|did) (?:the |a |an |each )?(?:average |typical |
    normal )?(?:customer|client|buyer|person) (?:buy|order|purchase|
    shop)(?: on average)? -> orders per customer
  (?:upt|ipt|upb|units per ticket|items per ticket) -> units per order

  ^(?:%|percent|pct|percentage) of ({year}|last year|this year) (?:revenue|sales|turnover|
    business) (?:from|in|for|by) (.+)$ -> share of $2 $1
  (?:%|percent|pct|percentage) (?:of {our}(?:revenue|sales|turnover) )?(?:from|for) -> share of 
  ^(?:%|percent|pct|percentage) (?!by |per |of |each |cancel|return|
    repeat)([a-z][a-z &'-]+?)(?: (?:in )?({year}))?$ -> share of $1 $2
  ^([a-z][a-z &-]+?)(?:'s)? (?:slice|chunk|piece|portion|share|cut|contribution|weight|weighting|
    proportion|part)(?: of the (?:pie|cake|total|whole))?(?: (?:in|to|of))? ({year}|last year|
    this year)$ -> share of $1 $2
  ^how (?:big|large) an? (?:chunk|slice|part|piece|portion|share|proportion) of ({year}|last year|
    this year)(?: (?:sales|revenue))? (?:is|was|did|came from|
    comes from) ([a-z][a-z &-]+?)$ -> share of $2 $1
  ^(?:what|which) (?:cut|chunk|piece|percentage|percent|%|bit|slice|portion|part|share) of ({year}|
    last year|this year)(?: (?:sales|revenue|business))? (?:is|was|came from|comes from|
    did) ([a-z][a-z &-]+?)(?: make| bring)?$ -> share of $2 $1
  ^how much did ([a-z][a-z &-]+?) (?:contribute|add|chip in|make up|account for)(?: (?:to|of|
    for))? ({year}|last year|this year)(?: sales| revenue)? in (?:%|percent)$ -> share of $1 $2
  (?:sales|revenue) mix (?:by|per) -> share of sales by
  (?:percentage|percent|%|pct) (?:split|breakdown|share|mix|distribution) (?:by|per) -> share of sales by
  (?:the )?(?:contribution|pie|slices|weight|weights|weighting|chunk) (?:by|per|of each|of every|
    for each) -> share of sales by
  how (?:is|are|was) (?:revenue|sales|turnover|business|money) (?:distributed|spread|divided|split|
    shared)(?: out)? (?:across|over|among|between|by)(?: the)? ([a-z]+(?: lines| methods)?)(?: in (?:%|
    percent))? -> share of sales by $1
  ^(?:what|which) (?:%|percent|share) (?:pays?|buys?|orders?|uses?) (?:with|by|via|through) (?:each|every|
    which) (?:method|payment method|type)$ -> share of sales by payment method
  ^(?:pay|payment) (?:method|type)s?,? (?:%|percent|share|mix|split)$ -> share of sales by payment method

  (?:earnings|money left|what is left|left over|what's left|income|profits?|net) (?:after|less|
    minus) costs?, how much (?:did|do) we (?:make|earn|keep) after costs?, (?:the )?bottom line(?= (?:by|
    per|in|{year}|last|this)|$), how much (?:did|do) we (?:actually |really )?(?:keep|pocket|
    clear)(?= (?:by|per|in|on|last|this)), what was left over, how much profit did we (?:turn|make|book|
    clear), (?:net|gain|gains|pure gain|clear) (?=by |per ) -> profit
  profit (?:on|for) each -> profit by
  (?:top|best) (\d+|{n}) earners by profit -> top $1 products by profit
  ({n}) ([a-z]+) that (?:make|earn|bring|give) us the most (profit|margin) -> top $1 $2 by $3
  (?:gm ?%|gm|gross margin %|margin %|margin percent|margin percentage|mark-?up|profit %|
    profitability %) (?=by|per|across) -> margin
`;
