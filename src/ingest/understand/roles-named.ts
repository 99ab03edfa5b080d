import { isoDigits } from '../../core/money/currencies.js';
import { wordsOf } from '../../core/text/header-words.js';
import { headerCurrency } from './currencies/header-currency.js';
import { ROLES, type RoleKey } from './roles.js';

/** What each column of a header would be by its name alone. */
export function rolesNamed(header: readonly string[]): (RoleKey | undefined)[] {
  return header.map(text => {
    const words = wordsOf(text);
    const bare = headerCurrency(text)?.rest;
    return (
      roleCalled(words) ??
      roleCalled(withoutCurrency(words)) ??
      (bare === undefined ? undefined : roleCalled(wordsOf(bare)))
    );
  });
}

function roleCalled(words: readonly string[]): RoleKey | undefined {
  const name = words.join(' ');
  return ROLES.find(role => role.names.includes(name))?.key;
}

/** `Amount EUR`, `Total in CHF`: the currency says nothing of what the column is. */
function withoutCurrency(words: readonly string[]): readonly string[] {
  const isCurrency = isoDigits(words.at(-1)?.toUpperCase() ?? '') !== undefined;
  if (!isCurrency || words.length < 2) return words;
  return words.slice(0, words.at(-2) === 'in' ? -2 : -1);
}
