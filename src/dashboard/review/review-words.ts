import type { ReviewKind } from '../../review/review-kinds.js';
import type { DecidedWord } from './review-query.dto.js';

type Words = Readonly<Record<string, string>>;

const NAMES: Words = {
  ingestion: 'Article',
  evidence: 'Proposed evidence',
  origin: 'Suggested origin',
  statement: 'Unverified statement',
  lapsed_rumor: 'Lapsed rumor',
  resolution_proposal: 'Proposed resolution',
  contradiction: 'Contradiction',
} satisfies Partial<Record<ReviewKind, string>>;

const REASONS: Words = {
  ingestion: 'Its claims were read and count for nothing until somebody looks at them.',
  evidence: 'Somebody proposed this link; it moves no number until it is accepted.',
  origin: 'It looks like a retelling. Confirmed, both count as one voice; split off, it counts for itself.',
  statement: 'The words were passed on. Verified as the speaker’s own they decide; in doubt they count as a report.',
  lapsed_rumor: 'Its window is over, and nobody has recorded what became of it. Until then it scores nobody.',
  resolution_proposal: 'An official launch decides these rumors. Accepted, all of them are resolved in one act.',
  contradiction:
    'Claims about this device cannot all be as likely as what is said for them. It ends when one of them is decided.',
} satisfies Partial<Record<ReviewKind, string>>;

const DID: Readonly<Record<DecidedWord, string>> = {
  accepted: 'Accepted: it counts now, and its rumor was weighed again.',
  'turned-down': 'Turned down: it counts for nothing.',
  confirmed: 'Confirmed: both count as one origin now.',
  split: 'Split off: it is an origin of its own now.',
  verified: 'Verified: the words are the speaker’s own.',
  doubted: 'In doubt: the words count as the report that passed them on.',
  recorded: 'Recorded what became of it.',
  resolved: 'Accepted: all of it is resolved.',
  changed: 'Changed.',
  committed: 'Written down and weighed.',
  discarded: 'Thrown away: nothing of it counts.',
};

const spaced = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');

/** What waits, in words. */
export const nameOf = (kind: ReviewKind): string => NAMES[kind] ?? spaced(kind);

/** Why it waits, and what a decision changes. */
export const reasonOf = (kind: ReviewKind): string => REASONS[kind] ?? 'It waits for somebody to decide.';

/** What was just decided, in a sentence. */
export const sayDid = (word: DecidedWord): string => DID[word];
