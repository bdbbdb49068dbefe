import { Injectable } from '@nestjs/common';
import { MODEL_VERSION, type Learned } from '../engine/confidence/index.js';
import { findSubject, SUBJECT_FAMILIES, type SubjectFamily } from '../engine/subjects/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isOneOf, sql } from '../platform/database/sql.js';
import { LearnedParameter } from './learned-parameter.entity.js';
import type { Cause } from './rumor.entity.js';
import { Rumors } from './rumors.service.js';

/** What the weighing takes of them; base rates by `baseRateName`. */
export type LearnedOfSubjects = Pick<Learned, 'temperature' | 'baseRates'>;

/** What the base rate of a subject goes by: of all devices (null), or of those of a category. A subject holds no blank. */
export const baseRateName = (subject: string, category: string | null): string =>
  category === null ? subject : `${subject}${OF}${category}`;

const OF = ' of ';
/** How long such a name may be where it is kept; what goes by a longer one is not kept. */
const MOST_NAME = 80;

/** What holds for the devices of a category: its own base rate of a subject where there is one, else that of all. */
export function learnedOf(learned: LearnedOfSubjects, subject: string, category: string | null): LearnedOfSubjects {
  const own = category === null ? undefined : learned.baseRates.get(baseRateName(subject, category));
  if (own === undefined || category === null) return learned;
  return { ...learned, baseRates: new Map([[subject, { ...own, category }]]) };
}

type Parameter = Pick<LearnedParameter, 'kind' | 'name' | 'value' | 'n'>;

/** Keeps what was learned of subjects, by which everything about them is weighed. */
@Injectable()
export class LearnedParameters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rumors: Rumors,
  ) {}

  /** What stands, as the weighing takes it. */
  async all(): Promise<LearnedOfSubjects> {
    const rows = await this.database.read<Parameter>('select l.kind, l.name, l.value, l.n from learned_parameters l');
    const temperature: Partial<Record<SubjectFamily, { scale: number; n: number }>> = {};
    const baseRates = new Map<string, { rate: number; n: number }>();
    for (const { kind, name, value, n } of rows) {
      if (kind === 'base_rate') baseRates.set(name, { rate: value, n });
      else if (isFamily(name)) temperature[name] = { scale: value, n };
    }
    return { temperature, baseRates };
  }

  /**
   * Puts right what was learned, and has everything weighed again that is weighed otherwise by it; only what changed is
   * written. Returns how many numbers changed.
   */
  keep(learned: readonly Parameter[]): Promise<number> {
    return this.database.transaction(async (rows) => {
      const fitting = learned.filter(({ name }) => name.length <= MOST_NAME);
      const known = await rows.find(LearnedParameter, { order: { kind: 'ASC', name: 'ASC' } });
      const gone = known.filter((row) => !fitting.some((each) => isOf(each, row)));
      const changed = fitting.filter((each) => !known.some((row) => isOf(each, row) && isSame(each, row)));
      for (const { kind, name } of [...gone, ...changed]) await rows.delete(LearnedParameter, { kind, name });
      const stamps = { modelVersion: MODEL_VERSION, learnedAt: this.clock.now() };
      for (const each of changed) await rows.insert(LearnedParameter, { ...each, ...stamps });
      for (const each of [...gone, ...changed]) await this.weighAnew(each);
      return gone.length + changed.length;
    });
  }

  private async weighAnew({ kind, name }: Parameter): Promise<void> {
    const [subject = '', ...category] = name.split(OF);
    const subjects = kind === 'base_rate' ? [subject] : await this.subjectsOf(name);
    const within =
      category.length === 0
        ? sql``
        : sql`and m.device_id in (select d.id from devices d where d.category = ${category.join(OF)})`;
    const { text, values } = sql`select m.id from rumors m
      where ${isOneOf(sql`m.subject`, subjects)} and m.status = 'open' ${within} order by m.id`;
    const open = (await this.database.read<{ id: string }>(text, values)).map(({ id }) => id);
    await this.rumors.markDue(open, CALIBRATION);
  }

  /** The subjects of a family of which something is claimed. */
  private async subjectsOf(family: string): Promise<string[]> {
    const rows = await this.database.read<{ subject: string }>(
      'select distinct m.subject from rumors m order by m.subject',
    );
    return rows.map(({ subject }) => subject).filter((subject) => findSubject(subject)?.family === family);
  }
}

const CALIBRATION: Cause = { kind: 'calibration', ids: [] };

const isFamily = (name: string): name is SubjectFamily => (SUBJECT_FAMILIES as readonly string[]).includes(name);
const isOf = (one: Parameter, other: Parameter): boolean => one.kind === other.kind && one.name === other.name;
const isSame = (one: Parameter, row: LearnedParameter): boolean =>
  one.value === row.value && one.n === row.n && row.modelVersion === MODEL_VERSION;
