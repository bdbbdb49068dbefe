/**
 * Takes pictures of every screen, from the demo in a store of its own: `npm run screenshots [folder]`. Each is taken light and
 * dark, 1280 and 320 px wide. The two that the README shows are kept in docs/images, and may weigh 250 kB each.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, install, ROOT } from './prepare.mjs';

const SCREENS = {
  board: '/',
  device: '/devices/xiaomi-12-ultra',
  timeline: '/timeline',
  past: '/devices/xiaomi-12-ultra?as_of=2022-05-24',
  sources: '/sources',
  source: '/sources/lens-lurker',
  activity: '/activity',
  ingest: '/ingest',
  review: '/review',
  search: '/search?q=leica',
  refresh: '/refresh',
  settings: '/settings',
  calibration: '/calibration',
  method: '/about/method',
};
const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 320, height: 700 } };
const IN_README = { 'device-desktop-light': 'device-light', 'device-desktop-dark': 'device-dark' };
const MOST_BYTES = 250_000;
const IMAGES = join(ROOT, 'docs', 'images');

/** Where Chromium is: as the environment says, else on the PATH. */
function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [process.env.CHROMIUM_PATH ?? '', ...names.flatMap((name) => folders.map((each) => join(each, name)))];
  const found = places.find((place) => place !== '' && existsSync(place));
  if (found) return found;
  console.error('No Chromium was found on the PATH: install it, or set CHROMIUM_PATH.');
  return process.exit(1);
}

/** Starts the demo on a free port; resolves with the program and the link that signs in, once. */
function startDemo(store) {
  const env = { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${join(store, 'demo.sqlite')}` };
  const program = spawn(process.execPath, [join(ROOT, 'bin', 'hearsay.mjs'), 'demo'], { env, cwd: ROOT });
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk) => {
      printed += chunk;
      const [, link] = /Signed in, once\s+(\S+)\s/.exec(printed) ?? [];
      if (link) resolve({ program, link: new URL(link) });
    };
    program.stdout.on('data', read);
    program.stderr.on('data', read);
    program.on('exit', () => reject(new Error(`The demo ended:\n${printed}`)));
  });
}

async function takeAll(browser, link, folder) {
  const door = await browser.newContext();
  await (await door.newPage()).goto(link.href);
  const storageState = await door.storageState();
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ baseURL: link.origin, viewport, colorScheme, storageState });
      const page = await context.newPage();
      for (const [name, address] of Object.entries(SCREENS)) {
        await page.goto(address);
        const file = `${name}-${size}-${colorScheme}`;
        await page.screenshot({ path: join(folder, `${file}.png`), fullPage: !(file in IN_README) });
      }
      await context.close();
    }
  }
}

install();
build();
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'hearsay-screens-'));
const store = mkdtempSync(join(tmpdir(), 'hearsay-demo-'));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const { program, link } = await startDemo(store);
try {
  await takeAll(browser, link, folder);
  mkdirSync(IMAGES, { recursive: true });
  for (const [taken, kept] of Object.entries(IN_README)) {
    const [from, to] = [join(folder, `${taken}.png`), join(IMAGES, `${kept}.png`)];
    if (statSync(from).size > MOST_BYTES) throw new Error(`${from} weighs more than ${MOST_BYTES} bytes.`);
    copyFileSync(from, to);
  }
  console.log(`The pictures are in ${folder}; those of the README in docs/images.`);
} finally {
  await browser.close();
  program.removeAllListeners('exit');
  program.kill();
  rmSync(store, { recursive: true, force: true });
}
