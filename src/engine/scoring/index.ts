/** Brier, log score, skill, reliability; what a source said and how right it was. */
export { type BandPoint, consistencyBand } from './band.js';
export { type Interval } from './beta.js';
export { BIN_COUNT, calibrationError, calibrationErrorByChance, histogramOf, type Bin } from './bins.js';
export {
  baseRateForecast,
  type Call,
  credited,
  type CreditedCall,
  faceValueOf,
  isRight,
  leadDaysOf,
  type Spoken,
  standingCalls,
} from './calls.js';
export { type Forecast } from './forecast.js';
export { isotonicFit, type Weighted } from './isotonic.js';
export { isDraw, placesOf, type Place } from './ranking.js';
export {
  gradeOf,
  isRankable,
  LEAD_TIMES,
  type LeadTime,
  type Part,
  RANKED_FROM,
  RECORD_HALF_LIFE_DAYS,
  recordOf,
  type SourceRecord,
} from './record.js';
export {
  reliabilityOf,
  stepsOf,
  type Decomposition,
  type Reliability,
  type ReliabilityPoint,
  type ReliabilityStep,
} from './reliability.js';
export { brierScore, LEAST_PROBABILITY, logLossOf, logScore, skillOf, squaredError } from './scores.js';
export { type Count, type Estimate, type Prior, shrunkRate } from './shrinkage.js';
export { type PartTally, talliesOf, TALLY_PARTS, type TallyPart, trackRecordOf } from './tallies.js';
export { type EventErrors, type Skill, skillOver } from './skill.js';
