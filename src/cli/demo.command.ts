import { OPERATOR } from '../access/actor.js';
import { Keys } from '../access/keys.service.js';
import { SignIn } from '../access/sign-in.service.js';
import { DeviceBoard } from '../devices/device-board.service.js';
import { presume } from '../platform/settings.js';
import type { Context } from './context.js';
import { tellStory } from './demo-story.js';

/** The day on which the demo stands still: the story is told, and nothing of it is settled yet. */
const DEMO_CLOCK = '2022-06-27T12:00:00Z';
const DEMO_DATABASE = 'sqlite:data/demo.sqlite';
const FIRST_PAGE = '/devices/xiaomi-12-ultra';

/** Loads the sample story into a store of its own, starts the server and prints a link that signs in. */
export async function demo(context: Context): Promise<void> {
  const { screen } = context;
  presume({ HEARSAY_CLOCK: DEMO_CLOCK, DATABASE_URL: DEMO_DATABASE });
  screen.note('1/3  Opening the store (about a second) …');
  const isEmpty = (await (await context.get(DeviceBoard)).list()).length === 0;
  screen.note(
    `2/3  ${isEmpty ? 'Telling the story of spring 2022 (about ten seconds) …' : 'The story is told already.'}`,
  );
  if (isEmpty) {
    const told = await tellStory(context, (done, total) => screen.progress('     reports', done, total));
    screen.note(`     ${told} reports read and weighed.`);
  }
  const link = await signedInLink(context);
  screen.note('3/3  Starting the server (about a second) …');
  const { address } = await context.serve();
  screen.announce([
    '',
    `The demo is at   ${address}${FIRST_PAGE}`,
    `Signed in, once  ${address}${link}&next=${encodeURIComponent(FIRST_PAGE)}`,
    'Its clock is held at 27 June 2022. Ctrl+C ends it; npm start begins with an empty store of your own.',
  ]);
}

/** The path of a link that signs its first user in as an editor of the demo. */
async function signedInLink(context: Context): Promise<string> {
  const { key } = await (await context.get(Keys)).mint({ name: 'demo', role: 'admin' }, OPERATOR);
  return (await context.get(SignIn)).oneTimeLink(key);
}
