import { type Pass, take } from './draft.js';

const APART = new RegExp(
  '\\b(?:(?:revenue |sales )?split(?: of)?|breakdown|broken down|side by side|separately|apiece|' +
    'individually|respectively|rank(?:ed|ing)?(?: (?:them|em|those))?|each(?: of them)?)\\b',
);
const BESIDE = /\b(?:vs|versus)\b/;

/**
 * `m/f split of revenue`, `women vs men, and their share`: values of one field that are to stand beside each
 * other, where they would be added up otherwise. Read after the values.
 */
export const apart: Pass = draft => {
  if (draft.by.length > 0 || (draft.rows !== undefined && draft.rows !== 'total')) return;
  const several = draft.where.filter(f => !f.not && (f.values?.length ?? 0) > 1);
  const [only, ...others] = several;
  if (!only || others.length > 0) return;
  const isPart = draft.partOf?.includes(only.field) === true;
  take(draft, APART);
  const isAsked = APART.test(draft.whole) || (isPart && BESIDE.test(draft.whole));
  if (!isAsked) return;
  draft.by = [only.field];
  draft.rows = 'groups';
  if (isPart) {
    delete draft.partOf;
    draft.show.add('share');
  }
  draft.isComposed = true;
  draft.isStrong = true;
};
