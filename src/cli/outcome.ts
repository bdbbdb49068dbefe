import type { viewOutcome } from '../ingestion/ingestion.view.js';
import type { Screen } from './screen.js';
import { count, percent, sayConfidence } from './wording.js';

type Outcome = ReturnType<typeof viewOutcome>;
type Candidate = Outcome['candidates'][number];

/** What became of an article, for people: each claim with its passage, then who said what. */
export function outcomeLines(outcome: Outcome, screen: Screen): string[] {
  const { title, published_on: on, language } = outcome;
  const lines = [screen.styled('bold', title), `published ${on ?? 'on an unknown day'} · ${language}`, ''];
  const devices = new Set(outcome.candidates.map((candidate) => candidate.device));
  for (const device of devices) {
    lines.push(screen.styled('bold', device));
    const own = outcome.candidates.filter((candidate) => candidate.device === device);
    lines.push(...own.flatMap((candidate) => claimLines(candidate, outcome, screen)), '');
  }
  for (const statement of outcome.statements) {
    const who = [statement.speaker, statement.role, statement.organisation].filter(Boolean).join(', ');
    const kind = statement.official ? 'official' : 'not official';
    lines.push(`${who} ${statement.act} (${kind}, ${statement.verification}) ${screen.styled('dim', statement.id)}`);
    lines.push(`    ${screen.styled('dim', `“${statement.quote}”`)}`);
  }
  if (outcome.statements.length > 0) lines.push('');
  if (outcome.credits.length > 0) lines.push(`credits: ${outcome.credits.join(', ')}`);
  lines.push(`${outcome.status.replace('_', ' ')} ${outcome.id} · ${sumUp(outcome)}`);
  return lines;
}

function claimLines(candidate: Candidate, outcome: Outcome, screen: Screen): string[] {
  const { subject, value, region, variant, stance, certainty, novelty, span } = candidate;
  const scope = [variant, region].filter(Boolean).join(', ');
  const claim = `${subject} = ${value}${scope && ` (${scope})`}`;
  const rumor = outcome.rumors.find((each) => each.id === candidate.rumor_id);
  const weighed = rumor ? `  ${sayConfidence(rumor.confidence)}${moved(outcome, rumor.id)}` : '';
  const id = rumor ? ` ${screen.styled('dim', rumor.id)}` : '';
  return [
    `  ${claim}  ${stance}, ${certainty}, ${novelty}${screen.styled('cyan', weighed)}${id}`,
    `    ${screen.styled('dim', `“${span.exact}”`)}`,
  ];
}

function moved(outcome: Outcome, rumorId: string): string {
  const effect = outcome.effects.find((each) => each.rumor_id === rumorId);
  return effect && effect.before !== null ? `, was ${percent(effect.before)}` : '';
}

function sumUp({ status, created, matched, candidates }: Outcome): string {
  if (status === 'ready') return count(candidates.length, 'claim');
  const news = `${count(created.devices, 'new device')}, ${count(created.rumors, 'new rumor')}`;
  return `${count(candidates.length, 'claim')}: ${news}, ${count(matched.rumors, 'known rumor')}`;
}
