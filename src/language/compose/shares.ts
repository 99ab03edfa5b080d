import { segmentWord } from '../../segments/maps/segment-names.js';
import { type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { fieldKey } from './ranking.js';
import { MONEY, PARTS, PERCENT } from './share-patterns.js';
import { Unanswerable } from './unanswerable.js';
import { filtersIn, readText } from './values.js';

/** `what share of revenue comes from the top 10 customers`, `what % of spain is classic cars`. */
export const shares: Pass = async (draft, context) => {
  inPercent(draft);
  mixOf(draft, context);
  await ofAllBut(draft, context);
  if (ofTheTop(draft, context) || ofEach(draft, context) || (await ofPart(draft, context))) return;
  if (ofKept(draft)) return;
  const by = take(draft, SHARE_BY);
  if (by) {
    draft.show.add('share');
    draft.isComposed = true;
  }
};

/**
 * `france's share of all sales outside spain`: the whole lacks a value of the part's own field, which a share
 * cannot say. @throws Unanswerable
 */
async function ofAllBut(draft: Draft, context: ReadingContext): Promise<void> {
  const m = ALL_BUT.exec(draft.text);
  const part = m?.[1] === undefined ? undefined : await filtersIn(m[1], context);
  const left = m?.[2] === undefined ? undefined : await filtersIn(m[2], context);
  const fields = (left ? [...left.goods, ...left.others] : []).map(f => f.field);
  const same = part && [...part.goods, ...part.others].find(f => fields.includes(f.field));
  if (same)
    throw new Unanswerable(
      'I cannot tell a share of what is left without others.',
      [`sales by ${same.field}`],
      true,
    );
}
const ALL_BUT = new RegExp(
  `\\bshare of ([\\p{L}\\d .&'-]+?) (?:in|of) (?:our |the |all |total )*(?:${MONEY} )?` +
    `(?:non[ -]|outside (?:of )?|without |except |excluding )([\\p{L}\\d .&'-]+?)(?: ${MONEY})?$`,
  'u',
);

/** `sales by country in percent`: of groups their shares, of a share or a comparison nothing more. */
function inPercent(draft: Draft): void {
  if (
    take(
      draft,
      new RegExp(
        String.raw`,? ?\b(?:in|as(?: a)?) (?:percent(?:age)?s?|per ?cent|pct)(?= |$)(?! of (?!(?:the ` +
          '|our |all )*(?:total|sales|revenue)$))(?: of (?:the |our |all )*(?:total|sales|revenue))?',
      ),
    )
  )
    draft.isInPercent = true;
}

/** `product line mix`: the share of each. */
function mixOf(draft: Draft, context: ReadingContext): void {
  const m = /\b(?:the |our )?([\p{L}]+(?: (?:line|group|size))?) (?:mix|split|breakdown)\b/u.exec(draft.text);
  const key = m?.[1] ? fieldKey(m[1], context) : undefined;
  if (!m || !key || (!/mix/.test(m[0]) && !draft.isInPercent)) return;
  draft.text = tidy(draft.text.replace(m[0], ' '));
  draft.by.push(key);
  draft.show.add('share');
  draft.isComposed = true;
}

/** `what share of revenue comes from the top 10 customers`. */
function ofTheTop(draft: Draft, context: ReadingContext): boolean {
  const top = new RegExp(
    `\\b(?:${PERCENT}|how much) (?:of (?:our |the |all |total )*)?(?:${MONEY} )?(?:(?:do|does|did|` +
      `is|are|comes?|came|made|brought in|generated|in) )*(?:from|by|with)? ?(?:our |the )?(?:top|` +
      `biggest|best|largest) (${NUMBER}) ?(percent )?(?:of )?(?:our |` +
      `the )?([\\p{L}-]+(?: lines?)?)(?: (?:bring|make|account for|represent|generate|` +
      `contribute)(?: in)?(?: us)?)?`,
    'u',
  ).exec(draft.text);
  const key = top?.[3] ? fieldKey(top[3], context) : undefined;
  if (!top || !key || top[2]) return false;

  draft.text = tidy(`${draft.text.slice(0, top.index)} ${draft.text.slice(top.index + top[0].length)}`);
  draft.isStrong = true;
  draft.rank = { order: 'top', limit: numberIn(top[1] as string) };
  draft.by = [key];
  draft.rows = 'groups';
  draft.show.add('share');
  draft.isComposed = true;
  return true;
}

/** `what share of revenue came in on weekends`: of what is kept already, a share of the same without it. */
function ofKept(draft: Draft): boolean {
  if (draft.where.length === 0) return false;
  const pattern = new RegExp(
    `\\b${PERCENT}(?: of)? (?:our |the |all |total )*${MONEY} ?(?:is|are|was|were|comes?|came` +
      `|happens?|happened|do|does|did)?(?: (?:in|from|we make|made))*`,
  );
  const m = take(draft, pattern);
  if (!m) return false;
  const measure = /\b(orders|lines|units)\b/.exec(m[0])?.[1];
  if (measure) draft.measures.push(measure);
  draft.partOf = draft.where.map(filter => filter.field);
  draft.rows = 'total';
  draft.isStrong = true;
  return true;
}

/** `share of each product line`. */
function ofEach(draft: Draft, context: ReadingContext): boolean {
  const each = new RegExp(
    `\\b${PERCENT} (?:of |by |for )?(?:each|every|the different) ([\\p{L}-]+(?: lines?|` +
      ` groups?)?)(?: in(?: the)?| of)?`,
    'u',
  ).exec(draft.text);
  const eachKey = each?.[1] ? fieldKey(each[1], context) : undefined;
  if (!each || !eachKey) return false;

  draft.text = tidy(`${draft.text.slice(0, each.index)} ${draft.text.slice(each.index + each[0].length)}`);
  draft.by.push(eachKey);
  draft.show.add('share');
  draft.isComposed = true;
  return true;
}

/** `share of VIPs`: of the revenue of all customers. */
async function ofSegment(
  draft: Draft,
  m: RegExpExecArray,
  said: string,
  context: ReadingContext,
): Promise<boolean> {
  const { spans, unknown } = await readText(said, context);
  const [segment, ...others] = spans.flatMap(span => span.meanings.filter(x => x.kind === 'segment'));
  const isAlone = spans.every(span =>
    span.meanings.some(
      x => x.kind === 'segment' || x.kind === 'filler' || x.kind === 'measure' || x.kind === 'dimension',
    ),
  );
  if (segment?.kind !== 'segment' || others.length > 0 || unknown.length > 0 || !isAlone) return false;
  draft.who.push({ kind: 'segment', values: [segmentWord(segment.segment.title)] });
  draft.partOf = ['who'];
  const measure = /\b(orders|lines|units|customers)\b/.exec(m[0])?.[1];
  draft.measures.push(measure ?? 'revenue');
  draft.rows = 'total';
  draft.isStrong = true;
  draft.isComposed = true;
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`);
  return true;
}

/** `what % of spain is classic cars`. */
async function ofPart(draft: Draft, context: ReadingContext): Promise<boolean> {
  for (const [pattern, wholeAt, partAt] of PARTS) {
    const m = pattern.exec(draft.text);
    if (!m) continue;
    const named = wholeAt === undefined ? undefined : m[wholeAt];
    const whole = named === undefined ? undefined : await filtersIn(named, context);
    const part = await filtersIn(m[partAt] as string, context);
    if (!part && named === undefined && (await ofSegment(draft, m, m[partAt] as string, context)))
      return true;
    if (!part || (named !== undefined && !whole)) continue;
    const parts = [...part.goods, ...part.others];
    draft.where.push(...(whole ? [...whole.goods, ...whole.others] : []), ...parts);
    draft.partOf = parts.map(f => f.field);
    const measure = /\b(orders|lines|units)\b/.exec(m[0])?.[1];
    if (measure) draft.measures.push(/order lines/.test(m[0]) ? 'lines' : measure);
    draft.rows = 'total';
    draft.isStrong = true;
    draft.isComposed = true;
    draft.text = tidy(`${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`);
    return true;
  }
  return false;
}

const SHARE_BY = new RegExp(
  `^with (?:their|its|the|a) shares?(?: of (?:the )?(?:total|whole|all|revenue|sales))?$` +
    `|^(?:${PERCENT})(?: of (?:our |the |all |total )*${MONEY})?(?= (?:by|per|for each|of each))|` +
    `\\b(?:share|percent(?:age)?)(?: of (?:total|revenue|sales|all))?(?= (?:by|per))`,
);
