import { shiftOf, type Balance } from './balance.js';
import { confidenceOf } from './confidence.js';
import type { Answer, Confidence, Learned, Question } from './evidence.js';
import { baseRateOf, type BaseRate } from './learned.js';
import { logistic, logit } from './odds.js';
import type { Voice } from './origin.js';
import { PARAMETERS } from './parameters.js';
import { Selection } from './selection.js';
import { Weighing } from './weighing.js';
import type { Weighed } from './weight.js';

/** 1 for an answer that is what its voices speak to, −1 for the "no" of a yes/no question, whose voices speak to "yes". */
function polarityOf(answer: Answer): 1 | -1 {
  return answer.value.type === 'yes_no' && !answer.value.yes ? -1 : 1;
}

function turned(voice: Voice, polarity: 1 | -1): Voice {
  return polarity > 0 ? voice : { ...voice, side: -voice.side as 1 | -1 };
}

function turnedWeight(weighed: Weighed, polarity: 1 | -1): Weighed {
  if (polarity > 0) return weighed;
  const { step } = weighed;
  const stance = step.stance === 'supports' ? 'refutes' : 'supports';
  return { ...weighed, voice: turned(weighed.voice, -1), step: { ...step, stance, logOdds: -step.logOdds } };
}

/** An answer that stands for itself: p = σ(logit b + Σ evidence), neither certain nor impossible. */
function probabilityOf(base: BaseRate, balance: Balance, polarity: 1 | -1, shifted: boolean): number {
  const shift = shifted ? shiftOf(balance) : 0;
  const most = -logit(PARAMETERS.leastOther);
  if (balance.evidence === 0 && shift === 0) return base.rate;
  const logOdds = logit(base.rate) + polarity * balance.evidence;
  return logistic(Math.min(most, Math.max(-most, logOdds)) + polarity * shift);
}

/** Assesses the answers of a question that do not exclude each other, each as a yes or no of its own. */
export function assessEach(question: Question, learned: Learned, at: number): Confidence[] {
  const selection = new Selection(question);
  const weighing = new Weighing(selection, question, learned, at);
  return question.answers.map((answer, position): Confidence => {
    const index = answer.value.type === 'yes_no' ? 0 : position;
    const polarity = polarityOf(answer);
    const base = baseRateOf(question.subject, answer.value, learned);
    const balance = weighing.balances[index]!;
    const weighed = weighing.weighed[index]!;
    const confidence = confidenceOf({
      answer,
      base,
      weighed: weighed.map((each) => turnedWeight(each, polarity)),
      voices: weighing.voices[index]!.map((voice) => turned(voice, polarity)),
      discarded: selection.putAside.get(index) ?? [],
      probability: probabilityOf(base, balance, polarity, true),
      firmProbability: probabilityOf(base, balance, polarity, false),
      openLogOdds: logit(base.rate) + polarity * balance.evidence,
      popularity: 0,
      signs: [],
      windowOver: false,
    });
    const without = weighed.map(({ voice }): [string, number] => [
      voice.testimony.id,
      probabilityOf(base, weighing.without(voice).get(index) ?? balance, polarity, true),
    ]);
    return { ...confidence, without: Object.fromEntries(without) };
  });
}
