import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { MAKERS } from '../companies/makers.registry.js';
import { corpusRecord, extract, prepareKnowledge, type Article, type Reading } from '../engine/extraction/index.js';
import { assertReadable } from '../ingestion/article.js';
import { Fault } from '../platform/fault.js';
import { EXIT } from './exit-codes.js';
import { readText } from './read-text.js';
import type { Screen } from './screen.js';

/** What `hearsay extract` is told. */
export interface ExtractOptions {
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}

const knowledge = prepareKnowledge({ companies: MAKERS, devices: [] });

/**
 * Reads articles and shows what they claim; nothing is stored. A `.jsonl` file, or standard input that starts with
 * `{`, holds one article a line (`id, text, title, url`); anything else is one article.
 *
 * @returns the exit code: partial where lines could not be read
 */
export async function extractArticles(path: string, options: ExtractOptions, screen: Screen): Promise<number> {
  if (path !== '-' && path.endsWith('.jsonl')) return extractLines(linesOf(path), screen);
  const text = await readText(path);
  if (path === '-' && text.trimStart().startsWith('{')) return extractLines(text.split('\n'), screen);
  assertReadable(text);
  const { published: publishedOn, url, title } = options;
  const reading = extract({ text, publishedOn, url, title }, knowledge);
  screen.answer(corpusRecord(reading, path), () => readingLines(reading));
  return EXIT.ok;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Fault('not_found', 'no-such-file', `There is no file ${path}.`);
  }
}

async function extractLines(lines: AsyncIterable<string> | Iterable<string>, screen: Screen): Promise<number> {
  let number = 0;
  let faults = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      const { id, article } = articleOf(line);
      screen.line(JSON.stringify(corpusRecord(extract(article, knowledge), id)));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults += 1;
      screen.note(`line ${number}: ${error.message}`);
    }
  }
  return faults === 0 ? EXIT.ok : EXIT.partial;
}

/** The article of a line, and the id under which what it claims is given out. */
function articleOf(line: string): { id: string; article: Article } {
  const record = recordOf(line);
  const word = (member: string): string | null => {
    const value = record[member] ?? null;
    if (value === null || typeof value === 'string') return value;
    throw new Fault('malformed', 'invalid-line', `"${member}" is no text.`);
  };
  const [id, text] = [word('id'), word('text')];
  if (id === null || text === null) throw new Fault('malformed', 'invalid-line', '"id" and "text" are needed.');
  assertReadable(text);
  const article = { text, title: word('title'), url: word('url'), publishedOn: word('published_on') };
  return { id, article };
}

function recordOf(line: string): Record<string, unknown> {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record === 'object' && record !== null) return record as Record<string, unknown>;
  } catch {
    // said below, with what was expected
  }
  throw new Fault('malformed', 'invalid-line', 'This is no JSON object.');
}

function readingLines({ isRumor, language, publishedOn, devices, claims, statements, credits }: Reading): string[] {
  const kind = isRumor ? 'a rumor' : 'no rumor';
  return [
    `${kind} · ${language} · published ${publishedOn ?? 'on an unknown day'}`,
    ...devices.map((device) => `device     ${device.name} (${device.company})${device.primary ? ', the subject' : ''}`),
    ...claims.flatMap(({ device, subject, value, region, stance, certainty, span }) => [
      `claim      ${device}: ${subject} = ${value}${region ? ` (${region})` : ''}  ${stance}, ${certainty}`,
      `           “${span.exact}”`,
    ]),
    ...statements.map(({ speaker, role, organisation, act, official }) => {
      const who = [speaker, role, organisation].filter(Boolean).join(', ');
      return `statement  ${who} ${act} (${official ? 'official' : 'not official'})`;
    }),
    ...credits.map((credit) => `credit     ${credit.name}`),
  ];
}
