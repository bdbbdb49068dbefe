const DAY_MS = 86_400_000;
/** How long a slider that is moved by keys rests before the page follows it, in milliseconds. */
const PATIENCE_MS = 600;

/** @param {string} day */
const numberOf = (day) => Math.round(Date.parse(day) / DAY_MS);
/** @param {number} number */
const dayOf = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

const named = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The slider over the days of a page's past: the date beside it follows at once, the page when it rests. */
export function startPast() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.as-of'));
  const slider = /** @type {HTMLInputElement | null} */ (form?.querySelector('.as-of-slider') ?? null);
  const date = /** @type {HTMLInputElement | null} */ (form?.querySelector('input[type="date"]') ?? null);
  if (!form || !slider || !date || date.min >= date.max) return;
  const shown = date.value;
  let timer = 0;
  const say = () => {
    date.value = dayOf(Number(slider.value));
    slider.setAttribute('aria-valuetext', named.format(Date.parse(date.value)));
  };
  const go = () => {
    if (date.value === shown) return;
    const path = form.dataset.path ?? location.pathname;
    location.assign(date.value === date.max ? path : `${path}?as_of=${date.value}`);
  };
  slider.min = String(numberOf(date.min));
  slider.max = String(numberOf(date.max));
  slider.value = String(numberOf(date.value));
  say();
  slider.hidden = false;
  slider.addEventListener('input', () => {
    clearTimeout(timer);
    say();
  });
  slider.addEventListener('change', () => {
    clearTimeout(timer);
    timer = setTimeout(go, PATIENCE_MS);
  });
}
