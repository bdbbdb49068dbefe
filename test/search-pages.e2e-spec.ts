import { DATABASES } from './support/databases.js';
import { cited, editorAt, type Editor } from './support/editor.js';
import { startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the page of the search on %s', (database) => {
  let server: Server;
  let editor: Editor;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T12:00:00Z' });
    editor = await editorAt(server);
    await editor.source();
    const evil = {
      title: '<script>alert(1)</script> Zeiss & "friends"',
      quote: '<img src=x onerror=alert(2)> Zeiss <b>bold</b>',
    };
    await editor.post('/v1/evidence', cited(await editor.rumor('Zeiss'), evil));
  });
  afterAll(() => server.close());

  const page = async (query: string) => {
    const { status, headers, body } = await server.call('GET', `/search?${query}`);
    expect([query, status, headers['content-type']]).toEqual([query, 200, 'text/html; charset=utf-8']);
    return body as string;
  };

  it('shows what was found with what answers marked, and what others wrote as text alone', async () => {
    const shown = await page('q=zeiss');
    expect(shown).toContain('&lt;script>alert(1)&lt;/script> <mark>Zeiss</mark> &amp; &quot;friends&quot;');
    expect(shown).toContain('&lt;img src=x onerror=alert(2)> <mark>Zeiss</mark> &lt;b>bold&lt;/b>');
    expect(shown.slice(shown.indexOf('<main'))).not.toMatch(/<script|<img|<b>/);
    expect(shown).toContain('2 hits.');
    expect(shown).toMatch(/href="\/rumors\/rum_[0-9A-Z]{26}"/);
  });

  it('is asked from the head of every page, without a script', async () => {
    for (const path of ['/', '/sources', '/search']) {
      const { body } = await server.call('GET', path);
      expect([path, body]).toEqual([
        path,
        expect.stringMatching(
          /<form class="find" method="get" action="\/search" role="search" aria-label="Everything">/,
        ),
      ]);
    }
  });

  it('says what there is to do where nothing was found, or nothing was asked', async () => {
    expect(await page('q=nothing+like+it')).toContain('Nothing has all of these words.');
    expect(await page('q=zeiss&type=company')).toContain('href="/search?q=zeiss"');
    expect(await page('q=a')).toContain('Two letters or more, please.');
    expect(await page('')).toContain('Devices, rumors, sources, companies and reports.');
    expect(await page('q=%22%3E%3Cscript%3E&unknown=1')).not.toContain('"><script>');
  });
});
