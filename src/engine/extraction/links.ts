import type { Involved } from './involved.js';
import type { SettledDraft } from './merge.js';
import type { ReadStatement } from './reading.js';
import { cuesOf, type Line } from './scene.js';
import type { Spoken } from './hearing.js';
import { isTie } from './parties.js';

/** Whether a stretch of a sentence stands inside the statement. */
const isInside = (spoken: Spoken, line: Line, at: { readonly start: number; readonly end: number }): boolean =>
  line.where === 'text' && line.start + at.start >= spoken.start && line.start + at.end <= spoken.end;

/** Whether the statement speaks of a partnership, and with that company or by its own mouth. */
function tellsOfPartner(spoken: Spoken, partner: string, lines: readonly Line[], involved: Involved): boolean {
  const ties = lines.some((line) =>
    cuesOf(line, 'partner').some((cue) => isInside(spoken, line, cue) && isTie(line.lower.slice(cue.start, cue.end))),
  );
  const named = lines.some((line) =>
    line.mentions.some((each) => each.kind === 'company' && each.company === partner && isInside(spoken, line, each)),
  );
  return ties && (named || involved.companyOf(spoken.organisation) === partner);
}

/**
 * The claims that a statement itself makes: the claim's value (or, for a partnership, the speaker's own company) and a
 * word for its subject stand inside the statement.
 *
 * @param mentions every mention of every claim, from which `claims` were merged
 */
export function linksOf(
  spoken: Spoken,
  claims: readonly SettledDraft[],
  mentions: readonly SettledDraft[],
  lines: readonly Line[],
  involved: Involved,
): ReadStatement['claims'] {
  const touched = lines.filter((line) => line.start < spoken.end && spoken.start < line.start + line.text.length);
  const inside = mentions.filter((each) => isInside(spoken, each.line, each));
  return claims.flatMap((claim, index) => {
    const said = inside.find(
      (each) => each.device === claim.device && each.subject === claim.subject && each.value === claim.value,
    );
    if (said) return [{ index, stance: said.stance }];
    const partner = claim.subject === 'partner' && tellsOfPartner(spoken, claim.value, touched, involved);
    return partner ? [{ index, stance: 'supports' as const }] : [];
  });
}
