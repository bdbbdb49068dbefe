import { likely } from '../devices/device.view.js';
import { sayInstant } from '../platform/instant.js';
import { sayRumor, type RumorRow } from '../rumors/rumor.view.js';
import { type ContradictionAnswer } from './contradiction.answer.js';
import type { ContradictionRow } from './contradictions.service.js';

function sayWhy({ kind, rumor, other }: ContradictionRow): string {
  const [first, second] = [`“${sayRumor(rumor)}”`, other === null ? '' : `“${sayRumor(other)}”`];
  switch (kind) {
    case 'rivals':
      return `${first} and ${second} exclude each other, and each would be more likely than not by itself.`;
    case 'denied':
      return `${first} is denied by a verified statement, and would be more likely than not without it.`;
    case 'given_up':
      return `${first} needs a launch, and ${second} is more likely than not.`;
  }
}

const viewSide = (rumor: RumorRow) => ({
  id: rumor.id,
  text: sayRumor(rumor),
  probability: rumor.probability === null ? null : likely(rumor.probability),
});

/** A contradiction as it is shown to an editor. */
export function viewContradiction(row: ContradictionRow): ContradictionAnswer {
  const { id, kind, rumor, other, since } = row;
  return {
    id,
    kind,
    device: { id: rumor.device_id, slug: rumor.device_slug, name: rumor.device_name },
    rumors: [rumor, ...(other === null ? [] : [other])].map(viewSide),
    why: sayWhy(row),
    since: sayInstant(since),
  };
}
