import { headerNames, type Role } from '../role.js';
import * as asian from './asian.js';
import * as central from './central-european.js';
import * as cyrillicAndGreek from './cyrillic-and-greek.js';
import type { HeaderWords } from './languages.js';
import * as western from './western.js';

const LANGUAGES: readonly HeaderWords[] = [western, central, cyrillicAndGreek, asian].flatMap(group =>
  Object.values<HeaderWords>(group),
);

/**
 * The role with its header words in the further languages, also as keyboards without their letters write
 * them.
 */
export function inAllLanguages(role: Role): Role {
  const names = LANGUAGES.flatMap(words => words[role.key] ?? []).flatMap(headerNames);
  const further = names.flatMap(name => [name, plain(name)]).filter(name => name !== '');
  return { ...role, names: [...new Set([...role.names, ...further])] };
}

/** Letters that are no accented ones, by what stands in for them. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', æ: 'ae' };
const plain = (name: string): string => name.replace(/[ıłđøæ]/g, letter => PLAIN[letter] ?? letter);
