import { Reader } from '../src/ingestion/reader.service.js';
import { DATABASES } from './support/databases.js';
import { editorAt } from './support/editor.js';
import { startServer } from './support/server.js';

describe.each(DATABASES)('the reader of articles on %s', (database) => {
  it('knows a changed name at once, even within the same instant', async () => {
    const server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    const editor = await editorAt(server);
    await editor.patch(`/v1/devices/${editor.device}`, { aliases: ['Fold-X1'] });
    const text =
      'According to a leaker, the Quartzine will launch in March 2027. The Quartzine has a 5000 mAh battery.';
    const devices = async () => {
      const { claims } = await server.get(Reader).read({ text, title: null, url: null, publishedOn: '2026-09-30' });
      return [...new Set(claims.map(({ device }) => device))];
    };
    expect(await devices()).not.toContain('Meridian Fold');
    const revised = await editor.patch(`/v1/devices/${editor.device}`, { aliases: ['Quartzine'] });
    expect(revised.status).toBe(200);
    expect(await devices()).toEqual(['Meridian Fold']);
    await server.close();
  });
});
