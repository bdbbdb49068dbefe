import { corpusRecord } from './corpus-form.js';
import { extract } from './extract.js';

it('a reading in the form of a prediction', () => {
  const text =
    'Orvane has confirmed it: "The Orvane 12 launches in July, as we have always said to everybody," said Ann Lee, CEO of Orvane.';
  const companies = [{ name: 'Orvane', aliases: [], lines: [] }];
  const record = corpusRecord(
    extract({ text, title: 'Orvane 12 leak', publishedOn: '2022-05-23' }, { companies, devices: [] }),
    'a1',
  );
  expect(record).toEqual({
    id: 'a1',
    is_rumor: true,
    language: 'en',
    published: '2022-05-23',
    published_from: 'given',
    devices: [{ brand: 'Orvane', name: 'Orvane 12', aliases: [], primary: true }],
    claims: [
      {
        device: 'Orvane 12',
        subject: 'launch.date',
        value: '2022-07-01/2022-07-31',
        region: null,
        variant: null,
        stance: 'supports',
        certainty: 'official',
        span: 'The Orvane 12 launches in July',
      },
    ],
    statements: [
      {
        speaker: 'Ann Lee',
        role: 'CEO',
        organisation: 'Orvane',
        act: 'announces',
        official: true,
        direct: true,
        quote_start: 'The Orvane 12 launches in July, as we',
      },
    ],
    credits: [{ name: 'Orvane', aliases: [] }],
  });
});
