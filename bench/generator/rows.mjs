/** The version and the times of a row that was never changed. */
export const stamps = (at) => ({ version: 1, created_at: at, updated_at: at });

/** A device that nothing is known about yet. */
export function deviceRow(id, company, number, at) {
  const name = `${company.name} Model ${number}`;
  return {
    id,
    company_id: company.id,
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    lifecycle: 'rumored',
    external_ids: '{}',
    headline_derived: 0,
    rumor_count: 0,
    report_count: 0,
    last_report_at: null,
    ...stamps(at),
  };
}

/** A rumor that was never weighed; `columns` are those of its claim. */
export const rumorRow = (id, deviceId, subject, columns, at) => ({
  id,
  device_id: deviceId,
  subject,
  region: columns.region,
  question: columns.question,
  value: columns.value,
  value_key: columns.valueKey,
  window_ends_on: columns.windowEndsOn,
  status: 'open',
  announced: 0,
  origin_count: 0,
  supporting_count: 0,
  refuting_count: 0,
  report_count: 0,
  last_report_at: null,
  ...stamps(at),
});

/** A source that has published nothing yet. */
export const sourceRow = (id, number, traits, at) => ({
  id,
  name: `Outlet ${number}`,
  slug: `outlet-${number}`,
  ...traits,
  report_count: 0,
  resolved_count: 0,
  hit_count: 0,
  early_call_count: 0,
  last_report_at: null,
  ...stamps(at),
});

/** A report; `origin` is the id of the one that it retells, null for one of its own. */
export const reportRow = (id, sourceId, origin, number, at) => ({
  id,
  source_id: sourceId,
  kind: 'article',
  title: `Story ${number} about something that nobody has launched yet`,
  url: `https://outlet.example/${number}`,
  canonical_url: `https://outlet.example/${number}`,
  content_hash: number.toString(16).padStart(64, '0'),
  language: 'en',
  published_at: at,
  published_precision: 'day',
  learned_at: at,
  origin_id: origin ?? id,
  origin_link: origin ? 'confirmed' : 'own',
  origin_reason: origin ? 'near_duplicate' : null,
  origin_confidence: 1,
  evidence_count: 0,
  ...stamps(at),
});

/** A link of a report to a rumor that counts from the start. */
export const evidenceRow = (id, reportId, rumorId, words, at) => ({
  id,
  report_id: reportId,
  rumor_id: rumorId,
  ...words,
  quote: 'It is said to come with what everybody has been waiting for, and sooner than anybody had thought.',
  span_where: 'text',
  span_start: 120,
  span_end: 217,
  status: 'active',
  active_at: at,
  ...stamps(at),
});
