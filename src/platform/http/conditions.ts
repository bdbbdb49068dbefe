import { createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../fault.js';
import type { SeenVersions } from '../version.js';
import { etagOf, versionsIn } from './entity-tags.js';

const CONDITIONAL = 'hearsay:conditional';

/** The version of what is not there yet: who says that there is nothing has seen that. */
const NOTHING_THERE = 0;

/** Puts the version of what is answered on the answer, for a later `If-Match`; its tag is completed as it is sent. */
export function showVersion(reply: FastifyReply, version: number): void {
  void reply.header('ETag', etagOf(version));
}

/** Answers 201 and says where what was made stands. */
export function created(reply: FastifyReply, path: string, version?: number): void {
  void reply.code(201).header('Location', encodeURI(path)); // a slug may hold letters of any script
  if (version !== undefined) showVersion(reply, version);
}

/**
 * `@IfMatch() seen: SeenVersions`: the versions named in `If-Match`, null without that header or for `*`. A tag that is
 * weak or none of ours names no version, and so can match none.
 */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SeenVersions => {
    const header = headersOf(context)['if-match'];
    return header === undefined ? null : seenIn(header);
  },
  [marks('asked')],
);

/**
 * `@MustMatch() seen: SeenVersions`: the same where nobody may act without having looked. `*` is somebody who means
 * whatever is there.
 *
 * @throws Fault unconditional `precondition-required` without `If-Match`
 */
export const MustMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SeenVersions => {
    const header = headersOf(context)['if-match'];
    if (header !== undefined) return seenIn(header);
    throw required('read this first, and send the ETag that it had');
  },
  [marks('needed')],
);

/**
 * `@MustMatchOrCreate() seen: SeenVersions`: the versions named in `If-Match` for what is there, or version 0 for
 * `If-None-Match: *`, which makes it where nothing is.
 *
 * @throws Fault unconditional `precondition-required` without either
 */
export const MustMatchOrCreate = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SeenVersions => {
    const { 'if-match': match, 'if-none-match': none } = headersOf(context);
    if (match !== undefined) return seenIn(match);
    if (none?.trim() === '*') return [NOTHING_THERE];
    throw required('send If-None-Match: * to make what is not there, or the ETag of what is');
  },
  [marks('needed-or-new')],
);

/** How a handler looks at what was seen: `needed-or-new` also takes that nothing was there. */
export type Condition = 'asked' | 'needed' | 'needed-or-new';

/** How a handler looks at `If-Match`; undefined where it does not. */
export const conditionOf = (controller: Type<object>, handler: string): Condition | undefined =>
  Reflect.getMetadata(CONDITIONAL, controller.prototype as object, handler) as Condition | undefined;

function marks(condition: Condition): ParameterDecorator {
  return (target, name) => Reflect.defineMetadata(CONDITIONAL, condition, target, name ?? '');
}

const headersOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers;

const seenIn = (header: string): SeenVersions => (header.trim() === '*' ? null : versionsIn(header));

function required(how: string): Fault {
  const detail = `is needed: ${how}`;
  const errors = [{ header: 'If-Match', code: 'precondition-required', detail }];
  return new Fault('unconditional', 'precondition-required', `If-Match ${detail}.`, errors);
}
