/** What a browser takes for another host, such as what `/.//host` comes to once its dots are resolved. */
const LEADS_ELSEWHERE = /^\/[/\\]/;

/** A path of this server; the board for anything that leads elsewhere. */
export function pathIn(next = '/'): string {
  const here = new URL('http://here');
  const there = URL.canParse(next, here) ? new URL(next, here) : here;
  const path = `${there.pathname}${there.search}`;
  const isOurs = there.origin === here.origin && next.startsWith('/') && !LEADS_ELSEWHERE.test(path);
  return isOurs ? path : '/';
}
