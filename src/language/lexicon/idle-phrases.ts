/** What people say around a question in whole phrases: none of it says which figures are meant. */

const any = (text: string): string => `(?:${text.trim().replace(/\n {2}/g, '')})`;

const DAY = any(`(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri`);
const CLOCK = any(`\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\.?|o'?clock)?`);
const TIME = any(`
  (?:at|by|around|before) ${CLOCK}|(?:by |before |on |this |for )?(?:(?:today|tonight|tomorrow|tmrw|tmr|
  ${DAY})(?: (?:morning|afternoon|evening|night|noon))?|noon|lunch(?:time)?|eod|cob|midday|
  (?:the )?end of (?:the )?day)|this (?:morning|afternoon|evening)|in (?:an hour|\\d+ ?(?:min|mins|minutes|
  hours?|h))|later|soon|now
`);
const EVENT = any(`
  (?:(?:board|team|staff|weekly|monthly|quarterly|annual|client|customer|supplier|investor|budget|zoom|
  teams|strategy|kick-?off|exec|leadership|all|internal|next|big|pitch|slide|sales|marketing|company|
  ${DAY}|${CLOCK}|morning|afternoon)[ -])*
  (?:meeting|mtg|call|deck|slides?|slide ?deck|powerpoint|ppt|presentation|preso|pitch|review|report|
  newsletter|standup|stand-up|sync|workshop|board|memo|interview|townhall|town hall|all-hands|hands|
  demo|essay|blog(?: post)?|conference|appointment|update|briefing|dashboard|handover|
  offsite|audit|tax return|vat return|bookkeeping|rota|roster|trip|visit|plan|plans|planning|budget|packs?|
  mailshot|mailing|mail-?out|brochure|catalogue|party|fair|trade show|expo|stock-?take|year[- ]end|tender|
  loan|cards|xmas cards|christmas cards|bonus(?:es)?|press release|paperwork|records|files|talk|speech|bins|
  shelves|shelf space|labels)
`);
const EVENT_AT = `(?:${EVENT}|[1-9]\\d?(?:[:.]\\d\\d)? ?[ap]m)`;
const PERSON = any(`
  (?:big |grand |dear |new |old )?(?:boss(?:es)?|manager|supervisor|team lead|ceo|cfo|coo|cmo|cto|vp|md|
  gm|founders?|owner|director|head of \\w+|colleagues?|coworkers?|co-worker|accountants?|bookkeeper|
  investors?|auditors?|bank manager|finance(?: team| dept| department| guys| people)?|accounting|
  accounts dept|marketing(?: team| dept| department| guys| people)?|ops|hr|management|legal|
  controlling|controller|procurement|(?:sales|support|design|product|data|press|pr) (?:team|guys|people|
  dept|department)|bank|landlord|taxman|tax (?:office|man|people|advisor|adviser)|insurers?|insurance|intern|mum|mom|dad|wife|husband|partner|guys in the office|upstairs|
  board)
`);
const WHOSE = "(?:(?:the|my|our|his|her|a|an|some|today'?s|tomorrow'?s|this|that|next) )";
const OPEN_EVENT = '(?! (?:in|of|last|this|after|before|until|and|or|by|vs)\\b)';
const GOOD = any(`
  (?:so |super |really |very |much |most |just |absolutely )*(?:great|nice|lovely|helpful|good|awesome|
  amazing|perfect|useful|appreciated|ideal|handy|cool|fab|fabulous|fantastic|ace|sweet|brilliant|wonderful|
  a (?:great |big |huge )?help|a lifesaver|a dream)
`);
const ASKS_FOR = any(`
  ask(?:ing|ed|s)?|wants?|wanted|wanting|needs?|needed|wondering|wonders|bugging|nagging|pestering|chasing|
  hassling|requested|requests?|demands?|demanded|insists?|curious|waiting|interested
`);

