/** One column of a table: its heading, and whether its cells stand to the right. */
export interface Column {
  readonly heading: string;
  readonly right?: boolean;
}

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[！-｠]/u;

/** The width of a text on a terminal: signs of East Asian scripts take two places. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

/** The lines of a table whose columns are as wide as their widest cell, with its headings on top. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map((column) => column.heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((cells) => width(cells[at] ?? ''))));
  return all.map((cells) =>
    columns
      .map((column, at) => {
        const cell = cells[at] ?? '';
        const pad = ' '.repeat(widths[at]! - width(cell));
        return column.right ? pad + cell : cell + pad;
      })
      .join('  ')
      .trimEnd(),
  );
}
