import { compared, timed } from '../figures.mjs';
import { articles } from '../generator/articles.mjs';
import { MAKERS } from '../generator/phrases.mjs';

/** The shingles of a text as the floor takes them: each pair of neighbouring words as one hash (FNV-1a). */
function shinglesOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return Int32Array.from(words.slice(1), (word, at) => {
    let hash = 0x811c9dc5;
    for (const letter of `${words[at]} ${word}`) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    return hash;
  });
}

/** Reading alone, without a database: what a text claims, and its fingerprint, beside MinHash of prepared shingles. */
export async function reading({ program, size }) {
  const { extract, prepareKnowledge } = await program.load('engine/extraction/index');
  const { identify } = await program.load('engine/similarity/index');
  const { minHash } = await program.load('engine/similarity/minhash');
  const knowledge = prepareKnowledge({ companies: MAKERS, devices: [] });
  const list = articles(size.read, 1);
  const shingles = list.map(({ text }) => shinglesOf(text));
  const steps = {
    read: () => list.map((article) => extract(article, knowledge).claims.length),
    fingerprint: () => list.map(({ text }) => identify(text)),
    floor: () => shingles.flatMap((each) => Array.from({ length: 10 }, () => minHash(each))),
  };
  const rounds = { read: [], readWall: [], fingerprint: [], floor: [] };
  const claims = steps.read().reduce((sum, count) => sum + count, 0);
  for (let round = 0; round < size.rounds; round += 1) {
    for (const [name, step] of Object.entries(steps)) {
      const { cpu, wall } = await timed(step);
      rounds[name].push(cpu / list.length / (name === 'floor' ? 10 : 1));
      if (name === 'read') rounds.readWall.push((1000 * list.length) / wall);
    }
  }
  return {
    articles: list.length,
    wordsPerArticle: list.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) / list.length,
    claimsPerArticle: claims / list.length,
    readPerSecond: compared(rounds.readWall, rounds.readWall).program,
    read: compared(rounds.read, rounds.floor),
    fingerprint: compared(rounds.fingerprint, rounds.floor),
  };
}
