import { pattern, type Same } from './same.js';

/** Customers: who they are, and what they did. */
export const CUSTOMERS: Same = [
  [/\b(list|show(?: me)?|give me|find) (?:everyone|everybody)\b/gi, '$1 customers'],
  [
    /\b(?:above|over|more than) (\d[\d.,]*[km]?) (?:in |of )?total (?:spend|spending|spent)\b/gi,
    'who spent over $1',
  ],
  [
    pattern(
      'gi',
      '(?:,? (?:and|n|&) )(?:what|how much)(?: money| revenue)? (?:do ',
      '|did )?they (?:bring(?: in)?|brought(?: in)?|spend|spent|make',
      String.raw`|generate|are worth)(?: us)?\b`,
    ),
    ' and revenue',
  ],
  [/\b(vips?|champions|customers?|clients?|loyal customers) count\b/gi, 'number of $1'],
  [
    /^(?:bought|ordered|purchased|buys) (?=.+ (?:but|and) (?:no|never|not|nothing)\b)/gi,
    'customers who bought ',
  ],
  [/(\b(?:but|and) (?:no|never|not) .+) ever\b/gi, '$1'],
  [
    pattern(
      'gi',
      String.raw`\b(?:do|did) (?:people|customers|those|clients|buyers) (?:who`,
      '|that) (buy|bought) (.+?) also (?:buy|bought) ',
    ),
    'customers who bought $2 and also bought ',
  ],
  // What somebody bought is a list of goods.
  [
    /\bwhat (?:do|does|did|has|have) (\d{4,6}) (?:buy|bought|order|ordered|purchased?)\b/gi,
    'by product customer $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bwhat (?:do|does|did|has|have) (?!people\b|customers?\b|clients\b`,
      String.raw`|we\b|they\b|you\b|our\b|buyers\b|shoppers\b|it\b)([\p{L}\d .&'-]+?) (?:buy`,
      '|bought|order|ordered|purchase|purchased)(?: from us)?(?! (?:with',
      String.raw`|together|most|more|best|by|per)\b)`,
    ),
    'by product $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\bwho should (?:i|we) (?:e-?mail|call|contact|write to|reach out to`,
      String.raw`|win back)(?: first| next| now| today| this week)?\??$`,
    ),
    'segment actions',
  ],
  [/\bhow (?:big|large) (?:is|are) (?:our |the )?(.+?) (?:segment|group)\b/gi, 'segment $1'],
  // A customer's number, as people say it.
  [
    pattern(
      'gi',
      String.raw`\b(when (?:did|was|has)|did|has|does) (\d{4,6})(?= (?:last|first`,
      String.raw`|ever|buy|order|bought|ordered|spend|spent)\b)`,
    ),
    '$1 customer $2',
  ],

  [
    pattern(
      'gi',
      '^(?:which|what) (?:customers|accounts|clients|people)(?: of ours)? (?:(?:have|has|are) ',
      String.raw`)?(?:gone|went|going|been|got) (?:quiet|silent|cold)(?=\s*\??$)`,
    ),
    'at-risk customers',
  ],
  [/\bwho(?:'s| is| are|s)? new (?=(?:this|in|since|last|during)\b)/gi, 'customers who joined '],
  [
    pattern(
      'gi',
      String.raw`\bnew (?:accounts?|logos?|sign-?ups?|clients?|customers?)(?: (?:we )?(?:won|gained|signed`,
      String.raw`|acquired|got)| wins)\b`,
    ),
    'new customers',
  ],
  [/\bnew accounts\b/gi, 'new customers'],
  [
    pattern(
      'giu',
      String.raw`\b(?:show(?: me)? |list |give me )?(?:everything|all (?:the )?(?:things|products|items`,
      '|stuff|goods))(?: that)? ',
      String.raw`(?!we\b|i\b|they\b|you\b|customers?\b|people\b)([\p{L}\d .&'-]+?) (?:has |have )?(?:ordered`,
      String.raw`|bought|purchased|took)\b`,
    ),
    'by product $1',
  ],
  [
    pattern(
      'giu',
      String.raw`^when (?:was|is) (?:the )?([\p{L}\d .&-]+?)(?:'s|s'|') (?:very )?(first|last|latest|most `,
      String.raw`recent) (?:order|purchase)\b`,
    ),
    'when was the $2 order from $1',
  ],
  [
    pattern(
      'giu',
      String.raw`^when did ([\p{L}\d .&'-]+?) (?:first (?:order|buy|purchase)|(?:order|buy|purchase)(?: ` +
        'from ',
      String.raw`us)? (?:for the first time|first))\b`,
    ),
    'when was the first order from $1',
  ],

  [
    pattern(
      'gi',
      String.raw`^(.*?\b(?:customers|clients|accounts)) (?:w/|with) +the (?:highest|most|biggest|largest) `,
      String.raw`(?:spend(?:ing)?|revenue|sales|turnover),? top (\d+)\b`,
    ),
    'top $2 $1',
  ],

  [
    pattern(
      'giu',
      String.raw`\bhow many (customers|clients|people|buyers) (?:have )?(?:used|redeemed) (?:the |our `,
      String.raw`)?([\p{L}\d ]+?) (?:promo(?:tion)?|campaign|code|coupon|voucher)\b`,
    ),
    'number of $1 promotion $2',
  ],

  [
    pattern(
      'gi',
      String.raw`\bhow many (?:customers|clients|people|buyers) (?:who )?(?:have )?(?:ordered|bought`,
      '|purchased|shopped) ',
      String.raw`(?=(?:in|from) (?!(?:19|20)\d\d|q[1-4]|h[12]|the last|both|each|every|all))(?!.*\b(?:but`,
      String.raw`|never|not|and|or|more|less|least|most|times|once|twice|each|every|both|again)\b)`,
    ),
    'number of customers ',
  ],
];