/** Passed over wherever they stand. */
export const IDLE_PHRASES: readonly string[] = [
  // What it is for.
  `(?:(?:i|we|they|he|she)(?:'ll| will)? )?(?:(?:just|really|only|also) )?(?:need|want|needed|wanted|due|
  required|asked|asking|have to present|must present|presenting)(?: (?:it|this|that|them|these|those))?
   (?:for|by|before|b4|at|in|on) ${WHOSE}?(?:${EVENT}|${PERSON}|${CLOCK}(?= ?$|
  [,.)]))(?: ${TIME})?${OPEN_EVENT}`,
  `(?:its|it's|this is|that's|thats|it is) for ${WHOSE}?(?:${EVENT}|${PERSON})(?: ${TIME})?${OPEN_EVENT}`,
  `(?:needed?|want(?:ed)?) (?:it |this |that |them )?${TIME}(?= ?$|[,.)!?])`,
  `(?:for|b4|before|during|ahead of|in time for|prior to) ${WHOSE}${EVENT_AT}(?: with (?:${WHOSE})?${PERSON})?
  (?: ${TIME})?${OPEN_EVENT}`,
  `(?:for|b4|before) (?:${DAY}|${CLOCK}|today|tomorrow)(?:'?s)? (?:meeting|call|deck|review|board|sync|
  standup)`,
  `(?:for|b4|before) (?:${EVENT})(?= ?$|[,.:;)])`,
  `for ${WHOSE}(?:boss|manager|ceo|cfo|accountants?|bookkeeper|investors?|board|auditors?|
  colleagues?)(?: ${TIME})?`,
  `(?:before|b4|until) (?:i|we|he|she|they) (?:go|head|leave|jump|walk|get|run|start|talk|speak|call|meet|
  ring|e-?mail|present|send|write|join|dial|log)\\b(?: (?:in|into|on|to|for|off|out|up|home|with|the|my|our|
  a|it|this|that|them|him|her|back|${EVENT}|${PERSON}|${TIME}))*`,
  `${WHOSE}?${PERSON}(?:'s| is| are| was| were)?(?: (?:just|really|always|keeps?|kept|again|already|now|has|
  have|been|still))* ${ASKS_FOR}(?: (?:me|us|you))?(?: (?:for|about|to (?:know|see|have|get|understand)|
  on|if))?(?: (?:it|this|that|them))?`,
  // Please and thank you.
  `(?:thx|thnx|thanx|thanks|thank (?:you|u)|tnx|ta|cheers|many thanks|much obliged)(?: (?:a (?:million|lot|
  bunch|ton|mil)|so much|very much|in advance|heaps|loads|again|everyone|all|guys|team|mate|tons|man))*`,
  '(?:pretty|very) please|please and (?:thank you|thanks)|much appreciated|appreciate (?:it|your help)',
  `(?:(?:that|it|this|which) )?(?:would|will|'d|wud) be ${GOOD}(?: (?:for|to) (?:me|us|have|know|see))?`,
  `(?:(?:that|it|this|which) )?(?:would|will|'d|wud) (?:really )?(?:help|save|make)(?: (?:me|us|my|a|an|lot|
  loads|day|time|tons|massively|out|so|much|hugely|hour))+`,
  `if (?:(?:it|that)(?:'?s| is)) (?:not )?(?:too |so |really )?(?:much )?(?:of )?(?:a |an )?(?:trouble|hard|
  easy|ok|okay|possible|difficult|hassle|problem|alright|fine|bother|available|doable)`,
  `if (?:you|u|ya) (?:can|could|don'?t mind|have (?:time|a (?:sec|minute|moment))|would|know|please|get a
   chance|wouldn'?t mind|may)|if possible|if (?:i|we) may|if any`,
  `when(?:ever)? (?:you|u|ya)(?:'re| are)? (?:can|get|have|free|ready)(?: (?:a|some|the|it))*(?: (?:min|mins|
  minute|minutes|sec|second|moment|chance|time|free|mo|tick))?`,
  `no (?:rush|hurry|worries|idea how to (?:ask|say|put) (?:this|that|it)(?: properly| better| right)?|stress|
  pressure|offen[cs]e|biggie|big deal|prob(?:s|lem)?|drama)`,
  `(?:it'?s |its )?not (?:urgent|a rush|in a hurry|kidding|joking|sure (?:how|if|what|where)[^,.;?!()]*)`,
  // Who asks, and why.
  `(?:i'?m|i am|im|being|am) (?:so |still |quite |fairly |pretty |totally |brand |a bit |really )*(?:new|lost|
  confused|stuck|late|busy|tired|curious|sorry|blind|stupid|nervous|just curious|the new \\w+|an? \\w+
   intern)(?: (?:here|to (?:this|the (?:team|job|company|bot|channel))|with this|at this|in this (?:job|team|
  role|channel)))*`,
  `(?:i'?m|i am|im) (?:on|in|at) (?:my|the|a|an) (?:phone|mobile|meeting|call|train|taxi|cab|airport|
  client'?s?|customer'?s?|road|way(?: to [^,.;?!()]*)?)`,
  `(?:out of|for my own|just out of) (?:interest|curiosity)|asking for a (?:friend|mate|colleague)|
  (?:stupid|silly|dumb|daft|basic|quick|random|weird|odd|small|simple|another|one more|last|easy|
  serious) (?:q|
  qs|qn|question|ques|query|one)(?: (?:maybe|but|though|from me|here|pls|please|for (?:you|u)))*`,
  `(?:i|we) (?:bet|reckon|guess|suspect|swear|imagine|wager)(?: that)?`,
  `(?:(?:i|we) )?(?:don'?t|dont|do not|can'?t|cant|cannot|didn'?t|couldn'?t) (?:have|remember|find|see|open|
  recall|trust|read|access|know)(?: (?:the|my|that|this|it|a|any|where|our|how to|excel|old|right|full))*
  (?: (?:files?|sheets?|excel|spreadsheet|report|numbers?|figures?|answer|data|dashboard|laptop|system))
  (?: (?:on me|handy|here|anymore|right now|at hand|with me|to hand|open|atm))?`,
  `(?:you|u|ya) know what (?:i|we) mean|if (?:you|u) know what i mean|iykwim|ykwim|
  (?:if|hope) (?:that|this) makes (?:any )?sense|does (?:that|this) make sense|make(?:s)? sense`,
  // How to answer.
  `short (?:answer|version|reply)(?: (?:please|pls|only|will do|is fine))*|just the headline(?: (?:number|
  figure))?|keep it (?:short|simple|brief)|make it (?:quick|short|snappy)|in (?:a|one) (?:sentence|word|
  nutshell|glance)|one[- ]liner|(?:a )?(?:ballpark|rough (?:idea|number|figure))(?: is fine| will do| of)?|
  off the top of your head|to be (?:honest|fair|frank|sure|precise)|at (?:the|your) earliest(?: convenience)?|
  to the best of your knowledge|as far as (?:you|u|we|i) (?:know|can (?:tell|see))`,
  // Asking somebody.
  `do (?:me|us) a (?:favou?r|solid)(?: and)?|do the needful(?: and)?|be so kind(?: as to| and)?|be a (?:star|
  dear|love|legend|pal|darling|gem)(?: and)?|would (?:you|u) be able to|are (?:you|u) able to|
  (?:would|do) (?:you|u) mind|is (?:it|there) (?:possible|a way|any way|any chance)(?: (?:to|of|for (?:you|u)
   to|that (?:you|u) (?:can|could)))?|any (?:chance|way|possibility)(?: (?:of|to|(?:you|u|we|i|
  someone) (?:can|
  could)))?`,
  `(?:is |are )?(?:any(?:one|body)|some(?:one|body)|you|u) (?:able|free|willing|around|there|here)(?: (?:to|
  who (?:can|could|knows?)))?`,
  `(?:would|'d|i'?d|id) (?:really |just )?(?:love|like|be (?:keen|happy|curious|interested))(?: (?:to
   (?:see|know|have|get|find out|understand|learn)|in|if (?:you|u) could))?`,
  `(?:i'?m|i am|im|we'?re|we are|was|were) (?:just |really |only )?(?:after|looking for|looking (?:at|into)|
  interested in|trying to (?:find|get|see|work out|figure out|understand|know)|keen on|hoping (?:for|to
   (?:see|get|know)))`,
  `(?:pull|put|throw) together|(?:come|coming) (?:back to (?:me|us) with|up with)|get back to
   (?:me|us) (?:with|on)|hit me with|drop (?:me|us)|shoot (?:me|us|over)|(?:ping|slack|mail|e-?mail|send|
  text|message|dm) (?:me|us|over)|run (?:me|us|the (?:numbers|figures|report) (?:on|for)|
  a (?:quick )?(?:query|
  report|check) (?:on|for|of))|spit out|work out|figure out|find out|look (?:up|into|at)|dig (?:out|up|into)|
  remind (?:me|us)(?: (?:of|about))?|walk (?:me|us) through|talk (?:me|us) through|fill (?:me|us) in on|
  break it (?:down )?for (?:me|us)|help (?:me|us)(?: out)?(?: (?:with|find|get|see|understand))?|
  let (?:me|us) (?:have|see|know|get)`,
  "while (?:you|u|ur|you're|we|i)(?:'re|'m| are| am|re| r)? at it|in ages|for ages|" +
    'everything (?:i|we) (?:need|have|should|ought) to know(?: about)?|' +
    '(?:tell|give) me (?:everything|all)(?: about)?|(?:the )?(?:full|whole) (?:picture|story)',
  // Strong words.
  `on earth|in the world|in hell|the (?:hell|heck|fuck|f|devil)|for (?:god|heaven|pete|christ)'?s sake|
  holy \\w+`,
].map(phrase => phrase.replace(/\n {2}/g, ''));

