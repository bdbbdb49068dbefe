import { may, type Actor } from '../../access/actor.js';

/** A page that the menu leads to, with the letter that goes there after `g`; null where none does. */
export interface MenuItem {
  readonly href: string;
  readonly name: string;
  readonly letter: string | null;
}

const MENU: readonly MenuItem[] = [
  { href: '/', name: 'Board', letter: 'b' },
  { href: '/timeline', name: 'Timeline', letter: 't' },
  { href: '/sources', name: 'Sources', letter: 's' },
  { href: '/activity', name: 'Activity', letter: 'a' },
  { href: '/ingest', name: 'Ingest', letter: 'i' },
  { href: '/review', name: 'Review', letter: 'v' },
  { href: '/refresh', name: 'Refresh', letter: 'r' },
  { href: '/about/method', name: 'Method', letter: null },
];

/** The pages that somebody may open: what waits for a decision is for contributors and above. */
export function menuFor(actor: Actor | null): readonly MenuItem[] {
  const mayReview = actor !== null && may(actor, 'contributor');
  return MENU.filter(({ href }) => href !== '/review' || mayReview);
}
