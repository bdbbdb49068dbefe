import { standFor } from '../rumor/safe-wording.js';
import type { RumorStory } from '../rumor/rumor-story.js';
import type { DeviceStory } from './device-story.js';

/** What somebody wants to know who looks for five seconds. */
export interface Glance {
  readonly name: RumorStory | null;
  readonly price: RumorStory | null;
  /** Who stands for what leads the page; null where nobody does. */
  readonly sources: string | null;
  /** What was announced beside the launch, and who said so on the record; null where nothing was. */
  readonly announced: { readonly rumor: RumorStory['rumor']; readonly speakers: readonly string[] } | null;
  /** The rumor that moved most within seven days; null where none did by a point. */
  readonly moved: RumorStory | null;
  /** How many open rumors nobody had weighed seven days ago, and whether these are all. */
  readonly fresh: { readonly count: number; readonly isAll: boolean };
  /** The open rumor whose proof would change the most: the one that leads. */
  readonly decisive: RumorStory | null;
}

const LEAST_MOVE = 0.01;

const leadOf = (story: DeviceStory, subject: string): RumorStory | null =>
  story.questions.find(({ answers: [first] }) => first?.rumor.subject === subject)?.answers[0] ?? null;

/** Subjects that stand elsewhere on the page. */
const ELSEWHERE = new Set(['existence', 'launch.date', 'announcement.date']);

function announcedIn({ questions, statements }: DeviceStory): Glance['announced'] {
  const all = questions.flatMap(({ answers }) => answers.map(({ rumor }) => rumor));
  const rumor = all.find(({ confidence, subject }) => confidence?.announced === true && !ELSEWHERE.has(subject));
  if (!rumor) return null;
  const said = statements.filter(
    ({ rumors, verification }) => verification === 'verified' && rumors.some(({ id }) => id === rumor.id),
  );
  return { rumor, speakers: [...new Set(said.map(({ speaker }) => speaker))] };
}

const moveOf = ({ rumor }: RumorStory): number => Math.abs(rumor.confidence?.change_7d ?? 0);

/** The answers to what is asked first of a device, from what the page tells in full. */
export function glanceAt(story: DeviceStory, lead: RumorStory | null): Glance {
  const open = story.questions.flatMap(({ answers }) => answers).filter(({ rumor }) => rumor.status === 'open');
  const fresh = open.filter(({ rumor }) => rumor.confidence?.change_7d === null).length;
  const [moved] = open.toSorted((a, b) => moveOf(b) - moveOf(a));
  return {
    name: leadOf(story, 'name'),
    price: leadOf(story, 'price'),
    sources: lead && standFor(lead.evidence),
    announced: announcedIn(story),
    moved: moved && moveOf(moved) >= LEAST_MOVE ? moved : null,
    fresh: { count: fresh, isAll: fresh > 0 && fresh === open.length },
    decisive: lead?.rumor.status === 'open' ? lead : (open[0] ?? null),
  };
}
