import type { ClaimValueAnswer } from '../rumors/claim-value.answer.js';
import type { Cell } from './csv.js';
import type { Dataset } from './datasets.js';

/** A column: its name, and where its value stands in a row as it is shown, member by member. */
type Column = readonly [name: string, path?: string];

const NUMBERS: readonly Column[] = [
  ['probability', 'confidence.probability'],
  ['low', 'confidence.low'],
  ['high', 'confidence.high'],
  ['word', 'confidence.word'],
];
const DEVICE: readonly Column[] = [
  ['device_id', 'device.id'],
  ['device', 'device.slug'],
  ['device_name', 'device.name'],
];
const COUNTS: readonly Column[] = [['reports'], ['origins'], ['supporting'], ['refuting']];

const plain = (...names: readonly string[]): Column[] => names.map((name) => [name]);

/** The columns of each dataset, in their order. */
export const COLUMNS: Readonly<Record<Dataset, readonly Column[]>> = {
  devices: [
    ...plain('id', 'slug', 'name'),
    ...([
      ['company_id', 'company.id'],
      ['company', 'company.slug'],
      ['company_name', 'company.name'],
    ] as const),
    ...plain('aliases', 'category', 'line', 'status'),
    ...([
      ['superseded_by', 'superseded_by.slug'],
      ['exists', 'exists.probability'],
      ['word', 'exists.word'],
    ] as const),
    ['change_7d', 'exists.change_7d'],
    ...plain('rumors', 'reports', 'last_report_at', 'created_at', 'updated_at', 'html_url'),
  ],
  rumors: [
    ...plain('id'),
    ...DEVICE,
    ...plain('subject', 'region', 'variant', 'question', 'text'),
    ...([
      ['value', 'value.said'],
      ['min', 'value.min'],
      ['max', 'value.max'],
      ['unit', 'value.unit'],
    ] as const),
    ...([
      ['earliest_on', 'value.earliest_on'],
      ['latest_on', 'value.latest_on'],
    ] as const),
    ...plain('status'),
    ...NUMBERS,
    ...([
      ['change_7d', 'confidence.change_7d'],
      ['announced', 'confidence.announced'],
    ] as const),
    ['strength', 'evidence.strength'],
    ...COUNTS.map(([name]): Column => [name, `evidence.${name}`]),
    ...([
      ['last_report_at', 'evidence.last_report_at'],
      ['outcome', 'resolution.outcome'],
    ] as const),
    ...([
      ['happened_on', 'resolution.happened_on'],
      ['resolved_at', 'resolution.resolved_at'],
    ] as const),
    ...plain('as_of', 'created_at', 'updated_at', 'html_url'),
  ],
  evidence: [
    ...plain('id', 'rumor_id', 'stance', 'certainty'),
    ['quote', 'span.exact'],
    ...plain('status', 'withdrawn_at', 'withdrawn_reason', 'learned_at'),
    ...([
      ['report_id', 'report.id'],
      ['report_kind', 'report.kind'],
      ['title', 'report.title'],
    ] as const),
    ...([
      ['url', 'report.url'],
      ['language', 'report.language'],
      ['published_on', 'report.published_on'],
    ] as const),
    ...([
      ['source_id', 'report.source.id'],
      ['source', 'report.source.slug'],
    ] as const),
    ...([
      ['source_name', 'report.source.name'],
      ['origin_id', 'report.origin_id'],
    ] as const),
  ],
  statements: [
    ...plain('id', 'speaker', 'role', 'organisation', 'company_id', 'act', 'official', 'direct', 'quote', 'said_on'),
    ...plain('learned_at', 'verification', 'verified_by', 'verified_reason', 'verified_at'),
    ...([
      ['report_id', 'report.id'],
      ['url', 'report.url'],
      ['source', 'report.source'],
    ] as const),
    ...plain('rumors'),
  ],
  sources: [
    ...plain('id', 'slug', 'name', 'kind', 'grade', 'reliability', 'vetted', 'established'),
    ['parent', 'parent.slug'],
    ...plain('reports'),
    ...([
      ['resolved', 'record.resolved'],
      ['hits', 'record.hits'],
      ['events', 'record.events'],
    ] as const),
    ['early_calls', 'record.early_calls'],
    ...plain('last_report_at', 'created_at', 'updated_at', 'html_url'),
  ],
  resolutions: [
    ...plain('id'),
    ...([
      ['rumor_id', 'rumor.id'],
      ['text', 'rumor.text'],
      ['question', 'rumor.question'],
    ] as const),
    ...DEVICE,
    ...plain('outcome'),
    ['value', 'value.said'],
    ...plain('happened_on', 'evidence_id', 'statement_id', 'note', 'follows_from'),
    ...([
      ['probability', 'score.probability'],
      ['brier', 'score.brier'],
    ] as const),
    ...plain('resolved_at', 'resolved_by'),
  ],
  history: [
    ...plain('id', 'rumor_id', 'device', 'question', 'at', 'probability', 'low', 'high', 'word', 'strength'),
    ...COUNTS,
    ...plain('model_version', 'reconstructed'),
  ],
};

/** A row as it is shown, as the cells of its columns. */
export function cellsOf(dataset: Dataset, row: object): Cell[] {
  const shown = 'value' in row && row.value !== null ? { ...row, value: spread(row.value as ClaimValueAnswer) } : row;
  return COLUMNS[dataset].map(([name, path = name]) => cellOf(path.split('.').reduce<unknown>(memberOf, shown)));
}

const memberOf = (part: unknown, member: string): unknown => (part as Record<string, unknown> | null)?.[member] ?? null;

/** What stands in a member, in one cell: of several things their names or ids. */
function cellOf(found: unknown): Cell {
  if (!Array.isArray(found)) return found as Cell;
  return found.map((each: string | { id: string }) => (typeof each === 'string' ? each : each.id)).join('; ');
}

/** A value in one text, and its parts as they can be reckoned with. */
function spread(value: ClaimValueAnswer): Readonly<Record<string, Cell>> {
  if ('yes' in value) return { said: value.yes ? 'yes' : 'no' };
  if ('text' in value) return { said: value.text };
  if ('label' in value) return { said: value.label, earliest_on: value.earliest_on, latest_on: value.latest_on };
  const isMoney = 'currency' in value;
  const [min, max] = isMoney ? [amountOf(value.min_amount), amountOf(value.max_amount)] : [value.min, value.max];
  const unit = isMoney ? value.currency : value.unit;
  const ends = min === max ? [min] : [min ?? '', max ?? ''];
  return { said: [ends.join('–'), unit].filter((part) => part !== null && part !== '').join(' '), min, max, unit };
}

const amountOf = (amount: string | null): number | null => (amount === null ? null : Number(amount));
