import { quoted } from '../answering/declaration.js';
import { NotUnderstood } from '../core/errors.js';
import type { Token } from '../core/text/normal-text.js';
import { kebab } from '../core/text/words.js';
import type { FoundValue } from './lexicon/lexicon.js';

/** Asks back which of several values is meant. */
export function ambiguous(said: string, run: readonly Token[], found: readonly FoundValue[]): NotUnderstood {
  const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
  const names = new Set(found.map(v => v.label ?? v.value));
  // As the data spells it; a question's words are compared in small letters.
  const [one] = found;
  const written = names.size === 1 ? (one?.label ?? one?.value) : said.slice(from, to);
  const fields = new Set(found.map(v => v.field.label.toLowerCase()));
  const shown = found.slice(0, 4);
  const before = said.slice(0, from).replace(/"$/, '');
  const after = said.slice(to).replace(/^"/, '');
  const kinds = [...fields].map(f => `a ${f}`).join(' or ');
  const areNamesakes = names.size === 1 && one?.label && found.every(v => v.field.key === 'customer');
  return new NotUnderstood(
    areNamesakes
      ? `${found.length} customers are called "${written}": name one by its id.`
      : names.size === 1 || fields.size > 1
        ? `"${written}" can be ${fields.size > 1 ? kinds : `one of ${found.length} values`}.`
        : `"${written}" matches ${found.length} values: ${shown.map(v => v.label ?? v.value).join(', ')}` +
          `${found.length > shown.length ? ', ...' : ''}.`,
    shown.map(v => `${before}${kebab(v.field.key)}:${quoted(v.value)}${after}`.replace(/\s+/g, ' ').trim()),
    true,
  );
}
