import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from './platform/clock.js';
import { Database } from './platform/database/database.js';
import { Metrics } from './platform/metrics.service.js';

/** What is read of the store at each look, by the name of the figure. Words that are labels are those of our own code. */
const FIGURES = {
  hearsay_rumors_due: [
    'Rumors that are to be weighed again.',
    'select count(*) as n from rumors where due_at is not null',
  ],
  hearsay_refresh_due_at_seconds: [
    'When the next refresh is due, as epoch seconds; 0 where none is planned.',
    `select min(due_at) / 1000.0 as n from refresh_jobs where status = 'queued'`,
  ],
  hearsay_refresh_last_success_seconds: [
    'When the last refresh that succeeded ended, as epoch seconds; 0 before the first.',
    `select max(finished_at) / 1000.0 as n from refresh_jobs where status = 'succeeded'`,
  ],
  hearsay_refresh_running: ['Refreshes that run.', `select count(*) as n from refresh_jobs where status = 'running'`],
  hearsay_events_written: ['The sequence of the last event.', 'select max(sequence) as n from events'],
  hearsay_ingestions_waiting: [
    'Articles that wait for their review.',
    `select count(*) as n from ingestions where status = 'ready'`,
  ],
} as const;

const SIZE = {
  sqlite: 'select page_count * page_size as n from pragma_page_count(), pragma_page_size()',
  postgres: 'select pg_database_size(current_database()) as n',
} as const;

/** Tells of the store: what waits, what was done, how large it is. */
@Injectable()
export class StoreFigures implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const [name, [help, query]] of Object.entries(FIGURES)) this.tell(name, help, () => this.read(query));
    const size = SIZE[this.database.dialect];
    this.tell('hearsay_database_size_bytes', 'How large the database is.', () => this.read(size));
    this.tell('hearsay_write_queue_length', 'Acts that run or wait for their turn.', () => this.database.waiting);
    this.tell('hearsay_refresh_lag_seconds', 'For how long a refresh has been due that has not begun.', () =>
      this.lag(),
    );
    this.tell('hearsay_database_up', 'Whether the database can be read: 1 or 0.', async () =>
      Number.isNaN(await this.read('select 1 as n')) ? 0 : 1,
    );
  }

  private tell(name: string, help: string, value: () => number | Promise<number>): void {
    new Gauge({
      ...{ name, help, registers: [this.metrics.registry] },
      async collect() {
        this.set(await value());
      },
    });
  }

  private async lag(): Promise<number> {
    const due = await this.read(FIGURES.hearsay_refresh_due_at_seconds[1]);
    return due === 0 ? 0 : Math.max(0, this.clock.now() / 1000 - due);
  }

  /** The number that a query gives; not a number where the database cannot be read, which no look may fail by. */
  private async read(query: string): Promise<number> {
    try {
      return (await this.database.readOne<{ n: number | null }>(query))?.n ?? 0;
    } catch {
      return Number.NaN;
    }
  }
}
