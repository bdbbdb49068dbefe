import type {
  Act,
  Certainty,
  ClaimValue,
  Grade,
  SourceKind,
  Stance,
  Subject,
  SubjectFamily,
} from '../subjects/index.js';
import type { LaunchSign, LaunchSignStep } from './launch-signs.js';

/** A source as the engine sees it. */
export interface SourceStanding {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** The starting mark; null = unrated. */
  readonly grade: Grade | null;
  /** Whether an editor or the registry named it. */
  readonly vetted: boolean;
  /** Early calls that were right against the crowd; five make a source established. */
  readonly earlyCalls: number;
}

/** What a tally was counted from: events that were decided, and the credit for those in which the source was right. */
export interface Past {
  readonly right: number;
  readonly events: number;
}

/** A count of hits: `hits` of `trials`, possibly fractional (decayed or shared), and what it was counted from. */
export interface Tally {
  readonly hits: number;
  readonly trials: number;
  readonly past?: Past;
}

/** What an accuracy was learned from, as it is told: on one family of subjects, or (null) on all of them. */
export interface Taught extends Past {
  readonly family: SubjectFamily | null;
  /** Whether it is of what the source supported, or of what it refuted. */
  readonly stance: 'supports' | 'refutes';
}

/** What is known of a source's past, apart for what it supports and what it refutes. Empty until something resolved. */
export interface TrackRecord {
  readonly supporting: { readonly all: Tally; readonly byFamily: Partial<Readonly<Record<SubjectFamily, Tally>>> };
  readonly refuting: { readonly all: Tally; readonly byFamily: Partial<Readonly<Record<SubjectFamily, Tally>>> };
}

