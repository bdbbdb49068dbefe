import type { Problem } from '../../platform/http/problem.js';

const TITLES: Readonly<Record<number, string>> = {
  401: 'A key is needed here',
  403: 'That is not open to you',
  404: 'There is nothing here',
  405: 'That cannot be done here',
  409: 'That clashes with how things stand',
  412: 'It was changed in between',
  413: 'That is too much text',
  422: 'That cannot be taken like this',
  500: 'Something broke',
  503: 'Not now',
};

/** A request that failed, for people: what, why, and what to do next. */
export function faultPage(problem: Problem) {
  const { status, detail, request_id: requestId, instance } = problem;
  return {
    title: TITLES[status] ?? problem.title,
    body: (
      <section class="empty">
        <p class="over">
          {status} · {problem.code}
        </p>
        <h1>{TITLES[status] ?? problem.title}</h1>
        <p class="lede">{detail}</p>
        <p class="actions">
          {(status === 401 || status === 403) && (
            <a class="button primary" href={`/sign-in?next=${encodeURIComponent(instance)}`}>
              Sign in with a key
            </a>
          )}
          {status >= 500 && (
            <a class="button primary" href={instance}>
              Try again
            </a>
          )}
          {instance.startsWith('/review') && status !== 401 && status !== 403 && (
            <a class="button primary" href="/review">
              Back to what waits
            </a>
          )}
          <a class="button" href="/">
            To the board
          </a>
        </p>
        <p class="muted small">
          Request <code>{requestId}</code>
        </p>
      </section>
    ),
  };
}
