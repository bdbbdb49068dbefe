import type { Command } from 'commander';
import type { Context } from './context.js';
import { EXIT } from './exit-codes.js';
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
    .argument('[subscription]', 'id of one')
    .description('the feeds and pages that are watched; of one how it fares, or with --stop watch it no more')
    .option('--stop', 'watch it no more')
    .addHelpText('after', '\nExample:\n  hearsay subscriptions\n  hearsay subscriptions sub_01G… --stop')
    .action(async (id: string | undefined, { stop = false }: { stop?: boolean }, command: Command) => {
      if (id === undefined && stop) command.error('error: --stop needs the id of one', { exitCode: EXIT.usage });
      const { listSubscriptions, showSubscription, stopWatching } = await import('./subscriptions.command.js');
      if (id === undefined) return listSubscriptions(context());
      await (stop ? stopWatching : showSubscription)(id, context());
    });
}
