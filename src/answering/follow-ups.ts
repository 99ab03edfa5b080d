import { type FollowUp, labelOf } from '../core/answer/follow-up.js';
import { canonical, type Declaration, type Query, type QueryArguments, type Slot } from './declaration.js';
import type { ShopView } from './shop.js';

/** A query to offer, and what its button says; `labelOf` its text, without what it inherits, unless given. */
export type Offer = Query & { readonly label?: string };

/** A sales question to offer: `sales('trend', { grain: 'month' })`. */
export const sales = (question: string, given: Partial<QueryArguments> & { label?: string } = {}): Offer => ({
  family: 'sales',
  question,
  ...given,
});

/** The customer segments to offer. */
export const SEGMENTS: Offer = { family: 'segment', question: 'summary', label: 'Customer segments' };

/** Arguments that an offer takes over from the query that was answered, unless it has its own. */
const INHERITED = ['period', 'filters', 'segmentation'] as const satisfies readonly Slot[];

/**
 * Follow-ups of an answer. An offer keeps the period, the filters and the segmentation of the query if its
 * question takes them, so that a button under Germany is about Germany. Left out are offers that are
 * undefined (the data lacks what they need) or that miss an argument their question requires.
 */
export function followUps(
  { questions }: Pick<ShopView, 'questions'>,
  answered: QueryArguments,
  offers: readonly (Offer | undefined)[],
): FollowUp[] {
  const texts = new Set<string>();
  return offers.flatMap(offer => {
    const question = questions.find(q => q.family === offer?.family && q.name === offer.question);
    if (!offer || !question) return [];
    const query = { ...inherited(answered, question), ...offer, question };
    if (!(question.required ?? []).every(slot => query[slot] !== undefined)) return [];
    const text = canonical({ ...query, filters: query.filters ?? [] });
    if (texts.has(text)) return [];
    texts.add(text);
    return [{ text, label: offer.label ?? labelOf(canonical({ ...offer, question, filters: [] })) }];
  });
}

function inherited(
  answered: QueryArguments,
  { optional, required = [] }: Declaration,
): Partial<QueryArguments> {
  const takes = new Set<Slot>([...optional, ...required]);
  return Object.fromEntries(
    INHERITED.filter(slot => takes.has(slot) && answered[slot] !== undefined).map(slot => [
      slot,
      answered[slot],
    ]),
  );
}
