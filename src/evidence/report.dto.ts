import type { ReadCredit } from '../engine/extraction/index.js';
import type { TextIdentity } from '../engine/similarity/index.js';
import type { ReportKind } from './report.entity.js';

/** When something was published, as far as that is known. */
export interface Publication {
  /** Epoch milliseconds; the start of the day or month where no more is known. */
  readonly at: number;
  readonly precision: 'day' | 'month' | 'unknown';
}

/** Takes note of something that a source published. It comes from the reader, never from outside, and is not checked. */
export interface PublishReport {
  readonly sourceId: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly url: string | null;
  readonly language: string;
  readonly published: Publication;
  /** When Hearsay learned of it, epoch milliseconds. */
  readonly learnedAt: number;
  readonly identity: TextIdentity;
  readonly credits: readonly Pick<ReadCredit, 'name'>[];
}
