import type { Dialect } from '../../src/platform/database/place.js';
import { sayInstant } from '../../src/platform/instant.js';
import { RefreshSchedule } from '../../src/refresh/refresh-schedule.service.js';
import { Refresh, type Watch } from '../../src/refresh/refresh.service.js';
import { startProgram } from './program.js';

/** What a child is told: to look at that instant (epoch milliseconds) and, perhaps, to die once it has weighed some of what it is to weigh. */
export interface Look {
  readonly at: number;
  readonly diesWeighing?: boolean;
}

/** Looks whether a refresh is due whenever it is told to, and answers when it has looked. */
async function serve(database: Dialect, databaseUrl: string, clock: number): Promise<void> {
  const program = await startProgram(database, { databaseUrl, clock: sayInstant(clock) });
  process.on('message', ({ at, diesWeighing = false }: Look) => {
    program.clock.hold(at);
    const watch: Watch = ({ phase, done }) =>
      void (phase === 'assess' && done > 0 && process.kill(process.pid, 'SIGKILL'));
    const look = diesWeighing ? program.get(Refresh).runDue(watch) : program.get(RefreshSchedule).tick();
    void look.then(() => process.send?.('looked'));
  });
  process.send?.('ready');
}

void serve(process.argv[3] as Dialect, process.argv[4] ?? '', Number(process.argv[5]));
