/**
 * An e-mail address as it is compared: without spaces around it, in lower case. Dots and what follows a `+`
 * are kept, since they make other addresses at most hosts. Undefined for what is no address.
 */
export function comparableEmail(text: string | null | undefined): string | undefined {
  const address = (text ?? '').trim().normalize('NFC').toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined;
}
