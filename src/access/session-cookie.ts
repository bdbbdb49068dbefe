import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'hearsay_session';

/** The token of the session in a `Cookie` header; null if there is none. */
export function cookieOf(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? null;
}

/** Whether a request comes from a page of this very server. */
export function isOwnOrigin({ headers }: FastifyRequest): boolean {
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Gives the browser the cookie of a session: no script reads it and no other site sends it along with a form. */
export function giveCookie(reply: FastifyReply, token: string, maxAgeSeconds: number): void {
  const secure = reply.request.headers.origin?.startsWith('https://') ? '; Secure' : '';
  void reply.header(
    'Set-Cookie',
    `${NAME}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`,
  );
}

/** Takes the cookie back. */
export const takeCookie = (reply: FastifyReply): void => giveCookie(reply, '', 0);
