import { draft, type Draft } from './draft.js';
import { hits } from './hits.js';
import { matches } from './matches.js';
import { nearest, type Line } from './scene.js';

const CHIPS: readonly RegExp[] = [
  /\bSnapdragon (?:\d{1,4}[a-z]{0,2}\+?|XR\d\+?|AR\d\+?|W\d\+?|G\d\+?|X\d?|Gen)(?: Plus| Elite| Plus)?(?: ?Gen ?\d\+?)?(?: ?\d\+)?(?: (?:Plus|Leading Version))?/g,
  /\bDimensity \d{3,4}\+?(?: (?:Ultra|Plus|Max))?/g,
  /\bExynos (?:W?\d{3,4}|Auto \w{2,4})/g,
  /\b(?:Google )?Tensor(?: G\d)?\b/g,
  /\bKirin \d{3,4}\w?/g,
  /\bHelio [A-Z]\d{1,3}/g,
  /\bA1\d(?:X|Z)?(?: Bionic| Pro)?\b/g,
  /\bM[1-9](?: (?:Pro|Max|Ultra))?(?= (?:chip|processor|SoC|silicon))/g,
  /\b(?:Core (?:Ultra )?i?[3579](?:[- ]\d{3,5}[A-Z]{0,2})?|Ryzen (?:AI )?(?:Z\d|[3579])(?: (?:\d{3,4}[A-Z]{0,2}|Extreme))?|Tegra \w{1,6}|Unisoc \w{1,5})\b/g,
  /(?<=\b(?:with|on|by|and|or|using|an?|from|for|gets?|has) (?:Intel|AMD)(?:['\u2019]s)? (?:(?:new|next|upcoming|latest) )?)[A-Z][a-z]{3,9} (?:Lake|Rapids|Ridge|Point|Halo|Range)(?![\w])/g,
  /(?:骁龙|天玑|麒麟) ?\d{1,4}[a-zA-Z]?\+?(?: ?(?:Elite|至尊版))?(?: ?(?:Gen ?\d|Plus))?\+?/g,
];
const CHINESE: Readonly<Record<string, string>> = { 骁龙: 'Snapdragon', 天玑: 'Dimensity', 麒麟: 'Kirin' };

function chipName(text: string): string {
  return text
    .replace(/^(骁龙|天玑|麒麟) ?/, (_all, maker: string) => `${CHINESE[maker]} `)
    .replace('至尊版', ' Elite')
    .replace(/Gen(?=\d)/, 'Gen ')
    .replace(/  +/g, ' ')
    .replace(/^Google /, '')
    .trim();
}

/** A chip of a family that the list does not have, by what stands around it: `the Genio 520 is inside`, `runs on a Kompanio 838`. */
const CHIP_NAME = '((?:[A-Z][a-z]{2,12}|[A-Z]{2,4}) ?[A-Z]?\\d{3,4}[A-Z]{0,2})';
const UNLISTED: readonly RegExp[] = [
  new RegExp(
    `(?:powered by|[Rr]uns on|driven by|built around|[Hh]eart is|[Bb]rain is|chip is|processor is|relies on|equipped with) (?:an? |the )?(?:[A-Z]\\w+(?:'s)? )?${CHIP_NAME}(?![\\w-])`,
    'g',
  ),
  new RegExp(
    `(?<![\\w-])${CHIP_NAME} (?:chip|chipset|processor|SoC|does the work|is inside|sits inside|works inside|ticks inside|under the hood|powers|drives)(?![\\w-])`,
    'g',
  ),
];
const AROUND =
  /powered|runs on|driven|built around|heart is|brain is|relies on|equipped|chip|processor|soc\b|inside|under the hood|does the work|powers|drives/;

function unlisted(line: Line, known: readonly Draft[]): Draft[] {
  if (!AROUND.test(line.lower)) return [];
  return UNLISTED.flatMap((pattern) => matches(line.text, pattern)).flatMap((hit) => {
    const start = hit.index + hit[0].indexOf(hit[1]!);
    const at = { start, end: start + hit[1]!.length };
    const isOther = [...known, ...line.mentions.filter((each) => each.kind !== 'company')].some(
      (each) => each.start < at.end && at.start < each.end,
    );
    return isOther ||
      /^(?:Model|Level|IMX|LYT|IP|USB|Wear|Android|Windows|Wi|[A-Z]{2}\d|RTX|GTX|Carta|Kaleido|Bluetooth)/.test(hit[1]!)
      ? []
      : [draft(line, 'chipset', hit[1]!, at)];
  });
}

/** What every name of a chip has. */
const CHIP = /\d|Intel|AMD|Snapdragon|Exynos|Tensor|Tegra|Unisoc/;

/** The processors that a sentence names. */
export function chips(line: Line): Draft[] {
  if (!CHIP.test(line.text)) return [];
  const drafts: Draft[] = [];
  for (const pattern of CHIPS) {
    for (const hit of hits(line, pattern)) {
      if (drafts.some((each) => each.start < hit.end && hit.start < each.end)) continue;
      const samsung = /Samsung (?:'s )?$/.test(line.text.slice(0, hit.start)) && hit.text.startsWith('Exynos');
      const plus = /plus (?:version|variant) of the $/i.test(line.text.slice(0, hit.start)) ? ' Plus' : '';
      const instead = nearest(line, hit, ['instead'], 12);
      const stance = instead && instead.found.end <= hit.start ? 'refutes' : 'supports';
      drafts.push(
        draft(line, 'chipset', `${samsung ? 'Samsung ' : ''}${chipName(hit.text)}${plus}`, hit, hit, { stance }),
      );
    }
  }
  return [...drafts, ...unlisted(line, drafts)];
}
