/** Periods as they are shortened or talked of. */
export const PERIODS = String.raw`
  yday, yest, ystrday, yestrday, yesterdy, y'day -> yesterday
  (?:last|past|prev|previous|prior) wk -> last week
  this wk -> this week
  lw(?= (?:sales|revenue|orders)| vs|$), l\/w -> last week
  lm(?= (?:sales|revenue|orders)| vs|$) -> last month
  lq(?= (?:sales|revenue|orders)| vs|$) -> last quarter
  pytd, lytd, ly ytd, ytd ly, py ytd -> last year to date
  ty vs ly, ty v ly, ty\/ly -> this year vs last year
  (?:l|p)y(?= (?:sales|revenue|orders)|$), (?<=vs )ly -> last year
  cy(?= (?:sales|revenue|orders)|$) -> this year
  (?:prev|pr) (month|week|year|quarter) -> last $1
  wkly -> weekly
  mthly, mnthly -> monthly
  hrs?(?! dept) -> hour
  hourly (sales|revenue|orders|takings) -> $1 by hour
  ttm, ltm, t12m, l12m, moving annual total, mat(?= (?:sales|revenue|orders)) -> last 12 months
  [tl](\d+)m -> last $1 months
  [tl](\d+)d -> last $1 days
  [tl](\d+)w -> last $1 weeks
  (?:last|past|previous|prior|trailing|rolling) (\d+) ?mo -> last $1 months
  (?:last|past|previous|prior|trailing|rolling) (\d+) ?d -> last $1 days
  (?:last|past|previous|prior|trailing|rolling) (\d+) ?w -> last $1 weeks
  (?:rolling|moving|trailing|most recent) ({n} (?:days|weeks|months|quarters|years)) -> last $1
  (?:in |over |during |for )?the ({n} (?:days|weeks|months|quarters|years)) (?:just gone|gone by|
    past) -> last $1
  (?:in |over |during |for )?(?:the )?(?:last|past|previous) (?:couple of|couple|two) (days|weeks|months|
    quarters|years) -> last 2 $1
  (?:last|past) thirty days -> last 30 days
  (?:last|past) sixty days -> last 60 days
  (?:last|past) ninety days -> last 90 days
  (?:the )?(?:last|previous) full (week|month|quarter|year) -> last $1
  (?:for |in )?the (week|month|quarter|year) (?:before this one|just gone|past|just past|
    that just ended) -> last $1
  (?:for |in )?the last completed? (week|month|quarter|year) -> last $1
  (1|2|3|4)q[ ']?(\d\d|{year}) -> q$1 $2
  (1|2)h[ ']?(\d\d|{year}) -> h$1 $2
  (?:hy|h\/y) ?(1|2)[ ']?({year}) -> h$1 $2
  q ?([1-4])\/(\d\d|{year}) -> q$1 $2
  (?:q|qtr|quarter)[ -]?([1-4])(?: of|,)? ({year}) -> q$1 $2
  (first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half) (sales|revenue|
    orders) ({year}) -> $3 $1 $2 of $4
  (?:final|closing|last) quarter of ({year}|last year|this year) -> fourth quarter of $1
  (?:opening|first) quarter of ({year}|last year|this year) -> first quarter of $1
  (?:back|latter|later|last|tail) half of ({year}|last year|this year) -> second half of $1
  (?:front|opening|early) half of ({year}|last year|this year) -> first half of $1
  final (three|3|six|6) months of ({year}) -> last $1 months of $2
  (?:(?:for|in|over|during|of|throughout|all through|over the course of|in the course of|across|
    all of) )*(?:the )?(?:full|whole|entire|complete|calendar|
    full calendar)(?: calendar)? year ({year}) -> in $1
  (?:throughout|all through|over the course of|in the course of|all over|all across|right through|
    across the whole of) (?:the )?({period}) -> in $1
  fy ?({year}) calendar, calendar ({year}) -> in $1
  way back in ({period}), back in ({period}) -> in $1
  ({month})'?s? (?:numbers|figures|results)$ -> sales in $1
  (sales|revenue|orders|takings) ({month})$ -> $1 in $2
  (?:until|till|til|'til|up to|up until|up till) (?:the )?end of ({year}) -> until 31 december $1
  prior to ({period}) -> before $1
  ({month} {year}) onwards? -> since $1
  (?:thru|through|to) (?:the )?end of ({year}) -> until 31 december $1
  (?:a |the )?(?:rolling|trailing|moving) (?:year|twelve months) -> last 12 months
  across ({year}) -> in $1
  (?:as from|beginning|starting|starting in|starting from|commencing) ({month} {year}|{month}|
    {year}) -> since $1
  (?:from|as from|starting|since) ({month} {year}|{month}|{year}) (?:till|til|until|up to|up until|
    up till|through|to)(?: (?:right )?(?:now|today|date|the present|this day)) -> since $1
  (?:this year|in {year}) until now, this year up to now, this year till now -> this year
  since (?:the )?(?:new year|first of january|1st of january|january 1st|january first|
    beginning of this year) -> since january
  (?:since|from) (?:forever|inception|opening|the (?:very )?(?:beginning|start|opening|outset)|launch|
    day one|day 1|the word go) -> all time
  (?:throughout|in|over|across) (?:our|the) (?:whole |entire )?history -> all time
  (?:over|for|across|in) (?:all (?:the )?years|the whole (?:period|time)|the entire (?:period|time)|
    the years) -> all time
  lifetime (sales|revenue|orders|takings) -> $1 all time
  until now in total, up to now in total, until now altogether -> all time
  (?:per annum|p\.a\.?|annually|each and every year) -> by year
  dow, day[- ]of[- ]week, days? of (?:the )?week -> weekday
  (?:mon|monday) ?(?:-|–|to|through|thru) ?(?:sun|sunday) -> by weekday
  sat(?:urday)? ?(?:\/|\+|&|-) ?sun(?:day)?, wkends?, w\/e, saturdays? and sundays? -> weekends
  (?<=(?:sales|revenue|orders|takings) )mon$ -> on mondays
  (?<=(?:sales|revenue|orders|takings) )tues?$ -> on tuesdays
  (?<=(?:sales|revenue|orders|takings) )weds?$ -> on wednesdays
  (?<=(?:sales|revenue|orders|takings) )thu(?:rs?)?$ -> on thursdays
  (?<=(?:sales|revenue|orders|takings) )fri$ -> on fridays
  (?<=(?:sales|revenue|orders|takings) )sat$ -> on saturdays
  (?<=(?:sales|revenue|orders|takings) )sun$ -> on sundays
  (summer|winter|spring|autumn|fall)'s? (?=sales|revenue|orders|takings) -> $1 
  (?:from|for|on a|on an|of|how (?:are|were|do)|what do|what did) (mon|tues|wednes|thurs|fri|satur|
    sun)days?'?(?: (?:bring|bring in|do|sell|look|go|make))*$ -> sales on $1days
  (sales|revenue|orders|takings) (?:from|for|on a|of) (mon|tues|wednes|thurs|fri|satur|
    sun)days? -> $1 on $2days
  (mon|tues|wednes|thurs|fri|satur|sun)days' (sales|revenue|orders|takings) -> $2 on $1days
  revenue sales on -> sales on
  (?:over |during |in |for |at )?(?:the )?(?:holidays|holiday season|holiday period|festive season|
    festive period|festivities|chrimbo|crimbo|yuletide|noel) -> christmas
  (?:throughout|across|over the course of|during) the day -> by hour
  (?:does|do|did|how (?:does|do|did)) (sales|revenue|orders|takings) (?:vary|differ|change|fluctuate|
    look) (?:by|per|across|over) -> $1 by
`;
