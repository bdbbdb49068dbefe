/** A value of a cell: text is guarded, a number is a number. Null is unknown, an empty cell. */
export type Cell = string | number | boolean | null;

/**
 * Beginnings by which a spreadsheet takes a text for a formula (OWASP, CSV Injection), in their usual and their wide
 * forms. A text that begins with apostrophes before one of them gets one more as well, so that taking one away again
 * always gives the text.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** What a cell is put in quotes for, also where another sign than the comma is taken to part cells. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function sayCell(cell: Cell, isGuarded: boolean): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = isGuarded ? guarded(cell) : cell;
  return text === '' || QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of CSV (RFC 4180) with its end. `isGuarded`: no text is taken for a formula by a spreadsheet. */
export const csvLine = (cells: readonly Cell[], isGuarded: boolean): string =>
  `${cells.map((cell) => sayCell(cell, isGuarded)).join(',')}\r\n`;
