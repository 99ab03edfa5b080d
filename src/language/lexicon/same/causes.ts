import { pattern, type Same } from './same.js';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const PERIOD =
  `(?:(?:the )?(?:last|this|previous) )?(?:${MONTH}|q[1-4]|h[12]|month|quarter|year|week|(?:19|20)\\d\\d)` +
  "(?: (?:19|20)\\d\\d| '?\\d\\d)?";
const CHANGE =
  '(?:big |huge |sharp |sudden |sales |revenue )*(?:jump|drop|fall|rise|increase|decrease|growth|dip|spike|' +
  'decline|peak|surge|slump|change|difference)(?: (?:in|of) (?:our )?(?:sales|revenue|turnover))?';
const CAUSED =
  '(?:drove|drives|caused|causes|explains?|explained|(?:is|was|are|were) behind|led to|triggered|' +
  '(?:is|was|are|were) responsible for)';
const AGAINST = '(?:compared (?:to|with)|in comparison (?:to|with)|vs\\.?|versus|against|next to|than)';
const ASKED =
  `(?:why|how come|what ${CAUSED}(?: (?:it|that|this))?|what happened(?: there)?|` +
  'what made the difference)';

/** What is behind a change: `sales why` explains it. */
export const CAUSES: Same = [
  // october was huge compared to september, what drove it
  [
    pattern(
      'i',
      `^(${PERIOD}) (?:was|were|is|are|looks?|looked) (?:[a-z]+ ){0,4}?${AGAINST} (?:in )?(${PERIOD})`,
      String.raw`[\s,.;:–-]+(?:and |so |but )?${ASKED}\s*\?*$`,
    ),
    'why was $1 compared to $2',
  ],
  // we were down in 23. where did it go
  [
    pattern(
      'i',
      `^(?:so )?(?:we|sales|revenue) (?:was|were|went|are|is) (?:way |well |a lot |much )?(?:up|down) `,
      `(?:in |on |for )?(${PERIOD})`,
      String.raw`[\s,.;:–-]+(?:and |so |but )?(?:${ASKED}|where (?:did|does|has) (?:it|that|the money) `,
      String.raw`(?:all )?(?:go|gone|come from|come))\s*\?*$`,
    ),
    'why $1',
  ],
  // what drove the drop in december, what explains the rise in may vs april
  [
    pattern(
      'i',
      `^(?:who or )?what ${CAUSED} (?:the |our |that |this )?${CHANGE} (?:in|of|during|for) (${PERIOD}) `,
      String.raw`${AGAINST} (${PERIOD})\s*\?*$`,
    ),
    'why was $1 compared to $2',
  ],
  [
    pattern(
      'i',
      `^(?:who or )?what ${CAUSED} (?:the |our |that |this )?${CHANGE} (?:in|of|during|for) (${PERIOD})`,
      String.raw`\s*\?*$`,
    ),
    'why $1',
  ],
  [pattern('i', `^(?:please )?explain the (${PERIOD}) ${CHANGE}`, String.raw`\s*\?*$`), 'why $1'],
  // what made november so strong
  [pattern('i', `^what made (${PERIOD}) (?:so|such) [a-z ]{3,30}`, String.raw`\s*\?*$`), 'why $1'],
  // which customers caused the drop in april
  [
    pattern(
      'iu',
      String.raw`^(?:which|what) ([\p{L}-]+(?: lines?)?) ${CAUSED} (?:the |our |that |this )?${CHANGE} `,
      String.raw`(?:in|of|during|for) (${PERIOD})\s*\?*$`,
    ),
    'why $2 by $1',
  ],
];
