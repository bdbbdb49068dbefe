import { printValue } from '../subjects/index.js';
import { LEXICONS } from './language.js';
import { findDates } from './when.js';

const lexiconOf = (language: string) => LEXICONS.find((each) => each.language === language)!;

/** The ranges that a sentence names, for an article of that day; `past` for clauses that tell of the past. */
function ranges(text: string, publishedOn: string | null = '2022-05-23', past = false, language = 'en'): string[] {
  const year = publishedOn === null ? 2022 : null;
  return findDates(text, lexiconOf(language), { anchor: { publishedOn, year } }).flatMap((date) => {
    const range = date.range(past);
    return range === null ? [] : [printValue({ type: 'dates', ...range })];
  });
}

describe('the times of a sentence', () => {
  it.each<[string, string]>([
    ['It launches on July 5th, 2023.', '2023-07-05/2023-07-05'],
    ['It launches on 5 July.', '2022-07-05/2022-07-05'],
    ['The date is 2022-08-01.', '2022-08-01/2022-08-01'],
    ['It comes in July.', '2022-07-01/2022-07-31'],
    ['It comes in March.', '2023-03-01/2023-03-31'], // March 2022 is over
    ['It comes in early July.', '2022-07-01/2022-07-10'],
    ['It comes in mid-July.', '2022-07-11/2022-07-20'],
    ['It comes at the end of July.', '2022-07-21/2022-07-31'],
    ['It comes in the first week of July.', '2022-07-01/2022-07-07'],
    ['It comes in the second half of July.', '2022-07-16/2022-07-31'],
    ['It comes in Q3.', '2022-07-01/2022-09-30'],
    ['It comes in 1Q of 2023.', '2023-01-01/2023-03-31'],
    ['It comes in the third quarter of 2023.', '2023-07-01/2023-09-30'],
    ['It comes in the second half of 2022.', '2022-07-01/2022-12-31'],
    ['It comes in H1 2023.', '2023-01-01/2023-06-30'],
    ['It comes in the first three months of 2023.', '2023-01-01/2023-03-31'],
    ['It comes this summer.', '2022-06-01/2022-08-31'],
    ['It comes in time for the holiday season.', '2022-10-01/2022-12-31'],
    ['It comes in early 2023.', '2023-01-01/2023-04-30'],
    ['It comes in late 2023.', '2023-09-01/2023-12-31'],
    ['It comes in 2023.', '2023-01-01/2023-12-31'],
    ['It comes later this year.', '2022-05-23/2022-12-31'],
    ['It comes by the end of 2022.', '2022-05-23/2022-12-31'],
    ['It comes before the year is out.', '2022-05-23/2022-12-31'],
    ['It comes next year.', '2023-01-01/2023-12-31'],
    ['It comes in early next year.', '2023-01-01/2023-04-30'],
    ['It comes next month.', '2022-06-01/2022-06-30'],
    ['It comes in the coming month.', '2022-06-01/2022-06-30'],
    ['It comes next week.', '2022-05-30/2022-06-05'],
    ['It comes tomorrow.', '2022-05-24/2022-05-24'],
    ['It comes on Friday.', '2022-05-27/2022-05-27'],
    ['It comes in two months.', '2022-07-01/2022-07-31'],
    ['It does not come before that: not before 2025.', '2025-01-01/..'],
    ['It comes in June or July.', '2022-06-01/2022-07-31'],
    ['It comes in late April or early May 2023.', '2023-04-21/2023-05-10'],
  ])('%s', (text, expected) => {
    expect(ranges(text)).toEqual([expected]);
  });

  it.each([
    ['a modal verb is no month', 'It may come, and it might march on.'],
    ['a price is no year', 'It costs $2022.'],
    ['a day that is none', 'It comes on February 30.'],
    ['a season that is a verb', 'Prices fall fast.'],
    ['a festival is no season', 'It comes after the Spring Festival.'],
    ['an abbreviation is a name without a number', 'Lei Jun said so.'],
  ])('%s', (_name, text) => {
    expect(ranges(text)).toEqual([]);
  });

  it('takes the last such month for the past, the next one for what is to come', () => {
    expect(ranges('It was announced in September.', '2022-05-23', true)).toEqual(['2021-09-01/2021-09-30']);
    expect(ranges('It will be announced in September.')).toEqual(['2022-09-01/2022-09-30']);
  });

  it('counts from a time named before, over some others at most', () => {
    expect(ranges('It is shown on 3 June and ships two weeks later.')).toEqual([
      '2022-06-03/2022-06-03',
      '2022-06-17/2022-06-17',
    ]);
    expect(ranges('It is sold a month after the event on June 2.').at(0)).toBe('2022-07-02/2022-07-02');
    expect(ranges(`It is shown on 3 June${', two weeks later'.repeat(4000)}.`).length).toBeLessThan(10);
  });

  it('takes the year of the text where the publication is not known, and counts nothing from it', () => {
    expect(ranges('It comes in July.', null)).toEqual(['2022-07-01/2022-07-31']);
    expect(ranges('It comes next month.', null)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['de', 'Es kommt am 5. Juli 2022.', '2022-07-05/2022-07-05'],
    ['de', 'Es kommt Ende Juni.', '2022-06-21/2022-06-30'],
    ['de', 'Es kommt im zweiten Quartal 2023.', '2023-04-01/2023-06-30'],
    ['es', 'Llegará el 4 de julio.', '2022-07-04/2022-07-04'],
    ['es', 'Llegará en marzo y abril de 2023.', '2023-03-01/2023-04-30'],
    ['fr', 'Elle sortira le 19 octobre.', '2022-10-19/2022-10-19'],
    ['fr', "Elle sortira l'an prochain.", '2023-01-01/2023-12-31'],
    ['it', 'Arriva a settembre 2022.', '2022-09-01/2022-09-30'],
    ['pl', 'Premiera w lipcu.', '2022-07-01/2022-07-31'],
    ['pt', 'Chega em agosto de 2022.', '2022-08-01/2022-08-31'],
    ['zh', '将于11月8日发布', '2022-11-08/2022-11-08'],
    ['zh', '据说下个月就会发布', '2022-06-01/2022-06-30'],
  ])('in %s: %s', (language, text, expected) => {
    expect(ranges(text, '2022-05-23', false, language)).toEqual([expected]);
  });
});
