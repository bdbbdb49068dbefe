import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Clone, type Ran } from './support/clone.js';
import { blocksIn, missingFrom, type ToldBlock } from './support/shell-blocks.js';

const ROOT = join(__dirname, '..');
/** How curl ends where it was told to listen no longer. */
const TIMED_OUT = 28;
const page = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** What takes long, or needs what is not here: it is looked at, and not run. */
const LOOKED_AT: readonly (readonly [RegExp, (line: string) => void])[] = [
  [/^(?:npm ci(?: &&|$)|npm run build$|npm test$)/, (line) => isScript(line)],
  [
    /^docker compose /,
    () => expect(['Dockerfile', 'compose.yaml'].every((name) => existsSync(join(ROOT, name)))).toBe(true),
  ],
];

function isScript(line: string): void {
  const { scripts } = JSON.parse(page('package.json')) as { scripts: Record<string, string> };
  for (const [, name = ''] of line.matchAll(/npm (?:run )?(\w+)/g))
    if (name !== 'ci') expect(scripts).toHaveProperty([name]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Does what a page says, command by command, as somebody with a fresh clone would. */
class Reader {
  private readonly exported = new Map<string, string>();
  private readonly known = new Map<string, string>();
  private readonly stops: (() => Promise<void>)[] = [];

  constructor(
    private readonly clone: Clone,
    private readonly port: number,
  ) {}

  /** Does the commands of a block, and gives back what they wrote; it must be what the page shows. */
  async follow({ commands, output }: ToldBlock): Promise<string> {
    let written = '';
    for (const { line } of commands) written += `${await this.obey(line)}\n`;
    const shown = written.replaceAll(`:${this.port}`, ':3000');
    expect({ block: commands[0]?.line, missing: missingFrom(shown, output ?? []), shown }).toEqual({
      ...{ block: commands[0]?.line, missing: [], shown },
    });
    return shown;
  }

  /** Stops what runs. */
  async end(): Promise<void> {
    for (const stop of this.stops.splice(0)) await stop();
  }

  private async obey(told: string): Promise<string> {
    const [, name, value = ''] = /^export (\w+)=(\S+)$/.exec(told) ?? [];
    if (name !== undefined) this.exported.set(name, this.filledIn(value));
    const looked = LOOKED_AT.find(([pattern]) => pattern.test(told));
    looked?.[1](told);
    if (name !== undefined || looked) return '';
    const line = this.filledIn(told);
    if (/^(?:npm run demo|npx hearsay serve)$/.test(line)) return this.serve(line);
    const { code, output } = await this.patiently(line);
    const isEndless = line.startsWith('curl -N');
    expect({ line, output, code }).toEqual({ line, output, code: isEndless ? TIMED_OUT : 0 });
    this.remember(output);
    return output;
  }

  /** What is heard of in the log a moment later is asked for until it is there. */
  private async patiently(line: string): Promise<Ran> {
    for (let times = 0; ; times += 1) {
      const ran = await this.run(line);
      if (!/ tail --once/.test(line) || ran.output.trim() !== '' || times === 20) return ran;
      await delay(500);
    }
  }

  private run(line: string): Promise<Ran> {
    const curl = line.startsWith('curl -N') ? 'curl -sS --max-time 2' : 'curl -sS --fail-with-body';
    return this.clone.run(this.shell(line.replace(/^curl/, curl)));
  }

  private async serve(line: string): Promise<string> {
    const done = line.startsWith('npm') ? /Ctrl\+C ends it/ : /shown this once: (hs_\w+)/;
    this.exported.set('PORT', String(this.port));
    const { match, stop } = await this.clone.begin(this.shell(line), done);
    this.stops.push(stop);
    this.known.set('hs', match[1] ?? '');
    const health = await fetch(`http://127.0.0.1:${this.port}/healthz`);
    expect(health.status).toBe(200);
    return match.input;
  }

  /** A command with all that was exported before; the program by its path, as `npx` would find it. */
  private shell(line: string): string {
    const exports = [...this.exported].map(([name, value]) => `export ${name}='${value}'; `);
    return `${exports.join('')}exec ${line.replace(/^npx hearsay/, 'node bin/hearsay.mjs')}`;
  }

  /** What a page cannot know is what was written before: ids, the key, the port, and where a backup may lie. */
  private filledIn(line: string): string {
    return line
      .replaceAll(/\b(rum|hs)_\w*…/g, (text, prefix: string) => this.known.get(prefix) ?? text)
      .replaceAll('localhost:3000', `127.0.0.1:${this.port}`)
      .replaceAll(' /backups/', ` ${this.clone.folder}/backups/`);
  }

  /** The rumor that the pages go on with is that of the July launch. */
  private remember(output: string): void {
    const told = output.startsWith('{') ? output.replaceAll('{"id":"rum_', '\n{"id":"rum_') : output;
    const july = told.split('\n').find((line) => line.includes('Launches in July 2022') && line.includes('rum_'));
    const [id] = /\brum_\w+/.exec(july ?? '') ?? [];
    if (id !== undefined) this.known.set('rum', id);
  }
}

describe('the manual', () => {
  let clone: Clone;
  let reader: Reader;

  beforeEach(async () => {
    clone = new Clone();
    reader = new Reader(clone, await freePort());
  });
  afterEach(async () => {
    await reader.end();
    await clone.remove();
  });

  it('is compared with what comes: another number, a line too many, another order', () => {
    const output = 'Halo\n54 % likely (22–82 %)\nrum_01KA8Z\n';
    expect(missingFrom(output, ['Halo', '…', '54 % likely (22–82 %)', 'rum_01K…'])).toEqual([]);
    expect(missingFrom(output, ['Halo', '55 % likely (22–82 %)'])).toEqual(['55 % likely (22–82 %)']);
    expect(missingFrom(output, ['rum_01K…', 'Halo'])).toEqual(['Halo']);
    const [block] = blocksIn(
      '# A\n```sh\nnpx hearsay why rum_…   # why\ncurl "a#b" -d \'{\n  1}\'\n```\n\n```text\nyes\n```\n',
    );
    expect(block?.commands.map(({ line }) => line)).toEqual(['npx hearsay why rum_…', 'curl "a#b" -d \'{ 1}\'']);
    expect(block?.output).toEqual(['yes']);
  });

  it('of the README does what it says, and shows what comes', async () => {
    const blocks = blocksIn(page('README.md'));
    expect(blocks.length).toBeGreaterThanOrEqual(4);
    expect(blocks.filter(({ output }) => output !== null).length).toBeGreaterThanOrEqual(1);
    for (const block of blocks) await reader.follow(block);
  });

  it('of the tutorial does what it says, and shows what comes', async () => {
    const blocks = blocksIn(page('docs/tutorial.md'));
    expect(blocks.filter(({ output }) => output !== null).length).toBeGreaterThanOrEqual(3);
    let written = '';
    for (const block of blocks) written += await reader.follow(block);
    for (const [, said = ''] of page('docs/tutorial.md').matchAll(/tells its reason: "([^"]+)"/g))
      expect(written).toContain(said);
  });

  it('names no command that there is not', async () => {
    const { output } = await clone.run('npx hearsay help');
    const told = ['README.md', 'docs/tutorial.md', 'docs/operating.md', 'docs/importing.md'].flatMap((name) => [
      ...page(name).matchAll(/(?:npx )?hearsay ([a-z][a-z-]+)(?= |`|$)/gm),
    ]);
    const known = output.split('\n').map((line) => /^ {2}([a-z-]+)/.exec(line)?.[1]);
    const named = told.filter(([text]) => text.startsWith('npx ')).map(([, name]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
