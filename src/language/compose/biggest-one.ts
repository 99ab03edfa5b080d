import { kebab } from '../../core/text/words.js';
import { type Pass, tidy } from './draft.js';
import { fieldKey } from './ranking.js';
import { filtersIn } from './values.js';

const IS_BIGGEST = new RegExp(
  "^(?:is|was|are|were) (?:it true that )?([\\p{L}\\d .,&'-]+?) (?:still |really )?(?:our|the|my|your) " +
    '(?:single )?(biggest|largest|best|top|number one|main|most important|best[- ]selling|strongest|' +
    'worst|smallest|weakest)(?:[- ]selling)? ([\\p{L}-]+(?: line| group)?)(?= |$)',
  'u',
);

/** `is france our biggest market`: the ranking tells it, and a filter for the one that is named would not. */
export const biggestOne: Pass = async (draft, context) => {
  const m = IS_BIGGEST.exec(draft.text);
  const key = fieldKey(m?.[3] ?? '', context);
  if (!m || !key) return;
  const one = await filtersIn(m[1] as string, context);
  const filters = one ? [...one.goods, ...one.others] : [];
  const field = context.fields.find(f => kebab(f.key) === key);
  const isOfField = filters.length === 1 && filters[0]?.field === key && filters[0]?.values?.length === 1;
  if (!isOfField || (!field && key !== 'customer')) return;
  const order = /worst|smallest|weakest/.test(m[2] as string) ? 'bottom' : 'top';
  draft.text = tidy(`${order} ${m[3]} ${draft.text.slice(m[0].length)}`);
  draft.isStrong = true;
  draft.isComposed = true;
};
