import { recall, remember } from './storage.js';

/** What pages without a list of news count as new. */
const NEWS = ['rumor.confidence_changed', 'rumor.resolved', 'rumor.created', 'device.created', 'statement.recorded'];
/** Counts are told at once at most so often, in milliseconds: a screen reader would read nothing else. */
const TOLD_EACH_MS = 3000;
/** How long is waited for more of a burst before any of it is told, in milliseconds. */
const GATHERED_MS = 300;

const clockTime = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/**
 * The pill in the head: how much is new, and how the line to the server is. Nothing moves until one presses it.
 *
 * @param {ReturnType<import('./activity.js').startActivity>} activity
 */
export function startLive(activity) {
  const [bar, state, pill, pause, news] = ['live', 'live-state', 'live-show', 'live-pause', 'live-news'].map((id) =>
    document.getElementById(id),
  );
  if (!bar || !state || !pill || !pause || !news || !('EventSource' in window)) return;
  const address = activity?.stream || `/v1/stream?types=${NEWS.join(',')}`;
  const types = new URL(address, location.origin).searchParams.get('types')?.split(',') ?? NEWS;
  /** @type {EventSource | null} */
  let source = null;
  let isPaused = recall('live') === 'paused';
  let last = activity?.last ?? 0;
  let waiting = 0;
  let toldAt = 0;
  let timer = 0;

  const say = (/** @type {string} */ word, /** @type {string} */ style) => {
    state.textContent = word;
    bar.dataset.state = style;
  };
  const tell = () => {
    pill.hidden = waiting === 0;
    pill.textContent = `${waiting} new, show`;
    clearTimeout(timer);
    const wait = Math.max(GATHERED_MS, toldAt + TOLD_EACH_MS - performance.now());
    timer = setTimeout(() => {
      toldAt = performance.now();
      news.textContent = waiting === 0 ? '' : `${waiting} new`;
    }, wait);
  };
  const heard = (/** @type {MessageEvent} */ event) => {
    const place = Number(event.lastEventId);
    if (place <= last) return;
    last = place;
    waiting += 1;
    tell();
  };
  /** What is shown cannot be carried on: the lines are read anew; another page offers to be, so that nothing moves. */
  const startAnew = async (/** @type {number} */ place) => {
    last = place;
    waiting = 0;
    clearTimeout(timer);
    pill.hidden = activity !== null;
    pill.textContent = 'Some news were missed, show';
    news.textContent = 'Some news were missed: show what is there now.';
    if (!activity) return;
    try {
      last = Math.max(last, await activity.reread());
      news.textContent = 'Some news were missed: the list was read anew.';
    } catch {
      pill.hidden = false;
    }
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(last > 0 ? `${address}&last_event_id=${last}` : address);
    say('connecting', 'reconnecting');
    source.addEventListener('open', () => say('live', 'live'));
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) say(`offline since ${clockTime()}`, 'offline');
      else say('reconnecting', 'reconnecting');
    });
    source.addEventListener('stream.reset', (event) => startAnew(Number(event.lastEventId) || last));
    for (const type of types) source.addEventListener(type, heard);
  };
  const follow = () => {
    pause.textContent = isPaused ? 'Resume' : 'Pause';
    pause.setAttribute('aria-pressed', String(isPaused));
    if (!isPaused && !document.hidden) return open();
    close();
    say('paused', 'paused');
  };

  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    remember('live', isPaused ? 'paused' : 'on');
    follow();
  });
  pill.addEventListener('click', async () => {
    if (!activity) return location.reload();
    try {
      const number = await activity.insert();
      waiting = 0;
      clearTimeout(timer);
      pill.hidden = true;
      news.textContent = `${number} added`;
      const first = document.querySelector('#activity summary, #activity a');
      if (first instanceof HTMLElement) first.focus();
    } catch {
      news.textContent = 'They could not be read; try again.';
    }
  });
  // a tab that nobody looks at gives its line back: a browser has few of them for one server
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', close);
  bar.hidden = false;
  follow();
}