/** What has been learned from resolved questions; `NOTHING_LEARNED` until then. */
export interface Learned {
  readonly records: ReadonlyMap<string, TrackRecord>;
  /** The mean accuracy of a kind of source and how many trials it rests on. */
  readonly kinds: Partial<Readonly<Record<SourceKind, Tally>>>;
  /** The scale of evidence by family, with the number of resolved questions behind it; T0 where missing. */
  readonly temperature: Partial<Readonly<Record<SubjectFamily, { readonly scale: number; readonly n: number }>>>;
  /** The share of such claims that came true, by subject key; the catalogue's where missing. */
  readonly baseRates: ReadonlyMap<string, { readonly rate: number; readonly n: number; readonly category?: string }>;
  /** p_dep of two sources of which one likely takes over what the other says, 0..1, under the id of either. */
  readonly copying: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** An earlier supporter of the same answer whose values the source of a report often takes over. */
export interface Repeat {
  readonly sourceId: string;
  readonly evidenceId: string;
  /** p_dep, 0..1: how likely one of the two copies from the other. */
  readonly probability: number;
}

/** One link between a report and an answer, as the engine weighs it. */
export interface Testimony {
  /** The id of the evidence. */
  readonly id: string;
  readonly reportId: string;
  readonly sourceId: string;
  /** The report that this one goes back to; its own id if it is an origin. */
  readonly originId: string;
  /** 1 for an origin, 0 for a confirmed copy, 1 − confidence for a suspected one. */
  readonly independence: number;
  readonly stance: Stance;
  readonly certainty: Certainty;
  /** When the report was published, epoch milliseconds. */
  readonly publishedAt: number;
  /** Whether the maker of the device published it itself and binds itself by it: its own word, without anybody quoted. */
  readonly ownWord?: boolean;
  /** A statement of a named official inside the report that says exactly this. */
  readonly statement: { readonly id: string; readonly act: Act; readonly verified: boolean } | null;
}

/** One answer to a question: a rumor. */
export interface Answer {
  readonly rumorId: string;
  readonly value: ClaimValue;
  readonly testimonies: readonly Testimony[];
}

/** A question: one subject of one device in one region and variant, with every answer that was heard. */
export interface Question {
  readonly subject: Subject;
  readonly answers: readonly Answer[];
  readonly sources: ReadonlyMap<string, SourceStanding>;
  /** What tells that a launch of the device is near; it shifts questions about its days alone. */
  readonly signs?: readonly LaunchSign[];
}

/** One step of an explanation. All `logOdds` of an assessment sum to its log-odds. */
export type Contribution =
  | {
      readonly kind: 'base_rate';
      readonly rate: number;
      readonly n: number;
      /** The category of devices that it was counted over; missing where over all. */
      readonly category?: string;
      readonly logOdds: number;
    }
  | {
      readonly kind: 'report';
      readonly evidenceId: string;
      readonly reportId: string;
      readonly sourceId: string;
      readonly originId: string;
      readonly statementId: string | null;
      readonly verified: boolean;
      readonly stance: Stance;
      readonly certainty: Certainty;
      /** h, the weight of its certainty (and of its act). */
      readonly certaintyWeight: number;
      /** d, the weight of its age; `ageDays` is that age. */
      readonly ageWeight: number;
      readonly ageDays: number;
      /** I, the share that is not copied. */
      readonly independence: number;
      /** Whom it repeats where no copy is recorded, the earliest first; missing where nobody. */
      readonly repeats?: readonly Repeat[];
      /** a, the source's accuracy for this kind of subject and stance. */
      readonly accuracy: number;
      /** What that was learned from; missing where nothing of it was, as before anything was decided. */
      readonly taught?: Taught;
      /** T, the scale of evidence; 1 for a verified statement. */
      readonly scale: number;
      readonly logOdds: number;
    }
  | { readonly kind: 'popularity'; readonly logOdds: number }
  | LaunchSignStep
  | { readonly kind: 'competing_answers'; readonly logOdds: number }
  | { readonly kind: 'unproven_sources'; readonly origins: number; readonly logOdds: number }
  | {
      /** What another claim about the device says for this one. */
      readonly kind: 'related_rumor';
      readonly rumorId: string;
      /** That claim in one sentence, and its probability. */
      readonly claim: string;
      readonly probability: number;
      /** Whether this cannot be false if that is true, or cannot be true. */
      readonly relation: 'implies' | 'rules_out';
      readonly logOdds: number;
    };

/** Evidence that carries no weight of its own, and why. */
export interface Discarded {
  readonly evidenceId: string;
  readonly reason: 'repeats_origin' | 'superseded_by_later_report' | 'mentions_only' | 'unproven_source' | 'declined';
  /** The report that counts instead, where there is one. */
  readonly insteadReportId: string | null;
}

/** Strength of evidence, apart from likelihood. */
export const STRENGTHS = ['low', 'medium', 'high'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The engine's whole answer about one rumor at one instant. */
export interface Confidence {
  readonly rumorId: string;
  /** 0..1. */
  readonly probability: number;
  /** The range of ± 1.64 standard deviations of the log-odds, 0..1. */
  readonly low: number;
  readonly high: number;
  /** The probability without unproven sources: what words and alert thresholds use. */
  readonly firmProbability: number;
  readonly logOdds: number;
  readonly strength: Strength;
  /** Reports linked, the origins they go back to, and how the origins stand. */
  readonly reports: number;
  readonly origins: number;
  readonly supporting: number;
  readonly refuting: number;
  /** Whether a verified official statement supports (true) or refutes (false) it; null if none. */
  readonly announced: boolean | null;
  /** Whether the window of a date claim is over at the instant of the assessment. */
  readonly windowOver: boolean;
  /** The steps in the order base rate, reports by time, popularity, launch signs, competitors, unproven, related; they sum to `logOdds`. */
  readonly contributions: readonly Contribution[];
  readonly discarded: readonly Discarded[];
  /** The probability without each piece of evidence that counts, by evidence id (leave-one-out). */
  readonly without: Readonly<Record<string, number>>;
}
