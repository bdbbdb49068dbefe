import type { Command } from 'commander';
import { SUPERSEDED_REASONS, type SupersededReason } from '../devices/device.entity.js';
import type { Context } from './context.js';
import type { SplitOptions, SupersedeOptions } from './identity.command.js';
import { day, oneOf } from './options.js';

/** Adds the commands that sort out which device is which. */
export function addSorting(program: Command, context: () => Context): void {
  const identity = program
    .command('identity')
    .description('which device a device is, and how that was found out')
    .addHelpText('after', '\nExample:\n  hearsay identity merge xiaomi-12u xiaomi-12-ultra --reason "one device"');
  addMerging(identity, context);
  addSuperseding(identity, context);
  addSplitting(identity, context);
  addUndoing(identity, context);
}

function addSplitting(identity: Command, context: () => Context): void {
  identity
    .command('split')
    .argument('<device>', 'the device that two were taken for: slug or id')
    .description('take rumors and names out of a device for another one')
    .option('--name <name>', 'the name of the other device, which is added')
    .option('--into <device>', 'the other device, if it is followed already')
    .option('--rumors <ids...>', 'the rumors that are about the other device')
    .option('--aliases <names...>', 'the names that are the other device’s')
    .option('--reason <words>', 'why')
    .addHelpText('after', '\nExample:\n  hearsay identity split xiaomi-12s --name "12S Pro" --rumors rum_01G…')
    .action(async (device: string, options: SplitOptions) =>
      (await import('./identity.command.js')).split(device, options, context()),
    );
}

function addUndoing(identity: Command, context: () => Context): void {
  identity
    .command('undo')
    .argument('<act>', 'id of the act')
    .description('make everything as it was before an act')
    .requiredOption('--reason <words>', 'why')
    .addHelpText('after', '\nExample:\n  hearsay identity undo act_01G… --reason "two devices after all"')
    .action(async (act: string, options: { reason: string }) =>
      (await import('./identity.command.js')).undo(act, options.reason, context()),
    );
  identity
    .command('remove')
    .argument('<device>', 'slug or id')
    .description('take a device down: nothing of it is shown any more')
    .requiredOption('--reason <words>', 'why')
    .addHelpText('after', '\nExample:\n  hearsay identity remove xiaomi-12-ultra --reason "by order of a court"')
    .action(async (device: string, options: { reason: string }) =>
      (await import('./identity.command.js')).remove(device, options.reason, context()),
    );
}

function addMerging(identity: Command, context: () => Context): void {
  identity
    .command('merge')
    .argument('<device>', 'the device that is folded: slug or id')
    .argument('<into>', 'the device that is kept')
    .description('fold a device into another one')
    .addHelpText('after', '\nExample:\n  hearsay identity merge xiaomi-l1 xiaomi-12s-ultra')
    .action(async (device: string, into: string) =>
      (await import('./identity.command.js')).merge(device, into, context()),
    );
}

function addSuperseding(identity: Command, context: () => Context): void {
  identity
    .command('supersede')
    .argument('<device>', 'the device that was rumored: slug or id')
    .argument('<by>', 'the device that it turned out to be')
    .description('say that a device turned out to be another one')
    .requiredOption('--reason <reason>', SUPERSEDED_REASONS.join(', '), oneOf<SupersededReason>(SUPERSEDED_REASONS))
    .option('--evidence <evidence>', 'id of the evidence that shows it')
    .option('--statement <statement>', 'id of the statement that says it')
    .option('--on <day>', 'the day on which it was decided, YYYY-MM-DD', day)
    .option('--note <words>', 'what else is to be known')
    .addHelpText(
      'after',
      '\nExample:\n  hearsay identity supersede xiaomi-12-ultra xiaomi-12s-ultra --reason renamed --statement st_01G…',
    )
    .action(async (device: string, by: string, options: SupersedeOptions) =>
      (await import('./identity.command.js')).supersede(device, by, options, context()),
    );
}
