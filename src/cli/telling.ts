import type { Command } from 'commander';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { DATASETS, EXPORT_FORMATS, type Dataset } from '../outputs/datasets.js';
import type { Context } from './context.js';
import type { ExportOptions } from './export.command.js';
import { moment, oneOf, several, whole } from './options.js';
import type { TailOptions } from './tail.command.js';

/** Adds the commands that tell on what is known: what happens as it happens, and whole datasets. */
export function addTelling(program: Command, context: () => Context): void {
  program
    .command('tail')
    .description('show what happens as it happens, in every process; with --json a line each')
    .option('--types <types>', `only these, with commas: ${EVENT_TYPES.slice(0, 3).join(', ')} …`, several(EVENT_TYPES))
    .option('--device <device>', 'only what is about this device: slug or id')
    .option('--after <place>', 'what came after this place in the log as well: a sequence, 0 for all', whole)
    .option('--once', 'show what is there, and end')
    .addHelpText('after', '\nExample:\n  hearsay tail --types rumor.confidence_changed,rumor.resolved --json')
    .action(async (options: TailOptions & { types?: EventType[] }) =>
      (await import('./tail.command.js')).tail(options, context()),
    );
  program
    .command('export')
    .argument('<dataset>', DATASETS.join(', '), oneOf(DATASETS))
    .description('write a whole dataset to a file, or to standard output')
    .option('-o, --output <file>', 'the file; its ending says the form where --format does not')
    .option('--format <format>', EXPORT_FORMATS.join(', '), oneOf(EXPORT_FORMATS))
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .option('--device <device>', 'only what is about this device: slug or id')
    .option('--no-guard', 'leave texts as they are that a spreadsheet would take for a formula')
    .addHelpText('after', '\nExample:\n  hearsay export rumors -o rumors.csv --as-of 2022-06-01')
    .action(async (dataset: Dataset, options: ExportOptions) =>
      (await import('./export.command.js')).exportDataset(dataset, options, context()),
    );
}
