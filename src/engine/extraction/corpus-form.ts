import type { Reading } from './reading.js';

const QUOTE_WORDS = 8;

/** A reading in the form in which predictions about an annotated corpus are exchanged, one JSON object an article. */
export function corpusRecord(reading: Reading, id: string): Record<string, unknown> {
  return {
    id,
    is_rumor: reading.isRumor,
    published: reading.publishedOn,
    published_from: reading.publishedFrom,
    language: reading.language,
    devices: reading.devices.map(({ company, name, aliases, primary }) => ({ brand: company, name, aliases, primary })),
    claims: reading.claims.map(({ span, ...claim }) => ({ ...claim, span: span.exact })),
    statements: reading.statements.map(({ speaker, role, organisation, act, official, direct, span }) => ({
      speaker,
      role,
      organisation,
      act,
      official,
      direct,
      quote_start: span.exact.trim().split(/\s+/).slice(0, QUOTE_WORDS).join(' '),
    })),
    credits: reading.credits.map(({ name, aliases }) => ({ name, aliases })),
  };
}
