import Sqlite from 'better-sqlite3';
import { Chance } from './random.mjs';

const DAY_MS = 86_400_000;
/** The first rumors have a point for each day of a year. */
const LONG = 1000;

/** Another spelling of a part of an address that means the same: some of its first signs are written as numbers. */
export const spelt = (text, number) =>
  [...text]
    .map((sign, place) => (place < 14 && (number >> place) & 1 ? `%${sign.charCodeAt(0).toString(16)}` : sign))
    .join('');

/**
 * What is asked for, by kind: functions that give so many pairs of an address of the program and one of the bare server
 * for the same rows. No address comes twice in a run, as each is spelt in another way: so nothing is answered from what
 * is kept.
 */
export function addressesOf(file) {
  const database = new Sqlite(file, { readonly: true });
  const [chance, all] = [new Chance(11), (text) => database.prepare(text).pluck().all()];
  const devices = all('select slug from devices order by id');
  const rumors = all('select id from rumors order by id');
  const categories = all('select distinct category from devices order by category');
  const [last] = all('select at from revisions');
  database.close();
  const day = () => new Date(last - chance.whole(1, 360) * DAY_MS).toISOString().slice(0, 10);
  const makers = {
    list: (number) => {
      const of = chance.pick(categories);
      return [`/v1/devices?sort=${spelt('-confidence', number)}&category=${of}`, `/list?of=${of}`];
    },
    detail: (number) => {
      const slug = chance.pick(devices);
      return [`/v1/devices/${spelt(slug, number)}`, `/detail?slug=${slug}`];
    },
    history: (number) => {
      const id = rumors[chance.whole(0, Math.min(LONG, rumors.length) - 1)];
      return [`/v1/rumors/${spelt(id, number)}/history`, `/history?id=${id}`];
    },
    asof: (number) => {
      const [slug, on] = [chance.pick(devices), day()];
      const at = Date.parse(`${on}T23:59:59.999Z`);
      return [`/v1/rumors?device=${spelt(slug, number)}&as_of=${on}`, `/asof?slug=${slug}&at=${at}`];
    },
    find: (number) => {
      const words = `model ${chance.whole(Math.ceil(devices.length / 5), devices.length - 1)}`; // none begins another
      const asked = `q=${spelt(words.replace(' ', '+'), number & ~32)}&sort=-confidence&limit=10`;
      return [`/v1/devices?${asked}`, `/find?words=${words.replace(' ', '+')}`];
    },
    search: (number) => {
      const words = `model ${chance.whole(Math.ceil(devices.length / 5), devices.length - 1)}`;
      return [
        `/v1/search?q=${spelt(words.replace(' ', '+'), number & ~32)}`,
        `/search?words=${words.replace(' ', '+')}`,
      ];
    },
    rumor: (number) => {
      const id = chance.pick(rumors);
      return [`/v1/rumors/${spelt(id, number)}`, `/rumor?id=${id}`];
    },
    explanation: (number) => {
      const id = chance.pick(rumors);
      return [`/v1/rumors/${spelt(id, number)}/explanation`, `/explanation?id=${id}`];
    },
  };
  let number = 0;
  const many = (make) => (count) => Array.from({ length: count }, () => make(number++));
  return Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, many(make)]));
}
