import { fits } from '../../src/fetching/reservations.service.js';

describe('the paths that a rule of a host is about', () => {
  it.each([
    ['/', '/', true],
    ['/', '/news/1?x=1', true],
    ['/news', '/news/1', true],
    ['/news/', '/news', false],
    ['/news$', '/news', true],
    ['/news$', '/news/1', false],
    ['*', '/anything', true],
    ['/*.pdf$', '/a/b.pdf', true],
    ['/*.pdf$', '/a/b.pdf?x', false],
    ['/*.pdf', '/a/b.pdf?x', true],
    ['/a*c*e', '/abcde', true],
    ['/a*c*e', '/abced', true],
    ['/a*e*c', '/abcde', false],
    ['/a*a$', '/a', false],
    ['/a*a$', '/aa', true],
    ['', '/anything', true],
    ['news', '/news', false],
  ])('%s is about %s: %s', (pattern, path, expected) => {
    expect(fits(pattern, path)).toBe(expected);
  });

  it('are found in one go, whatever the pattern', () => {
    const [pattern, path] = [`${'*a'.repeat(20_000)}b`, 'a'.repeat(60_000)];
    expect(fits(`/${pattern}`, `/${path}`)).toBe(false);
  });
});
