import { MAKERS } from '../src/companies/makers.registry.js';
import { nameKey } from '../src/engine/subjects/index.js';

describe('the registry of makers', () => {
  it('knows the well-known makers and partners, each once', () => {
    const names = new Set(MAKERS.map(({ name }) => nameKey(name)));
    expect(names.size).toBeGreaterThanOrEqual(90);
    expect(names.size).toBe(MAKERS.length);
  });

  it('spells every name in one way only', () => {
    const owners = new Map<string, string>();
    for (const { name, aliases } of MAKERS) {
      for (const spelled of [name, ...aliases]) {
        expect([undefined, name]).toContain(owners.get(spelled));
        owners.set(spelled, name);
      }
    }
  });

  it.each(MAKERS.map(({ name, domains }) => [name, domains] as const))(
    '%s has domains of its own',
    (_name, domains) => {
      expect(domains.length).toBeGreaterThan(0);
      for (const domain of domains) expect(domain).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
    },
  );
});
