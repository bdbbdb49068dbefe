import type { RumorStory } from '../rumor/rumor-story.js';
import type { DeviceStory } from './device-story.js';
import { glanceAt } from './glance.js';

const answer = (id: string, subject: string, change: number | null, status = 'open'): RumorStory =>
  ({
    rumor: { id, subject, status, confidence: { probability: 0.5, change_7d: change } },
    evidence: [{ stance: 'supports', status: 'active', report: { origin_link: 'own', source: { name: 'Ledger' } } }],
  }) as unknown as RumorStory;
const story = (...answers: RumorStory[]): DeviceStory =>
  ({
    questions: answers.map((each) => ({ question: each.rumor.id, answers: [each] })),
    statements: [
      { speaker: 'Ida', verification: 'verified', rumors: [{ id: 'p' }] },
      { speaker: 'Ida', verification: 'verified', rumors: [{ id: 'p' }] },
      { speaker: 'Oda', verification: 'relayed', rumors: [{ id: 'p' }] },
      { speaker: 'Uda', verification: 'verified', rumors: [{ id: 'x' }] },
    ],
  }) as unknown as DeviceStory;

describe('a device at a glance', () => {
  it('names its name, its price, who says so and what moved most', () => {
    const [name, price, chip] = [answer('n', 'name', 0.02), answer('p', 'price', -0.2), answer('c', 'chipset', null)];
    expect(glanceAt(story(name, price, chip), name)).toEqual({
      ...{ name, price, sources: 'Ledger', announced: null, moved: price, decisive: name },
      fresh: { count: 1, isAll: false },
    });
  });

  it('says of nothing that it moved where nothing did by a point, or what moved is settled', () => {
    const [still, settled] = [answer('n', 'partner', 0.004), answer('p', 'price', 0.5, 'resolved')];
    expect(glanceAt(story(still, settled), settled)).toMatchObject({ name: null, moved: null, decisive: still });
    expect(glanceAt(story(), null)).toEqual({
      ...{ name: null, price: null, sources: null, announced: null, moved: null, decisive: null },
      fresh: { count: 0, isAll: false },
    });
  });

  it('counts what nobody had weighed seven days ago', () => {
    const [fresh, other, still] = [
      answer('n', 'name', null),
      answer('c', 'chipset', null),
      answer('p', 'price', 0.001),
    ];
    expect(glanceAt(story(fresh, other), fresh).fresh).toEqual({ count: 2, isAll: true });
    expect(glanceAt(story(fresh, still), fresh).fresh).toEqual({ count: 1, isAll: false });
  });

  it('names what was announced beside the launch, with those whose words are verified', () => {
    const announced = (id: string, subject: string): RumorStory => {
      const { rumor, ...rest } = answer(id, subject, null);
      return { ...rest, rumor: { ...rumor, confidence: { ...rumor.confidence!, announced: true } } };
    };
    const [launch, partner] = [announced('l', 'launch.date'), announced('p', 'partner')];
    expect(glanceAt(story(launch, partner), partner).announced).toEqual({ rumor: partner.rumor, speakers: ['Ida'] });
    expect(glanceAt(story(launch), launch).announced).toBeNull();
  });
});
