/**
 * What would be read as something else, since one of its words is one of ours: "the month just gone" is no
 * course by month, "stack up" is no stock. Replaced before anything is read, and kept if it can be read then.
 */
export const MISREAD = String.raw`
  top[- ]line(?= (?:for|in|of|by|last|this|{year})|$) -> revenue
  (last|this|past|prev|previous|next) wk -> $1 week
  y\/y -> yoy
  last q(?= |$) -> last quarter
  (?:for |in |of )?the (week|month|quarter|year) (?:just gone|just past|just ended|gone by) -> last $1
  since (?:the )?(?:start|beginning|first day) of (?:the|this) (year|month|quarter|week) -> this $1
  since (?:day one|day 1|the very beginning|our first day|the first day) -> all time
  (?:for|over|across) all (?:the )?years (?:together|combined|taken together) -> in total all time
  ({month} {year}) to (?:date|now|today) -> since $1
  ^how(?:'s| is) the (week|month|quarter|year) (?:looking|going|shaping up|coming along)$ -> sales this $1
  peak (?={grain}(?: |$)) -> best 
  ^(?:on |in )?(?:which|what) (weekday|month|day|week|quarter|hour|year) (?:do|
    did) we sell (?:the )?(?:least|worst)(?: in)?(?= |$) -> worst $1
  ^(?:on |in )?(?:which|what) (country|city|state|region|product line|category|product|location|
    customer) (?:sells?|sold|buys?|bought) (?:the )?least$ -> bottom $1
  (?:weekdays|days of the week) compared, ^which (?:weekdays|days of the week) are (?:the )?(?:good|best|
    strong)(?: and| or| &)? ?(?:the )?(?:bad|worst|weak)?(?: ones| days)?$,
    sales across the week -> sales by weekday
  ^who (?:dropped (?:out|off)|left(?: us)?|stopped(?: buying| ordering)?|quit|went quiet) after ({year}|
    {month} {year})$ -> customers whose last order was in $1
  ^when in the day do we sell(?: (?:the )?(?:most|best))?$, sales across the day -> sales by hour
  ^when do we sell (?:the )?(?:most|best)$, ^when(?:'s| is) our peak$ -> seasonality
  ,? (?:the )?(?:worst|weakest|smallest|lowest) (?:ones? )?(?:at the bottom|last)$ ->
  ,? (?:the )?(?:best|strongest|biggest|highest) (?:ones? )?(?:at the bottom|last)$ -> , smallest first
  ^order (?!\d|#|no|number)([a-z]+(?: lines?)?) by (?:sales|revenue)$,
    ^([a-z]+(?: lines?)?) in order of (?:sales|revenue)$ -> $1 by sales
  ^each ([a-z]+)'s (?:best seller|bestseller|top seller|top product|best product|#1 product|
    number one product) -> top product in each $1
  (?:#1|# 1|number 1|no\.? 1) (product|customer|category|item) in each ([a-z]+) -> top $1 in each $2
  ^(?:our |the )?(?:star|hero) (product|item|article)$ -> best $1

  ^(?:what|which) (?:rank|place|position|spot|number) (?:is|does|did|has|was) ([a-z][a-z &-]*?)(?: (?:in|
    hold|have|take|get|on|at))?(?: (?:by|among|of)(?: the)? [a-z]+)?$ -> rank of $1
  ^([a-z][a-z &-]*?)'s (?:rank|place|ranking|position)(?: by (?:sales|
    revenue)| among [a-z]+)?$ -> rank of $1
  ^(?:how (?:does|do|did) )?([a-z][a-z &-]*?) (?:stack|stacks|stacked|measure|measures) up (?:against|to|
    with) ([a-z][a-z &-]*?)$ -> $1 vs $2
  (?:what|which) (?:slice|cut|chunk|piece) of ({year}|last year|this year)(?: (?:sales|revenue|
    business))? (?:is|was|came from|comes from) ([a-z][a-z &-]*?)$ -> share of $2 $1
  ^([a-z]+)'s (?:percent|percentage|%|share) of (?:sales|revenue) ({year}|last year|this year)$,
    ^share (?:of sales )?from ([a-z]+) (?:in |of |for )?({year}|last year|this year)$ -> share of $1 $2

  (?:qty|qtys|quantity|units|volume|pieces) ?(?:and|&|\+|n) ?(?:value|\$|sales|revenue|dollars)(?= |
    $) -> units and revenue
  (?:value|\$|sales|revenue|dollars) ?(?:and|&|\+|n) ?(?:qty|qtys|quantity|units|volume|pieces)(?= |
    $) -> revenue and units
  with (?:units|qty|quantity) and (?:\$|value|sales|revenue) -> by units and revenue
  (?:\$|sales|rev|revenue|dollars|spend) ?(?:per|\/) ?(?:customer|head|client|buyer|person) (?:by|per|
    in each|for each|in every) -> revenue per customer by
  (?:\$|sales|rev|revenue|dollars|spend) ?(?:per|\/) ?(?:order|invoice|basket|transaction) (?:by|per|
    in each|for each|in every) -> average order value by
  what do (?:people|customers|they) spend per order -> average order value
  basket sizes? in (?:units|pieces|items) -> units per order
  how many baskets(?= in| last| this|$) -> how many orders
  top[- ]dog (product|country|customer|category) -> best $1
  # ?(?:of )?(customers|buyers|clients|shoppers|accounts)(?= |$) -> number of customers
  how many (?:shoppers|ppl|accounts|clients|buyers|
    customers)(?: bought)? (?=in {period}$) -> how many customers
  (?:how many accounts|accounts|customer numbers) (?=in each |per |in every ) -> number of customers 
  customer numbers by -> number of customers by
  ^(?:customers|clients|buyers|accounts) in ([a-z]+):? how many$, ^how many (?:customers|clients|people|
    accounts) in ([a-z]+) buy from us$, ^how many (?:customers|clients|accounts) (?:have we got|have we|
    do we have) in ([a-z]+)$ -> how many customers in $1
  ^how many (?:accounts|clients|buyers|shoppers) in ([a-z]+)$ -> how many customers in $1

  (?:that |who |which )?(?:lost|slipped|slid|tanked|stepped back|went backwards|went down|cut back|
    slowed down|dropped off)(?: (?:the )?most)? (?=.*{year} (?:vs|versus|against|over|
    than) (?:in )?{year}) -> fell
  (?:that |who |which )?(?:stepped up|gained|took off|picked up|went up|
    moved up)(?: (?:the )?most)? (?=.*{year} (?:vs|versus|against|over|than) (?:in )?{year}) -> grew
  ^(?:who|customers|which customers|clients)(?: (?:that|who))?(?:'s| is| are)? ?(?:bought|buys|buying|
    spent|spends|spending|ordered|orders) less (?:in )?({year}) (?:than|vs|versus|
    against) (?:in )?({year})$, ^(?:customers|clients) (?:in decline|down the most|down|
    falling) (?:in )?({year}) (?:vs|against|over|versus) ({year})$, ^whose (?:spend|spending|sales|
    revenue) (?:dropped|fell|went down|shrank|is down) (?:in )?({year}) (?:vs|against|over|
    versus) ({year})$, ^who (?:fell|shrank|slipped) (?:in )?({year}) (?:vs|against|over|
    versus) ({year})(?: customers)?$ -> which customers fell most $1 vs $2
  ^(?:who|customers|which customers|clients)(?: (?:that|who))?(?:'s| is| are)? ?(?:bought|buys|buying|
    spent|spends|spending|ordered|orders) more (?:in )?({year}) (?:than|vs|versus|
    against) (?:in )?({year})$, ^(?:customers|clients) (?:up the most|up|growing|
    rising) (?:in )?({year}) (?:vs|against|over|versus) ({year})$, ^whose (?:spend|spending|sales|
    revenue) (?:went up|rose|grew|is up) (?:in )?({year}) (?:vs|against|over|versus) ({year})$,
    ^who (?:grew|rose) (?:in )?({year}) (?:vs|against|over|
    versus) ({year})(?: customers)?$ -> which customers grew most $1 vs $2

  ^(?:the |our |all )?(?:gone|departed) (?:customers|clients|buyers|accounts)$, ^(?:customers|clients|
    buyers|accounts|who)(?: who| that)?(?:'s| is| are| have| has)? (?:left|left us|gone|
    gone for good)$ -> lost customers
  ^(?:our |the |all )?(?:one-off|one off|one-and-done|one and done|single-purchase) (?:customers|clients|
    buyers|accounts)$ -> customers who bought once
  ^(?:customers|clients|buyers|who)(?: is| are)? (?:due for an order|due an order|due to order|
    due for a reorder)$ -> overdue customers
  ^(?:customers|clients|buyers) who re-?ordered$ -> customers with more than 1 order
  ^(?:list of|show(?: me)?(?: the)?) loyal (?:customers|ones|clients)$ -> loyal customers
  ^(?:no (?:orders?|purchases?|buys?)|inactive|nothing bought|not seen|no activity) (?:for |in |
    since )?(?:the last |the past )?({n} (?:days|weeks|months|years)|half a year|
    a year)$ -> customers inactive for $1
  ^who (?:got|took|went for|bagged|grabbed|snapped up|picked up|scooped up|snagged) (?!the most|most|
    the least|a |an |us|back|it\b|our|their|money|discount|refund)([a-z][a-z -]*?) (?:but|and) (?:no|not|
    never|didn't get|did not get|didn't take|
    no) ([a-z][a-z -]*?)$ -> customers who bought $1 but never bought $2
  ^who (?:got|took|went for|bagged|grabbed|snapped up|picked up|scooped up|snagged) (?!the most|most|
    the least|a |an |us|back|it\b|our|their|money|discount|refund) -> customers who bought
  ^(?:customers|clients|buyers|who)(?: who| that)? (?:bought|buy|ordered) ([a-z][a-z -]*?),? (?:excluding|
    except|but not|without|minus|other than|apart from) (?:those|the ones|customers|people) (?:who |that |
    with )+(?:bought |have |got )?([a-z][a-z -]*?)$ -> customers who bought $1 but never bought $2
  ^(?:customers|clients|buyers) (?:with|w\/|into|buying) (?!.*(?:order|purchase|email|phone|discount|
    return|cancel|address|refund|name|more|less))([a-z][a-z -]*?) (?:and |but )?(?:without|w\/o|not|no|
    minus) ([a-z][a-z -]*?)$ -> customers who bought $1 but never bought $2
  ^(?!.*(?:order|email|phone|discount|return|cancel|address|refund|new|loyal|
    repeat))([a-z][a-z -]*?) (?:buyers|customers|clients) (?:without|w\/o|with no|but no|
    but not) ([a-z][a-z -]*?)$ -> customers who bought $1 but never bought $2
  ^bought ([a-z][a-z -]*?)(?:,| but| and)? (?:not|no|haven't bought|never bought|never|
    didn't buy) ([a-z][a-z -]*?)$ -> customers who bought $1 but never bought $2
  ^(?:customers|clients|buyers) (?:without|with no|w\/o)(?: any)? (?!.*(?:order|purchase|sale|email|phone|
    discount|return|cancel|address|refund|name|country|city|
    contact))([a-z][a-z -]*?)$ -> customers who never bought $1
  ^(?:buyers of|customers with|customers who bought|
    people with) both ([a-z][a-z -]*?) and ([a-z][a-z -]*?)$ -> customers who bought $1 and $2
  ^when do (?:people|customers|our customers|they|folks) (?:buy|order|
    shop)(?: (?:the )?most| from us)?$ -> seasonality
  ^how good (?:are|is) (?:our |the )?(?=margin) ->
  ^(?:which )?(?:pairs|items|products|things) that (?:sell|go|get bought|are bought|belong) together$,
    ^bundles$ -> bought together
  ^(?:at |in )?(?:what time|which hour|
    what hour)(?: of (?:the )?day)? do we sell (?:the )?most$ -> best hour
  ^where are we (?:vs|versus|against|on) last year$ -> compare this year
  (?:returns rate|rate of returns|returned rate|returns %|return %)(?= by| per| across|$) -> return rate
  (?:cancelled %|canceled %|cancellation %|cancellations %|% cancellations)(?= by| per| across|
    $) -> cancel rate
  ^what % is cancell?ed (?=by|per) -> cancel rate 
  ^product lines x (year|month|quarter)s?$ -> sales by product line and $1
  by (line|category) of products? -> by product $1

  ^are we (?:about to lose|losing|going to lose|gonna lose) (?!customers|money|ground|clients|the |it$|
    them$|this|that)(.+)$ -> is $1 at risk
  ^(?:since when|how long) (?:is|has|have) (.+?) (?:been )?(?:a |our )?(?:customer|client|buying|ordering|
    shopping)(?: of ours| (?:with|from) us)?$ -> first order of $1
  ^who (?:has|have) (?:not|yet to|never) (?:bought|buy|ordered|
    order)(?: any)? ([a-z][a-z &-]*?)(?: yet)?$ -> customers who never bought $1
  ^who (?:bought|got|has bought|ordered) ([a-z][a-z -]*?) (?:and|&|
    as well as) ([a-z][a-z -]*?)(?: too| as well| also)$, ^who (?:bought|got|has bought|
    ordered) ([a-z][a-z -]*?) (?:&|as well as|\+) ([a-z][a-z -]*?)$,
    ^who got ([a-z][a-z -]*?) and ([a-z][a-z -]*?)$, ^customers who bought ([a-z][a-z -]*?) (?:&|
    as well as|\+) ([a-z][a-z -]*?)$ -> customers who bought $1 and $2
  ^orders (?:that |which )?(?:came|come|were sent|got sent|have come) back$, ^what (?:came|
    comes) back$ -> returned orders
  ^how often (?:do|are|did|were) (?:the |our )?orders (?:get |being |come |sent )*(?:back|
    returned)$ -> return rate

  ^where are we (?:heading|headed|going)$, ^what(?:'s| is) coming up (?:in|for) (?:sales|
    revenue)$ -> forecast
  ^what are we on course for (?:this|the) year$, ^(?:forecast|projection|outlook|prediction) (?:for |to |
    at |by )?(?:the )?(?:year[- ]end|year end|end of (?:the )?year)$ -> forecast this year
  ^how much should we (?:sell|make|take|do) in (january|february|march|april|may|june|july|august|
    september|october|november|december)$ -> forecast for $1
  ^(?:who|whom) (?:to|should (?:i|we)|do (?:i|we)|can (?:i|we)) (?:ring up|ring|get hold of|get a hold of|
    catch up with|chase up|look up)(?: first| today| next| now)?$, ^(?:call|calling|phone|contact|
    chase) list$ -> who should i call
  ^(?:how (?:do|to|should|can|could) (?:we |i )?(?:deal|cope) with|what (?:do|can|should|could) (?:we|
    i) do (?:about|with|for)|what to do (?:about|with|for)) (?:the |our |these |
    those )?(.+)$ -> what should we do about $1
`;

