const digits = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
const say = (value) => value.toFixed(digits(value));

/** A spread as `middle (least … greatest)`. */
export const sayRange = ({ min, median, max }, unit = '') => `${say(median)}${unit} (${say(min)} … ${say(max)})`;

/** A row of a comparison: the ratio first, then both figures by themselves. */
export const compareRow = (what, { ratio, program, floor }, unit) => [
  what,
  `${say(ratio.median)} × (${say(ratio.min)} … ${say(ratio.max)})`,
  `${say(program.median)}${unit}`,
  `${say(floor.median)}${unit}`,
];

/** Lines of text with columns under each other. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
