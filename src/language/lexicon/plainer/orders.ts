/** Orders: how many, how large, of which state and day. */
export const ORDERS = String.raw`
  (?:tickets?|checkouts?|pos|p\.o\.s|bills?)(?= (?:did we (?:cut|write|raise|issue|get|have) )?(?:in|last|
    this|by|per|over|under|above|below)|$) -> orders
  (?<=orders )did we (?:cut|write|raise|issue|get|have) ->
  how many deals (?:did we close|closed|were closed|did we sign) -> how many orders
  how many orders did (?:people|customers|they|folks) (?:place|make|put in) -> how many orders
  how many times did (?:people|customers|they|folks) (?:buy|order|shop|purchase)(?= in| last| this|
    $) -> how many orders
  (?:order|purchase|invoice) (?:tally|total count|headcount|counter|numbers) -> number of orders
  (?:orders|invoices|purchases) (?:booked|received|dated|taken|logged|entered|recorded|rung up|
    that arrived|arriving|that came through) (?:in|on|from|during)?(?= ) -> orders in
  (?:show (?:me )?|list )?(?:the |all )?orders from ({month} {year}|{month} \d\d) -> orders in $1
  ^(?:list |show (?:me )?)?count(?: of)?(?: the| our| all)? (orders|invoices|customers|clients|buyers|
    products|units|purchases) -> number of $1
  (?:tally|headcount|total number) of (customers|orders|products|clients) -> number of $1
  (customers|products|orders) count$ -> number of $1

  (?:single )?(?:biggest|largest|highest|top|greatest|fattest|priciest|hugest|juiciest|dearest|record|max|
    maximum|best)(?:[- ](?:value|priced|valued|ever|single|worth))*(?: single)? (?:order|invoice|purchase|
    transaction|sale|ticket|basket)(?: value)?(?: ever| of all time| we ever had)?$ -> biggest order
  (?:{order}|sale) with the (?:highest|biggest|largest|greatest|top) (?:value|amount|total|sum|
    price)$ -> biggest order
  which (?:order|invoice|purchase|sale) (?:was|is) the (?:biggest|largest|highest|greatest|
    fattest)(?: one)?$ -> biggest order
  ^(?:huge|giant|monster|massive|enormous) (?:order|invoice),? (?:the )?biggest(?: one)?$ -> biggest order
  (?:single )?(?:smallest|lowest|tiniest|littlest|puniest|min|minimum|cheapest|least|
    measliest)(?:[- ](?:value|priced|valued|ever|single|valuable|worth))* (?:order|invoice|purchase|
    transaction|sale|ticket|basket)(?: value)?(?: ever| of all time)?$ -> smallest order
  (?:{order}|sale) with the (?:lowest|smallest|tiniest|least) (?:value|amount|total|sum|
    price)$ -> smallest order
  which (?:order|invoice|purchase|sale) (?:was|is) the (?:smallest|lowest|
    tiniest)(?: one)?$ -> smallest order
  (?:the |our )?({n}) (?:latest|newest|last|most recent|recentest|freshest|recent) (?:orders|sales|
    invoices|purchases|transactions)$ -> latest $1 orders
  (?:the |our )?(?:latest|newest|last|most recent|recentest|freshest|recent) ({n}) (?:orders|sales|
    invoices|purchases|transactions)$ -> latest $1 orders
  ^(?:the )?(?:last|latest|most recent|newest) (?:purchase|buy|shop|transaction|sale) (?:of|by|from|
    to) (.+)$ -> last order of $1
  ^what did (.+?) last (?:buy|order|purchase|get|take)$, ^(.+?)'?s? (?:most recent|latest|
    newest) (?:purchase|order|buy|invoice)$, ^how long ago did (.+?) (?:last )?(?:order|buy|purchase|
    shop)$ -> last order of $1
  ^(?:the )?(?:first|earliest|very first) (?:purchase|buy|shop|transaction|sale|ever order) (?:of|by|from|
    to) (.+)$ -> first order of $1
  ^when did (.+?) (?:start|begin) (?:buying|ordering|shopping)(?: (?:from|with) us)?$,
    ^when did (.+?) (?:become|turn into) (?:a|our) (?:customer|client)$ -> first order of $1

  called[- ]off (?:orders|ones), (?:scrapped|voided|aborted|axed|binned|cxl|cxld|cancld|cancelld|cncld|
    nixed|pulled|withdrawn|revoked|annulled) (?:orders|ones), orders (?:that |which )?(?:(?:were|got|
    have been) )?(?:called off|scrapped|voided|aborted|axed|binned|fell through|fallen through|
    customers backed out of|people backed out of|withdrawn|annulled) -> cancelled orders
  (?:contested|challenged|questioned) (?:orders|ones), orders (?:under|in|with a|with an open) dispute,
    open disputes -> disputed orders
  (?:held|paused|parked|halted|frozen|suspended) (?:orders|ones), orders (?:being |that are |currently |
    still )*(?:held|paused|parked|halted|frozen|suspended), stuck orders on hold,
    held[- ]up orders -> orders on hold
  (?:open|outstanding|unfinished|uncompleted|incomplete|unfulfilled)(?: orders)? pending, (?:outstanding|
    unfinished|uncompleted|incomplete|unfulfilled|open) (?:orders|ones)$,
    orders (?:that are )?(?:still )?(?:open|outstanding|unfinished|awaiting completion|
    not (?:yet )?(?:completed|finished)(?: yet)?)$ -> pending orders
  orders (?:people |customers |they )?(?:sent|shipped|brought|given|gave) back -> returned orders
  (?:what|which|how many orders|how much)(?: (?:%|percent|percentage))?(?: of orders)? (?:gets?|is|are|
    comes?|do we get|goes|go|was|were) (?:sent |taken |coming )?(?:returned|back) in % -> return rate
  (?:what|which) (?:%|percent|percentage|share)(?: of (?:the |our |all )?orders)? (?:gets?|is|are|comes?|
    do we get|goes|go|was|were) (?:sent |taken |coming )?(?:returned|back) -> return rate
  (?:how many orders|how much|what) (?:comes?|goes?|gets|is|are) (?:sent )?back,? in (?:%|
    percent) -> return rate
  (?:returns?|returned) (?:ratio|quota|percentage|pct|%)(?! of) -> return rate
  (?:%|percent|pct) (?:of )?returned -> return rate
  returns? rates? (?=by|per|across|in|for) -> return rate 
  (?:%|percent|pct) (?:of )?(?:cancelled|canceled) (?=by|per|across) -> cancel rate
  (?:cancellation|cancel) rates? (?=by|per|across) -> cancel rate 
  rate across -> rate by
  (?:print|output|spit out|export list of) (customers|orders|products|clients) -> list $1
  (customers|clients|buyers|orders|accounts) (?:located|based|situated|sitting|residing|living|resident|
    domiciled|headquartered) (?:in|out of|at) -> $1 in
`;
