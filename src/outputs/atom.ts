import { sayInstant } from '../platform/instant.js';
import type { Feed, FeedItem } from './feed-item.js';
import { xmlText } from './xml.js';

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${xmlText(text)}</${name}>`;

function entry({ id, title, text, path, at, device }: FeedItem, origin: string): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title, ' type="text"'),
    element('updated', sayInstant(at)),
    element('published', sayInstant(at)),
    `<link rel="alternate" type="text/html" href="${xmlText(origin + path)}"/>`,
    `<category term="${xmlText(device)}"/>`,
    element('content', text, ' type="text"'),
    '</entry>',
  ].join('\n');
}

/** A feed as Atom (RFC 4287). `origin` is where the pages are reached. */
export function atomOf({ scope, title, items, at }: Feed, origin: string): string {
  const self = `${origin}/feeds/${encodeURIComponent(scope)}.atom`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', `urn:hearsay:feed:${scope}`),
    element('title', title, ' type="text"'),
    element('updated', sayInstant(at)),
    '<author><name>Hearsay</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${origin}/`)}"/>`,
    ...items.map((item) => entry(item, origin)),
    '</feed>\n',
  ].join('\n');
}
