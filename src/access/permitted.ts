import { type Answer, namesCustomers } from '../core/answer/answer.js';
import { NotUnderstood, ShopkeeperError, UnknownToAsker } from '../core/errors.js';
import type { Capability } from './capabilities.js';
import { maskedText, withoutContacts } from './contacts.js';
import { firstMissing, type Rights, withinFor } from './rights.js';
import { type Within, withinText } from './within.js';

/** What somebody asked for and may not have. */
export class NotPermitted extends ShopkeeperError {
  override readonly name = 'NotPermitted';

  constructor(what: string, hint = 'Your administrator decides it, in the access file.') {
    super(`${what}.`, hint);
  }
}

const REFUSALS: Readonly<Record<Capability, string>> = {
  sales: 'You may not ask about sales here',
  customers: 'You may not see single customers or orders here',
  contacts: 'You may not see e-mail addresses here',
  export: 'You may not get lists of customers as files',
  ingest: 'You may not load files',
  digests: 'You may not manage digests',
  settings: 'You may not see what others asked',
};

/** @throws NotPermitted if a capability is missing */
export function mustHave(rights: Rights, needed: readonly Capability[]): void {
  const missing = firstMissing(rights, needed);
  if (missing) throw new NotPermitted(REFUSALS[missing]);
}

/** What an answer is made of: a part of the shop, and the part whose customers and orders it may name. */
export interface Sight {
  readonly part: Within;
  /** The same part unless given. */
  readonly names: Within;
}

/**
 * Asks for an answer as far as somebody may see it: for their part of the shop, without e-mail addresses if
 * these are not for them. What an answer needs is known once it is there: one that names customers is made
 * again for the part of the shop whose customers they may see, if that is another. Until then nobody is named
 * to it whom they may not see: not in suggestions, examples and errors either.
 * @param ask makes the answer
 * @throws NotPermitted
 */
export async function permittedAnswer(
  ask: (sight: Sight) => Promise<Answer>,
  rights: Rights,
): Promise<Answer> {
  const { part, names } = sightOfQuestion(rights);
  const answer = await ask({ part, names }).catch(error => {
    // Whether there is such a customer is not said either.
    if (error instanceof UnknownToAsker) mustSeeCustomers(rights);
    throw rights.may.has('contacts') ? error : withoutAddresses(error);
  });
  const needed = neededFor(answer);
  mustHave(rights, needed);
  if (needed.includes('customers')) mustSeeCustomers(rights);
  const own = needed.length === 0 ? part : withinFor(rights, needed);
  const isSame = withinText(own) === withinText(part) && (needed.length === 0 || names === undefined);
  const seen = isSame ? answer : await ask({ part: own, names: undefined });
  return rights.may.has('contacts') ? seen : withoutContacts(seen);
}

/** What is seen of the shop while a question is read. @throws NotPermitted if nothing may be asked */
export function sightOfQuestion(rights: Rights): Sight {
  const first: Capability = rights.may.has('sales') || !rights.may.has('customers') ? 'sales' : 'customers';
  mustHave(rights, [first]);
  const part = withinFor(rights, [first]);
  const named = rights.customers === 'refused' ? [] : withinFor(rights, [first, 'customers']);
  return { part, names: withinText(named) === withinText(part) ? undefined : named };
}

/** What was not understood, without e-mail addresses in its suggestions. */
function withoutAddresses(error: unknown): unknown {
  if (!(error instanceof NotUnderstood)) return error;
  const { message, suggestions, isFinal } = error;
  const offered = suggestions.filter(text => maskedText(text) === text);
  return new NotUnderstood(maskedText(message), offered, isFinal);
}

/** @throws NotPermitted if customers may not be seen, or not in this channel */
function mustSeeCustomers(rights: Rights): void {
  mustHave(rights, ['customers']);
  if (rights.customers === 'refused')
    throw new NotPermitted(
      'In this channel I do not answer about single customers or orders',
      'Please ask me in a direct message.',
    );
}

/** What is needed to see an answer, beside being allowed to ask. */
export const neededFor = (answer: Answer): Capability[] => [
  ...(namesCustomers(answer) ? (['customers'] as const) : []),
  ...(answer.file === undefined ? [] : (['export'] as const)),
  ...(answer.contactsFor === undefined ? [] : (['contacts'] as const)),
];

/** The parts of an answer's thread, or of a digest, that may be shown where customers may not be named. */
export const withoutCustomers = (answers: readonly Answer[]): Answer[] =>
  answers.filter(answer => !namesCustomers(answer) && answer.file === undefined);
