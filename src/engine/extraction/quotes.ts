/** Words between quotation marks, without the marks, offsets in the text. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  /** Whether dashes and no marks stand around it, so that it needs a verb of saying to be one. */
  readonly dashed?: true;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '«': '»',
  '„': '“”"',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '"': '"”',
  "'": "'",
  '»': '«',
};
const LONGEST = 1500;

const isWordAt = (text: string, index: number): boolean =>
  /[A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d]/.test(text.charAt(index));

/** Whether a mark at this place opens a quotation: not an apostrophe, not an inch. */
function opens(text: string, index: number): boolean {
  const mark = text.charAt(index);
  if (mark === '"') return !/\d/.test(text.charAt(index - 1)) && !/\s/.test(text.charAt(index + 1));
  if (mark === "'" || mark === '‘') return !isWordAt(text, index - 1) && isWordAt(text, index + 1);
  if (mark === '»')
    return !/[A-Za-z\u00c0-\u1fff\u3040-\ud7ff\d.,!? ]/.test(text.charAt(index - 1)) && isWordAt(text, index + 1);
  return true;
}

function closeOf(text: string, index: number, lineEnd: number): number {
  const closers = CLOSERS[text.charAt(index)]!;
  const single = closers === "'" || closers === '’';
  for (let at = index + 1; at < lineEnd && at - index <= LONGEST; at += 1) {
    const char = text.charAt(at);
    if (!closers.includes(char)) continue;
    if (single && (isWordAt(text, at + 1) || at - index < 12)) continue;
    if (
      char === '"' &&
      /\d/.test(text.charAt(at - 1)) &&
      /[^"\n]{1,80}"/.test(text.slice(at + 1, at + 90)) &&
      !/^[\s,.]/.test(text.slice(at + 1))
    )
      continue;
    return at;
  }
  return -1;
}

/** A dialogue of the Polish, Spanish and French kind: `– Words – mówi X`, `—Words —dijo X`. */
const DIALOGUE = /^\s*[–—]\s?(?=\S)/;
const DIALOGUE_END = /[\s,]\s?[–—]\s?(?=\p{Ll})/u;
const SHORTEST_DIALOGUE = 12;

/** The words between dashes with which a line begins; null where it does not begin so. */
function dialogueAt(text: string, lineStart: number, lineEnd: number): Quote | null {
  const line = text.slice(lineStart, lineEnd);
  const lead = DIALOGUE.exec(line)?.[0].length;
  if (lead === undefined) return null;
  const words = line.slice(lead, lead + LONGEST);
  const stop = DIALOGUE_END.exec(words)?.index ?? 0;
  if (stop < SHORTEST_DIALOGUE || /["“„«]/.test(words.slice(0, stop))) return null;
  const start = lineStart + lead;
  return { start, end: start + words.slice(0, stop).replace(/[\s,;]+$/, '').length, dashed: true };
}

/** The quotations of a text, none inside another; a quotation ends on its line. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  const dashes = /[–—]/.test(text);
  let lineEnd = -1;
  let barren = new Set<string>(); // marks that find no partner any more on this line
  for (let index = 0; index < text.length; index += 1) {
    if (index > lineEnd) {
      const next = text.indexOf('\n', index);
      lineEnd = next < 0 ? text.length : next;
      barren = new Set();
      const dialogue = dashes ? dialogueAt(text, index, lineEnd) : null;
      if (dialogue) {
        quotes.push(dialogue);
        index = lineEnd;
        continue;
      }
    }
    const mark = text.charAt(index);
    if (CLOSERS[mark] === undefined || barren.has(mark) || !opens(text, index)) continue;
    const close = closeOf(text, index, lineEnd);
    if (close < 0) {
      barren.add(mark);
      continue;
    }
    const inner = text.slice(index + 1, close);
    const lead = inner.length - inner.trimStart().length;
    const start = index + 1 + lead;
    const end = start + inner.trim().replace(/[,;]$/, '').length;
    if (end > start) quotes.push({ start, end });
    index = close;
  }
  return quotes;
}
