import { Past } from '../assessments/past.service.js';
import { viewAssessment } from '../assessments/history.view.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { EvidenceBoard } from '../evidence/evidence-board.service.js';
import { viewEvidence } from '../evidence/evidence.view.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import type { RumorStatus } from '../rumors/rumor.entity.js';
import { viewRumor } from '../rumors/rumor.view.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { percent, sayConfidence } from './wording.js';

/** What `hearsay rumors` is told. */
export interface RumorOptions {
  readonly device?: string;
  readonly subject?: string;
  readonly status?: RumorStatus;
  readonly asOf?: number;
}

const LIST = [
  { heading: 'Device' },
  { heading: 'Claim' },
  { heading: 'Likely', right: true },
  { heading: 'Reports', right: true },
  { heading: 'Origins', right: true },
  { heading: 'Status' },
  { heading: 'Rumor' },
];

/** Lists rumors, those of one device together and the most likely first. */
export async function listRumors(options: RumorOptions, context: Context): Promise<void> {
  const { device, subject, status, asOf } = options;
  const [moments, devices] = [await context.get(Moments), await context.get(DeviceBoard)];
  const board = await context.get(RumorBoard);
  const rows = await moments.read(asOf, async (moment) => {
    const deviceId = device === undefined ? undefined : (await devices.get(device, moment)).id;
    return board.list({ deviceId, subject, status }, moment);
  });
  const rumors = rows.map(viewRumor);
  const cells = (rumor: (typeof rumors)[number]): string[] => [
    rumor.device.name,
    rumor.text,
    rumor.confidence ? percent(rumor.confidence.probability) : '–',
    String(rumor.evidence.reports),
    String(rumor.evidence.origins),
    rumor.confidence?.announced ? 'announced' : rumor.status,
    rumor.id,
  ];
  context.screen.answer({ data: rumors }, () => (rumors.length === 0 ? [] : table(LIST, rumors.map(cells))));
  if (rumors.length === 0) context.screen.note('No rumor fits.');
}

/** Shows one rumor with its evidence and its confidence over time. */
export async function showRumor(id: string, asOf: number | undefined, context: Context): Promise<void> {
  const moments = await context.get(Moments);
  const { rumor, evidence, history } = await moments.read(asOf, (moment) => told(id, moment, context));
  context.screen.answer({ ...rumor, links: evidence, history }, () => [
    context.screen.styled('bold', `${rumor.device.name}: ${rumor.text}`),
    `${sayConfidence(rumor.confidence)} · ${rumor.status}`,
    ...sayCriteria(rumor.criteria),
    '',
    ...evidence.flatMap(({ report, stance, certainty, status, span }) => [
      `${report.published_on ?? '?'}  ${report.source.name} (${report.source.grade ?? 'unrated'}) ${stance}, ${certainty}` +
        `${report.origin_link === 'own' ? '' : ', a copy'}${status === 'active' ? '' : `, ${status}`}  ${report.url ?? ''}`,
      ...(span ? [`    ${context.screen.styled('dim', `“${span.exact}”`)}`] : []),
    ]),
    '',
    ...history.map(({ at, value, low, high, cause, reconstructed }) => {
      const range = `${percent(low)} to ${percent(high)}`;
      const why = cause.map((each) => each.kind).join(', ');
      return `${at.slice(0, 10)}  ${percent(value)} (${range})  ${why}${reconstructed ? ', reconstructed' : ''}`;
    }),
  ]);
}

async function told(id: string, moment: Moment, context: Context) {
  return {
    rumor: viewRumor(await (await context.get(RumorBoard)).get(id, moment)),
    evidence: (await (await context.get(EvidenceBoard)).ofRumor(id, moment)).map(viewEvidence),
    history: (await (await context.get(Past)).history(id, moment)).map(viewAssessment),
  };
}

/** What decides a rumor: what counts, where, by whose word, until when. */
function sayCriteria(criteria: ReturnType<typeof viewRumor>['criteria']): string[] {
  if (criteria === null) return [];
  const { counts, region, proof, until } = criteria;
  return [
    `What counts:  ${counts}`,
    `Where:        ${region}`,
    `Which proof:  ${proof}`,
    `Until when:   ${until ?? 'there is no last day'}`,
  ];
}
