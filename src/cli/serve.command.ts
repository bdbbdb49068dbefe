import type { Context } from './context.js';

/** Starts the server and says where it is; the first start makes the key of an admin and shows it, this once. */
export async function serve(context: Context): Promise<void> {
  const { address, firstKey } = await context.serve();
  const first = firstKey === null ? [] : ['', `The key of the first admin, shown this once: ${firstKey}`];
  const lines = [`Hearsay is at ${address}`, `Its interface is explained at ${address}/docs`, ...first];
  context.screen.announce(lines);
}
