import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../src/companies/makers.registry.js';
import { extract, prepareKnowledge, type ReadClaim } from '../src/engine/extraction/index.js';

/** A sentence with all that it claims, or the times among it, of the one device of the article that it stands in. */
interface Annotated {
  readonly language: string;
  readonly given: string;
  readonly of: 'all' | 'dates';
  readonly text: string;
  readonly claims: readonly string[];
}

const SENTENCES = readFileSync(join(import.meta.dirname, 'fixtures', 'articles', 'sentences.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Annotated);

/** For each language a title and a first sentence that make an article of it. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    'Xiaomi 21 Ultra: what the latest leak says',
    'The Xiaomi 21 Ultra has leaked again, and the report is detailed.',
  ],
  de: [
    'Xiaomi 21 Ultra: Was das neue Gerücht verrät',
    'Das Xiaomi 21 Ultra ist laut einem Bericht wieder aufgetaucht.',
  ],
  es: [
    'Xiaomi 21 Ultra: lo que dice la última filtración',
    'El Xiaomi 21 Ultra se ha filtrado, según un informe muy detallado.',
  ],
  fr: [
    'Xiaomi 21 Ultra : ce que dit la dernière rumeur',
    'Le Xiaomi 21 Ultra a fuité, selon une source qui est très précise.',
  ],
  it: [
    'Xiaomi 21 Ultra: cosa dice l’ultima indiscrezione',
    'Lo Xiaomi 21 Ultra è trapelato, secondo una fonte che è molto precisa.',
  ],
  pl: [
    'Xiaomi 21 Ultra: co mówi najnowszy przeciek',
    'Xiaomi 21 Ultra znowu wyciekł, jak podaje źródło, które jest bardzo dokładne.',
  ],
  pt: [
    'Xiaomi 21 Ultra: o que diz o último rumor',
    'O Xiaomi 21 Ultra vazou de novo, segundo uma fonte que é muito precisa.',
  ],
  zh: ['小米21 Ultra 最新爆料', '据爆料，小米21 Ultra再次曝光。'],
};

const knowledge = prepareKnowledge({ companies: MAKERS, devices: [] });
const isDated = ({ subject }: ReadClaim): boolean => /[.](?:date|start)$/.test(subject);
const short = ({ subject, value, variant, stance }: ReadClaim): string =>
  `${stance === 'refutes' ? 'not ' : ''}${subject} = ${value}${variant === null ? '' : ` #${variant}`}`;

/** What the reader finds in the sentence, in the order of the annotations. */
function found({ language, given, of, text }: Annotated): string[] {
  const [title, before] = AROUND[language]!;
  const { claims } = extract({ title, text: `${before} ${text}`, publishedOn: given }, knowledge);
  return claims
    .filter((each) => of === 'all' || isDated(each))
    .map(short)
    .sort();
}

describe('the reader on single sentences', () => {
  it('has enough of them in every language', () => {
    const count = (language: string): number => SENTENCES.filter((each) => each.language === language).length;
    for (const language of Object.keys(AROUND)) expect(count(language)).toBeGreaterThanOrEqual(12);
    expect(SENTENCES.length).toBeGreaterThanOrEqual(200);
  });

  it.each(SENTENCES.map((each) => [`${each.language}, ${each.given}: ${each.text}`, each] as const))(
    '%s',
    (_name, sentence) => {
      expect(found(sentence)).toEqual(sentence.claims);
    },
  );
});
