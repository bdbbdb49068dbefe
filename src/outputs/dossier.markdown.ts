import type { DossierAnswer } from './dossier.answer.js';
import { linkTo, plainText } from './markdown.js';

type Headline = DossierAnswer['headlines'][number];
type Rumor = Headline['rumor'];

/** A probability in per cent; one that is still open is never told as 0 or 100. */
const percent = (probability: number): string => {
  const whole = Math.round(probability * 100);
  return `${probability > 0 && probability < 1 ? Math.min(99, Math.max(1, whole)) : whole} %`;
};
const points = (change: number): string => `${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)} points`;

const sayConfidence = ({ confidence }: Rumor): string =>
  confidence === null
    ? 'not weighed yet'
    : `${percent(confidence.probability)}, ${confidence.word} (${percent(confidence.low)} to ${percent(confidence.high)})`;

/** A section, which is left out where it says nothing. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

function headlineLine({ rumor, sources, answers }: Headline): string {
  const others = answers > 1 ? `; ${answers - 1} other ${answers === 2 ? 'answer' : 'answers'}` : '';
  const by = sources.length === 0 ? 'nobody counts for it' : `says ${sources.map(plainText).join(', ')}`;
  const verdict = rumor.resolution === null ? sayConfidence(rumor) : `resolved as ${rumor.resolution.outcome}`;
  return `- **${plainText(rumor.text)}**: ${verdict}; ${by}${others}`;
}

function leverLine({ rumor, changes_most: lever }: Headline): string[] {
  if (lever === null || rumor.confidence === null) return [];
  const [now, without] = [percent(rumor.confidence.probability), percent(lever.confidence_without)];
  return [
    `- ${plainText(rumor.text)}: without what ${plainText(lever.source)} published, ${without} in place of ${now}`,
  ];
}

function statementLine(said: DossierAnswer['official'][number]): string {
  const who = [said.speaker, said.role, said.organisation].filter((part) => part !== null).map(plainText);
  const known = said.verification === 'verified' ? 'verified' : 'passed on, not verified';
  return `- ${said.said_on}, ${who.join(', ')} ${said.act}: “${plainText(said.quote)}” (${known}, ${linkTo(said.report.source, said.report.url)})`;
}

const resolvedLine = ({ rumor, outcome, happened_on: day, score }: DossierAnswer['resolved'][number]): string =>
  `- **${plainText(rumor.text)}**: ${outcome}, ${day}${score.probability === null ? '' : `; believed at ${percent(score.probability)} before`}`;

/** One page about a device in Markdown (CommonMark); what others wrote stands in it as text and nothing else. */
export function dossierMarkdown(dossier: DossierAnswer): string {
  const { device, launch, headlines, moved, official, resolved, as_of: asOf } = dossier;
  const exists = device.exists;
  const lines = [
    `# ${plainText(device.name)}`,
    '',
    `By ${plainText(device.company.name)}, ${device.status}. As of ${asOf}.`,
    '',
    exists === null
      ? 'Whether it exists has not been weighed yet.'
      : `It exists: ${percent(exists.probability)}, ${exists.word}. ${plainText(launch.text)}`,
    ...section('What is said', headlines.map(headlineLine)),
    ...section(
      'What changed within 7 days',
      moved.map(
        (rumor) =>
          `- ${plainText(rumor.text)}: ${points(rumor.confidence?.change_7d ?? 0)}, now ${sayConfidence(rumor)}`,
      ),
    ),
    ...section('What would change it', headlines.flatMap(leverLine)),
    ...section('Official words', official.map(statementLine)),
    ...section('Resolved', resolved.map(resolvedLine)),
  ];
  return `${lines.join('\n')}\n`;
}
