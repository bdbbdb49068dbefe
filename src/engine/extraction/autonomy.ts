import { draft, type Draft } from './draft.js';
import type { Line } from './scene.js';

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

/** How far the product drives by itself. */
export function autonomy(line: Line): Draft[] {
  return AUTONOMY.flatMap(([value, pattern]) => {
    const hit = pattern.exec(line.lower);
    if (!hit) return [];
    const at = { start: hit.index, end: hit.index + hit[0].length };
    const stance =
      GIVEN_UP.test(line.lower.slice(0, hit.index)) && !hit[0].includes('steering') ? 'refutes' : 'supports';
    return [draft(line, 'driving.autonomy', value, at, at, { stance })];
  });
}
