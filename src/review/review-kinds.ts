/** What can wait for a decision. */
export const REVIEW_KINDS = [
  'ingestion', // an article whose claims nobody has looked at
  'evidence', // a link that somebody proposed
  'origin', // a report that looks like a retelling
  'statement', // official words that nobody has verified or doubted
  'lapsed_rumor', // a rumor whose window is over without a recorded outcome
  'resolution_proposal', // what an official launch settles
  'contradiction', // claims about one device that cannot all be as likely as what is said for them
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
