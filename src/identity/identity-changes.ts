import type { Identity, Named, Pointer } from '../devices/device-identity.service.js';
import type { AcceptedLink } from '../evidence/evidence-moves.service.js';
import type { Follower } from '../resolutions/verdict-moves.service.js';
import type { RumorStatus } from '../rumors/rumor.entity.js';
import type { StandingNumbers, UnitedRumor } from '../rumors/rumor-moves.service.js';

/** A rumor that got another status, and the one that it had. */
export interface FormerStatus {
  readonly rumor: string;
  readonly status: RumorStatus;
  /** The numbers that it had, where it was withdrawn and is weighed again. */
  readonly numbers?: StandingNumbers;
}

/** What an act about who is who changed: enough to take all of it back. Ids throughout. */
export interface IdentityChanges {
  /** Rumors that are about the other device since. */
  readonly carried: readonly string[];
  /** Rumors that are one with the same claim about the other device since, and with which. */
  readonly united: readonly (UnitedRumor & { readonly into: string })[];
  readonly accepted: readonly AcceptedLink[];
  readonly statuses: readonly FormerStatus[];
  /** Resolutions that were recorded with the act, and those that follow from one of these since. */
  readonly recorded: readonly string[];
  readonly followers: readonly Follower[];
  /** The resolutions of all these rumors that stood after the act. */
  readonly standing: readonly string[];
  /** Names that stand for the other device since. */
  readonly names: readonly Named[];
  readonly pointers: readonly Pointer[];
  /** What was known before of who the device is; null where the act says nothing of it. */
  readonly identity: Partial<Identity> | null;
  /** A device that was added with the act. */
  readonly added: string | null;
}

/** What an act changed that changed nothing yet. */
export const NO_CHANGES: IdentityChanges = {
  carried: [],
  united: [],
  accepted: [],
  statuses: [],
  recorded: [],
  followers: [],
  standing: [],
  names: [],
  pointers: [],
  identity: null,
  added: null,
};

/** The rumors that an act took along, and those with which they are one since. */
export const involvedIn = ({ carried, united }: Pick<IdentityChanges, 'carried' | 'united'>): string[] => [
  ...new Set([...carried, ...united.flatMap(({ rumor, into }) => [rumor, into])]),
];
