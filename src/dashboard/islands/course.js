const SVG = 'http://www.w3.org/2000/svg';

/**
 * A part of a drawing that only the cursor needs.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries({ ...attributes, 'aria-hidden': 'true' })) element.setAttribute(key, value);
  return element;
}

/** A row of the table beneath, in words. @param {Element} row */
const said = (row) => {
  const [on, label, value, range] = [...row.children].map((cell) => cell.textContent ?? '');
  return `${on}: ${label} ${value}, range ${range}`;
};

/**
 * A course that is read point by point: by arrow keys once it has the focus, or by a pointer. Its points are the rows of
 * the table beneath, so that both say the same.
 *
 * @param {Element} figure
 */
function follow(figure) {
  const chart = figure.querySelector('.history');
  const rows = [...figure.querySelectorAll('tr[data-x]')];
  if (!(chart instanceof SVGElement) || rows.length === 0) return;
  const places = rows.map((row) => Number(row.getAttribute('data-x')));
  const line = drawn('line', { class: 'course-cursor', y2: '220' });
  const words = drawn('text', { class: 'course-words', y: '-10' });
  let present = rows.length - 1;

  const hide = () => [line, words].forEach((part) => part.remove());
  const show = (/** @type {number} */ index) => {
    present = Math.min(rows.length - 1, Math.max(0, index));
    const row = /** @type {Element} */ (rows[present]);
    line.setAttribute('x1', `${places[present]}%`);
    line.setAttribute('x2', `${places[present]}%`);
    words.textContent = said(row);
    chart.append(line, words);
    chart.setAttribute('aria-valuenow', String(present + 1));
    chart.setAttribute('aria-valuetext', said(row));
  };
  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -rows.length, End: rows.length };

  chart.setAttribute('role', 'slider');
  chart.setAttribute('tabindex', '0');
  chart.setAttribute('aria-valuemin', '1');
  chart.setAttribute('aria-valuemax', String(rows.length));
  chart.setAttribute('aria-valuenow', String(rows.length));
  chart.addEventListener('focus', () => show(present));
  chart.addEventListener('blur', hide);
  chart.addEventListener('keydown', (event) => {
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    show(present + step);
  });
  chart.addEventListener('pointermove', (event) => {
    const { left, width } = chart.getBoundingClientRect();
    const at = ((event.clientX - left) / width) * 100;
    const nearest = places.reduce((best, place, index) => {
      return Math.abs(place - at) < Math.abs(/** @type {number} */ (places[best]) - at) ? index : best;
    }, 0);
    show(nearest);
  });
  chart.addEventListener('pointerleave', () => {
    if (document.activeElement !== chart) hide();
  });
}

/** The courses of a page. */
export function startCourses() {
  document.querySelectorAll('.course').forEach(follow);
}
