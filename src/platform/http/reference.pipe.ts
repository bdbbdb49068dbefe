import type { PipeTransform } from '@nestjs/common';
import { Fault } from '../fault.js';
import { isId, type IdPrefix } from '../ids.js';
import { MAX_SLUG } from '../slugs.js';

const SLUG = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]*)*$/u;

/** What an id of each prefix is an id of, for the code and the words of a refusal. */
const THINGS: Readonly<Partial<Record<IdPrefix, string>>> = {
  dev: 'device',
  rum: 'rumor',
  rep: 'report',
  ev: 'evidence',
  st: 'statement',
  src: 'source',
  co: 'company',
  ing: 'ingestion',
  can: 'candidate',
  job: 'job',
  key: 'key',
};

function unknown(prefix: IdPrefix, text: string): Fault {
  const thing = THINGS[prefix] ?? prefix;
  return new Fault('not_found', `unknown-${thing}`, `There is no ${thing} ${text.slice(0, MAX_SLUG)}.`);
}

/** `@Param('rumor', identifier('rum'))`: the id of a thing; a text of another shape names nothing (404). */
export const identifier = (prefix: IdPrefix): PipeTransform<string, string> => ({
  transform(text) {
    if (isId(text, prefix)) return text;
    throw unknown(prefix, text);
  },
});

/** `@Param('device', reference('dev'))`: the id or the slug of a thing; a text of another shape names nothing (404). */
export const reference = (prefix: IdPrefix): PipeTransform<string, string> => ({
  transform(text) {
    if ((text.length <= MAX_SLUG && SLUG.test(text)) || isId(text, prefix)) return text;
    throw unknown(prefix, text);
  },
});
