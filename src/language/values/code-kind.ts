import type { Token } from '../../core/text/normal-text.js';

/** Whether a code is that of a product or of a customer, by the words around it: "units of 22423 sold". */
export function kindBeside(run: readonly Token[], tokens: readonly Token[]): string | undefined {
  const at = tokens.indexOf(run[0] as Token);
  const before = tokens
    .slice(Math.max(0, at - 3), at)
    .map(t => t.text)
    .join(' ');
  const next = tokens
    .slice(at + run.length, at + run.length + 2)
    .map(t => t.text)
    .join(' ');
  if (
    /\b(?:units|pieces|items|quantity|price|rating) of(?: the)?$/.test(before) ||
    /^(?:sold|sells?|selling)\b/.test(next)
  )
    return 'product';
  return /^(?:spends?|spent|bought|ordered|buys?|orders)\b/.test(next) ? 'customer' : undefined;
}
