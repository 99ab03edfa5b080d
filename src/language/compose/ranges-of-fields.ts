import { type GroupingField, namesOf, numbersBehind } from '../../answering/grouping-fields.js';
import { remark } from '../../core/answer/notes.js';
import type { NumberRange } from '../../core/query/query.js';
import { kebab } from '../../core/text/words.js';
import { endWithinGroup, groupsOnly, isGroupWithin } from '../../query/ranges.js';
import { listValues } from '../../store/tables/dimensions.js';
import { type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn, RANGE, rangeIn } from './numbers.js';
import { Unanswerable } from './unanswerable.js';

/** A range that may also be said as `60+`, `40 to 60` or `older than 60`. */
const SAID =
  `(?:${RANGE}|(?:from |between )?${NUMBER} ?(?:-|–|to|and) ?${NUMBER}|(?:older|younger|higher|lower|` +
  `bigger) than ${NUMBER}|${NUMBER} (?:and|or) (?:over|older|above|up|under|younger|below|more|less|` +
  'better|worse|higher|lower))';

/** `income above 100k`, `women over 60`, `ratings of 4 or more`: numbers of a field of the data. */
export const rangesOfFields: Pass = async (draft, context) => {
  for (const field of context.fields) {
    const { by } = field;
    if (by.kind !== 'dimension' || !/\d/.test(draft.text)) continue;
    const range = takeRange(draft, field);
    if (range) await keep(draft, field, range, context);
  }
};

/** `gave us a 5`, `1-star ratings`. */
const STARS = new RegExp(
  String.raw`\b(?:(?:who|that|have|has) )*(?:gave|rated|scored|left)(?: us| it)?(?: an?| with|` +
    String.raw` at)* (\d)(?: stars?)?(?: out of \d+)?(?![\d\p{L}])|\b(\d)[- ]stars?(?: (?:ratings?|` +
    String.raw`reviews?|purchases?))?(?![\p{L}])|(?<!\b(?:by|` +
    String.raw`per) )\b(?:with )?(?:an? )?ratings? (?:of |is |equal to |= ?)*(\d)(?![\d\p{L}.,-]|` +
    ' (?:to|and|or|-))',
  'u',
);

const VERB_OF_INCOME =
  '(?:earning|earns?|who earn|making|income of|with an? (?:income|salary) of|with incomes? of)';
const AGED = '(?:(?:who|that|are|is|aged?|ages?|between the ages of|of age)(?= ) ?)*';

/** How ranges of a field are said; made once, since patterns of many numbers take long to make. */
interface Patterns {
  readonly names: RegExp;
  readonly own: RegExp;
  readonly behind: RegExp;
}
const PATTERNS = new WeakMap<GroupingField, Patterns>();

function patternsOf(field: GroupingField): Patterns {
  const known = PATTERNS.get(field);
  if (known) return known;
  const names = namesOf(field)
    .map(name => `${name.replace(/[^\p{L}\d ]/gu, '')}s?`)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const made: Patterns = {
    names: new RegExp(`\\b(?:${names})(?![\\p{L}])`, 'u'),
    own: new RegExp(
      `\\b(?:(?:with|whose|of|and|where|an?|the) )*(?:${names})(?: (?:levels?|groups?|is|are|was|` +
        `were|of|between|from|in|being))* (${SAID})(?![\\p{L}\\d])`,
      'u',
    ),
    behind: new RegExp(`\\b(?:with |an? )*(${SAID}) (?:of )?(?:${names})(?![\\p{L}])`, 'u'),
  };
  PATTERNS.set(field, made);
  return made;
}

const EARNING = new RegExp(
  `\\b(?:people |customers |those |who )*${VERB_OF_INCOME} (${SAID})(?: an?(?:nually)? year|` +
    ' a month)?(?![\\p{L}\\d])',
  'u',
);

function takeRange(draft: Draft, field: GroupingField): NumberRange | undefined {
  const isNumbers = field.by.kind === 'dimension' && field.by.dimension.edges !== null;
  const isRating = /rating|stars|score|csat/i.test(field.key);
  if (!isNumbers && !isRating) return undefined;
  const stars = isRating ? take(draft, STARS) : undefined;
  if (stars) return rangeIn(`exactly ${stars[1] ?? stars[2] ?? stars[3]}`);
  const { names, own, behind } = patternsOf(field);
  const m = names.test(draft.text)
    ? (take(draft, own) ?? (isRating ? take(draft, behind) : undefined))
    : undefined;
  if (m?.[1]) return rangeOf(m[1]);
  if (/^income/i.test(field.key)) {
    const earning = /\b(?:earn|making|income|salary)/.test(draft.text)
      ? take(draft, EARNING, 'customers')
      : undefined;
    return earning?.[1] ? rangeOf(earning[1]) : undefined;
  }
  return /^age/i.test(field.key) ? ageIn(draft) : undefined;
}