/** Where nobody is said to sell, a seller is what sells. */
export const SELLERS = `
  (?:the )?({n}) (best|worst|top|biggest|hottest|bottom|slowest|poorest|weakest|strongest|
    smallest) (?:sellers|performers|movers|earners)(?! by| in each) -> $2 $1 products
  (?:the )?(best|worst|top|biggest|hottest|bottom|slowest|poorest|weakest|strongest|
    smallest) ({n}) (?:sellers|performers|movers|earners)(?! by| in each) -> $1 $2 products
  (?:the |our )?(biggest|hottest|slowest|poorest|weakest|strongest|smallest|worst) (?:seller|mover|
    earner)$ -> $1 product
  ^(?:our |the )?(?:duds?|flops?|lemons?|dead wood|deadwood|slow coaches|shelf warmers|
    dust collectors)$ -> worst products
  products product -> products
  (top|best|worst|bottom) ({n}) products products -> $1 $2 products
`;

/** Where sales have salespeople, those who sell are they. */
export const SALESPEOPLE = `
  ^who (?:sells|sold|sell|closes|closed) (?:the )?least(?= |$) -> worst salesperson
  ^who(?:'s| is)? (?:leads?|leadin'?|leading|tops?|topping|heads?|heading) (?:the )?(?:board|
    leader ?board|table|ranking|pack)(?: (?:on|in|by|for) sales)?$ -> top salesperson
`;
