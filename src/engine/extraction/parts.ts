import { draft, type Draft } from './draft.js';
import { cuesOf, nearest, type Line } from './scene.js';
import { isFormer, isLost } from './specs.js';
import { matches } from './matches.js';

const CHIPS: readonly RegExp[] = [
  /\bSnapdragon (?:\d{1,4}[a-z]{0,2}\+?|XR\d\+?|AR\d\+?|W\d\+?|G\d\+?|X|Gen)(?: Plus| Elite| Plus)?(?: ?Gen ?\d\+?)?(?: ?\d\+)?(?: (?:Plus|Leading Version))?/g,
  /\bDimensity \d{3,4}\+?(?: (?:Ultra|Plus|Max))?/g,
  /\bExynos (?:W?\d{3,4}|Auto \w{2,4})/g,
  /\b(?:Google )?Tensor(?: G\d)?\b/g,
  /\bKirin \d{3,4}\w?/g,
  /\bHelio [A-Z]\d{1,3}/g,
  /\bA1\d(?:X|Z)?(?: Bionic| Pro)?\b/g,
  /\bM[1-9](?: (?:Pro|Max|Ultra))?(?= (?:chip|processor|SoC|silicon))/g,
  /\b(?:Core (?:Ultra )?i?[3579](?:[- ]\d{3,5}[A-Z]{0,2})?|Ryzen (?:AI )?(?:Z\d|[3579])(?: (?:\d{3,4}[A-Z]{0,2}|Extreme))?|Tegra \w{1,6}|Unisoc \w{1,5})\b/g,
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

function* hits(line: Line, pattern: RegExp): Generator<{ text: string; start: number; end: number }> {
  for (const hit of matches(line.text, pattern))
    yield { text: hit[0], start: hit.index, end: hit.index + hit[0].length };
}

/** What every name of a chip has. */
const CHIP = /\d|Snapdragon|Exynos|Tensor|Tegra|Unisoc/;

function chips(line: Line): Draft[] {
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
  return drafts;
}

const SENSOR =
  /\b(?:(?:Sony|Samsung|OmniVision)(?:'s)? )?(?:ISOCELL )?(?:IMX ?\d{3}|(?:GN|HP|HM|JN|GW|HP|GN)\d|OV\d{2}\w{0,3}|LYT-?\d{3}|LYTIA \d{3})\b/g;

function sensorName(text: string): string {
  const bare = text.replace("'s", '').replace(/IMX /, 'IMX');
  if (/^(?:Sony|Samsung|OmniVision)/.test(bare)) return bare;
  if (/^(?:IMX|LYT)/.test(bare)) return `Sony ${bare}`;
  return bare.startsWith('OV') ? `OmniVision ${bare}` : `Samsung ${bare}`;
}

function sensors(line: Line): Draft[] {
  if (!/[A-Z] ?-?\d/.test(line.text)) return [];
  return [...hits(line, SENSOR)].flatMap((hit) => {
    const role = nearest(line, hit, ['main', 'ultrawide', 'tele', 'macro', 'front', 'depth'], 50);
    return role && role.found.cue !== 'main' ? [] : [draft(line, 'camera.main.sensor', sensorName(hit.text), hit)];
  });
}

const RESOLUTION =
  /(?<![\w-])(?:(?:W?QHD|FHD|UHD|Quad HD|Full HD|HD)(?: ?\+|\b)|1\.5[kK]|2[kK]|4[kK]|8[kK])(?![\w])|\b\d(?:[.,]?\d{3}|\d{2}) ?x ?\d(?:[.,]?\d{3}|\d{2})\b/g;

function resolutions(line: Line): Draft[] {
  if (!/HD|\d ?[kKx]/.test(line.text)) return [];
  return [...hits(line, RESOLUTION)].flatMap((hit) => {
    const near = nearest(line, hit, ['display', 'video', 'output'], 60);
    const written = hit.text.replace(/ ?\+$/, '+').replace(/(?<=\d)[.,](?=\d{3})/g, '');
    const value = /^\d{3,4} ?x/.test(written) ? written.replace(/ ?x ?/, ' x ') : written.replace(/k$/, 'K');
    if (/^ resolution/.test(line.lower.slice(hit.end)) && near?.found.cue !== 'video')
      return [draft(line, 'display.resolution', value, hit)];
    if (near?.found.cue === 'output') return [draft(line, 'output.resolution', value, hit)];
    return near?.found.cue === 'display' || /^.{0,18}Hz/.test(line.text.slice(hit.end))
      ? [draft(line, 'display.resolution', value, hit)]
      : [];
  });
}

const PANEL = /\b(?:AMOLED|(?:mini|micro)-?O?LED|P?OLED|LCD|e-?ink)\b/gi;

function panels(line: Line): Draft[] {
  if (!/led|lcd|ink/.test(line.lower)) return [];
  return [...hits(line, PANEL)].flatMap((hit) => {
    const shown = nearest(line, hit, ['display'], 60);
    const other = cuesOf(line, 'display').some(
      (cue) => cue.start !== hit.start && Math.abs(cue.start - hit.start) < 60,
    );
    const isSet = /^ (?:sets?|tvs?|television|monitor)\b/i.test(line.text.slice(hit.end));
    return isSet || (shown && (other || /\d(?:"|[ -]?in)|Hz/.test(line.text)))
      ? [draft(line, 'display.type', hit.text === hit.text.toLowerCase() ? hit.text.toUpperCase() : hit.text, hit)]
      : [];
  });
}

const SYSTEM =
  /\b(?:Android|iOS|iPadOS|Wear ?OS|watchOS|HarmonyOS|HyperOS|visionOS|tvOS|macOS|Windows|SteamOS|Google TV|webOS|Tizen|Fire OS|Vega OS)(?: (?:\d{1,2}(?:\.\d)?L?|Auto))?(?![\w-])/g;

function systems(line: Line): Draft[] {
  if (!/OS|Android|Windows|Google TV|Tizen/.test(line.text)) return [];
  const found = [...hits(line, SYSTEM)];
  return found.flatMap((hit) => {
    const versioned = /\d/.test(hit.text);
    const uses =
      /\b(?:puts?|runs?|running|use|using|uses|on|with|under|unter|sous|latest|tournerait|confirm)\b[^,.;]{0,24}$/i.test(
        line.text.slice(0, hit.start),
      );
    const central = /^ (?:Central|Police|Authority|Auto|Headlines)/.test(line.text.slice(hit.end));
    return (versioned || (uses && /OS$|TV$|Tizen$/.test(hit.text))) && !central
      ? [draft(line, 'os', hit.text, hit)]
      : [];
  });
}

const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['ip_rating', /\bIP(?:X\d|\d[X\d])\b/g],
  ['gpu.die', /\b(?:AD|GA|GB|GR|TU|GM|GP)[12]0\d\b|\bNavi \d{2}\b|\b(?:BMG-)?G\d{2}\b(?= (?:die|chip|GPU|silicon))/g],
];

function connectivity(line: Line): Draft[] {
  return [...hits(line, /\b(?:5G|LTE)\b/g)].flatMap((hit) => {
    const within = line.mentions.some((each) => each.start <= hit.start && hit.start <= each.end + 1);
    const meant =
      /\b(?:with|support(?:s|ing)?|offer|have|has|get|bring|and|chip,|includ\w+|connect\w+|mit|con|avec) (?:\w+ )?$/i.test(
        line.text.slice(0, hit.start),
      ) ||
      /^ (?:connect|support|modem|phone|smartphone|iPhone|capab|network|radio|version|variant)/i.test(
        line.text.slice(hit.end),
      );
    return within || !meant ? [] : [draft(line, 'connectivity', hit.text, hit)];
  });
}

const AUTONOMY: readonly (readonly [string, RegExp])[] = [
  [
    'driver_assist',
    /\blevel 2\+?|driver[- ]assist\w*|\badas\b|assisted driving|lane[- ]keeping|assistência ao motorista|asistencia (?:al conductor|a la conducción)|(?:aide|assistance) à la conduite|assistenza alla guida|wspomagani\w (?:kierowcy|jazdy)|fahrassistent?z?\w*|辅助驾驶/,
  ],
  [
    'highway',
    /(?:self-driving|autonomous\w*|autopilot|hands[- ]free|autonomy)[^.;]{0,40}(?:highways?|motorways?|autobahn|autopista|autoroute|autostrad\w|rodovia)|highways?[^.;]{0,40}(?:self-driving|autonom\w+|hands[- ]free)|\blevel 3\b/,
  ],
  [
    'full',
    /\bfull(?:y)?[- ](?:self-driving|autonom\w+|driverless)|\blevel [45]\b|without (?:a )?steering wheel|no steering wheel/,
  ],
];
const GIVEN_UP =
  /\b(?:not|no longer|without|instead of|rather than|dropped|dropping|gave up|given up|once|never|abandon\w*)\b[^.;]{0,40}$/;

function autonomy(line: Line): Draft[] {
  return AUTONOMY.flatMap(([value, pattern]) => {
    const hit = pattern.exec(line.lower);
    if (!hit) return [];
    const at = { start: hit.index, end: hit.index + hit[0].length };
    const stance =
      GIVEN_UP.test(line.lower.slice(0, hit.index)) && !hit[0].includes('steering') ? 'refutes' : 'supports';
    return [draft(line, 'driving.autonomy', value, at, at, { stance })];
  });
}

/** What the names of parts in a sentence say: chip, camera sensor, resolution, panel, system, protection, network. */
export function readParts(line: Line): Draft[] {
  if (!/[A-Z\d]/.test(line.text)) return [];
  const others = OTHERS.flatMap(([subject, pattern]) =>
    [...hits(line, pattern)].map((hit) => draft(line, subject, hit.text, hit)),
  );
  const parts = [
    ...chips(line),
    ...sensors(line),
    ...resolutions(line),
    ...panels(line),
    ...systems(line),
    ...connectivity(line),
    ...others,
  ].filter((each) => !isLost(line, each.start) && !isFormer(line, each.start));
  return [...parts, ...autonomy(line)];
}
