import type { Learned, Question } from './evidence.js';
import { NO_VOICES, withUnproven, withWeight, type Balance } from './balance.js';
import type { Voice } from './origin.js';
import type { Selection } from './selection.js';
import { weigh, type Weighed } from './weight.js';

/** Whether a voice has weight of its own. */
const counts = (voice: Voice): boolean => voice.established || voice.verified;

/** All voices of a question, weighed at one instant. */
export class Weighing {
  /** The weighed voices of each answer, in the order of publication. */
  readonly weighed: readonly (readonly Weighed[])[];
  /** All voices of each answer, the unproven ones too. */
  readonly voices: readonly (readonly Voice[])[];
  /** What they come to, for each answer. */
  readonly balances: readonly Balance[];

  constructor(
    private readonly selection: Selection,
    private readonly question: Question,
    private readonly learned: Learned,
    private readonly at: number,
  ) {
    const weighed = question.answers.map((): Weighed[] => []);
    const voices = question.answers.map((): Voice[] => []);
    const balances: Balance[] = question.answers.map(() => NO_VOICES);
    for (const voice of selection.voices) {
      voices[voice.answer]!.push(voice);
      if (counts(voice)) weighed[voice.answer]!.push(this.weigh(voice));
      balances[voice.answer] = this.changed(balances[voice.answer]!, voice, 1);
    }
    this.weighed = weighed;
    this.voices = voices;
    this.balances = balances;
  }

  /** The balances that would be others if that evidence had never been linked, by answer. */
  without(voice: Voice): ReadonlyMap<number, Balance> {
    const changed = new Map<number, Balance>();
    const { gone, come } = this.selection.without(voice);
    const apply = (each: Voice, sign: 1 | -1): void => {
      const balance = changed.get(each.answer) ?? this.balances[each.answer]!;
      changed.set(each.answer, this.changed(balance, each, sign));
    };
    for (const each of gone) apply(each, -1);
    for (const each of come) apply(each, 1);
    return changed;
  }

  private weigh(voice: Voice): Weighed {
    return weigh(voice, this.question.subject, this.learned, this.at);
  }

  private changed(balance: Balance, voice: Voice, sign: 1 | -1): Balance {
    return counts(voice) ? withWeight(balance, this.weigh(voice), sign) : withUnproven(balance, voice, sign);
  }
}
