import type { Dialect } from '../../src/platform/database/place.js';
import { sayInstant } from '../../src/platform/instant.js';
import { RefreshSchedule } from '../../src/refresh/refresh-schedule.service.js';
import { Refresh } from '../../src/refresh/refresh.service.js';
import { startProgram } from './program.js';

/** What a child is told: to look at that instant (epoch milliseconds) and, perhaps, to die after so many steps. */
export interface Look {
  readonly at: number;
  readonly diesAfter?: number;
}

/** Looks whether a refresh is due whenever it is told to, and answers when it has looked. */
async function serve(database: Dialect, databaseUrl: string, clock: number): Promise<void> {
  const program = await startProgram(database, { databaseUrl, clock: sayInstant(clock) });
  process.on('message', ({ at, diesAfter = Infinity }: Look) => {
    program.clock.hold(at);
    let steps = 0;
    const watch = () => void ((steps += 1) > diesAfter && process.kill(process.pid, 'SIGKILL'));
    const look = diesAfter < Infinity ? program.get(Refresh).runDue(watch) : program.get(RefreshSchedule).tick();
    void look.then(() => process.send?.('looked'));
  });
  process.send?.('ready');
}

void serve(process.argv[3] as Dialect, process.argv[4] ?? '', Number(process.argv[5]));
