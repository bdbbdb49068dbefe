import { Injectable } from '@nestjs/common';
import { Moments } from '../events/moments.service.js';
import { Database } from '../platform/database/database.js';
import { sql, Sql } from '../platform/database/sql.js';
import { Fault } from '../platform/fault.js';
import { RUMOR_STATUSES } from '../rumors/rumor.entity.js';
import { LIFECYCLES } from '../devices/device.entity.js';
import { cellsOf, COLUMNS } from './columns.js';
import { csvLine } from './csv.js';
import { DatasetReader } from './dataset-reader.service.js';
import { FILTERS, TABLES, type Dataset, type ExportFormat } from './datasets.js';
import { ExportQueryDto } from './export.dto.js';

/** How many rows are read at a time: what is held of a dataset, however large it is. */
const AT_ONCE = 500;

/** What is taken away: the dataset, its form, and what is asked of it. */
export interface Order {
  readonly dataset: Dataset;
  readonly format: ExportFormat;
  readonly query: ExportQueryDto;
}

/** A dataset on its way out: as of which moment it is, epoch milliseconds, and its text in parts. */
export interface Shipment {
  readonly at: number;
  readonly parts: AsyncGenerator<string, void, void>;
}

/** Gives whole datasets away, as of one moment, a part at a time. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly moments: Moments,
    private readonly reader: DatasetReader,
  ) {}

  /**
   * Begins to give a dataset away: as of the instant that is asked for, else of the last commit; whatever is written
   * meanwhile, it is the dataset as it stood then.
   *
   * @param watch is told how many rows were looked at
   * @throws Fault malformed `wrong-filter` or `in-the-future`, and as `Named.in` does
   */
  async begin({ dataset, format, query }: Order, watch: (looked: number) => void = () => undefined): Promise<Shipment> {
    assertFits(dataset, query);
    const { at, asked } = await this.moments.read(query.as_of, async (moment) => ({
      at: moment.at,
      asked: await this.reader.asked(query, moment),
    }));
    const rows = (ids: readonly string[]) =>
      this.moments.read(at, (moment) => this.reader.rows(dataset, ids, asked, moment));
    const ids = (after: string) => this.idsAfter(dataset, after);
    const isGuarded = query.guard !== 'off';
    const say = (row: object): string =>
      format === 'csv' ? csvLine(cellsOf(dataset, row), isGuarded) : `${JSON.stringify(row)}\n`;
    const head =
      format === 'csv'
        ? csvLine(
            COLUMNS[dataset].map(([name]) => name),
            false,
          )
        : '';
    return { at, parts: partsOf({ head, ids, rows, say }, watch) };
  }

  /** How many rows there are to be looked at. */
  async count(dataset: Dataset): Promise<number> {
    let rows = 0;
    for (const table of TABLES[dataset]) {
      const query = new Sql(`select count(*) as n from ${table}`, []);
      rows += (await this.database.readOne<{ n: number }>(query.text))?.n ?? 0;
    }
    return rows;
  }

  private async idsAfter(dataset: Dataset, after: string): Promise<string[]> {
    for (const table of TABLES[dataset]) {
      const { text, values } = sql`select x.id from ${new Sql(table, [])} x where x.id > ${after}
        order by x.id limit ${AT_ONCE}`;
      const found = await this.database.read<{ id: string }>(text, values);
      if (found.length > 0) return found.map(({ id }) => id);
    }
    return [];
  }
}

interface Reading {
  readonly head: string;
  readonly ids: (after: string) => Promise<string[]>;
  readonly rows: (ids: readonly string[]) => Promise<readonly object[]>;
  readonly say: (row: object) => string;
}

async function* partsOf({ head, ids, rows, say }: Reading, watch: (looked: number) => void) {
  if (head !== '') yield head;
  let looked = 0;
  for (let lot = await ids(''); lot.length > 0; lot = await ids(lot.at(-1)!)) {
    const part = (await rows(lot)).map(say).join('');
    looked += lot.length;
    watch(looked);
    if (part !== '') yield part;
  }
}

/** Refuses what the dataset cannot be filtered by: what is not looked at must not seem to have been. */
function assertFits(dataset: Dataset, query: ExportQueryDto): void {
  const known: readonly string[] = [...FILTERS[dataset], 'as_of', 'guard'];
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const unknown = given.filter(([name]) => !known.includes(name)).map(([name]) => name);
  const statuses: readonly string[] = dataset === 'devices' ? LIFECYCLES : RUMOR_STATUSES;
  const isStatus = query.status === undefined || statuses.includes(query.status);
  const errors = [
    ...unknown.map((parameter) => ({ parameter, code: 'unknown-parameter', detail: `is no filter of ${dataset}` })),
    ...(isStatus || unknown.includes('status')
      ? []
      : [{ parameter: 'status', code: 'is-in', detail: `must be one of ${statuses.join(', ')}` }]),
  ];
  if (errors.length === 0) return;
  const said = errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; ');
  throw new Fault('malformed', 'wrong-filter', `The query cannot be used. ${said}.`, errors);
}
