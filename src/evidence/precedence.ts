/** When something was published, as a row has it. */
export interface Published {
  readonly published_at: number;
  readonly published_precision: 'day' | 'month' | 'unknown';
}

/** Whether a report counts as earlier than the one that counts as the origin so far: only a known day can tell. */
export function precedes(report: Published, origin: Pick<Published, 'published_at'>): boolean {
  return report.published_precision === 'day' && report.published_at < origin.published_at;
}
