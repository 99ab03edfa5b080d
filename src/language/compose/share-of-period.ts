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

/** `share of q4 in 2004`: all quarters of the year, with their shares. */
export const shareOfPeriod: Pass = async (draft, context) => {
  for (const [way, part, whole] of WAYS) {
    const m = way.exec(tidy(draft.text));
    if (!m) continue;
    const year = m[whole] as string;
    const [of, all] = [await periodOf(`${m[part]} ${year}`, context), await periodOf(year, context)];
    if (!of?.grain || !all || of.range.from < all.range.from || of.range.to > all.range.to) continue;
    draft.measures = ['revenue'];
    draft.by = [of.grain];
    draft.period = all;
    draft.show.add('share');
    draft.isComposed = true;
    draft.isStrong = true;
    draft.text = '';
    return;
  }
};

async function periodOf(text: string, { periods }: ReadingContext) {
  const found = await periodAtStart(text, periods);
  return found?.rest === '' ? found.period : undefined;
}
