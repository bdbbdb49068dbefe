import { Command } from 'commander';
import { ROLES } from '../access/actor.js';
import type { Context } from './context.js';
import { day, grade, oneOf, sourceKind, subject } from './options.js';

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

const STATUSES = ['open', 'lapsed', 'resolved', 'withdrawn'] as const;

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
  addLooking(program, context);
  addKeeping(program, context);
  for (const command of everyCommand(program)) command.copyInheritedSettings(program).exitOverride();
  return program;
}

function addReading(program: Command, context: () => Context, line: CommandLine): void {
  program
    .command('ingest')
    .argument('<file>', 'the article as plain text; - reads standard input')
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
    .action(async (file: string, options) => (await import('./ingest.command.js')).ingest(file, options, context()));
  program
    .command('extract')
    .argument('<file>', 'an article, or one a line (.jsonl with id and text); - reads standard input')
    .description('read articles and show what they claim; nothing is stored')
    .option('--published <day>', 'the day on which it was published, YYYY-MM-DD', day)
    .option('--url <address>', 'where it stands')
    .option('--title <title>', 'its title')
    .addHelpText('after', '\nExample:\n  hearsay extract articles.jsonl --json > claims.jsonl')
    .action(async (file: string, options) => {
      const { extractArticles } = await import('./extract.command.js');
      line.end(await extractArticles(file, options, context().screen));
    });
}

function addLooking(program: Command, context: () => Context): void {
  program
    .command('devices')
    .argument('[device]', 'slug or id of one device')
    .description('the board, or one device with its questions')
    .addHelpText('after', '\nExample:\n  hearsay devices xiaomi-12-ultra')
    .action(async (device?: string) => {
      const { listDevices, showDevice } = await import('./devices.command.js');
      await (device === undefined ? listDevices(context()) : showDevice(device, context()));
    });
  program
    .command('rumors')
    .argument('[rumor]', 'id of one rumor')
    .description('the rumors, or one with its evidence and history')
    .option('--device <device>', 'only of this device: slug or id')
    .option('--subject <subject>', 'only about this subject, such as launch.date', subject)
    .option('--status <status>', 'only open, lapsed, resolved or withdrawn ones', oneOf(STATUSES))
    .addHelpText('after', '\nExample:\n  hearsay rumors --device xiaomi-12-ultra --subject launch.date')
    .action(async (rumor: string | undefined, options) => {
      const { listRumors, showRumor } = await import('./rumors.command.js');
      await (rumor === undefined ? listRumors(options, context()) : showRumor(rumor, context()));
    });
  program
    .command('why')
    .argument('<rumor>', 'id of the rumor')
    .description('why a rumor has its confidence, step by step')
    .addHelpText('after', '\nExample:\n  hearsay why rum_01G3PZQK9W8R5X7T2M4N6P8Q0A')
    .action(async (rumor: string) => (await import('./why.command.js')).why(rumor, context()));
  addStatements(program, context);
}

function addStatements(program: Command, context: () => Context): void {
  const statements = program
    .command('statements')
    .description('what named speakers said')
    .option('--device <device>', 'only about this device: slug or id')
    .addHelpText('after', '\nExample:\n  hearsay statements --device xiaomi-12-ultra')
    .action(async (options) => (await import('./statements.command.js')).listStatements(options, context()));
  statements
    .command('verify')
    .argument('<statement>', 'id of the statement')
    .description("declare a statement to be the speaker's own words")
    .requiredOption('--reason <words>', 'how it was found out')
    .option('--url <address>', "where the speaker's own words stand")
    .addHelpText('after', '\nExample:\n  hearsay statements verify st_01G… --reason "in the maker\'s newsroom"')
    .action(async (statement: string, options) => {
      await (await import('./statements.command.js')).verifyStatement(statement, options, context());
    });
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
    .action(async (options) => (await import('./keys.command.js')).createKey(options, context()));
  const db = program.command('db').description('the database');
  db.command('migrate')
    .description('bring the database up to date')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://me@host/hearsay hearsay db migrate')
    .action(async () => (await import('./db.command.js')).migrate(context()));
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...everyCommand(each)]);
}
