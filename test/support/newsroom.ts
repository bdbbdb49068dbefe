import { OPERATOR } from '../../src/access/actor.js';
import { Assessor } from '../../src/assessments/assessor.service.js';
import { Devices } from '../../src/devices/devices.service.js';
import { identify } from '../../src/engine/similarity/index.js';
import type { Certainty, Grade, SourceKind, Stance } from '../../src/engine/subjects/index.js';
import { EvidenceLinks } from '../../src/evidence/evidence.service.js';
import { Reports } from '../../src/evidence/reports.service.js';
import { Clock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { Rumor } from '../../src/rumors/rumor.entity.js';
import { Rumors } from '../../src/rumors/rumors.service.js';
import { Sources } from '../../src/sources/sources.service.js';
import type { Program } from './program.js';

/** Something that a source says about a device; it supports the claim and is reported, unless told otherwise. */
export interface Told {
  readonly source: string;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly on: string;
  readonly subject: string;
  readonly value: string;
  readonly region?: string;
  readonly device?: string;
  readonly stance?: Stance;
  readonly certainty?: Certainty;
  readonly grade?: Grade;
  readonly kind?: SourceKind;
  /** Whether an editor names the source; one that is not is unproven. */
  readonly vetted?: boolean;
}

/** What was made of it. */
export interface Kept {
  readonly rumor: Rumor;
  readonly evidenceId: string;
  readonly reportId: string;
}

let told = 0;

/** Writes down what a source says, each time in a report of its own; weighs nothing. */
export function tell(program: Program, { device = 'Orvane Halo', ...news }: Told): Promise<Kept> {
  const [learnedAt, at] = [program.get(Clock).now(), Date.parse(`${news.on}T00:00:00Z`)];
  const { source: name, kind = 'outlet', grade = 'C', vetted = true } = news;
  const title = `Story ${(told += 1)}`;
  const published = { at, precision: 'day' as const };
  return program.get(Database).transaction(async () => {
    const [company = ''] = device.split(' ');
    const { device: followed } = await program.get(Devices).ensure({ name: device, company }, OPERATOR);
    const source = await program.get(Sources).ensure({ name, kind, grade, vetted }, OPERATOR);
    const act = { device: followed.id, subject: news.subject, value: news.value, region: news.region };
    const { rumor } = await program.get(Rumors).ensure(act, OPERATOR);
    const text = { kind: 'article' as const, title, url: null, language: 'en', identity: identify(title)! };
    const publication = { ...text, sourceId: source.id, published, learnedAt, credits: [] };
    const report = await program.get(Reports).publish(publication, OPERATOR);
    const { stance = 'supports', certainty = 'reported' } = news;
    const nowhere = { quote: null, where: null, start: null, end: null };
    const link = { report: report.id, rumor: rumor.id, stance, certainty, ...nowhere };
    const evidence = await program.get(EvidenceLinks).link(link, OPERATOR);
    return { rumor, evidenceId: evidence.id, reportId: report.id };
  });
}

/** Writes down what a source says and weighs it, in one act. */
export function publish(program: Program, news: Told): Promise<Kept> {
  return program.get(Database).transaction(async () => {
    const kept = await tell(program, news);
    await program.get(Assessor).assessDue();
    return kept;
  });
}
