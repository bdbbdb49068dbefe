import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SeenVersions } from '../version.js';

/** The strong entity tag of a stored version. */
export const etagOf = (version: number): string => `"${version}"`;

/** Puts the version of what is answered on the answer, for a later `If-Match`. */
export function showVersion(reply: FastifyReply, version: number): void {
  void reply.header('ETag', etagOf(version));
}

/** Answers 201 and says where what was made stands. */
export function created(reply: FastifyReply, path: string, version?: number): void {
  void reply.code(201).header('Location', path);
  if (version !== undefined) showVersion(reply, version);
}

/**
 * `@IfMatch() seen: SeenVersions`: the versions named in `If-Match`, null without that header or for `*`. A tag that is
 * weak or none of ours names no version, and so can match none.
 */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): SeenVersions => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return header === undefined || header.trim() === '*' ? null : versionsOf(header);
});

const versionsOf = (header: string): number[] =>
  header.split(',').flatMap((tag) => {
    const version = /^"(\d{1,9})"$/.exec(tag.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
