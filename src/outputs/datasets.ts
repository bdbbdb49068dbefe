/** What can be taken away as a whole. */
export const DATASETS = ['devices', 'rumors', 'evidence', 'statements', 'sources', 'resolutions', 'history'] as const;
export type Dataset = (typeof DATASETS)[number];

/** In which form: one line each, with a head; or one JSON object a line. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media type of each form. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** Where the rows of a dataset are kept, one table after the other; their ids sort so, and as they were written. */
export const TABLES: Readonly<Record<Dataset, readonly string[]>> = {
  devices: ['devices'],
  rumors: ['rumors'],
  evidence: ['evidence'],
  statements: ['statements'],
  sources: ['sources'],
  resolutions: ['resolutions'],
  history: ['assessments', 'reconstructions'],
};

/** By what each dataset can be filtered: as its list can. */
export const FILTERS = {
  devices: [
    'q',
    'company',
    'category',
    'status',
    'min_confidence',
    'launch_from',
    'launch_to',
    'region',
    'changed_since',
  ],
  rumors: [
    'q',
    'device',
    'company',
    'subject',
    'region',
    'status',
    'min_confidence',
    'max_confidence',
    'changed_since',
  ],
  evidence: ['rumor', 'device', 'source', 'stance', 'since'],
  statements: ['device', 'company', 'rumor', 'speaker', 'act', 'official', 'verified', 'since'],
  sources: ['q', 'kind', 'grade', 'min_resolved'],
  resolutions: ['device', 'company', 'subject', 'outcome', 'from', 'to'],
  history: ['rumor', 'device', 'company', 'subject', 'from', 'to'],
} as const satisfies Readonly<Record<Dataset, readonly string[]>>;
