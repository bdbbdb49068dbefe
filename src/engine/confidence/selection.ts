import type { Discarded, Question } from './evidence.js';
import { grouped } from './grouped.js';
import { hear, inOrder, type Hearing, type PutAside } from './hearing.js';
import { pickOrigin, pickVerified, type Voice } from './origin.js';

/** What stops counting and what counts instead when one piece of evidence is left out. */
export interface Change {
  readonly gone: readonly Voice[];
  readonly come: readonly Voice[];
}

const originOf = (hearing: Hearing): string => hearing.testimony.originId;
const statementIn = (hearing: Hearing): string => `${hearing.answer} ${hearing.testimony.statement?.id ?? ''}`;

/** All links of the latest report; the hearings are in the order of publication. */
function latest(ofOneSource: readonly Hearing[]): Hearing[] {
  const last = ofOneSource.at(-1)?.testimony.reportId;
  return ofOneSource.filter((hearing) => hearing.testimony.reportId === last);
}

/**
 * Which testimonies of a question count: a verified statement once; else the last report of each source (on the whole
 * question where its answers share one probability, on the answer where each stands alone); and of one origin one
 * testimony an answer. Established and unproven sources are chosen apart, so that no fake can displace a voice.
 */
export class Selection {
  /** What counts, in the order of publication. */
  readonly voices: readonly Voice[];
  /** Everything else, by answer, with the reason. */
  readonly putAside: ReadonlyMap<number, readonly Discarded[]>;

  private readonly speakers: ReadonlyMap<string, readonly Hearing[]>;
  private readonly origins: ReadonlyMap<string, readonly Hearing[]>;
  private readonly statements: ReadonlyMap<number, readonly Hearing[]>;
  private readonly stated: ReadonlyMap<string, readonly Hearing[]>;
  private readonly tolerance: number;
  private readonly alone: boolean;

  constructor(question: Question) {
    this.tolerance = question.subject.tolerance;
    this.alone = question.subject.answers === 'each';
    const { hearings, putAside } = hear(question);
    const ordinary = hearings.filter((hearing) => !hearing.verified);
    const verified = hearings.filter((hearing) => hearing.verified);
    this.statements = grouped(verified, (hearing) => hearing.answer);
    this.stated = grouped(verified, (hearing) => `${hearing.answer} ${originOf(hearing)}`);
    this.speakers = grouped(ordinary, (hearing) => this.speaker(hearing));
    const current = inOrder([...this.speakers.values()].flatMap(latest));
    this.origins = grouped(current, originOf);
    const counted = new Map(this.pickAll().map((voice) => [voice.testimony.id, voice]));
    this.voices = hearings.flatMap((hearing) => counted.get(hearing.testimony.id) ?? []);
    const silent = grouped([...putAside, ...this.explainSilence(hearings, counted)], ({ answer }) => answer);
    this.putAside = new Map([...silent].map(([answer, all]) => [answer, all.map(({ discarded }) => discarded)]));
  }

  /** What would change if that evidence had never been linked. */
  without(voice: Voice): Change {
    return voice.verified ? this.withoutStatement(voice) : this.withoutReport(voice);
  }

  private speaker(hearing: Hearing): string {
    const id = hearing.source.id;
    return this.alone ? `${hearing.answer} ${id}` : id;
  }

  private pickAll(): Voice[] {
    const verified = [...this.statements.values()].flatMap(pickVerified);
    const ordinary = [...this.origins.keys()].flatMap((origin) => this.pick(origin, this.origins.get(origin)!));
    return [...verified, ...ordinary];
  }

  /** The voices of an origin, except on answers for which it carries a verified statement. */
  private pick(origin: string, group: readonly Hearing[], leftOut?: Voice): Voice[] {
    const open = group.filter(({ answer }) => {
      const stated = this.stated.get(`${answer} ${origin}`) ?? [];
      return stated.every((hearing) => hearing.testimony === leftOut?.testimony);
    });
    return pickOrigin(open, this.alone ? null : this.tolerance);
  }

  private withoutStatement(voice: Voice): Change {
    const here = this.statements.get(voice.answer)!;
    const left = here.filter((hearing) => hearing.testimony !== voice.testimony);
    const origin = originOf(voice);
    const group = this.origins.get(origin) ?? [];
    return {
      gone: [...pickVerified(here), ...this.pick(origin, group)],
      come: [...pickVerified(left), ...this.pick(origin, group, voice)],
    };
  }

  private withoutReport(voice: Voice): Change {
    const all = this.speakers.get(this.speaker(voice))!;
    const before = latest(all);
    const after = latest(all.filter((hearing) => hearing.testimony !== voice.testimony));
    const origins = [...new Set([...before, ...after].map(originOf))];
    const gone = origins.flatMap((origin) => this.pick(origin, this.origins.get(origin) ?? []));
    const come = origins.flatMap((origin) => {
      const others = (this.origins.get(origin) ?? []).filter((hearing) => !before.includes(hearing));
      const instead = after.filter((hearing) => originOf(hearing) === origin);
      return this.pick(origin, inOrder([...others, ...instead]));
    });
    return { gone, come };
  }

  private explainSilence(hearings: readonly Hearing[], counted: ReadonlyMap<string, Voice>): PutAside[] {
    const voices = [...counted.values()];
    const ofOrigin = new Map(voices.map((voice) => [`${voice.answer} ${originOf(voice)}`, voice]));
    const ofStatement = new Map(
      voices.flatMap((voice) => (voice.verified ? [[statementIn(voice), voice] as const] : [])),
    );
    return hearings.flatMap((hearing): PutAside[] => {
      const { answer, testimony } = hearing;
      const aside = (reason: Discarded['reason'], insteadReportId: string | null): PutAside[] => [
        { answer, discarded: { evidenceId: testimony.id, reason, insteadReportId } },
      ];
      const voice = counted.get(testimony.id);
      if (voice) return voice.established || voice.verified ? [] : aside('unproven_source', null);
      const last = hearing.verified ? testimony : this.speakers.get(this.speaker(hearing))!.at(-1)!.testimony;
      if (last.reportId !== testimony.reportId) return aside('superseded_by_later_report', last.reportId);
      const other = ofOrigin.get(`${answer} ${originOf(hearing)}`) ?? ofStatement.get(statementIn(hearing));
      return aside('repeats_origin', other?.testimony.reportId ?? testimony.originId);
    });
  }
}
