/** What one entry of a calendar says (RFC 5545). Days `YYYY-MM-DD`. */
export interface CalendarEntry {
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  /** When it last changed, epoch milliseconds. */
  readonly changedAt: number;
  readonly firstOn: string;
  /** The day after the last one. */
  readonly endsBefore: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** The longest line, in octets (RFC 5545, 3.1). */
const LONGEST = 75;

/** Signs of control, which no text of a calendar may hold; a tab may. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A text as a value (RFC 5545, 3.3.11). */
export const icsText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '\u{fffd}')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** A line in parts of at most 75 octets, none of which ends within a letter; each but the first begins with a space. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const basic = (day: string): string => day.replaceAll('-', '');
const stamp = (instant: number): string => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');

function eventLines(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.changedAt)}`,
    `LAST-MODIFIED:${stamp(entry.changedAt)}`,
    `DTSTART;VALUE=DATE:${basic(entry.firstOn)}`,
    `DTEND;VALUE=DATE:${basic(entry.endsBefore)}`,
    `STATUS:${entry.status}`,
    'TRANSP:TRANSPARENT',
    `SUMMARY:${icsText(entry.summary)}`,
    `DESCRIPTION:${icsText(entry.description)}`,
    ...(entry.url === '' ? [] : [`URL:${entry.url}`]),
    'END:VEVENT',
  ];
}

/** A calendar (RFC 5545 and 7986) to be subscribed to: whoever does looks again every six hours. */
export function calendarOf(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hearsay//Launch calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${icsText(name)}`,
    `X-WR-CALNAME:${icsText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
