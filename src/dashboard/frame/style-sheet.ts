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
  'media',
] as const;

const read = (part: string): string => readFileSync(new URL(`../style/${part}.css`, import.meta.url), 'utf8');

/** The one style sheet of all pages. Its address changes with its content, so that it may be kept for ever. */
export const STYLES: string = PARTS.map(read).join('\n');

/** The name under which the style sheet is served: a digest of it. */
export const STYLES_NAME = `${createHash('sha256').update(STYLES).digest('hex').slice(0, 16)}.css`;
