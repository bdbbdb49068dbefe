import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The parts of the style sheet in the order of the cascade. */
const PARTS = [
  'tokens',
  'base',
  'words',
  'frame',
  'prose',
  'board',
  'device',
  'charts',
  'figures',
  'why',
  'statements',
  'waterfall',
  'forms',
  'reading',
  'search',
  'records',
  'review',
  'timeline',
  'activity',
  'glance',
  'settings',
  'media',
  'print',
] as const;

/** The one style sheet of all pages. */
export interface StyleSheet {
  readonly text: string;
  /** A digest of the text, so that it may be kept for ever under this name. */
  readonly name: string;
}

let kept: StyleSheet | null = null;

/** The style sheet, read when the first page is: the command line needs none. */
export function styleSheet(): StyleSheet {
  kept ??= read();
  return kept;
}

function read(): StyleSheet {
  const parts = PARTS.map((part) => readFileSync(new URL(`../style/${part}.css`, import.meta.url), 'utf8'));
  const text = tightened(parts.join('\n'));
  return { text, name: `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.css` };
}

/** A style sheet without what is only there for people: comments, indents, and the spaces around its signs. */
const tightened = (text: string): string =>
  text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
