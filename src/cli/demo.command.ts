import { OPERATOR } from '../access/actor.js';
import { Keys } from '../access/keys.service.js';
import { SignIn } from '../access/sign-in.service.js';
import { Demo } from '../demo/demo.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { Fault } from '../platform/fault.js';
import { presume } from '../platform/settings.js';
import type { Context } from './context.js';

/** The day on which the demo stands still: the story is told, and nothing of it is settled yet. */
const DEMO_CLOCK = '2022-06-27T12:00:00Z';
const DEMO_DATABASE = 'sqlite:data/demo.sqlite';
/** The key that signs in the visitor of the demo; it is minted once the whole story is told. */
const KEY_NAME = 'demo';
const FIRST_PAGE = '/devices/xiaomi-12-ultra';

/** Loads the sample story into a store of its own, starts the server and prints a link that signs in. */
export async function demo(context: Context): Promise<void> {
  const { screen } = context;
  presume({ HEARSAY_CLOCK: DEMO_CLOCK, DATABASE_URL: DEMO_DATABASE, HEARSAY_DEMO: 'true' });
  screen.note('1/3  Opening the store (about a second) …');
  const keys = await context.get(Keys);
  const known = (await keys.list()).find((key) => key.name === KEY_NAME && key.revokedAt === null);
  if (known) screen.note('2/3  The story is told already.');
  else await tell(context);
  const { id } = known ?? (await keys.mint({ name: KEY_NAME, role: 'admin' }, OPERATOR)).key;
  const link = await (await context.get(SignIn)).oneTimeLink({ id });
  screen.note('3/3  Starting the server (about a second) …');
  const { address } = await context.serve();
  screen.announce([
    '',
    `The demo is at   ${address}${FIRST_PAGE}`,
    `Signed in, once  ${address}${link}&next=${encodeURIComponent(FIRST_PAGE)}`,
    'Its clock is held at 27 June 2022, and goes on when you say so on a page.',
    'Ctrl+C ends it; npm start begins with an empty store of your own.',
  ]);
}

/**
 * Tells the story to an empty store.
 *
 * @throws Fault conflict `not-empty` where something else is in it, or half of a story that was interrupted
 */
async function tell(context: Context): Promise<void> {
  const { screen } = context;
  if ((await (await context.get(DeviceBoard)).list()).length > 0) {
    const advice = 'delete it, or name another one in DATABASE_URL';
    throw new Fault('conflict', 'not-empty', `The store holds other data, or half of the story: ${advice}.`);
  }
  screen.note('2/3  Telling the story of spring 2022 (about ten seconds) …');
  const demo = await context.get(Demo);
  const told = await demo.begin((done, total) => screen.progress('     reports', done, total));
  screen.note(`     ${told} reports read and weighed.`);
}
