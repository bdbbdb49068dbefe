import { Moments } from '../events/moments.service.js';
import { SOURCE_SORTS, SourceBoard } from '../sources/source-board.service.js';
import { viewSource, viewSourceCard } from '../sources/source.view.js';
import type { Context } from './context.js';
import { table } from './table.js';
import { count } from './wording.js';

const LIST = [
  { heading: 'Source' },
  { heading: 'Kind' },
  { heading: 'Grade' },
  { heading: 'Reports', right: true },
  { heading: 'Resolved', right: true },
  { heading: 'Last report' },
  { heading: 'Address' },
];

/** How many sources are listed at most. */
const MOST = 10_000;

/** Lists who publishes, by name. */
export async function listSources(asOf: number | undefined, context: Context): Promise<void> {
  const [moments, board] = [await context.get(Moments), await context.get(SourceBoard)];
  const window = { sort: SOURCE_SORTS.name, after: null, limit: MOST };
  const sources = (await moments.read(asOf, (moment) => board.page({}, window, moment))).map(viewSource);
  const cells = (source: (typeof sources)[number]): string[] => [
    source.name,
    source.kind,
    source.grade ?? 'unrated',
    String(source.reports),
    source.record.resolved === null ? '–' : String(source.record.resolved),
    source.last_report_at?.slice(0, 10) ?? '–',
    source.slug,
  ];
  context.screen.answer({ data: sources }, () => (sources.length === 0 ? [] : table(LIST, sources.map(cells))));
  if (sources.length === 0) context.screen.note('No source is known.');
}

/** Shows the record card of one source. */
export async function showSource(reference: string, asOf: number | undefined, context: Context): Promise<void> {
  const [moments, board] = [await context.get(Moments), await context.get(SourceBoard)];
  const source = viewSourceCard(await moments.read(asOf, (moment) => board.get(reference, moment)));
  const { kind, grade, vetted, established, record } = source;
  const standing = [
    kind,
    grade ?? 'unrated',
    vetted ? 'vetted' : 'not vetted',
    established ? 'established' : 'unproven',
  ];
  const said = (['supports', 'refutes', 'mentions'] as const).map((stance) => {
    const { links, own_links: own, devices } = source[stance];
    return `  ${stance} ${count(links, 'rumor')} (${own} as the origin) about ${count(devices, 'device')}`;
  });
  context.screen.answer(source, () => [
    context.screen.styled('bold', source.name),
    standing.join(' · '),
    `${count(source.reports, 'report')}, the last on ${source.last_report_at?.slice(0, 10) ?? 'an unknown day'}`,
    ...said,
    record.resolved === null ? '' : `${count(record.resolved, 'claim')} resolved, ${record.hits} of them right`,
  ]);
}
