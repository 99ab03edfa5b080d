import { wordsOf } from '../../core/text/header-words.js';
import { ROLES, type RoleKey } from './roles.js';

/** What each column of a header would be by its name alone. */
export function rolesNamed(header: readonly string[]): (RoleKey | undefined)[] {
  return header.map(text => {
    const name = wordsOf(text).join(' ');
    return ROLES.find(role => role.names.includes(name))?.key;
  });
}
