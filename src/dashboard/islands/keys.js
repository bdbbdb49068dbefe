import { recall, remember } from './storage.js';

/** The rows of a page that one can walk through, each with a link that opens it. */
const ROWS = [
  '.board tbody tr',
  '.timeline tbody tr:not(.month)',
  '.leader-table tbody tr',
  '#activity > li',
  '.hits > li',
  '.review-card',
  '.published > li',
].join(', ');

/** How long `g` waits for its letter, in milliseconds. */
const PATIENCE_MS = 1200;

/**
 * The key that was pressed, as what it does; null where it is for somebody else: a field, a dialog, the browser.
 *
 * @param {KeyboardEvent} event
 */
function keyOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const { target } = event;
  const isTyping = target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog');
  return isTyping ? null : event.key;
}

/** @param {number} by */
function walk(by) {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.querySelector('summary, a'));
  const present = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, present + by))];
  const way = next?.querySelector('summary, a');
  if (way instanceof HTMLElement) way.focus();
}

/** Left and right move through the months of the timeline. @param {number} by */
function turn(by) {
  const months = [...document.querySelectorAll('.timeline .month th')];
  const present = months.findIndex((month) => month === document.activeElement);
  const next = months[Math.min(months.length - 1, Math.max(0, present + by))];
  if (next instanceof HTMLElement) next.focus();
}

/**
 * Keys without Ctrl; they can be switched off, and rest while somebody types (WCAG 2.1.4).
 *
 * @param {() => void} openPalette
 */
export function startKeys(openPalette) {
  const help = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'));
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById('single-keys'));
  if (!help || !box) return;
  const places = new Map(
    [...help.querySelectorAll('kbd')].flatMap((kbd) => {
      const [, letter] = /^g (\w)$/.exec(kbd.textContent ?? '') ?? [];
      const name = kbd.closest('div')?.querySelector('dd')?.textContent;
      const link = [...document.querySelectorAll('.head nav a')].find((each) => each.textContent === name);
      return letter && link ? [[letter, link.getAttribute('href') ?? '/']] : [];
    }),
  );
  let goesUntil = 0;
  box.checked = recall('keys') !== 'off';
  box.addEventListener('change', () => remember('keys', box.checked ? 'on' : 'off'));
  const acts = {
    '/': () => document.getElementById('find')?.focus(),
    '?': () => help.showModal(),
    j: () => walk(1),
    k: () => walk(-1),
    ArrowRight: () => turn(1),
    ArrowLeft: () => turn(-1),
  };
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      return openPalette();
    }
    const key = keyOf(event);
    if (key === null || !box.checked) return;
    const place = event.timeStamp < goesUntil ? places.get(key) : undefined;
    goesUntil = key === 'g' ? event.timeStamp + PATIENCE_MS : 0;
    if (place !== undefined) return location.assign(place);
    const act = acts[/** @type {keyof typeof acts} */ (key)];
    if (!act || (key.startsWith('Arrow') && !document.querySelector('.timeline'))) return;
    if (
      key.startsWith('Arrow') &&
      !(document.activeElement?.closest('.month') || document.activeElement === document.body)
    )
      return;
    event.preventDefault();
    act();
  });
}
