import type { Block, Blocks } from './blocks.js';

/** A piece with fewer letters says nothing of where the article stands. */
const TELLING = 60;
/** The share of a piece that may lead elsewhere, if it is to be part of an article. */
const MOST_LINKED = 0.6;
/** How much of what a piece tells of its parent holds for the element around that. */
const HANDED_UP = 0.5;
const LEVELS = 4;
/** From how many letters on what a page itself calls its article is believed to be one. */
const BELIEVED = 200;
/** The longest text that is taken from a page: that which is read at most, in UTF-16 units. */
const MOST_LETTERS = 60_000;

const isLinks = ({ text, linked }: Block): boolean => linked > MOST_LINKED * text.length;

/**
 * The main text of a page: what stands in the element that gathers most of the long pieces without links, without what
 * only leads elsewhere. What the page calls its article comes first. Linear in the size of the page.
 */
export function mainTextOf(found: Blocks): string {
  const called = lettersUnder(found, (name) => name === 'article' || name === 'main');
  const [at, letters] = most(called.map((each, element) => (found.names[element] === 'article' ? each * 1.2 : each)));
  const best = letters >= BELIEVED ? at : most(scoresOf(found))[0];
  const within = best < 0 ? found.blocks : insideOf(found, best);
  return joined(within.filter((block) => !isLinks(block) || block.isHeading));
}

/** All pieces of a fragment, one below the other. */
export const wholeTextOf = (found: Blocks): string => joined(found.blocks);

function joined(blocks: readonly Block[]): string {
  let text = '';
  for (const { text: piece } of blocks) {
    if (text.length + piece.length > MOST_LETTERS) break;
    text += text === '' ? piece : `\n\n${piece}`;
  }
  return text.replaceAll(/\p{Cs}/gu, '');
}

function scoresOf({ blocks, parents }: Blocks): number[] {
  const scores = new Array<number>(parents.length).fill(0);
  for (const block of blocks) {
    if (block.text.length < TELLING || isLinks(block)) continue;
    let weight = block.text.length;
    for (let at = parents[block.parent] ?? -1, level = 0; at >= 0 && level < LEVELS; level += 1) {
      scores[at]! += weight;
      weight *= HANDED_UP;
      at = parents[at]!;
    }
  }
  return scores;
}

/** How many letters stand in each element of those names, at any depth of it. */
function lettersUnder({ blocks, parents, names }: Blocks, isWanted: (name: string) => boolean): number[] {
  const letters = new Array<number>(parents.length).fill(0);
  const wanted = names.map(isWanted);
  for (const block of blocks) if (block.parent >= 0 && !isLinks(block)) letters[block.parent]! += block.text.length;
  for (let at = parents.length - 1; at > 0; at -= 1) if (parents[at]! >= 0) letters[parents[at]!]! += letters[at]!;
  return letters.map((each, at) => (wanted[at] ? each : 0));
}

/** The pieces at any depth of an element: each element has a larger number than the one around it. */
function insideOf({ blocks, parents }: Blocks, root: number): Block[] {
  const inside = parents.map((_, at) => at === root);
  for (let at = root + 1; at < parents.length; at += 1) if (inside[parents[at]!]) inside[at] = true;
  return blocks.filter(({ parent }) => parent >= 0 && inside[parent]);
}

function most(values: readonly number[]): readonly [at: number, value: number] {
  let best: readonly [number, number] = [-1, 0];
  values.forEach((value, at) => (value > best[1] ? (best = [at, value]) : undefined));
  return best;
}
