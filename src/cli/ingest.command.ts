import { OPERATOR } from '../access/actor.js';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import { ArticleFactsDto, HandInArticleDto } from '../ingestion/article.dto.js';
import { FetchedArticles } from '../ingestion/fetched-articles.service.js';
import { Ingestions, type Intake } from '../ingestion/ingestions.service.js';
import { viewOutcome } from '../ingestion/ingestion.view.js';
import { Fault } from '../platform/fault.js';
import { checked } from '../platform/validation.js';
import type { Context } from './context.js';
import { outcomeLines } from './outcome.js';
import { readText } from './read-text.js';

/** What `hearsay ingest` is told. */
export interface IngestOptions {
  readonly source?: string;
  readonly kind?: SourceKind;
  readonly grade?: Grade;
  readonly vetted: boolean;
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Reads an article and shows what it claims; writes it down with `--yes`. */
export async function ingest(path: string, options: IngestOptions, context: Context): Promise<void> {
  const act = await articleAt(path, options, context);
  if (options.dryRun && options.yes) {
    throw new Fault('invalid', 'contradiction', 'Either --yes or --dry-run: a dry run writes nothing down.');
  }
  const intake: Intake = options.dryRun ? 'dry_run' : options.yes ? 'commit' : 'review';
  const ingestions = await context.get(Ingestions);
  const outcome = viewOutcome(await ingestions.handIn(act, OPERATOR, intake));
  context.screen.answer(outcome, () => outcomeLines(outcome, context.screen));
  if (outcome.recognised && outcome.status === 'committed') {
    context.screen.note('This article was read before: nothing was added.');
  } else if (intake === 'review') {
    context.screen.note('Nothing counts yet: repeat the command with --yes to write it down.');
  } else if (intake === 'dry_run') {
    context.screen.note('A dry run: nothing was stored.');
  }
}

/** The article that is meant: in a file, on standard input, or at an address. */
async function articleAt(path: string, options: IngestOptions, context: Context): Promise<HandInArticleDto> {
  if (!/^https?:\/\//i.test(path)) {
    return checked(HandInArticleDto, { text: await readText(path), ...factsOf(options) });
  }
  if (options.url !== undefined) throw new Fault('invalid', 'contradiction', 'Either an address to fetch, or --url.');
  const facts = checked(ArticleFactsDto, { ...factsOf(options), url: path });
  return (await context.get(FetchedArticles)).fetched(facts, OPERATOR);
}

function factsOf(options: IngestOptions): object {
  const { source: name, kind, grade, vetted, published, url, title } = options;
  const source = name === undefined ? undefined : { name, vetted, ...(kind && { kind }), ...(grade && { grade }) };
  const given = { title, url, source, published_on: published };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
