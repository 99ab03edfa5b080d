import { pattern, type Same } from './same.js';

const END = '(?=\\s*[?!.]*$)';
const NAME = "[\\p{L}\\d][\\p{L}\\d .&'-]*?";
const MONEY = '(?:revenue|sales|turnover|money|business|income|takings)';
const WHOLE = `(?:${MONEY}|total|everything|all|whole)`;

/** Ways to ask for a share. */
export const SHARES_AS_TYPED: Same = [
  [
    pattern(
      'giu',
      `^(?!how\\b|what\\b|which\\b|sales\\b|revenue\\b)(?:the )?(${NAME})(?:,? (?:in|as)(?: an?| the)?) `,
      '(?:%|percent(?:age)?|pct|share) of (?:our |the |all |total )*(orders|purchases|invoices|customers)',
      END,
    ),
    partInPercent,
  ],
  // "How much of" is a share where it is wanted in percent.
  [/^(.*\bhow much of .+?),? (?:in|as)(?: an?)? (?:%|percent(?:age)?|pct)(?=\s*[?!.]*$)/giu, '$1'],
  [
    pattern(
      'giu',
      '\\b(percent(?:age)?|pct|%|share|proportion) of (?:our |the |all )*(orders|sales|revenue|lines|units|',
      'customers|purchases|invoices) (?:gets?|got|end(?:s|ed)? up|has been|have been|had been|',
      'became|go|goes|',
      'went) (?:to )?',
    ),
    '$1 of $2 are ',
  ],
  [
    pattern(
      'giu',
      `^(?:the )?top (\\d+) (\\p{L}+) ?(?:=|are|is|make|:|-|–)? ?how (?:much|many percent) (?:of|in) `,
      `(?:our |the )*${WHOLE}`,
      END,
    ),
    'what share of revenue comes from the top $1 $2',
  ],
  [
    pattern(
      'giu',
      '\\bhow (?:dependent|reliant|hooked) are we on (?:our |the )?(?!top\\b|biggest\\b|largest\\b|best\\b)',
      `(${NAME})(?:,|\\?)?(?: (?:in|as)(?: an?)? (?:%|percent|pct))?`,
      END,
    ),
    'what share of revenue is $1',
  ],
  // "What slice of sales is classic cars", "what slice is group 5".
  [
    pattern(
      'gi',
      '\\b(what|how big an?|which) (?:slice|chunk|bit|cut)(?: of the (?:whole )?(?:pie|cake))?',
      '(?: of (?:the |our |all )*(?:sales|revenue|turnover|business|total|takings|money))? ',
      '(?=(?:is|are|was|were|comes?|does|do|has|have)\\b)',
    ),
    '$1 share of revenue ',
  ],
  [/\b(share\b.*?) ?\(in ?(?:an? )?(?:%|percent|pct)\)/gi, '$1'],
  // "How much of our turnover hangs on the top 10 customers".
  [
    pattern(
      'giu',
      '\\bhow (?:much|many percent) of (?:our |the |all )*',
      '(?:turnover|revenue|sales|business|income|takings) ',
      '(?:hangs?|depends?|rests?|rely|relies|rides?|comes? down to|sits?)(?: (?:on|with|upon))? ',
      '(?:our |the )?',
      'top (?=\\d)',
    ),
    'what share of revenue comes from the top ',
  ],
  [
    pattern(
      'giu',
      '\\b(?:how|hw) (?:dependent|reliant|hooked) are we on (?:our |the )?(?:nr|no|number|#)\\.? ?(?:1|one) ',
      `(customer|client|account|buyer|product)(?:,|\\?)?(?: (?:in|as)(?: an?)? (?:%|percent|pct))?`,
      END,
    ),
    'what share of revenue comes from the top 1 $1s',
  ],
  // retrospot range as share of total units
  [
    pattern(
      'giu',
      `^(?:the )?(${NAME})(?: range| line)? as (?:an? |the )?(?:share|percent(?:age)?|%|pct) of `,
      '(?:our |the |all |total )*(units|orders|lines)',
      END,
    ),
    'what share of $2 is $1',
  ],
];

/** `1 star purchases in % of all purchases`. */
function partInPercent(_: string, part: string, whole: string): string {
  const of = /customers/i.test(whole) ? 'customers' : 'orders';
  return `what percent of ${of} are ${part.replace(/ (?:orders|purchases)$/i, '')}`;
}
