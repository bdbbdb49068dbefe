import { publication } from './published.js';

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
    ['is a month', { text: 'Last updated: August 2027\nText.' }, '2027-08', 'text'],
    ['is no day that there is not', { text: 'x', url: 'https://a.example/2022/13/45/x' }, null, null],
    ['is not any date in the text', { text: 'The phone comes on July 5, 2022.' }, null, null],
    ['is not an invalid given one', { text: 'x', publishedOn: 'yesterday' }, null, null],
  ])('%s', (_name, article, publishedOn, publishedFrom) => {
    expect(publication(article)).toEqual({ publishedOn, publishedFrom });
  });
});
