import type { Command } from 'commander';
import type { Grade, SourceKind } from '../engine/subjects/index.js';
import { IMPORT_FORMATS, type ImportFormat } from '../importing/import-file.js';
import type { CommandLine } from './commands.js';
import type { Context } from './context.js';
import { grade, oneOf, sourceKind } from './options.js';

/** What `hearsay import` is told. */
export interface ImportOptions {
  readonly format?: ImportFormat;
  readonly map?: string;
  readonly source?: string;
  readonly kind?: SourceKind;
  readonly grade?: Grade;
  readonly vetted: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly faults?: string;
  readonly restart?: boolean;
  readonly replay?: boolean;
}

/** Adds the command that takes files of articles in. */
export function addImporting(program: Command, context: () => Context, line: CommandLine): void {
  program
    .command('import')
    .argument('<file>', 'articles, one a line (.jsonl) or record (.csv), packed (.gz) or not; - reads standard input')
    .description('read the articles of a file, and with --yes write down what they claim')
    .option('--format <format>', `${IMPORT_FORMATS.join(', ')} (by the name of the file)`, oneOf(IMPORT_FORMATS))
    .option('--map <pairs>', 'which column is which, where names differ: text=body,published_on=date')
    .option('--source <name>', 'who published what names no source; naming a source vouches for it')
    .option('--kind <kind>', 'what that source is: maker, outlet, leaker …', sourceKind)
    .option('--grade <grade>', 'its starting mark, A to E (C where none is given)', grade)
    .option('--no-vetted', 'name that source without vouching for it')
    .option('--yes', 'write everything down that was read')
    .option('--replay', 'the same, and work out what would have been said on the days on which it was published')
    .option('--dry-run', 'read every line, say what is wrong and store nothing')
    .option('--faults <file>', 'write the lines that were refused to a file, to be mended and imported again')
    .option('--restart', 'begin at the first line, where a run was broken off')
    .addHelpText(
      'after',
      `
A line has: text, title, url, published_on, source (a name, with source_kind, source_grade, source_vetted; in JSON also an
object as in the API). It may say itself what it claims, and then needs no text: in JSON claims, devices, statements and
credits as "hearsay extract" gives them out; in CSV one claim a row, with device, brand, subject, value, region, variant,
stance, certainty, span. A run that was broken off goes on where it stopped; an article that is known is not added twice.

Example:
  hearsay import articles.csv --map text=body,published_on=date --source "The Ledger" --yes --faults refused.csv`,
    )
    .action(async (file: string, options: ImportOptions) =>
      line.end(await (await import('./import.command.js')).importFile(file, options, context())),
    );
}
