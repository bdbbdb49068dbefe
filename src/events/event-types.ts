/** Everything that is told to those who listen. */
export const EVENT_TYPES = [
  'company.created',
  'device.created',
  'device.updated',
  'source.created',
  'source.updated',
  'report.added',
  'rumor.created',
  'rumor.confidence_changed',
  'evidence.added',
  'evidence.withdrawn',
  'statement.recorded',
  'statement.verified',
  'ingestion.ready',
  'ingestion.committed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
