import { CUES } from './lexicon/cue.js';
import { languageOf, LEXICONS, lexiconOf } from './language.js';
import { phrasebook, findPhrases } from './phrasebook.js';
import { tokenize } from './tokens.js';

describe('languages', () => {
  it.each([
    ['en', 'The phone is said to come in July, and it will be the first with such a camera.'],
    ['de', 'Das Handy soll im Juli kommen, und es wird das erste mit einer solchen Kamera sein.'],
    ['es', 'El móvil llegará en julio y será el primero de la marca con una cámara como esta.'],
    ['fr', 'Le téléphone sera présenté en juillet, et il est le premier de la marque avec un tel capteur.'],
    ['it', 'Il telefono arriverà a luglio e sarà il primo della marca con una fotocamera come questa.'],
    ['pl', 'Telefon pojawi się w lipcu i będzie to pierwszy model tej marki z takim aparatem, ale nie tani.'],
    ['pt', 'O celular chega em julho e será o primeiro da marca com uma câmera como esta, mas não é barato.'],
    ['zh', '这款手机将于七月发布，是该品牌首款搭载此类相机的机型。'],
    ['nl', 'De telefoon komt in juli en is het eerste toestel van het merk met een camera die niet te duur is.'],
    ['en', ''],
  ])('%s', (language, text) => {
    expect(languageOf(tokenize(text))).toBe(language);
  });

  it('fall back on English where their words are not known', () => {
    expect(lexiconOf('nl').language).toBe('en');
    expect(LEXICONS.map(({ language }) => lexiconOf(language).language)).toEqual(
      LEXICONS.map(({ language }) => language),
    );
  });

  it.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))(
    'have the words of %s in order',
    (_language, lexicon) => {
      expect(lexicon.times.months).toHaveLength(12);
      expect(lexicon.times.weekdays).toHaveLength(7);
      for (const [cue, phrases] of Object.entries(lexicon.cues)) {
        expect(CUES).toContain(cue);
        for (const phrase of phrases.split(',')) expect(phrase.trim()).not.toBe('');
      }
    },
  );
});

describe('phrases', () => {
  const book = phrasebook([
    ['go on sale', 'launch'],
    ['go', 'move'],
    ['collaborat*', 'partner'],
    ['co-branded', 'partner'],
    ['合作', 'partner'],
  ]);
  it.each<[string, readonly string[]]>([
    ['they go on sale', ['move: go', 'launch: go on sale']],
    ['a collaboration', ['partner: collaboration']],
    ['co-branded and co branded', ['partner: co-branded', 'partner: co branded']],
    ['与徕卡合作', ['partner: 合作']],
    ['gone', []],
  ])('in "%s"', (text, expected) => {
    const tokens = tokenize(text);
    const found = findPhrases(book, tokens).map(
      ({ value, first, last }) => `${value}: ${text.slice(tokens[first]!.start, tokens[last]!.end)}`,
    );
    expect(found.sort()).toEqual([...expected].sort());
  });
});
