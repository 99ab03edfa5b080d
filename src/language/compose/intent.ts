import { type Draft, type Pass, PEOPLE, take } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';

/** What is wanted: yes or no, e-mail addresses, a table, a goal. */
export const intent: Pass = draft => {
  if (
    /^(?:everything|all(?: sales)?|total)\b.*\b(?:except|but|without|excluding|other than)\b/.test(draft.text)
  )
    draft.isStrong = true;
  withLastOrder(draft);
  withFigures(draft);
  asksWhen(draft);
  const sized = take(
    draft,
    /\b(?:our|my|the) (small|little|minor|big|large|major)(?:est|est)? (?:customers|clients|accounts)\b/,
  );
  if (sized) {
    draft.isStrong = true;
    draft.rank = { order: /^(?:small|little|minor)/.test(sized[1] as string) ? 'bottom' : 'top', limit: 10 };
    draft.rows = 'customers';
    draft.isComposed = true;
  }
  const goal = take(
    draft,
    new RegExp(
      `\\b(?:(?:are|will|do|can|could|did) we (?:be )?)?(?:going to |likely to )?(?:on (?:track|` +
        `course|pace|target)(?: for| to (?:reach|hit|make|do|get to))?|(?:reach|hit|make it to|` +
        `get to|achieve)(?: (?:our|the|a))?(?: (?:goal|target))?(?: of)?|goal of|target of|target ` +
        `(?:for [a-z0-9 ]{3,20} )?(?:was|is)|we (?:want(?:ed)?|aimed for|were aiming for|hoped for` +
        `|planned(?: for)?|targeted)(?: to (?:make|reach|get|hit))?) ` +
        `(${NUMBER})(?! (?:orders|customers|units|products))`,
    ),
  );
  if (goal?.[1]) {
    take(
      draft,
      new RegExp(
        ',? ?(?:and )?(?:(?:did|do|have|will|are) we )?(?:hit|reach(?:ed)?|made?|make|' +
          'got?|get|met|meet|going to make) (?:it|that|there)$',
      ),
    );
    draft.goal = numberIn(goal[1]);
    draft.isComposed = true;
  }
  if (take(draft, /(?:,|with|including|incl|and)* ?(?:the(?:ir|m)? )?\bemails?\b/)) {
    draft.show.add('email');
    draft.isComposed = true;
    draft.rows ??= 'customers';
  }
  if (take(draft, /\b(?:as|in) a table\b|\btable only\b|\bno chart\b|\bwithout (?:a |the )?chart\b/))
    draft.show.add('table');
  if (/^(?:is|are|was|were|do|does|did|has|have|had|any)\b/.test(draft.text) && !/\bor\b/.test(draft.text))
    draft.show.add('yes-no');
  if (
    new RegExp(
      `\\b(?:list|who|whom|name|names|which) (?:of )?(?:all |the |our |us |are |is |` +
        `were )*(?:\\w+ )?(?:\\w+ )?(?:${PEOPLE})\\b|^(?:${PEOPLE})\\b|^(?:list|who|give me|show me|` +
        `find|get) `,
    ).test(draft.text) &&
    draft.who.length > 0
  )
    draft.rows ??= 'customers';
};

/** Lists of customers have the day of their last order. */
function withLastOrder(draft: Draft): void {
  if (
    new RegExp(`\\b${PEOPLE}\\b`).test(draft.text) &&
    take(
      draft,
      new RegExp(
        String.raw`,? ?\b(?:with|and|incl(?:uding)?) (?:their |the )?(?:last|latest|most recent) ` +
          '(?:order|purchase)(?: dates?| days?)?$',
      ),
    )
  )
    draft.rows ??= 'customers';
}

const FIGURE =
  '(?:(?:total |number of |overall )*(?:revenue|spend(?:ing)?|sales|turnover|orders|order ' +
  'counts?|amounts?|segments?|last order(?: dates?)?|average order(?: value)?))';

/** `all customers from france with revenue and number of orders`: columns that every list of them has. */
function withFigures(draft: Draft): void {
  const listed = new RegExp(
    `^(?:(?:list|show|give|get)(?: me| us)? )?(?:all |every |a list of |list of )*(?:the |our )?${PEOPLE}\\b`,
  );
  const columns = new RegExp(
    `,? ?\\b(?:with|incl(?:uding)?|showing|and)(?: their| the)? ${FIGURE}(?:(?: ?,| and| &)+ ` +
      `(?:their |the )?${FIGURE})*$`,
  );
  const isList = /^(?:list|show|give|get|all)\b/.test(draft.text);
  if (!isList || !listed.test(draft.text) || !take(draft, columns)) return;
  take(draft, listed, 'customers');
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `when did they last order`. */
function asksWhen(draft: Draft): void {
  // The last order of a place or a person: its day is in the list of orders.
  const day =
    /^when (?:was|is) (?=(?:the|our) (?:very )?(?:last|latest|first|most recent) (?:order|sale|purchase)\b)/;
  if (take(draft, day)) {
    draft.text = draft.text.replace(/\b(?:sale|purchase)\b/, 'order').replace(/\bvery /, '');
    return;
  }
  const when = take(draft, /\bwhen (?:did|was|has|is)\b/);
  if (
    when &&
    take(
      draft,
      /\b(?:last|latest|most recent)(?: time)? ?(?:order(?:ed)?|buy|bought|purchased?|visit(?:ed)?)?\b/,
    )
  ) {
    take(draft, /\b(?:order|buy|ordered)\b/);
    draft.rows = 'customers';
    draft.isComposed = true;
  } else if (when) draft.text = `when ${draft.text}`;
}
