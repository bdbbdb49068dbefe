import { DeviceBoard } from '../devices/device-board.service.js';
import { viewDevice } from '../devices/device.view.js';
import { Moments, type Moment } from '../events/moments.service.js';
import { RumorBoard } from '../rumors/rumor-board.service.js';
import { viewRumor } from '../rumors/rumor.view.js';
import { StatementBoard } from '../statements/statement-board.service.js';
import { viewStatement } from '../statements/statement.view.js';
import type { Context } from './context.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { count, percent, sayConfidence } from './wording.js';

type DeviceView = ReturnType<typeof viewDevice>;

const BOARD = [
  { heading: 'Device' },
  { heading: 'Exists', right: true },
  { heading: 'Rumors', right: true },
  { heading: 'Reports', right: true },
  { heading: 'Last report' },
  { heading: 'Address' },
];

const EMPTY =
  'No device is followed yet. Start with an article: npx hearsay ingest article.txt --source "Its publisher" --yes';

/** Shows the board: every device that is followed. */
export async function listDevices(asOf: number | undefined, context: Context): Promise<void> {
  const [moments, board] = [await context.get(Moments), await context.get(DeviceBoard)];
  const devices = (await moments.read(asOf, (moment) => board.list({}, moment))).map(viewDevice);
  context.screen.answer({ data: devices }, () => (devices.length === 0 ? [] : boardLines(devices)));
  if (devices.length === 0) context.screen.note(EMPTY);
}

/** The board as a table. */
export function boardLines(devices: readonly DeviceView[]): string[] {
  const cells = (device: DeviceView): string[] => [
    device.name,
    device.exists ? `${percent(device.exists.probability)}${device.exists.derived ? '*' : ''}` : '–',
    String(device.rumors),
    String(device.reports),
    device.last_report_at?.slice(0, 10) ?? '–',
    device.slug,
  ];
  const lines = table(BOARD, devices.map(cells));
  const isDerived = devices.some((device) => device.exists?.derived);
  return isDerived ? [...lines, '* derived: at least as likely as the rumor that implies it'] : lines;
}

/** Shows one device: its questions with their competing answers, and what was said officially. */
export async function showDevice(reference: string, asOf: number | undefined, context: Context): Promise<void> {
  const moments = await context.get(Moments);
  const { device, questions, statements } = await moments.read(asOf, (moment) => told(reference, moment, context));
  context.screen.answer({ ...device, questions, statements }, () => [
    context.screen.styled('bold', `${device.name} · ${device.company.name} · ${device.status.toUpperCase()}`),
    '',
    ...questions.flatMap(({ question, rumors }) => questionLines(question, rumors, context.screen)),
    ...statements.flatMap((statement) => statementLines(statement, context.screen)),
  ]);
}

async function told(reference: string, moment: Moment, context: Context) {
  const device = viewDevice(await (await context.get(DeviceBoard)).get(reference, moment));
  const about = { deviceId: device.id };
  const asked = await (await context.get(RumorBoard)).questions(about, moment);
  const questions = asked.map(({ question, rumors }) => ({ question, rumors: rumors.map(viewRumor) }));
  const statements = (await (await context.get(StatementBoard)).list(about, moment)).map(viewStatement);
  return { device, questions, statements };
}

function questionLines(question: string, rumors: readonly ReturnType<typeof viewRumor>[], screen: Screen): string[] {
  const answers = rumors.map((rumor) => {
    const { reports, origins, strength } = rumor.evidence;
    const strong = `${strength ?? 'no'} evidence (${count(reports, 'report')}, ${count(origins, 'origin')})`;
    return `  ${rumor.text}: ${screen.styled('cyan', sayConfidence(rumor.confidence))}, ${strong}  ${rumor.id}`;
  });
  return [screen.styled('bold', question), ...answers, ''];
}

/** A statement for people: the words, and who said them for whom. */
export function statementLines(statement: ReturnType<typeof viewStatement>, screen: Screen): string[] {
  const who = [statement.speaker, statement.role, statement.organisation].filter(Boolean).join(', ');
  return [
    `“${statement.quote}”`,
    `    ${who} ${statement.act} · ${statement.said_on} · ${statement.verification} · ${count(statement.rumors.length, 'rumor')}` +
      `  ${screen.styled('dim', statement.id)}`,
  ];
}
