import { publish, type Kept, type Told } from '../../support/newsroom.js';
import { startServer } from '../../support/server.js';
import { score, settle } from '../../support/verdicts.js';
import type { Listening } from './told.js';

/** How many devices the story has whose partner was found out. */
const DEVICES = 16;

/** Ledger is right mostly, Courier half of the time, and Harbour has said too little. */
const VOICES = [
  ['Ledger', (device: number) => device % 8 !== 0],
  ['Courier', (device: number) => device % 2 === 0],
  ['Harbour', (device: number) => device < 3],
] as const;

/**
 * A server that listens, on 5 May 2029: of sixteen devices it is known whose partner was told rightly, and three more are
 * expected, one of them later in Poland.
 */
export async function startDecided(): Promise<Listening> {
  const server = await startServer('sqlite', { clock: '2029-02-01T12:00:00Z' });
  const on = (day: string) => server.clock.hold(Date.parse(`${day}T12:00:00Z`));
  const told: [Kept, boolean][] = [];
  for (let device = 0; device < DEVICES; device += 1) {
    const happened = device % 3 !== 0;
    const kept: Kept[] = [];
    for (const [source, isRight] of VOICES) {
      if (source === 'Harbour' && device >= 3) continue;
      const stance = isRight(device) === happened ? 'supports' : 'refutes';
      kept.push(await publish(server, about(`Orvane ${device + 1}`, 'partner', 'Leica', { source, stance })));
    }
    told.push([kept[0]!, happened]);
  }
  on('2029-03-25');
  for (const [kept, happened] of told) await settle(server, kept, happened ? 'true' : 'false', '2029-03-20');
  await score(server);
  on('2029-05-05');
  for (const source of ['Ledger', 'Northgate', 'Gazette']) {
    await publish(server, about('Halden Air', 'launch.date', '2029-10', { source, on: '2029-05-01', grade: 'A' }));
    await publish(server, about('Meridian Fold', 'launch.date', '2029-08', { source, on: '2029-05-01', grade: 'A' }));
  }
  await publish(server, about('Meridian Slate', 'launch.date', '2029-12', { source: 'Courier' }));
  await publish(server, about('Halden Air', 'launch.date', '2030-02', { source: 'Courier', region: 'PL' }));
  await server.app.listen(0, '127.0.0.1');
  return { ...server, address: await server.app.getUrl() };
}

const about = (device: string, subject: string, value: string, change: Partial<Told> = {}): Told => ({
  ...{ device, subject, value, source: 'Ledger', on: '2029-01-20' },
  ...change,
});
