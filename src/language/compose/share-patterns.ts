/** How a share is asked for. */
export const PERCENT =
  '(?:what|which|how much|how big)?(?: is| are)?(?: the| a| our)? ?(?:percent(?:age)?|share' +
  '|proportion|part|fraction|portion)';
/** What a share is of, where nothing is named. */
export const MONEY =
  '(?:revenue|sales|turnover|orders|order lines|lines|units|money|business|income|total(?: revenue| sales)?)';

const NAME = "([\\p{L}\\d .&'-]+?)";
const SHARE = '(?:percent(?:age)?|share|proportion|portion|fraction)';
const ALL = '(?:our |the |all |total )*';
const IS = '(?:is|are|was|were|comes? from|came from)';

/** How a part of a whole is said, and in which group of the pattern the whole and the part stand. */
export const PARTS = [
  // classic cars share of france, california as a percentage of usa revenue
  [
    new RegExp(
      `^(?:(?:what|how (?:big|large|high)) (?:is|was) )?(?:the )?${NAME}(?:'s|(?<=s)')?(?:,? (?:as|is) ` +
        `(?:an?|the|what))? ${SHARE} of ${ALL}(?:${MONEY} (?:in|from|for|of) )?${NAME}(?:'s)?(?: ${MONEY})?$`,
      'u',
    ),
    2,
    1,
  ],
  // separated clients as a proportion of revenue
  [new RegExp(`^${NAME},? (?:as|is) (?:an? |what )?${SHARE} of ${ALL}${MONEY}$`, 'u'), undefined, 1],
  // of all sales, how much was motorcycles
  [
    new RegExp(
      `^of ${ALL}(?:${NAME} )?${MONEY} ?,? ?how (?:much|many)(?: percent)? ${IS} (?:from |in )?${NAME}$`,
      'u',
    ),
    1,
    2,
  ],
  // how much of france is vintage cars
  [
    new RegExp(
      `\\bhow much of ${ALL}(?:${MONEY}|(?:${MONEY} (?:in|from|of) )?${NAME}(?:'s)?(?: ${MONEY})?) ${IS} ` +
        `(?:from |in )?${NAME}$`,
      'u',
    ),
    1,
    2,
  ],
  // what % is the uk
  [
    new RegExp(
      `\\b${PERCENT} (?:of )?(?:is|are|was|were|comes? from) (?:the |from )?([\\p{L}\\d .&'-]+?)$`,
      'u',
    ),
    undefined,
    1,
  ],
  // what % of spain is classic cars
  [
    new RegExp(
      `\\b${PERCENT} of (?:our |the |all )?(?:${MONEY} (?:in|from|for|` +
        `of) )?([\\p{L}\\d .&'-]+?)(?:'s)?(?: ${MONEY})? (?:is|are|was|were|comes? from|came from|` +
        `goes? to|went to|do|does) (?:from |in |to )?([\\p{L}\\d .&'-]+?)(?: (?:make up|account for|` +
        `bring|represent))?$`,
      'u',
    ),
    1,
    2,
  ],
  // share of classic cars in spain
  [
    new RegExp(
      `\\b${PERCENT} (?:of )?([\\p{L}\\d .&'-]+?) (?:in|of|within|among) (?:all )?([\\p{L}\\d .&'-]+?)` +
        `(?:(?<=\\bnon[ -].+) ${MONEY})?$`,
      'u',
    ),
    2,
    1,
  ],
  // what percent of revenue comes from trains
  [
    new RegExp(
      `\\b${PERCENT}(?: of)? (?:our |the |all |total )*(?:${MONEY}) (?:is|are|was|were|comes? from|` +
        `came from|goes? to|went to|(?:do|does|did)) (?:from |in |to |with )?([\\p{L}\\d .&'-]+?)(?: ` +
        `(?:make up|account for|bring in|bring|represent|have))?$`,
      'u',
    ),
    undefined,
    1,
  ],
  // percent of revenue through the web shop
  [
    new RegExp(
      `\\b${PERCENT} of (?:our |the |all |total )*${MONEY} (?:through|via|from|on|by way of|over) ` +
        `(?:the )?([\\p{L}\\d .&'-]+?)$`,
      'u',
    ),
    undefined,
    1,
  ],
  // marketplace share, france's share of revenue
  [
    new RegExp(
      `^(?:(?:what|how (?:big|large|high)) (?:is|was) )?(?:the )?([\\p{L}\\d .&'-]+?)(?:'s|s'|')? ` +
        `(?:share|percentage|proportion)(?: of (?:our |the |all |total )*${MONEY})?$`,
      'u',
    ),
    undefined,
    1,
  ],
  [
    new RegExp(
      `\\b(?:share|percent(?:age)?) of (?:our )?([\\p{L}\\d .&'-]+?)(?: (?:in|of) (?:our |the |` +
        `total )*(?:${MONEY}))?$`,
      'u',
    ),
    undefined,
    1,
  ],
] as const;
