const LONGEST = 60;

/** What a person typed, as a sentence quotes it: without characters that cannot be seen, and not too long. */
export function typed(text: string): string {
  const visible = text.replace(/\p{C}+/gu, ' ');
  return `"${visible.length > LONGEST ? `${visible.slice(0, LONGEST)}…` : visible}"`;
}
