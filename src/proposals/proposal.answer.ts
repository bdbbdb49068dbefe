import { type Static } from 'typebox';
import { DeviceInShort } from '../devices/device.answer.js';
import { pageOf } from '../platform/http/answers.js';
import {
  day,
  idOf,
  instant,
  list,
  named,
  nullable,
  oneOf,
  probability,
  text,
  whole,
} from '../platform/http/answer-shapes.js';
import { ClaimValueAnswer } from '../rumors/claim-value.answer.js';
import { OUTCOMES, RUMOR_STATUSES } from '../rumors/rumor.entity.js';
import { PROPOSAL_STATUSES, VERDICT_REASONS } from './proposal.entity.js';

const ProposedRumor = named('ProposedRumor', 'The rumor that a verdict is proposed for.', {
  id: idOf('rum', 'The id of the rumor.'),
  text: text('The claim in one sentence.', 'Launches in July 2027'),
  question: text('The question that it answers.', 'launch.date'),
  status: oneOf(RUMOR_STATUSES, 'How far it has come.'),
  probability: nullable(probability('How far it is believed.'), 'How far it is believed; null = not weighed yet.'),
});

const ProposedVerdictAnswer = named('ProposedVerdict', 'What is proposed for one rumor.', {
  rumor: ProposedRumor,
  outcome: nullable(oneOf(OUTCOMES, 'What became of it.'), 'What became of it; null = it is left open.'),
  value: nullable(ClaimValueAnswer, 'What is so; null = the claim itself says it, or nobody knows.'),
  happened_on: nullable(day('The day on which it came true or was decided.'), 'That day; null = it is left open.'),
  evidence_id: nullable(idOf('ev', 'The link that speaks for it.'), 'The link that speaks for it; null = none.'),
  statement_id: nullable(idOf('st', 'The statement that speaks for it.'), 'The statement that does; null = none.'),
  note: nullable(
    text('What an editor noted.', 'The price without a contract.'),
    'What an editor noted; null = nothing.',
  ),
  reason: oneOf(VERDICT_REASONS, 'Why it is suggested; `editor`: it was corrected by hand.'),
  explanation: text('The same in a sentence.', 'The official word is just that.'),
});

/** What an official launch settles about a device, as it is shown. */
export const ProposalAnswer = named('ResolutionProposal', 'What an official launch settles about a device.', {
  id: idOf('prp', 'The id of the proposal.'),
  device: DeviceInShort,
  status: oneOf(PROPOSAL_STATUSES, '`obsolete`: what it rested on counts no more, or nothing is left to decide.'),
  verdicts: list(ProposedVerdictAnswer, 'One for each rumor about the device that was not settled.'),
  settled: whole('How many resolutions its acceptance made, what follows from them not counted.', 0),
  created_at: instant('When it was made.'),
  updated_at: instant('When it was last changed.'),
  decided_at: nullable(instant('When it was decided.'), 'When it was decided; null = it waits.'),
  decided_by: nullable(text('Who decided it.', 'newsroom'), 'Who decided it; null = it waits.'),
  decided_reason: nullable(text('Why it was turned down.', 'Another device was meant.'), 'Why; null = not told.'),
});
export type ProposalAnswer = Static<typeof ProposalAnswer>;

/** A page of proposals. */
export const ProposalPage = pageOf(ProposalAnswer);
