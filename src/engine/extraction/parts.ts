import { autonomy } from './autonomy.js';
import { draft, type Draft } from './draft.js';
import { isFormer, isLost } from './former.js';
import { hits } from './hits.js';
import { chips } from './named-chips.js';
import { cuesOf, nearest, type Line } from './scene.js';

const SENSOR =
  /\b(?:(?:Sony|Samsung|OmniVision)(?:'s)? )?(?:ISOCELL )?(?:IMX ?\d{3}|(?:GN|HP|HM|JN|GW|HP|GN)\d|OV\d{2}\w{0,3}|LYT-?\d{3}|(?:LYTIA|Lytia)[ -]\d{3}[A-Z]?)\b/g;

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
    if (
      /^ (?:resolution|picture|image|per eye)/.test(line.lower.slice(hit.end)) &&
      !near?.found.cue.match(/video|output/)
    )
      return [draft(line, 'display.resolution', value, hit)];
    if (near?.found.cue === 'output') return [draft(line, 'output.resolution', value, hit)];
    return near?.found.cue === 'display' || /^.{0,18}Hz/.test(line.text.slice(hit.end))
      ? [draft(line, 'display.resolution', value, hit)]
      : [];
  });
}

const PANEL =
  /\b(?:AMOLED|(?:mini|micro)[- ]?O?LED|P?OLED|IPS(?: LCD)?|LCD|(?:E ?Ink )?(?:Carta|Kaleido|Gallery) \d{1,4}|e-?ink)\b/gi;

function panels(line: Line): Draft[] {
  if (!/led|lcd|ink|ips|carta|kaleido|gallery/.test(line.lower)) return [];
  return [...hits(line, PANEL)].flatMap((hit) => {
    const shown = nearest(line, hit, ['display'], 60);
    const other = cuesOf(line, 'display').some(
      (cue) => cue.start !== hit.start && Math.abs(cue.start - hit.start) < 60,
    );
    const isSet = /^ (?:sets?|tvs?|television|monitor)\b/i.test(line.text.slice(hit.end));
    return isSet ||
      (shown &&
        (other ||
          /\d(?:"|[ -]?in)|Hz|\d ?(?:Zoll|zoll|pouces?|pulgadas|pollici|cal[ai]?\b|polegadas|英寸)/.test(line.text)))
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
      /\b(?:puts?|runs?|running|use|using|uses|on|with|under|unter|sous|latest|tournerait|confirm|nutzt|läuft|utilise|utiliserait|usa|usar[áà]|usaría|utiliza|menciona|menziona|mentionne|monta|montaría|działa|roda|rodará)\b[^,.;]{0,24}$/i.test(
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
  [
    'gpu.die',
    /\b(?:AD|GA|GB|GR|TU|GM|GP)[12]0\d\b|\bNavi \d{2}\b|(?<!Helio )\b(?:BMG-)?G\d{2}\b(?= (?:die|chip|GPU|silicon))/g,
  ],
];

/** A kind of radio that is told with its version. */
const VERSIONED = /\b(?:Bluetooth \d(?:\.\d)?|Wi-?Fi [4-8]E?)(?![\w.]\d|\w)/g;

function connectivity(line: Line): Draft[] {
  const versions = [...hits(line, VERSIONED)].map((hit) => draft(line, 'connectivity', hit.text, hit));
  const plain = [...hits(line, /\b(?:5G|LTE)\b/g)].flatMap((hit) => {
    const within = line.mentions.some((each) => each.start <= hit.start && hit.start <= each.end + 1);
    const meant =
      /\b(?:with|support(?:s|ing)?|offer|have|has|get|bring|and|chip,|includ\w+|connect\w+|mit|con|com|avec|w wersji|wersj[aęi]|version|versione|versión|versão|variante) (?:\w+ )?$/i.test(
        line.text.slice(0, hit.start),
      ) ||
      /支持$/.test(line.text.slice(0, hit.start)) ||
      /^ (?:connect|support|modem|phone|smartphone|iPhone|capab|network|radio|version|variant)/i.test(
        line.text.slice(hit.end),
      );
    return within || !meant ? [] : [draft(line, 'connectivity', hit.text, hit)];
  });
  return [...plain, ...versions];
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
