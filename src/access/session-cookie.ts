import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'hearsay_session';

/** The token of the session in a `Cookie` header; null if there is none. */
export function cookieOf(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? null;
}

/** Whether a request comes from a page of this very server: that of the settings, else the one that was asked for. */
export function isOwnOrigin({ headers }: FastifyRequest, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  if (publicUrl !== null) return origin === publicUrl;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether whoever makes a request reaches us over TLS: by the settings, else by what the request says of itself. */
export const isOverTls = ({ headers, protocol }: FastifyRequest, publicUrl: string | null): boolean =>
  publicUrl === null
    ? protocol === 'https' || headers.origin?.startsWith('https://') === true
    : publicUrl.startsWith('https://');

/** How long a cookie is good, and whether it is sent over TLS alone. */
export interface CookieTraits {
  readonly seconds: number;
  readonly isSecure: boolean;
}

/** Gives the browser the cookie of a session: no script reads it and no other site sends it along with a form. */
export function giveCookie(reply: FastifyReply, token: string, { seconds, isSecure }: CookieTraits): void {
  const secure = isSecure ? '; Secure' : '';
  void reply.header('Set-Cookie', `${NAME}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`);
}

/** Takes the cookie back. */
export const takeCookie = (reply: FastifyReply, isSecure: boolean): void =>
  giveCookie(reply, '', { seconds: 0, isSecure });