/** An age is said without its name: `women over 60`, `the under 30s`, `60+`. */
function ageIn(draft: Draft): NumberRange | undefined {
  // "How many under 25s" are customers.
  const isAskedFor =
    /\b(?:how many|number of|count of)(?: of)?(?: the| our)? (?:under|over|above|below) \d\ds\b/;
  const instead = isAskedFor.test(draft.text) ? 'customers' : ' ';
  const plural = take(draft, /\b(?:the |our )?(under|over|above|below) (\d\d)s\b/, instead);
  if (plural) return rangeIn(`${plural[1]} ${plural[2]}`);
  if (!SAYS_RANGE.test(draft.text)) return undefined;
  const m = OF_AGE.exec(draft.text);
  const said = m?.[3];
  if (m && said !== undefined && isAge(said)) {
    // "Revenue from customers over 40" is about lines of theirs, "customers over 40" are a list.
    const isList = m[1] !== undefined && m.index === 0 && !ASKS_FIGURES.test(draft.text);
    if (isList) draft.rows ??= 'customers';
    const isCounted =
      m[1] !== undefined &&
      /\b(?:how many|number(?: of)?|count(?: of)?) $/.test(draft.text.slice(0, m.index));
    const instead = isList || isCounted ? 'customers' : (m[2] ?? '');
    draft.text = tidy(
      `${draft.text.slice(0, m.index)} ${instead} ${draft.text.slice(m.index + m[0].length)}`,
    );
    return rangeOf(said);
  }
  const aged = take(draft, AGED_SO);
  return aged?.[1] ? rangeOf(aged[1]) : undefined;
}

/** Without one of these there is no range, and long patterns need not be tried. */
const SAYS_RANGE = new RegExp(
  '\\b(?:under|over|above|below|between|older|younger|aged?|ages|more|less|fewer|least|most|up|' +
    'exactly)\\b|[<>]|\\b\\d\\d ?(?:[+–-]|plus|to|and|or)',
);

const ASKS_FIGURES =
  /\b(?:revenue|sales|orders|units|how (?:many|much)|average|median|spend|total|share|percent)\b/;

/** People by what they are: a value of the shop is behind it. */
const OF_A_KIND =
  '(women|men|woman|man|ladies|females?|males?|singles?|widows?|divorcees?|(?!(?:how|many|our|the|' +
  'all|any|of|for|from|by)\\b)\\p{L}+ (?:people|customers))';

const OF_AGE = new RegExp(
  `\\b(?:((?:(?:for|from|of|by|to|with|among) )?(?:the |our |all )?(?:${PEOPLE}|folks|guys))|` +
    `${OF_A_KIND}) ${AGED}(${SAID})` +
    '(?: years?(?: old| of age)?)?(?= (?:in|from|who|with|and|by|did|do|buy|bought|spend|spent|' +
    'per|how|what|average|median|revenue|sales|orders|total)\\b| ?[,:]| -|$)(?! (?:and|or) \\d)',
  'u',
);
const AGED_SO = new RegExp(`\\b(?:aged?|ages|(?:between|from) the ages of) (${SAID})`);

const isAge = (said: string): boolean =>
  !/[$€£k]|\dm\b/.test(said) && (said.match(/\d+/g) ?? []).every(n => Number(n) >= 10 && Number(n) <= 110);

function rangeOf(said: string): NumberRange {
  const between = new RegExp(`^(?:from |between )?(${NUMBER}) ?(?:-|–|to|and) ?(${NUMBER})$`).exec(said);
  if (between) return { from: numberIn(between[1] as string), to: numberIn(between[2] as string) };
  const than = /^(older|higher|bigger|younger|lower) than (.+)$/.exec(said);
  if (than) return rangeIn(`${/younger|lower/.test(than[1] as string) ? 'under' : 'over'} ${than[2]}`);
  const open = new RegExp(`^(${NUMBER}) (?:and|or) (\\w+)$`).exec(said);
  if (open)
    return rangeIn(
      `${open[1]} or ${/under|younger|below|less|worse|lower/.test(open[2] as string) ? 'less' : 'more'}`,
    );
  return rangeIn(said);
}

/**
 * Keeps the numbers in a range, or in a store without them the groups that make it up.
 * @throws Unanswerable where it ends within a group
 */
async function keep(
  draft: Draft,
  field: GroupingField,
  range: NumberRange,
  { view }: ReadingContext,
): Promise<void> {
  if (field.by.kind !== 'dimension') return;
  const { edges } = field.by.dimension;
  const key = kebab(field.key);
  draft.isComposed = true;
  draft.isStrong = true;
  if (!edges) {
    const isOne = range.from !== undefined && range.from === range.to;
    draft.where.push(isOne ? { field: key, values: [String(range.from)] } : { field: key, range });
    return;
  }
  if (await numbersBehind(field, view.store)) {
    draft.where.push({ field: key, range });
    return;
  }
  const label = field.label.toLowerCase();
  const values = (await listValues(view.store, field.by.dimension)).map(v => v.value);
  const end = endWithinGroup(range, edges);
  if (end !== undefined)
    throw new Unanswerable(
      groupsOnly(label, values, end),
      [`sales by ${key}`, ...values.slice(-1).map(v => `sales ${key}:${v}`)],
      true,
    );
  // A group holds what is above its lower limit, up to its upper one: 60 itself is in 40-60.
  const kept = values.filter(value => isGroupWithin(value, range));
  if (kept.length === 0) return;
  draft.where.push({ field: key, values: kept });
  const inexact = [
    ...(range.from !== undefined && !range.isOver ? [`${range.from} itself is not among them`] : []),
    ...(range.to !== undefined && range.isUnder ? [`${range.to} itself is among them`] : []),
  ];
  if (inexact.length > 0)
    draft.remarks.push(
      remark(`The data keeps the ${label} in groups: ${kept.join(', ')}; ${inexact.join(', ')}.`),
    );
}
