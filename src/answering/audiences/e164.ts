import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number in E.164; undefined if it is none, or of no known country. */
export function e164Of(written: string, country?: string): string | undefined {
  // Dialled from abroad, `0049 171 ...` is `+49 171 ...`; where 00 is none, the number is not valid then.
  const text = written.trim().replace(/^00\s*(?=[1-9])/, '+');
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text, known as CountryCode | undefined);
  return number?.isValid() ? number.number : undefined;
}
