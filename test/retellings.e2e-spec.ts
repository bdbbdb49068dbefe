import { OPERATOR } from '../src/access/actor.js';
import { Assessor } from '../src/assessments/assessor.service.js';
import { Ingestions } from '../src/ingestion/ingestions.service.js';
import { viewOutcome } from '../src/ingestion/ingestion.view.js';
import { DATABASES } from './support/databases.js';
import { startServer, type Server } from './support/server.js';

/** An article by who published it, its day and its words. */
interface Story {
  readonly source: string;
  readonly on: string;
  readonly title: string;
  readonly text: string;
}

const POST: Story = {
  source: 'Leaf Whisper',
  on: '2029-05-10',
  title: 'Vivo X300 Fold: what I heard',
  text: 'The Vivo X300 Fold is said to have a 6,200 mAh battery. The foldable launches in August 2029, my contact at the plant says.',
};
const GERMAN: Story = {
  source: 'Taschenfunk',
  on: '2029-05-12',
  title: 'Vivo X300 Fold: Termin und Akku durchgesickert',
  text: 'Laut Leaf Whisper erscheint das Vivo X300 Fold im August 2029. Das Falthandy soll einen Akku mit 6.200 mAh haben. Zum Preis schweigt die Quelle, wir rechnen mit 1.799 Euro.',
};
const BLOG: Story = {
  source: 'Fold Weekly',
  on: '2029-05-14',
  title: 'Vivo X300 Fold said to come in August',
  text: 'According to Leaf Whisper, the Vivo X300 Fold will launch in August 2029 with a 6,200 mAh battery inside.',
};
const INDEPENDENT: Story = {
  source: 'Panel Post',
  on: '2029-05-15',
  title: 'Vivo readies a foldable for August',
  text: 'Our own sources in Dongguan expect the Vivo X300 Fold to launch in August 2029.',
};

