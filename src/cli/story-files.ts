import { readFile } from 'node:fs/promises';
import { CERTAINTIES, STANCES, type Certainty, type Stance } from '../engine/subjects/index.js';
import type { AskedClaim, ToldArticle, ToldClaim } from '../engine/trials/index.js';
import { Fault } from '../platform/fault.js';
import { BadLine, needed, optional, readLines, type Line } from './trial-files.js';

/** A claim that is asked for: which story it is of, its name there, and what became of it where that is told. */
export interface Asked extends AskedClaim {
  readonly story: string;
  readonly claim: string;
  readonly outcome: string | null;
}

const objectsIn = (value: unknown): Line[] =>
  Array.isArray(value) ? value.filter((each): each is Line => typeof each === 'object' && each !== null) : [];

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined, otherwise: Word): Word {
  if (text === undefined) return otherwise;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new BadLine(`"${text}" is none of ${words.join(', ')}.`);
  return found;
}

function claimOf(line: Line, primary: string | undefined): ToldClaim {
  const device = optional(line, 'device') ?? primary;
  if (device === undefined) throw new BadLine('A claim names no device, and the article is about none.');
  return {
    device,
    subject: needed(line, 'subject'),
    value: needed(line, 'value'),
    region: optional(line, 'region') ?? null,
    variant: optional(line, 'variant') ?? null,
    stance: oneOf<Stance>(STANCES, optional(line, 'stance'), 'supports'),
    certainty: oneOf<Certainty>(CERTAINTIES, optional(line, 'certainty'), 'reported'),
  };
}

function namesOf(line: Line): string[] {
  const [brand, name] = [optional(line, 'brand'), needed(line, 'name')];
  const aliases = Array.isArray(line.aliases) ? line.aliases.map(String) : [];
  return [name, ...aliases, ...(brand === undefined ? [] : [`${brand} ${name}`])];
}

function articleOf(line: Line): ToldArticle {
  const devices = objectsIn(line.devices);
  const primary = devices.find((device) => device.primary === true) ?? devices[0];
  const name = primary && needed(primary, 'name');
  return {
    id: needed(line, 'id'),
    story: optional(line, 'story') ?? name ?? needed(line, 'id'),
    publisher: optional(line, 'publisher') ?? null,
    published: optional(line, 'published') ?? optional(line, 'published_on') ?? null,
    text: optional(line, 'text') ?? '',
    devices: devices.map(namesOf),
    credits: Array.isArray(line.credits) ? line.credits.map((credit) => creditOf(credit)) : [],
    claims: objectsIn(line.claims).map((claim) => claimOf(claim, name)),
  };
}

const creditOf = (credit: unknown): string =>
  typeof credit === 'string' ? credit : needed((credit ?? {}) as Line, 'name');

/**
 * Reads articles with what they claim, in the form in which `hearsay extract` gives it out, one a line.
 *
 * @throws Fault not found `no-such-file`, malformed `invalid-lines` or `no-claims`
 */
export async function readArticles(path: string): Promise<ToldArticle[]> {
  const articles: ToldArticle[] = [];
  await readLines(path, (line) => {
    articles.push(articleOf(line));
  });
  if (articles.every(({ claims }) => claims.length === 0)) {
    throw new Fault('malformed', 'no-claims', `${path} holds no claim.`);
  }
  return articles;
}

/**
 * Reads the claims that are asked for: `{stories: [{id, claims: [{id, device, subject, value, region, variant}]}]}`.
 *
 * @throws Fault not found `no-such-file`, malformed `invalid-lines`
 */
export async function readAsked(path: string): Promise<Asked[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new Fault('not_found', 'no-such-file', `There is no file ${path}.`);
  try {
    const { stories } = JSON.parse(text) as Line;
    return objectsIn(stories).flatMap((story) =>
      objectsIn(story.claims).map((claim) => ({
        ...claimOf(claim, undefined),
        story: needed(story, 'id'),
        claim: needed(claim, 'id'),
        outcome: optional(claim, 'outcome') ?? null,
      })),
    );
  } catch (error) {
    if (!(error instanceof BadLine) && !(error instanceof SyntaxError)) throw error;
    throw new Fault('malformed', 'invalid-lines', `${path} cannot be taken as it is: ${error.message}`);
  }
}
