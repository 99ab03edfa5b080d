import { pattern, type Same } from './same.js';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const FELL =
  '(?:drop|fall|fell|dip|decline|crash|tank|slump|go down|go backwards|lose ground|rise|grow|jump|go up)';

/** Months by their first letters in a forecast. */
const FULL_MONTHS: Same = (
  'january february march april june july august september october november december'.split(' ') as string[]
).map(month => [new RegExp(`(?<=^forecast (?:for )?)${month.slice(0, 3)}\\b`, 'i'), month] as const);

/** The same of figures, ratings and periods. */
export const SLANG_OF_FIGURES: Same = [
  // Counts and means.
  [
    pattern(
      'gi',
      '\\b(?:on average,? )?how many (lines|items|units|pieces|products|positions) (?:are |is |',
      'do we have |there are |go |usually |normally |typically |on average )*',
      '(?:on|in|into|to|per) (?:one|an|a|each|the average|a typical|an average) (?:single ',
      ')?(order|basket|invoice|bill)\\b(?: on average)?',
    ),
    '$1 per $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(median\b.*?)[,.;( -]+(?:and )?(?:not|instead of|rather than|no) (?:the |an? `,
      String.raw`)?(?:mean|average|avg)\b\)?`,
    ),
    '$1',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:what (?:does|do|did|is|was)|how (?:big|large|much) (?:is|was)) (?:an? |the |our `,
      ')?(?:typical|normal|usual|average|mean) (?:order|basket|invoice|purchase)(?: looks? ',
      String.raw`like)?,? \(?(?:median|med)\)?`,
    ),
    'median order',
  ],
  [/\bcnt\b/gi, 'count'],
  [
    /\b(?:count|number|volume|how many)(?:,| and| &| n| \+) (?:value|amount|worth|how much|total)\b/gi,
    'orders and revenue',
  ],
  [
    /\b(?:size|value|worth) of (?:the |an? )?(?:average|avg|typical) (order|basket|cart)\b/gi,
    'average $1 value',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:avg|average|mean|typical) (?:receipt|till receipt|cheque|check|bon|spend|purchase `,
      String.raw`amount|sale amount)(?= |$|\?)(?! (?:per|by|of a|a) (?:customer|client|head|buyer))`,
    ),
    'average order value',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow (?:do|did|are) (?:the )?(.+?) (?:stack up|rank|fare|perform|sell)(?: against each `,
      String.raw`other)?(?=\s*\??$)`,
    ),
    'sales by $1',
  ],
  // Ratings.
  [
    pattern(
      'gi',
      String.raw`\b(?:who )?(?:gave|rated|scored|left|leave|rate|give) (?:us )?(?:an? )?(\d)(?:[- `,
      String.raw`]stars?)?(?: (?:rating|review|out of 5|out of five))?(?=[?!,.]| (?:how|and|in)\b|$)`,
    ),
    'rating $1',
  ],
  [/\b(\d)[- ]stars? (?:ratings?|reviews?|purchases?|orders?|sales)\b/gi, 'orders rating $1'],
  [/\b(\p{L}+)[- ]speak(?:ers|ing)(?: (?:customers|people|clients))?\b/giu, '$1'],
  // A field that makes a difference.
  [
    pattern(
      'giu',
      '^(?:does|do|did|is|has) (?:the )?(\\p{L}+(?: \\p{L}+)?) (?:matter|make a difference|',
      'have (?:an |any )?(?:effect|impact|influence|bearing)|influence|affect|impact|drive)',
      '(?: (?:much|really|at all))*(?: (?:for|to|on|in))? (?:the |our |how much )?(average ',
      'order(?: value)?|avg order(?: value)?|order value|basket(?: size)?|ticket(?: size)?|',
      'revenue|sales|orders?|ratings?)(?: size)?\\b',
    ),
    '$2 by $1',
  ],
  // One period beside the one before.
  [
    pattern(
      'giu',
      `\\bwhy (?:did|do|has|have|was|were) (?:\\p{L}+ ){0,3}?${FELL}(?: \\p{L}+){0,2}? from `,
      `(${MONTH}) to (${MONTH}) ((?:19|20)\\d\\d)`,
    ),
    'why $2 $3 vs $1 $3',
  ],
  [
    pattern(
      'gi',
      '\\b(?:(?:was|is|how was|compare) )?(last|this) (month|quarter|year|week) (?:was |is |',
      'were )?(?:(?:a bit|much|way|so|any) )*(?:weaker|stronger|better|worse|lower|higher|',
      'slower|down|up|slow|compared|vs\\.?|versus|with|against)',
      '(?: (?:than|on|vs|with|to|from|against))? (?:the )?(?:one|month|quarter|year|week|yr) ',
      '(?:before|prior|earlier|previous)\\b(?:,? right)?(?:[?,. ]+(?:how (?:bad|much|big)|and ',
      'by how much|by how much|plus the change|how bad is it))?',
    ),
    'compare $1 $2',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(q[1-4]|h[12]) (?:go|going|do|doing|look|looking|was|end up|turn out|went|did|`,
      String.raw`perform) (last|this) year\b`,
    ),
    '$1 $2 year',
  ],
  [
    pattern(
      'gi',
      '^(?:do|does|did) (?:any )?(?:people|ppl|customers|folks|they|any(?:one|body)|clients) ',
      '(?:ever |actually |even |really )?(?:order|buy|shop|purchase)(?: anything| stuff)? ',
      '(?=(?:on|in|at) )',
    ),
    'orders ',
  ],
  [
    /\b((?:mon|tues|wednes|thurs|fri|satur|sun)days?) (?:biz|business|trade|takings|turnover)\b/gi,
    'sales on $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\b(?:exactly|only|just) once(?:,| and| n| &| but)+ (?:then )?never (?:(?:came|come|been|`,
      'bought|ordered|seen|heard of|returned|back|again) ?)+',
    ),
    'only once ',
  ],
  [/^(?:predict|project|estimate|extrapolate)(?: the| our)? /gi, 'forecast '],
  [
    pattern(
      'giu',
      String.raw`^(?:the )?("[^"]+"|[\p{L}\d .&'-]{3,40}?) (?:is|are|makes? up|accounts? for) (?:what|`,
      'which|how (?:much|big))(?: an?)? (?:share|percent|percentage|%|part|portion|proportion|',
      String.raw`fraction) of (?:our |the |all |total )*(revenue|sales|turnover|orders|units)\b`,
    ),
    'what share of $2 is $1',
  ],
  [
    pattern(
      'gi',
      String.raw`(?<=\b(?:share|percent|percentage|part|%) of (?:our |the |all |total )*(?:revenue|sales|`,
      'turnover) (?:is|are|comes? from) )"([^"]+)"',
    ),
    '$1',
  ],
  [
    pattern(
      'gi',
      String.raw`,? ?\(?(?:in )?(?:pieces|units|items|qty|quantity),? not (?:in )?(?:\$|£|€|money|`,
      String.raw`revenue|dollars|euros|value|cash|amounts?)\)?(?=\s|$|[?!.,])`,
    ),
    '',
  ],
  [/\b(?:lumped|added|put|taken|grouped|rolled|thrown|counted|summed)(?: up)? together\b/gi, 'together'],
  [/\bvery (?=(?:first|last|best|worst|biggest|top|latest|smallest)\b)/gi, ''],
  [/\b(?:went|gone|going|go) (?:backwards?|south|downhill)\b|\b(?:lost|losing) ground\b/gi, 'shrank'],
  [
    pattern(
      'gi',
      String.raw`\b(?:that |which |who )?(shrank|grew|fell|dropped|declined|rose) from '?((?:19|`,
      String.raw`20)?\d\d) to '?((?:19|20)?\d\d)\b`,
    ),
    '$1 in $3 vs $2',
  ],
  [
    pattern(
      'gi',
      String.raw`,? ?\b(?:in )?(?:%|percent|pct|percentages?|shares?)(?: for)?(?: of)? each(?: `,
      String.raw`one)?(?=\s*(?:[?!.,]|$))`,
    ),
    ' in percent',
  ],
  [/,? ?%(?: for)?(?: of)? each(?: one)?(?=\s*(?:[?!.,]|$))/gi, ' in percent'],
  [
    pattern(
      'giu',
      `^(${MONTH}(?: (?:19|20)\\d\\d)?|q[1-4](?: (?:19|20)\\d\\d)?|(?:last|this) (?:month|week|`,
      `quarter|year)|(?:19|20)\\d\\d) (?:was|is|looks?|looked|seems?|seemed) (?:(?:so|really|`,
      `very|pretty|quite|absolutely|a bit|rather) )*(?:massive|huge|great|strong|weak|slow|`,
      `terrible|awful|dead|bad|amazing|insane|crazy|low|high|quiet|poor|good|down|up|rubbish|`,
      `shocking|brilliant|incredible|mad|dire|soft|off|big|excellent|fantastic)[ `,
      `,.!;:-]+(?:why|how come|what happened|any idea why|reasons?)(?= ?[?!.]*$)`,
    ),
    'why sales in $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bwho (?:closed|sold|shifted|brought in) (?:the )?most\b(?=.*\b(?:reps?|sellers?|`,
      String.raw`salespe\p{L}+|agents?)\b)`,
    ),
    '',
  ],
  [
    pattern(
      'gi',
      '\\b(?:active|ordering|buying) (customers|clients|buyers|accounts|shoppers)(?=.*\\b(?:',
      MONTH,
      '|q[1-4]|months?|quarters?|weeks?|years?|(?:19|20)\\d\\d)\\b)',
    ),
    'number of $1',
  ],
  // How many bought at all, and what is sold badly.
  [
    pattern(
      'gi',
      '\\bhow many (?:different |unique )?(?:customers|clients|buyers|people|shoppers) (?:have )?(?:ever )?',
      '(?:ordered|bought|purchased|shopped)(?: (?:anything|something|stuff))?(?: (?:from|with|at) us)?',
      '(?= (?:in|during|last|this|since|on)\\b|\\s*[?!.]*$)',
      '(?!.*\\b(?:again|but|and|not|never|more|once|twice)\\b)',
    ),
    'number of customers',
  ],
  [
    /\b(?:what|which (?:products|items)) (?:flops|flopped|bombed)\b|\b(?:the |our )?(?:flops|duds)\b/gi,
    'worst sellers',
  ],
  [/\bselling like (?:hot ?cakes|crazy|mad)\b|\bflying off (?:the|our) shelves\b/gi, 'selling best'],
  // An overview by other names.
  [
    pattern(
      'gi',
      '\\b(?:a |the )?(?:quick |short |brief )?(?:rundown|run-down|recap|wrap[- ]?up|',
      'lowdown|low-down|snapshot|state of play|gist|big picture)(?: (?:of|on|for|in|about))?(?= )',
    ),
    'overview of',
  ],
  [
    pattern(
      'giu',
      '^(?:and |so )?how (?:big|important|large|significant) (?:is|was) (?:the )?',
      '(?!(?:our|an?|average|avg|typical|biggest|each|first|last|gap|drop|difference|segment|order|',
      'basket)\\b)',
      "([\\p{L}\\d .&'-]{2,30}?)(?: (?:for|to) us)?(?=\\s*[?!.]*$)",
    ),
    'what share of revenue is $1',
  ],
  [/^any(?:one|body) (?:from|in) (.+?) (?:ordering|buying|shopping)(?=\s*[?!.]*$)/gi, 'orders from $1'],
  [
    pattern(
      'gi',
      "\\b(yesterday|today|(?:last|this) (?:week|month|quarter|year))'?s ",
      '(?=(?:sales|revenue|orders|numbers|figures|takings|turnover|total)\\b)',
    ),
    '$1 ',
  ],
  [
    pattern(
      'gi',
      '^(?:sales |revenue )?ytd (?:vs\\.?|versus|against|compared (?:to|with)) ',
      '(?:(?:last|prior|previous) (?:ytd|year)|ly)\\b',
    ),
    'compare this year',
  ],
  [
    /^how far (?:behind|ahead of|above|below|off) last (year|month|quarter) (?:are|were) we\b/gi,
    'compare this $1',
  ],
  [
    /\bchurned(?: (?:customers|clients|ones|accounts|buyers))?\b(?! (?:in|last|this|since|during)\b)/gi,
    'lost customers',
  ],
  [
    pattern(
      'gi',
      '\\b(?:avg|average|mean|typical) (?:spend|revenue|sales|value) (?:of|for|from|per|by) ',
      '(?:an? |each |one |our |the )?(?:clients?|customers?|buyers?|shoppers?)\\b',
    ),
    'average revenue per customer',
  ],
  [
    /^(?:items|units|pieces) (?:per|in a|in an|in each) (?:basket|order|invoice|cart|sale)\b/gi,
    'average units per order',
  ],
  [
    pattern(
      'gi',
      '^how (?:big|large|high|small|much) (?:is|was) (?:our |the )?',
      '(biggest|largest|highest|smallest) (?=order|invoice)',
    ),
    '$1 ',
  ],
  ...FULL_MONTHS,
];
