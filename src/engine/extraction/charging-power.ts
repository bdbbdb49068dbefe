import { NEXT_ONE } from './lens-roles.js';
import type { Quantity } from './quantities.js';
import { cuesOf, hasCue, nearest, type Line } from './scene.js';

/** The kind of charging that is named last before its power. */
function nearestBefore(line: Line, quantity: Quantity): ReturnType<typeof nearest> {
  const found = cuesOf(line, 'wired', 'wireless', 'reverse', 'tdp').findLast(
    (each) => each.end <= quantity.start && quantity.start - each.end < POWER_REACH,
  );
  return found ? { found, distance: quantity.start - found.end } : null;
}
const POWER_REACH = 24;

/** What has a power of its own that is none of charging. */
const PROCESSOR =
  /(?<![a-z\u00df-\u024f])(?:processor|cpu|gpu|graphics card|desktop part|prozessor|grafikkarte|procesador|tarjeta gráfica|processeur|carte graphique|processore|scheda grafica|procesor|karta graficzna|processador|placa de vídeo)|处理器|显卡/;

/** Behind a power that is one without a cable. */
const WITHOUT_CABLE =
  /^ (?:without(?: (?:one\b|(?:a )?(?:cable|wires?|cord))|$|[.,;])|ohne kabel|sin cable|sans (?:fil|câble)|senza (?:fili|cavo)|bez (?:kabla|przewodu)|sem (?:fio|cabo))/;

/** The subject of watts: charging with or without a cable, or what the product draws; null where they are of neither. */
export function power(line: Line, quantity: Quantity, graphics: boolean): string | null {
  const near = nearest(line, quantity, ['wired', 'wireless', 'reverse', 'tdp'], 30, 3);
  const isOfNext =
    near !== null &&
    near.found.start >= quantity.end &&
    NEXT_ONE.test(line.lower.slice(quantity.end, near.found.start));
  if (WITHOUT_CABLE.test(line.lower.slice(quantity.end))) return 'charging.wireless';
  const nearby = isOfNext ? nearestBefore(line, quantity) : near;
  if (nearby?.found.cue === 'reverse') return null;
  if (nearby?.found.cue === 'tdp') return 'power.tdp';
  if (nearby?.found.cue === 'wireless') return 'charging.wireless';
  if (nearby?.found.cue === 'wired') return 'charging.wired';
  if (graphics) return 'power.tdp';
  if (nearest(line, quantity, ['charging'], 80)) return 'charging.wired';
  return hasCue(line, 'tdp') || PROCESSOR.test(line.lower) ? 'power.tdp' : null;
}
