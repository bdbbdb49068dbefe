import { ROLES } from './access/actor.js';
import { LIFECYCLES, SUPERSEDED_REASONS } from './devices/device.entity.js';
import { CONFIDENCE_SCALE, MODEL_VERSION } from './engine/confidence/index.js';
import { ACTS, CATALOGUE, CERTAINTIES, GRADES, SOURCE_KINDS, STANCES } from './engine/subjects/index.js';
import { EVENT_TYPES } from './events/event-types.js';
import { EVIDENCE_STATUSES } from './evidence/evidence.entity.js';
import { ORIGIN_LINKS, REPORT_KINDS } from './evidence/report.entity.js';
import { IDENTITY_KINDS } from './identity/identity-act.entity.js';
import { DECISIONS, NOVELTIES } from './ingestion/candidate.entity.js';
import { INGESTION_STATUSES } from './ingestion/ingestion.entity.js';
import { programVersion } from './platform/project.js';
import { JOB_STATUSES } from './refresh/refresh-job.entity.js';
import { OUTCOMES, RUMOR_STATUSES } from './rumors/rumor.entity.js';
import { VERIFICATIONS } from './statements/statement.entity.js';

/** The words that answers and requests are made of, and the versions of what gives them their meaning. */
export const vocabulary = () => ({
  version: programVersion(),
  api_version: 'v1',
  model_version: MODEL_VERSION,
  words: CONFIDENCE_SCALE,
  subjects: CATALOGUE.map(({ key, label, family, valueType, answers, unit, halfLifeDays, criteria }) => ({
    ...{ key, label, family, value_type: valueType, answers, unit },
    ...{ half_life_days: halfLifeDays, criteria },
  })),
  enums: {
    role: ROLES,
    device_status: LIFECYCLES,
    superseded_reason: SUPERSEDED_REASONS,
    identity_kind: IDENTITY_KINDS,
    rumor_status: RUMOR_STATUSES,
    outcome: OUTCOMES,
    stance: STANCES,
    certainty: CERTAINTIES,
    source_kind: SOURCE_KINDS,
    grade: GRADES,
    report_kind: REPORT_KINDS,
    origin_link: ORIGIN_LINKS,
    evidence_status: EVIDENCE_STATUSES,
    statement_act: ACTS,
    verification: VERIFICATIONS,
    ingestion_status: INGESTION_STATUSES,
    decision: DECISIONS,
    novelty: NOVELTIES,
    refresh_status: JOB_STATUSES,
    event_type: EVENT_TYPES,
  },
});
