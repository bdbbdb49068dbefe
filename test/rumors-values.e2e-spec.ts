import { Database } from '../src/platform/database/database.js';
import { Rumor } from '../src/rumors/rumor.entity.js';
import { DATABASES } from './support/databases.js';
import { editorAt, type Editor } from './support/editor.js';
import { problemIn, startServer, type Server } from './support/server.js';

describe.each(DATABASES)('the values of rumors on %s', (database) => {
  let server: Server;
  let editor: Editor;

  beforeAll(async () => {
    server = await startServer(database, { clock: '2026-10-01T08:00:00Z' });
    editor = await editorAt(server);
  });
  afterAll(() => server.close());

  const open = (subject: string, value: unknown) =>
    editor.post('/v1/rumors', { device: editor.device, subject, value });

  it.each<[string, string]>([
    ['existence', 'no'],
    ['chipset', 'Helion 3'],
    ['battery.capacity', '4860 mAh'],
    ['camera.main.megapixels', '>=50 MP'],
    ['camera.rear.count', '3'],
    ['price', 'USD 499'],
    ['price', 'EUR 350.5-400'],
    ['price', '<=PLN 2999'],
    ['launch.date', '2027-01-01/2027-06-30'],
    ['launch.date', '2027-03-04'],
    ['announcement.date', '2027-02-01/..'],
  ])('of %s, such as %s, are taken just as they are shown', async (subject, value) => {
    const first = await open(subject, value);
    expect(first.status).toBe(201);
    const again = await open(subject, first.body.value);
    expect(problemIn(again, 409).code).toBe('duplicate-rumor');
  });

  it.each<[string, unknown, string]>([
    ['launch.date', { earliest_on: '2027-02-30', latest_on: null }, '#/value/earliest_on'],
    ['launch.date', { earliest_on: '2027-02-01', latest_on: 7 }, '#/value/latest_on'],
    ['launch.date', { earliest_on: '2027-02-01', latest_on: null, day: 1 }, '#/value/day'],
    ['launch.date', { earliest_on: null, latest_on: null }, '#/value'],
    ['launch.date', { text: 'soon' }, '#/value/text'],
    ['price', { amount: '499,00', currency: 'USD' }, '#/value/amount'],
    ['price', { amount: '499.00', min_amount: '300.00', currency: 'USD' }, '#/value/amount'],
    ['price', { amount: '499.00' }, '#/value/currency'],
    ['battery.capacity', { min: 'many', max: null, unit: 'mAh' }, '#/value/min'],
    ['battery.capacity', { min: 4000, max: 4000, unit: 'W' }, '#/value'],
    ['battery.capacity', { min: 1e-9, max: 1e-9, unit: 'mAh' }, '#/value'],
    ['existence', { yes: 'yes' }, '#/value/yes'],
    ['chipset', { text: '' }, '#/value'],
    ['chipset', ['Helion 3'], '#/value'],
    ['chipset', 7, '#/value'],
    ['chipset', null, '#/value'],
  ])('of %s are refused where they are none: %j', async (subject, value, pointer) => {
    expect(problemIn(await open(subject, value), 422).errors).toMatchObject([{ pointer }]);
  });

  it('may be corrected as they are shown, as long as there is no evidence', async () => {
    const { body } = await open('display.size', '6.1 in');
    const { value } = await editor.read(`/v1/rumors/${body.id}`);
    const changed = await editor.patch(`/v1/rumors/${body.id}`, { value: { ...value, min: 6.3, max: 6.3 } });
    expect(changed.body.text).toMatch(/6\.3 in/);
  });

  it('are shown as they are stored where nobody can read them any more, and hide nothing else', async () => {
    const { body } = await open('weight', '200 g');
    const { body: other } = await open('weight', '210 g');
    await server.get(Database).transaction((rows) => rows.update(Rumor, { id: body.id }, { value: 'two hundred' }));
    const shown = await server.call('GET', `/v1/rumors/${body.id}`);
    expect(shown.body).toMatchObject({ value: { text: 'two hundred' }, criteria: null });
    const { data } = await editor.read(`/v1/rumors?device=${editor.device}&limit=100`);
    expect(data.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([body.id, other.id]));
    const text = 'The Meridian Fold will weigh 215 g, a person who knows the plans says. It comes in March 2027.';
    const read = await server.call('POST', '/v1/ingestions', { role: 'editor', body: { text, title: 'Weight' } });
    expect(read.status).toBe(202);
    for (const path of [
      `/v1/devices/${editor.device}`,
      `/v1/devices/${editor.device}/questions`,
      `/rumors/${body.id}`,
    ]) {
      expect((await server.call('GET', path)).status).toBe(200);
    }
  });
});
