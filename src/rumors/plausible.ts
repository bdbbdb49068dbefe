import type { ClaimValue } from '../engine/subjects/index.js';
import { Fault } from '../platform/fault.js';

/** The currencies that are in use (ISO 4217, list one of 2024), without those for metals, funds and testing. */
const CURRENCIES: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
   CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
   ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
   MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
   SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
   VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

const [FIRST_YEAR, LAST_YEAR] = ['1990', '2100'];

/**
 * Refuses what somebody can only have mistyped: a currency that there is not, and a year in which no product that is
 * rumored comes. What an article says stays as it says it.
 *
 * @throws Fault invalid `invalid-value`
 */
export function assertPlausible(value: ClaimValue): void {
  if (value.type === 'money' && !CURRENCIES.has(value.currency)) {
    throw implausible('currency', `${value.currency} is the code of no currency (ISO 4217).`);
  }
  if (value.type !== 'dates') return;
  for (const [member, day] of [['earliest_on', value.earliestOn] as const, ['latest_on', value.latestOn] as const]) {
    const year = day?.slice(0, 4) ?? FIRST_YEAR;
    if (year >= FIRST_YEAR && year <= LAST_YEAR) continue;
    throw implausible(member, `${day} is in no year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
}

const implausible = (member: string, detail: string): Fault =>
  new Fault('invalid', 'invalid-value', detail, [{ pointer: `#/value/${member}`, code: 'invalid-value', detail }]);
