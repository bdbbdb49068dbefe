import { MOST_GIVEN } from './given-limits.js';
import { claimIn } from './import-article.js';
import { ARTICLE_COLUMNS, type ColumnNames, type ImportColumn } from './import-columns.js';
import type { ImportLine } from './import-line.js';

type Members = Readonly<Record<string, unknown>>;

/** A line that holds one claim, and what it says of the article that makes it. */
interface Row {
  readonly line: ImportLine;
  readonly about: Members;
  readonly claim: Members;
}

/**
 * The lines of a file of which each may hold one claim: those next to each other that speak of one article become one line
 * with all of its claims. What a later row leaves out of the article, it has from the first one.
 */
export async function* oneReportEach(
  lines: AsyncIterable<ImportLine>,
  columns: ColumnNames,
): AsyncGenerator<ImportLine> {
  let rows: Row[] = [];
  for await (const line of lines) {
    const row = rowOf(line, columns);
    const [first] = rows;
    if (row && first && rows.length < MOST_GIVEN && isSame(first.about, row.about)) {
      rows.push(row);
      continue;
    }
    if (first) yield united(rows, columns);
    rows = row ? [row] : [];
    if (!row) yield line;
  }
  if (rows.length > 0) yield united(rows, columns);
}

function rowOf(line: ImportLine, columns: ColumnNames): Row | null {
  if (line.fault || line.members === null) return null;
  const { members } = line;
  const at = (column: ImportColumn): unknown => members[columns[column] ?? column] ?? undefined;
  if (at('claims') !== undefined || at('subject') === undefined) return null;
  const about = ARTICLE_COLUMNS.map((column) => [column, at(column)]).filter(([, value]) => value !== undefined);
  return { line, about: Object.fromEntries(about) as Members, claim: claimIn(at) };
}

/** Whether a row speaks of the same article: by its address, else by all that it says; it may leave out what was said. */
function isSame(first: Members, other: Members): boolean {
  const named = Object.entries(other);
  const isAlike = named.every(([column, value]) => JSON.stringify(first[column]) === JSON.stringify(value));
  return isAlike && (other.url !== undefined || named.length === Object.keys(first).length);
}

function united(rows: readonly Row[], columns: ColumnNames): ImportLine {
  const [{ line, about }] = rows as [Row];
  if (rows.length === 1) return line;
  const members = Object.entries(about).map(([column, value]) => [columns[column as ImportColumn] ?? column, value]);
  return {
    line: line.line,
    lastLine: rows.at(-1)!.line.lastLine,
    text: rows.map((row) => row.line.text).join('\n'),
    members: {
      ...(Object.fromEntries(members) as Members),
      [columns.claims ?? 'claims']: rows.map(({ claim }) => claim),
    },
    fault: null,
  };
}
