import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASES, emptyDatabase } from './support/databases.js';
import { hearsay } from './support/hearsay.js';
import { story } from './support/stories.js';

describe.each(DATABASES)('two processes at once on %s', (database) => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-two-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('follow a device that is new to both once, and each claim about it once', async () => {
    const environment = { DATABASE_URL: await emptyDatabase(database), HEARSAY_CLOCK: '2029-05-22T12:00:00Z' };
    const ingest = (slug: string) => {
      const file = join(folder, `${slug}.txt`);
      writeFileSync(file, story(slug).text);
      return hearsay(['ingest', file, '--published', '2029-05-22', '--source', slug, '--yes'], environment);
    };
    const ended = await Promise.all(['oneplus-nikon', 'oneplus-nikon-short'].map(ingest));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);

    const list = async (what: string) =>
      (JSON.parse((await hearsay([what, '--json'], environment)).stdout) as { data: Record<string, unknown>[] }).data;
    expect(await list('devices')).toMatchObject([{ slug: 'oneplus-18-ultra', reports: 2 }]);
    const rumors = await list('rumors');
    const partner = rumors.filter((rumor) => rumor.subject === 'partner');
    expect(partner).toMatchObject([{ evidence: { reports: 2, origins: 2 }, confidence: { probability: 0.7921 } }]);
    expect(new Set(rumors.map((rumor) => rumor.text)).size).toBe(rumors.length);
  });
});
