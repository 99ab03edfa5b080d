import { findGrain } from '../../answering/grouping-fields.js';
import { BUY, type Draft, type Pass, PEOPLE, take, tidy } from './draft.js';

const SHARE =
  '(?:what |which |how (?:many|big a) )?(?:(?:is|was|are) )?(?:the |our )?' +
  '(?:percent(?:age)?|share|proportion|portion|part|fraction)(?: of)?(?: (?:our|the|all|my|these))*';

/** `what % of customers ordered twice`: who they are is read as of a list, and told as a part of all. */
export const shareOfCustomers: Pass = draft => {
  const m = take(
    draft,
    new RegExp(
      `^${SHARE} (${PEOPLE}) (?!(?:sales|revenue|value|lifetime|segments?)\\b)(?=(?:who|that|have` +
        `|has|had|did|do|` +
        `are|were|with|only|not|spent|spend|spends|paid|bought|buy|ordered|order|purchased|came|come` +
        `|returned|` +
        `made|placed|in|from)\\b)`,
    ),
    'customers who',
  );
  if (!m) return;
  // "Who in Spain": a place needs no verb.
  draft.text = draft.text
    .replace(/^customers who (?:who|that) /, 'customers who ')
    // "In France bought planes": the place is the customers' own.
    .replace(
      new RegExp(`^customers who ((?:in|from) (?:(?!who|that)\\S+ )+?)(?=(?:have |has )?${BUY})`),
      'customers $1who ',
    );
  draft.isShareOfCustomers = true;
};

/** Settles it when the conditions are known. @returns whether the rows are settled */
export function asShareOfCustomers(draft: Draft): boolean {
  if (!draft.isShareOfCustomers) return false;
  const named = draft.where.filter(f => f.field !== 'without');
  if (draft.who.length + named.length === 0 || draft.by.some(key => !findGrain(key))) {
    draft.text = tidy(`${draft.text} percent`);
    return false;
  }
  draft.rows = draft.by.length > 0 ? 'groups' : 'total';
  draft.measures = ['customers'];
  draft.partOf = draft.who.length > 0 ? ['who'] : named.map(f => f.field);
  draft.isComposed = true;
  draft.isStrong ||= draft.who.some(c => c.kind !== 'segment');
  return true;
}
