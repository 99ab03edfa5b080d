const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:19|20)\\d\\d';
const NAMED = `(?:last|this) (?:year|month|week|quarter)|${MONTH}(?: ${YEAR})?|[qh][1-4](?: ${YEAR})?`;
const BUYER = '(?:customers|clients|buyers|accounts)';

/** Parts of patterns by their names: `{period}` in a pattern stands for any of these. */
export const PARTS: Readonly<Record<string, string>> = {
  month: MONTH,
  year: YEAR,
  period: `(?:${YEAR}-\\d\\d|${YEAR}|${NAMED})`,
  grain: '(?:day|week|month|quarter|year|weekday|hour)',
  n: '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)',
  people: '(?:customers?|clients?|buyers?|shoppers?|accounts?|people|folks|ones)',
  who: `(?:who(?: (?:has|have))?|(?:which )?${BUYER}(?: (?:that|who|which))?(?: (?:has|have))?)`,
  order: '(?:order|orders|invoice|invoices|purchase|purchases|transaction|transactions)',
  money: '[$€£]?(?:\\d[\\d.,]*(?: ?[km])|\\d{4,}|\\d{1,3}(?:,\\d{3})+)',
  amount: '[$€£]?\\d[\\d.,]*(?: ?[km])?',
  our: '(?:(?:the|our|all|any|of) )*',
  leads:
    '(?:leads?|leading|(?:is |was )?(?:in the lead|out in front|out front|top dog|on top|' +
    'on top of the list|the winner|winning|number one)|' +
    '(?:tops?|topped|leads?|leading|heads?|heading) (?:the )?' +
    '(?:list|pack|board|table|charts?|ranking|field|way|league)|' +
    'wins?|topped|(?:performs?|performed|does|did|do) (?:the )?best|' +
    '(?:earns?|earned|gives?|gave) (?:us )?(?:the )?most(?: business| money)?)',
  trails:
    '(?:lags?|lagging|trails?|trailing|(?:is |was )?(?:last in line|at the bottom|' +
    'at the very bottom|at the back|behind the rest|struggling|lagging|trailing)|' +
    '(?:brings?|bringing) up the rear|(?:hardly|barely) (?:sells?|moves?)|' +
    '(?:performs?|performed|does|did|do|doing) (?:the )?worst|' +
    '(?:nobody|no one|noone) (?:wants|buys))',
};
