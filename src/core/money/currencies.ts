/**
 * The decimals of currencies, in a table of our own. Amounts are stored in minor units, so a different number
 * of decimals would turn the same integers into different amounts. `Intl` cannot be used, since its answer
 * depends on the version of Node: the forint has 2 decimals in one version and none in another.
 */

/**
 * Active codes by the decimals of their minor unit: ISO 4217, list one, as published on 2026-01-01 by the
 * maintenance agency (SIX Group). Fund codes with a minor unit are included (CLF, UYW). Codes without one are
 * left out, since no shop keeps its books in them: metals (XAU, XAG, XPD, XPT), bond units (XBA to XBD), XDR,
 * XSU, XUA, and the codes for testing and for no currency.
 */
const IN_FORCE: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
    HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU
    MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
    VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/**
 * Codes withdrawn since 1999, which older sales files have. ISO 4217 gives no decimals for them: 0 here if
 * the minor unit was no longer in use, otherwise 2, so that no digit of those files is lost.
 */
const WITHDRAWN: Readonly<Record<number, string>> = {
  0: 'ADP BEF BYB BYR ESP ITL LUF MGF PTE TPE TRL',
  2: `
    AFA ANG AON AOR ATS AZM BGL BGN CSD CUC CYP DEM ECS EEK FIM FRF GHC GRD HRK IEP LTL LVL MRO MTL MZM NLG
    ROL RUR SDD SIT SKK SLL SRG STD TJR TMM VEB VEF YUM ZMK ZRN ZWD ZWL ZWN ZWR`,
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  [IN_FORCE, WITHDRAWN].flatMap(table =>
    Object.entries(table).flatMap(([digits, codes]) =>
      codes
        .trim()
        .split(/\s+/)
        .map(code => [code, Number(digits)] as const),
    ),
  ),
);

/**
 * Whether a shop's amounts can be in this currency: an ISO 4217 code, active or withdrawn, with known
 * decimals.
 */
export const isCurrency = (code: string): boolean => DIGITS.has(code);

/**
 * Decimals of the minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD; undefined if the code is unknown.
 */
export const isoDigits = (code: string): number | undefined => DIGITS.get(code);

/** The decimals of a code that is not in the table, which a store older than the table may have. */
const USUAL_DIGITS = 2;

/** Decimals of amounts. */
export interface AmountDecimals {
  /** That people see, and that the currency's minor unit has. */
  readonly shown: number;
  /** That amounts are stored with: more, where lines of a file have fractions of the minor unit. */
  readonly stored: number;
}

/**
 * A currency as figures carry it: its code, followed by the decimals that are shown if they differ from the
 * table's (`HUF:0`), and by those that amounts are stored with if these are more (`USD:2:4`). A store whose
 * amounts could not be converted to the table's decimals keeps its own.
 */
export function currencyWith(code: string, shown: number, stored = shown): string {
  if (stored !== shown) return `${code}:${shown}:${stored}`;
  return shown === (isoDigits(code) ?? USUAL_DIGITS) ? code : `${code}:${shown}`;
}

/** The ISO 4217 code of a currency as figures carry it. */
export const currencyCode = (currency: string): string => currency.split(':', 1)[0] as string;

/** The decimals of amounts in a currency as figures carry it. */
export function decimalsOf(currency: string): AmountDecimals {
  const known = decimals.get(currency);
  if (known) return known;
  const [code = '', digits, more] = currency.split(':');
  const shown = digits === undefined ? (isoDigits(code) ?? USUAL_DIGITS) : Number(digits);
  const read = { shown, stored: more === undefined ? shown : Number(more) };
  decimals.set(currency, read);
  return read;
}

/** A process has one currency or a few. */
const decimals = new Map<string, AmountDecimals>();

/** The decimals that people see of amounts in a currency as figures carry it: 2 for `USD`, 0 for `HUF:0`. */
export const minorDigits = (currency: string): number => decimalsOf(currency).shown;

/** How many units of stored amounts make a major one: 100 for `USD`, 10,000 for `USD:2:4`. */
export const unitsPerMajor = (currency: string): number => 10 ** decimalsOf(currency).stored;
