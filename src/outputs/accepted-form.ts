import { DOSSIER_FORMATS, DOSSIER_TYPES, type DossierFormat } from './dossier.dto.js';

/** A media range of an `Accept` header, and how much it is wanted, 0..1. */
interface Wanted {
  readonly range: string;
  readonly quality: number;
}

/**
 * The form that an `Accept` header wants most (RFC 9110, 12.5.1): by the most specific range that each one fits; of
 * those that are wanted as much, the one that the header names first, else JSON.
 */
export function preferredForm(accept: string): DossierFormat {
  const wanted = accept.split(',').map(wantedBy);
  const named = (format: DossierFormat): number => wanted.findIndex(({ range }) => range === DOSSIER_TYPES[format]);
  const ranked = DOSSIER_FORMATS.map((format) => ({
    format,
    quality: qualityOf(format, wanted),
    place: named(format),
  }));
  ranked.sort((one, other) => other.quality - one.quality || placeOf(one.place) - placeOf(other.place));
  const [best] = ranked;
  return best && best.quality > 0 ? best.format : 'json';
}

/** What is named by itself comes before what a wildcard lets pass. */
const placeOf = (place: number): number => (place < 0 ? Number.MAX_SAFE_INTEGER : place);

function wantedBy(text: string): Wanted {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const said = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = said === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(said) ? Number(said) : 0;
  return { range, quality };
}

function qualityOf(format: DossierFormat, wanted: readonly Wanted[]): number {
  const type = DOSSIER_TYPES[format];
  const ranges = [type, `${type.split('/', 1)[0]}/*`, '*/*'];
  const fit = ranges.map((range) => wanted.find((each) => each.range === range)).find((each) => each !== undefined);
  return fit?.quality ?? 0;
}
