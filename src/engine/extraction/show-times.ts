import { dayNumber, dayOf } from '../subjects/index.js';
import { oneDay, settle, type Anchor, type Window } from './dates.js';
import { matches } from './matches.js';

/** A trade show or feast that stands for a time, offsets within the sentence. */
export interface ShowTime {
  readonly start: number;
  readonly end: number;
  readonly window: Window;
}

/** Its names, in lower case, with its first and last day (`MM-DD`); one that must be written in capitals has `upper`. */
interface Show {
  readonly names: string;
  readonly days: string | ((year: number) => string);
  readonly upper?: true;
}

/** The days on which the lunar year begins. */
const LUNAR: Readonly<Record<number, string>> = {
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
};

/** The fourth Thursday of November and one day more. */
function blackFriday(year: number): string {
  const first = dayNumber(`${year}-11-01`)!;
  const thursday = first + ((7 - (first % 7)) % 7); // 1970-01-01 was a Thursday
  return dayOf(thursday + 22).slice(5);
}

/** Shows of a few days stand for their month, since their days change from year to year. */
const SHOWS: readonly Show[] = [
  { names: 'ces', days: '01-01/01-31', upper: true },
  { names: 'mwc shanghai|mwc上海', days: '06-15/07-10' },
  { names: 'mwc(?: barcelona)?|mobile world congress|世界移动通信大会', days: '02-20/03-10' },
  { names: 'ifa', days: '09-01/09-30', upper: true },
  { names: 'iaa(?: mobility)?', days: '09-01/09-30', upper: true },
  { names: 'computex|台北电脑展', days: '05-15/06-14' },
  { names: 'gamescom|科隆游戏展', days: '08-01/08-31' },
  { names: 'tokyo game show|东京电玩展', days: '09-01/09-30' },
  { names: 'summer game fest|wwdc', days: '06-01/06-30' },
  { names: 'google i/o', days: '05-01/05-31' },
  { names: 'e3', days: '06-01/06-30', upper: true },
  { names: 'gtc', days: '03-01/03-31', upper: true },
  { names: 'nab(?: show)?', days: '04-01/04-30', upper: true },
  { names: 'ibc', days: '09-01/09-30', upper: true },
  { names: 'photokina', days: '09-01/09-30' },
  { names: 'cp\\+', days: '02-20/03-05' },
  { names: 'siggraph', days: '07-20/08-20' },
  { names: 'eicma', days: '11-01/11-30' },
  { names: '(?:l\\.?a\\.?|los angeles) (?:auto|motor) show|广州车展', days: '11-01/11-30' },
  {
    names:
      'paris motor show|pariser autosalon|mondial de l.auto(?:mobile)?|sal[oó]n de par[ií]s|salone di parigi|巴黎车展',
    days: '10-01/10-31',
  },
  {
    names: 'geneva (?:international )?motor show|genfer autosalon|salon de genève|salone di ginevra|日内瓦车展',
    days: '02-20/03-20',
  },
  {
    names:
      'auto shanghai|auto china|(?:shanghai|beijing) (?:auto|motor) show|automesse (?:in )?(?:shanghai|peking)|salon de (?:shanghai|pékin)|(?:上海|北京)车展',
    days: '04-15/05-10',
  },
  { names: 'new york (?:international )?auto show', days: '03-25/04-25' },
  { names: 'japan mobility show|tokyo motor show|东京车展', days: '10-20/11-10' },
  { names: '成都车展', days: '08-20/09-10' },
  { names: "singles'? ?'?s? day|singles-day|día del soltero|双十一|双11", days: '11-11/11-11' },
  { names: 'black friday|黑色星期五|黑五', days: blackFriday },
  {
    names:
      '(?:chinese|lunar) new year|chinesische[ns]? neujahr(?:sfest)?|nouvel an (?:chinois|lunaire)|año nuevo chino|capodanno cinese|chińskim nowym rokiem|ano novo chinês|春节',
    days: (year) => LUNAR[year] ?? '02-05',
  },
  { names: 'japan(?:ese)? golden week|五一(?:假期|黄金周)?', days: '04-29/05-05' },
  { names: '国庆(?:假期|黄金周)?|黄金周|golden week|goldene[nr]? woche', days: '10-01/10-07' },
  { names: 'thanksgiving', days: '11-22/11-28' },
  { names: '618(?=大促|购物节|年中|前|期间|活动)', days: '06-01/06-18' },
];

