import type { BrowserContextOptions } from 'playwright-core';
import type { Role } from '../../../src/access/actor.js';
import type { Listening } from './told.js';

/** What a tab brings along that is signed in with a key of that role. */
export async function signedIn(server: Listening, role: Role): Promise<Pick<BrowserContextOptions, 'storageState'>> {
  const { host } = new URL(server.address);
  const headers = { origin: server.address, host, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ key: await server.key(role), next: '/' }).toString();
  const answer = await server.call('POST', '/sign-in', { body, headers });
  const [name = '', value = ''] = String(answer.headers['set-cookie']).split(';', 1)[0]!.split('=');
  const cookie = { name, value, domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false };
  return { storageState: { cookies: [{ ...cookie, sameSite: 'Lax' }], origins: [] } };
}
