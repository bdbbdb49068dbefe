import { may, type Actor, type Role } from '../../access/actor.js';

/** A part of the settings, and whose it is. */
export interface Section {
  readonly path: string;
  readonly name: string;
  readonly needs: Role;
  /** What it is for, in a sentence. */
  readonly purpose: string;
}

const SECTIONS: readonly Section[] = [
  {
    path: '/settings/subscriptions',
    name: 'Subscriptions',
    needs: 'editor',
    purpose: 'Feeds and pages that are watched: each new article is read, and waits for a review.',
  },
  {
    path: '/settings/alerts',
    name: 'Alerts',
    needs: 'contributor',
    purpose: 'Rules by which you hear of what matters to you, and of nothing else.',
  },
  {
    path: '/settings/webhooks',
    name: 'Webhooks',
    needs: 'admin',
    purpose: 'Receivers to which events are posted, signed, with every delivery on record.',
  },
  {
    path: '/settings/keys',
    name: 'Keys',
    needs: 'admin',
    purpose: 'Who may do what: a key for each person and each program.',
  },
];

/** The parts of the settings that somebody may open. */
export const sectionsFor = (actor: Actor): readonly Section[] => SECTIONS.filter(({ needs }) => may(actor, needs));
