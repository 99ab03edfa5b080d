/** One beside another: values, periods, who gained and who lost; limits. */
export const COMPARISONS = String.raw`
  ^(?:put |set |place |show |compare )?(?:the )?(.+?) and (.+?) (?:side by side|head to head|
    next to each other|against each other|one against the other)$ -> $1 vs $2
  ^(?:head[- ]to[- ]head|side[- ]by[- ]side|showdown|face[- ]?off)[:,]? ([a-z]+)(?: and|
    ,)? ([a-z]+)$ -> $1 vs $2
  ^(?:sales |revenue )?(?!.*\d)([a-z][a-z &]*?) (?:next to|beside|alongside|relative to|measured against|
    set against|up against|put against|stacked against) ([a-z][a-z &]*?)$ -> $1 vs $2
  ^(?:who|which(?: one)?|what)(?:'s| is| was| does| did| has)? ?(?:the )?(?:bigger|better|larger|stronger|
    wins?|winning|ahead|in front|on top|leads?|greater|smaller|weaker|
    worse)(?: one)?(?: better| more)?[,:]? ([a-z][a-z &]*?) or ([a-z][a-z &]*?)$ -> $1 vs $2
  ^(?:is|are|was|were) ([a-z][a-z &]*?) (?:ahead of|in front of|behind|outselling|beating|bigger than|
    outdoing|trailing) (?!last|the|this|plan|budget|target|schedule)([a-z][a-z &]*?)$ -> $1 vs $2
  ^(?:do|does|did|are|is) ([a-z][a-z &]*?) (?:sell|sold|selling|do|doing|perform|move|shift) (?:better|
    more|worse|less|faster|slower) than ([a-z][a-z &]*?)(?: (?:in )?({year}))?$ -> $1 vs $2 $3

  ({period})[ -]?(?:next to|beside|alongside|relative to|measured against|set against|up on|down on|on|
    \/)[ -]?({period})(?: comparison| compared)? -> $1 vs $2
  ^(?:was|were|is) ({period}) a (?:better|worse|bigger|stronger|weaker|slower|good|busier) (?:year|month|
    quarter|week|one) than ({period})$ -> $1 vs $2
  ^(?:how far |how much )?(?:are we |were we )?(?:up|down|ahead|behind|
    off)(?: are we| were we)? in ({period}) (?:on|against|over|from) ({period})$ -> $1 vs $2
  ^how far (?:up|down|ahead|behind|off) (?:are|were) we in ({period}) (?:on|against|over|
    from) ({period})$ -> $1 vs $2
  ^from ({year}) to ({year}),? how much did (?:we|sales|revenue) (?:change|grow|gain|lose|shrink|fall|
    rise|drop|move|go up|go down)$ -> $2 vs $1
  ^how much (?:did|have) (?:we|sales|revenue) (?:change|grow|gain|lose|shrink|fall|rise|drop|move|go up|
    go down|grown) from ({year}) to ({year})$ -> $2 vs $1
  ^(?:how (?:did|does|was) )?last (month|week|quarter|year) (?:compare |compared |compares )?(?:with|to|
    vs|against) the (?:month|week|quarter|year|one) before(?: last| that| it)?$ -> compare last $1
  ^last year (?:vs|against|versus) the year before last$ -> compare last year
  ^(?:how (?:are|is) (?:we|it|business) (?:doing |going )?)?(?:compared (?:to|with)|vs|versus|
    against) (?:this|the same) time last year$, ^(?:this|same) time last year(?: comparison| compared)?$,
    ^are we (?:beating|outdoing|outperforming|topping|trailing|lagging) last year$,
    ^(?:up or down )?(?:vs|against|on) (?:ly|last year)(?: ytd)?$, ^(?:vs|
    against) last year(?: to date)?$ -> compare this year
  ^this year vs last year$, ^year to date vs last year to date$,
    ^ytd vs last year to date$ -> compare this year
  ^did (?:business|sales|things|trade) (?:pick up|take off|slow down|drop off|
    slip) in ({period})$ -> compare $1
  ^did (?:we|sales|business|the shop|revenue) (?:grow|shrink|improve|decline|gain|expand|progress|advance|
    go backwards|lose ground|gain ground|increase|decrease) in ({period})$ -> compare $1

  (?:the )?(?:biggest |top |largest |main )?(?:gainers|risers|climbers|growers|improvers|movers up|
    winners|jumps?|leaps?|upswings?)(?: (?:by|among|in|of|for))? (.*?)(?=(?:in )?{year} (?:vs|versus|
    against|over)) -> which $1 grew most
  (?:the )?(?:biggest |top |largest |main )?(?:losers|fallers|decliners|sliders|sinkers|movers down|
    drops?|falls?|dips?|slumps?)(?: (?:by|among|in|of|for))? (.*?)(?=(?:in )?{year} (?:vs|versus|against|
    over)) -> which $1 fell most
  (?:gained|improved|climbed|picked up|advanced|added|progressed|expanded|surged|soared|took off|jumped|
    stepped up)(?: the most| most)?(?=.*{year} (?:vs|versus|against|over) {year}) -> grew
  (?:shot up|rocketed|skyrocketed|ballooned|boomed|leapt|blossomed)(?=.*{year} (?:vs|versus|against|
    over) {year}) -> grew
  (?:nosedived|plummeted|crashed|collapsed|tumbled|dwindled|dived|crumbled|flopped)(?=.*{year} (?:vs|
    versus|against|over) {year}) -> fell
  (?:are |is |have been )?(?:sliding|slid|tanked|tanking|slipped|slipping|dropped off|slowed down|
    slowing down|slowed|sank|sunk|plunged|cut back|went backwards|
    lost)(?: the most| most)?(?=.*{year} (?:vs|versus|against|over) {year}) -> fell
  ^which ([a-z]+(?: lines)?) (?:are|is|were) up (?:in )?({year}) (?:on|over|against|
    vs) ({year})$ -> which $1 grew $2 vs $3
  ^which ([a-z]+(?: lines)?) (?:are|is|were) (?:down|off) (?:in )?({year}) (?:on|over|against|
    vs) ({year})$ -> which $1 fell $2 vs $3
  ^who (grew|fell|shrank)(?= .*{year} vs) -> which customers $1

  half a (?:million|mil|mill|mio), half a mn -> 500k
  a (?:million|mil|mill)(?= |$) -> 1m
  ([\d.,]+) (?:grand|thousand|thou|k) -> $1k
  (\d+) to (\d+)k$, (\d+) ?- ?(\d+)k$ -> between $1k and $2k
  (\d+) (?:to|and) (\d+) (?:grand|thousand|thou)$ -> between $1k and $2k
  between between -> between
  (orders|invoices|customers|clients|purchases|sales) (?:of |worth |from |valued |sized |in the |in a |
    ranging |spending |doing |at |anywhere |that are |who spent )*between ({amount}) (?:and|
    to) ({amount}) -> $1 between $2 and $3
  (orders|invoices|purchases) (?:of |worth |from |valued |sized |in the |in a |ranging |ranging from |
    anywhere from |that are )*({amount}) ?(?:to|-|–|and|till) ?({amount})(?: (?:range|bracket|band|
    bucket))?$ -> $1 between $2 and $3
  (orders|invoices|purchases) (?:(?:that|which|are|were|lying) )*(?:anywhere |somewhere )?(?:between|b\/w|
    btwn|betw) ({amount}) (?:and|to|&) ({amount}) -> $1 between $2 and $3
  (?:show |list |which )?(?:big|large|huge|fat|giant|monster),? ?(orders|invoices|purchases),? (over|
    above) ({amount})$ -> $1 over $3
  (?:show |list |which )?(?:small|tiny|little|mini|micro),? ?(orders|invoices|purchases),? (?:under|
    below) ({amount})$ -> $1 under $2
  (orders|invoices|purchases) (?:where |with |whose )?(?:the )?(?:total|value|amount|sum) ?(?:>|is over|
    is above|over|above|of more than) ?({amount}) -> $1 over $2
  (orders|invoices|purchases) (?:valued|priced|totall?ing|amounting to|coming to|adding up to) (?=over|
    above|more|under|below|less|at) -> $1
  (orders|invoices|purchases) (?:topping|passing|beating|clearing|breaking|
    crossing) ({amount}) -> $1 over $2
  (orders|invoices|purchases) (?:that |which )?(?:topped|cleared|passed|exceeded|broke|crossed|beat|
    hit more than|valued (?:above|over|at more than)|beyond|past|surpassing|
    surpassed) ({amount}) -> $1 over $2
  (?:sub|sub-|under-)[ -]?({amount}) (orders|invoices|purchases) -> $2 under $1
  (?:sub|sub-|under-)[ -]?({amount}) (?:customers|clients|accounts|
    buyers) -> customers who spent less than $1
  ({amount}) ?- ?({amount}) (?:customers|clients|accounts|buyers) -> customers who spent between $1 and $2
  ^(?:which )?(?:customers|clients|accounts|buyers|who)(?: (?:that|who|which))?(?: (?:did|do|does|hit|
    with sales|with|spending|worth|at|spent|spend|doing|came in|are|with revenue))* ?(?:over|above|>|
    more than|north of|upwards of|beyond|past|exceeding|in excess of|topping|topped|passed|broke|crossed|
    cleared|bigger than|greater than|larger than|higher than) ?({money}) ?\$?(?= |
    $) -> customers who spent more than $1
  ^(?:which )?(?:customers|clients|accounts|buyers|who)(?: (?:that|who|which))?(?: (?:did|do|does|
    with sales|with|spending|worth|at|spent|spend|doing|came in|are|stayed|with revenue))* ?(?:under|
    below|<|less than|south of|beneath|shy of|not reaching|didn't (?:hit|reach|make)|lower than|
    smaller than|short of) ?({money}) ?\$?(?= |$) -> customers who spent less than $1
  ^(?:which )?(?:customers|clients|accounts|buyers|who) (?:with |at |of |from |worth |spending |
    doing )?({money}) ?(?:\+|and up|and over|and above|or more|upwards|plus)(?= |
    $) -> customers who spent at least $1
  ^at least ({money}) (?:customers|clients|accounts|buyers) -> customers who spent at least $1
  ^(?:which )?(?:customers|clients|accounts|buyers)(?: (?:that|who|which))? (?:in the |from |between |
    worth |spending |of |who spent |at )*({money}|\d+) ?(?:to|-|–|and) ?({money})(?: (?:range|bracket|
    band|bucket))? -> customers who spent between $1 and $2
  ^(?:which |what )?([a-z]+)(?: (?:that|which|who))? (?:top|tops|topped|clear|clears|cleared|exceed|
    exceeds|exceeded|pass|passes|passed|past|break|breaks|broke|hit more than|north of|beyond|
    with sales over|with more than|doing over) ({money})(?= |$) -> $1 over $2
  (customers|clients|who) (?:(?:that|who|have|has) )?(?:came|come|been) back (?:more than|over) (\d+|
    {n}) times(?: buying)? -> customers with more than $2 orders
`;
