import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const MISSING = `The browser tests are left out of this run: no Chromium was found on the PATH.
To have them, install it (apt-get install chromium) or set CHROMIUM_PATH.`;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where Chromium is: as the environment says, else on the PATH; null if it is nowhere. */
function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...places].find(isProgram) ?? null;
}

const path = findChromium();
if (path === null && process.env.CI === 'true') throw new Error(MISSING);
if (path === null) console.warn(MISSING);

/** `describe` where there is a browser, `describe.skip` where there is none. */
export const describeInBrowser = path === null ? describe.skip : describe;

/** Starts Chromium. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A page, and everything that it complained about or asked for elsewhere. */
export interface Tab {
  readonly page: Page;
  /** Errors and warnings on its console, refusals of its content policy among them. */
  readonly complaints: string[];
  /** Requests to another server than ours. */
  readonly foreign: string[];
  readonly close: () => Promise<void>;
}

/** Opens a tab on our server. The answer to a form that was refused is no complaint: a test asks for it. */
export async function openTab(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isRefusal) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) foreign.push(request.url());
  });
  return { page, complaints, foreign, close: () => context.close() };
}
