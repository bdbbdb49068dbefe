import { CONFIDENCE_WORDS, PARAMETERS } from '../../engine/confidence/index.js';
import { percent } from '../wording.js';

/** How the numbers come about, in short. */
export function methodPage() {
  return (
    <article class="prose">
      <h1>How a rumor is judged</h1>
      <p class="lede">
        Every number starts from how often such claims come true, and is moved by one signed step for each independent
        report. Nothing else enters, and each number opens to its steps.
      </p>
      <h2>What moves a number</h2>
      <ul>
        <li>
          <strong>Who says it.</strong> A source counts by how often it was right about this kind of subject; before
          anything is known, by its kind and grade.
        </li>
        <li>
          <strong>How surely.</strong> On the record counts in full, as reported {PARAMETERS.certainty.reported}, as a
          guess {PARAMETERS.certainty.speculative}.
        </li>
        <li>
          <strong>When.</strong> Reports age; a fresh one counts more than one from last season.
        </li>
        <li>
          <strong>Whether it is its own.</strong> Copies and retellings of one report are counted once.
        </li>
        <li>
          <strong>What competes.</strong> Answers to one question share the probability, with room for “none of these”.
        </li>
      </ul>
      <h2>What fakes can do</h2>
      <p>
        Sources that nobody has vetted, and that have no record, move a number by very little, however many they are.
      </p>
      <h2>Official words</h2>
      <p>
        A statement settles only what it says. While it is relayed it counts as its report does; once it is verified,
        the page says “announced” instead of a likelihood.
      </p>
      <h2>Words</h2>
      <p>{CONFIDENCE_WORDS.join(' · ')}.</p>
      <p>
        An open rumor is never shown as 0 or 100: the ends read {percent(0)} and {percent(1)}.
      </p>
    </article>
  );
}
