import { Fault, type FaultDetail } from '../platform/fault.js';

/** One line of a file that is imported: what it holds, or what is wrong with it. */
export interface ImportLine {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** The line on which it ends: a record of CSV may hold line breaks. */
  readonly lastLine: number;
  /** As it stands in the file, so that it can be mended and handed in again. */
  readonly text: string;
  readonly members: Readonly<Record<string, unknown>> | null;
  readonly fault: Fault | null;
}

/** The most letters of one line: an article of 200 kB, written with every letter escaped. */
export const MAX_LINE_LENGTH = 1_500_000;

/** A line that cannot be read. */
export function badLine(line: number, lastLine: number, text: string, code: string, detail: string): ImportLine {
  const where: FaultDetail = { line, code, detail };
  return { line, lastLine, text, members: null, fault: new Fault('malformed', code, detail, [where]) };
}
