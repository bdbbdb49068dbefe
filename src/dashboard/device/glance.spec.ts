import type { RumorStory } from '../rumor/rumor-story.js';
import type { DeviceStory } from './device-story.js';
import { glanceAt } from './glance.js';

const answer = (id: string, subject: string, change: number | null, status = 'open'): RumorStory =>
  ({
    rumor: { id, subject, status, confidence: { probability: 0.5, change_7d: change } },
    evidence: [{ stance: 'supports', status: 'active', report: { origin_link: 'own', source: { name: 'Ledger' } } }],
  }) as unknown as RumorStory;
const story = (...answers: RumorStory[]): DeviceStory =>
  ({ questions: answers.map((each) => ({ question: each.rumor.id, answers: [each] })) }) as unknown as DeviceStory;

describe('a device at a glance', () => {
  it('names its name, its price, who says so and what moved most', () => {
    const [name, price, chip] = [answer('n', 'name', 0.02), answer('p', 'price', -0.2), answer('c', 'chipset', null)];
    expect(glanceAt(story(name, price, chip), name)).toEqual({
      ...{ name, price, sources: 'Ledger', moved: price, decisive: name },
    });
  });

  it('says of nothing that it moved where nothing did by a point, or what moved is settled', () => {
    const [still, settled] = [answer('n', 'partner', 0.004), answer('p', 'price', 0.5, 'resolved')];
    expect(glanceAt(story(still, settled), settled)).toMatchObject({ name: null, moved: null, decisive: still });
    expect(glanceAt(story(), null)).toEqual({ name: null, price: null, sources: null, moved: null, decisive: null });
  });
});
