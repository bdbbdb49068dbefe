import { MAKERS } from '../src/companies/makers.registry.js';
import { nameKey } from '../src/engine/subjects/index.js';
import { wellKnownAs, wellKnownAt } from '../src/sources/well-known.js';
import { GRADE_REASONS, WELL_KNOWN } from '../src/sources/well-known.registry.js';

const repeated = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

describe('the registry of well-known sources', () => {
  it('names each source, each handle and each domain once', () => {
    expect(repeated(WELL_KNOWN.flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey)))).toEqual([]);
    expect(repeated(WELL_KNOWN.flatMap(({ domains }) => domains))).toEqual([]);
  });

  it.each(WELL_KNOWN.map((source) => [source.name, source] as const))('can find %s again', (name, source) => {
    expect(wellKnownAs(name.toUpperCase())).toBe(source);
    for (const alias of source.aliases) expect(wellKnownAs(alias)).toBe(source);
    for (const domain of source.domains) {
      expect(domain).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
      expect(wellKnownAt(domain)).toBe(source);
    }
    expect(GRADE_REASONS[source.reason]).toMatch(/\.$/);
  });

  it('takes for a maker only who publishes on pages of a company that is known', () => {
    const domains = MAKERS.flatMap((maker) => maker.domains);
    const strangers = WELL_KNOWN.filter(({ kind }) => kind === 'maker').filter(
      (source) => !source.domains.some((own) => domains.some((domain) => own === domain || own.endsWith(`.${domain}`))),
    );
    expect(strangers.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['www.gsmarena.com', 'GSMArena'],
    ['M.GSMARENA.com', 'GSMArena'],
    ['asia.nikkei.com', 'Nikkei Asia'],
    ['news.samsung.com', 'Samsung Newsroom'],
    ['notgsmarena.com', null],
    ['gsmarena.com.example', null],
    ['com', null],
    ['', null],
  ])('finds at %s the source %s', (host, name) => {
    expect(wellKnownAt(host)?.name ?? null).toBe(name);
  });

  it.each(['Nobody in Particular', '', '@', '__proto__'])('knows nobody as "%s"', (name) => {
    expect(wellKnownAs(name)).toBeNull();
  });
});