describe.each(DATABASES)('what retells another report on %s', (database) => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer(database, { clock: '2029-05-20T12:00:00Z' });
  });
  afterEach(() => server.close());

  const handIn = async ({ source, on, title, text }: Story, vetted = true): Promise<string> => {
    const article = { title, text, url: null, published_on: on, source: { name: source, vetted } };
    const outcome = viewOutcome(await server.get(Ingestions).handIn(article, OPERATOR, 'commit'));
    await server.get(Assessor).assessDue();
    return outcome.report!.id;
  };
  const report = async (id: string) => (await server.call('GET', `/v1/reports/${id}`)).body;
  const launch = async () => {
    const { body } = await server.call('GET', '/v1/rumors?device=vivo-x300-fold&subject=launch.date');
    const [rumor] = body.data;
    const { body: explained } = await server.call('GET', `/v1/rumors/${rumor.id}/explanation`);
    return {
      id: rumor.id as string,
      probability: rumor.confidence.probability as number,
      steps: explained.steps,
    };
  };
  const revise = (id: string, body: object) =>
    server.call('PATCH', `/v1/reports/${id}`, { role: 'editor', body, headers: { 'if-match': '*' } });

  it('is suggested where the source that it names says the same, in whatever language', async () => {
    const post = await handIn(POST);
    const alone = (await launch()).probability;
    const german = await handIn(GERMAN);
    expect(await report(german)).toMatchObject({
      origin_id: post,
      origin_link: 'suggested',
      origin_reason: 'credit',
    });
    const { probability: both, steps } = await launch();
    const owed = steps.map(
      ({ independence }: { independence?: { text: string | null } }) => independence?.text ?? null,
    );
    expect(owed).toContain('seems to retell Leaf Whisper: counted 10 %');
    await handIn(INDEPENDENT);
    const apart = (await launch()).probability;
    expect(both - alone).toBeGreaterThan(0);
    expect(apart - both).toBeGreaterThan(3 * (both - alone));
    const { body: queue } = await server.call('GET', '/v1/review?kind=origin', { role: 'editor' });
    expect(queue.data.map(({ id }: { id: string }) => id)).toEqual([german]);
  });

  it('counts in full for what its origin does not say', async () => {
    await handIn(POST);
    await handIn(GERMAN);
    const { body } = await server.call('GET', '/v1/rumors?device=vivo-x300-fold&subject=price');
    const apart = body.data[0].confidence.probability;
    const other = await startServer(database, { clock: '2029-05-20T12:00:00Z' });
    const article = { ...GERMAN, text: GERMAN.text.replace('Laut Leaf Whisper erscheint', 'Wie wir hören, erscheint') };
    const { title, text, on, source } = article;
    const handed = { title, text, url: null, published_on: on, source: { name: source, vetted: true } };
    await other.get(Ingestions).handIn(handed, OPERATOR, 'commit');
    const { body: own } = await other.call('GET', '/v1/rumors?device=vivo-x300-fold&subject=price');
    await other.close();
    expect(own.data[0].confidence.probability).toBe(apart);
  });

  it('is found the same in whatever order the reports are learned of', async () => {
    const numbers = new Set<number>();
    for (const order of [
      [POST, GERMAN, BLOG],
      [BLOG, POST, GERMAN],
      [GERMAN, BLOG, POST],
    ]) {
      const other = await startServer(database, { clock: '2029-05-20T12:00:00Z' });
      for (const { source, on, title, text } of order) {
        const article = { title, text, url: null, published_on: on, source: { name: source, vetted: true } };
        await other.get(Ingestions).handIn(article, OPERATOR, 'commit');
        await other.get(Assessor).assessDue();
      }
      const { body } = await other.call('GET', '/v1/rumors?device=vivo-x300-fold&subject=launch.date');
      numbers.add(body.data[0].confidence.probability);
      const { body: reports } = await other.call('GET', '/v1/reports?device=vivo-x300-fold');
      const links = reports.data.map((each: { origin_link: string }) => each.origin_link).sort();
      expect(links).toEqual(['own', 'suggested', 'suggested']);
      await other.close();
    }
    expect(numbers.size).toBe(1);
  });

  it('is known while it waits, claim by claim', async () => {
    const post = await handIn(POST);
    const { source: name, on: published_on, ...words } = GERMAN;
    const article = { ...words, url: null, published_on, source: { name, vetted: true } };
    const { candidates } = viewOutcome(await server.get(Ingestions).handIn(article, OPERATOR, 'review'));
    const added = candidates.map(({ subject, novelty, origin_id: origin }) => [subject, novelty, origin]).sort();
    expect(added).toEqual([
      ['battery.capacity', 'repeats', post],
      ['launch.date', 'repeats', post],
      ['price', 'new', null],
    ]);
  });

  it('is suggested where two name the same source, whose own report nobody has seen', async () => {
    const first = await handIn(GERMAN);
    const second = await handIn(BLOG);
    expect(await report(first)).toMatchObject({ origin_link: 'own' });
    expect(await report(second)).toMatchObject({ origin_id: first, origin_link: 'suggested' });
    const third = await handIn(INDEPENDENT);
    expect(await report(third)).toMatchObject({ origin_link: 'own' });
  });

  it('is not suggested of two that both asked the maker', async () => {
    const told = (source: string, on: string, words: string): Story => ({
      ...{ source, on, title: `Vivo X300 Fold: ${words}` },
      text: `According to Vivo, the X300 Fold will launch in August 2029. ${words}`,
    });
    await handIn(told('Fold Weekly', '2029-05-12', 'A word from Shenzhen.'));
    const second = await handIn(told('Taschenfunk', '2029-05-14', 'We asked the company as well.'));
    expect(await report(second)).toMatchObject({ origin_link: 'own' });
  });

  it('stays as an editor decides', async () => {
    const post = await handIn(POST);
    const german = await handIn(GERMAN);
    const suggested = (await launch()).probability;
    expect((await revise(german, { origin_link: 'confirmed' })).body).toMatchObject({ origin_link: 'confirmed' });
    const confirmed = (await launch()).probability;
    expect(confirmed).toBeLessThan(suggested);
    expect((await revise(german, { origin: null })).body).toMatchObject({
      origin_link: 'own',
      origin_reason: 'editor',
    });
    expect((await launch()).probability).toBeGreaterThan(suggested);
    await handIn(BLOG);
    expect(await report(german)).toMatchObject({ origin_id: german, origin_link: 'own' });
    expect(await report(post)).toMatchObject({ origin_link: 'own' });
  });

  it('takes its copies along, whenever they were published', async () => {
    const post = await handIn(POST);
    const german = await handIn(GERMAN);
    const before = (await launch()).probability;
    const copy = await handIn({ ...GERMAN, source: 'Klappbote', on: '2029-05-02' });
    expect(await report(copy)).toMatchObject({ origin_id: post, origin_link: 'confirmed', origin_reason: 'same_text' });
    expect(await report(post)).toMatchObject({ origin_id: post, origin_link: 'own' });
    expect(await report(german)).toMatchObject({ origin_id: post, origin_link: 'suggested' });
    expect((await launch()).probability).toBe(before);
  });

  it('is told to whoever listens, and shown as it was before', async () => {
    await handIn(BLOG);
    server.clock.advance(86_400_000);
    const { body: before } = await server.call('GET', '/v1/reports?device=vivo-x300-fold');
    const at = new Date(server.clock.now()).toISOString();
    server.clock.advance(86_400_000);
    const post = await handIn(POST);
    const blog = before.data[0].id as string;
    expect(await report(blog)).toMatchObject({ origin_id: post, origin_link: 'suggested' });
    expect((await server.call('GET', `/v1/reports/${blog}?as_of=${at}`)).body).toMatchObject({
      origin_id: blog,
      origin_link: 'own',
    });
    const { body: trail } = await server.call('GET', `/v1/audit?thing=${blog}`, { role: 'admin' });
    expect(trail.data.map(({ action }: { action: string }) => action)).toContain('suggest_origin');
  });
});