/** A part of a text that is nothing else. */
export const IDLE_PARTS: readonly string[] = [
  `(?:that |this |it |which )?(?:feels?|sounds?|seems?|looks?)(?: like)? (?:a bit |too |very |so |really |
  quite |
  kinda |way )*(?:a lot|loads|much|many|few|little|high|low|off|wrong|odd|weird|strange|fishy|funny|crazy)
  (?: (?:to|for) (?:me|us))?`,
  `(?:as )?(?:we|you|u|i) (?:all )?(?:already )?know (?:those|that|them|it|this|already|
  the rest)(?: already| anyway)?`,
  `(?:the )?(?:mean|median|average) is (?:rubbish|useless|misleading|skewed|no use)(?: here)?`,
  `(?:just )?(?:the |those |these )?(?:two|2|both) (?:totals?|numbers?|figures?|sums?|amounts?)`,
  `help|anyone|somebody|someone|any ideas?|please help|ideas|thoughts|you there|u there|are (?:you|u) there`,
].map(phrase => phrase.replace(/\n {2}/g, ''));

const SHOWN = any(`
  dates?|day|names?|who|whose|when|amounts?|total|values?|figures?|how much|which one|which|sum|customers?|
  number
`);
/** What the answer to a ranking shows anyway, at its end: "our best day, date and amount". */
export const SHOWN_ANYWAY = new RegExp(
  '(?<=\\b(?:best|biggest|largest|highest|busiest|worst|smallest|lowest|top|' +
    'first(?! (?:quarter|half|week|month))|latest|last order|strongest|weakest)\\b.*)\\s*[,:;(–-]+\\s*' +
    `(?:(?:and )?(?:who|when|which one|how much|date|who was it|when was it)|(?:the )?${SHOWN}` +
    `(?: ?(?:,|and|n|&|\\+|plus) ?(?:and )?(?:the )?${SHOWN})+)\\)?\\s*[?.!]*$`,
  'i',
);
