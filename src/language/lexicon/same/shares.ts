import { pattern, type Same } from './same.js';

/** Shares of a whole. */
export const SHARES: Same = [
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
];
