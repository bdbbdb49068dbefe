import type { FeedItem } from '../outputs/feed-item.js';
import { xmlText } from '../outputs/xml.js';

/** What a letter says. */
export interface DigestWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How many changes a letter tells of; the others are counted. */
const MOST = 40;

/** The letter of a day: what was notable, the latest first, with links where it is known where the pages are. */
export function letterOf(items: readonly FeedItem[], day: string, publicUrl: string | null): DigestWords {
  const subject = `Rumors on ${day}: ${items.length} notable ${items.length === 1 ? 'change' : 'changes'}`;
  const told = items.slice(0, MOST).map((item) => ({ ...item, link: publicUrl && `${publicUrl}${item.path}` }));
  const more = items.length > MOST ? `and ${items.length - MOST} more` : null;
  const lines = told.flatMap(({ title, text, link }) => [
    `* ${title}`,
    `  ${text}`,
    ...(link ? [`  ${link}`] : []),
    '',
  ]);
  const entries = told.map(({ title, text, link }) => `<li><p>${linked(title, link)}<br>${xmlText(text)}</p></li>`);
  return {
    subject,
    text: [`${subject}.`, '', ...lines, ...(more ? [more, ''] : [])].join('\n'),
    html: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${xmlText(subject)}</title></head>`,
      `<body><h1>${xmlText(subject)}</h1><ul>`,
      ...entries,
      `</ul>${more ? `<p>${more}</p>` : ''}</body></html>`,
    ].join('\n'),
  };
}

const linked = (title: string, link: string | null): string =>
  link ? `<a href="${xmlText(link)}">${xmlText(title)}</a>` : `<strong>${xmlText(title)}</strong>`;
