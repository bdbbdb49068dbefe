import type { Command } from 'commander';
import { SEARCH_TYPES } from '../platform/database/found.js';
import type { Context } from './context.js';
import type { EraseOptions } from './erase.command.js';
import { oneOf } from './options.js';
import type { SearchOptions } from './search.command.js';

/** Adds the commands that find something wherever it stands: to show it, or to erase it. */
export function addFinding(program: Command, context: () => Context): void {
  program
    .command('search')
    .argument('[words...]', 'words, all of which must be found; the last may be unfinished')
    .description('find devices, rumors, sources, companies and reports by text')
    .option('--type <type>', `only of this type: ${SEARCH_TYPES.toReversed().join(', ')}`, oneOf(SEARCH_TYPES))
    .option('--rebuild', 'look everything through again')
    .addHelpText('after', '\nExample:\n  hearsay search xiaomi leica')
    .action(async (words: string[], options: SearchOptions) =>
      (await import('./search.command.js')).search(words.join(' '), options, context()),
    );
  addErasing(program, context);
}

function addErasing(program: Command, context: () => Context): void {
  const erase = program
    .command('erase')
    .description('erase the data of a person, or the words of a report, everywhere')
    .addHelpText(
      'after',
      '\nExample:\n  hearsay erase person "Ada Example"          shows what would go; --yes erases it',
    );
  erase
    .command('person')
    .argument('<name>', 'the whole name, or the id or slug of the source')
    .description('show what would be erased of a person, and with --yes erase it')
    .option('--yes', 'erase it; there is no way back')
    .addHelpText('after', '\nExample:\n  hearsay erase person "Ada Example" --yes')
    .action(async (name: string, options: EraseOptions) =>
      (await import('./erase.command.js')).erasePerson(name, options, context()),
    );
  erase
    .command('report')
    .argument('<report>', 'id of the report')
    .description('show what would be erased of a report, and with --yes erase it')
    .option('--yes', 'erase it; there is no way back')
    .addHelpText('after', '\nExample:\n  hearsay erase report rep_01G… --yes')
    .action(async (report: string, options: EraseOptions) =>
      (await import('./erase.command.js')).eraseReport(report, options, context()),
    );
  erase
    .command('again')
    .description('find what was erased before and is there again, such as after a restore, and with --yes erase it')
    .option('--yes', 'erase it; there is no way back')
    .option('--list', 'print the digests of what was erased, one a line, to be kept beside the backups')
    .option('--from <file>', 'take the digests from that file as well')
    .addHelpText('after', '\nExample:\n  hearsay erase again --from erased.txt --yes')
    .action(async (options: EraseOptions) => (await import('./erase.command.js')).eraseAgain(options, context()));
}
