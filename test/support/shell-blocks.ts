/** One command of a page of the manual, and where it stands. */
export interface ToldCommand {
  /** As a shell takes it: continued lines are one, and what is only said of it is left out. */
  readonly line: string;
  /** The heading that it stands under. */
  readonly under: string;
}

/** Commands that stand together, and what the page shows as their output; null where it shows none. */
export interface ToldBlock {
  readonly commands: readonly ToldCommand[];
  readonly output: readonly string[] | null;
}

const FENCE = /^```(\w*)$/;

/** A line without the remark behind it: a `#` within quotes is none. */
function withoutRemark(line: string): string {
  const found = /^((?:[^'"#]|'[^']*'|"[^"]*"|(?<=\S)#)*?)(?:\s+#.*)?$/.exec(line);
  return (found?.[1] ?? line).trim();
}

/** The blocks of commands of a page in Markdown, in their order; a `text` block right behind one is its output. */
export function blocksIn(page: string): ToldBlock[] {
  const blocks: { commands: ToldCommand[]; output: string[] | null }[] = [];
  let [under, kind, lines]: [string, string | null, string[]] = ['', null, []];
  let isRightBehind = false;
  for (const line of page.split('\n')) {
    const [, opened] = FENCE.exec(line) ?? [];
    if (kind === null && opened !== undefined) [kind, lines] = [opened, []];
    else if (kind !== null && opened === '') {
      if (kind === 'sh') blocks.push({ commands: commandsIn(lines, under), output: null });
      if (kind === 'text' && isRightBehind) blocks.at(-1)!.output = lines;
      isRightBehind = kind === 'sh';
      kind = null;
    } else if (kind !== null) lines.push(line);
    else if (line.startsWith('#')) under = line.replace(/^#+ /, '');
    else if (line.trim() !== '') isRightBehind = false;
  }
  return blocks;
}

function commandsIn(lines: readonly string[], under: string): ToldCommand[] {
  const whole = lines.join('\n').replaceAll(/\\\n\s*/g, ' ');
  const quoted = whole.replaceAll(/'[^']*'/g, (text) => text.replaceAll(/\n\s*/g, ' '));
  return quoted
    .split('\n')
    .map((line) => ({ line: withoutRemark(line), under }))
    .filter(({ line }) => line !== '');
}

/** Whether a line of output is what a page shows for it: `…` stands for anything, also within an id. */
export function isShownAs(line: string, shown: string): boolean {
  const parts = shown
    .trimEnd()
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(line.trimEnd());
}

/** The lines that a page shows which no output has, each behind the ones before it; none where all of it comes. */
export function missingFrom(output: string, shown: readonly string[]): string[] {
  const lines = output.split('\n');
  let from = 0;
  return shown.filter((line) => {
    if (line.trim() === '…') return false;
    const place = lines.findIndex((each, index) => index >= from && isShownAs(each, line));
    if (place >= 0) from = place + 1;
    return place < 0;
  });
}
