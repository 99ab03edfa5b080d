import type { Pass } from './draft.js';
import { Unanswerable } from './unanswerable.js';

/** Two questions in one text. */
export class TwoQuestions extends Unanswerable {
  constructor(first: string, second: string) {
    super('These are two questions; ask them one at a time.', [first, second], true);
  }
}

const ASKS = '(?:how (?:many|much|often)|what|which|who|whose|when|where|why)';
const AND = '(?:[,;]| and| n| &| plus)+ (?:also |then )?';
/** The first one begins the text: `those who joined in 2004, how many came back` is a single question. */
const TWO = new RegExp(`^((?:(?:and|so|ok|tell me|show me) )*${ASKS}\\b.*?)${AND}(${ASKS}\\b.*)$`);

const FIGURE =
  '(?:revenues?|money|sales|orders?|units?|pieces|items?|lines?|customers?|buyers?|people|amounts?|' +
  'value|total|turnover|profit|margin|discounts?|tax|shipping|average(?: order(?: value)?)?|aov|share|' +
  'percent(?:age)?)';
const AUXILIARY =
  '(?:did|was|were|is|are|do|does|that|it|we|they|them|have|had|make|made|sell|sold|bring|brought|in|' +
  'total|all|there|bought|ordered|placed|spend|spent|come|came|to|worth)';
const WORTH = '(?:was |were |is |are )?(?:it|that|they|those|these) worth(?: in .*)?';
const OF_THEM = `(?: ${AUXILIARY})* (?:it|they|them)(?: ${AUXILIARY})*`;
/** A further figure of what the first part names: `and how many orders`, `and how much did they sell`. */
const FURTHER_FIGURE = new RegExp(
  "^(?:how (?:many|much)|what(?:'s| is| was| were)?)" +
    `(?: (?:(?:the|our|total|average|avg|net|gross|of) )*${FIGURE}\\b(?: ${AUXILIARY})*|` +
    `${OF_THEM}| ${WORTH}|)$`,
);
const BY = / (?:by|per|for each) [\p{L} ]+$/u;
/** Figures may be asked for by one group: `how much revenue and how many orders by country`. */
const withoutGroups = (said: string): string => said.replace(BY, '');

/**
 * Refuses two questions in one text, after the passes that read a second one as a column or a figure of the
 * first. Answering one of them would look like an answer to both.
 */
export const twoQuestions: Pass = ({ text }) => {
  const [, first = '', second = ''] = TWO.exec(text) ?? [];
  if (second === '' || FURTHER_FIGURE.test(withoutGroups(second))) return;
  // `which months were best, and why` asks for one thing and its reason.
  if (/^why(?: is that| was that)?$/.test(second)) return;
  throw new TwoQuestions(first.trim(), second);
};
