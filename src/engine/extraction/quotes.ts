/** Words between quotation marks, without the marks, offsets in the text. */
export interface Quote {
  readonly start: number;
  readonly end: number;
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

/** The quotations of a text, none inside another; a quotation ends on its line. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let lineEnd = -1;
  let barren = new Set<string>(); // marks that find no partner any more on this line
  for (let index = 0; index < text.length; index += 1) {
    if (index > lineEnd) {
      const next = text.indexOf('\n', index);
      lineEnd = next < 0 ? text.length : next;
      barren = new Set();
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
