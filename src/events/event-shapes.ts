import { Type, type TSchema } from 'typebox';
import {
  change,
  idOf,
  list,
  mapOf,
  nullable,
  object,
  oneOf,
  probability,
  text,
  whole,
  yesNo,
} from '../platform/http/answer-shapes.js';
import type { EventType } from './event-types.js';

const anything = Type.Unsafe<unknown>({ description: 'The member as it is now.' });
const changed = (description: string, example: Readonly<Record<string, unknown>>) =>
  mapOf(anything, description, example);
const changes = (thing: string, example: Readonly<Record<string, unknown>>) =>
  changed(`The members of the ${thing} that were changed, as they are now; \`reason\` where one was given.`, example);

const name = text('Its name.', 'Orchard Vision Air');
const slug = text('Its slug.', 'orchard-vision-air');
const rumorId = idOf('rum', 'The rumor.');
const reportId = idOf('rep', 'The report.');
const value = nullable(text('The value as it is stored.', '2027-01-01/2027-06-30'), 'Null where none was given.');
const reason = text('Why.', 'the date was misread');
const word = text('The word for it.', 'likely');
const kind = text('What kind of thing was erased.', 'report');
const scope = text('What it refreshes.', 'all');
const cause = text('What began it.', 'schedule');
const count = (description: string) => whole(description, 3);

/** What sorts out which device is which. */
const identity = object('Which device turned out to be which.', {
  act_id: idOf('act', 'The act, by which it can be undone.'),
  kind: text('What was done.', 'merge'),
  other_id: nullable(idOf('dev', 'The other device.'), 'Null where there is none.'),
  evidence_id: nullable(idOf('ev', 'The evidence for it.'), 'Null where none was named.'),
  statement_id: nullable(idOf('st', 'The statement for it.'), 'Null where none was named.'),
  carried: count('How many rumors were carried over.'),
  united: count('How many rumors became one with another.'),
});
const proposal = changed('The verdicts that are proposed for a launch, and what became of them.', { status: 'open' });
const article = changed('What is known of an article that was handed in.', { candidates: 3 });

/** What an alert tells. */
export const ALERT_DATA = {
  alert_id: idOf('alr', 'The rule.'),
  rule: text('What the rule is called.', 'the launch is near'),
  webhook_id: nullable(idOf('wh', 'The webhook to which it goes.'), 'Null = to none.'),
  when: text('What the rule waits for.', 'crosses'),
  rumor_id: rumorId,
  device: slug,
  device_name: name,
  claim: text('The rumor in one sentence.', 'Launches in the first half of 2027'),
  threshold: nullable(
    probability('The mark that was crossed, or the least move.', 0.8),
    'Null = no number was waited for.',
  ),
  previous: nullable(
    probability('The probability before, unproven sources left out.', 0.76),
    'Null = there was none, or none was waited for.',
  ),
  current: nullable(
    probability('The probability now, unproven sources left out.', 0.83),
    'Null = none was waited for.',
  ),
  word: nullable(text('The word for it.', 'very likely'), 'Null = no number was waited for.'),
  origins: count('How many independent origins count, unproven ones left out.'),
  cause: list(text('An id, such as that of evidence.', 'ev_01KA8Z6Y3M7V2QH4T9XBDN5CWE'), 'What caused it.'),
  reason: text(
    'Why, in one sentence.',
    'Crossed 80 %: 76 → 83 % very likely, 3 independent origins; because of Ledger Wire.',
  ),
};

