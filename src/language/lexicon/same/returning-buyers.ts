import { pattern, type Same } from './same.js';

const PEOPLE = '(?:customers?|clients?|buyers?|shoppers?|people|accounts?|folks|ones|guys)';
const END = '(?=(?:,? (?:pls|plz|please|thanks|thx|ty|kindly))?\\s*[?!.]*$)';
const PERIOD =
  '((?:[a-z]+ )?(?:19|20)\\d\\d|(?:q[1-4]|h[12])(?: (?:19|20)\\d\\d)?|(?:last|this) (?:year|month|quarter)|' +
  '(?:(?:last|this) )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?:19|20)\\d\\d)?)';
const JOINED =
  '(?:joined|started|came on board|signed up|opened|won|gained|acquired|got|landed|started with)';
const AGAIN =
  "(?:(?:have|had|'ve) )?(?:still )?(?:(?:came|come|been|were|was) back|returned|(?:re-?)?ordered(?: again)?|" +
  '(?:re-?)?bought(?: again| anything| something)?|were (?:still )?(?:ordering|buying|active|around|here)|' +
  'stayed|are still (?:ordering|buying|around|here))';

/** Those who are new, and those who came back. */
export const RETURNING_BUYERS: Same = [
  // Those who came back.
  [
    pattern(
      'giu',
      `^(?:out )?of (?:the |our |all )*(?:${PEOPLE}|those) (?:who |that |we |which )*${JOINED}`,
      ` (?:in |during )?${PERIOD},? `,
      `how many(?: of them)? ${AGAIN} (?:in |during )?${PERIOD}`,
      END,
    ),
    'of those who joined in $1, how many still bought in $2',
  ],
  [
    pattern(
      'giu',
      `^(?:out )?of (?:the |our |all )*(?:${PEOPLE}|those)(?: (?:who|that|we))*(?: (?:from|of`,
      '|in|bought in|ordered in|',
      `had in|active in|had))+ ${PERIOD},? how many(?: of them)? ${AGAIN} (?:in |during )?${PERIOD}`,
      END,
    ),
    'how many customers bought in both $1 and $2',
  ],
  [
    pattern(
      'giu',
      `^(?:who )?(?:ordered|bought|purchased|shopped)(?: in)? ${PERIOD},? (?:and|&) (?:(?:again|also) )*(?:in )?`,
      `${PERIOD}(?: too| also| as well| again),? ?[-–]? ?(?:how many|number|count)?(?: (?:of )?${PEOPLE})?`,
      END,
    ),
    'how many customers bought in both $1 and $2',
  ],
  [
    pattern(
      'giu',
      `^(?:ordered|bought|purchased|shopped) in ${PERIOD},? (?:but|and) (?:not|never|nothing)`,
      `(?: in)? ${PERIOD},? ?(?:how many|number|count)?`,
      END,
    ),
    'how many customers bought in $1 but not in $2',
  ],
  [
    pattern(
      'giu',
      '\\b(?:what |which )?(?:percent(?:age)?|share|proportion|part|%|pct) of (?:our |the |all',
      ' )?(?:customers?|buyers?|',
      'people|clients) (?:(?:who|that|have|has|ever|did) )*(?:c[oa]me back|return(?:ed)?)(?:',
      ' for)? (?:an?|another|',
      'their|the) (?:second|2nd|further|another)(?: (?:one|time|order|purchase|go|visit))?',
    ),
    'repeat rate',
  ],
  [/\b(?:the )?(?:second|2nd|repeat)[- ](?:purchase|order|buy) (?:rate|share|ratio)\b/gi, 'repeat rate'],
  [
    pattern(
      'giu',
      '^(?:after )?(?:when|how soon|how (?:long|many days)(?: (?:until|till|before|after))?)',
      ` (?:do|does|did|will) (?:our |the |a )*(?:new |first[- ]time )${PEOPLE} (?:usually |typically`,
      ' |normally |on average )*(?:buy|order|come|purchase|shop|return)(?: back)?(?: again|',
      ' back| a second time)?',
      END,
    ),
    'repeat',
  ],
  [
    pattern(
      'giu',
      `\\b${PEOPLE} (?:that |who )?(?:we |i )?(?:have )?(?:only|just)(?: ever)? (?:saw|seen`,
      '|had|served|met|sold to|bought|ordered|came|shopped) (?:once|one time|a single time)\\b',
    ),
    'customers who bought only once',
  ],
  // Those who are new.
  [
    pattern(
      'giu',
      `\\bhow many of (this|last) (year|month|quarter|week)'?s ${PEOPLE} (?:are|were) (?:brand[- ]?)?new`,
      END,
    ),
    'new customers $1 $2',
  ],
  [
    pattern(
      'giu',
      '^new (?:customers|clients|accounts|buyers)\\b(.*?)[,:;( -]+(?:the )?(?:names|list(?:',
      ' them)?|who(?: are they)?|name them|with names)\\)?(?: pls| please)?',
      END,
    ),
    'list customers who joined$1',
  ],
  [
    pattern(
      'giu',
      '\\b(?:brand[- ])?new (?:accts?|accounts?|clients?|customers?|buyers?|logos?) (?:did|have',
      '|do) (?:we|you) (?:open|win|won|gain|get|',
      'add|sign|acquire|land|pick|attract|onboard|make|book|take)(?:n|ed)?(?: (?:up|on|over))?\\b',
    ),
    'new customers',
  ],
  [/\bnew (?:accts?)\b/gi, 'new customers'],
  [
    pattern(
      'giu',
      `\\bnew ${PEOPLE} (?:vs\\.?|versus|and|or|against) (?:${PEOPLE} )?(?:(?:who |that |we`,
      ' )*(?:had|have|knew|know|',
      'were here|bought|ordered|came|been)(?: (?:before|already|earlier))+|from before|old|existing',
      '|known|returning|repeat)',
      `(?: ${PEOPLE})?,?(?: (?:revenue|sales|money|turnover))?`,
    ),
    'new vs returning revenue',
  ],
  [/\b(?:revenue|money|sales)(?: (?:19|20)\d\d)?:? (?=new vs returning revenue)/gi, ''],
  [/\bcustomers who are new (?=(?:this|last|in|since)\b)/gi, 'new customers '],
];
