import { tidy } from './draft.js';

/**
 * How people write in a hurry, and what it stands for. Whole words, in the order in which they are
 * replaced.
 */
const SHORT: readonly (readonly [pattern: RegExp, full: string])[] = (
  [
    ['ppl', 'people'],
    ['w/o', 'without'],
    ['w/', 'with '],
    ['wich|whitch', 'which'],
    ['(?:gets?|got|are|is|being) bought together', 'bought together'],
    [
      'how much of (?:our|the|all)(?: of)?(?: our| the)? (?:sales|revenue|turnover|business|biz|income|' +
        'money) (?:is|are|was|were|comes? from|came from)',
      'what share of revenue is',
    ],
    [
      '(?:come|came|returned) (?:back )?for (?:a|another|their)(?: second| 2nd| further)? ' +
        '(?:order|purchase)(?: at least once)?',
      'ordered more than once',
    ],
    ['what will (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|next|the next))', 'forecast '],
    ['(?:did |has )?(?:any|some)(?:one|body)(?: who)? (?:spends?|spent)', 'customers who spent'],
    [
      '(?:has|have|did|do) (?:any(?:one|body| customers?| clients?)|some(?:one|body))((?: (?:in|from) ' +
        '[\\p{L} ]+?)?)(?: ever)? (?:bought|ordered|buy|order|purchased?)',
      'customers$1 who bought',
    ],
    ['(?<=\\d )v(?= )', 'vs'],
    ['smth|sth', 'something'],
    ['abt', 'about'],
    ['btw', 'between'],
    ['n', 'and'],
    ['w', 'with'],
    ['thru', 'through'],
    ['against', 'vs'],
    // "2004 over 2003" compares, "orders over 2000" does not.
    [
      '(?<=(?:(?:19|20)\\d\\d|q[1-4]|months?|years?|quarters?|weeks?|growth|grow|grew|grown|changed?|' +
        'increased?|up|down|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|' +
        'sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*) )over(?= (?:the )?(?:jan|feb|mar|apr|may|jun|jul|aug|' +
        'sep|oct|nov|dec|q[1-4]|(?:19|20)\\d\\d(?![\\d,.k])|last|previous|prior))',
      'vs',
    ],
    ["(who|what|where|how)['’]re", '$1 are'],
    ["what'?s", 'what is'],
    ["who'?s", 'who is'],
    ["where'?s", 'where is'],
    ["how'?s", 'how is'],
    ["that'?s", 'that is'],
    ["here'?s", 'here is'],
    ["it'?s", 'it is'],
    ["let'?s", 'let us'],
    ["we're", 'we are'],
    ["we'?ve", 'we have'],
    ["(?:have|has|had)n'?t", 'have not'],
    ["(?:did|do|does)n'?t", 'do not'],
    ["(?:is|are|was|were)n'?t", 'are not'],
    ['never', 'not'],
    ['no longer', 'not'],
    ["cant|cannot|can't", 'not'],
    ["wont|won't", 'not'],
    ['gimme', 'give me'],
    ['lemme', 'let me'],
    ['wanna', 'want to'],
    ['pls|plz|please|thx|thanks|cheers', ''],
    ['revs?', 'revenue'],
    ['avg|ave|mean', 'average'],
    ['med', 'median'],
    ['qtrs?', 'quarter'],
    ['qtrly', 'quarterly'],
    ['yrs?', 'year'],
    ['mths?|mnths?|mos', 'months'],
    ['wks?', 'weeks'],
    ['prods?', 'product'],
    ['cats?', 'category'],
    ['custs?|cust', 'customers'],
    ['cntry|ctry', 'country'],
    ['qty', 'quantity'],
    ['ords?', 'orders'],
    ['pct', 'percent'],
    ['nr|num|no\\.', 'number'],
    ['grp', 'group'],
    ['acct?s?', 'accounts'],
    ['approx', ''],
    ['b/w', 'between'],
    ['u', 'you'],
    ['r', 'are'],
    ['2day', 'today'],
    ['hows', 'how is'],
    ['sats?(?! (?:there|here|in|on|around|waiting|idle|still|with|at)\\b)', 'saturday'],
    ['pcs', 'pieces'],
    ['lsit|lits|lis', 'list'],
    ['(?<=\\b(?:but|and|yet) )nada', 'nothing'],
    ["(?:how|what) (?:bout|abt|'bout)", 'how about'],
    ["how'd", 'how did'],
    ['suns?', 'sunday'],
    ['mons', 'monday'],
    ['fris?', 'friday'],
    ['no 1|nr 1|number 1|number one', 'top 1'],
    ['turn over|turned over', 'sell'],
    ['brand new', 'new'],
    ['wheres', 'where is'],
    ['biz', 'business'],
    ['info', ''],
    ['tot', 'total'],
    ['amt', 'amount'],
    ['mkt', 'market'],
    ['ytd', 'year to date'],
    ['yoy', 'year over year'],
    ['nyc', 'nyc'],
    ['xmas', 'christmas'],
    ['bfcm', 'black week'],
    ['ltv', 'lifetime value'],
    ['vs\\.', 'vs'],
    ['vips', 'vip'],
    ['canceled', 'cancelled'],
    ['cancell?ations?', 'cancelled orders'],
    ['e-?mails?(?: address(?:es)?)?', 'email'],
    ['recieved', 'received'],
    ['custmers|costumers|cutomers', 'customers'],
  ] as const
).map(([short, full]) => [new RegExp(`(?<![\\p{L}\\d'-])(?:${short})(?![\\p{L}\\d'])`, 'gu'), full]);

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';

