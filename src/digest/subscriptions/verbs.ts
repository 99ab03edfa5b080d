import { distance } from 'fastest-levenshtein';

/** What people say for it. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['remove', 'unsubscribe'],
  ['delete', 'unsubscribe'],
  ['cancel', 'unsubscribe'],
  ['stop', 'unsubscribe'],
  ['add', 'subscribe'],
  ['create', 'subscribe'],
  ['post', 'now'],
  ['subscriptions', 'list'],
  ['continue', 'resume'],
]);

/** The verb that a word stands for, or the one that may have been meant. */
export function verbFor(word: string, verbs: readonly string[]): { verb?: string; near?: string } {
  const said = word.toLowerCase();
  const verb = verbs.find(v => v === said) ?? ALIASES.get(said);
  if (verb !== undefined && verbs.includes(verb)) return { verb };
  const near = [...verbs].sort((a, b) => distance(a, said) - distance(b, said))[0];
  return near !== undefined && distance(near, said) <= 3 && said.length > 3 ? { near } : {};
}
