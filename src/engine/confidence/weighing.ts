import type { Learned, Question } from './evidence.js';
import { NO_VOICES, withUnproven, withWeight, type Balance } from './balance.js';
import type { Voice } from './origin.js';
import { repeatsOf, shareBeside, type Repeats } from './repeating.js';
import type { Change, Selection } from './selection.js';
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
  /** Whom they repeat. */
  private readonly repeats: Repeats;

  constructor(
    private readonly selection: Selection,
    private readonly question: Question,
    private readonly learned: Learned,
    private readonly at: number,
  ) {
    this.repeats = this.repeatsOf(selection.voices);
    const weighed = question.answers.map((): Weighed[] => []);
    const voices = question.answers.map((): Voice[] => []);
    const balances: Balance[] = question.answers.map(() => NO_VOICES);
    for (const voice of selection.voices) {
      voices[voice.answer]!.push(voice);
      if (counts(voice)) weighed[voice.answer]!.push(this.weigh(voice, this.repeats));
      balances[voice.answer] = this.changed(balances[voice.answer]!, voice, this.repeats, 1);
    }
    this.weighed = weighed;
    this.voices = voices;
    this.balances = balances;
  }

  /** The balances that would be others if that evidence had never been linked, by answer. */
  without(voice: Voice): ReadonlyMap<number, Balance> {
    const changed = new Map<number, Balance>();
    const change = this.selection.without(voice);
    const { repeats, others } = this.repeatedWithout(change);
    const apply = (each: Voice, by: Repeats, sign: 1 | -1): void => {
      const balance = changed.get(each.answer) ?? this.balances[each.answer]!;
      changed.set(each.answer, this.changed(balance, each, by, sign));
    };
    for (const each of [...change.gone, ...others]) apply(each, this.repeats, -1);
    for (const each of [...change.come, ...others]) apply(each, repeats, 1);
    return changed;
  }

  /**
   * Whom the voices repeat after a change, and those of the voices that stay whose weight it changes: of the answers that
   * it touches, since nobody repeats what was said for another one.
   */
  private repeatedWithout({ gone, come }: Change): { readonly repeats: Repeats; readonly others: readonly Voice[] } {
    if (this.repeats.size === 0 && come.length === 0) return { repeats: this.repeats, others: [] };
    const left = new Set(gone.map(({ testimony }) => testimony.id));
    const touched = new Set([...gone, ...come].map(({ answer }) => answer));
    const stay = [...touched]
      .flatMap((answer) => this.voices[answer]!)
      .filter(({ testimony }) => !left.has(testimony.id));
    const isLess = come.length === 0 && !stay.some(({ source }) => gone.some((each) => each.source.id === source.id));
    const repeats = isLess ? this.repeatsLeft(stay, left) : this.repeatsOf([...stay, ...come]);
    const shareIn = (by: Repeats, { testimony }: Voice): number => shareBeside(by.get(testimony.id) ?? []);
    return { repeats, others: stay.filter((each) => shareIn(repeats, each) !== shareIn(this.repeats, each)) };
  }

  /** Whom voices repeat where others are gone, and none came for them: those of before that are left. */
  private repeatsLeft(stay: readonly Voice[], gone: ReadonlySet<string>): Repeats {
    return new Map(
      stay.flatMap(({ testimony: { id } }) => {
        const left = this.repeats.get(id)?.filter(({ evidenceId }) => !gone.has(evidenceId)) ?? [];
        return left.length === 0 ? [] : [[id, left] as const];
      }),
    );
  }

  private repeatsOf(voices: readonly Voice[]): Repeats {
    return repeatsOf(voices, this.question.subject.family, this.learned);
  }

  private weigh(voice: Voice, by: Repeats): Weighed {
    const repeats = by.get(voice.testimony.id) ?? [];
    return weigh(voice, this.question.subject, { learned: this.learned, repeats }, this.at);
  }

  private changed(balance: Balance, voice: Voice, by: Repeats, sign: 1 | -1): Balance {
    return counts(voice) ? withWeight(balance, this.weigh(voice, by), sign) : withUnproven(balance, voice, sign);
  }
}
