import type { Dialect } from '../../src/platform/database/place.js';
import { sayInstant } from '../../src/platform/instant.js';
import type { Settings } from '../../src/platform/settings.js';
import { PollSchedule } from '../../src/subscriptions/poll-schedule.service.js';
import { WebhookRounds } from '../../src/webhooks/webhook-rounds.service.js';
import { startProgram } from './program.js';

/** What a child is told to do at an instant (epoch milliseconds): to ask whoever is due, or to bring what is due. */
export interface Turn {
  readonly at: number;
  readonly does: 'poll' | 'bring';
}

/** How its program is set up, as JSON. */
export interface LivingOptions {
  readonly clock: number;
  readonly settings: Partial<Settings>;
  readonly names: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Asks others and tells others whenever it is told to, and answers when it has. */
async function live(database: Dialect, databaseUrl: string, options: LivingOptions): Promise<void> {
  const { clock, settings, names } = options;
  const program = await startProgram(database, { databaseUrl, clock: sayInstant(clock), settings, names });
  process.on('message', ({ at, does }: Turn) => {
    program.clock.hold(at);
    const turn = does === 'poll' ? program.get(PollSchedule).tick() : program.get(WebhookRounds).round();
    void turn.then(() => process.send?.('done'));
  });
  process.send?.('ready');
}

void live(process.argv[3] as Dialect, process.argv[4] ?? '', JSON.parse(process.argv[5] ?? '') as LivingOptions);