const NAMES = SHOWS.map(({ names }, index) => `(?<s${index}>${names})`).join('|');
const PATTERN = new RegExp(
  `(?<![A-Za-z\\d\\u00c0-\\u024f])(?:(?<before>20\\d\\d) ?)?(?:${NAMES})(?![A-Za-z\\d\\u00c0-\\u024f])(?: ?(?<year>20\\d\\d)(?!\\d))?`,
  'g',
);
/** What one word of every such name is like; names in Chinese characters are told by one of them. */
export const SHOWN =
  /^(?:ces$|mwc|mobile$|ifa$|iaa$|computex|gamescom|tokyo|fest$|wwdc|io$|google$|e3$|gtc$|nab$|ibc$|photokina|cp\+?$|siggraph|eicma|angeles|autosalon|mondial|sal[oó]ne?$|auto$|motor$|automesse|japan|singles|soltero|black$|chinese$|lunar|chines|neujahr|chinois|lunaire|chino$|capodanno|chińskim|chinês|golden|thanksgiving|618|[展双五黑国黄世春台科东广巴日上北成])/;

/** A year whose days serve where none is known. */
const LEAP_YEAR = 2028;

function windowOf(show: Show, year: number | null, anchor: Anchor): Window {
  const now = Number(anchor.publishedOn?.slice(0, 4) ?? anchor.year ?? LEAP_YEAR);
  const inYear = (at: number): Window => {
    const days = typeof show.days === 'string' ? show.days : show.days(at);
    const [from = '', until = from] = days.split('/');
    const [fromMonth, fromDay] = from.split('-').map(Number);
    const [untilMonth, untilDay] = until.split('-').map(Number);
    return { ...oneDay(year, fromMonth!, fromDay!), untilMonth: untilMonth!, untilDay: untilDay! };
  };
  if (typeof show.days === 'string') return inYear(now);
  const fixed = year ?? Number(settle(inYear(now), anchor, false)?.earliestOn?.slice(0, 4) ?? now);
  return { ...inYear(fixed), year: fixed };
}

/** What makes a show only the one after which something happens. */
const AFTER =
  /(?:^|[^a-z\u00df-\u024f])(?:after|since|nach|seit|tras|después de|après|depuis|dopo|po|od|depois de|desde) (?:the |der |dem |de |del |la |le |l'|a |o )?$/;

/** What makes a show only the one that a time named before it is close to: `in the last week of August, just ahead of`. */
const BESIDE =
  /(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)(?:,| \d{4},?)? (?:just |shortly |right |well |a few days |days |weeks )?(?:ahead of|before|in time for) (?:the )?$/;

/** The shows and feasts that a sentence names: `at CES 2027`, `before Singles' Day`. */
export function showTimes(text: string, lower: string, anchor: Anchor): ShowTime[] {
  return matches(lower, PATTERN).flatMap((hit) => {
    const groups = hit.groups ?? {};
    const show = SHOWS.find((_each, index) => groups[`s${index}`] !== undefined);
    if (!show) return [];
    const start = hit.index;
    const end = start + hit[0].length;
    const written = text.slice(start, end);
    if (AFTER.test(lower.slice(Math.max(0, start - 14), start)) || /^之?后/.test(lower.slice(end))) return [];
    if (BESIDE.test(lower.slice(Math.max(0, start - 50), start))) return [];
    if (show.upper && written !== written.toUpperCase() && !/^[A-Z]{2}/.test(written)) return [];
    const given = groups.year ?? groups.before;
    return [{ start, end, window: windowOf(show, given === undefined ? null : Number(given), anchor) }];
  });
}
