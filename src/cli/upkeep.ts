import type { Command } from 'commander';
import type { CommandLine } from './commands.js';
import type { Context } from './context.js';
import type { BackupOptions, RestoreOptions } from './db.command.js';

/** Adds the commands that keep the store safe, and tell what is wrong with it or with the machine. */
export function addUpkeep(program: Command, context: () => Context, line: CommandLine): void {
  const db = program.command('db').description('the database: bring it up to date, back it up, restore and check it');
  db.command('migrate')
    .description('bring the database up to date')
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgres://me@host/hearsay hearsay db migrate')
    .action(async () => (await import('./db.command.js')).migrate(context()));
  addCopying(db, context);
  db.command('verify')
    .argument('[file]', 'a backup; the store itself where none is named')
    .description('check pages, references, what is counted by hand, and how far it was migrated')
    .addHelpText('after', '\nExample:\n  hearsay db verify\n  hearsay db verify backup.sqlite')
    .action(async (file: string | undefined) =>
      line.end(await (await import('./db.command.js')).verifyStore(file, context())),
    );
  program
    .command('doctor')
    .description('look at the settings, the machine, the database and all that is done on schedule')
    .addHelpText('after', '\nExample:\n  hearsay doctor --json')
    .action(async () => line.end(await (await import('./doctor.command.js')).doctor(context())));
}

function addCopying(db: Command, context: () => Context): void {
  db.command('backup')
    .argument('<file>', 'where it goes; what it is stands beside it, in <file>.manifest.json')
    .description('copy the store to a file, while it is written to')
    .option('--yes', 'overwrite a backup that is there')
    .addHelpText('after', '\nExample:\n  hearsay db backup /backups/hearsay-monday.sqlite')
    .action(async (file: string, options: BackupOptions) =>
      (await import('./db.command.js')).backup(file, options, context()),
    );
  db.command('restore')
    .argument('<file>', 'a backup, with its manifest beside it')
    .description('check a backup and put it in the place of the store; no server may hold that')
    .option('--yes', 'replace the store that is there, which is kept beside it')
    .option('--erased <file>', 'digests of what was erased since (hearsay erase again --list), to be erased again')
    .addHelpText('after', '\nExample:\n  hearsay db restore /backups/hearsay-monday.sqlite --yes')
    .action(async (file: string, options: RestoreOptions) =>
      (await import('./db.command.js')).restore(file, options, context()),
    );
}
