/** Trials of the learner on sets whose answers are known. */
export { type JudgeOptions } from './judge.js';
export { type Marks } from './marks.js';
export { chance, generatedSet, type MillOptions, type RumorMill, rumorMill } from './mill.js';
export { TRIAL_MODES, tryOn, type TrialMode, type TrialOptions, type TrialResult } from './protocols.js';
export { toleranceOf, USUAL_TOLERANCE, type Tolerance } from './sameness.js';
export { ToldStory, type AskedClaim, type StoryBelief } from './stories.js';
export { type ToldArticle, type ToldClaim } from './told.js';
export { ANSWER_KINDS, kindOf, type AnswerKind, type TrialSet, type Truth } from './trial.js';
