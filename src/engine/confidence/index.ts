/** Evidence → probability with contributions. */
export * from './assess.js';
export { type DateBucket, type DateDistribution, fromDay, massBetween } from './dates.js';
export { bearsOut } from './bearing.js';
export { CLASH_KINDS, type Clash, type ClashKind, clashesIn, clashesOf } from './clashes.js';
export { type Circle, cohere, type Fact, type Member } from './coherence.js';
export * from './evidence.js';
export { grouped } from './grouped.js';
export { changesMost, explain, sayLaunchSign, sayRepeats, sayRetells, sayTaught, type Lever } from './explain.js';
export { LAUNCH_SIGNS, type LaunchSign, type LaunchSignKind, SHIFTED_SUBJECTS } from './launch-signs.js';
export { type BaseRate, baseRateOf, NOTHING_LEARNED, scaleOf } from './learned.js';
export { logistic, logit, oddsOf, trigamma } from './odds.js';
export { MODEL_VERSION, PARAMETERS } from './parameters.js';
export { originality, ownShare } from './repeating.js';
export { entropy } from './popularity.js';
export { type Accuracy, accuracyOf, isEstablished, shrunk, startOf, priorStrengthOf, taughtOf } from './standing.js';
export { ageWeightOf, clipped, unprovenShift } from './weight.js';
export { CONFIDENCE_SCALE, CONFIDENCE_WORDS, type ConfidenceWord, figureOf, wordOf } from './words.js';
