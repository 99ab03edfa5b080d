/** What stands around a question, where a text can be cut, and what must not be cut off. */

const anyOf = (flags: string, before: string, words: readonly string[], after: string): RegExp =>
  new RegExp(`${before}(?:${words.map(w => w.trim().replace(/\s*\n\s*/g, '')).join('|')})${after}`, flags);

/** What a question begins with, where a greeting or a reason stands before it. */
const BEGINS =
  'what|how|which|who|whose|can|could|would|will|show|give|tell|top|list|when|where|why|is|are|do|does|' +
  'did|has|have|please|compare|any|need|break|split|total|revenue|sales|number|share';

/** Where a text can be cut: between sentences, behind a colon, before a reason. */
export const CUTS: readonly RegExp[] = [
  /(?<=[.!?…])\s+(?=\S)/gu,
  /[:;]\s+(?=\S)|\s+[-–—]+\s+/gu,
  /,?\s+but\s+(?=\S)/giu,
  new RegExp(`,\\s+(?:so\\s+|and\\s+)?(?=(?:${BEGINS})\\b)`, 'giu'),
  anyOf(
    'giu',
    ',?\\s+(?=',
    ['because|cos|cause|as i|as we|since i|since we|so (?:that )?(?:i|we) (?:can|know|could)|in case'].concat(
      ["it's for|its for|this is for|that's for"],
    ),
    '\\b)',
  ),
  /,\s+(?=(?:i|we) (?:need|want|have to|was asked|were asked|promised)\b)/giu,
];

/** Words that say which figures are meant: a part of a text that has one of them is not left out. */
export const SAYS_WHICH = anyOf(
  'i',
  '\\b',
  [
    'not|no|never|without|except|exclud\\w*|includ\\w*|only|just the|instead|than|compar\\w*|vs|versus',
    'ignor\\w*|skip\\w*|leav\\w* out|remov\\w*|count\\w*|filter\\w*|limit\\w*|restrict\\w*|mean\\w*',
    'focus\\w*|vips?|loyal|by|per|each|every|net|gross|returns?|returned|refund\\w*|tax|vat|cancel\\w*',
    '(?:was|were|is|are|went|going) (?:way |well |a lot |much )?(?:up|down)',
    'fell|dropped|grew|rose|declin\\w*',
    'new|repeat|top|bottom|over|under|above|below|between|at least|at most|same|exactly|but|if',
  ],
  '\\b',
);

/** Who speaks, greets or thanks: whatever has none of it may be a thing of the shop that we do not know. */
export const TALKS = anyOf(
  'i',
  '\\b',
  [
    "i|i'm|im|i've|i'll|we|we're|we've|you|u|me|hi|hello|hey|hiya|yo|dear|greetings|morning|afternoon|" +
      'evening',
    'thanks|thank you|thx|ty|cheers|sorry|apologies|pardon|excuse|please|pls|plz|team|folks|guys|everyone',
    'everybody|anyone|somebody|someone|quick (?:one|question|ask|q)|question|asking|boss|deck|board|meeting',
    'investors?|presentation|slides?|report|update|review|pitch|interview|urgent|asap|deadline|rush|hurry',
    "(?:it|this|that)(?:'s| is|s) for",
  ],
  '\\b',
);

/** Another question: it is not left out, but for one that asks after somebody. */
export const ASKS = /\?\s*$|^(?:and |also |then )*(?:what|how|which|who|when|where|why|show|list|compare)\b/i;
export const ASKS_AFTER = anyOf(
  'i',
  '^',
  [
    "how are (?:you|things)|how(?:'s| is) (?:it going|everything|life|your)|quick question",
    '(?:can|could) (?:you|anyone|somebody|someone) (?:please )?help|who (?:can|could) help',
    '(?:do you )?(?:have|got) a (?:sec|second|minute|moment)',
  ],
  '',
);

const DAYS = '(?:(?:mon|tues|wednes|thurs|fri)day(?: morning| noon| evening)?)';
const SOON =
  `(?:at \\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?|by \\d{1,2} ?[ap]m|in \\d+ (?:minutes|min|hours?)|` +
  `(?:by |on |for )?(?:today|tonight|tomorrow|${DAYS}|` +
  `this (?:week|morning|afternoon|evening)|next week|later))`;
/** Words of haste and courtesy, and when something takes place that the figures are for. */
export const HASTE = anyOf(
  'gi',
  '\\b',
  [
    "by (?:\\d{1,2}(?::\\d\\d)? ?(?:[ap]m|o'?clock)|noon|lunch(?:time)?)",
    'by (?:eod|cob|(?:the )?end of (?:the )?day)',
    `by (?:today|tonight|tomorrow(?: morning)?|${DAYS})`,
    `(?:meeting|call|board|review|presentation|update|deck|report|slides?|pitch|interview) ${SOON}`,
    `(?:investors?|boss|due|deadline|needed|need (?:it|this|that|them)) ${SOON}`,
    '(?:are you|is (?:everyone|everybody)|hope|doing|going|you all)\\b[^.?!]*' +
      '\\b(?:today|this morning|this week)',
    'again|no (?:rush|hurry|worries|problem)|not (?:sure|urgent)|never mind|just',
    "if (?:you can|possible|you don't mind|i may|that's ok(?:ay)?)|when (?:you|u) (?:can|have)",
  ],
  '\\b',
);
