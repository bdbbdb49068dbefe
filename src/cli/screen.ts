import { Presets, SingleBar } from 'cli-progress';
import picocolors from 'picocolors';
import { Fault } from '../platform/fault.js';

type Style = 'bold' | 'dim' | 'cyan';

/** How a command is to speak: as JSON or for people, with or without colour, with or without what is not data. */
export interface Manner {
  readonly json: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Where a command writes: data to one stream, what is said about it to another. */
export class Screen {
  /** The piece of work that a bar is shown for, and the bar. */
  private work: string | undefined;
  private bar: SingleBar | undefined;

  constructor(
    private readonly manner: Manner,
    private readonly out: NodeJS.WritableStream = process.stdout,
    private readonly err: NodeJS.WritableStream = process.stderr,
  ) {}

  /** Writes an answer: as one JSON document, or the lines that say the same to people. */
  answer(data: unknown, lines: () => readonly string[]): void {
    const text = this.manner.json ? JSON.stringify(data, null, 2) : lines().join('\n');
    if (text !== '') this.out.write(`${text}\n`);
  }

  /** Whether answers are wanted as JSON. */
  get isJson(): boolean {
    return this.manner.json;
  }

  /** Writes one line of data as it is. */
  line(text: string): void {
    this.out.write(`${text}\n`);
  }

  /** Says something about the work; silent with `--quiet`. */
  note(text: string): void {
    if (!this.manner.quiet) this.err.write(`${text}\n`);
  }

  /** Says what must be read, `--quiet` or not. */
  announce(lines: readonly string[]): void {
    this.err.write(`${lines.join('\n')}\n`);
  }

  /** Shows how far a piece of work is, on a terminal as a bar; elsewhere nothing. Returns whether it did. */
  progress(what: string, done: number, total: number): boolean {
    if (this.manner.quiet || !('isTTY' in this.err && this.err.isTTY)) return false;
    if (what !== this.work) {
      this.bar?.stop();
      this.work = what;
      this.bar = new SingleBar(
        { format: `${what} {bar} {value}/{total}`, clearOnComplete: true },
        Presets.shades_classic,
      );
    }
    if (!this.bar?.isActive) this.bar?.start(total, 0);
    this.bar?.update(done);
    if (done === total) this.bar?.stop();
    return true;
  }

  /** Says what went wrong and what to do about it: with `--json` as a problem object. */
  fail(error: unknown): void {
    const fault = error instanceof Fault ? error : null;
    const detail = error instanceof Error ? error.message : String(error);
    if (this.manner.json) {
      const code = fault?.code ?? 'internal';
      const problem = { title: code.replaceAll('-', ' '), code, detail, errors: fault?.errors ?? [] };
      this.err.write(`${JSON.stringify(problem, null, 2)}\n`);
    } else {
      this.err.write(`hearsay: ${detail}\n`);
    }
  }

  /** The text in a style, where colours are wanted. */
  styled(style: Style, text: string): string {
    return picocolors.createColors(this.manner.color)[style](text);
  }
}
