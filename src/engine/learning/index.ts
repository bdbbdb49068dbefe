/** How sources are learned: from what was resolved, and from each other. */
export { type Accuracies, type Tallies } from './accuracies.js';
export { learnedBaseRates, type PlacedClaim } from './base-rates.js';
export { calibrate, calibrated, type Calibration, type Lesson, type Line } from './calibration.js';
export { classesOf, learnClasses, type ClassLearning } from './classes.js';
export { type Copiers, copiersIn } from './copiers.js';
export { classJudgements, judgementsOf, logOddsOf, type Judged, type Judgement } from './judgements.js';
export { learn, STARTS, type Learning, type LearnOptions, type Start } from './learn.js';
export { LiveLearning, masked } from './live.js';
export { type DecidedClaim, learnedBaseRate, type LearnedNumber, learnedScale } from './parameters.js';
export { nothingSettled, type Report, type Reports, type Setting, type Settled } from './reports.js';
export { LEARNING } from './settings.js';
export { tabulate } from './tabulate.js';
export { finished, type Turns } from './turns.js';
