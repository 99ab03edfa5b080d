/** Reports by other names: forecasts, causes, what goes together, what to do. */
export const REPORTS = String.raw`
  ^where (?:will|do|are|should) we (?:going to |gonna )?(?:land|end up|finish|wind up|be heading|
    heading)$, ^expected (?:sales|revenue)$, ^(?:what's|what is) the (?:outlook|projection|prognosis)$,
    ^f?c?fcst$, ^fcast$, ^(?:what|how much) (?:can|should|do|could) (?:we|you) expect(?: (?:for|in|
    of) (?:sales|revenue))?$, ^(?:estimate |predict |project )?(?:future|upcoming|coming) (?:sales|
    revenue)$, ^(?:crystal ball|look into the future)(?: for)?(?: sales)?$, ^how much will we (?:sell|
    make|take)$, ^what will we (?:sell|make|take)(?: next)?$, ^(?:what's|what is) (?:ahead|coming up|
    coming|in store|next) (?:for|in) sales$, ^sales ahead$ -> forecast
  ^(?:where|how|what) (?:will|are|do|does|is|should) (?:we |the year |this year |it |we going to |
    we gonna )*(?:land|end up|end|finish|close|wind up|turn out|come out)(?: (?:this|
    the) year)?(?: on| at| up)?(?: (?:(?:this|the) year|at year[- ]end|at the end of the year|
    by year[- ]end|by the end of the year))?$ -> forecast this year
  ^(?:the )?(?:projected |expected |predicted |estimated |forecast(?:ed)? )?(?:year[- ]end|eoy|
    full[- ]year|end of year|fy|year end) (?:forecast|projection|outlook|estimate|sales|revenue|total|
    prediction|landing)$, ^(?:forecast|projection|projections|outlook|estimate|prediction|expected sales|
    expected revenue|projected sales|predicted sales|predicted total|expected total|projected total|
    run rate|what's the run rate|what is the run rate) (?:for |of |by |at )?(?:the |this )?(?:full |
    whole |entire )?(?:year|year[- ]end|eoy|end of (?:the )?year)$, ^what will (?:this year|{year}|
    the year) (?:come to|bring|end up at|total|add up to|look like)$, ^what are we (?:looking at|
    heading for|on course for) (?:for |by |in )?(?:the |this )?(?:full |
    whole )?year$ -> forecast this year
  (?:forecast|projection) (?:for )?(?:the )?(?:full|whole|entire) year -> forecast this year
  ^next (month|quarter|week|year)'?s (?:forecast|outlook|projection|prediction)$, ^(?:what's|what is|
    how's|how is|how will) next (month|quarter|week|year) (?:looking like|looking|look like|look|
    shaping up|going to be|gonna be)$ -> forecast next $1
  ^what will ({month}) (?:bring|look like|be like|be)$ -> forecast for $1
  ^(?:can|could|will|do|would|are) we (?:still )?(?:make|get to|hit|reach|crack|manage|going to make|
    do) ({money})(?: (?:this year|by year[- ]end|by the end of the year|
    in {year}))$ -> will we hit $1 this year
  ^is ({money}) (?:this year )?(?:doable|achievable|realistic|possible|feasible|in reach|within reach|
    reachable)(?: this year)?$ -> will we hit $1 this year
  ^are we (?:on schedule|on course|on pace|on the way|well placed|set|bang on|on target|on track) (?:for|
    to hit|to make|to reach) ({money}) this year$ -> will we hit $1 this year

  ^(?:what's|what is|what was|whats|what) (?:behind|causing|caused|the story behind|the reason (?:for|
    behind)|driving|drove)(?: the)? ({period})'?s? (?:dip|drop|fall|decline|slump|rise|jump|spike|peak|
    hole|low|crash|bump|surge|weakness)$ -> why sales in $1
  ^(?:why|how come|reasons? for|explain|what explains|
    what caused)(?: was)?(?: there)?(?: the| a| such a)? (?:dip|drop|fall|decline|slump|rise|jump|spike|
    peak|hole|low|crash|bump|surge) in ({period})$ -> why sales in $1
  ^(?:what|where did it|where did things|what has) (?:went|go|
    gone) wrong in ({period})$ -> why sales in $1
  ^how come ({period}) (?:was|is|were) (?:so |that |this )?(?:slow|bad|weak|low|poor|down|quiet|dead|good|
    strong|high)$ -> why sales in $1
  ^why (?:so|this|that) (?:low|bad|weak|slow|poor|high|good|strong|little|few) (?:sales |
    in )*({period})$ -> why sales in $1

  ^(?:our |the )?(?:product|item) (?:pairs|pairings|combos|combinations|bundles|duos)$, ^(?:what|
    which (?:products|items|things)) (?:gets|get|is|are|ends up|end up|lands|goes|
    go) (?:bought )?in the same (?:order|orders|basket|baskets|cart|invoice)$,
    ^cross[- ]?sell(?:ing)? (?:ideas|opportunities|options|chances|tips|potential)$, ^what (?:should|can|
    could|to|do) (?:we |i )?(?:bundle|pair|pair up|package together|sell as a set)(?: up)?$, ^(?:bundle|
    bundling|pairing|combo|set) (?:ideas|options|opportunities|suggestions)$, ^what (?:pairs|goes|fits|
    combines) (?:well|up|nicely)(?: together)?$, ^(?:common|frequent|usual|popular|
    typical) (?:combinations|combos|pairs|pairings|bundles)(?: of (?:products|items))?$, ^(?:which|
    what) (?:products|items|things|ones)? ?(?:(?:go|goes) hand in hand|pairs? up)$ -> bought together
  ^(?:what|which products|which items) (?:goes|go|sells|sell|pairs|pair|fits|works|
    combines)(?: well| best| nicely)? with (\S+)$, ^what (?:do|did|does)(?: the)? (?:people|customers|
    buyers|shoppers|folks)(?: also)? (?:buy|order|get|take)(?: together| along)? with (\S+)$,
    ^what else (?:do|did)(?: the)? (?:buyers|people|customers)(?: of| who (?:buy|bought))? (\S+) (?:buy|
    also buy|order)$, ^(?:bought|sold|ordered)(?: together)?(?: with| alongside) (\S+)$, ^(?:what's|
    what is) bought (?:alongside|along with|with|together with) (\S+)$,
    ^products (?:bought )?(?:along with|alongside|together with|with) (\S+)$, ^what do (?:people|
    customers) who (?:buy|bought) (\S+) also (?:buy|order|get)$, ^(?:people|customers) who (?:buy|
    bought) (\S+) also (?:buy|bought|ordered)$ -> sales together product:$1
  ^(?:when(?: is| was|'s)? )?(?:the )?best (?:time|times|
    moment)(?: of (?:the )?year)?(?: to sell| for selling| for sales)?$, ^(?:when|
    what time of (?:the )?year|which time of (?:the )?year)(?: do| are| is| did)? (?:we |people |it |
    our )*(?:busiest|sell most|sell best|sell the most|buy|buy most|high season|peak season|peak|busy|
    strong|busy season)(?: in the year)?$, ^(?:our |the )?(?:best|high|busy|peak|strong|main) season$,
    ^seasonal (?:pattern|trend|trends|patterns|swings)$, ^(?:when's|when is|what's|what is) our (?:peak|
    high season|peak season|busy season|busy time(?: of (?:the )?year)?|best season)$, ^which (?:months|
    seasons?) (?:are|is) (?:strong|best|the best|busy|good|weak)$, ^when should we run (?:a |the |
    our )?(?:promotion|promo|sale|campaign|ad|ads)$ -> seasonality

  ^(?:how (?:do|to|should|can|could) (?:we |i )?|what(?:'s| is) the best way to |ways to |tips to |
    any ideas (?:how )?to )(?:win back|keep|treat|handle|approach|save|deal with|retain|re-?engage|
    get back|look after|reactivate|wake up|rescue|hold on to|bring back|serve|work with) (?:the |our |
    these |those )?(.+)$ -> what should we do about $1
  ^(?:any )?(?:ideas|actions?|action plan|plan|game plan|strategy|strategies|tips|advice|recommendations?|
    next steps|recommend something|playbook|what's the play|what is the play|what's the plan|
    what to offer|suggestions?)(?: for| on| about| to)? (?:the |our )?(.*(?:customers|clients|vips?|
    accounts|buyers))$ -> what should we do about $1
  ^(?:who|whom) (?:(?:needs?|is worth|'s worth|deserves?|should get|wants?) (?:a call|attention|calling|
    some attention|a ring|a nudge|chasing|a follow[- ]?up)|(?:to|should (?:we|i)|do (?:we|i) (?:need to|
    have to)|must (?:we|i)|(?:we|i) should|can (?:we|i)) (?:chase|follow up|follow up with|
    get in touch with|talk to|go after|hit up|reach out to|reach|contact|contact first|call first|call|
    ring|phone|email|nudge|speak to|check in with|ping|approach first|
    get hold of))(?: first| today| next| now| this week)?$, ^whos worth a call$, ^(?:call|calling|phone|
    contact|chase) list$ -> who should i call
`;
