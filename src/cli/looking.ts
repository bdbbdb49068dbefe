import type { Command } from 'commander';
import { BASES, type Basis } from '../assessments/basis.js';
import type { Horizon } from '../calibration/forecasts.service.js';
import { SUBJECT_FAMILIES } from '../engine/subjects/index.js';
import type { RumorStatus } from '../rumors/rumor.entity.js';
import type { CalibrationOptions } from './calibration.command.js';
import type { Context } from './context.js';
import type { LeaderboardOptions } from './leaderboard.command.js';
import { day, moment, oneOf, subject } from './options.js';
import type { RumorOptions } from './rumors.command.js';
import type { StatementOptions, VerifyOptions } from './statements.command.js';

/** As of when something is looked at, epoch milliseconds; missing for now. */
export interface AsOf {
  readonly asOf?: number;
}

/** Of what time a confidence is explained, and on which basis. */
export interface WhyOptions extends AsOf {
  readonly basis?: Basis;
}

const HORIZONS = ['7d', '30d', '90d', 'any'] as const satisfies readonly Horizon[];
const STATUSES = ['open', 'lapsed', 'resolved', 'withdrawn'] as const satisfies readonly RumorStatus[];

/** Adds the commands that look and change nothing. */
export function addLooking(program: Command, context: () => Context): void {
  program
    .command('devices')
    .argument('[device]', 'slug or id of one device')
    .description('the board, or one device with its questions')
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .addHelpText('after', '\nExample:\n  hearsay devices xiaomi-12-ultra')
    .action(async (device: string | undefined, { asOf }: AsOf) => {
      const { listDevices, showDevice } = await import('./devices.command.js');
      await (device === undefined ? listDevices(asOf, context()) : showDevice(device, asOf, context()));
    });
  program
    .command('rumors')
    .argument('[rumor]', 'id of one rumor')
    .description('the rumors, or one with its evidence and history')
    .option('--device <device>', 'only of this device: slug or id')
    .option('--subject <subject>', 'only about this subject, such as launch.date', subject)
    .option('--status <status>', 'only open, lapsed, resolved or withdrawn ones', oneOf(STATUSES))
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .addHelpText('after', '\nExample:\n  hearsay rumors --device xiaomi-12-ultra --subject launch.date')
    .action(async (rumor: string | undefined, options: RumorOptions) => {
      const { listRumors, showRumor } = await import('./rumors.command.js');
      await (rumor === undefined ? listRumors(options, context()) : showRumor(rumor, options.asOf, context()));
    });
  program
    .command('why')
    .argument('<rumor>', 'id of the rumor')
    .description('why a rumor has its confidence, step by step')
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .option(
      '--basis <basis>',
      'what was believed then, or what would have been said: believed, reconstructed, any',
      oneOf(BASES),
    )
    .addHelpText('after', '\nExample:\n  hearsay why rum_01G3PZQK9W8R5X7T2M4N6P8Q0A')
    .action(async (rumor: string, options: WhyOptions) =>
      (await import('./why.command.js')).why(rumor, options, context()),
    );
  program
    .command('sources')
    .argument('[source]', 'slug or id of one source')
    .description('who publishes, or the record card of one source')
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .addHelpText('after', '\nExample:\n  hearsay sources the-ledger')
    .action(async (source: string | undefined, { asOf }: AsOf) => {
      const { listSources, showSource } = await import('./sources.command.js');
      await (source === undefined ? listSources(asOf, context()) : showSource(source, asOf, context()));
    });
  addStatements(program, context);
  addRecords(program, context);
}

function addStatements(program: Command, context: () => Context): void {
  const statements = program
    .command('statements')
    .description('what named speakers said')
    .option('--device <device>', 'only about this device: slug or id')
    .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment)
    .addHelpText('after', '\nExample:\n  hearsay statements --device xiaomi-12-ultra')
    .action(async (options: StatementOptions) =>
      (await import('./statements.command.js')).listStatements(options, context()),
    );
  statements
    .command('verify')
    .argument('<statement>', 'id of the statement')
    .description("declare a statement to be the speaker's own words")
    .requiredOption('--reason <words>', 'how it was found out')
    .option('--url <address>', "where the speaker's own words stand")
    .addHelpText('after', '\nExample:\n  hearsay statements verify st_01G… --reason "in the maker\'s newsroom"')
    .action(async (statement: string, options: VerifyOptions) => {
      await (await import('./statements.command.js')).verifyStatement(statement, options, context());
    });
}

function addRecords(program: Command, context: () => Context): void {
  const decided = (command: Command): Command =>
    command
      .option('--kind <kind>', 'only claims of this kind, such as launch', oneOf(SUBJECT_FAMILIES))
      .option('--company <company>', 'only about its devices: slug or id')
      .option('--category <category>', 'only about devices of this category, such as phone')
      .option('--from <day>', 'only what was decided from this day on', day)
      .option('--to <day>', 'only what was decided up to this day', day)
      .option('--as-of <moment>', 'as it was known then: a day, YYYY-MM-DD, or an instant', moment);
  decided(program.command('calibration').description('how right Hearsay has been'))
    .option('--horizon <horizon>', 'as believed 7d, 30d or 90d ahead, or last (any)', oneOf(HORIZONS))
    .addHelpText('after', '\nExample:\n  hearsay calibration --horizon 30d --kind launch')
    .action(async (options: CalibrationOptions) =>
      (await import('./calibration.command.js')).showCalibration(options, context()),
    );
  decided(program.command('leaderboard').description('the sources by skill, and who cannot be told apart'))
    .addHelpText('after', '\nExample:\n  hearsay leaderboard --kind launch')
    .action(async (options: LeaderboardOptions) =>
      (await import('./leaderboard.command.js')).showLeaderboard(options, context()),
    );
}
