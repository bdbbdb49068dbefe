import type { Command } from 'commander';
import type { WebhookFormat } from '../webhooks/webhook.entity.js';
import type { CommandLine } from './commands.js';
import type { Context } from './context.js';
import { oneOf } from './options.js';
import type { AddWebhookOptions } from './webhooks.command.js';

const FORMATS = ['standard', 'slack', 'discord', 'teams'] as const satisfies readonly WebhookFormat[];

/** Adds the commands about who is told of what happens. */
export function addAlerting(program: Command, context: () => Context, line: CommandLine): void {
  program
    .command('alerts')
    .description('the rules by which people are alerted, and when each last told of something')
    .addHelpText('after', '\nExample:\n  hearsay alerts --json')
    .action(async () => (await import('./alerts.command.js')).listAlerts(context()));
  const webhooks = program
    .command('webhooks')
    .description('who is told of events at an address of their own')
    .addHelpText('after', '\nExample:\n  hearsay webhooks add https://receiver.example/hearsay --types rumor.resolved');
  webhooks
    .command('list')
    .description('who is told, without their secrets, and how it fares')
    .addHelpText('after', '\nExample:\n  hearsay webhooks list')
    .action(async () => (await import('./webhooks.command.js')).listWebhooks(context()));
  webhooks
    .command('add')
    .argument('<address>', 'to which events are posted')
    .description('have events posted to an address, and show the secret that signs them, this once')
    .option('--types <types>', 'the types of event, with commas between them (all of them)')
    .option('--device <device>', 'only what is about this device: slug or id')
    .option('--company <company>', 'only what is about devices of this company: slug or id')
    .option('--format <format>', `${FORMATS.join(', ')} (standard)`, oneOf(FORMATS))
    .option('--description <words>', 'whose it is')
    .addHelpText(
      'after',
      '\nExample:\n  hearsay webhooks add https://receiver.example/hearsay --types rumor.resolved,alert.fired',
    )
    .action(async (url: string, options: AddWebhookOptions) =>
      (await import('./webhooks.command.js')).addWebhook(url, options, context()),
    );
  webhooks
    .command('test')
    .argument('<webhook>', 'id of the webhook')
    .description('send an event of the type webhook.test, and tell what the receiver made of it')
    .addHelpText('after', '\nExample:\n  hearsay webhooks test wh_01G…')
    .action(async (id: string) => line.end(await (await import('./webhooks.command.js')).testWebhook(id, context())));
}
