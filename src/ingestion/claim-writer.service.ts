import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Devices, type EnsuredDevice } from '../devices/devices.service.js';
import type { LinkEvidence } from '../evidence/evidence.dto.js';
import { EvidenceLinks } from '../evidence/evidence.service.js';
import type { Report } from '../evidence/report.entity.js';
import { Rumors, type EnsuredRumor } from '../rumors/rumors.service.js';
import { Statements } from '../statements/statements.service.js';
import type { Candidate } from './candidate.entity.js';
import type { Accepted } from './ingestion-book.service.js';
import type { Ingestion } from './ingestion.entity.js';

/** Turns the candidates of an article into evidence for rumors, and its quotations into statements. */
@Injectable()
export class ClaimWriter {
  constructor(
    private readonly devices: Devices,
    private readonly rumors: Rumors,
    private readonly evidence: EvidenceLinks,
    private readonly statements: Statements,
  ) {}

  /** The devices that the candidates speak of, by the name that the article gives them. */
  async devicesOf(
    ingestion: Ingestion,
    candidates: readonly Candidate[],
    actor: Actor,
  ): Promise<ReadonlyMap<string, EnsuredDevice>> {
    const devices = new Map<string, EnsuredDevice>();
    for (const read of ingestion.notes.devices) {
      if (!candidates.some((candidate) => candidate.device === read.name)) continue;
      const known = read.knownId === null ? null : await this.devices.find(read.knownId);
      const heir = known && (await this.devices.heirOf(known));
      const { name, company } = read;
      const act = { name, company, aliases: [...read.aliases] };
      devices.set(
        name,
        heir && heir.removedAt === null ? { device: heir, added: false } : await this.devices.ensure(act, actor),
      );
    }
    return devices;
  }

  /** Links the report to the rumor of each candidate, which is opened where it is new. */
  async write(
    candidates: readonly Candidate[],
    devices: ReadonlyMap<string, EnsuredDevice>,
    report: Report,
    actor: Actor,
  ): Promise<Accepted[]> {
    const meant: { candidate: Candidate; rumorId: string; opened: boolean; isFirst: boolean }[] = [];
    for (const candidate of candidates) {
      const { rumor, opened } = await this.rumorOf(candidate, devices, actor);
      const isFirst = meant.every((each) => each.rumorId !== rumor.id);
      meant.push({ candidate, rumorId: rumor.id, opened, isFirst });
    }
    const acts = meant
      .filter(({ isFirst }) => isFirst)
      .map(({ candidate, rumorId }) => linkOf(candidate, rumorId, report));
    const ids = await this.evidence.ensureAll(report, acts, actor);
    const linked = new Map(acts.map(({ rumor }, place) => [rumor, ids[place] ?? null]));
    return meant.map(({ candidate, rumorId, opened, isFirst }) => {
      const evidenceId = isFirst ? (linked.get(rumorId) ?? null) : null;
      return { candidateId: candidate.id, rumorId, evidenceId, opened };
    });
  }

  /**
   * Takes note of what was said in the article, each linked to the rumors that the words themselves speak of.
   *
   * @returns the ids of the rumors to be weighed again for it, beyond the article's own those of words that it bears out
   */
  async writeStatements(
    ingestion: Ingestion,
    candidates: readonly Candidate[],
    accepted: readonly Accepted[],
    report: Report,
    actor: Actor,
  ): Promise<string[]> {
    const rumorOf = (ordinal: number): string | undefined => {
      const candidate = candidates.find((each) => each.ordinal === ordinal);
      return accepted.find((each) => each.candidateId === candidate?.id)?.rumorId;
    };
    const rumorIds: string[] = [];
    for (const { span, claims, ...said } of ingestion.notes.statements) {
      const rumors = new Map(claims.map((claim) => [rumorOf(claim.index), claim.stance]));
      const linked = [...rumors].flatMap(([id, stance]) => (id === undefined ? [] : [{ id, stance }]));
      const place = { quote: span.exact, where: span.where, start: span.start, end: span.end };
      const act = { reportId: report.id, learnedAt: report.learnedAt, ...said, ...place, rumors: linked };
      rumorIds.push(...(await this.statements.record(act, actor)).rumorIds);
    }
    return rumorIds;
  }

  /** The rumor that an editor matched with the candidate, else the one of its claim. */
  private async rumorOf(
    { device: name, subject, value, region, variant, rumorId }: Candidate,
    devices: ReadonlyMap<string, EnsuredDevice>,
    actor: Actor,
  ): Promise<EnsuredRumor> {
    if (rumorId !== null) return { rumor: await this.rumors.current(rumorId), opened: false };
    const device = devices.get(name)?.device;
    if (!device) throw new Error(`no device of the article goes by the name ${name}`);
    return this.rumors.ensureAbout(device, { subject, value, region, variant }, actor);
  }
}

/** A claim that was handed in without the passage that makes it. */
const NO_PASSAGE = { quote: null, where: null, start: null, end: null } as const;

function linkOf(candidate: Candidate, rumorId: string, report: Report): LinkEvidence {
  const { stance, certainty, quote, spanWhere: where, spanStart: start, spanEnd: end } = candidate;
  const passage = quote === '' ? NO_PASSAGE : { quote, where, start, end };
  return { report: report.id, rumor: rumorId, stance, certainty, ...passage };
}
