import { MONTH_NAMES, partsOf } from '../../core/calendar/days.js';
import { type DayRange, periodsIn } from '../../core/calendar/grain.js';
import { periodAtStart } from './customers-of-periods.js';
import { type Pass, type ReadingContext, tidy } from './draft.js';

const SHARE = '(?:share|percent(?:age)?|part|proportion|portion|slice)';
const MONEY = '(?:of (?:the |our |total )*(?:revenue|sales|turnover) )?';
const PART = '((?:q[1-4]|h[12]|[a-z]+)(?: (?:19|20)\\d\\d)?)';
const WHOLE = '((?:19|20)\\d\\d|this year|last year|q[1-4] (?:19|20)\\d\\d)';
const WAYS: readonly (readonly [way: RegExp, part: number, whole: number])[] = [
  [
    new RegExp(
      `^(?:what |which |the )*${SHARE} ${MONEY}(?:of|was|is|came in|falls? in) ${PART} (?:of|in) ${WHOLE}$`,
    ),
    1,
    2,
  ],
  [
    new RegExp(`^in ${WHOLE},? (?:what |which )?${SHARE} ${MONEY}(?:is|was|came in|falls? in) ${PART}$`),
    2,
    1,
  ],
  [new RegExp(`^${PART} (?:is|was|makes?|made)(?: up)? what ${SHARE} ${MONEY}(?:of|in) ${WHOLE}$`), 1, 2],
];

/** `share of q4 in 2004`: what its months came to, as a part of the year. */
export const shareOfPeriod: Pass = async (draft, context) => {
  for (const [way, part, whole] of WAYS) {
    const m = way.exec(tidy(draft.text));
    if (!m) continue;
    const year = m[whole] as string;
    const [of, all] = [await periodOf(`${m[part]} ${year}`, context), await periodOf(year, context)];
    const months = of && all && monthsWithin(of.range, all.range);
    if (!months || months.length === 0) continue;
    draft.measures = ['revenue'];
    draft.period = all;
    draft.where.push({ field: MONTH, values: months });
    draft.partOf = [MONTH];
    draft.isComposed = true;
    draft.isStrong = true;
    draft.text = '';
    return;
  }
};

const MONTH = 'month-of-year';

/** The names of the months that a period of one year is made of; none where it is not within the year. */
function monthsWithin(part: DayRange, year: DayRange): string[] {
  if (part.from < year.from || part.to > year.to || partsOf(part.from).date !== 1) return [];
  return periodsIn('month', part).map(({ from }) => MONTH_NAMES[partsOf(from).month - 1] as string);
}

async function periodOf(text: string, { periods }: ReadingContext) {
  const found = await periodAtStart(text, periods);
  return found?.rest === '' ? found.period : undefined;
}
