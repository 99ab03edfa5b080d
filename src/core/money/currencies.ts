/**
 * The decimals of currencies, in a table of our own. Amounts are stored in minor units, so that another number of decimals makes
 * other amounts of the same figures; and what `Intl` says depends on the version of Node: the forint has 2 decimals in one and
 * none in another.
 */

/**
 * Codes in force by the decimals of their minor unit: ISO 4217, list one as published on 2026-01-01 by the maintenance agency
 * (SIX Group). Fund codes that have a minor unit are among them (CLF, UYW). Codes without one are not, since no shop's books are
 * kept in them: metals (XAU, XAG, XPD, XPT), bond units (XBA to XBD), XDR, XSU, XUA, and those for tests and for no currency.
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
 * Codes withdrawn since 1999, which sales files of the years before have. ISO 4217 gives no decimals for them: 0 if no smaller
 * unit was in use any more, otherwise 2, with which nothing that those files say is lost.
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

/** Whether a shop's amounts can be in it: an ISO 4217 code, in force or withdrawn, of a currency that has decimals defined. */
export const isCurrency = (code: string): boolean => DIGITS.has(code);

/** Decimals of the minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. Undefined if the code is not in the table. */
export const isoDigits = (code: string): number | undefined => DIGITS.get(code);

/** What a code has that the table does not know; a store from before the table may be in one. */
const USUAL_DIGITS = 2;

/**
 * A currency as figures carry it: its code, and the decimals that the store's amounts have if these are not the table's
 * (`HUF:0`). A store whose amounts could not be brought to the table's decimals keeps its own.
 */
export function currencyWith(code: string, digits: number): string {
  return digits === (isoDigits(code) ?? USUAL_DIGITS) ? code : `${code}:${digits}`;
}

/** The ISO 4217 code of a currency as figures carry it. */
export const currencyCode = (currency: string): string => currency.split(':', 1)[0] as string;

/** How many decimals amounts in a currency have, as figures carry it: 2 for `USD`, 0 for `HUF:0`. */
export function minorDigits(currency: string): number {
  const [code = '', digits] = currency.split(':');
  return digits === undefined ? (isoDigits(code) ?? USUAL_DIGITS) : Number(digits);
}
