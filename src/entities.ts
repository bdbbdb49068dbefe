import { Alert, AlertFiring, AlertPlace, AlertState } from './alerts/alert.entity.js';
import { Digest } from './digests/digest.entity.js';
import { AuditEntry } from './access/audit-entry.entity.js';
import { Key } from './access/key.entity.js';
import { Session, SignInLink } from './access/session.entity.js';
import { Assessment, Explanation } from './assessments/assessment.entity.js';
import { Contradiction } from './assessments/contradiction.entity.js';
import { CompanyName } from './companies/company-name.entity.js';
import { Company } from './companies/company.entity.js';
import { DeviceName } from './devices/device-name.entity.js';
import { Device } from './devices/device.entity.js';
import { HeadlineEntry } from './devices/headline.entity.js';
import { Event } from './events/event.entity.js';
import { LogState } from './events/log-state.entity.js';
import { FormerSlug } from './events/former-slug.entity.js';
import { Erasure } from './erasing/erasure.entity.js';
import { Credit } from './evidence/credit.entity.js';
import { Evidence } from './evidence/evidence.entity.js';
import { Fingerprint, FingerprintBand } from './evidence/fingerprint.entity.js';
import { Report } from './evidence/report.entity.js';
import { IdentityAct } from './identity/identity-act.entity.js';
import { ImportRun } from './importing/import-run.entity.js';
import { Candidate } from './ingestion/candidate.entity.js';
import { Ingestion, IngestionText } from './ingestion/ingestion.entity.js';
import { ImportReplay } from './importing/import-replay.entity.js';
import { Reconstruction } from './assessments/reconstruction.entity.js';
import { Lease } from './refresh/lease.entity.js';
import { Delivery, DeliveryState, Webhook } from './webhooks/webhook.entity.js';
import { RefreshJob } from './refresh/refresh-job.entity.js';
import { StoredRevision } from './platform/database/revision.entity.js';
import { UsedKey } from './platform/idempotency/used-key.entity.js';
import { Secret } from './platform/secret.entity.js';
import { ResolutionProposal } from './proposals/proposal.entity.js';
import { Rumor } from './rumors/rumor.entity.js';
import { RumorStay } from './rumors/rumor-stay.entity.js';
import { SearchDocument } from './search/search-document.entity.js';
import { SearchState } from './search/search-state.entity.js';
import { Subscription, SubscriptionItem } from './subscriptions/subscription.entity.js';
import { SourceName } from './sources/source-name.entity.js';
import { SourceScore } from './sources/source-score.entity.js';
import { LearnedParameter } from './rumors/learned-parameter.entity.js';
import { SourceCopying } from './sources/source-copying.entity.js';
import { SourceTally } from './sources/source-tally.entity.js';
import { Source } from './sources/source.entity.js';
import { Resolution } from './resolutions/resolution.entity.js';
import { StatementLink } from './statements/statement-link.entity.js';
import { Statement } from './statements/statement.entity.js';

/** Every table of Hearsay, oldest room first. */
export const ENTITIES = [
  Secret,
  UsedKey,
  StoredRevision,
  Key,
  Session,
  SignInLink,
  AuditEntry,
  Event,
  LogState,
  FormerSlug,
  Company,
  CompanyName,
  Device,
  DeviceName,
  HeadlineEntry,
  Source,
  SourceName,
  SourceScore,
  SourceTally,
  SourceCopying,
  LearnedParameter,
  Rumor,
  RumorStay,
  Report,
  Fingerprint,
  FingerprintBand,
  Credit,
  Evidence,
  Statement,
  StatementLink,
  Resolution,
  ResolutionProposal,
  Assessment,
  Explanation,
  Reconstruction,
  Contradiction,
  IdentityAct,
  SearchDocument,
  SearchState,
  Ingestion,
  IngestionText,
  Candidate,
  Subscription,
  SubscriptionItem,
  ImportRun,
  ImportReplay,
  Erasure,
  RefreshJob,
  Webhook,
  Delivery,
  DeliveryState,
  Alert,
  AlertState,
  AlertFiring,
  AlertPlace,
  Digest,
  Lease,
];
