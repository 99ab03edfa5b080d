import { distance } from 'fastest-levenshtein';

/** Other words for the verbs. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['remove', 'unsubscribe'],
  ['delete', 'unsubscribe'],
  ['cancel', 'unsubscribe'],
  ['stop', 'unsubscribe'],
  ['add', 'subscribe'],
  ['create', 'subscribe'],
  ['alert', 'subscribe'],
  ['tell', 'subscribe'],
  ['post', 'now'],
  ['subscriptions', 'list'],
  ['continue', 'resume'],
]);

/** The verb that a word stands for, or the verb it may be a misspelling of. */
export function verbFor(word: string, verbs: readonly string[]): { verb?: string; near?: string } {
  const typed = word.toLowerCase();
  const verb = verbs.find(v => v === typed) ?? ALIASES.get(typed);
  if (verb !== undefined && verbs.includes(verb)) return { verb };
  const near = [...verbs].sort((a, b) => distance(a, typed) - distance(b, typed))[0];
  return near !== undefined && distance(near, typed) <= 3 && typed.length > 3 ? { near } : {};
}
