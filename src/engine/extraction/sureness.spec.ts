import { extract } from './extract.js';
import { prepareKnowledge } from './names.js';

const KNOWLEDGE = prepareKnowledge({
  companies: [{ name: 'Orvane', aliases: [], lines: [] }],
  devices: [],
});

/** How surely each claim of that subject is told. */
const surely = (title: string, text: string, subject: string): readonly string[] =>
  extract({ title, text, publishedOn: '2027-05-23' }, KNOWLEDGE)
    .claims.filter((each) => each.subject === subject)
    .map(({ certainty }) => certainty);

describe('what a maker tells', () => {
  it.each<[string, string, string, string, string]>([
    [
      'is no guess in indirect speech',
      'Orvane 12 coming in July',
      'Orvane, the company behind the Stella app, said on Monday that the Orvane 12 would ship in July.',
      'launch.date',
      'official',
    ],
    [
      'is what it invites to',
      "Orvane 12 : ce que l'on sait de la sortie",
      "Orvane a envoyé les invitations : l'Orvane 12 sera dévoilé le 22 juillet, lors d'une conférence en ligne.",
      'announcement.date',
      'official',
    ],
    [
      'is on record in a Polish clause of what is to come',
      'Orvane 12: nowy telefon w drodze, co wiemy o nim',
      'Wiadomo już oficjalnie, że Orvane 12 otrzyma ekran 6,5 cala.',
      'display.size',
      'official',
    ],
    [
      'is not what is heard of it in a conditional',
      'Orvane 12 vaza e não tem data para o lançamento',
      'Há rumores do Orvane 12.\nA revista noticiou que a Orvane 12, câmera já anunciada pela empresa, teria sido cancelada depois da saída do chefe.',
      'status',
      'reported',
    ],
    [
      'is not what a certificate shows',
      "Orvane 12 : une fuite et des rumeurs sur la sortie de l'appareil",
      "Une fuite parle de l'Orvane 12. Le certificat confirme que l'Orvane 12 a une batterie de 5 000 mAh.",
      'battery.capacity',
      'reported',
    ],
  ])('%s', (_name, title, text, subject, expected) => {
    expect(surely(title, text, subject)).toEqual([expected]);
  });
});

describe('a word that relays something only in company', () => {
  const launched = (text: string): string => `Orvane pokazał dziś telefon Orvane 12. ${text}`;

  it.each<[string, string]>([
    ['ma before a part', 'Nowość ma ekran 6,5 cala.'],
    ['certyfikat of a rating', 'Nowość, z ekranem 6,5 cala, ma certyfikat IP68.'],
  ])('%s leaves the word of the maker', (_name, text) => {
    const title = 'Orvane 12 oficjalnie: nowy telefon już jest, co wiemy o nim';
    expect(surely(title, launched(text), 'display.size')).toEqual(['official']);
  });

  it('ma before an infinitive relays', () => {
    const title = 'Orvane 12: nowy telefon w drodze, co wiemy o nim';
    expect(surely(title, 'Orvane 12 ma mieć ekran 6,5 cala.', 'display.size')).toEqual(['reported']);
  });

  it('a suggested price is no suggestion', () => {
    const text = 'Orvane today announced the Orvane 12. It will be available at a suggested price of $749.';
    expect(surely('Orvane announces the Orvane 12', text, 'price')).toEqual(['official']);
  });
});
