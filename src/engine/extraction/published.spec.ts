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
    ['is no day that there is not', { text: 'x', url: 'https://a.example/2022/13/45/x' }, null, null],
    ['is not any date in the text', { text: 'The phone comes on July 5, 2022.' }, null, null],
    ['is not an invalid given one', { text: 'x', publishedOn: 'yesterday' }, null, null],
  ])('%s', (_name, article, publishedOn, publishedFrom) => {
    expect(publication(article)).toEqual({ publishedOn, publishedFrom });
  });
});
