/** A currency (ISO 4217), what stands before an amount of it and what behind, in lower case and parted by commas. */
const CURRENCIES: readonly (readonly [string, string, string])[] = [
  ['USD', 'us$, us $, $', '$, dollars, dollar, bucks, us-dollar, dólares, dólar, dollari, dolarów, dolary, 美元, 美金'],
  ['AUD', 'au$, a$', 'australian dollars, australische dollar'],
  ['CAD', 'ca$, c$', 'canadian dollars, kanadische dollar'],
  ['HKD', 'hk$', 'hong kong dollars, 港元'],
  ['TWD', 'nt$', ''],
  ['SGD', 's$', 'singapore dollars'],
  ['BRL', 'r$', 'reais'],
  ['MXN', 'mx$', 'pesos'],
  ['EUR', '€', '€, euros, euro, eurów, 欧元'],
  ['GBP', '£', '£, pounds, pfund, libras, livres sterling, sterline, funtów, 英镑'],
  ['CNY', '¥, rmb', 'yuan, yuanes, rmb, 万元, 元, 万人民币, 人民币'],
  ['JPY', '', 'yen, yenes, jenów, ienes, 日元'],
  ['INR', '₹, rs., rs', 'rupees, rupien, rupias, roupies, rupie, rupii, 卢比'],
  ['KRW', '₩', 'won, wons, 韩元'],
  ['PLN', '', 'złotych, złote, zlotys, zloty, zł'],
  ['CHF', '', 'swiss francs, franken, francs suisses, franchi'],
  ['MYR', 'rm', ''],
  ['SEK', '', 'kr, kronor, swedish kronor, schwedische kronen'],
  ['NOK', '', 'norwegian kroner, norwegische kronen, norske kroner'],
  ['DKK', '', 'danish kroner, dänische kronen'],
  ['CZK', '', 'kč, korun, czech koruna, koron czeskich'],
  ['NZD', 'nz$', 'new zealand dollars'],
  ['TRY', '₺', 'turkish lira, liras turcas'],
  ['RUB', '', '₽, rubel, roubles, rublos, rubli'],
  ['THB', '฿', 'baht'],
  ['PHP', '₱', ''],
  ['AED', '', 'dirhams'],
  ['IDR', 'rp', ''],
];

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The currency that a way of writing it stands for; each also goes by its own code. */
export const CODES: ReadonlyMap<string, string> = new Map(
  CURRENCIES.flatMap(([code, before, after]) =>
    [code.toLowerCase(), ...listed(before), ...listed(after)].map((written) => [written, code] as const),
  ),
);

const longestFirst = (all: readonly string[]): readonly string[] => [...all].sort((a, b) => b.length - a.length);
const codes = CURRENCIES.map(([code]) => code.toLowerCase());

/** What stands before an amount, the longest first. */
export const BEFORE_AMOUNT = longestFirst([...CURRENCIES.flatMap(([, before]) => listed(before)), ...codes]);
/** What stands behind an amount, the longest first. */
export const AFTER_AMOUNT = longestFirst([...CURRENCIES.flatMap(([, , after]) => listed(after)), ...codes]);

/** The country of currencies that are paid with in one only. */
export const HOME: Readonly<Record<string, string>> = {
  CNY: 'CN',
  INR: 'IN',
  KRW: 'KR',
  PLN: 'PL',
  BRL: 'BR',
  CAD: 'CA',
};
