import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../src/companies/makers.registry.js';
import { extract, prepareKnowledge, type ReadClaim, type ReadStatement } from '../src/engine/extraction/index.js';

type Fact = Pick<ReadClaim, 'device' | 'subject' | 'value' | 'stance' | 'certainty'>;
type Words = Pick<ReadStatement, 'speaker' | 'role' | 'organisation' | 'act' | 'official' | 'direct'>;

interface Story {
  readonly title: string;
  readonly url: string;
  readonly published_on: string;
  readonly expect: {
    readonly is_rumor: boolean;
    readonly devices: readonly { readonly company: string; readonly name: string; readonly primary: boolean }[];
    readonly claims: readonly Fact[];
    readonly statements: readonly Words[];
  };
}

const read = (file: string): string => readFileSync(join(import.meta.dirname, 'fixtures', 'stories', file), 'utf8');
const KNOWLEDGE = prepareKnowledge({ companies: MAKERS, devices: [] });

const factOf = ({ device, subject, value, stance, certainty }: Fact): Fact => ({
  device,
  subject,
  value,
  stance,
  certainty,
});
const wordsOf = ({ speaker, role, organisation, act, official, direct }: Words): Words => ({
  speaker,
  role,
  organisation,
  act,
  official,
  direct,
});
const bySubject = (a: Fact, b: Fact): number => a.subject.localeCompare(b.subject);

describe.each(['orvane-halden', 'orvane-halden-short', 'orvane-denial'])(
  'the story %s, of companies that are in no registry',
  (slug) => {
    const { title, url, published_on: publishedOn, expect: right } = JSON.parse(read(`${slug}.json`)) as Story;
    const reading = extract({ text: read(`${slug}.txt`), title, url, publishedOn }, KNOWLEDGE);

    it('tells a rumor of the device', () => {
      expect(reading.isRumor).toBe(right.is_rumor);
      expect(reading.devices).toEqual(right.devices.map((each) => ({ ...each, aliases: [], knownId: null })));
    });

    it('claims what it claims, and no more', () => {
      expect(reading.claims.map(factOf).sort(bySubject)).toEqual(right.claims.map(factOf).sort(bySubject));
    });

    it('has the statements of their officers', () => {
      expect(reading.statements.map(wordsOf)).toEqual(right.statements.map(wordsOf));
    });
  },
);
