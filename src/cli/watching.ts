import type { Command } from 'commander';
import type { Context } from './context.js';
import type { WatchOptions } from './subscriptions.command.js';

/** Adds the commands about feeds and pages that are watched. */
export function addWatching(program: Command, context: () => Context): void {
  program
    .command('watch')
    .argument('<address>', 'of a feed or a page')
    .description('watch a feed or a page: what is new in it is read')
    .option('--kind <kind>', 'rss, atom, jsonfeed or page (found out where it is not given)')
    .option('--source <name>', 'who publishes all of it; naming a source vouches for it')
    .option('--interval <duration>', 'how long to wait between two looks, PT5M or more (PT1H)')
    .option('--auto-commit', 'write down what is read without a review')
    .addHelpText('after', '\nExample:\n  hearsay watch https://ledger.example/feed.xml --interval PT30M')
    .action(async (url: string, options: WatchOptions) =>
      (await import('./subscriptions.command.js')).watch(url, options, context()),
    );
  program
    .command('subscriptions')
    .argument('[subscription]', 'id of one that is to be stopped')
    .description('the feeds and pages that are watched, or with --stop watch one no more')
    .option('--stop', 'watch it no more')
    .addHelpText('after', '\nExample:\n  hearsay subscriptions\n  hearsay subscriptions sub_01G… --stop')
    .action(async (id: string | undefined, { stop = false }: { stop?: boolean }) => {
      const { listSubscriptions, stopWatching } = await import('./subscriptions.command.js');
      await (id !== undefined && stop ? stopWatching(id, context()) : listSubscriptions(context()));
    });
}
