/** Customers: who is new, who comes back, who stays away, who bought what. */
export const CUSTOMERS = String.raw`
  patrons?, punters?, custmrs?, purchasers? -> customers
  (?<=how many )(?:distinct|individual|separate) (?=customers|clients|buyers|people) ->
  (?:distinct|individual|separate) (?:customers|clients|buyers) -> number of customers
  how many (?:people|persons|folks|accounts|clients|customers) (?:ordered|bought|purchased|
    shopped)(?= in| last| this| during|$) -> how many customers
  (\d+|{n}) (?:whales|big spenders|heavy spenders|key accounts|key customers|big customers|
    heaviest buyers|heaviest spenders|main customers|main accounts)$ -> top $1 customers
  (?:key|main|big) (\d+|{n}) customers -> top $1 customers
  (?:who|which {people}) (?:gives?|gave|hands?) us the most(?: business| money| work)? -> top customer
  heaviest (?:buyer|spender|customer) -> top customer
  heaviest (?:buyers|spenders|customers) -> top customers

  newbies, new joiners, rookies -> new customers
  (?:fresh|debut|maiden|first[- ]?ever|virgin) (?:customers|clients|buyers|accounts) -> new customers
  (?:customers|clients|accounts|buyers) (?:that |who )?(?:we )?(?:were |have |had )?(?:won|gained|
    acquired|landed|picked up|signed|signed up|brought on|taken on|took on|added)(?= (?:in|by|per|each|
    last|this|during|since|every)|$) -> new customers
  (?:which |what |the )?(?:customers|clients|accounts|buyers|who)(?: (?:was|were|are|
    is))? new (?:to us )?(in|last|this|during|since) -> new customers $1
  (?:which |what )?(?:customers|clients|accounts|buyers|who) (?:started|began|joined|started out|
    signed up|came aboard|came on board)(?: with us| buying| ordering)? (in|last|this|during|
    since) -> new customers $1
  how many (?:customers|clients|accounts|buyers|people) (?:were|are|was) new -> how many new customers
  how many new customers (in|last|this|during|since) -> how many new customers $1
  how many (?:accounts|customers|clients) did we open -> how many new customers
  new customers? count, customer acquisition count,
    customer acquisition(?= .*count$) -> number of new customers
  (number of new customers .*?) count$ -> $1
  first orders by (month|quarter|year|week) -> new customers by $1
  (?:sales|revenue)?,? ?(?:split of )?(?:sales |revenue )?(?:from |of )?new (?:vs\.?|versus|v|and|against|
    \/|or) (?:regular|old|existing|returning|
    repeat)(?: customers| buyers)?(?: sales| revenue)? -> new vs returning revenue
  split of new vs -> new vs

  (?:how many (?:customers|people|buyers|clients)?|what part of (?:our |the )?customers) ?(?:come|came|
    comes|keep coming) back(?: for more)?,? in % -> repeat rate
  how many (?:customers|people|buyers|clients)? ?(?:buy|order|bought|
    ordered) again,? (?:in )?% -> repeat rate
  (?:what|which) (?:share|part|proportion|percentage|percent|%) of (?:our |the )?(?:customers|people|
    buyers|clients) (?:have )?(?:bought|buy|ordered|order)s? (?:more than once|twice or more|again|
    repeatedly) -> repeat rate
  (?:% of repeat|% repeat|percent repeat|repeat %) ?(?:customers|buyers)?, rebuy rate, re-?buy rate,
    repurchasing rate, come[- ]?back rate, stickiness -> repeat rate
  one[- ]hit wonders among {our}{people}, (?:1x|1-time|once[- ]only|single[- ]buy|
    one[- ]order) (?:customers|clients|buyers|accounts) -> customers who bought once
  (?:customers|clients|buyers) (?:that |who )?(?:never|didn't|did not|haven't) (?:come |
    came )?(?:back )?after (?:one|1|a single|their first|the first) (?:order|
    purchase) -> customers who bought once
  (?:regular|repeating|multi[- ]order|multi[- ]buy|recurring|habitual) (?:customers|clients|buyers|
    accounts) -> customers with more than 1 order
  (?:who|customers who|customers that|clients who|who has|who have) (?:bought|ordered|purchased|buys|
    orders) (?:more than once|twice or more|at least twice|two or more times|multiple times|several times|
    again and again|repeatedly)$ -> customers with more than 1 order
  (?:customers|clients|buyers) with (?:multiple|several|numerous|repeat) (?:orders|
    purchases) -> customers with more than 1 order
  ^who (?:came|comes|keeps coming|keep coming) back(?: for more)?$ -> customers with more than 1 order

  (?:dormant|sleeping|idle|inactive|quiet|silent|absent|asleep) (?:customers|clients|buyers|
    accounts) (\d+ (?:days|weeks|months|years)) -> customers inactive for $1
  (?:customers|clients|buyers|accounts|who|who's|who is|who has) (?:(?:that|who|have|has|are|is|been|gone|
    went) )*(?:dormant|idle|inactive|asleep|dark|off the radar|gone|away|mia|missing|sleeping|absent|
    silent|quiet|awol|out of action) (?:for )?(?:the last |the past |over |more than )?({n} (?:days|weeks|
    months|years)|half a year|a year) -> customers inactive for $1
  (?:customers|clients|buyers|accounts|who) (?:(?:that|who|have|has) )*(?:stopped|quit|ceased|
    last) (?:buying|ordering|shopping|bought|ordered) ({n} (?:days|weeks|months|years)|half a year|
    a year) ago -> customers inactive for $1
  (?:customers|clients|buyers|accounts) (?:without|with no|with zero|minus)(?: an| any)? (?:orders?|
    purchases?) in (?:the last |the past )?({n} (?:days|weeks|months|years)|half a year|
    a year) -> customers inactive for $1
  ^(?:{our})?(?:customers|clients|buyers|accounts|who(?:'s| is| are)?|which (?:customers|clients|
    accounts)) ?(?:(?:that|who|are|is|we|may|might|could|can|be|going|about|to|seem|look|close|on|the|
    verge|brink|edge|of) )*(?:slipping away|slipping|in danger|in peril|wobbling|wobbly|fading|
    fading away|going cold|cooling off|cooling down|growing cold|drifting|drifting off|lose|losing|
    of leaving|about to leave|endangered|shaky|flaky|on thin ice|
    hanging by a thread)$ -> at-risk customers
  (?:endangered|risky|shaky|wobbly|wobbling|vulnerable|flaky|threatened) (?:customers|clients|buyers|
    accounts)(?: \(.*\))?$, ^churn risks?$, ^(?:the )?risk list$ -> at-risk customers
  ^is (.+) (?:in danger|in peril|wobbling|slipping away|drifting away|going cold)$ -> is $1 at risk
  ^(?:are we|are we at risk of|do we risk|is there a risk of) losing (.+)$ -> is $1 at risk
  (?:lapsed|former|ex-?|defected|departed|dead|gone|churned|old lost) ?(?:customers|clients|buyers|
    accounts)(?: (?:who|that) (?:left|are gone))?$, ^churners$, ^past (?:customers|clients) who (?:left|
    are gone|quit)$ -> lost customers
  ^(?:who|which (?:customers|clients|accounts)|(?:customers|clients|accounts|
    buyers)(?: who| that)?)(?:'s| is| has| have| did)? ?(?:we )?(?:left us|left|quit|quit buying|
    quit on us|stopped buying|stopped ordering|stopped shopping|gone|gone for good|defected|departed|
    jumped ship|bailed|disappeared|vanished|lost|lose|dropped out)$ -> lost customers
  ^(?:who|which (?:customers|clients|accounts)|(?:customers|clients|
    accounts))(?:'s| is| are| should| would| usually| ought to)* ?(?:late|due|overdue|late to reorder|
    due to reorder|due an order|due for an order|overdue for an order|behind|behind schedule|
    late with their next order|have ordered by now|be ordering again|be ordering by now|be buying again|
    past their usual rhythm|behind their usual order rhythm|behind their usual rhythm|
    usually would have ordered by now|
    would have ordered by now)(?: (?:by )?now| again)?$ -> overdue customers

  ^(?:{who}) ?(?:was a customer|were customers|customers|active|we had|bought|buyers|purchased|were there|
    was there)? ?(?:in |from )?({year}),? (?:but|and|yet)? ?(?:not|no|without|nothing|skipped|missing|
    gone)(?: in)? ({year})$ -> customers who bought in $1 but not in $2
  ^(?:{who}) (?:(?:bought|purchased|ordered|shopped) )?(?:in |from )({year}),? (?:but|who|and|without|
    yet)? ?(?:skipped|didn't buy in|didnt buy in|did not buy in|buying in|bought nothing in|nothing in|
    not in) ({year})$ -> customers who bought in $1 but not in $2
  ^(?:customers |clients )?(?:bought|purchased|ordered) (?:in )?({year}),? (?:but )?(?:not|without|
    nothing)(?: in)? ({year})$ -> customers who bought in $1 but not in $2
  ^({year}) (?:customers|clients|buyers) (?:missing in|who bought nothing in|gone in|lost in|not back in|
    absent in|who skipped|without|that skipped|not in|who didn't buy in|
    who did not buy in) ({year})$ -> customers who bought in $1 but not in $2
  ^({year}) yes,? ({year}) no(?:,? (?:customers|clients|
    buyers))?$ -> customers who bought in $1 but not in $2
  ^({who}) (?:picked up|snapped up|grabbed|bagged|snagged|scooped up|went in for|splashed out on|
    treated themselves to|shelled out for|took home|has tried|tried|gone for|went with|opted for|
    invested in) -> $1 bought
  ^who (?:hasn't|hasnt|has not|haven't|have not|never) (?:picked up|tried|grabbed|gone for|touched|taken|
    got|had) -> customers who never bought
  ^customers buying -> customers who buy
  (?<=(?:bought|with|buyers of|customers) )([a-z' -]+?) (?:plus|along with|together with|
    alongside) ([a-z' -]+)$ -> $1 and $2
  (?<!\w)(?:people|ppl|folks|persons)(?= |$) -> customers
`;
