import { InvalidArgumentError, type Command } from 'commander';
import { ANSWER_KINDS, toleranceOf, TRIAL_MODES, type Tolerance } from '../engine/trials/index.js';
import type { Context } from './context.js';
import type { BacktestOptions } from './backtest.command.js';
import type { EvaluateOptions } from './evaluate.command.js';
import { oneOf } from './options.js';

/** A number within bounds. */
function numberWithin(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`expected a number from ${least} to ${most}.`);
    }
    return value;
  };
}

function tolerance(text: string): Tolerance {
  const found = toleranceOf(text);
  if (!found) throw new InvalidArgumentError('expected minutes (10m), a share (2%) or an amount (0.5).');
  return found;
}

function seed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}

/** Adds the commands that try the engine on data whose truth is known. */
export function addTrying(program: Command, context: () => Context): void {
  addEvaluating(program, context);
  program
    .command('backtest')
    .description('what the present model would have said, beside what happened; nothing is stored')
    .option(
      '--claims <file>',
      'instead of the stored history: articles with what they claim, as extract --json gives them out',
    )
    .option('--asks <file>', 'the claims that are asked for once all is told: {stories: [{id, claims: […]}]}')
    .option('--sybil-guard', 'take every publisher as unproven')
    .addHelpText(
      'after',
      '\nExample:\n  hearsay backtest --claims articles.jsonl --asks claims.json > confidences.jsonl',
    )
    .action(async (options: BacktestOptions) => (await import('./backtest.command.js')).backtest(options, context()));
}

function addEvaluating(program: Command, context: () => Context): void {
  program
    .command('evaluate')
    .argument(
      '[claims]',
      'what sources claim: {object, source, value[, time][, attr][, raw]} a line (.jsonl, .jsonl.gz)',
    )
    .argument('[truth]', 'what is true: {object, truth[, path]} a line')
    .description('measure the engine on claims whose truth is known; nothing is stored')
    .option('--type <type>', `${ANSWER_KINDS.join(', ')} (found out from the claims)`, oneOf(ANSWER_KINDS))
    .option('--hierarchy <file>', 'the less specific value above each: {value, parent} a line')
    .option(
      '--tolerance <tolerance>',
      'how far right answers may be off: 10m, 2%, 0.5 (times 10m, all else equal)',
      tolerance,
    )
    .option(
      '--mode <mode>',
      `${TRIAL_MODES.join(', ')}: no truth, a share of it, day by day, report by report`,
      oneOf(TRIAL_MODES),
      'cold',
    )
    .option('--share <share>', 'resolved: the share of truths that is told', numberWithin(0, 1), 0.2)
    .option('--seed <number>', 'resolved: what draws that share', seed, 1)
    .option('--t <scale>', 'a fixed scale of evidence instead of a learned one', numberWithin(0.01, 10))
    .option('--generated <seed>', 'a set that is made: hedged reports, sources that copy, of whom all is known', seed)
    .option('--sybil-guard', 'take every source as unproven until it has proven itself')
    .addHelpText(
      'after',
      '\nExample:\n  hearsay evaluate flights.claims.jsonl.gz flights.truth.jsonl.gz --mode prequential',
    )
    .action(async (claims: string | undefined, truth: string | undefined, options: EvaluateOptions) =>
      (await import('./evaluate.command.js')).evaluate(claims, truth, options, context()),
    );
}
