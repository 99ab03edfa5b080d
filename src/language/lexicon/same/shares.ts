import { pattern, type Same } from './same.js';

/** Shares of a whole. */
export const SHARES: Same = [
  // The country, not the pronoun.
  [
    /(?<=\b(?:our|the|of|all) )us (?=(?:business|sales|revenue|turnover|orders|customers|market)\b)/gi,
    'usa ',
  ],
  // What somebody makes up of all is a share.
  [
    pattern(
      'i',
      '^(?:how much|what part) of (?:(?:the|our|all|total|whole) )*(?:total|all|sales|revenue|business) ',
      String.raw`(?:does|do|did) (.+?) make up\b,?(?: in (?:%|percent))?`,
    ),
    'share of $1',
  ],
  [
    pattern(
      'gi',
      String.raw`\bhow much (?:of )?(?:our|the|all)(?: of)?(?: our)? (?:biz|business`,
      String.raw`|income|money|total)(?= (?:is|are|was|were|comes?|came)\b)`,
    ),
    'how much of our revenue',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow many ([\p{L}-]+(?: lines?)?) (?:make up|makes up|account for`,
      '|bring(?: in)?|generate|are behind|cover|give|give us)(?: us)?(?: the)?(?: first)? 80 ?(?:%',
      '|percent|pct|per cent)(?: of (?:our |the |all )?(?:total |the )?(?:sales',
      '|revenue|turnover|money|business))?',
    ),
    'pareto by $1',
  ],
  [/\b(?:represent|stand for|amount to|contribute|account for)(?=\s*\??$)/gi, 'bring'],
  [
    pattern(
      'gi',
      String.raw`\b(?:what |which )?(?:percent(?:age)?|share|proportion|part`,
      '|%|pct) of (?:our |the |all )?(?:customers?|buyers?|people|custs) (?:(?:who',
      '|that|have|has|did) )*(?:came back|come back|returned?|(?:order',
      '|bought|buy|purchase)(?:ed)? again|re-?order(?:ed)?|(?:order',
      '|bought)(?:ed)? more than once)(?: (?:for )?(?:a|another|their) (?:second',
      '|2nd)(?: order| time| purchase)?)?',
    ),
    'repeat rate',
  ],
  [/\b(?:portion|proportion|fraction) of\b/gi, 'share of'],

  [
    pattern(
      'gi',
      String.raw`\bhow much of (?:the )?((?:q[1-4]|h[12])(?: (?:19|20)?\d\d)?|(?:19|20)\d\d|(?:last|this) `,
      '(?:year|month|quarter|week)|',
      String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?:19|20)\d\d)?) (?:was|is`,
      '|were|are|came from|comes from) (?!(?:existing|returning|old|repeat|new) )',
    ),
    'in $1 what share of revenue is ',
  ],
  [
    pattern(
      'giu',
      String.raw`\b(?:what |which )?(?:percent(?:age)?|share|part|%) of (?:our |the |all |total )*(?:revenue`,
      '|sales|business) (?:is|are|was|comes?|came)(?: made)? ',
      '(?:(?:from )?outside(?: of)?|not (?:from|in)|from (?:anywhere|places) but) (?:the ',
      String.raw`)?([\p{L} ]+?)(?=\s*\??$| in (?:19|20))`,
    ),
    'share of non $1 sales',
  ],
  [
    pattern(
      'giu',
      String.raw`^(?:what(?:'s|s| is| was) )?([\p{L} ]+?)(?:'s|(?<=s)') (?:share|part|percentage) of `,
      String.raw`(?:the |our )?(?=\p{L})`,
    ),
    'share of $1 in ',
  ],
  [
    /\bhow (?:dependent|reliant) are we on (?:our |the )?(?=(?:top|biggest|largest|best)\b)/gi,
    'share of revenue from the ',
  ],
  [
    pattern(
      'gi',
      String.raw`^.*\b80 ?(?:%|percent|/).*\b20\b ?(?:%|percent)?(?: of)?(?: (?:our|the|all))? ?(customers`,
      String.raw`|products|countries|clients)\b.*$`,
    ),
    'pareto by $1',
  ],

  [
    pattern(
      'giu',
      String.raw`\bhow much (?:did |does |do )?(?:the )?([\p{L} ]+?) (?:contribut(?:es?|ed)|adds?|added) to `,
      String.raw`(?:our |the )?(?:total )?(?:turnover|revenue|sales|business)(?: in the year)?\b`,
    ),
    'share of $1 in',
  ],
  [
    pattern(
      'gi',
      String.raw`\bhow much of (?:(?:our|the|all|total) )+(?:sales|revenue|turnover|business) (?:is|are|was`,
      '|were|comes? from|came from) ',
    ),
    'what share of revenue is ',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow much of (?:(?:our|the|all|total) )*(?:sales|revenue|turnover|business) (?:do|does`,
      String.raw`|did) (?:our |the )?([\p{L}\d .&'-]+?) (?:make(?: up)?|bring(?: in)?|generate|contribute`,
      String.raw`|account for)\b`,
    ),
    'share of $1',
  ],

  // "In percent" is said by the share already.
  [
    pattern(
      'gi',
      String.raw`(\bshare of .+?),? +(?:(?:ideally )?(?:also )?(?:in|as) )?(?:a )?(?:%`,
      String.raw`|percent(?:age)?)(?=\s*[?!.]*(?:$| thank))`,
    ),
    '$1',
  ],

  [
    pattern(
      'giu',
      String.raw`^(?:within|in|of) ([\p{L}\d ]+?), (?:what|which|how big a) (?:share|percent(?:age)?|%|` +
        'part) ',
      String.raw`(?:is|are|was|comes? from) ([\p{L}\d ]+)`,
    ),
    'share of $2 in $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow much of ([\p{L}\d ]+?) (?:came|comes|was|is) from (?:existing|returning|old|repeat) `,
      String.raw`(?:customers|ones) and how much from new(?: ones| customers)?\b`,
    ),
    'new vs returning revenue $1',
  ],
  [
    pattern(
      'giu',
      String.raw`\bhow much of ([\p{L}\d ]+?) (?:came|comes|was|is) from new (?:customers|ones) and how ` +
        'much ',
      String.raw`from (?:existing|returning|old|repeat)(?: ones| customers)?\b`,
    ),
    'new vs returning revenue $1',
  ],
];
