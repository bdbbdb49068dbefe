import { sayRead } from '../parts/claim.js';
import type { OutcomeView } from '../views.js';
import { count } from '../wording.js';
import { EffectOf } from './effects.js';

type Candidate = OutcomeView['candidates'][number];

const NOVELTIES: Readonly<Record<Candidate['novelty'], string>> = {
  new: 'new',
  corroborates: 'corroborates what is known',
  contradicts: 'contradicts what is known',
  repeats: 'repeats, counted once',
};

/** What an article claims, numbered as its passages are, each with what it adds and what it does to the number. */
export function Proposals({ outcome }: { outcome: OutcomeView }) {
  const devices = [...new Set(outcome.candidates.map(({ device }) => device))];
  return (
    <>
      {devices.map((device) => (
        <section>
          <h3>{device}</h3>
          <ol class="proposals">
            {outcome.candidates.map(
              (candidate, index) =>
                candidate.device === device && <Proposal candidate={candidate} number={index + 1} outcome={outcome} />,
            )}
          </ol>
        </section>
      ))}
      <SideEffects outcome={outcome} />
    </>
  );
}

interface ProposalProps {
  readonly candidate: Candidate;
  readonly number: number;
  readonly outcome: OutcomeView;
}

function Proposal({ candidate, number, outcome }: ProposalProps) {
  const rumor = outcome.rumors.find(({ id }) => id === candidate.rumor_id);
  const effect = outcome.effects.find(({ rumor_id: id }) => id === candidate.rumor_id);
  const isKnown = rumor !== undefined && (candidate.novelty !== 'new' || outcome.status === 'committed');
  const text = rumor?.text ?? sayRead(candidate);
  return (
    <li class="proposal" id={`p${number}`}>
      <a class="number" href={`#m${number}`} aria-label={`claim ${number}, to its passage`}>
        {number}
      </a>
      <strong>{isKnown ? <a href={`/rumors/${rumor.id}`}>{text}</a> : text}</strong>
      <span class="muted small">
        <span class={`stance-${candidate.stance}`}>{candidate.stance}</span> · {candidate.certainty} ·{' '}
        {NOVELTIES[candidate.novelty]}
      </span>
      <EffectOf effect={effect} />
    </li>
  );
}

/** What else moves: rumors that the article does not name, but that compete with those it does. */
function SideEffects({ outcome }: { outcome: OutcomeView }) {
  const named = new Set(outcome.candidates.map(({ rumor_id: id }) => id));
  const others = outcome.effects.filter(({ rumor_id: id }) => !named.has(id));
  if (others.length === 0) return null;
  const moves = outcome.status === 'committed' ? 'moved' : 'would move';
  return (
    <p class="muted small">
      {count(others.length, 'rumor')} that these compete with {moves} as well.
    </p>
  );
}
