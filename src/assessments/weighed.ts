import type { Clash } from '../engine/confidence/index.js';
import type { QuestionKey } from './asked.js';
import type { Finding } from './assessment-book.service.js';

/** A question that cannot be weighed, and why. */
export interface Unweighable extends QuestionKey {
  readonly error: unknown;
}

/** What was found about questions, and those of them that cannot be weighed. */
export interface Weighed {
  /** The questions that were weighed: those asked for, and those of which one says something for another. */
  readonly keys: readonly QuestionKey[];
  readonly findings: readonly Finding[];
  readonly clashes: readonly Clash[];
  readonly unweighable: readonly Unweighable[];
}

/** What was found at several times while nothing was written: of what was weighed twice, it is the same. */
export function asOne(all: readonly Weighed[]): Weighed {
  const once = new Set<string>();
  const isFirst = ({ row }: Finding): boolean => once.size < once.add(row.id).size;
  return {
    keys: all.flatMap(({ keys }) => keys),
    findings: all.flatMap(({ findings }) => findings).filter(isFirst),
    clashes: all.flatMap(({ clashes }) => clashes),
    unweighable: all.flatMap(({ unweighable }) => unweighable),
  };
}

/** What of it is not about these devices. */
export function withoutDevices(weighed: Weighed, devices: ReadonlySet<string>): Weighed {
  const isLeft = ({ deviceId }: QuestionKey): boolean => !devices.has(deviceId);
  const findings = weighed.findings.filter(({ row }) => !devices.has(row.device_id));
  const rumors = new Set(findings.map(({ row }) => row.id));
  return {
    keys: weighed.keys.filter(isLeft),
    findings,
    clashes: weighed.clashes.filter(({ rumorId }) => rumors.has(rumorId)),
    unweighable: weighed.unweighable.filter(isLeft),
  };
}