/** What is told of each type of event, as its `data`. */
export const EVENT_DATA = {
  'company.created': object('A company.', { name, slug }),
  'company.updated': changes('company', { name: 'Orchard' }),
  'device.created': object('A device.', { name, slug, company: text('The name of its maker.', 'Orchard') }),
  'device.updated': changes('device', { status: 'announced' }),
  'device.merged': identity,
  'device.superseded': identity,
  'device.split': identity,
  'device.removed': object('A device that was taken down: forget what you hold of it.', {
    act_id: identity.properties.act_id,
    kind: text('What was done.', 'takedown'),
    other_id: identity.properties.other_id,
    evidence_id: identity.properties.evidence_id,
    statement_id: identity.properties.statement_id,
  }),
  'device.restored': object('An act about which device is which that was undone.', {
    act_id: identity.properties.act_id,
    kind: identity.properties.kind,
    other_id: identity.properties.other_id,
    undone: yesNo('Whether it was undone.', true),
  }),
  'source.created': object('A source.', {
    name: text('Its name.', 'Ledger Wire'),
    kind: text('Who it is.', 'outlet'),
    grade: nullable(text('Its mark, A to E.', 'B'), 'Null = unrated.'),
    vetted: yesNo('Whether it was vouched for.', true),
  }),
  'source.updated': changes('source', { grade: 'B' }),
  'source.scored': object('What the record of a source comes to.', {
    resolved: count('How many of its claims are resolved.'),
    hits: count('How many of them came true.'),
    events: count('In how many events.'),
    early_calls: count('How many it said early.'),
    reliability: nullable(text('The mark by its record.', 'B'), 'Null = too little is resolved.'),
  }),
  'report.added': object('What a source published.', {
    title: text('Its title.', 'Orchard readies a lighter headset'),
    url: nullable(text('Where it stands.', 'https://ledger-wire.example/1'), 'Null where nobody knows.'),
    source_id: idOf('src', 'Who published it.'),
    origin_id: idOf('rep', 'The report that it goes back to; itself where it is an origin.'),
  }),
  'report.erased': object('The words of a report that were erased.', { kind }),
  'person.erased': object('The data of a person that were erased.', { kind }),
  'report.updated': changes('report', { origin_id: 'rep_01KA8Z6Y3M7V2QH4T9XBDN5CWE' }),
  'rumor.created': object('A claim that is followed from now on.', {
    device: slug,
    subject: text('What it is about.', 'launch.date'),
    value: text('The value as it is stored.', '2027-01-01/2027-06-30'),
    region: nullable(text('Where.', 'US'), 'Null where it is tied to no place.'),
  }),
  'rumor.updated': changes('rumor', { status: 'withdrawn', reason: 'the date was misread' }),
  'rumor.confidence_changed': object('How far a rumor is believed: it moved by .01 or more, or has another word.', {
    previous: nullable(probability('The probability before.', 0.61), 'Null at the first weighing.'),
    current: probability('The probability now.', 0.72),
    change: nullable(change('How far it moved.'), 'Null at the first weighing.'),
    previous_word: nullable(text('The word before.', 'roughly even'), 'Null at the first weighing.'),
    word,
    previous_firm: nullable(
      probability('The probability before, unproven sources left out: by it words and alerts go.', 0.6),
      'Null at the first weighing, and in events of earlier versions.',
    ),
    firm: nullable(
      probability('The probability now, unproven sources left out.', 0.71),
      'Null in events of earlier versions.',
    ),
    cause: list(text('An id, such as that of evidence.', 'ev_01KA8Z6Y3M7V2QH4T9XBDN5CWE'), 'What caused it.'),
  }),
  'rumor.lapsed': object('A rumor whose time is over, and of which nobody has recorded what became.', {
    window_ends_on: nullable(text('The last day on which it could come true.', '2027-06-30'), 'Null = none.'),
    reason: text('Why.', 'window over, outcome not recorded'),
  }),
  'rumor.resolved': object('What became of a rumor.', {
    status: text('Its status.', 'resolved'),
    resolution_id: idOf('res', 'The resolution.'),
    outcome: text('What it came to.', 'true'),
    value,
    happened_on: text('The day on which it did.', '2027-03-01'),
    evidence_id: identity.properties.evidence_id,
    statement_id: identity.properties.statement_id,
    follows_from: nullable(idOf('res', 'The resolution that this one follows from.'), 'Null where it stands alone.'),
  }),
  'rumor.reopened': object('A verdict that was taken back.', {
    status: text('Its status now.', 'open'),
    resolution_id: idOf('res', 'The resolution that stands no more.'),
    reason,
  }),
  'proposal.opened': proposal,
  'proposal.updated': proposal,
  'proposal.committed': proposal,
  'proposal.rejected': proposal,
  'proposal.dropped': proposal,
  'evidence.added': object('A report that was linked to a rumor.', {
    report_id: reportId,
    rumor_id: rumorId,
    stance: text('Whether it is for it.', 'supports'),
    certainty: text('How surely it says so.', 'reported'),
  }),
  'evidence.updated': changes('link', { stance: 'refutes' }),
  'evidence.withdrawn': changes('link', { status: 'withdrawn', reason: 'it speaks of another device' }),
  'statement.recorded': object('Words of a named speaker.', {
    speaker: text('Who said them.', 'Ada Orchard'),
    organisation: nullable(text('For whom.', 'Orchard'), 'Null where nobody says.'),
    act: text('What is done by saying them.', 'announces'),
    rumors: list(rumorId, 'The rumors of which they speak.'),
  }),
  'statement.updated': changes('statement', { act: 'denies' }),
  'statement.verified': changes('statement', { verification: 'verified', verified_by: 'maker' }),
  'ingestion.ready': article,
  'ingestion.committed': article,
  'ingestion.discarded': article,
  'refresh.started': object('A refresh that began.', { cause, scope }),
  'refresh.progressed': object('How far a refresh is; told four times a second at most.', {
    phase: oneOf(['poll', 'read', 'lapse', 'release', 'erase', 'sources', 'assess', 'finish'], 'What it does.'),
    done: count('How much of the phase is done.'),
    total: count('How much there is to do.'),
  }),
  'refresh.finished': object('A refresh that ended.', {
    status: text('How it ended.', 'succeeded'),
    cause,
    counts: changed('What was done, counted.', { weighed: 12, changed: 3 }),
  }),
  'history.reconstructed': object('The past that an import worked out: nothing of it was believed then.', {
    devices: count('Of how many devices.'),
    points: count('How many points were written.'),
  }),
  'alert.fired': object('Somebody is alerted by a rule of theirs.', {
    firing_id: idOf('fir', 'The alert, as the feed of its rule has it.'),
    ...ALERT_DATA,
  }),
} as const satisfies Readonly<Record<EventType, TSchema>>;
