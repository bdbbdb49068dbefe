import type { PipeTransform } from '@nestjs/common';
import { Fault } from '../fault.js';
import { isId, type IdPrefix } from '../ids.js';
import { MAX_SLUG } from '../slugs.js';
import { idOf, oneOf, text as textOf, type JsonSchema } from './answer-shapes.js';

const SLUG = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]*)*$/u;

/** What an id of each prefix is an id of, for the code and the words of a refusal. */
const THINGS: Readonly<Partial<Record<IdPrefix, string>>> = {
  dev: 'device',
  rum: 'rumor',
  rep: 'report',
  ev: 'evidence',
  st: 'statement',
  prp: 'proposal',
  src: 'source',
  co: 'company',
  ing: 'ingestion',
  act: 'act',
  can: 'candidate',
  sub: 'subscription',
  job: 'job',
  key: 'key',
  wh: 'webhook',
  alr: 'alert',
  dlv: 'delivery',
};

const thingOf = (prefix: IdPrefix): string => THINGS[prefix] ?? prefix;

function unknown(prefix: IdPrefix, text: string): Fault {
  const thing = thingOf(prefix);
  return new Fault('not_found', `unknown-${thing}`, `There is no ${thing} ${text.slice(0, MAX_SLUG)}.`);
}

/** A part of a path that names a thing, and what the contract tells of it. */
export interface ReferencePipe extends PipeTransform<string, string> {
  readonly schema: JsonSchema;
  /** Whether the thing may have had another name before, under which it is still found (308). */
  readonly mayMove: boolean;
}

/** `@Param('rumor', identifier('rum'))`: the id of a thing; a text of another shape names nothing (404). */
export const identifier = (prefix: IdPrefix): ReferencePipe => ({
  schema: { ...idOf(prefix, `The id of the ${thingOf(prefix)}.`) },
  mayMove: prefix === 'rum', // a rumor is one with another where its device was merged
  transform(text) {
    if (isId(text, prefix)) return text;
    throw unknown(prefix, text);
  },
});

const SLUG_EXAMPLES: Readonly<Partial<Record<IdPrefix, string>>> = {
  dev: 'orchard-vision-air',
  co: 'orchard',
  src: 'ledger-wire',
};

/** `@Param('device', reference('dev'))`: the id or the slug of a thing; a text of another shape names nothing (404). */
export const reference = (prefix: IdPrefix): ReferencePipe => ({
  schema: {
    ...textOf(`The ${thingOf(prefix)}: its slug or its id.`, SLUG_EXAMPLES[prefix] ?? 'a-name'),
    ...{ minLength: 1, maxLength: MAX_SLUG },
  },
  mayMove: true,
  transform(text) {
    if ((text.length <= MAX_SLUG && SLUG.test(text)) || isId(text, prefix)) return text;
    throw unknown(prefix, text);
  },
});

/** `@Param('format', word('format', FORMATS))`: a word of a closed set; any other one names nothing (404 `unknown-path`). */
export const word = (what: string, set: readonly string[]): ReferencePipe => ({
  schema: { ...oneOf(set, `The ${what}.`) },
  mayMove: false,
  transform(text) {
    if (set.includes(text)) return text;
    throw new Fault('not_found', 'unknown-path', `There is no ${what} ${text.slice(0, MAX_SLUG)}: ${set.join(', ')}.`);
  },
});
