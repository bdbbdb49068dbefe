import { Command, Option } from 'commander';
import { ROLES } from '../access/actor.js';
import type { RefreshScope } from '../refresh/refresh-job.entity.js';
import type { Outcome } from '../rumors/rumor.entity.js';
import type { Context } from './context.js';
import type { ExtractOptions } from './extract.command.js';
import type { IngestOptions } from './ingest.command.js';
import type { KeyOptions } from './keys.command.js';
import type { RefreshOptions } from './refresh.command.js';
import type { ResolveOptions } from './resolve.command.js';
import { addAlerting } from './alerting.js';
import { addFinding } from './finding.js';
import { addImporting } from './importing.js';
import { addLooking } from './looking.js';
import { addSorting } from './sorting.js';
import { addTelling } from './telling.js';
import { addTrying } from './trying.js';
import { addUpkeep } from './upkeep.js';
import { addWatching } from './watching.js';
import { day, grade, oneOf, sourceKind } from './options.js';

/** What the command line is made with. */
export interface CommandLine {
  readonly version: string;
  /** The context of a command, once its flags are known. */
  context(flags: Flags): Context;
  /** Sets the code with which the process ends. */
  end(code: number): void;
}

/** The flags that every command takes. */
export interface Flags {
  readonly json?: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
}

const OUTCOMES = ['true', 'false', 'partly', 'void'] as const satisfies readonly Outcome[];
const SCOPES = ['all', 'device', 'subscription', 'scores'] as const satisfies readonly RefreshScope[];

/** Every command of `hearsay`. What a command needs is loaded when it runs, so that help answers at once. */
export function commandLine(line: CommandLine): Command {
  const program = new Command('hearsay')
    .description('Tracks what is said about products nobody has launched yet, and how far to believe it.')
    .version(line.version)
    .option('--json', 'answer in JSON; faults as a problem object on standard error')
    .option('--no-color', 'write without colours (also NO_COLOR)')
    .option('-q, --quiet', 'write nothing but the answer')
    .showHelpAfterError('(hearsay --help lists the commands)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  const context = (): Context => line.context(program.opts<Flags>());
  addReading(program, context, line);
  addImporting(program, context, line);
  addLooking(program, context);
  addJudging(program, context, line);
  addSorting(program, context);
  addServing(program, context);
  addFinding(program, context);
  addTelling(program, context);
  addTrying(program, context);
  addWatching(program, context);
  addAlerting(program, context, line);
  addKeeping(program, context);
  addUpkeep(program, context, line);
  for (const command of everyCommand(program)) command.copyInheritedSettings(program).exitOverride();
  return program;
}

function addReading(program: Command, context: () => Context, line: CommandLine): void {
  program
    .command('ingest')
    .argument('<file>', 'the article as plain text, or its address; - reads standard input')
    .description('read an article, show what it claims, and with --yes write it down')
    .option('--source <name>', 'who published it; naming a source vouches for it')
    .option('--kind <kind>', 'what the source is: maker, outlet, leaker …', sourceKind)
    .option('--grade <grade>', 'the starting mark of the source, A to E (C where none is given)', grade)
    .option('--no-vetted', 'name the source without vouching for it')
    .option('--published <day>', 'the day on which it was published, YYYY-MM-DD', day)
    .option('--url <address>', 'where it stands')
    .option('--title <title>', 'its title (its first line where none is given)')
    .option('--yes', 'write everything down that was read')
    .option('--dry-run', 'show what it would do and store nothing')
    .addHelpText('after', '\nExample:\n  hearsay ingest article.txt --source "The Ledger" --published 2022-05-23 --yes')
    .action(async (file: string, options: IngestOptions) =>
      (await import('./ingest.command.js')).ingest(file, options, context()),
    );
  program
    .command('extract')
    .argument('<file>', 'an article, or one a line (.jsonl with id and text); - reads standard input')
    .description('read articles and show what they claim; nothing is stored')
    .option('--published <day>', 'the day on which it was published, YYYY-MM-DD', day)
    .option('--url <address>', 'where it stands')
    .option('--title <title>', 'its title')
    .addHelpText('after', '\nExample:\n  hearsay extract articles.jsonl --json > claims.jsonl')
    .action(async (file: string, options: ExtractOptions) => {
      const { extractArticles } = await import('./extract.command.js');
      line.end(await extractArticles(file, options, context().screen));
    });
}

function addJudging(program: Command, context: () => Context, line: CommandLine): void {
  program
    .command('resolve')
    .argument('<rumor>', 'id of the rumor')
    .argument('[outcome]', OUTCOMES.join(', '), oneOf(OUTCOMES))
    .description('record what became of a rumor, or with --reopen take that back')
    .option('--evidence <evidence>', 'id of the evidence that settles it')
    .option('--statement <statement>', 'id of the statement that settles it')
    .option('--on <day>', 'the day on which it happened, YYYY-MM-DD (that of the evidence or statement)', day)
    .option('--value <value>', 'what is true instead, or more exactly')
    .option('--note <words>', 'what else is to be known')
    .option('--reopen <words>', 'why it is taken back')
    .addHelpText('after', '\nExample:\n  hearsay resolve rum_01G… true --statement st_01G… --on 2022-07-04')
    .action(async (rumor: string, outcome: Outcome | undefined, options: ResolveOptions) =>
      (await import('./resolve.command.js')).resolve(rumor, outcome, options, context()),
    );
  program
    .command('refresh')
    .description('bring every confidence up to date, as the schedule does')
    .option('--scope <scope>', SCOPES.join(', '), oneOf(SCOPES))
    .option('--device <device>', 'only what is said about this device: slug or id')
    .addOption(new Option('--subscription <subscription>', 'ask this feed or page now: id').conflicts('device'))
    .option('--wait', 'do it here and now, and show how far it is')
    .addHelpText('after', '\nExample:\n  hearsay refresh --wait')
    .action(async (options: RefreshOptions) => {
      line.end(await (await import('./refresh.command.js')).refresh(options, context()));
    });
}

function addServing(program: Command, context: () => Context): void {
  program
    .command('serve')
    .description('start the server')
    .addHelpText('after', '\nExample:\n  PORT=8080 hearsay serve')
    .action(async () => (await import('./serve.command.js')).serve(context()));
  program
    .command('demo')
    .description('tell the sample story to a store of its own, and start the server on it')
    .addHelpText('after', '\nExample:\n  hearsay demo')
    .action(async () => (await import('./demo.command.js')).demo(context()));
}

function addKeeping(program: Command, context: () => Context): void {
  const keys = program.command('keys').description('the keys with which programs and people act');
  keys
    .command('create')
    .description('mint a key and show it, this once')
    .requiredOption('--name <name>', 'whose key it is')
    .requiredOption('--role <role>', ROLES.join(', '), oneOf(ROLES))
    .option('--expires <instant>', 'when it ends, RFC 3339')
    .addHelpText('after', '\nExample:\n  hearsay keys create --name newsroom --role editor')
    .action(async (options: KeyOptions) => (await import('./keys.command.js')).createKey(options, context()));
  keys
    .command('list')
    .description('the keys, without their secrets')
    .addHelpText('after', '\nExample:\n  hearsay keys list')
    .action(async () => (await import('./keys.command.js')).listKeys(context()));
  keys
    .command('revoke')
    .argument('<key>', 'id of the key')
    .description('make a key useless, for good')
    .addHelpText('after', '\nExample:\n  hearsay keys revoke key_01G…')
    .action(async (key: string) => (await import('./keys.command.js')).revokeKey(key, context()));
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...everyCommand(each)]);
}
