import type { CustomerCondition } from '../../core/query/query.js';
import { periodAtStart } from './customers-of-periods.js';
import { BUY, type Pass, PEOPLE, type ReadingContext, tidy } from './draft.js';

const JOINED =
  '(?:(?:who|that|which|have|has|had|did|were|was|are|is|we) )*(?:joined|came on board|signed up|' +
  'started(?: buying| ordering| with us| out)?|' +
  `(?:first|newly|initially) (?:${BUY}|came|joined|acquired|won|started)|(?:${BUY}|` +
  'came) (?:for the )?first(?: time)?|new(?:ly won|ly acquired)?|' +
  'won|gained|acquired|(?:placed|made|had) (?:a |their )?(?:very )?first (?:order|' +
  'purchase))(?: (?:us|with us|to us))?';
const WHO_HAVE = '(?:(?:who|that|which|have|has|had|did) )*';
const BOUGHT = `${WHO_HAVE}(?:${BUY}|were active|active|were customers|were with us)`;
const OF =
  '(?:so )?(?:(?:of|from|out of|among|amongst) )(?:(?:all|the|our|those|these|ones|that|group of) )*';
const AGAIN =
  '(?:(?:of them|have|has|had|were|are|did|do|then|still|also|ever|again|they|even|actually|' +
  'went on to|who|that) )*' +
  `(?:${BUY}|still|came back|come back|came again|returned|return|around|active|with us|here|` +
  'repeated|stayed)(?: (?:again|back|active|around|with us|customers|for more|anything|something))*';

const HOW_MANY_OF = new RegExp(
  `^how many (?:of )?(?:(?:the|our|those) )*(${PEOPLE}) (${JOINED}|${BOUGHT}) (?:in |during |` +
    `from )(.+?) (?=${AGAIN} (?:in|during) )`,
);
const OF_THOSE = new RegExp(
  `^${OF}(?:${PEOPLE} |ones |guys |folks )?(?:(${JOINED})|${BOUGHT}) (?:in |during |` +
    'from )?(.+?),? (how many|what percent(?:age)?|what share|which|who)(?: of them|' +
    ` of those)? ${AGAIN} (?:in |during )(.+)$`,
);

/**
 * `of those who first bought in 2003, how many came back in 2004`: customers of two periods. Read before the
 * periods, which are the customers' own.
 */
export const customersOfTwoPeriods: Pass = async (draft, context) => {
  // "How many of the customers new in 2003" is the same the other way round.
  const said = draft.text.replace(HOW_MANY_OF, 'of customers $2 in $3, how many ');
  const of = OF_THOSE.exec(said);
  const first = of && (await whole(of[2] as string, context));
  const second = of && (await whole(of[4] as string, context));
  if (of && first && second) {
    const start: CustomerCondition = of[1]
      ? { kind: 'first-order', period: first }
      : { kind: 'bought', where: [], period: first };
    draft.who.push(start, { kind: 'bought', where: [], period: second });
    draft.isComposed = true;
    draft.isStrong = true;
    draft.text = '';
    if (/^(?:which|who)/.test(of[3] as string)) draft.rows = 'customers';
    else {
      draft.measures = ['customers'];
      draft.partOf = ['bought'];
      draft.rows = 'total';
    }
  }
};

/** The period that a text is from its first word to its last. */
async function whole(text: string, { periods }: ReadingContext): Promise<string | undefined> {
  const found = await periodAtStart(tidy(text.replace(/^(?:in|during) /, '')), periods);
  return found && found.rest.trim() === '' ? found.period.text : undefined;
}