const HALF_OF_YEAR = new RegExp(
  String.raw`\b((?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:half|quarter))(?: of)? ` +
    String.raw`'?(\d{2})(?![\d%-]|(?:st|nd|rd|th)\b)`,
  'gi',
);
const YEAR_FROM_ZERO = new RegExp(
  String.raw`(?<![\d.,:$€£/#-]|\b(?:order|product|customer) )\b(0\d)(?=\s|$|,|\?|[:;!.)](?=\s|$))` +
    '(?! (?:am|pm|days|orders|units))',
  'gi',
);

/**
 * Quarters and halves with two digits for the year, and two digits that begin with a zero: "q4 04", "03 vs
 * 04".
 */
export const withYears = (text: string): string =>
  text
    .replace(/\b([qht][1-4])[ '-]+'?(\d{2})(?!\d)/gi, '$1 20$2')
    .replace(HALF_OF_YEAR, '$1 20$2')
    .replace(/(?<![\d.,:/#-])\b(0\d) ?- ?(0\d)\b(?![-\d])/g, '20$1-20$2')
    .replace(YEAR_FROM_ZERO, '20$1');

const LARGER_THAN = new RegExp(
  String.raw`\b(?:is|are|was|were) (?:the )?([\p{L} .&'-]+?) (?:bigger|larger|better|` +
    'stronger|ahead|smaller|worse|weaker)(?: of| for us)? than (?:the )?',
  'u',
);
const SPENDS_MORE_THAN = new RegExp(
  String.raw`\b(?:do|does|did) (?:the )?([\p{L} .&'-]+?) (?:spend|buy|order|sell|bring|pay)` +
    '(?: in)? (?:more|less)(?: (?:money|on average))? (per order )?than ' +
    String.raw`(?:the )?([\p{L} .&'-]+)`,
  'u',
);
const MORE_IN_ONE_PERIOD = new RegExp(
  '\\b(?:more|less|better|worse|higher|lower|fewer)(?: (?:sales|revenue|orders|money))? ' +
    String.raw`(?:in |on |during )?((?:\w+ )?\w+) (?:than|or)(?: in| on| during)? `,
);
/** The month, not the verb. */
const MAY = new RegExp(
  String.raw`(?<!\b(?:in|of|for|during|since|last|this|until|to|from|and|with) )\bmay\b` +
    '(?= (?:vs|versus|with|compared|and (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)))',
  'g',
);
const AMOUNT_LIKE_YEAR = new RegExp(
  String.raw`(?<=\bbetween (?!(?:19|20)\d\d )[$€£]?\d[\d,.]*k? (?:and|to) |` +
    String.raw`\b(?:(?:more|less|fewer|greater|higher|lower) than|above|under|below|at (?:least|most)|` +
    String.raw`exceeding|(?:spent|worth)(?: over)?|[<>]=?) ?|[<>]=? ?|\bover (?=2000\b))` +
    String.raw`(19|20)(\d\d)(?![\d,.-])`,
  'g',
);

/** Comparisons in sentences as the ones that are read: "did cars beat planes" is "cars vs planes". */
const withComparisons = (text: string): string =>
  text
    .replace(
      /\b(?:did|does|do|has) (?:the )?([\p{L} .&'-]+?) (?:beat|outsell|outperform|overtake) (?:the )?/u,
      '$1 vs ',
    )
    .replace(LARGER_THAN, '$1 vs ')
    .replace(
      SPENDS_MORE_THAN,
      (_, a: string, per: string | undefined, b: string) => `${per ? 'average order ' : ''}${a} vs ${b}`,
    )
    .replace(MORE_IN_ONE_PERIOD, '$1 vs ')
    .replace(/\b([\p{L}-]+(?: line| group)?) x ([\p{L}-]+(?: line| group)?)\b/u, 'by $1 and $2')
    .replace(
      /\bhow (?:does|do|did) (.+?) (?:compare|compares|stack up) (?:to|with|against) /,
      'compare $1 with ',
    )
    .replace(MAY, 'in may');

/** The text in lower case, with what people shorten written out: "rev q4 04" is "revenue q4 2004". */
export function writtenOut(said: string): string {
  const typed = said.replace(/\bw\/o\b/gi, 'without').replace(/\bw\//gi, 'with ');
  let text = ` ${typed
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[?!;]+/g, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/(?<![\p{L}\d]:\S*),(?!\d)/gu, ' , ')} `;
  // Two digits are a year behind a month, a quarter, a half, or an apostrophe.
  text = text
    .replace(
      new RegExp(`\\b${MONTH}[ '-]*'?(\\d{2})(?![\\d%]|(?:st|nd|rd|th)\\b| ?(?:am|pm)\\b|[-/]\\d)`, 'g'),
      (m, month: string, year: string) =>
        m.includes("'") ||
        Number(year) > 31 ||
        / (?:vs|versus|against|over|and|to|-) /.test(text) ||
        /^\w+ \d\d$/.test(m)
          ? `${month} 20${year}`
          : m,
    )
    .replace(/'(\d{2})(?!\d)/g, '20$1')
    .replace(/\b(\d{1,3})\s+(\d{3})(?=\s|$)/g, '$1$2');
  text = withComparisons(withYears(text));
  for (const [pattern, full] of SHORT) text = text.replace(pattern, full);
  // What stands behind a comparison is an amount, though it looks like a year.
  text = text.replace(AMOUNT_LIKE_YEAR, (m, _, rest: string) => `${m.charAt(0)},${m.slice(1, 2)}${rest}`);
  return tidy(text).replace(/[ ,]+$/, '');
}
