import fc from 'fast-check';
import type { EventAnswer } from '../events/event.answer.js';
import { messageOf, MOST_BYTES, type Told } from './messages.js';

const EVENT = {
  specversion: '1.0',
  id: 'evt_1',
  source: 'https://rumors.example',
  type: 'rumor.confidence_changed',
  subject: 'rum_1',
  time: '2026-11-22T04:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: 7,
  data: { previous: 0.57, current: 0.61, change: 0.04, cause: ['ev_1'] },
} as EventAnswer;

const RUMOR = {
  id: 'rum_1',
  device: 'Orchard Air',
  subject: 'name',
  value: 'Air <2> @here',
  region: null,
  variant: null,
};
const told = (change: Partial<Told> = {}): Told => ({ event: EVENT, rumor: RUMOR, publicUrl: null, ...change });

describe('what a receiver gets', () => {
  it('is the event as it stands in the log', () => {
    expect(JSON.parse(messageOf('standard', told()))).toEqual(EVENT);
  });

  it('is at most 20 kB, whatever happened', () => {
    const event = { ...EVENT, data: { text: 'ü'.repeat(MOST_BYTES) } } as EventAnswer;
    const body = messageOf('standard', told({ event }));
    expect(Buffer.byteLength(body)).toBeLessThan(MOST_BYTES);
    expect(JSON.parse(body)).toEqual({ ...EVENT, data: { truncated: true } });
  });

  it('is a sentence in a chat, with a way to the reasons', () => {
    const publicUrl = 'https://rumors.example';
    const { text } = JSON.parse(messageOf('slack', told({ publicUrl }))) as { text: string };
    expect(text).toContain('57 → 61 % likely (+4 pp)');
    expect(text).toContain('&lt;2&gt;');
    expect(text).toContain('<https://rumors.example/rumors/rum_1|Why?>');
    const discord = JSON.parse(messageOf('discord', told())) as { content: string; allowed_mentions: object };
    expect(discord.content).toContain('\\@here');
    expect(discord.allowed_mentions).toEqual({ parse: [] });
    expect(messageOf('teams', told({ publicUrl }))).toContain('Action.OpenUrl');
  });

  it('never is anything but JSON, and never holds a link of a rumor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        for (const format of ['slack', 'discord', 'teams'] as const) {
          const body = messageOf(format, told({ rumor: { ...RUMOR, value } }));
          expect(JSON.parse(body)).toBeInstanceOf(Object);
        }
        const { text } = JSON.parse(messageOf('slack', told({ rumor: { ...RUMOR, value } }))) as { text: string };
        expect(text).not.toMatch(/[<>]/);
      }),
    );
  });
});
