import { wordsOf } from '../../core/text/header-words.js';
import { ROLES } from './roles.js';

/** How many roles have a column of their name in a header. */
export function rolesNamed(header: readonly string[]): number {
  const names = new Set(header.map(name => wordsOf(name).join(' ')));
  return ROLES.filter(role => role.names.some(name => names.has(name))).length;
}
