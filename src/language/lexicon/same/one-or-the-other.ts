import { pattern, type Same } from './same.js';

const END = '(?=(?:,? (?:pls|plz|please|thanks|thx|ty|kindly))?\\s*[?!.]*$)';
const BAD =
  '(?:rubbish|awful|bad|terrible|weak|poor|great|good|strong|slow|quiet|huge|massive|dire|soft|amazing|' +
  'down|up|low|high|' +
  'crap|shit|brilliant|excellent|dreadful|horrible|tough|rough|disappointing)';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** One of two that is bigger, and one period beside another. */
export const ONE_OR_THE_OTHER: Same = [
  [
    pattern(
      'giu',
      "^(?:the )?([\\p{L}\\d &'-]+?) or (?:the )?([\\p{L}\\d &'-]+?)(?: ?[-–:,?]+ ?| )(?:which",
      "|what|who)(?: one)?(?:'s|s| is| was| are| sells| does| did| brings| makes)? (?:the )?",
      '(?:bigger|larger|better|stronger|more|most|ahead|smaller|biggest|best)(?: (?:for us|one',
      '|seller))?(?= in | for | this | last |\\s*[?!.]*$)',
    ),
    '$1 vs $2',
  ],
  [
    pattern(
      'giu',
      `^(${MONTH}|q[1-4]|(?:19|20)\\d\\d) (?:was|is|looks?|looked) (?:(?:so|really|very|pretty`,
      `|quite|a bit) )*${BAD},? (?:how (?:bad|good|much|far)(?: is it| was it| exactly)?|by`,
      ` how much)? ?(?:vs\\.?|versus|against|compared (?:to|with)) (${MONTH}|q[1-4]|(?:19|20)\\d\\d)`,
      END,
    ),
    'compare $1 with $2',
  ],
  [
    pattern(
      'giu',
      `^(${MONTH}|q[1-4]) (?:was|is|looks?|looked) (?:(?:so|really|very|pretty|quite|a bit|absolutely)`,
      ` )*${BAD} (this|last) year[ ,.!;:-]+(?:why|how come|what happened|reasons?)`,
      END,
    ),
    'why sales in $1 $2 year',
  ],
  [
    pattern(
      'gi',
      '\\b(?:was|is) (?:the )?(?:second|2nd) half (?:any )?(?:better|worse|stronger|weaker|bigger)',
      ' than (?:the )?(?:first|1st)(?: half)?(?: (?:in|of))? (this year|last year|(?:19|20)\\d\\d)\\b',
    ),
    'h2 $1 vs h1 $1',
  ],
  [
    pattern(
      'gi',
      '\\b(?:was|is) (?:the )?(?:first|1st) half (?:any )?(?:better|worse|stronger|weaker|bigger)',
      ' than (?:the )?(?:second|2nd)(?: half)?(?: (?:in|of))? (this year|last year|(?:19|20)\\d\\d)\\b',
    ),
    'h1 $1 vs h2 $1',
  ],
  [
    pattern(
      'gi',
      '^what (?:moved|shifted|was different|is different)(?= (?:last|this) (?:month|week|quarter',
      '|year))',
    ),
    'what changed',
  ],
  [
    pattern(
      'giu',
      `\\b(?:how(?:'d| did| does| do) )?(?:this |the )?(?:past |last )?(${MONTH}) (?:stack up`,
      '|compare|hold up|measure up|do|go|vs\\.?) (?:(?:to|against|with|vs\\.?|than) )?(?:the',
      ` )?(?:one|year|${MONTH}) before`,
      END,
    ),
    '$1 vs year before',
  ],
  [/(?<![\p{L}\d])m\/m(?![\p{L}\d])/giu, 'month over month'],
  [
    pattern(
      'gi',
      '\\blast (\\d+|two|three|four|six) (?:full|complete|whole) (months|weeks|quarters|years)\\b',
    ),
    'last $1 $2',
  ],
];
