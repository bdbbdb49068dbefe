import { publication } from './published.js';

/** So much text that no line at the foot is one at the head. */
const BODY = 'One.\nTwo.\nThree.\nFour.\nFive.\n';

describe('the day of publication', () => {
  it.each<[string, Parameters<typeof publication>[0], string | null, string | null]>([
    ['is the given one', { text: '2020-01-01', publishedOn: '2022-05-23' }, '2022-05-23', 'given'],
    ['stands in a stamp', { text: ' date 2022-06-08 Two weeks ago …' }, '2022-06-08', 'meta'],
    ['stands in the address', { text: 'x', url: 'https://a.example/2022/06/14/phone/' }, '2022-06-14', 'url'],
    ['is the month of the address', { text: 'x', url: 'https://a.example/2022/06/phone' }, '2022-06', 'url'],
    [
      'stands at the end of the address',
      { text: 'x', url: 'https://a.example/phone-314553-2021-12-06' },
      '2021-12-06',
      'url',
    ],
    ['stands in a line of its own', { text: 'Title\nWednesday, January 2, 2019\nText' }, '2019-01-02', 'text'],
    ['stands behind an author', { text: 'By Ann | 12 March 2025\nText' }, '2025-03-12', 'text'],
    ['is said', { text: 'It is January 1, 2019, and nothing came.' }, '2019-01-01', 'text'],
    ['is the more exact one', { text: ' date 2022-06 x', url: 'https://a.example/2022/06/30/x' }, '2022-06-30', 'url'],
    ['stands in a German line', { text: 'Veröffentlicht am 09.05.2027\nText.' }, '2027-05-09', 'text'],
    ['stands in a French line', { text: 'Par Ann Lee, le 3 décembre 2027 à 09 h 12\nTexte.' }, '2027-12-03', 'text'],
    ['stands in a Spanish line', { text: 'Publicado el 14 de octubre de 2027\nTexto.' }, '2027-10-14', 'text'],
    ['stands in a Chinese line', { text: '2027年3月26日 10:15\n正文。' }, '2027-03-26', 'text'],
    ['stands behind a place', { text: 'TOKYO, June 3, 2027 — The firm denied it.' }, '2027-06-03', 'text'],
    ['stands after a slash', { text: 'Por Ana Luz\n19/03/2027 às 10h22\nTexto.' }, '2027-03-19', 'text'],
    ['has a short month', { text: 'Luz Vega @luzvega\n12 ene 2027 - 18:40\nTexto.' }, '2027-01-12', 'text'],
    ['has a short Polish month', { text: 'Jan Lis, 4 lut 2027\nTekst.' }, '2027-02-04', 'text'],
    [
      'is run together in the address',
      { text: 'x', url: 'https://a.example/news/20270512/phone' },
      '2027-05-12',
      'url',
    ],
    ['stands at the foot', { text: `${BODY}Kestrin news, 3 December 2027\nThis site is free.` }, '2027-12-03', 'text'],
    [
      'stands at the foot with a day of the week',
      { text: `${BODY}Monday, 16 March 2027 – by Ada` },
      '2027-03-16',
      'text',
    ],
    [
      'stands at the foot with an hour',
      { text: `${BODY}May 20, 2027, 3:15 p.m. ET. Text: Kay Lee` },
      '2027-05-20',
      'text',
    ],
    ['stands at the foot before an author', { text: `${BODY}8 April 2027 | Jens Ode | Audio` }, '2027-04-08', 'text'],
    [
      'is called the first one',
      { text: `${BODY}(This article was first published on May 2, 2027 at 7 am.)` },
      '2027-05-02',
      'text',
    ],
    ['is called that of the post', { text: `${BODY}Posted: 2027-07-03 · Category: Cameras` }, '2027-07-03', 'text'],
    ['is called that of an update', { text: `${BODY}Zuletzt aktualisiert: 3. Mai 2027, 9 Uhr` }, '2027-05-03', 'text'],
    ['is not that of a release', { text: `${BODY}Release date: 5 March 2027\nPrice: 200 euros` }, null, null],
    ['is not that of a show', { text: `${BODY}The presentation, so much is sure, is on May 4, 2027.` }, null, null],
    ['is a month', { text: 'Last updated: August 2027\nText.' }, '2027-08', 'text'],
    ['is no day that there is not', { text: 'x', url: 'https://a.example/2022/13/45/x' }, null, null],
    ['is not any date in the text', { text: 'The phone comes on July 5, 2022.' }, null, null],
    ['is not an invalid given one', { text: 'x', publishedOn: 'yesterday' }, null, null],
  ])('%s', (_name, article, publishedOn, publishedFrom) => {
    expect(publication(article)).toEqual({ publishedOn, publishedFrom });
  });
});
