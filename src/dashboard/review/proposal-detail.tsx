import { Once } from '../forms/field.js';
import type { ProposalAnswer } from '../../proposals/proposal.answer.js';
import { PROPOSED_OUTCOMES } from '../../proposals/proposal.dto.js';
import { percent, sayDay } from '../wording.js';
import { DecideForm } from './decide-form.js';

interface ProposalDetailProps {
  readonly proposal: ProposalAnswer;
  readonly version: number;
  readonly mayDecide: boolean;
}

type Verdict = ProposalAnswer['verdicts'][number];

/** What an official launch decides, rumor by rumor, each of which can be corrected before all are accepted. */
export function ProposalDetail({ proposal, version, mayDecide }: ProposalDetailProps) {
  const { id, verdicts } = proposal;
  return (
    <>
      <div class="scroll" role="region" aria-label={`Verdicts on ${proposal.device.name}`} tabindex={0}>
        <table class="plain verdicts">
          <thead>
            <tr>
              <th scope="col">Rumor</th>
              <th scope="col" class="right">
                Believed
              </th>
              <th scope="col">Would be</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {verdicts.map((verdict) => (
              <Row verdict={verdict} {...{ id, version, mayDecide }} />
            ))}
          </tbody>
        </table>
      </div>
      {mayDecide && (
        <DecideForm
          action={`/review/proposals/${id}`}
          {...{ version, id }}
          yes="Accept all of it"
          no="Turn down"
          reason="no"
          placeholder="Another product was launched"
        />
      )}
    </>
  );
}

interface RowProps {
  readonly verdict: Verdict;
  readonly id: string;
  readonly version: number;
  readonly mayDecide: boolean;
}

function Row({ verdict, id, version, mayDecide }: RowProps) {
  const { rumor, outcome, happened_on: on, explanation } = verdict;
  return (
    <tr>
      <th scope="row">
        <a href={`/rumors/${rumor.id}`}>{rumor.text}</a>
      </th>
      <td class="right num">{rumor.probability === null ? '–' : percent(rumor.probability)}</td>
      <td class="nowrap">
        {mayDecide ? <Choice {...{ rumor, outcome, id, version }} /> : (outcome ?? 'left open')}
        {on !== null && <small class="muted"> {sayDay(on)}</small>}
      </td>
      <td>{explanation}</td>
    </tr>
  );
}

function Choice({ rumor, outcome, id, version }: Pick<Verdict, 'rumor' | 'outcome'> & { id: string; version: number }) {
  return (
    <form class="choice" method="post" action={`/review/proposals/${id}/verdict`}>
      <Once />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="rumor" value={rumor.id} />
      <select name="outcome" aria-label={`What became of: ${rumor.text}`}>
        {PROPOSED_OUTCOMES.map((each) => (
          <option value={each} selected={each === (outcome ?? 'open')}>
            {each === 'open' ? 'left open' : each}
          </option>
        ))}
      </select>
      <button class="quiet">Change</button>
    </form>
  );
}
